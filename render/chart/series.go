package chart

// centre draws the median over the whole plot.
func (f *frame) centre() {
	if f.spec.LastCentre() != nil {
		y := f.y(*f.spec.LastCentre())
		f.line(f.plot.left, y, f.plot.right, y, InkNoChange, 0.6)
	}
}

// target draws the target, dashed.
func (f *frame) target() {
	if f.spec.Target != nil {
		y := f.y(*f.spec.Target)
		f.draw(Line{Points: []XY{{f.plot.left, y}, {f.plot.right, y}}, Ink: InkText, Width: 0.6, Dash: []float64{1.6, 0.8}})
	}
}

// levels draws the value of each window across its months.
func (f *frame) levels() {
	for i, level := range f.spec.Levels {
		start, end, ok := f.slots.window(level.From, level.To)
		if ok && level.Value != nil {
			y := f.y(*level.Value)
			f.line(f.x(start)+0.2, y, f.x(end)-0.2, y, levelInk(f.spec.State, i), 1.4)
		}
	}
}

// levelInk keeps the colour of the claim for the period; what was before has none.
func levelInk(state State, at int) Ink {
	if at == 0 {
		return InkAxis
	}
	return state.Ink()
}

// intervals draws the 95% interval of each quarter.
func (f *frame) intervals() {
	if f.spec.Grain != GrainQuarter {
		return
	}
	for i, p := range f.spec.Points {
		if shown(p) && p.Lower != nil && p.Upper != nil {
			x := f.x(float64(i) + 0.5)
			f.line(x, f.y(*p.Upper), x, f.y(*p.Lower), InkData, 0.6)
		}
	}
}

// dataLines joins neighbours that both have a value; a gap breaks the line.
func (f *frame) dataLines(width float64) {
	for _, run := range f.runs() {
		if len(run) > 1 {
			f.draw(Line{Points: run, Ink: InkData, Width: width})
		}
	}
}

// runs gives the places of the points that follow each other without a gap.
func (f *frame) runs() [][]XY {
	var runs [][]XY
	open := false
	for i, p := range f.spec.Points {
		if !shown(p) {
			open = false
			continue
		}
		at := XY{f.x(float64(i) + 0.5), f.y(*p.Value)}
		if open {
			runs[len(runs)-1] = append(runs[len(runs)-1], at)
		} else {
			runs = append(runs, []XY{at})
		}
		open = true
	}
	return runs
}

// points draws a dot for each value, smaller where the slots are thin.
func (f *frame) points(radius float64) {
	radius = min(radius, max(0.35*f.slotWidth(), 0.3))
	for _, run := range f.runs() {
		for _, at := range run {
			f.draw(Circle{Centre: at, Radius: radius, Fill: InkData})
		}
	}
}
