package chart

import (
	"cmp"
	"slices"
)

const (
	gutterGap = 1.3 // between the plot and its direct labels
	lineStep  = 3.1 // from one line of a direct label to the next
	farMove   = 4.0 // a label that moves further takes the colour of its line
)

// direct is a label at the right of the plot that names a line at its height.
type direct struct {
	lines    []string
	y        float64 // where its line is, then where the label stands: the middle
	moved    float64
	ink      Ink // of the text
	line     Ink // of what it names
	semibold bool
}

func (d direct) height() float64 { return lineStep * float64(len(d.lines)) }

// gutter writes the last value, the levels, the target and the centre at the right
// edge, each as near to its line as the others allow.
func (f *frame) gutter() {
	f.beside(f.directs(), f.plot.right+gutterGap, f.plot.bottom+lineStep/2)
}

// beside writes labels from x on, spread between the top of the scene and a foot.
func (c *canvas) beside(labels []direct, x, foot float64) {
	low, high := 0.0, foot
	for len(labels) > 0 && totalHeight(labels) > high-low {
		labels = labels[:len(labels)-1] // the least needed stands last
	}
	slices.SortStableFunc(labels, func(a, b direct) int { return cmp.Compare(a.y, b.y) })
	spread(labels, low, high)
	for _, label := range labels {
		ink := label.ink
		if label.moved > farMove && label.line != InkAxis { // axis grey is too pale for words
			ink = label.line
		}
		baseline := label.y - label.height()/2 + lineStep/2 + labelRise
		for _, line := range label.lines {
			c.write(Text{
				At: XY{x, baseline}, Text: line, Size: labelSize,
				Semibold: label.semibold, Ink: ink, Anchor: AnchorStart,
			})
			baseline += lineStep
		}
	}
}

// directs gives the labels with the most needed first. A last slot without a value
// has no last value: an earlier one would pass for it.
func (f *frame) directs() []direct {
	var labels []direct
	width := f.scene.Width - f.plot.right - gutterGap
	add := func(value *float64, text string, ink, line Ink, semibold bool) {
		if !finite(value) {
			return
		}
		if lines := Wrap(text, labelSize, semibold, width); len(lines) > 0 {
			labels = append(labels, direct{lines: lines, y: f.y(*value), ink: ink, line: line, semibold: semibold})
		}
	}
	if n := len(f.spec.Points); n > 0 && shown(f.spec.Points[n-1]) {
		value := f.spec.Points[n-1].Value
		add(value, Decimal(*value, f.spec.Decimals)+string(f.spec.Unit), InkData, InkData, true)
	}
	levels := f.spec.Levels
	if f.limited() {
		levels = nil
	}
	for i, level := range levels {
		if _, _, ok := f.slots.window(level.From, level.To); !ok {
			continue
		}
		line := levelInk(f.spec.State, i)
		claimed := i > 0 && (f.spec.State == StateImprovement || f.spec.State == StateConcern)
		if claimed {
			add(level.Value, level.Label, line, line, true)
		} else {
			add(level.Value, level.Label, InkSecond, line, false)
		}
	}
	add(f.spec.Target, f.spec.TargetLabel, InkText, InkText, false)
	add(f.spec.LastCentre(), f.spec.CentreLabel, InkSecond, InkNoChange, false)
	return labels
}

func totalHeight(labels []direct) float64 {
	total := 0.0
	for _, label := range labels {
		total += label.height()
	}
	return total
}

// spread moves labels, sorted by height, apart until none lies on another and all
// are between low and high. Those that touch move as one group, so that their
// places together are as near to their lines as they can be.
func spread(labels []direct, low, high float64) {
	type group struct {
		first, count int
		wish, height float64 // wish is the sum of the tops that each would give the group
	}
	top := func(g group) float64 {
		return max(low, min(g.wish/float64(g.count), high-g.height))
	}
	var groups []group
	for i, label := range labels {
		height := label.height()
		groups = append(groups, group{i, 1, label.y - height/2, height})
		for n := len(groups); n > 1 && top(groups[n-2])+groups[n-2].height > top(groups[n-1]); n = len(groups) {
			a, b := groups[n-2], groups[n-1]
			wish := a.wish + b.wish - float64(b.count)*a.height
			groups = append(groups[:n-2], group{a.first, a.count + b.count, wish, a.height + b.height})
		}
	}
	for _, g := range groups {
		at := top(g)
		for i := g.first; i < g.first+g.count; i++ {
			middle := at + labels[i].height()/2
			labels[i].moved = max(middle-labels[i].y, labels[i].y-middle)
			labels[i].y = middle
			at += labels[i].height()
		}
	}
}
