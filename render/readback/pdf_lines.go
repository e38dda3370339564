package readback

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// Two texts on a line belong to one word where the gap between them is less than
// wordGap of the size of the letters, and are columns apart from columnGap on. A text
// whose foot is less than lineGap of the size higher or lower stands on the same line.
const (
	wordGap   = 0.1
	columnGap = 0.5
	lineGap   = 0.2
)

// level is a run as it stands on a page that is turned so that the run goes from
// left to right.
type level struct {
	*run
	from, to, foot float64
}

// levelOf turns the place of a run.
func levelOf(r *run) level {
	if r.angle == 0 {
		return level{r, r.x, r.endX, r.y}
	}
	sin, cos := math.Sincos(float64(r.angle) * math.Pi / 180)
	return level{r, r.x*cos + r.y*sin, r.endX*cos + r.endY*sin, r.y*cos - r.x*sin}
}

// lines gives the texts of a page as they are seen: lines from top to bottom, each from
// left to right, first those that are level, then those that are turned.
func lines(runs []run) string {
	levels := make([]level, len(runs))
	for i := range runs {
		levels[i] = levelOf(&runs[i])
	}
	slices.SortStableFunc(levels, func(a, b level) int {
		return cmp.Or(cmp.Compare(math.Abs(float64(a.angle)), math.Abs(float64(b.angle))),
			cmp.Compare(a.angle, b.angle), cmp.Compare(b.foot, a.foot), cmp.Compare(a.from, b.from))
	})
	var out strings.Builder
	for len(levels) > 0 {
		first, end := levels[0], 1
		for end < len(levels) && sameLine(first, levels[end]) {
			end++
		}
		line := levels[:end]
		slices.SortStableFunc(line, func(a, b level) int { return cmp.Compare(a.from, b.from) })
		writeLine(&out, line)
		out.WriteByte('\n')
		levels = levels[end:]
	}
	return out.String()
}

func sameLine(a, b level) bool {
	return a.angle == b.angle && math.Abs(a.foot-b.foot) < lineGap*max(min(a.size, b.size), 1)
}

func writeLine(out *strings.Builder, line []level) {
	for i, l := range line {
		if i > 0 {
			out.WriteString(between(line[i-1], l))
		}
		out.WriteString(l.text)
	}
}

// between gives what parts two texts of a line: nothing inside a word, a blank between
// words, a tab between columns.
func between(a, b level) string {
	gap, size := b.from-a.to, max(min(a.size, b.size), 1)
	switch {
	case gap >= columnGap*size:
		return "\t"
	case math.Abs(gap) < wordGap*size:
		return ""
	}
	return " "
}

// asDrawn gives the texts of a page in the order in which they were drawn: a text that
// runs over several lines stays together, though others stand beside it.
func asDrawn(runs []run) string {
	var out strings.Builder
	for i := range runs {
		this := levelOf(&runs[i])
		if i > 0 {
			last := levelOf(&runs[i-1])
			if sameLine(last, this) {
				out.WriteString(between(last, this))
			} else {
				out.WriteByte('\n')
			}
		}
		out.WriteString(this.text)
	}
	out.WriteByte('\n')
	return out.String()
}
