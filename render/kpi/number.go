package kpi

import (
	"math/big"
	"regexp"
	"strconv"
	"strings"
)

// Number is a number with at most six decimals, in millionths, so that a figure on
// the edge of a band is compared exactly.
type Number int64

// one is the number 1.
const one Number = 1_000_000

// largest is the most that a target or an edge may be, either way.
const largest = 1_000_000_000

var plainNumber = regexp.MustCompile(`^[-−]?[0-9]{1,10}(\.[0-9]{1,6})?$`)

// parseNumber reads 90, 2.5 or 90%.
func parseNumber(text string) (Number, bool) {
	text = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(text), "%"))
	if !plainNumber.MatchString(text) {
		return 0, false
	}
	r, ok := new(big.Rat).SetString(strings.Replace(text, "−", "-", 1))
	if !ok || r.Cmp(big.NewRat(largest, 1)) > 0 || r.Cmp(big.NewRat(-largest, 1)) < 0 {
		return 0, false
	}
	r.Mul(r, big.NewRat(int64(one), 1))
	return Number(r.Num().Int64()), true
}

// String writes the number with no more decimals than it has.
func (n Number) String() string {
	return strconv.FormatFloat(n.Float(), 'f', -1, 64)
}

// Float gives the number as it is shown.
func (n Number) Float() float64 { return float64(n) / float64(one) }

// place is a spot on the line of numbers: twice the millionths, so that the odd
// spots stand for everything strictly between two millionths.
type place int64

func (n Number) place() place { return 2 * place(n) }

// number gives the number at an even place.
func (p place) number() Number { return Number(p / 2) }

// The ends of the line are beyond every number that we read.
const (
	lowest  place = -4 * place(largest) * place(one)
	highest place = -lowest
)

// placeOf finds the place of a figure with 12 significant digits, which is where
// it stops being the arithmetic of a processor.
func placeOf(v float64) place {
	r, ok := new(big.Rat).SetString(strconv.FormatFloat(v, 'g', 12, 64))
	if !ok || v >= largest {
		return highest
	}
	if v <= -largest {
		return lowest
	}
	r.Mul(r, big.NewRat(int64(one), 1))
	whole := new(big.Int).Div(r.Num(), r.Denom()) // towards minus infinity, as the denominator is above 0
	if r.IsInt() {
		return 2 * place(whole.Int64())
	}
	return 2*place(whole.Int64()) + 1
}

// rounded rounds a figure to so many decimals; a half goes away from nought, as
// people round by hand.
func rounded(v float64, decimals int) Number {
	r, ok := new(big.Rat).SetString(strconv.FormatFloat(v, 'g', 12, 64))
	if !ok {
		return 0
	}
	n, valid := parseNumber(r.FloatString(decimals))
	if !valid {
		return Number(placeOf(v) / 2)
	}
	return n
}
