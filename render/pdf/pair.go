package pdf

import (
	"strings"

	"evidencepack/render/chart"
)

// pairGutter is the air in mm between the two columns of a dense list.
const pairGutter = 6.0

// pairWidth is the width in mm of one of them.
const pairWidth = (width - pairGutter) / 2

// pairItem is one entry of a dense list in two columns: its name, what stands at the
// right end of the name's line, and its lines. It is never parted.
type pairItem struct {
	name, end string
	text      string // begins on the line of the name, where the name leaves room
	beside    string // its words there, at that distance in mm from the left edge
	at        float64
	lines     []pairLine
}

// pairLine is one line of an entry; what stands at is set at that distance in mm from
// the left edge of the column.
type pairLine struct {
	text, beside string
	at           float64
}

func (i pairItem) high(names []string, r *roles) float64 {
	return r.denseHead.high(names) + float64(len(i.lines))*r.denseText.leading + within
}

// runIn begins the text behind the name, and what stands at the end behind that, where
// they leave room enough for some words; otherwise the text begins on a line of its own.
func (i *pairItem) runIn(names []string, r *roles) {
	const air, least = 1.6, 18.0
	if i.text == "" {
		return
	}
	text := i.text
	var lines []pairLine
	if len(names) == 1 {
		at := r.denseHead.width(names[0]) + air
		if room := pairWidth - at - r.denseText.width(i.end) - air; room >= least {
			first, rest := firstLine(text, room, r.denseText)
			i.beside, i.at, text = first, at, strings.TrimSpace(rest)
		}
	}
	for _, line := range r.denseText.wrap(text, pairWidth) {
		lines = append(lines, pairLine{text: line})
	}
	i.lines = append(lines, i.lines...)
}

// pairs sets entries in two columns, from top to bottom and then beside, as even as they
// can be on the last sheet.
func (p *pen) pairs(items []pairItem) {
	names := make([][]string, len(items))
	heights := make([]float64, len(items))
	for i, item := range items {
		if p.role.denseText.width(item.end) > pairWidth/3 {
			item.lines, item.end = append(p.wrapped(item.end), item.lines...), ""
			items[i] = item
		}
		names[i] = p.role.denseHead.wrap(item.name, pairWidth-p.role.denseText.width(item.end)-parts)
		item.runIn(names[i], p.role)
		items[i] = item
		heights[i] = item.high(names[i], p.role)
	}
	for from := 0; from < len(items); {
		if p.next+2*heights[from] > p.low() && !p.fresh {
			p.sheet()
		}
		free := p.low() - p.next
		middle, end := from, from
		target := min(free, sum(heights[from:])/2+heights[from]/2)
		for high := 0.0; middle < len(items) && (middle == from || high+heights[middle] <= target); middle++ {
			high += heights[middle]
		}
		end = middle
		for high := 0.0; end < len(items) && high+heights[end] <= free; end++ {
			high += heights[end]
		}
		top := p.next
		deepest := max(p.pairColumn(left, top, items[from:middle], names[from:middle]), p.pairColumn(left+pairWidth+pairGutter, top, items[middle:end], names[middle:end]))
		p.next, p.fresh = deepest, false
		from = end
	}
}

// pairColumn draws entries under each other and gives the lower edge of the last.
func (p *pen) pairColumn(x, y float64, items []pairItem, names [][]string) float64 {
	for i, item := range items {
		p.rule(x, x+pairWidth, y, chart.InkHairline, 0.5)
		y += within / 2
		p.writeEnd(x+pairWidth, y+p.role.denseText.drop(), item.end, p.role.denseText.in(chart.InkSecond))
		p.write(x+item.at, y+p.role.denseHead.drop(), item.beside, p.role.denseText)
		y = p.lines(x, y, names[i], p.role.denseHead)
		for _, line := range item.lines {
			p.write(x, y+p.role.denseText.drop(), line.text, p.role.denseText)
			p.write(x+line.at, y+p.role.denseText.drop(), line.beside, p.role.denseText)
			y += p.role.denseText.leading
		}
		y += within / 2
	}
	return y
}

// wrapped are the lines of a text over the whole width of a column.
func (p *pen) wrapped(text string) []pairLine {
	var lines []pairLine
	for _, line := range p.role.denseText.wrap(text, pairWidth) {
		lines = append(lines, pairLine{text: line})
	}
	return lines
}
