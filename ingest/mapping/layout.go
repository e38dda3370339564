package mapping

import (
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
)

// Layout is one table as it was read: its headings, and what they were taken for.
type Layout struct {
	File, Sheet string
	Headings    []string
	Columns     map[string]string // field → heading
}

// Group are layouts that one mapping can hold for.
type Group struct {
	Layouts []Layout
	Columns map[string][]string // field → headings, in the order in which they are to be tried
}

// Groups puts layouts together that one mapping can hold for: with the headings of
// all as alternatives, each of them is still read as it was. base are the columns
// that are saved already, field → headings; nil is nothing saved. The first group is
// the one that base belongs to, and may have no layouts.
func Groups(base map[string][]string, layouts []Layout) []Group {
	groups := []Group{{Columns: maps.Clone(base)}}
	for _, l := range layouts {
		placed := false
		for i := range groups {
			fixed := base
			if i > 0 {
				fixed = nil
			}
			if columns, ok := joinAny(groups[i].Columns, fixed, groups[i].Layouts, l); ok {
				groups[i], placed = Group{append(groups[i].Layouts, l), columns}, true
				break
			}
		}
		if !placed {
			groups = append(groups, Group{[]Layout{l}, join(nil, nil, l, false)})
		}
	}
	return groups
}

// Has tells whether a table is one of the group.
func (g Group) Has(file, sheet string) bool {
	return slices.ContainsFunc(g.Layouts, func(l Layout) bool { return l.File == file && l.Sheet == sheet })
}

// joinAny adds a layout to those that share columns, its headings behind or before
// theirs, and tells whether all are still read as they were.
func joinAny(columns, base map[string][]string, group []Layout, l Layout) (map[string][]string, bool) {
	all := append(slices.Clone(group), l)
	for _, before := range []bool{false, true} {
		if joined := join(columns, base, l, before); agree(joined, all) {
			return joined, true
		}
	}
	return nil, false
}

// join adds the headings of a layout to columns: behind those that are there, or
// before them, where nothing is saved that would go first all the same.
func join(columns, base map[string][]string, l Layout, before bool) map[string][]string {
	out := make(map[string][]string, len(columns)+len(l.Columns))
	maps.Copy(out, columns)
	for field, heading := range l.Columns {
		switch {
		case at(out[field], heading) >= 0:
		case before && base[field] == nil:
			out[field] = slices.Concat([]string{heading}, out[field])
		default:
			out[field] = append(slices.Clone(out[field]), heading)
		}
	}
	return out
}

// agree tells whether each layout is read as it was with these columns.
func agree(columns map[string][]string, layouts []Layout) bool {
	m := &Mapping{Columns: columns}
	for _, l := range layouts {
		named := m.Named(l.Headings)
		same := func(a, b string) bool { return form(a) == form(b) }
		if !maps.EqualFunc(named, l.Columns, same) {
			return false
		}
	}
	return true
}

// turning are the parts of a file's name that change from month to month. "Mar" is
// not among them: in care it is a chart of medicines.
var turning = regexp.MustCompile(`(?i)[0-9]+|\b(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|apr|jun|jul|aug|sept|sep|oct|nov|dec)\b`)

// many are runs of stars with nothing that tells names apart between them.
var many = regexp.MustCompile(`\*[-_. *]*\*`)

// Patterns gives patterns of file names that fit some files, and those of the next
// months, and none of the others. A name that cannot be told apart so stands as it is.
func Patterns(files, others []string) []string {
	var out []string
	for _, f := range files {
		name := path.Base(f)
		ending := path.Ext(name)
		pattern := many.ReplaceAllString(turning.ReplaceAllString(strings.TrimSuffix(name, ending), "*"), "*") + ending
		if strings.Trim(strings.TrimSuffix(pattern, ending), "*-_. ") == "" ||
			slices.ContainsFunc(others, func(o string) bool { return fits([]string{pattern}, path.Base(o)) }) {
			pattern = name
		}
		if !slices.Contains(out, pattern) {
			out = append(out, pattern)
		}
	}
	return out
}
