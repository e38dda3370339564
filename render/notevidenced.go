package render

import (
	"fmt"
	"slices"
	"strings"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
	"evidencepack/render/page"
)

// MissingBlock says what a pack does not evidence.
type MissingBlock struct {
	// Short leaves out the columns of each export, and what there was nothing to
	// count of.
	Short bool `yaml:"short"`
	// Mapped keeps to the measures of the pack's frameworks; otherwise all.
	Mapped bool `yaml:"mapped"`
}

// missingGroup is an export, or some columns of one, with the measures that it
// would give.
type missingGroup struct {
	kind    record.Kind
	given   bool
	columns []string // plain words
	titles  []string
}

// notEvidenced lists the measures without a figure by the export that would give them,
// and what figures cannot show of the chosen frameworks.
func (c *composer) notEvidenced(b *MissingBlock) []page.Block {
	groups, idle := c.missingGroups(b)
	blocks := []page.Block{c.missingTable(groups, idle, b.Short)}
	for _, f := range c.frameworks {
		if t := c.beyondNumbers(f); t != nil {
			blocks = append(blocks, page.Block{Table: t})
		}
	}
	return blocks
}

// missingGroups sorts the measures without a figure: by what is lacking, in the
// order of the kinds; idle are the titles of those that lack nothing but had
// nothing to count.
func (c *composer) missingGroups(b *MissingBlock) (groups []missingGroup, idle []string) {
	for _, m := range metrics.All {
		if b.Mapped && !slices.ContainsFunc(c.frameworks, func(f Framework) bool { return len(f.Of(m.ID)) > 0 }) {
			continue
		}
		if c.hasFigure(m.ID) {
			continue
		}
		lacks := c.in.Table.Lacking(m)
		if len(lacks) == 0 {
			idle = append(idle, m.Title)
			continue
		}
		groups = addMissing(groups, lacks, m.Title)
	}
	order := func(g missingGroup) int { return slices.Index(record.Kinds, g.kind) }
	slices.SortStableFunc(groups, func(a, b missingGroup) int {
		if a.given != b.given {
			return map[bool]int{false: -1, true: 1}[a.given]
		}
		return order(a) - order(b)
	})
	return groups, idle
}

// addMissing files a measure under the first thing that it lacks, and says what
// else it lacks beside its title.
func addMissing(groups []missingGroup, lacks []metrics.Lack, title string) []missingGroup {
	first := lacks[0]
	for _, l := range lacks {
		if !l.Given {
			first = l
			break
		}
	}
	var also []string
	for _, l := range lacks {
		if l.Kind != first.Kind {
			also = append(also, shortTitle(l.Kind))
		}
	}
	if len(also) > 0 {
		title += " (also needs " + listWords(also) + ")"
	}
	i := slices.IndexFunc(groups, func(g missingGroup) bool {
		return g.kind == first.Kind && g.given == first.Given && (!g.given || slices.Equal(g.columns, first.Columns))
	})
	if i < 0 {
		return append(groups, missingGroup{first.Kind, first.Given, slices.Clone(first.Columns), []string{title}})
	}
	for _, column := range first.Columns {
		if !slices.Contains(groups[i].columns, column) {
			groups[i].columns = append(groups[i].columns, column)
		}
	}
	groups[i].titles = append(groups[i].titles, title)
	return groups
}

