package mapping

import (
	"maps"
	"path"
	"slices"
	"strings"

	"evidencepack/ingest/record"
)

// Table is what a mapping is chosen by: where a table stands, and its headings.
type Table struct {
	file, sheet string
	forms       map[string]bool
}

// NewTable describes a table. The sheet of a text file is "".
func NewTable(file, sheet string, headings []string) Table {
	t := Table{file: file, sheet: sheet, forms: make(map[string]bool, len(headings))}
	for _, h := range headings {
		t.forms[form(h)] = true
	}
	return t
}

// Applies tells whether the mapping holds for a table: its file, its sheet and
// its headings are those that the mapping names, if it names any.
func (m *Mapping) Applies(t Table) bool {
	for _, h := range m.Headings {
		if !t.forms[form(h)] {
			return false
		}
	}
	return fits(m.Files, path.Base(t.file)) && fits(m.Sheets, t.sheet)
}

// conditions counts what a mapping asks of a table: the more, the surer it is meant.
func (m *Mapping) conditions() int {
	return min(1, len(m.Files)) + min(1, len(m.Sheets)) + min(1, len(m.Headings))
}

// Choose gives what is known about a table if it is of a kind: the user's own
// mapping that applies, over the one of ours that applies. Of several the one that
// asks most of a table goes first, then the first of the list. Nil is nothing known.
func Choose(saved []*Mapping, kind record.Kind, t Table) *Mapping {
	own, ours := best(saved, kind, t), best(Shipped(), kind, t)
	switch {
	case own == nil:
		return ours
	case ours == nil:
		return own
	}
	return own.over(ours)
}

func best(all []*Mapping, kind record.Kind, t Table) *Mapping {
	var found *Mapping
	for _, m := range all {
		if (m.Kind == kind || m.Kind == Any) && m.Applies(t) && (found == nil || m.rank() > found.rank()) {
			found = m
		}
	}
	return found
}

// rank orders mappings that apply: one for the kind goes before one for any.
func (m *Mapping) rank() int {
	if m.Kind == Any {
		return m.conditions()
	}
	return 10 + m.conditions()
}

// over lays a mapping over another: what it does not say, the other may.
func (m *Mapping) over(base *Mapping) *Mapping {
	out := *m
	out.own = m
	out.Columns = laid(m.Columns, base.Columns)
	for field := range m.Constants {
		if _, said := m.Columns[field]; !said {
			delete(out.Columns, field)
		}
	}
	out.Constants = laid(m.Constants, base.Constants)
	for field := range m.Columns {
		delete(out.Constants, field)
	}
	out.Codes, out.Scales, out.SkipRows = laid(m.Codes, base.Codes), laid(m.Scales, base.Scales), laid(m.SkipRows, base.SkipRows)
	out.CodesOf = maps.Clone(base.CodesOf)
	if out.CodesOf == nil {
		out.CodesOf = make(map[string]map[string]string)
	}
	for field, codes := range m.CodesOf {
		out.CodesOf[field] = laid(codes, base.CodesOf[field])
	}
	for _, o := range []struct {
		own  *string
		base string
	}{
		{&out.Legend, base.Legend}, {&out.DateOrder, base.DateOrder}, {&out.TimeZone, base.TimeZone}, {&out.Reoffer, base.Reoffer},
		{&out.Section, base.Section}, {&out.SheetIs, base.SheetIs}, {&out.GroupMark, base.GroupMark}, {&out.ListMark, base.ListMark},
	} {
		if *o.own == "" {
			*o.own = o.base
		}
	}
	if len(m.Wide) == 0 {
		out.Wide = base.Wide
	}
	out.Ignored = slices.Concat(m.Ignored, unnamed(m, base.Ignored))
	out.Dropped = slices.Concat(m.Dropped, unnamed(m, base.Dropped))
	return &out
}

// unnamed gives the headings for which a mapping names no field: a user who wants
// a column that we leave out gets it.
func unnamed(m *Mapping, headings []string) []string {
	return slices.DeleteFunc(slices.Clone(headings), func(h string) bool {
		for _, all := range m.Columns {
			if at(all, h) >= 0 {
				return true
			}
		}
		return false
	})
}

// laid gives the entries of both maps; where both have one, the first one's.
func laid[V any](over, base map[string]V) map[string]V {
	out := make(map[string]V, len(over)+len(base))
	maps.Copy(out, base)
	maps.Copy(out, over)
	return out
}

// fits tells whether a name fits one of the patterns. No pattern fits every name.
func fits(patterns []string, name string) bool {
	return len(patterns) == 0 || slices.ContainsFunc(patterns, func(p string) bool {
		return wild([]rune(strings.ToLower(p)), []rune(strings.ToLower(name)))
	})
}

// wild compares a name with a pattern in which * stands for any signs and ? for one.
func wild(pattern, name []rune) bool {
	p, n, star, back := 0, 0, -1, 0
	for n < len(name) {
		switch {
		case p < len(pattern) && pattern[p] == '*':
			star, back = p, n
			p++
		case p < len(pattern) && (pattern[p] == '?' || pattern[p] == name[n]):
			p++
			n++
		case star >= 0:
			back++
			p, n = star+1, back
		default:
			return false
		}
	}
	for p < len(pattern) && pattern[p] == '*' {
		p++
	}
	return p == len(pattern)
}
