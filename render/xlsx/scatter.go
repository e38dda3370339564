package xlsx

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"evidencepack/render/chart"
)

// xy is one line, or one set of markers, of a chart whose lower axis counts: two
// ranges of cells. Its column is that of the heights, with its name above them.
type xy struct {
	series
	across       int // column of the places along the lower axis
	row, rows    int
	lastX, lastY float64 // the last place, for a name at the right
}

// scatter is a chart whose lower axis counts.
type scatter struct {
	*sheet
	title, xHead string
	x, y         chart.Axis
	unit         chart.Unit
	lines        []xy // from back to front
}

// xml is the chart part.
func (c *scatter) xml() []byte {
	p := new(parts)
	p.start(c.title, "scatterChart")
	var all []ends
	for _, l := range c.lines {
		for _, name := range l.labels {
			if name.gutter {
				all = append(all, endAt(l.column, l.lastY, c.y))
			}
		}
	}
	offsets := apart(all)
	for i, l := range c.lines {
		c.line(p, i, l, offsets[l.column])
	}
	p.add(`<c:axId val="1001"/><c:axId val="1002"/></c:scatterChart>`)
	p.count(c.x, c.xHead)
	p.upright(c.y, c.unit, "midCat")
	p.end()
	return p.Bytes()
}

// line is one line of the chart.
func (c *scatter) line(p *parts, number int, l xy, down float64) {
	head, err := excelize.CoordinatesToCellName(l.column, l.row-1, true)
	c.book.keep(err)
	p.add(`<c:ser><c:idx val="%d"/><c:order val="%d"/><c:tx><c:strRef><c:f>%s</c:f></c:strRef></c:tx>`, number, number, escaped(place(c.name, head)))
	p.line(l.series)
	if len(l.labels) > 0 {
		p.add(`<c:dLbls>`)
		for _, name := range l.labels {
			if name.end {
				name.slot = l.rows - 1
			}
			p.label(name, l.ink, (c.x.Top-l.lastX)/(c.x.Top-c.x.Foot)*plotWide, down, 0)
		}
		p.add(`<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>%s`+withoutLeaders+`</c:dLbls>`, shows(false))
	}
	p.add(`<c:xVal><c:numRef><c:f>%s</c:f></c:numRef></c:xVal>`, escaped(c.rangeOf(l.across, l.row, l.rows)))
	p.add(`<c:yVal><c:numRef><c:f>%s</c:f></c:numRef></c:yVal><c:smooth val="0"/></c:ser>`, escaped(c.rangeOf(l.column, l.row, l.rows)))
}

// count is a lower axis that counts, with what it counts under it.
func (p *parts) count(x chart.Axis, head string) {
	p.add(`<c:valAx><c:axId val="1001"/><c:scaling><c:orientation val="minMax"/><c:max val="%g"/><c:min val="%g"/></c:scaling>`+
		`<c:delete val="0"/><c:axPos val="b"/>`, x.Top, x.Foot)
	if head != "" {
		p.add(`<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p>%s</a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`,
			run(head, chartText, false, chart.InkSecond))
	}
	p.add(`<c:numFmt formatCode="%s" sourceLinked="0"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>`+
		`<c:spPr>%s</c:spPr>%s<c:crossAx val="1002"/><c:crosses val="autoZero"/><c:crossBetween val="midCat"/><c:majorUnit val="%g"/></c:valAx>`,
		escaped(formatAs(fmt.Sprintf("%g", x.Step))), stroke(chart.InkAxis, 0.75, false), defaultLetters(chart.InkSecond, false), x.Step)
}
