package pdf

import (
	"slices"
	"strings"

	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// valueLine is the before and the after of a figure in the largest sizes that fit:
// on one line with an arrow, or else under each other.
type valueLine struct {
	before, after           []string
	beforeStyle, afterStyle style
	stacked                 bool
}

const arrowGap = 1.6

// fitValues chooses the sizes. Words are smaller than numbers.
func fitValues(figure page.Figure, wide float64, r *roles) valueLine {
	v := valueLine{beforeStyle: r.figureBefore, afterStyle: r.figureAfter}
	if !strings.ContainsAny(figure.After, "0123456789") {
		v.afterStyle = r.wordAfter
	}
	for v.long(figure) > wide && v.afterStyle.size > 11*r.scale {
		v.afterStyle = v.afterStyle.sized(v.afterStyle.size - 1)
		v.beforeStyle = v.beforeStyle.sized(max(9*r.scale, v.beforeStyle.size-0.5))
	}
	v.stacked = v.long(figure) > wide
	v.before, v.after = []string{figure.Before}, []string{figure.After}
	if v.stacked {
		v.before, v.after = v.beforeStyle.wrap(figure.Before, wide), v.afterStyle.wrap(figure.After, wide)
	}
	if figure.Before == "" {
		v.before = nil
	}
	return v
}

// long gives the width of the values on one line.
func (v valueLine) long(figure page.Figure) float64 {
	long := v.afterStyle.width(figure.After)
	if figure.Before != "" {
		long += v.beforeStyle.width(figure.Before) + 2*arrowGap + chart.ArrowLength
	}
	return long
}

func (v valueLine) high() float64 {
	if v.stacked {
		return v.beforeStyle.high(v.before) + v.afterStyle.high(v.after) + within
	}
	return v.afterStyle.leading
}

// values draws the line of values at the foot of a box that begins at y.
func (p *pen) values(x, y, high float64, v valueLine) {
	if v.stacked {
		y = p.lines(x, y, v.before, v.beforeStyle)
		p.lines(x, y, v.after, v.afterStyle)
		return
	}
	baseline := y + high - 1.6*p.role.scale
	if len(v.before) > 0 {
		p.write(x, baseline, v.before[0], v.beforeStyle)
		x += v.beforeStyle.width(v.before[0]) + arrowGap
		p.shapes(0, 0, chart.Arrow(x, baseline-1.5*p.role.scale))
		x += chart.ArrowLength + arrowGap
	}
	p.write(x, baseline, v.after[0], v.afterStyle)
}

// joined puts the texts that are there behind each other with a dot between.
func joined(texts ...string) string { return joinedBy(" · ", texts...) }

// joinedBy leaves out the empty texts, so that no separator stands alone.
func joinedBy(between string, texts ...string) string {
	there := slices.DeleteFunc(slices.Clone(texts), func(text string) bool { return text == "" })
	return strings.Join(there, between)
}
