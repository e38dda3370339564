package chart

import (
	"fmt"
	"strconv"
	"strings"
)

// Steps is one goal in small steps, week by week: in each box how much of that week's
// attempts at a step was done without help. Weeks are counted from the change of
// approach: the seven days from it are week 1, the seven before it week −1, and there
// is no week 0.
type Steps struct {
	Title    string    `json:"title"`
	Subtitle string    `json:"subtitle,omitempty"`
	Change   string    `json:"change"` // words of the flag at the change
	Rows     []StepRow `json:"rows"`   // the first step first; it is drawn at the bottom
	First    int       `json:"first"`  // first and last week of the axis
	Last     int       `json:"last"`
	Alt      string    `json:"alt"` // one sentence for those without the picture
}

// StepRow is one step.
type StepRow struct {
	Number string     `json:"number"`
	Label  string     `json:"label"`
	Weeks  []StepWeek `json:"weeks"` // those with attempts, in their order
}

// StepWeek is one week with attempts at a step.
type StepWeek struct {
	Week    int    `json:"week"`
	Level   int    `json:"level"`             // quarters done without help: 0 is none, 4 is all
	Said    string `json:"said"`              // the level in words, in the exact tiers with counts
	Setback bool   `json:"setback,omitempty"` // a setback was written down
}

// StepLevels are the words of the levels, from none to all without help.
var StepLevels = []string{"all with help", "a quarter without help", "half without help", "most without help", "all without help"}

const (
	stepsFlag   = 8.0 // mm over the rows, for the flag of the change
	stepRowHigh = 9.5 // of a row, at least
	stepNumber  = 5.0 // for the number of a step
	stepBoxHigh = 5.6
	stepBoxWide = 2.3
	stepsAxis   = 5.5 // under the rows
	stepsLegend = 6.0
	flagHigh    = 3.6
	legendSize  = 7.5 // pt
	leastBox    = 0.6 // mm: the narrowest slot of a week that can be drawn
)

// slotOf is the place of a week on the axis: week −1 is followed by week 1.
func slotOf(week int) int {
	if week > 0 {
		return week - 1
	}
	return week
}

// stepsPlate is where things stand.
type stepsPlate struct {
	spec        Steps
	label       column
	cells       []cell    // labels of the rows
	lows        []float64 // lower edges of the rows, the last row at the top
	left, right float64   // of the boxes
	slot, box   float64   // width of a week, and of its box
	bottom      float64   // of the rows
}

// StepStrip gives the drawing of a goal in small steps, width mm wide: one row a step,
// the first step at the bottom, one box a week, filled from the bottom by the share
// done without help; a setback is marked by colour and shape. The height is in the
// scene. No rows, no weeks, and a width that leaves no room give a scene without shapes.
func StepStrip(s Steps, width float64) Scene {
	weeks := slotOf(s.Last) - slotOf(s.First) + 1
	p := stepsPlate{spec: s, label: column{left: stepNumber, width: 0.25*width - stepNumber - 2}, left: 0.25 * width, right: width - 1}
	if len(s.Rows) == 0 || weeks < 1 || p.label.width < leastText {
		return Scene{Width: width}
	}
	p.slot = (p.right - p.left) / float64(weeks)
	if p.slot < leastBox {
		return Scene{Width: width}
	}
	p.slot = min(p.slot, 2*stepBoxWide)
	p.box = min(stepBoxWide, 0.88*p.slot)
	p.measure()
	_, legend := legendOf(s, width)
	c := newCanvas(width, p.bottom+stepsAxis+legend)
	p.rows(c)
	p.axis(c)
	p.flag(c)
	p.legend(c)
	return c.scene
}

// measure breaks the labels into lines and finds the lower edge of each row.
func (p *stepsPlate) measure() {
	p.lows, p.cells = make([]float64, len(p.spec.Rows)), make([]cell, len(p.spec.Rows))
	p.bottom = stepsFlag
	for i := len(p.spec.Rows) - 1; i >= 0; i-- {
		row := p.spec.Rows[i]
		p.cells[i] = p.label.text(row.Label, plateSize, false, InkText)
		if !fitsNumber(row.Number) {
			p.cells[i] = p.label.text(row.Number+" "+row.Label, plateSize, false, InkText)
		}
		p.bottom += max(stepRowHigh, plateStep*float64(len(p.cells[i]))+2)
		p.lows[i] = p.bottom
	}
}

func fitsNumber(number string) bool { return TextWidth(number, plateSize, true) < stepNumber-0.5 }

// StepChangeFits tells whether the words of the change fit into their flag; a longer
// text says "change" there, and stands beside the drawing.
func StepChangeFits(s Steps, width float64) bool {
	return TextWidth(s.Change, labelSize, true) < width/2
}

func (p stepsPlate) x(week int) float64 {
	return p.left + p.slot*float64(slotOf(week)-slotOf(p.spec.First))
}

