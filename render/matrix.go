package render

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
	"evidencepack/render/page"
)

// The words of the matrix. None of them says how good the care is.
const (
	evidenceHave    = "have"    // every measure of ours has a figure
	evidencePartial = "partial" // some have, or figures carry a part of the statement only
	evidenceNone    = "none"    // measures of ours, and no figure
	noMeasure       = "–"       // no measure of ours, or nothing to name
)

// chooseFrameworks gives the frameworks of a pack: its own, unless pack.yaml names
// others of the same use.
func chooseFrameworks(all []Framework, ofPack, asked []string) []Framework {
	named := func(ids []string, use string) []Framework {
		var found []Framework
		for _, id := range ids {
			i := slices.IndexFunc(all, func(f Framework) bool { return f.ID == id && (use == "" || f.Use == use) })
			if i >= 0 {
				found = append(found, all[i])
			}
		}
		return found
	}
	var chosen []Framework
	var uses []string
	for _, f := range named(ofPack, "") {
		if slices.Contains(uses, f.Use) {
			continue
		}
		uses = append(uses, f.Use)
		if others := named(asked, f.Use); len(others) > 0 {
			chosen = append(chosen, others...)
			continue
		}
		chosen = append(chosen, named(ofPack, f.Use)...)
	}
	return chosen
}

// hasFigure tells whether a measure has a figure for the whole provider in the period.
func (c *composer) hasFigure(id string) bool {
	has, known := c.figured[id]
	if !known {
		has = HasFigure(c.table, mustFind(id), c.in.Period)
		c.figured[id] = has
	}
	return has
}

// HasFigure tells whether a table gives a measure any value for the whole provider
// and a span.
func HasFigure(t *metrics.Table, m metrics.Metric, span record.Span) bool {
	return slices.ContainsFunc(t.Over(m, metrics.Scope{}, span), func(v metrics.Value) bool { return v.Status == metrics.OK })
}

// matrices set out for each chosen framework which statements have figures, of
// which kind of evidence, and which regulations they touch.
func (c *composer) matrices() []page.Block {
	var blocks []page.Block
	for _, f := range c.frameworks {
		blocks = append(blocks, c.matrix(f))
	}
	return blocks
}

func (c *composer) matrix(f Framework) page.Block {
	t := &page.Table{
		Title:   f.Edition(),
		Note:    "Which of our measures for it have a figure in this period. This says where to look, not how good the care is.",
		Columns: []page.Column{{Head: upperFirst(f.Word), Weight: 3}, {Head: "Measures with a figure", Weight: 4}},
		Source:  frameworkSource(f),
	}
	if len(f.Evidence) > 0 {
		t.Note = "Have: each measure of ours for it has a figure in this period. Partial: some have, or figures show a part of it only. None: our measures for it have no figure. –: we have no measure of that kind. This says where to look, not how good the care is."
	}
	for _, e := range f.Evidence {
		t.Columns = append(t.Columns, page.Column{Head: e.Name(), Weight: 1.15})
	}
	if len(f.Evidence) == 0 {
		t.Columns = append(t.Columns, page.Column{Head: "Measures without", Weight: 3.4})
	}
	if len(f.Regulations) > 0 {
		t.Columns = append(t.Columns, page.Column{Head: "Regulations", Weight: 1.5})
	}
	group := ""
	for _, s := range f.Statements {
		if s.Group != group {
			group = s.Group
			t.Rows = append(t.Rows, page.Row{Cells: []page.Cell{{Text: f.groupTitle(group)}}, Group: true})
		}
		t.Rows = append(t.Rows, page.Row{Cells: c.statementCells(f, s)})
	}
	return page.Block{Table: t}
}

// frameworkSource names the edition and says what it does not hold.
func frameworkSource(f Framework) string {
	return fmt.Sprintf("%s. Our file is version %s of %s. %s", f.Source, f.Version, longDateText(f.Date), f.Note)
}

func (f Framework) groupTitle(id string) string {
	for _, g := range f.Groups {
		if g.ID == id {
			return g.Title
		}
	}
	return id
}

// statementCells is one statement of the matrix.
func (c *composer) statementCells(f Framework, s Statement) []page.Cell {
	var with, without []string
	for _, id := range f.Metrics(s.ID) {
		if c.hasFigure(id) {
			with = append(with, id)
		} else {
			without = append(without, id)
		}
	}
	measures := idsInShort(with)
	if len(with)+len(without) == 0 {
		measures = noMeasure
	}
	cells := []page.Cell{{Text: s.Title}, {Text: measures}}
	for _, e := range f.Evidence {
		cells = append(cells, page.Cell{Text: c.evidenceWord(f, s, e.ID)})
	}
	if len(f.Evidence) == 0 {
		cells = append(cells, page.Cell{Text: idsInShort(without)})
	}
	if len(f.Regulations) > 0 {
		cells = append(cells, page.Cell{Text: f.regulationsOf(s.ID)})
	}
	return cells
}

// evidenceWord says whether there are figures of one kind of evidence for a statement.
func (c *composer) evidenceWord(f Framework, s Statement, kind string) string {
	all, have := 0, 0
	for _, row := range f.Rows(s.ID) {
		if !slices.Contains(row.Evidence, kind) {
			continue
		}
		for _, id := range row.Metrics {
			all++
			if c.hasFigure(id) {
				have++
			}
		}
	}
	switch {
	case all == 0:
		return noMeasure
	case have == 0:
		return evidenceNone
	case have < all || s.Numbers == NumbersFew:
		return evidencePartial
	}
	return evidenceHave
}

// regulationsOf lists the regulations of a statement's measures, in the order of
// the file.
func (f Framework) regulationsOf(statement string) string {
	var names []string
	for _, r := range f.Regulations {
		if slices.ContainsFunc(f.Rows(statement), func(row MappingRow) bool { return slices.Contains(row.Regulations, r.ID) }) {
			names = append(names, r.Name())
		}
	}
	if len(names) == 0 {
		return noMeasure
	}
	return strings.Join(names, ", ")
}

// idsInShort lists measures with runs put together: REF-01 to 03, 05; MED-06.
func idsInShort(ids []string) string {
	var out strings.Builder
	for i := 0; i < len(ids); {
		last := i
		for last+1 < len(ids) && follows(ids[last], ids[last+1]) {
			last++
		}
		family, number, _ := strings.Cut(ids[i], "-")
		switch before, _, _ := strings.Cut(ids[max(i-1, 0)], "-"); {
		case i == 0:
			out.WriteString(family + "-" + number)
		case before == family:
			out.WriteString(", " + number)
		default:
			out.WriteString("; " + family + "-" + number)
		}
		if last > i {
			_, end, _ := strings.Cut(ids[last], "-")
			out.WriteString(map[bool]string{true: ", ", false: "\u2013"}[last == i+1] + end)
		}
		i = last + 1
	}
	if out.Len() == 0 {
		return evidenceNone
	}
	return out.String()
}

// follows tells whether one id comes right after another of its family.
func follows(one, next string) bool {
	family, number, _ := strings.Cut(one, "-")
	other, after, _ := strings.Cut(next, "-")
	a, errA := strconv.Atoi(number)
	b, errB := strconv.Atoi(after)
	return family == other && errA == nil && errB == nil && b == a+1
}
