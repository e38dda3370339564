package chart

import (
	"cmp"
	"slices"
	"strings"
)

// words writes what the plot says: the median at its dot, the ends of the lines in
// the right gutter, and from where few are left.
func (p *curvePlot) words() {
	p.medianWord()
	var labels []direct
	width := p.scene.Width - p.plot.right - gutterGap
	for _, g := range p.groups {
		if len(g.Steps) == 0 {
			continue
		}
		y := p.y(g.Steps[len(g.Steps)-1].Share)
		if lines := Wrap(strings.TrimSpace(g.Name+" "+g.EndLabel), labelSize, true, width); len(lines) > 0 {
			labels = append(labels, direct{lines: lines, y: y, ink: InkData, line: InkData, semibold: true})
		}
	}
	slices.SortStableFunc(labels, func(a, b direct) int { return cmp.Compare(a.y, b.y) })
	p.beside(labels, p.plot.right+gutterGap, p.plot.bottom+lineStep/2)
	p.fewWords()
	if !slices.ContainsFunc(p.groups, func(g CurveGroup) bool { return len(g.Steps) > 0 }) {
		p.write(Text{
			At:   XY{(p.plot.left + p.plot.right) / 2, (p.plot.top+p.plot.bottom)/2 + labelRise},
			Text: string(PointNoData), Size: smallSize, Ink: InkSecond, Anchor: AnchorMiddle,
		})
	}
}

// medianWord stands right above the first median, where a falling line leaves room,
// or left under it. Where no line comes down to half, it stands at the left under the
// line of 50.
func (p *curvePlot) medianWord() {
	const away, rise, size = 1.6, 1.3, 8.0
	text := Text{Text: p.curve.MedianLabel, Size: size, Semibold: true, Ink: InkText}
	y := p.y(50)
	for _, g := range p.groups {
		if !finite(g.Median) || *g.Median < 0 {
			continue
		}
		x := p.x(*g.Median)
		for _, try := range []struct {
			at     XY
			anchor Anchor
		}{{XY{x + away, y - rise}, AnchorStart}, {XY{x - away, y + 3.6}, AnchorEnd}, {XY{x + away, y + 3.6}, AnchorStart}} {
			text.At, text.Anchor = try.at, try.anchor
			if p.free(text) && p.write(text) {
				return
			}
		}
		return
	}
	text.At, text.Anchor = XY{p.plot.left + away, y + 3.6}, AnchorStart
	if p.free(text) {
		p.write(text)
	}
}

// free says whether a text lies in the plot and on no line.
func (p *curvePlot) free(t Text) bool {
	place := boxOf(t)
	if !place.within(p.plot) {
		return false
	}
	for _, g := range p.groups {
		whole, thin := p.paths(g)
		for _, path := range [][]XY{whole, thin} {
			for i := 1; i < len(path); i++ {
				a, b := path[i-1], path[i]
				step := box{min(a.X, b.X), min(a.Y, b.Y), max(a.X, b.X), max(a.Y, b.Y)}
				if place.meets(step.grown(0.4)) {
					return false
				}
			}
		}
	}
	return true
}

// fewWords says at the foot of the plot, or at its top where a line runs at the foot,
// from which day too few are left to trust the line. The first such day is named.
func (p *curvePlot) fewWords() {
	first := -1.0
	for _, g := range p.groups {
		if finite(g.ThinFrom) && *g.ThinFrom >= 0 && *g.ThinFrom < p.last && (first < 0 || *g.ThinFrom < first) {
			first = *g.ThinFrom
		}
	}
	if first < 0 {
		return
	}
	word := Text{Text: fewWord, Size: smallSize, Ink: InkFew, Anchor: AnchorStart}
	x := min(p.x(first)+0.8, p.plot.right-TextWidth(word.Text, word.Size, false)-0.4)
	for _, y := range []float64{p.plot.bottom - 1.1, p.plot.top + 3} {
		word.At = XY{x, y}
		if p.free(word) && p.room(word) {
			p.draw(Line{Points: []XY{{p.x(first), p.plot.top}, {p.x(first), p.plot.bottom}}, Ink: InkRule, Width: 0.4})
			p.fill(boxOf(word), InkWhite)
			p.write(word)
			return
		}
	}
}

// rowName names a row of numbers at risk.
func (p *curvePlot) rowName(group int) string {
	if len(p.groups) == 1 {
		return atRiskWord
	}
	name := p.groups[group].Name
	if TextWidth(name, labelSize, true) > longestGroup {
		name = name[:fitting(name, labelSize, true, longestGroup-2)] + "…"
	}
	return name
}

// atRisk writes the numbers still watched at each tick, a row for each group.
func (p *curvePlot) atRisk() {
	y := p.plot.bottom + atRiskBelow - 0.4
	if len(p.groups) > 1 {
		p.write(p.inside(Text{At: XY{0, y}, Text: atRiskWord, Size: labelSize, Semibold: true, Ink: InkSecond, Anchor: AnchorStart}))
		y += atRiskRow
	}
	for i, g := range p.groups {
		p.write(Text{At: XY{0, y}, Text: p.rowName(i), Size: labelSize, Semibold: true, Ink: InkSecond, Anchor: AnchorStart})
		for k, tick := range p.curve.Ticks {
			if k < len(g.AtRisk) && finite(&tick) && tick >= 0 {
				p.write(p.inside(Text{
					At: XY{p.x(tick), y}, Text: Decimal(float64(g.AtRisk[k]), 0), Size: labelSize, Ink: InkSecond, Anchor: AnchorMiddle,
				}))
			}
		}
		y += atRiskRow
	}
}
