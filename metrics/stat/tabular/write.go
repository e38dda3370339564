package tabular

import (
	"math"
	"strconv"
)

// missing is how a cell is written that is missing or not defined.
const missing = "NA"

// number writes a number as the shortest text that reads back as the same number.
// NaN, which is missing or not defined, is NA.
func number(v float64) string {
	switch {
	case math.IsNaN(v):
		return missing
	case math.IsInf(v, 1):
		return "Inf"
	case math.IsInf(v, -1):
		return "-Inf"
	case v == 0:
		return "0" // never -0
	}
	return strconv.FormatFloat(v, 'g', -1, 64)
}

// undefined writes a number whose arithmetic may have no answer: NaN stays NaN.
func undefined(v float64) string {
	if math.IsNaN(v) {
		return "NaN"
	}
	return number(v)
}

// whole writes a count.
func whole(n int) string { return strconv.Itoa(n) }

// flag writes TRUE or FALSE.
func flag(yes bool) string {
	if yes {
		return "TRUE"
	}
	return "FALSE"
}

// word writes a text, NA where it is missing.
func word(text string) string {
	if text == "" {
		return missing
	}
	return text
}

// newTable gives an empty table.
func newTable(head ...string) *Table { return &Table{Head: head} }

// add puts one row under the others.
func (t *Table) add(cells ...string) { t.Rows = append(t.Rows, cells) }
