package chart

import (
	"fmt"
	"iter"
	"strings"
	"time"
)

// Sizes of a time line in mm.
const (
	laneName  = 38.0 // width of the names
	laneTop   = 11.0 // windows and months
	laneShare = 15.0
	laneLow   = 8.5
	laneEnd   = 6.0 // letters of the changes
	laneMark  = 0.95
)

// TimelineHeight is the height in mm of a time line.
func TimelineHeight(t Timeline) float64 {
	high := laneTop + laneEnd
	for _, l := range t.Lanes {
		high += l.height()
	}
	return high
}

func (l Lane) height() float64 {
	if l.Kind == LaneShare {
		return laneShare
	}
	return laneLow
}

// timeline is a time line on its canvas.
type timeline struct {
	*canvas
	spec  Timeline
	left  float64
	slot  float64 // width of a month
	slots slots
	first time.Time
}

// LayoutTimeline draws a time line of a width in mm; its height is in the scene. Without
// months, or with a first day that cannot be read, there are no shapes.
func LayoutTimeline(t Timeline, width float64) Scene {
	c := newCanvas(width, TimelineHeight(t))
	first, err := time.Parse(time.DateOnly, t.From)
	if err != nil || t.Months < 1 || width < laneName+10 {
		return c.scene
	}
	d := &timeline{canvas: c, spec: t, left: laneName, slot: (width - laneName) / float64(t.Months), first: first}
	for i := range t.Months {
		from := first.AddDate(0, i, 0)
		d.slots = append(d.slots, slot{from, from.AddDate(0, 1, -1), true})
	}
	d.months()
	y := laneTop
	for _, l := range t.Lanes {
		d.line(0, y, width, y, InkRule, 0.5)
		d.lane(l, y)
		y += l.height()
	}
	d.line(0, y, width, y, InkText, 0.5)
	d.changes(y)
	return c.scene
}

// months draws the two windows and the names of quarters, with a hairline at each.
func (d *timeline) months() {
	for _, l := range []struct {
		Window
		name string
		ink  Ink
	}{{d.spec.Baseline, "baseline", InkAxis}, {d.spec.Period, "period", InkText}} {
		start, end, ok := d.slots.window(l.From, l.To)
		if !ok {
			continue
		}
		d.fill(box{d.left + start*d.slot, 4.2, d.left + end*d.slot - 0.4, 4.9}, l.ink)
		d.write(Text{At: XY{d.left + (start+end)/2*d.slot, 3.2}, Text: l.name, Size: 6.75, Ink: InkSecond, Anchor: AnchorMiddle})
	}
	bottom := d.scene.Height - laneEnd
	for i, s := range d.slots {
		if s.from.Month()%3 != 1 && i > 0 {
			continue
		}
		x := d.left + float64(i)*d.slot
		d.line(x, laneTop-4, x, bottom, InkHairline, 0.4)
		name := s.from.Format("Jan")
		if i == 0 || s.from.Month() == time.January {
			name = s.from.Format("Jan 2006")
		}
		d.write(Text{At: XY{x + 0.6, laneTop - 1.4}, Text: name, Size: 7, Ink: InkSecond})
	}
}

// lane draws the name of a lane and its months.
func (d *timeline) lane(l Lane, top float64) {
	d.write(Text{At: XY{0, top + 4}, Text: l.Name, Size: 8.5, Ink: InkText, Semibold: true})
	d.write(Text{At: XY{0, top + 7.4}, Text: l.Note, Size: 7, Ink: InkSecond})
	d.gaps(l, top)
	if l.Kind == LaneShare {
		d.columns(l, top)
		return
	}
	if l.Kind == LaneStock {
		d.stock(l, top)
		return
	}
	for i, m := range d.known(l) {
		d.events(m, d.left+float64(i)*d.slot, top, l.Kind == LaneDone)
	}
}

// gaps say once for each run of months without a value why there is none.
func (d *timeline) gaps(l Lane, top float64) {
	months := l.Months[:min(len(l.Months), len(d.slots))]
	for i := 0; i < len(months); {
		end := i + 1
		for months[i].Value == nil && end < len(months) && months[end].Value == nil && months[end].Text == months[i].Text {
			end++
		}
		if months[i].Value == nil {
			at := XY{d.left + (float64(i)+float64(end))/2*d.slot, top + l.height() - 1.8}
			d.write(Text{At: at, Text: months[i].Text, Size: 6.25, Ink: InkFew, Anchor: AnchorMiddle})
		}
		i = end
	}
}

// known gives the months of a lane that have a value, by their place.
func (d *timeline) known(l Lane) iter.Seq2[int, LaneMonth] {
	return func(yield func(int, LaneMonth) bool) {
		for i, m := range l.Months[:min(len(l.Months), len(d.slots))] {
			if m.Value != nil && !yield(i, m) {
				return
			}
		}
	}
}

