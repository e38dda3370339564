package chart

// dates draws the ticks on the slot edges and the names of months or quarters with
// their years. Names of quarters shrink a little where they must; where all names do not
// fit, or the plot is narrow, the first and each January stand. Rows, and events
// without dates in order, have names of their own.
func (f *frame) dates() {
	if f.spec.Grain == GrainRow || f.spec.Grain == GrainEvent && f.events == nil {
		f.rowNames()
		return
	}
	labels := f.slots.dateLabels(f.named, f.spec.Grain)
	f.dateTicks(labels)
	var chosen []dateLabel
	for _, label := range labels {
		if label.opens {
			chosen = append(chosen, label)
		}
	}
	if len(chosen) == 0 {
		chosen = labels
	}
	narrow := f.plot.right-f.plot.left < narrowPlot && f.spec.Grain != GrainQuarter
	size := labelSize
	if !narrow && f.spec.Grain == GrainQuarter && !f.fit(chosen, size) {
		size = leastSize
	}
	if narrow || !f.fit(chosen, size) {
		chosen, size = firstAndJanuaries(chosen), labelSize
	}
	for !f.fit(chosen, size) && len(chosen) > 1 { // decades of months: every second January
		chosen = everySecond(chosen)
	}
	year := ""
	for _, label := range chosen {
		name, under := f.dateTexts(label, size)
		if !f.write(name) || label.year == year {
			continue
		}
		if f.write(under) {
			year = label.year
		}
	}
}

func everySecond(labels []dateLabel) []dateLabel {
	var chosen []dateLabel
	for i := 0; i < len(labels); i += 2 {
		chosen = append(chosen, labels[i])
	}
	return chosen
}

func firstAndJanuaries(labels []dateLabel) []dateLabel {
	var chosen []dateLabel
	for i, label := range labels {
		if i == 0 || label.january {
			chosen = append(chosen, label)
		}
	}
	return chosen
}

// dateTexts gives the name and the year: a month's at the start of its slot, a
// quarter's in the middle, both kept inside the scene.
func (f *frame) dateTexts(label dateLabel, size float64) (name, year Text) {
	at, anchor := f.x(float64(label.slot))+0.3, AnchorStart
	if f.spec.Grain == GrainQuarter {
		at, anchor = f.x(float64(label.slot)+0.5), AnchorMiddle
	}
	name = Text{At: XY{at, f.plot.bottom + monthsBelow}, Text: label.name, Size: size, Ink: InkSecond, Anchor: anchor}
	year = Text{At: XY{at, f.plot.bottom + yearsBelow}, Text: label.year, Size: labelSize, Ink: InkSecond, Anchor: anchor}
	return f.inside(name), f.inside(year)
}

// inside moves a text sideways until it stands in the scene.
func (c *canvas) inside(t Text) Text {
	place := boxOf(t)
	if over := place.right - c.scene.Width; over > 0 {
		t.At.X -= over
	} else if place.left < 0 {
		t.At.X -= place.left
	}
	return t
}

// fit says whether the names of all these labels stand clear of each other.
func (f *frame) fit(labels []dateLabel, size float64) bool {
	end := 0.0
	for _, label := range labels {
		name, _ := f.dateTexts(label, size)
		place := boxOf(name)
		if place.left < end {
			return false
		}
		end = place.right + 0.2
	}
	return true
}

// dateTicks draws a short tick at each month and a long one at each quarter; where
// slots are too thin for that, the long ones only.
func (f *frame) dateTicks(labels []dateLabel) {
	for i := 0; i <= len(labels); i++ {
		long := i == 0 || i == len(labels) || labels[i].opens
		length := 0.8
		if long {
			length = 1.6
		} else if f.slotWidth() < 0.8 {
			continue
		}
		x := f.x(float64(i))
		f.line(x, f.plot.bottom, x, f.plot.bottom+length, InkAxis, 0.4)
	}
}
