package chart

import "math"

// ForestMark is one change of approach: what was done, and what followed.
type ForestMark struct {
	Label         string // date, service, person
	What          string
	Before, After string   // "21 of 56 (38%)"
	Value         *float64 // difference in percentage points; nil where it is not compared
	Lower, Upper  *float64 // its 95% interval; nil where there is none
	State         State
	Word          string // of the state
	Difference    string // under the word
	Why           string // why it is not compared, or a caveat
}

// Forest gives the drawing of the changes, width mm wide: what was done, the counts
// before and after, the difference with its interval on one axis in percentage
// points, and the state in words. A row that is not compared has a dashed line. Rows
// keep their order. The height is in the scene; no rows, and a width that leaves no
// plot, give a scene without shapes. It is made for 170; from 110 it can be read.
func Forest(rows []ForestMark, width float64) Scene {
	return ForestParts(rows, width, 0, 0)[0]
}

// ForestParts is Forest over several pages, with one axis and the same columns: the
// first piece is at most first mm high, the others rest mm. 0 is no limit. A row
// higher than that is not cut. There is always at least one piece.
func ForestParts(rows []ForestMark, width, first, rest float64) []Scene {
	p := newForestPlate(rows, width)
	if len(rows) == 0 || p.right-p.left < leastPlotWidth || p.text.width < leastText {
		return []Scene{{Width: width}}
	}
	heights := make([]float64, len(p.rows))
	for i, row := range p.rows {
		heights[i] = row.height
	}
	return paged(heights, plateTop, width, first, rest, func(c *canvas, from, to int) { p.piece(c, rows, from, to) })
}

const leastState = 20.0 // mm: the longest word of a state in one piece

// forestPlate is the columns and the rows, broken into lines.
type forestPlate struct {
	left, right                float64 // of the plot
	text, before, after, state column
	axis                       points
	rows                       []forestCells
}

type forestCells struct {
	text, before, after, verdict cell
	height                       float64
}

func newForestPlate(rows []ForestMark, width float64) *forestPlate {
	p := &forestPlate{axis: pointsFor(rows)}
	befores, afters := []string{"before"}, []string{"after"}
	for _, row := range rows {
		befores, afters = append(befores, row.Before), append(afters, row.After)
	}
	p.state.width = max(0.22*width, leastState)
	p.state.left = width - p.state.width
	p.right = p.state.left - wordIndent - plateAir - 1
	p.left = p.right - 0.2*width
	p.after = column{width: widest(0.12*width, plateSize, false, afters...), right: true}
	p.after.left = p.left - 2*plateAir - p.after.width
	p.before = column{width: widest(0.12*width, plateSize, false, befores...), right: true}
	p.before.left = p.after.left - plateAir - p.before.width
	p.text.width = p.before.left - plateAir
	for _, row := range rows {
		cells := forestCells{
			text:    append(p.text.text(row.Label, plateSize, true, InkText), p.text.text(row.What, plateSize, false, InkText)...),
			before:  p.before.text(row.Before, plateSize, false, InkSecond),
			after:   p.after.text(row.After, plateSize, false, InkText),
			verdict: p.state.verdict(row.State, row.Word, row.Difference, row.Why),
		}
		cells.height = rowHeight(cells.text, cells.before, cells.after, cells.verdict)
		p.rows = append(p.rows, cells)
	}
	return p
}

// points is an axis of differences: it always holds 0, with a tick at every step.
type points struct{ low, high, step float64 }

// pointsFor gives the axis that holds every value and interval in at most six steps
// of 1, 2 or 5, but no more than a difference of shares can be. Without any value it
// runs from −10 to +10.
func pointsFor(rows []ForestMark) points {
	low, high := 0.0, 0.0
	for _, row := range rows {
		if row.Value == nil {
			continue
		}
		for _, value := range []*float64{row.Value, row.Lower, row.Upper} {
			if value != nil && !math.IsNaN(*value) {
				low, high = max(-100, min(low, *value)), min(100, max(high, *value))
			}
		}
	}
	if low == high {
		return points{-10, 10, 10}
	}
	for size := 1.0; ; size *= 10 {
		for _, digit := range []float64{1, 2, 5} {
			step := digit * size
			first, last := math.Floor(low/step), math.Ceil(high/step)
			if last-first <= 6 {
				return points{first * step, last * step, step}
			}
		}
	}
}

// ticks gives the values at which the axis has a line.
func (a points) ticks() []float64 {
	var values []float64
	for i := math.Round(a.low / a.step); i <= math.Round(a.high/a.step); i++ {
		values = append(values, i*a.step)
	}
	return values
}

func (p *forestPlate) x(value float64) float64 {
	share := (value - p.axis.low) / (p.axis.high - p.axis.low)
	return p.left + min(max(share, 0), 1)*(p.right-p.left)
}

// piece draws the rows from one up to before another, under an axis of their own.
func (p *forestPlate) piece(c *canvas, rows []ForestMark, from, to int) {
	p.grid(c)
	y := plateTop
	for i := from; i < to; i++ {
		if i > from {
			c.line(0, y, c.scene.Width, y, InkHairline, 0.4)
		}
		p.row(c, rows[i], p.rows[i], y+p.rows[i].height/2)
		y += p.rows[i].height
	}
}

func (p *forestPlate) grid(c *canvas) {
	for _, tick := range p.axis.ticks() {
		x, ink, width, sign := p.x(tick), InkHairline, 0.4, ""
		if tick == 0 {
			ink, width = InkAxis, 0.6
		} else if tick > 0 {
			sign = "+"
		}
		c.line(x, plateTop-0.6, x, c.scene.Height, ink, width)
		c.write(Text{At: XY{x, plateHead}, Text: sign + Decimal(tick, 0), Size: labelSize, Ink: InkSecond, Anchor: AnchorMiddle})
	}
	c.head(p.before, "before")
	c.head(p.after, "after")
}

// row draws one change with its middle at y.
func (p *forestPlate) row(c *canvas, row ForestMark, cells forestCells, y float64) {
	if row.Value == nil {
		c.draw(Line{Points: []XY{{p.left, y}, {p.right, y}}, Ink: InkRule, Width: 0.6, Dash: []float64{1.2, 1.2}})
	} else {
		if row.Lower != nil && row.Upper != nil {
			c.line(p.x(*row.Lower), y, p.x(*row.Upper), y, row.State.Ink(), 0.9)
		}
		c.draw(mark(row.State, p.x(*row.Value), y)...)
	}
	c.put(p.text, cells.text, y)
	c.put(p.before, cells.before, y)
	c.put(p.after, cells.after, y)
	c.putVerdict(p.state, row.State, cells.verdict, y)
}
