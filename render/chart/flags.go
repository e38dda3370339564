package chart

import (
	"cmp"
	"fmt"
	"slices"
)

const (
	flagHeight  = 3.1 // the tag of a dated change
	flagRow     = 3.7 // from one row of tags to the next
	flagAir     = 0.6 // between two tags of one row
	flagMargin  = 1.8 // a tag is wider than its letters by this
	flagSize    = 6.5 // pt
	flagDrop    = 1.6 // at the end of a flag that is wider than a day
	mostRows    = 4
	mostShare   = 0.35 // of the height over the zero line
	mostLetters = 4    // in one tag
)

// change is one dated change, or several of the same dates, over the plot.
type change struct {
	text       string
	count      int     // of changes
	start, end float64 // mm; the same where the day is known
	left       float64 // of the tag, mm
	row        int
}

func (c change) tagWidth() float64 { return TextWidth(c.text, flagSize, true) + flagMargin }
func (c change) right() float64    { return max(c.left+c.tagWidth(), c.end) }

// flags gives the changes within the dates of the chart, from left to right, each
// in the first row that has room, and how many rows there are. What does not fit
// into four rows, or fewer in a low chart, is counted in one tag in the last.
// rebased keeps the first row for the words of new limits.
func (f *frame) flags(rebased bool) (flags []change, rows int) {
	most := max(1, min(mostRows, int(mostShare*f.plot.bottom/flagRow)))
	all := f.dated()
	if rebased {
		defer func() {
			rows++
			for i := range flags {
				flags[i].row++
			}
		}()
	}
	flags, rest := f.stack(all, most)
	if len(rest) > 0 {
		flags, rest = f.stack(all, most-1)
		more := change{start: rest[0].start, end: rest[0].end, row: most - 1}
		for _, one := range rest {
			more.count += one.count
			more.end = max(more.end, one.start, one.end)
		}
		more.text = fmt.Sprintf("+%d", more.count)
		flags = append(flags, f.tagged(more))
	}
	for _, one := range flags {
		rows = max(rows, one.row+1)
	}
	return flags, rows
}

// dated gives one flag for all changes that have the same dates.
func (f *frame) dated() []change {
	var flags []change
	where := map[[2]string]int{}
	for _, mark := range f.spec.Marks {
		start, end, ok := f.slots.window(mark.From, mark.To)
		if !ok {
			continue
		}
		dates := [2]string{mark.From, mark.To}
		at, known := where[dates]
		if !known {
			at = len(flags)
			where[dates] = at
			flags = append(flags, change{start: f.x(start), end: f.x(end)})
			if mark.From == mark.To {
				flags[at].end = flags[at].start
			}
		}
		one := &flags[at]
		one.count++
		switch {
		case one.count == 1:
			one.text = mark.Letter
		case one.count <= mostLetters:
			one.text += " " + mark.Letter
		}
	}
	for i := range flags {
		if over := flags[i].count - mostLetters; over > 0 {
			flags[i].text += fmt.Sprintf(" +%d", over)
		}
		flags[i] = f.tagged(flags[i])
	}
	slices.SortStableFunc(flags, func(a, b change) int { return cmp.Compare(a.start, b.start) })
	return flags
}

// tagged puts the left edge of the tag on the rule, or further left at the right
// end of the plot.
func (f *frame) tagged(g change) change {
	if most := f.plot.right - f.plot.left - flagMargin; TextWidth(g.text, flagSize, true) > most {
		g.text = g.text[:fitting(g.text, flagSize, true, most)]
	}
	g.left = min(g.start, f.plot.right-g.tagWidth())
	return g
}

// stack puts each flag into the first row whose last one ended before it.
func (f *frame) stack(flags []change, rows int) (placed, rest []change) {
	ends := make([]float64, rows)
	for _, one := range flags {
		one.row = slices.IndexFunc(ends, func(end float64) bool { return one.left > end+flagAir })
		if one.row < 0 {
			rest = append(rest, one)
			continue
		}
		ends[one.row] = one.right()
		placed = append(placed, one)
	}
	return placed, rest
}

// flagRules draws the rule of each change down through the plot.
func (f *frame) flagRules(flags []change) {
	for _, one := range flags {
		f.line(one.start, flagRow*float64(one.row), one.start, f.plot.bottom, InkMarker, 0.5)
	}
}

// tags draws the lettered tag of each change and, where the day is not known, a bar
// as long as the time in which it fell.
func (f *frame) tags(flags []change) {
	for _, one := range flags {
		top := flagRow * float64(one.row)
		if one.end > one.start {
			f.line(one.start, top+0.14, one.end, top+0.14, InkMarker, 0.8)
			f.line(one.end, top, one.end, top+flagDrop, InkMarker, 0.5)
		}
		width := one.tagWidth()
		f.fill(box{one.left, top, one.left + width, top + flagHeight}, InkMarker)
		f.write(Text{
			At: XY{one.left + width/2, top + 2.37}, Text: one.text, Size: flagSize,
			Semibold: true, Ink: InkWhite, Anchor: AnchorMiddle,
		})
	}
}
