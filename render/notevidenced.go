package render

import (
	"cmp"
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
	state   missingState
	columns []string // plain words
	titles  []string
}

// missingState says why measures have no figure, in the order of the list.
type missingState int

const (
	notGiven      missingState = iota // the export is not there
	withoutColumn                     // it is, without a column that they need
	nothingThere                      // all is there, and nothing of what is counted
)

// missingHeads are the headings of the list.
var missingHeads = map[missingState]string{
	notGiven: "Not given", withoutColumn: "Given, but without a column", nothingThere: "Given, but there was nothing to count in this period",
}

// notEvidenced lists the measures without a figure by the export that would give them,
// and what figures cannot show of the chosen frameworks.
func (c *composer) notEvidenced(b *MissingBlock) []page.Block {
	blocks := []page.Block{missingTable(c.missingGroups(b), b.Short)}
	for _, f := range c.frameworks {
		if t := c.beyondNumbers(f); t != nil {
			blocks = append(blocks, page.Block{Table: t})
		}
	}
	return blocks
}

// missingGroups sorts the measures without a figure: by what is lacking, in the
// order of the kinds.
func (c *composer) missingGroups(b *MissingBlock) []missingGroup {
	var groups []missingGroup
	for _, m := range metrics.All {
		if b.Mapped && !slices.ContainsFunc(c.frameworks, func(f Framework) bool { return len(f.Of(m.ID)) > 0 }) {
			continue
		}
		if c.hasFigure(m.ID) {
			continue
		}
		groups = addMissing(groups, m, c.table.Lacking(m), b.Short)
	}
	slices.SortStableFunc(groups, func(a, b missingGroup) int {
		return cmp.Or(cmp.Compare(a.state, b.state), cmp.Compare(kindPlace(a.kind), kindPlace(b.kind)))
	})
	return groups
}

// kindPlace is the place of a kind in the list; what no export gives comes last.
func kindPlace(kind record.Kind) int {
	if i := slices.Index(record.Kinds, kind); i >= 0 {
		return i
	}
	return len(record.Kinds)
}

// addMissing files a measure under the first thing that it lacks, and says what
// else it lacks beside its title. The short list has one row an export.
func addMissing(groups []missingGroup, m metrics.Metric, lacks []metrics.Lack, short bool) []missingGroup {
	g := missingGroup{kind: m.Needs[0], state: nothingThere, titles: []string{m.Title}}
	if short && len(lacks) == 0 {
		return groups
	}
	if len(lacks) > 0 {
		first := lacks[max(0, slices.IndexFunc(lacks, func(l metrics.Lack) bool { return !l.Given }))]
		g.kind, g.state, g.columns = first.Kind, withoutColumn, slices.Clone(first.Columns)
		if !first.Given {
			g.state = notGiven
		}
		if also := othersLacked(lacks, first.Kind); also != "" && !short {
			g.titles[0] += " (also needs " + also + ")"
		}
	}
	if short {
		g.state, g.columns = notGiven, nil
	}
	i := slices.IndexFunc(groups, func(o missingGroup) bool {
		return o.kind == g.kind && o.state == g.state && (g.state != withoutColumn || slices.Equal(o.columns, g.columns))
	})
	if i < 0 {
		return append(groups, g)
	}
	for _, column := range g.columns {
		if !slices.Contains(groups[i].columns, column) {
			groups[i].columns = append(groups[i].columns, column)
		}
	}
	groups[i].titles = append(groups[i].titles, g.titles...)
	return groups
}

// othersLacked names the other exports that a measure lacks, "" for none.
func othersLacked(lacks []metrics.Lack, first record.Kind) string {
	var also []string
	for _, l := range lacks {
		if l.Kind != first {
			also = append(also, shortTitle(l.Kind))
		}
	}
	return listWords(also)
}

// missingTable sets out the groups, one row each.
func missingTable(groups []missingGroup, short bool) page.Block {
	if len(groups) == 0 {
		return prose([]string{"Each of these measures has a figure."})
	}
	t := &page.Table{
		Title:   "Exports that would give more",
		Columns: []page.Column{{Head: "Export", Weight: 1.5}, {Head: "With these columns", Weight: 2.2}, {Head: "Measures that it would give", Weight: 4}},
	}
	if short {
		t.Title, t.Columns = "Measures without a figure", []page.Column{{Head: "Kind of record", Weight: 1.5}, {Head: "Measures", Weight: 4}}
	}
	for i, g := range groups {
		cells := []page.Cell{{Text: upperFirst(shortTitle(g.kind)), Strong: true}, {Text: noMeasure}, {Text: joinTitles(g.titles)}}
		if len(g.columns) > 0 {
			cells[1].Text = upperFirst(strings.Join(g.columns, ", "))
		}
		if short {
			cells = slices.Delete(cells, 1, 2)
		} else if i == 0 || groups[i-1].state != g.state {
			t.Rows = append(t.Rows, page.Row{Cells: []page.Cell{{Text: missingHeads[g.state]}}, Group: true})
		}
		t.Rows = append(t.Rows, page.Row{Cells: cells})
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
		t.Title = "What we can show beside the figures"
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
