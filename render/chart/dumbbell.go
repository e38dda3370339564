package chart

import "slices"

// DumbbellRow is one measure before and after.
type DumbbellRow struct {
	Label         string
	Counts        string   // under the label, "50 of 88, then 55 of 69"; "" takes no line
	Before, After string   // as printed: "56.8", or a word where there is no number
	BeforeValue   *float64 // nil where it is not shown
	AfterValue    *float64
	State         State
	Word          string // of the state: "No clear change", "Not backed up"
	Difference    string // under the word, "+9.7 points (+7.5 to +11.9)"; "" takes no line
}

// Dumbbell gives the drawing of many measures before and after, width mm wide: a
// small ring for before, the shape of the state for after, then both numbers and
// the state in words. The axis runs from 0 to 100, or to a top of its own where no
// value is above 50; unit stands at its top. Rows keep their order. A row without
// values has its words only. The height is in the scene; no rows, and a width that
// leaves no plot, give a scene without shapes.
func Dumbbell(rows []DumbbellRow, unit Unit, width float64) Scene {
	return DumbbellParts(rows, unit, width, 0, 0)[0]
}

// DumbbellParts is Dumbbell over several pages, with one axis and the same columns:
// the first piece is at most first mm high, the others rest mm. 0 is no limit. A row
// higher than that is not cut. There is always at least one piece.
func DumbbellParts(rows []DumbbellRow, unit Unit, width, first, rest float64) []Scene {
	p := newDumbbellPlate(rows, unit, width)
	if len(rows) == 0 || p.right-p.left < leastPlotWidth {
		return []Scene{{Width: width}}
	}
	heights := make([]float64, len(p.rows))
	for i, row := range p.rows {
		heights[i] = row.height
	}
	return paged(heights, plateTop, width, first, rest, func(c *canvas, from, to int) { p.piece(c, rows, from, to) })
}

// dumbbellPlate is the columns and the rows, broken into lines.
type dumbbellPlate struct {
	left, right                 float64 // of the plot
	label, before, after, state column
	scale                       scale
	unit                        Unit
	rows                        []dumbbellCells
}

type dumbbellCells struct {
	label, before, after, verdict cell
	height                        float64
}

func newDumbbellPlate(rows []DumbbellRow, unit Unit, width float64) *dumbbellPlate {
	p := &dumbbellPlate{unit: unit, scale: dumbbellScale(rows, unit)}
	labels, befores, afters, words := []string{}, []string{"before"}, []string{"after"}, []string{}
	for _, row := range rows {
		labels = append(labels, row.Label, row.Counts)
		befores, afters = append(befores, row.Before), append(afters, row.After)
		words = append(words, row.Word)
	}
	p.state.width = widest(0.19*width, plateSize, true, words...)
	p.state.left = width - p.state.width
	p.after = column{width: widest(0.12*width, plateSize, true, afters...), right: true}
	p.after.left = p.state.left - wordIndent - plateAir - p.after.width
	p.before = column{width: widest(0.12*width, plateSize, false, befores...), right: true}
	p.before.left = p.after.left - plateAir - p.before.width
	p.label.width = widest(0.31*width, plateSize, false, labels...)
	p.left, p.right = p.label.width+plateAir+2, p.before.left-plateAir-1
	for _, row := range rows {
		cells := dumbbellCells{
			label:   append(p.label.text(row.Label, plateSize, false, InkText), p.label.text(row.Counts, noteSize, false, InkSecond)...),
			before:  p.before.text(row.Before, plateSize, false, InkSecond),
			after:   p.after.text(row.After, plateSize, true, InkText),
			verdict: p.state.verdict(row.State, row.Word, row.Difference),
		}
		cells.height = rowHeight(cells.label, cells.before, cells.after, cells.verdict)
		p.rows = append(p.rows, cells)
	}
	return p
}

// dumbbellScale runs to 100 for per cents, or to its own top where all are low.
func dumbbellScale(rows []DumbbellRow, unit Unit) scale {
	top := 0.0
	for _, row := range rows {
		for _, value := range []*float64{row.BeforeValue, row.AfterValue} {
			if value != nil {
				top = max(top, *value)
			}
		}
	}
	if unit == UnitPercent && top > 50 && top <= 100 {
		return scale{100, 25}
	}
	return scaleFor(top, unit, false)
}

func (p *dumbbellPlate) x(value float64) float64 {
	return p.left + min(max(value/p.scale.top, 0), 1)*(p.right-p.left)
}

// piece draws the rows from one up to before another, under an axis of their own.
func (p *dumbbellPlate) piece(c *canvas, rows []DumbbellRow, from, to int) {
	p.axis(c)
	y := plateTop
	for i := from; i < to; i++ {
		p.row(c, rows[i], p.rows[i], y+p.rows[i].height/2)
		y += p.rows[i].height
	}
}

// axis draws the ticks from the top down, so that where they are close the top one,
// which has the unit, is named.
func (p *dumbbellPlate) axis(c *canvas) {
	unit := string(p.unit)
	for _, tick := range slices.Backward(p.scale.ticks()) {
		x := p.x(tick)
		c.line(x, plateTop-0.6, x, c.scene.Height, InkHairline, 0.4)
		c.write(Text{At: XY{x, plateHead}, Text: p.scale.label(tick) + unit, Size: labelSize, Ink: InkSecond, Anchor: AnchorMiddle})
		unit = ""
	}
	c.head(p.before, "before")
	c.head(p.after, "after")
}

// row draws one measure with its middle at y.
func (p *dumbbellPlate) row(c *canvas, row DumbbellRow, cells dumbbellCells, y float64) {
	const ring, shortest = 0.75, 1.2
	ink := row.State.Ink()
	c.line(p.left, y, p.right, y, InkHairline, 0.4)
	if row.BeforeValue != nil && row.AfterValue != nil {
		before, after := p.x(*row.BeforeValue), p.x(*row.AfterValue)
		if max(before-after, after-before) >= shortest {
			c.line(before, y, after, y, ink, 1.6)
		}
	}
	if row.BeforeValue != nil {
		c.draw(Circle{Centre: XY{p.x(*row.BeforeValue), y}, Radius: ring, Fill: InkWhite, Outline: ink, Width: 0.8})
	}
	if row.AfterValue != nil {
		c.draw(mark(row.State, p.x(*row.AfterValue), y)...)
	}
	c.put(p.label, cells.label, y)
	c.put(p.before, cells.before, y)
	c.put(p.after, cells.after, y)
	c.putVerdict(p.state, row.State, cells.verdict, y)
}

// mark gives the shape of the state at its value; a plain value has a dot.
func mark(s State, x, y float64) []Shape {
	if s == StateNone {
		return []Shape{Circle{Centre: XY{x, y}, Radius: pointRadius, Fill: InkData}}
	}
	return StateShape(s, x, y, plateShape)
}
