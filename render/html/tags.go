package html

import (
	"cmp"
	"slices"
	"strconv"

	"evidencepack/render/chart"
)

// tag is the flag of one change, or of several that share their dates.
type tag struct {
	letters    string
	start, end float64 // end is 0 where the day is known
	row        int     // from the top
}

// mostTagRows is how many rows of letters stand above a plot; what does not fit
// becomes one flag with a count, and the key lists it.
const mostTagRows = 4

// width is the width of the box of a flag in pixels.
func (t tag) width() int { return 9*len([]rune(t.letters)) + 7 }

// tags places the flags from left to right, each in the first row in which it
// touches no other. It gives the flags and how many rows they take.
func (s slots) tags(marks []chart.Mark) ([]tag, int) {
	all := s.flags(marks)
	if len(all) == 0 {
		return nil, 0
	}
	perPixel := float64(len(s)) / narrowWidth
	ends := make([]float64, 0, mostTagRows)
	var placed []tag
	var rest *tag
	left := 0
	for _, t := range all {
		row := slices.IndexFunc(ends, func(end float64) bool { return t.start > end })
		if row < 0 && len(ends) < mostTagRows {
			row, ends = len(ends), append(ends, 0)
		}
		if row < 0 {
			left++
			if rest == nil {
				rest = &tag{start: t.start, row: mostTagRows}
			}
			continue
		}
		t.row = row
		ends[row] = max(t.start+float64(t.width()+2)*perPixel, t.end)
		placed = append(placed, t)
	}
	if rest == nil {
		return placed, len(ends)
	}
	rest.letters = "+" + strconv.Itoa(left)
	return append(placed, *rest), mostTagRows + 1
}

// flags makes one flag of each change in the chart; changes that are known to the
// quarter only and fall in the same one share a flag.
func (s slots) flags(marks []chart.Mark) []tag {
	var all []tag
	for _, m := range marks {
		start, end, ok := s.window(m.From, m.To)
		if !ok {
			continue
		}
		if m.From == m.To {
			all = append(all, tag{letters: m.Letter, start: start})
			continue
		}
		same := func(t tag) bool { return t.start == start && t.end == end }
		if at := slices.IndexFunc(all, same); at >= 0 {
			all[at].letters += " " + m.Letter
			continue
		}
		all = append(all, tag{letters: m.Letter, start: start, end: end})
	}
	slices.SortStableFunc(all, func(a, b tag) int { return cmp.Compare(a.start, b.start) })
	return all
}
