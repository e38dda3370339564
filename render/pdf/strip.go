package pdf

import (
	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// stripCell is a figure broken into lines for its column.
type stripCell struct {
	figure              page.Figure
	labels, counts      []string
	differences, others []string
	values              valueLine
}

// Strip draws two to four figures side by side between two rules: before, after,
// counts, state, what to read them with.
func (p *pen) Strip(strip page.Strip) {
	p.block(func() {
		strip = tidied(p, strip)
		p.figureRows(strip.Figures)
	})
}

// figureRows draws figures in rows of up to four.
func (p *pen) figureRows(figures []page.Figure) {
	for len(figures) > 0 {
		count := min(len(figures), 4)
		if len(figures) == 5 { // four and one alone would look lost
			count = 3
		}
		p.stripRow(figures[:count])
		figures = figures[count:]
	}
}

func (p *pen) stripRow(figures []page.Figure) {
	const gutter = 4.0
	count := len(figures)
	wide := (width - gutter*float64(count-1)) / float64(count)
	var cells []stripCell
	labelLines, valueHigh := 1, p.role.figureAfter.leading
	upper, lower, counts := 0.0, 0.0, 0
	for _, figure := range figures {
		cell := newStripCell(figure, wide, p.role)
		cells = append(cells, cell)
		labelLines = max(labelLines, len(cell.labels))
		valueHigh = max(valueHigh, cell.values.high())
		counts = max(counts, len(cell.counts))
		upper = max(upper, cell.upper(p.role))
		lower = max(lower, p.role.note.high(cell.others))
	}
	countsHigh := p.role.note.leading * float64(counts)
	upper += countsHigh
	labelHigh := p.role.figureLabel.leading*float64(labelLines) + 1.5
	high := within + labelHigh + valueHigh + upper + 3
	if lower > 0 {
		high += lower + 2.5
	}
	if high > p.deepest() {
		p.stripAsText(figures)
		return
	}
	p.begin(high)
	y := p.next
	p.rule(left, right, y, chart.InkText, 0.75)
	for i, cell := range cells {
		x := left + float64(i)*(wide+gutter)
		if i > 0 {
			p.stroke(chart.InkHairline, 0.5, nil)
			p.doc.Line(x-gutter/2, y+2, x-gutter/2, y+high-1.5)
		}
		p.stripCell(x, y+within+0.6, wide, cell, stripHeights{labelHigh, valueHigh, countsHigh, upper})
	}
	p.next = y + high
	p.rule(left, right, p.next, chart.InkText, 0.75)
}

func newStripCell(figure page.Figure, wide float64, r *roles) stripCell {
	cell := stripCell{figure: figure, labels: r.figureLabel.wrap(figure.Label, wide), values: fitValues(figure, wide, r)}
	cell.counts = append(r.note.wrap(figure.BeforeCount, wide), r.note.wrap(figure.AfterCount, wide)...)
	cell.differences = r.note.wrap(figure.Verdict.Difference, wide)
	if figure.ReadWith != "" {
		cell.others = r.note.wrap("Read with: "+figure.ReadWith, wide)
	}
	cell.others = append(cell.others, r.note.wrap(joined(figure.Metric, figure.Evidence), wide)...)
	return cell
}

// stripHeights are the heights of the parts, the same for every cell of a row.
type stripHeights struct{ label, value, counts, upper float64 }

// upper gives the height of the state and the difference.
func (c stripCell) upper(r *roles) float64 {
	high := r.note.high(c.differences) + within
	if c.figure.Verdict.Word != "" || c.figure.Verdict.State != chart.StateNone {
		high += r.figureLabel.leading * float64(max(1, len(r.figureLabel.wrap(c.figure.Verdict.Word, 35))))
	}
	return high
}

func (p *pen) stripCell(x, y, wide float64, cell stripCell, high stripHeights) {
	p.lines(x, y, cell.labels, p.role.figureLabel)
	p.chapter(x, y, wide, p.role.figureLabel.high(cell.labels), cell.figure.Section)
	y += high.label
	p.values(x, y, high.value, cell.values)
	y += high.value
	p.lines(x, y, cell.counts, p.role.note)
	low := p.verdict(x, y+high.counts+within/2, wide, cell.figure.Verdict, p.role.figureLabel)
	p.lines(x, low, cell.differences, p.role.note)
	y += high.upper + 1
	if len(cell.others) > 0 {
		p.rule(x, x+wide, y, chart.InkHairline, 0.5)
		p.lines(x, y+1, cell.others, p.role.note)
	}
}

// verdict draws the shape and the word of a state; y is the top of the line. It
// gives the lower edge.
func (p *pen) verdict(x, y, wide float64, verdict page.Verdict, s style) float64 {
	if verdict.Word == "" && verdict.State == chart.StateNone {
		return y
	}
	indent := 0.0
	if verdict.State != chart.StateNone {
		indent = 4
	}
	p.state(verdict.State, x, y+s.leading/2, 1.25)
	return p.lines(x+indent, y, s.wrap(verdict.Word, wide-indent), s.strong().in(verdict.State.Ink()))
}

// stripAsText is for figures whose words are longer than a sheet.
func (p *pen) stripAsText(figures []page.Figure) {
	for _, f := range figures {
		p.begin(2 * p.role.body.leading)
		p.run(left, p.role.body.strong().wrap(f.Label, width), p.role.body.strong())
		for _, text := range []string{f.Before, f.After, f.BeforeCount, f.AfterCount, f.Verdict.Word,
			f.Verdict.Difference, f.ReadWith, joined(f.Metric, f.Evidence)} {
			p.run(left, p.role.body.wrap(text, width), p.role.body)
		}
	}
}
