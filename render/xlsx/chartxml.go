package xlsx

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"evidencepack/render/chart"
)

// Where the plot lies in a chart, as shares of its width and height. The room
// above holds the title, the room at the right the names of the lines.
const (
	plotLeft   = 0.07
	plotTop    = 0.15
	plotWide   = 0.75
	plotHigh   = 0.74
	labelApart = 0.048 // between two names at the right
)

// The sizes of text in a chart, in hundredths of a point.
const (
	chartTitle = 1200
	chartText  = 900
)

// emuPerPoint is how drawings measure the width of a line.
const emuPerPoint = 12700

// parts writes the XML of a chart.
type parts struct{ bytes.Buffer }

func (p *parts) add(format string, values ...any) { fmt.Fprintf(&p.Buffer, format, values...) }

// escaped makes a text safe between tags.
func escaped(text string) string {
	var out strings.Builder
	if err := xml.EscapeText(&out, []byte(clean(text))); err != nil {
		return ""
	}
	return out.String()
}

// fill is a solid colour.
func fill(ink chart.Ink) string {
	return `<a:solidFill><a:srgbClr val="` + strings.TrimPrefix(ink.Hex(), "#") + `"/></a:solidFill>`
}

// stroke is a line of so many points; 0 is none.
func stroke(ink chart.Ink, points float64, dashed bool) string {
	if points == 0 {
		return `<a:ln><a:noFill/></a:ln>`
	}
	dash := ""
	if dashed {
		dash = `<a:prstDash val="dash"/>`
	}
	return fmt.Sprintf(`<a:ln w="%d" cap="rnd">%s%s<a:round/></a:ln>`, int(points*emuPerPoint), fill(ink), dash)
}

// letter is the look of text in a chart.
func letter(tag string, size int, bold bool, ink chart.Ink) string {
	weight := 0
	if bold {
		weight = 1
	}
	return fmt.Sprintf(`<a:%s lang="en-GB" sz="%d" b="%d">%s<a:latin typeface="%s"/><a:cs typeface="%s"/></a:%s>`,
		tag, size, weight, fill(ink), fontName, fontName, tag)
}

// defaultLetters is the look of all text of a part of the chart.
func defaultLetters(ink chart.Ink, bold bool) string {
	properties := strings.Replace(letter("defRPr", chartText, bold, ink), ` lang="en-GB"`, "", 1)
	return `<c:txPr><a:bodyPr rot="0" vert="horz" wrap="none"/><a:lstStyle/><a:p><a:pPr>` + properties + `</a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>`
}

// run is one text with its look.
func run(text string, size int, bold bool, ink chart.Ink) string {
	return `<a:r>` + letter("rPr", size, bold, ink) + `<a:t>` + escaped(text) + `</a:t></a:r>`
}

// chartXML is the chart part of a trend sheet: lines over the cells, from nought,
// with the finding as its title and no legend.
func (t *trend) chartXML() []byte {
	p, y := new(parts), chart.AxisOf(t.Spec)
	p.start(t.Spec.Title, "lineChart")
	offsets := t.spreadLabels(y)
	for i, s := range t.series {
		t.seriesXML(p, i, s, offsets)
	}
	p.add(`<c:marker val="1"/><c:axId val="1001"/><c:axId val="1002"/></c:lineChart>`)
	t.axes(p, y)
	p.end()
	return p.Bytes()
}

// start opens a chart of lines or of places with its title and the place of its plot.
func (p *parts) start(title, kind string) {
	p.open(title, plotLeft, plotTop, plotWide, plotHigh)
	if kind == "lineChart" {
		p.add(`<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>`)
	} else {
		p.add(`<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>`)
	}
}