// missingTable sets out the groups, one row each.
func (c *composer) missingTable(groups []missingGroup, idle []string, short bool) page.Block {
	if len(groups) == 0 && (short || len(idle) == 0) {
		return prose([]string{"Each measure of ours has its exports."})
	}
	t := &page.Table{Title: "Exports that would give more", Columns: []page.Column{{Head: "Export", Weight: 1.5}}}
	if !short {
		t.Columns = append(t.Columns, page.Column{Head: "With these columns", Weight: 2.2})
	}
	t.Columns = append(t.Columns, page.Column{Head: "Measures that it would give", Weight: 4})
	row := func(export, columns string, titles []string) {
		cells := []page.Cell{{Text: upperFirst(export), Strong: true}, {Text: columns}, {Text: joinTitles(titles)}}
		if short {
			cells = slices.Delete(cells, 1, 2)
		}
		t.Rows = append(t.Rows, page.Row{Cells: cells})
	}
	for i, g := range groups {
		if i == 0 || groups[i-1].given != g.given {
			head := "Not given"
			if g.given {
				head = "Given, but without a column"
			}
			t.Rows = append(t.Rows, page.Row{Cells: []page.Cell{{Text: head}}, Group: true})
		}
		row(shortTitle(g.kind), upperFirst(strings.Join(g.columns, ", ")), g.titles)
	}
	if !short && len(idle) > 0 {
		t.Rows = append(t.Rows, page.Row{Cells: []page.Cell{{Text: "Given, but there was nothing to count in this period"}}, Group: true})
		row("all are there", "all are there", idle)
	}
	return page.Block{Table: t}
}

// joinTitles joins titles with semicolons, the first with a capital.
func joinTitles(titles []string) string {
	var out []string
	for i, title := range titles {
		if i > 0 {
			title = lowerFirst(title)
		}
		out = append(out, title)
	}
	return strings.Join(out, "; ")
}

// LackWords says what an export lacks: "supervisions, with date held".
func LackWords(l metrics.Lack) string {
	columns := strings.Join(l.Columns, ", ")
	switch {
	case l.Given:
		return fmt.Sprintf("%s: a column for %s", shortTitle(l.Kind), columns)
	case columns == "":
		return shortTitle(l.Kind)
	}
	return fmt.Sprintf("%s, with %s", shortTitle(l.Kind), columns)
}

// beyondNumbers lists the statements of a framework that figures cannot carry, or
// whose measures have none here, and what shows them beside figures.
func (c *composer) beyondNumbers(f Framework) *page.Table {
	t := &page.Table{
		Title:   "What figures do not show: " + f.Edition(),
		Columns: []page.Column{{Head: upperFirst(f.Word), Weight: 2.6}, {Head: "Why", Weight: 2.6}, {Head: "What else shows it", Weight: 3.2}},
		Source:  f.unmapped(),
	}
	if f.Use == UseTender { // an answer to a buyer always has both
		t.Title = "What goes with the figures"
		t.Columns = slices.Delete(t.Columns, 1, 2)
	}
	for _, s := range f.Statements {
		also, why := strings.Join(s.Also, "; "), c.beyondWhy(f, s)
		if why == "" {
			continue
		}
		if also == "" {
			also = "the records themselves, and talking with people"
		}
		cells := []page.Cell{{Text: s.Title}, {Text: why}, {Text: upperFirst(also)}}
		if f.Use == UseTender {
			cells = slices.Delete(cells, 1, 2)
		}
		t.Rows = append(t.Rows, page.Row{Cells: cells})
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return t
}

// beyondWhy says why figures do not carry a statement, "" where they do.
func (c *composer) beyondWhy(f Framework, s Statement) string {
	switch {
	case s.Numbers == NumbersNone:
		return "Daily records do not show it."
	case !slices.ContainsFunc(f.Metrics(s.ID), c.hasFigure):
		return "None of its measures has a figure here."
	case s.Numbers == NumbersFew:
		return "Figures show a part of it only."
	case len(s.Also) > 0:
		return "Figures alone do not show it."
	}
	return ""
}

// unmapped names the regulations that none of our measures touches, "" where
// there are none.
func (f Framework) unmapped() string {
	var names []string
	for _, r := range f.Regulations {
		if !slices.ContainsFunc(f.Mapping, func(row MappingRow) bool { return slices.Contains(row.Regulations, r.ID) }) {
			names = append(names, r.Name()+" ("+lowerFirst(r.Title)+")")
		}
	}
	if len(names) == 0 {
		return ""
	}
	return "No measure of ours touches regulations " + listWords(names) + "."
}
