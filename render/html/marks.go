package html

import (
	"cmp"
	"math"
	"slices"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"

	"evidencepack/render/chart"
)

// places is a layer of single words or boxes.
func places(xAxis, yAxis int) charts.SingleSeries {
	return charts.SingleSeries{
		Type: types.ChartScatter, XAxisIndex: xAxis, YAxisIndex: yAxis, Symbol: "circle", SymbolSize: 1,
		ItemStyle: &opts.ItemStyle{Color: "transparent", Opacity: opts.Float(1)},
	}
}

// wordAt is one word beside a place.
func wordAt(x, y float64, text, position string, ink chart.Ink, strong bool) item {
	label := opts.Label{Show: opts.Bool(true), Position: position, Formatter: plain(text), Color: ink.Hex(), FontSize: 12}
	if strong {
		label.FontWeight = "600"
	}
	return item{Value: []any{x, y}, Label: &itemLabel{Label: label}}
}

// plain keeps the library from reading {a}, {b} and {c} in a text as names of its
// own: a mark that joins without showing stands after each brace.
func plain(text string) string {
	var kept []rune
	for _, r := range text {
		kept = append(kept, r)
		if r == '{' {
			kept = append(kept, '\u2060')
		}
	}
	return string(kept)
}

// gutter are the direct labels at the right: there is no legend. They are pushed
// apart where they would touch.
func (p *plot) gutter() charts.SingleSeries {
	end := p.end()
	var items []item
	if n := len(p.Points); n > 0 {
		if last := p.Points[n-1]; shown(last) {
			items = append(items, wordAt(end, *last.Value, chart.Decimal(*last.Value, p.Decimals)+string(p.Unit), "right", chart.InkData, true))
		}
	}
	if !p.compact {
		items = append(items, p.lineLabels(end)...)
	}
	spread(items, p.axis, p.plotHeight, labelGap)
	layer := places(axisSlots, 0)
	layer.Data = items
	return layer
}

// lineLabels name the median, the target and the two levels.
func (p *plot) lineLabels(end float64) []item {
	var items []item
	if p.LastCentre() != nil && p.CentreLabel != "" {
		items = append(items, wordAt(end, *p.LastCentre(), p.CentreLabel, "right", chart.InkNoChange, false))
	}
	if p.Target != nil && p.TargetLabel != "" {
		items = append(items, wordAt(end, *p.Target, p.TargetLabel, "right", chart.InkText, false))
	}
	for i, l := range p.Levels {
		if l.Value == nil || l.Label == "" {
			continue
		}
		ink := p.levelInk(i)
		if i == 0 {
			ink = chart.InkSecond // the grey of the line is too pale for words
		}
		claimed := i > 0 && (p.State == chart.StateImprovement || p.State == chart.StateConcern)
		items = append(items, wordAt(end, *l.Value, l.Label, "right", ink, claimed))
	}
	return items
}

// spread moves labels that would touch: from the top down each to the gap, in
// pixels, below the one before, then from the foot of the plot back up.
func spread(items []item, axis chart.Axis, plotHeight, pixels int) {
	gap := float64(pixels) * (axis.Top - axis.Foot) / float64(plotHeight)
	at := func(i int) float64 { return items[i].Value[1].(float64) }
	slices.SortStableFunc(items, func(a, b item) int { return cmp.Compare(b.Value[1].(float64), a.Value[1].(float64)) })
	for i := 1; i < len(items); i++ {
		items[i].Value[1] = min(at(i), at(i-1)-gap)
	}
	floor := axis.Foot
	for i := len(items) - 1; i >= 0 && at(i) < floor; i-- {
		items[i].Value[1] = floor
		floor += gap
	}
}

