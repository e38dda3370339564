package xlsx

import (
	"fmt"

	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// wholeShare is the top of a curve: all are still there.
const wholeShare = 100.0

// curve is the sheet of one curve while it is written.
type curve struct {
	scatter
	page.Curve
	several bool // more than one group, so that each needs its name
}

// Curve writes the sheet of one curve: the table of its steps, a native chart, the
// numbers at risk under it, and beside it the corners through which the lines go.
func (b *book) Curve(of page.Curve) {
	c := &curve{Curve: of, several: len(of.Spec.Groups) > 1}
	c.scatter = scatter{sheet: b.nextPlot(), title: of.Spec.Title, xHead: "Days since the start", unit: chart.UnitPercent}
	if b.home != nil {
		b.pointTo(of.Spec.Title, c.name)
	}
	last := 1.0
	for _, g := range of.Spec.Groups {
		for _, s := range g.Steps {
			last = max(last, s.Time)
		}
	}
	c.x = chart.AxisOf(chart.Spec{Points: []chart.Point{{Value: &last}}})
	c.y = chart.Axis{Top: wholeShare, Step: wholeShare / 4}
	c.plotTop(of.Spec.ID, of.Spec.Measure, of.Spec.Subtitle)
	wide, rows := c.steps()
	left := wide + 2
	c.width(left-1, widthMargin)
	for i, column := range changeColumns {
		c.width(left+i, column.width)
	}
	corners := left + max(len(changeColumns), 1+len(of.Spec.Groups)) + 1
	c.width(corners-1, widthMargin)
	c.printTo = corners - 2
	c.corners(corners)
	under := headRow + 1
	if len(c.lines) > 0 {
		under = c.plotAt(left, of.Spec.Alt, func() (string, []byte) { return c.rangeOf(c.lines[0].column, c.lines[0].row, c.lines[0].rows), c.xml() })
	}
	c.atRisk(left, under)
	c.notes(wide, rows)
}

// steps writes the table of the steps and gives its columns and rows.
func (c *curve) steps() (columns, rows int) {
	g := grid{}
	if c.several {
		g.columns = []column{{head: "Group", width: widthState}}
	}
	for _, head := range []string{"Days", "At risk", "Ended", "Last seen", "Share still there", "Lower 95%", "Upper 95%"} {
		g.columns = append(g.columns, column{head: head, width: 10, right: true})
	}
	for _, group := range c.Spec.Groups {
		for _, s := range group.Steps {
			l := line{}
			if c.several {
				l.items = []item{words(group.Name)}
			}
			l.items = append(l.items, number(&s.Time, countFormat(&s.Time)), count(s.AtRisk), count(s.Ended), count(s.Censored),
				strong(number(&s.Share, asPercent)), number(s.Lower, asPercent), number(s.Upper, asPercent))
			g.lines = append(g.lines, l)
		}
	}
	c.gridAt(g, 1, headRow)
	return len(g.columns), len(g.lines)
}

// corner is one place through which the line of a group goes.
type corner struct {
	time, share  float64
	lower, upper *float64
	seen         item // the share, where somebody was last seen
}

// cornersOf goes from all at the start, down at each step.
func cornersOf(g chart.CurveGroup) []corner {
	whole := wholeShare
	at := corner{share: whole, lower: &whole, upper: &whole, seen: number(nil, asPercent)}
	all := []corner{at}
	for _, s := range g.Steps {
		at.time = s.Time
		all = append(all, at)
		at = corner{s.Time, s.Share, s.Lower, s.Upper, number(nil, asPercent)}
		seen := at
		if s.Censored > 0 {
			seen.seen = number(&s.Share, asPercent)
		}
		all = append(all, seen)
	}
	return all
}

// dashes tell the lines of several groups apart.
var dashes = []bool{false, true}

// corners writes the places through which the lines go and plans the lines.
func (c *curve) corners(left int) {
	var back, front []xy
	for i, g := range c.Spec.Groups {
		if len(g.Steps) == 0 {
			continue
		}
		all := cornersOf(g)
		named := func(head string) column { return column{head: join(g.Name, head), width: widthNumber, right: true} }
		table := grid{columns: []column{named("Days"), named("Share"), named("Lower"), named("Upper"), named("Median, days"), named("Median, share"), named("Last seen")}}
		for k, at := range all {
			l := line{items: []item{number(&at.time, countFormat(&at.time)), number(&at.share, asPercent), number(at.lower, asPercent), number(at.upper, asPercent)}}
			l.items = append(append(l.items, medianItems(g, k)...), at.seen)
			table.lines = append(table.lines, l)
		}
		table.fixed = true
		c.put(left, 2, drawnWords, look{bold: true})
		c.gridAt(table, left, headRow)
		end := all[len(all)-1]
		at := func(column int, s series) xy {
			s.column = column
			return xy{series: s, across: left, row: headRow + 1, rows: len(all), lastX: end.time, lastY: end.share}
		}
		back = append(back, at(left+2, rangeSeries(0, "")), at(left+3, rangeSeries(0, "")))
		if g.Median != nil {
			m := at(left+5, series{ink: chart.InkText, width: 0.75, dashed: true})
			m.across, m.rows = left+4, 3
			if i == 0 && c.Spec.MedianLabel != "" {
				m.labels = []label{{slot: 1, text: c.Spec.MedianLabel, side: "r"}}
			}
			back = append(back, m)
		}
		share := series{ink: chart.InkData, width: 1.5, dashed: dashes[i%len(dashes)]}
		if text := join(g.Name, g.EndLabel); text != "" {
			share.labels = []label{{text: text, bold: true, gutter: true, end: true}}
		}
		front = append(front, at(left+1, share))
		front = append(front, at(left+6, series{ink: chart.InkData, marker: "plus", size: 5, ring: true}))
		left += len(table.columns) + 1
		c.width(left-1, widthMargin)
	}
	c.lines = append(back, front...)
}

// medianItems are the cells of the dashed line to the day by which half have ended.
func medianItems(g chart.CurveGroup, row int) []item {
	none, half, whole := 0.0, wholeShare/2, []item{number(nil, ""), number(nil, "")}
	if g.Median == nil {
		return whole
	}
	switch row {
	case 0:
		return []item{number(&none, asCount), number(&half, asPercent)}
	case 1:
		return []item{number(g.Median, countFormat(g.Median)), number(&half, asPercent)}
	case 2:
		return []item{number(g.Median, countFormat(g.Median)), number(&none, asPercent)}
	}
	return whole
}

// atRisk writes how many are still watched at each tick, under the chart.
func (c *curve) atRisk(left, top int) {
	c.row = top
	if len(c.Spec.Ticks) == 0 || len(c.Spec.Groups) == 0 {
		return
	}
	c.height(top, heightRow) // the gap among the notes beside it may lie in this row
	c.put(left, top, "At risk", look{size: sizeHeading, bold: true})
	g := grid{columns: []column{{head: "Days", width: 9, right: true}}}
	for _, group := range c.Spec.Groups {
		g.columns = append(g.columns, column{head: orText(group.Name, "At risk"), width: 15, right: true})
	}
	for i, at := range c.Spec.Ticks {
		l := line{items: []item{number(&at, countFormat(&at))}}
		for _, group := range c.Spec.Groups {
			if i < len(group.AtRisk) {
				l.items = append(l.items, count(group.AtRisk[i]))
			} else {
				l.items = append(l.items, number(nil, ""))
			}
		}
		g.lines = append(g.lines, l)
	}
	c.gridAt(g, left, top+1)
	c.row = top + 2 + len(g.lines)
}

// notes writes the rows below the table.
func (c *curve) notes(wide, rows int) {
	c.row, c.textTo = headRow+1+rows, wide
	c.gap()
	c.text(c.Spec.MedianLabel, lookSubtitle)
	for _, g := range c.Spec.Groups {
		if g.EndLabel != "" {
			c.text(join(g.Name, g.EndLabel), lookSubtitle)
		}
		if g.ThinFrom != nil {
			c.text(join(g.Name, fmt.Sprintf("From day %.0f on fewer than 12 remain.", *g.ThinFrom)), lookSubtitle)
		}
	}
	for _, text := range beneath(c.Spec.Reason, c.Spec.Rules, nil) {
		c.text(text, lookSubtitle)
	}
	c.text(c.Source, lookNote)
	c.text("At risk: still watched just before that day. Last seen: still there, or ended another way.", lookNote)
	c.row = max(c.row, c.deepest())
}

// orText gives the text, or another where there is none.
func orText(text, other string) string {
	if text == "" {
		return other
	}
	return text
}
