package cell

import "strings"

// NumberColumn is fed every cell of a column of numbers and then says which sign
// stands before the decimals.
type NumberColumn struct {
	point, comma, open int
	hint               []Decimal
}

// See takes one cell. True numbers of a workbook say nothing.
func (c *NumberColumn) See(r Raw) {
	if r.Numeric {
		return
	}
	digits, _ := bareNumber(Clean(r.Text))
	comma, dot := strings.LastIndexByte(digits, ','), strings.LastIndexByte(digits, '.')
	point, asPoint := ungrouped(digits, DecimalPoint)
	other, asComma := ungrouped(digits, DecimalComma)
	if _, err := NumberIn(r, DecimalPoint); err != nil {
		asPoint = false // larger than any number of care
	}
	if _, err := NumberIn(r, DecimalComma); err != nil {
		asComma = false
	}
	same := asPoint && asComma && point == other
	switch {
	case comma == dot || !asPoint && !asComma: // no marks, or no number
	case same && comma < 0, same && dot >= 0 && comma > dot:
		c.comma++ // 1.234.567 or 1.234,5
	case same, !asComma:
		c.point++
	case !asPoint:
		c.comma++
	default:
		c.open++ // 1,234 is a thousand and more, or one and a little
	}
}

// Hint says what the file as a whole suggests: a semicolon between its cells, or
// another column, goes with a comma before decimals.
func (c *NumberColumn) Hint(decimal Decimal) { c.hint = append(c.hint, decimal) }

// Decimal gives the sign and how sure it is: SelfEvident, Proven, Hinted, Assumed
// (the point) or Conflict.
func (c *NumberColumn) Decimal() (Decimal, Proof) {
	switch {
	case c.point > 0 && c.comma > 0:
		return DecimalPoint, Conflict
	case c.point > 0:
		return DecimalPoint, Proven
	case c.comma > 0:
		return DecimalComma, Proven
	case c.open == 0:
		return DecimalPoint, SelfEvident
	case len(c.hint) > 0:
		return c.hint[0], Hinted
	}
	return DecimalPoint, Assumed
}
