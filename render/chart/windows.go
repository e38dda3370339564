package chart

// windows draws the bars of the baseline and the period under the dates, with
// their names below.
func (f *frame) windows() {
	var names []Text
	for i, level := range f.spec.Levels {
		start, end, ok := f.slots.window(level.From, level.To)
		if !ok {
			continue
		}
		top := f.plot.bottom + windowsBelow
		left, right := f.x(start)+0.2, f.x(end)-0.2
		f.fill(box{left, top, max(left+0.1, right), top + windowHeight}, windowInk(i))
		names = append(names, f.inside(Text{
			At: XY{(left + right) / 2, f.plot.bottom + namesBelow}, Text: level.Name,
			Size: smallSize, Ink: InkSecond, Anchor: AnchorMiddle,
		}))
	}
	f.row(names)
}

// windowInk tells the bar of the baseline from that of the period.
func windowInk(at int) Ink {
	if at == 0 {
		return InkAxis
	}
	return InkText
}

// row writes texts of one line from left to right and pushes each clear of the one
// before; at the right edge they are pushed back.
func (f *frame) row(texts []Text) {
	const air = 1.0
	for i := 1; i < len(texts); i++ {
		if over := boxOf(texts[i-1]).right + air - boxOf(texts[i]).left; over > 0 {
			texts[i].At.X += over
		}
	}
	limit := f.scene.Width
	for i := len(texts) - 1; i >= 0; i-- {
		if over := boxOf(texts[i]).right - limit; over > 0 {
			texts[i].At.X -= over
		}
		limit = boxOf(texts[i]).left - air
	}
	for _, text := range texts {
		f.write(text)
	}
}
