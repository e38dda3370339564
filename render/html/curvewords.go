package html

import (
	"strconv"

	"github.com/go-echarts/go-echarts/v2/opts"

	"evidencepack/render/chart"
)

// medianDot marks the day by which half have ended.
func (p curvePlot) medianDot(median float64, named bool) item {
	dot := item{Value: []any{median, wholeShare / 2}}
	if named && p.MedianLabel != "" {
		dot = wordAt(median, wholeShare/2, broken(p.MedianLabel), "right", chart.InkText, false)
		dot.Label.Offset = []int{4, -16}
	}
	dot.Symbol, dot.SymbolSize = "circle", []int{8, 8}
	dot.ItemStyle = &opts.ItemStyle{Color: chart.InkText.Hex(), Opacity: opts.Float(1)}
	return dot
}

// thinWords stand at the right, over the line or, where it stays high, under it.
func (p curvePlot) thinWords(g chart.CurveGroup) item {
	y := 96.0
	for _, s := range g.Steps {
		if s.Time >= *g.ThinFrom && (s.Share > 85 || s.Upper != nil && *s.Upper > 85) {
			y = 4
		}
	}
	return wordAt(p.last, y, thinWord, "left", chart.InkFew, false)
}

// thinWord is said where a line goes on in grey dots.
const thinWord = "fewer than 12 remain"

// ends name each line at the right.
func (p curvePlot) ends() []item {
	var items []item
	most := 1
	for _, g := range p.Groups {
		if len(g.Steps) == 0 || g.Name+g.EndLabel == "" {
			continue
		}
		text := g.Name
		if g.EndLabel != "" && text != "" {
			text += "\n"
		}
		text, lines := brokenLines(text + g.EndLabel)
		most = max(most, lines)
		items = append(items, wordAt(p.last, g.Steps[len(g.Steps)-1].Share, text, "right", chart.InkData, true))
	}
	spread(items, chart.Axis{Top: wholeShare}, p.high, labelGap*most)
	return items
}

// tips say what is known at the start and at each step.
func (p curvePlot) tips(g chart.CurveGroup) []string {
	head := orWord(g.Name, p.Measure)
	tips := []string{head + "\nday 0: " + sharePercent(wholeShare)}
	for _, s := range g.Steps {
		text := head + "\nday " + dayCount(s.Time) + ": " + sharePercent(s.Share)
		if likely := span(s.Lower, s.Upper, shareDecimals); likely != "" {
			text += " (likely range " + likely + ")"
		}
		text += "\n" + strconv.Itoa(s.AtRisk) + " at risk, " + strconv.Itoa(s.Ended) + " ended, " + strconv.Itoa(s.Censored) + " last seen"
		tips = append(tips, text)
	}
	return tips
}
