package chart

// target draws the target, dashed.
func (f *frame) target() {
	if f.spec.Target != nil {
		y := f.y(*f.spec.Target)
		f.draw(Line{Points: []XY{{f.plot.left, y}, {f.plot.right, y}}, Ink: InkText, Width: 0.6, Dash: []float64{1.6, 0.8}})
	}
}

// levels draws the value of each window across its months. A chart with limits has
// none: beside its centre line they would be lines without a meaning of their own.
func (f *frame) levels() {
	if f.limited() {
		return
	}
	for i, level := range f.spec.Levels {
		start, end, ok := f.slots.window(level.From, level.To)
		if ok && finite(level.Value) {
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
			x := f.x(f.middle(i))
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
		at := f.at(i)
		if open {
			runs[len(runs)-1] = append(runs[len(runs)-1], at)
		} else {
			runs = append(runs, []XY{at})
		}
		open = true
	}
	return runs
}