// rows draws each step with its weeks.
func (p stepsPlate) rows(c *canvas) {
	top := stepsFlag
	for i := len(p.spec.Rows) - 1; i >= 0; i-- {
		row, y := p.spec.Rows[i], (top+p.lows[i])/2
		top = p.lows[i]
		c.line(0, top, c.scene.Width, top, InkHairline, 0.5)
		if fitsNumber(row.Number) {
			c.draw(Text{At: XY{0, y + 1}, Text: row.Number, Size: plateSize, Semibold: true, Ink: InkText, Anchor: AnchorStart})
		}
		for k, line := range p.cells[i] {
			line.At, line.Anchor = XY{p.label.left, y + 1 + plateStep*(float64(k)-float64(len(p.cells[i])-1)/2)}, AnchorStart
			c.draw(line)
		}
		for _, week := range row.Weeks {
			if week.Week == 0 || week.Week < p.spec.First || week.Week > p.spec.Last {
				continue
			}
			stepBox(c, p.x(week.Week)+(p.slot-p.box)/2, y, p.box, week)
		}
	}
}

// stepBox draws one week with its middle at y.
func stepBox(c *canvas, x, y, wide float64, week StepWeek) {
	low, high := y+stepBoxHigh/2, y-stepBoxHigh/2
	frame := func(top float64, fill, outline Ink) {
		c.draw(Polygon{Points: []XY{{x, top}, {x + wide, top}, {x + wide, low}, {x, low}}, Fill: fill, Outline: outline, Width: 0.6})
	}
	if week.Setback {
		frame(high, InkWhite, InkConcern)
		c.draw(StateShape(StateConcern, x+wide/2, y, min(0.7, wide/3))...)
		return
	}
	frame(high, InkWhite, InkData)
	if level := min(max(week.Level, 0), 4); level > 0 {
		frame(low-stepBoxHigh*float64(level)/4, InkData, "")
	}
}

// axis names weeks: the first of the new approach, and every eighth on both sides.
func (p stepsPlate) axis(c *canvas) {
	tick := func(week int) {
		if week == 0 || week < p.spec.First || week > p.spec.Last {
			return
		}
		x := p.x(week) + p.slot/2
		c.line(x, p.bottom, x, p.bottom+1, InkAxis, 0.6)
		text := strconv.Itoa(week)
		if week < 0 {
			text = "−" + strconv.Itoa(-week)
		}
		if week == 1 {
			text = "week 1"
		}
		c.write(Text{At: XY{x, p.bottom + 4}, Text: text, Size: labelSize, Ink: InkSecond, Anchor: AnchorMiddle})
	}
	tick(1)
	for week := 8; week <= max(p.spec.Last, -p.spec.First); week += 8 {
		tick(week)
		tick(-week)
	}
}

// flag marks the change of approach over all rows.
func (p stepsPlate) flag(c *canvas) {
	said := p.spec.Change
	if !StepChangeFits(p.spec, c.scene.Width) {
		said = "change"
	}
	if p.spec.First > 0 || p.spec.Last < 1 {
		c.draw(Text{At: XY{0, flagHigh - 0.9}, Text: said, Size: labelSize, Semibold: true, Ink: InkMarker, Anchor: AnchorStart})
		return
	}
	x := p.x(1)
	wide := TextWidth(said, labelSize, true) + 1.8
	at := max(0, min(x, c.scene.Width-wide))
	c.line(x, 0, x, p.bottom, InkMarker, 0.8)
	c.fill(box{at, 0, at + wide, flagHigh}, InkMarker)
	c.draw(Text{At: XY{at + 0.9, flagHigh - 1}, Text: said, Size: labelSize, Semibold: true, Ink: InkWhite, Anchor: AnchorStart})
}

// legendEntry is a box with its words.
type legendEntry struct {
	week StepWeek
	said string
	at   XY // left end, middle of the box, from the top of the legend
}

// legendOf says what the boxes mean, in as many lines as it takes; a setback only where
// there is one. It gives its height, too.
func legendOf(s Steps, width float64) (entries []legendEntry, high float64) {
	const air, gap = 1.2, 5.0
	entries = []legendEntry{
		{week: StepWeek{Level: 0}, said: StepLevels[0]}, {week: StepWeek{Level: 2}, said: StepLevels[2]}, {week: StepWeek{Level: 4}, said: StepLevels[4]},
	}
	if s.setbacks() {
		entries = append(entries, legendEntry{week: StepWeek{Setback: true}, said: "setback written down"})
	}
	x, y := 0.0, stepsLegend/2
	for i := range entries {
		long := stepBoxWide + air + TextWidth(entries[i].said, legendSize, false)
		if x > 0 && x+long > width {
			x, y = 0, y+stepsLegend+1
		}
		entries[i].at = XY{x, y}
		x += long + gap
	}
	return entries, y + stepsLegend/2
}

func (p stepsPlate) legend(c *canvas) {
	entries, _ := legendOf(p.spec, c.scene.Width)
	for _, e := range entries {
		y := p.bottom + stepsAxis + e.at.Y
		stepBox(c, e.at.X, y, stepBoxWide, e.week)
		c.draw(Text{At: XY{e.at.X + stepBoxWide + 1.2, y + 1}, Text: e.said, Size: legendSize, Ink: InkSecond, Anchor: AnchorStart})
	}
}

func (s Steps) setbacks() bool {
	for _, row := range s.Rows {
		for _, week := range row.Weeks {
			if week.Setback {
				return true
			}
		}
	}
	return false
}

// WeekName names a week as texts and tables do: "week 3", "week −2".
func WeekName(week int) string {
	return "week " + strings.Replace(fmt.Sprint(week), "-", "−", 1)
}