// open opens a chart with its title; its plot lies at these shares of its width and height.
func (p *parts) open(title string, left, top, wide, high float64) {
	p.add(xml.Header + `<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"` +
		` xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"` +
		` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">` +
		`<c:date1904 val="0"/><c:lang val="en-GB"/><c:roundedCorners val="0"/><c:chart>`)
	p.title(title)
	p.add(`<c:autoTitleDeleted val="0"/><c:plotArea><c:layout><c:manualLayout><c:layoutTarget val="inner"/>`+
		`<c:xMode val="edge"/><c:yMode val="edge"/><c:x val="%g"/><c:y val="%g"/><c:w val="%g"/><c:h val="%g"/>`+
		`</c:manualLayout></c:layout>`, left, top, wide, high)
}

// end closes a chart. An empty cell is a gap.
func (p *parts) end() {
	p.add(`<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea>` +
		`<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>`)
	p.add(`<c:spPr>%s<a:ln><a:noFill/></a:ln></c:spPr>%s</c:chartSpace>`, fill(chart.InkWhite), defaultLetters(chart.InkSecond, false))
}

func (p *parts) title(text string) {
	p.add(`<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr algn="l"/>%s</a:p></c:rich></c:tx>`+
		`<c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="0.02"/><c:y val="0.025"/></c:manualLayout></c:layout>`+
		`<c:overlay val="0"/></c:title>`, run(text, chartTitle, true, chart.InkText))
}

// seriesXML is one line of the chart.
func (t *trend) seriesXML(p *parts, number int, s series, offsets map[int]float64) {
	head, err := excelize.CoordinatesToCellName(t.at(s.column), headRow, true)
	t.book.keep(err)
	p.add(`<c:ser><c:idx val="%d"/><c:order val="%d"/><c:tx><c:strRef><c:f>%s</c:f></c:strRef></c:tx>`,
		number, number, escaped(place(t.name, head)))
	p.line(s)
	if len(s.labels) > 0 && t.hasNumber(s.column) {
		p.add(`<c:dLbls>`)
		for _, l := range s.labels {
			t.labelXML(p, s, l, offsets[s.column])
		}
		p.add(`<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>%s`+withoutLeaders+`</c:dLbls>`, shows(false))
	}
	kind := "numRef"
	if inWords(t.Spec.Grain) {
		kind = "strRef"
	}
	p.add(`<c:cat><c:%s><c:f>%s</c:f></c:%s></c:cat>`, kind, escaped(t.reference(1)), kind)
	p.add(`<c:val><c:numRef><c:f>%s</c:f></c:numRef></c:val><c:smooth val="0"/></c:ser>`, escaped(t.reference(s.column)))
}

// line is how the line and the markers of a series look.
func (p *parts) line(s series) {
	p.add(`<c:spPr>%s</c:spPr>`, stroke(s.ink, s.width, s.dashed))
	if s.marker == "" {
		p.add(`<c:marker><c:symbol val="none"/></c:marker>`)
		return
	}
	inside, edge := fill(s.ink), stroke(s.ink, 0, false)
	switch {
	case s.hollow:
		inside, edge = fill(chart.InkWhite), stroke(s.ink, 1.25, false)
	case s.ring:
		inside, edge = `<a:noFill/>`, stroke(s.ink, 1.25, false)
	}
	p.add(`<c:marker><c:symbol val="%s"/><c:size val="%d"/><c:spPr>%s%s</c:spPr></c:marker>`, s.marker, s.size, inside, edge)
}

// withoutLeaders keeps programs from drawing a line from a moved name to its point.
const withoutLeaders = `<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}"` +
	` xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"><c15:showLeaderLines val="0"/></c:ext></c:extLst>`

// labelXML is the name of one point of a time chart.
func (t *trend) labelXML(p *parts, s series, l label, down float64) {
	if l.end {
		l.slot = t.lastSlot(s.column)
	}
	n := len(t.Spec.Points)
	p.label(l, s.ink, float64(n-1-l.slot)*plotWide/float64(n)+0.5*plotWide/float64(n), down, t.Spec.Decimals)
}

