package xlsx

import (
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// stack is the sheet of one stacked distribution while it is written.
type stack struct {
	*sheet
	page.Stack
}

// Stack writes the sheet of one stacked distribution: the table of its counts and
// shares, and a native chart over the shares.
func (b *book) Stack(of page.Stack) {
	s := &stack{b.nextPlot(), of}
	if b.home != nil {
		b.pointTo(of.Spec.Title, s.name)
	}
	id, _ := page.MetricAndScope(of.Spec.ID)
	s.plotTop(id, of.Spec.Measure, of.Spec.Subtitle)
	wide := s.bars()
	left := wide + 2
	s.width(left-1, widthMargin)
	for i, column := range changeColumns {
		s.width(left+i, column.width)
	}
	s.printTo = left + len(changeColumns) - 1
	if s.drawn() {
		s.plotAt(left, of.Spec.Alt, func() (string, []byte) { return s.rangeOf(s.shareColumn(0), headRow+1, len(of.Spec.Bars)), s.xml() })
	}
	s.row, s.textTo = headRow+1+len(of.Spec.Bars), wide
	s.gap()
	s.text(of.Spec.Reason, lookSubtitle)
	s.text(of.Source, lookNote)
	s.text("An empty cell has no value, never 0; the status says why.", lookNote)
	s.row = max(s.row, s.deepest())
}

// drawn says whether any bar has shares.
func (s *stack) drawn() bool {
	return len(s.Spec.Levels) > 0 && slices.ContainsFunc(s.Spec.Bars, hasShares)
}

// hasShares says whether a bar is drawn: it has counts and no word in their place.
func hasShares(b chart.StackBar) bool { return b.Word == "" && b.Total() > 0 }

// shareColumn is the column of the shares of a level.
func (s *stack) shareColumn(level int) int { return 3 + len(s.Spec.Levels) + level }

// bars writes the table and gives how many columns it has.
func (s *stack) bars() int {
	g := grid{columns: []column{{head: s.Spec.GroupHead, width: 26}}}
	for _, level := range s.Spec.Levels {
		g.columns = append(g.columns, column{head: level, width: widthNumber, right: true})
	}
	g.columns = append(g.columns, column{head: s.Spec.CountHead, width: widthNumber, right: true})
	for _, level := range s.Spec.Levels {
		g.columns = append(g.columns, column{head: strings.TrimSpace(level + ", %"), width: widthNumber, right: true})
	}
	if slices.ContainsFunc(s.Spec.Bars, func(b chart.StackBar) bool { return b.Word != "" }) {
		g.columns = append(g.columns, column{head: "Status", width: 13})
	}
	for _, bar := range s.Spec.Bars {
		g.lines = append(g.lines, s.line(bar))
	}
	s.gridAt(g, 1, headRow)
	return len(g.columns)
}

// line is the row of one bar.
func (s *stack) line(bar chart.StackBar) line {
	counts, shares := []item{}, []item{}
	for level := range s.Spec.Levels {
		one, share := number(nil, asCount), number(nil, asPercent)
		if level < len(bar.Counts) {
			one = count(bar.Counts[level])
		}
		if value, known := bar.Share(level); known && hasShares(bar) {
			share = strong(number(&value, asPercent))
		}
		counts, shares = append(counts, one), append(shares, share)
	}
	total := number(nil, asCount)
	if len(bar.Counts) > 0 {
		total = count(bar.Total())
	}
	return line{items: slices.Concat([]item{words(bar.Name)}, counts, []item{total}, shares, []item{words(bar.Word)})}
}

// Where the plot lies, as shares of the chart: the names of the groups stand left of it,
// those of the levels above it.
const (
	stackLeft = 0.24
	stackTop  = 0.2
	stackWide = 0.72
	stackHigh = 0.7
)

// xml is the chart part: bars that lie, parted by level.
func (s *stack) xml() []byte {
	p := new(parts)
	p.open(s.Spec.Title, stackLeft, stackTop, stackWide, stackHigh)
	p.add(`<c:barChart><c:barDir val="bar"/><c:grouping val="stacked"/><c:varyColors val="0"/>`)
	for level := range s.Spec.Levels {
		s.level(p, level)
	}
	p.add(`<c:gapWidth val="40"/><c:overlap val="100"/><c:axId val="1001"/><c:axId val="1002"/></c:barChart>`)
	p.add(`<c:catAx><c:axId val="1001"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/><c:axPos val="l"/>`+
		`<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>`+
		`<c:spPr>%s</c:spPr>%s<c:crossAx val="1002"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>`+
		`<c:noMultiLvlLbl val="1"/></c:catAx>`, stroke(chart.InkAxis, 0.75, false), defaultLetters(chart.InkText, false))
	p.add(`<c:valAx><c:axId val="1002"/><c:scaling><c:orientation val="minMax"/><c:max val="100"/><c:min val="0"/></c:scaling><c:delete val="0"/>`+
		`<c:axPos val="b"/><c:numFmt formatCode="%s" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>`+
		`<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>%s<c:crossAx val="1001"/><c:crosses val="max"/><c:crossBetween val="between"/><c:majorUnit val="25"/></c:valAx>`,
		escaped(`[=100]0"%";0`), defaultLetters(chart.InkSecond, false))
	p.legend()
	return p.Bytes()
}

// leastLabelled is the smallest share, in per cent, that stands in its piece.
const leastLabelled = 7.0

// level is one level: a piece of each bar.
func (s *stack) level(p *parts, level int) {
	column := s.shareColumn(level)
	head, err := excelize.CoordinatesToCellName(1+level+1, headRow, true)
	s.book.keep(err)
	p.add(`<c:ser><c:idx val="%d"/><c:order val="%d"/><c:tx><c:strRef><c:f>%s</c:f></c:strRef></c:tx>`, level, level, escaped(place(s.name, head)))
	ink, hatched := chart.LevelInk(level, len(s.Spec.Levels))
	inside, letters := fill(ink), chart.InkText
	if ink == chart.InkData {
		letters = chart.InkWhite
	}
	if hatched {
		inside = `<a:pattFill prst="ltUpDiag"><a:fgClr>` + solid(chart.InkAxis) + `</a:fgClr><a:bgClr>` + solid(chart.InkWhite) + `</a:bgClr></a:pattFill>`
	}
	p.add(`<c:spPr>%s%s</c:spPr><c:invertIfNegative val="0"/><c:dLbls>`, inside, stroke(chart.InkData, 0.5, false))
	for slot, bar := range s.Spec.Bars {
		if share, known := bar.Share(level); !known || !hasShares(bar) || share < leastLabelled {
			p.add(`<c:dLbl><c:idx val="%d"/><c:delete val="1"/></c:dLbl>`, slot)
		}
	}
	p.add(`<c:numFmt formatCode="%s" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>%s<c:dLblPos val="ctr"/>%s</c:dLbls>`,
		escaped(`0"%"`), defaultLetters(letters, true), shows(true))
	p.add(`<c:cat><c:strRef><c:f>%s</c:f></c:strRef></c:cat><c:val><c:numRef><c:f>%s</c:f></c:numRef></c:val></c:ser>`,
		escaped(s.rangeOf(1, headRow+1, len(s.Spec.Bars))), escaped(s.rangeOf(column, headRow+1, len(s.Spec.Bars))))
}

// solid is a colour without the manner of its fill.
func solid(ink chart.Ink) string {
	return `<a:srgbClr val="` + strings.TrimPrefix(ink.Hex(), "#") + `"/>`
}

// legend closes a chart whose series are named above its plot.
func (p *parts) legend() {
	p.add(`<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea><c:legend><c:legendPos val="t"/><c:overlay val="0"/>%s</c:legend>`+
		`<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>`, defaultLetters(chart.InkSecond, false))
	p.add(`<c:spPr>%s<a:ln><a:noFill/></a:ln></c:spPr>%s</c:chartSpace>`, fill(chart.InkWhite), defaultLetters(chart.InkSecond, false))
}
