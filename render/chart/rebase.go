package chart

import "time"

const (
	rebaseWord = "new limits"
	rebaseGap  = 0.8 // between the rule and its word
)

// rebaseDash tells the rule of new limits from that of a dated change, which is solid.
var rebaseDash = []float64{1.1, 0.8}

// rebaseRules gives where limits begin anew, in mm: the left edge of the first point
// of each new part. One that begins with the chart or after it is no line in it.
func (f *frame) rebaseRules() []float64 {
	var all []float64
	for _, r := range f.spec.Rebases {
		for i, p := range f.spec.Points {
			if begins(p, r) {
				if left, _ := f.edges(i); i > 0 {
					all = append(all, left)
				}
				break
			}
		}
	}
	return all
}

// begins says whether a point lies in the part that a rebase begins. Points without
// dates are known by their label.
func begins(p Point, r Rebase) bool {
	from, fromErr := time.Parse(time.DateOnly, p.From)
	start, startErr := time.Parse(time.DateOnly, r.From)
	if fromErr != nil || startErr != nil {
		return r.From != "" && (p.From == r.From || p.Label == r.From)
	}
	return !from.Before(start)
}

// rebases draws a dashed rule through the plot for each new part, with a word over it
// where there is room. What was decided, by whom and why is said under the chart.
func (f *frame) rebases(rules []float64) {
	for _, x := range rules {
		f.draw(Line{Points: []XY{{x, 0}, {x, f.plot.bottom}}, Ink: InkText, Width: 0.6, Dash: rebaseDash})
	}
	for i, x := range rules {
		end := f.scene.Width
		if i+1 < len(rules) {
			end = rules[i+1]
		}
		word := Text{At: XY{x + rebaseGap, 2.37}, Text: rebaseWord, Size: smallSize, Ink: InkText, Anchor: AnchorStart}
		if boxOf(word).right > end {
			continue
		}
		f.write(word)
	}
}