// columns are the shares of the months with their counts above them, up to the highest
// of the lane, which stands beside its line. A share of nought is its counts on the line.
func (d *timeline) columns(l Lane, top float64) {
	foot, tallest := top+laneShare-1, laneShare-4.6
	highest := 0.0
	for _, m := range d.known(l) {
		highest = max(highest, min(*m.Value, 100))
	}
	scale := scaleFor(highest, UnitPercent, true).top
	high := func(m LaneMonth) float64 { return min(max(*m.Value, 0), scale) / scale * tallest }
	if highest > 0 {
		d.write(Text{At: XY{d.left - 0.8, foot - tallest + 0.8}, Text: Decimal(scale, 0) + string(UnitPercent), Size: 6.25, Ink: InkSecond, Anchor: AnchorEnd})
	}
	for i, m := range d.known(l) {
		if x := d.left + float64(i)*d.slot; high(m) > 0 {
			d.fill(box{x + d.slot*0.22, foot - high(m), x + d.slot*0.78, foot}, InkData)
		}
	}
	for i, m := range d.known(l) {
		at := XY{d.left + (float64(i)+0.5)*d.slot, foot - high(m) - 0.7}
		d.write(Text{At: at, Text: strings.ReplaceAll(m.Text, " of ", "/"), Size: 5.5, Ink: InkSecond, Anchor: AnchorMiddle})
	}
	d.line(d.left, foot, d.scene.Width, foot, InkAxis, 0.6)
}

// stock is a bar over each month with the number in it; none in force is no bar.
func (d *timeline) stock(l Lane, top float64) {
	for i, m := range d.known(l) {
		if x := d.left + float64(i)*d.slot; *m.Value > 0 {
			d.fill(box{x + 0.15, top + 2.4, x + d.slot - 0.15, top + 6.2}, InkTint2)
		}
	}
	for i, m := range d.known(l) {
		if *m.Value > 0 {
			d.write(Text{At: XY{d.left + (float64(i)+0.5)*d.slot, top + 5.2}, Text: Decimal(*m.Value, 0), Size: 6.5, Ink: InkText, Anchor: AnchorMiddle})
		}
	}
}

// events draws one mark for each, or a mark and the number where they have no room.
func (d *timeline) events(m LaneMonth, x, top float64, done bool) {
	count := int(*m.Value)
	if count <= 0 {
		return
	}
	y := top + laneLow/2
	step := 2*laneMark + 0.5
	if float64(count)*step > d.slot {
		d.mark(x+d.slot*0.3, y, m.Part > 0, done)
		d.write(Text{At: XY{x + d.slot*0.3 + laneMark + 0.5, y + 0.9}, Text: fmt.Sprint(count), Size: 6.5, Ink: InkText})
		return
	}
	at := x + (d.slot-float64(count-1)*step)/2
	for i := range count {
		d.mark(at, y, i < m.Part, done)
		at += step
	}
}

// mark is one event: a square, filled where it was done, a diamond where it is a concern.
func (d *timeline) mark(x, y float64, special, done bool) {
	square := []XY{{x - laneMark, y - laneMark}, {x + laneMark, y - laneMark}, {x + laneMark, y + laneMark}, {x - laneMark, y + laneMark}}
	switch {
	case special && done:
		d.draw(Polygon{Points: square, Fill: InkData, Outline: InkData, Width: 0.7})
	case special:
		d.draw(StateShape(StateConcern, x, y, laneMark*1.2)...)
	default:
		d.draw(Polygon{Points: square, Fill: InkWhite, Outline: InkData, Width: 0.7})
	}
}

// changes draws a rule through all lanes for each change, with its letter below.
func (d *timeline) changes(bottom float64) {
	for _, m := range d.spec.Marks {
		from, err := time.Parse(time.DateOnly, m.From)
		if err != nil {
			continue
		}
		to, err := time.Parse(time.DateOnly, m.To)
		if err != nil {
			to = from
		}
		at := (d.slots.at(from) + d.slots.at(to.Add(day))) / 2
		if to.Sub(from) > 20*day {
			at = d.slots.at(from) + 0.06 // of a change of which only the month is told: at its begin, where no number stands
		}
		if at <= 0 || at >= float64(len(d.slots)) {
			continue
		}
		x := d.left + at*d.slot
		d.line(x, laneTop, x, bottom, InkMarker, 0.5)
		wide := TextWidth(m.Letter, 6.5, true) + 1.8
		tag := Text{At: XY{x, bottom + 3.6}, Text: m.Letter, Size: 6.5, Ink: InkWhite, Semibold: true, Anchor: AnchorMiddle}
		if d.room(tag) {
			d.fill(box{x - wide/2, bottom + 1.2, x + wide/2, bottom + 4.3}, InkMarker)
			d.write(tag)
		}
	}
}