// label is the name of one point. Names at the right are moved there from their
// point, and apart; right and down are shares of the chart's width and height.
func (p *parts) label(l label, ink chart.Ink, right, down float64, decimals int) {
	where := l.side
	if where == "" {
		where = "t"
	}
	p.add(`<c:dLbl><c:idx val="%d"/>`, l.slot)
	if l.gutter {
		where = "r"
		p.add(`<c:layout><c:manualLayout><c:x val="%.4f"/><c:y val="%.4f"/></c:manualLayout></c:layout>`, right, down)
	}
	if l.text != "" {
		p.add(`<c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/><a:p>%s</a:p></c:rich></c:tx>`, run(l.text, chartText, l.bold, labelInk(ink)))
	} else {
		p.add(`<c:numFmt formatCode="%s" sourceLinked="0"/>`, escaped(formatOf(decimals)))
	}
	p.add(`<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>%s<c:dLblPos val="%s"/>%s</c:dLbl>`,
		defaultLetters(labelInk(ink), l.bold), where, shows(true))
}

// labelInk is the colour of a name: that of its line, but for the grey of lines,
// which is too light to read.
func labelInk(ink chart.Ink) chart.Ink {
	if ink == chart.InkAxis {
		return chart.InkSecond
	}
	return ink
}

// shows says whether a label stands there, and that it shows the value and nothing else.
func shows(value bool) string {
	there := 0
	if value {
		there = 1
	}
	return fmt.Sprintf(`<c:showLegendKey val="0"/><c:showVal val="%d"/><c:showCatName val="0"/>`+
		`<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>`, there)
}

// axes are the months or quarters below and the numbers at the left, whose unit
// stands at the top number only.
func (t *trend) axes(p *parts, y chart.Axis) {
	if t.Spec.Grain == chart.GrainMonth {
		p.slots("dateAx", asMonth, `<c:auto val="0"/><c:lblOffset val="100"/><c:baseTimeUnit val="months"/>`+
			`<c:majorUnit val="3"/><c:majorTimeUnit val="months"/>`)
	} else if t.Spec.Grain == chart.GrainEvent {
		p.slots("dateAx", asMonth, `<c:auto val="0"/><c:lblOffset val="100"/><c:baseTimeUnit val="days"/>`+
			`<c:majorUnit val="3"/><c:majorTimeUnit val="months"/>`)
	} else {
		p.slots("catAx", "General", `<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/>`)
	}
	p.upright(y, t.Spec.Unit, "between")
}

// upright is the axis of the numbers at the left.
func (p *parts) upright(y chart.Axis, unit chart.Unit, crosses string) {
	number := formatAs(fmt.Sprintf("%g", y.Step))
	if unit == chart.UnitPercent {
		number = fmt.Sprintf(`[=%g]%s"%%";%s`, y.Top, number, number)
	}
	p.add(`<c:valAx><c:axId val="1002"/><c:scaling><c:orientation val="minMax"/><c:max val="%g"/><c:min val="%g"/></c:scaling>`+
		`<c:delete val="0"/><c:axPos val="l"/><c:majorGridlines><c:spPr>%s</c:spPr></c:majorGridlines>`+
		`<c:numFmt formatCode="%s" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>`+
		`<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>%s<c:crossAx val="1001"/><c:crosses val="autoZero"/><c:crossBetween val="%s"/>`+
		`<c:majorUnit val="%g"/></c:valAx>`,
		y.Top, y.Foot, stroke(chart.InkHairline, 0.75, false), escaped(number), defaultLetters(chart.InkSecond, false), crosses, y.Step)
}

// slots is the lower axis, of the given kind and with the elements that only it has.
func (p *parts) slots(kind, format, own string) {
	p.add(`<c:%s><c:axId val="1001"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/>`+
		`<c:numFmt formatCode="%s" sourceLinked="0"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>`+
		`<c:spPr>%s</c:spPr>%s<c:crossAx val="1002"/><c:crosses val="autoZero"/>%s</c:%s>`,
		kind, format, stroke(chart.InkAxis, 0.75, false), defaultLetters(chart.InkSecond, false), own, kind)
}
