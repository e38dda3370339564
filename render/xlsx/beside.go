package xlsx

import (
	"slices"

	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// partner writes the values of the measure that must be read with this one, and
// gives the last column that is for reading.
func (t *trend) partner(left int) int {
	if t.Partner == nil {
		return left - 2
	}
	spec := *t.Partner
	p := &trend{sheet: t.sheet, Chart: page.Chart{Spec: spec}}
	p.values(spec)
	p.found(spec)
	p.add(column{head: "Status", width: 13}, func(point chart.Point, _ int) item { return words(status(point)) })
	t.put(left, 2, "Read with: "+spec.Measure, look{bold: true})
	t.gridAt(grid{columns: p.columns, lines: p.lines(p.cells, spec)}, left, headRow)
	t.width(left-1, widthMargin)
	t.row = headRow + 2 + len(spec.Points)
	lines := []string{spec.Subtitle, spec.Alt, join(spec.CentreLabel, spec.TargetLabel)}
	if spec.Title != spec.Measure {
		lines = append([]string{spec.Title}, lines...)
	}
	lines = append(lines, levelLabels(spec.Levels)...)
	for _, text := range append(lines, beneath(spec.Reason, spec.Rules, spec.Rebases)...) {
		if text != "" {
			t.put(left, t.row, text, lookSubtitle)
			t.spans = append(t.spans, span{t.row, left, left + len(p.columns) - 1, clean(text), lookSubtitle})
			t.row++
		}
	}
	return left + len(p.columns) - 1
}

// notes writes the rows below the table.
func (t *trend) notes() {
	t.row, t.textTo = headRow+1+len(t.Spec.Points), t.read
	t.gap()
	if v := t.Verdict; v.Word != "" || v.Difference != "" {
		t.text(join(v.Word, v.Difference), look{bold: true, ink: v.State.Ink(), wrap: true})
	}
	lines := append(levelLabels(t.Spec.Levels), join(t.Spec.CentreLabel, t.Spec.TargetLabel))
	for _, text := range append(lines, beneath(t.Spec.Reason, t.Spec.Rules, t.Spec.Rebases)...) {
		t.text(text, lookSubtitle)
	}
	if t.PartnerTitle != "" {
		t.text("Read with: "+t.PartnerTitle, lookText)
	}
	t.text(t.Source, lookNote)
	notes := "Shaded rows: the period. An empty cell has no value, never 0; the status says why."
	if t.anyDot() {
		notes += " A dot on the axis says when something changed, not that it was the cause."
	}
	t.text(notes, lookNote)
	t.row = max(t.row, t.deepest())
}

// changeColumns are the columns of the list of changes, which the chart lies over.
var changeColumns = []column{
	{head: "Letter", width: 9}, {head: "Date", width: 15}, {head: "Service", width: 22}, {head: "What changed", width: 50},
}

// changes lists the changes under the chart.
func (t *trend) changes(left, top int) {
	for i, c := range changeColumns {
		t.width(left+i, c.width)
	}
	t.row = top
	marks := t.allMarks()
	if len(marks) == 0 {
		return
	}
	t.height(top, heightRow) // the gap among the notes beside it may lie in this row
	t.put(left, top, "Changes of approach", look{size: sizeHeading, bold: true})
	g := grid{columns: changeColumns}
	for _, m := range marks {
		date := words(m.Date)
		if d, there := dayOf(m.Date); there && m.From == m.To {
			date = item{day: d, look: look{format: asDate}}
		}
		g.lines = append(g.lines, line{items: []item{words(m.Letter), date, words(m.Where), words(m.What)}})
	}
	t.gridAt(g, left, top+1)
	t.row = top + 2 + len(g.lines)
}

// allMarks are the changes of the chart and those that only its partner has.
func (t *trend) allMarks() []chart.Mark {
	marks := slices.Clone(t.Spec.Marks)
	if t.Partner != nil {
		for _, m := range t.Partner.Marks {
			if !slices.Contains(marks, m) {
				marks = append(marks, m)
			}
		}
	}
	return marks
}
