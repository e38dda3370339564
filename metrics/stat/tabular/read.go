package tabular

import (
	"math"
	"regexp"
	"strconv"
	"strings"
)

// rule is what a number must be, beside a number.
type rule struct {
	expected string // "a number above 0", as messages say it
	holds    func(v float64) bool
}

// The rules.
var (
	anyNumber    = rule{"a number", func(float64) bool { return true }}
	notNegative  = rule{"a number of 0 or more", func(v float64) bool { return v >= 0 }}
	aboveZero    = rule{"a number above 0", func(v float64) bool { return v > 0 }}
	anyWhole     = rule{"a whole number", isWhole}
	wholeCount   = rule{"a whole number of 0 or more", func(v float64) bool { return isWhole(v) && v >= 0 }}
	wholeFromOne = rule{"a whole number of 1 or more", func(v float64) bool { return isWhole(v) && v >= 1 }}
)

func isWhole(v float64) bool { return v == math.Trunc(v) && math.Abs(v) <= 1<<53 }

// rows is how many rows the table has.
func (in Input) rows() int { return len(in.Table.Rows) }

// has tells whether the table has a column.
func (in Input) has(name string) bool { return in.Table.column(name) >= 0 }

// cell gives one cell, "" where it is missing: empty, blank, NA or NaN.
func (in Input) cell(row, column int) string {
	text := strings.TrimSpace(in.Table.Rows[row][column])
	if strings.EqualFold(text, "NA") || strings.EqualFold(text, "NaN") {
		return ""
	}
	return text
}

// bad says that a cell does not hold what is expected.
func (in Input) bad(row int, column, expected string) error {
	return BadCell{Row: in.Table.Line(row), Column: column, Expected: expected}
}

// texts gives a column as texts, "" where a cell is missing.
func (in Input) texts(name string) ([]string, error) {
	at := in.Table.column(name)
	if at < 0 {
		return nil, NoColumn{Column: name}
	}
	all := make([]string, in.rows())
	for i := range all {
		all[i] = in.cell(i, at)
	}
	return all, nil
}

// numbers gives a column as numbers that keep a rule, NaN where a cell is missing.
func (in Input) numbers(name string, rule rule) ([]float64, error) {
	cells, err := in.texts(name)
	if err != nil {
		return nil, err
	}
	all := make([]float64, len(cells))
	for i, cell := range cells {
		if cell == "" {
			all[i] = math.NaN()
			continue
		}
		v, ok := parseNumber(cell)
		if !ok || !rule.holds(v) {
			return nil, in.bad(i, name, rule.expected)
		}
		all[i] = v
	}
	return all, nil
}

// filled gives a column as numbers that keep a rule, of which none may be missing.
func (in Input) filled(name string, rule rule) ([]float64, error) {
	all, err := in.numbers(name, rule)
	if err != nil {
		return nil, err
	}
	for i, v := range all {
		if math.IsNaN(v) {
			return nil, in.bad(i, name, rule.expected+"; it is empty")
		}
	}
	return all, nil
}

// flags gives a column of 1 and 0, in which yes, no, true and false may stand too;
// none may be missing.
func (in Input) flags(name string) ([]bool, error) {
	cells, err := in.texts(name)
	if err != nil {
		return nil, err
	}
	all := make([]bool, len(cells))
	for i, cell := range cells {
		yes, ok := parseFlag(cell)
		if !ok {
			return nil, in.bad(i, name, flagExpected)
		}
		all[i] = yes
	}
	return all, nil
}

const flagExpected = "1 for yes or 0 for no"

func parseFlag(text string) (yes, ok bool) {
	switch strings.ToLower(text) {
	case "1", "true", "t", "yes", "y":
		return true, true
	case "0", "false", "f", "no", "n":
		return false, true
	}
	return false, false
}

var decimalNumber = regexp.MustCompile(`^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?$`)

// parseNumber reads a decimal number. What is too large for one is none.
func parseNumber(text string) (float64, bool) {
	if !decimalNumber.MatchString(text) {
		return 0, false
	}
	v, err := strconv.ParseFloat(text, 64)
	return v, err == nil
}
