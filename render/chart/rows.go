package chart

// longestRow is the most that the label of a point may take, as a part of the plot.
const longestRow = 0.3

// rowLabels draws a tick under each point and the labels of as many, evenly chosen,
// as stand clear of each other. Too long a label is cut.
func (f *frame) rowLabels() {
	const tick, longTick, air = 0.8, 1.6, 1.5
	count := len(f.spec.Points)
	labels := make([]Text, count)
	for i, p := range f.spec.Points {
		labels[i] = f.inside(Text{
			At:   XY{f.x(f.middle(i)), f.plot.bottom + monthsBelow},
			Text: cut(p.Label, labelSize, false, longestRow*(f.plot.right-f.plot.left)), Size: labelSize, Ink: InkSecond, Anchor: AnchorMiddle,
		})
	}
	step := 1
	for clear := false; !clear && step < count; {
		clear = true
		for i := step; i < count; i += step {
			if boxOf(labels[i]).left < boxOf(labels[i-step]).right+air {
				clear = false
			}
		}
		if !clear {
			step = nextStep(step)
		}
	}
	for i, label := range labels {
		x, length := f.x(f.middle(i)), tick
		if i%step == 0 && f.write(label) {
			length = longTick
		} else if f.slotWidth() < tick {
			continue
		}
		f.line(x, f.plot.bottom, x, f.plot.bottom+length, InkAxis, 0.4)
	}
}

// nextStep goes on in 1, 2, 5, 10, 20, 50.
func nextStep(step int) int {
	size := 1
	for size*10 <= step {
		size *= 10
	}
	switch step / size {
	case 1:
		return 2 * size
	case 2:
		return 5 * size
	}
	return 10 * size
}

// cut shortens a text to a width in mm; what is cut ends in three dots.
func cut(text string, size float64, semibold bool, width float64) string {
	if TextWidth(text, size, semibold) <= width {
		return text
	}
	return text[:fitting(text, size, semibold, width-TextWidth("…", size, semibold))] + "…"
}
