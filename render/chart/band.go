package chart

// limits gives the limits of a point as they are drawn: where a chart has only one
// of them, the other side is open and reaches to the edge of the plot. A gap has none.
func (f *frame) limits(i int) (lower, upper float64, ok bool) {
	p := f.spec.Points[i]
	if !shown(p) || !finite(p.LimitLower) && !finite(p.LimitUpper) {
		return 0, 0, false
	}
	lower, upper = f.low, f.scale.top
	if finite(p.LimitLower) {
		lower = *p.LimitLower
	}
	if finite(p.LimitUpper) {
		upper = *p.LimitUpper
	}
	return lower, upper, upper >= lower
}

// limited says whether a chart has limits at any point.
func (f *frame) limited() bool {
	for i := range f.spec.Points {
		if _, _, ok := f.limits(i); ok {
			return true
		}
	}
	return false
}

// band fills the place between the limits, stepped at the edges of the slots. A gap
// breaks it.
func (f *frame) band() {
	var above, below []XY
	finish := func() {
		if len(above) > 0 {
			for i := len(below) - 1; i >= 0; i-- {
				above = append(above, below[i])
			}
			f.draw(Polygon{Points: above, Fill: InkBand})
		}
		above, below = nil, nil
	}
	for i := range f.spec.Points {
		lower, upper, ok := f.limits(i)
		if !ok {
			finish()
			continue
		}
		left, right := f.edges(i)
		above = append(above, XY{left, f.y(upper)}, XY{right, f.y(upper)})
		below = append(below, XY{left, f.y(lower)}, XY{right, f.y(lower)})
	}
	finish()
}

// centre draws the centre line of each part, from the first slot that has it to the
// last. Between two parts it steps.
func (f *frame) centre() {
	points := f.spec.Points
	for from := 0; from < len(points); from++ {
		if !finite(points[from].Centre) {
			continue
		}
		to := from
		for to+1 < len(points) && finite(points[to+1].Centre) && *points[to+1].Centre == *points[from].Centre {
			to++
		}
		left, _ := f.edges(from)
		_, right := f.edges(to)
		y := f.y(*points[from].Centre)
		f.line(left, y, right, y, InkNoChange, 0.6)
		from = to
	}
}