// flags are the dated changes: a line through the plot and a letter above it. The
// flag of a quarter carries a bar from its first day to its last.
func (p *plot) flags() []charts.SingleSeries {
	if len(p.tags) == 0 {
		return nil
	}
	purple := opts.LineStyle{Color: chart.InkMarker.Hex(), Width: 1.2, Type: "solid"}
	var rules, bars [][][2]float64
	boxes := places(axisTags, 1)
	var items []item
	for _, t := range p.tags {
		row := float64(t.row)
		rules = append(rules, [][2]float64{{t.start, p.axis.Foot}, {t.start, p.axis.Top}})
		bars = append(bars, [][2]float64{{t.start, row}, {t.start, p.tagDepth()}})
		if t.end > 0 {
			bars = append(bars, [][2]float64{{t.start, row + 0.05}, {t.end, row + 0.05}, {t.end, row + 0.4}})
		}
		box := wordAt(t.start, row+0.5, t.letters, "inside", chart.InkWhite, true)
		box.Symbol, box.SymbolSize, box.SymbolOffset = "rect", []int{t.width(), tagRow - 3}, []int{t.width() / 2, 0}
		box.ItemStyle = &opts.ItemStyle{Color: chart.InkMarker.Hex(), Opacity: opts.Float(1)}
		items = append(items, box)
	}
	boxes.Data = items
	return []charts.SingleSeries{strokes(axisSlots, 0, purple, rules...), strokes(axisTags, 1, purple, bars...), boxes}
}

// gap is a run of neighbouring points without a value for one reason.
type gap struct {
	start, end float64
	word       string
	withheld   bool
}

// gaps gives the runs of points without a value, from left to right.
func (p *plot) gaps() []gap {
	var all []gap
	for i := 0; i < len(p.Points); i++ {
		if shown(p.Points[i]) {
			continue
		}
		first, word := i, pointWords(p.Points[i], p.Spec)
		for i+1 < len(p.Points) && !shown(p.Points[i+1]) && p.Points[i+1].State == p.Points[first].State && pointWords(p.Points[i+1], p.Spec) == word {
			i++
		}
		start, _ := p.edges(first)
		_, end := p.edges(i)
		all = append(all, gap{start, end, word, p.Points[first].State == chart.PointWithheld})
	}
	return all
}

// hatches lie over what is withheld.
func (p *plot) hatches() []charts.SingleSeries {
	var hatch [][][2]float64
	for _, g := range p.gaps() {
		if g.withheld {
			hatch = append(hatch, p.hatch(g.start, g.end)...)
		}
	}
	if len(hatch) == 0 {
		return nil
	}
	return []charts.SingleSeries{strokes(axisSlots, 0, opts.LineStyle{Color: chart.InkRule.Hex(), Width: 1}, hatch...)}
}

// gapWords say why points are missing: at the foot, or turned over a hatch. The
// white behind a word keeps a flag's rule from running through it.
func (p *plot) gapWords() []charts.SingleSeries {
	var items []item
	for _, g := range p.gaps() {
		middle := (g.start + g.end) / 2
		word := wordAt(middle, 0, g.word, "top", chart.InkSecond, false)
		if g.withheld {
			word = wordAt(middle, (p.axis.Foot+p.axis.Top)/2, g.word, "inside", chart.InkSecond, false)
			word.Label.Rotate = 90
		}
		word.Label.BackgroundColor, word.Label.Padding = chart.InkWhite.Hex(), []int{1, 3}
		items = append(items, word)
	}
	if len(items) == 0 {
		return nil
	}
	words := places(axisSlots, 0)
	words.Data = items
	return []charts.SingleSeries{words}
}

// hatch fills the slots from start to end with sloping lines, cut at their edges.
func (p *plot) hatch(start, end float64) [][][2]float64 {
	perPixel := p.end() / nominalWidth
	run := float64(p.plotHeight) * perPixel // how far a line at 45° goes while it climbs to the top
	height := p.axis.Top - p.axis.Foot
	var lines [][][2]float64
	for foot := start - run; foot < end; foot += 7 * perPixel {
		from, to := math.Max(foot, start), math.Min(foot+run, end)
		if from < to {
			lines = append(lines, [][2]float64{{from, p.axis.Foot + (from-foot)/run*height}, {to, p.axis.Foot + (to-foot)/run*height}})
		}
	}
	return lines
}
