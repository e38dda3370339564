package cell

import (
	"math"
	"strconv"
	"strings"
)

// Decimal says which sign stands before the decimals in a column.
type Decimal uint8

// The signs. DecimalPoint is the default.
const (
	DecimalPoint Decimal = iota // 1,234.5
	DecimalComma                // 1.234,5
)

// mostNumber bounds what is believed to be a number of a care record.
const mostNumber = 1e15

// Number reads a number as people in the UK write it: 1,204.5 or 45 min or 80% or
// £1,200 or (12), which is −12. A percentage is given in hundredths, whether it
// was text or a formatted number: 87% is 87. A comma that does not part thousands
// is no number: only the column says what it means. Errors: ErrEmpty, ErrNotNumber;
// ErrSuppressed and ErrRough are ErrNotNumber too.
func Number(r Raw) (float64, error) { return NumberIn(r, DecimalPoint) }

// NumberIn reads as Number does, with the decimal sign of the column.
func NumberIn(r Raw, decimal Decimal) (float64, error) {
	if r.Numeric {
		v := r.Number
		if r.Percent {
			v = math.Round(v*1e12) / 1e10 // 0.873 is 87.3 and not 87.30000000000001
		}
		if math.IsNaN(v) || v > mostNumber || v < -mostNumber {
			return 0, ErrNotNumber
		}
		return v, nil
	}
	s := Clean(r.Text)
	if s == "" {
		return 0, ErrEmpty
	}
	digits, negative := bareNumber(s)
	plain, sure := ungrouped(digits, decimal)
	v, err := strconv.ParseFloat(plain, 64)
	if !sure || err != nil || v > mostNumber || v < -mostNumber {
		return 0, notNumber(s)
	}
	if negative {
		v = -v
	}
	return v, nil
}

// bareNumber drops what stands around a number: a currency, per cent, minutes,
// and the brackets that book-keepers put around what is negative.
func bareNumber(s string) (digits string, negative bool) {
	if strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")") && len(s) > 2 && !strings.ContainsAny(s, "+-") {
		s, negative = s[1:len(s)-1], true
	}
	s = strings.TrimSuffix(strings.ToLower(s), "%")
	for _, unit := range []string{"minutes", "minute", "mins", "min", "m", "gbp", "eur"} {
		if cut, found := strings.CutSuffix(s, unit); found {
			s = cut
			break
		}
	}
	s = strings.TrimSpace(s)
	sign := ""
	if rest, found := strings.CutPrefix(s, "-"); found {
		s, sign = rest, "-"
	} else if rest, found := strings.CutPrefix(s, "−"); found {
		s, sign = rest, "-"
	}
	for _, currency := range []string{"£", "€", "$"} {
		s = strings.TrimSpace(strings.TrimPrefix(s, currency))
	}
	return sign + s, negative
}

// ungrouped takes the marks between thousands out of a number and writes its
// decimals behind a point. Not a number, or one that the sign of the column does
// not explain: false.
func ungrouped(s string, decimal Decimal) (string, bool) {
	whole, sign := strings.CutPrefix(s, "-")
	mark, point := ",", "."
	if decimal == DecimalComma {
		mark, point = ".", ","
	}
	comma, dot := strings.LastIndexByte(whole, ','), strings.LastIndexByte(whole, '.')
	if comma >= 0 && dot >= 0 { // the last of two kinds of marks stands before the decimals
		mark, point = ",", "."
		if comma > dot {
			mark, point = ".", ","
		}
	}
	fraction := ""
	if strings.Count(whole, point) == 1 {
		whole, fraction, _ = strings.Cut(whole, point)
		if strings.ContainsAny(fraction, ",. ") {
			return "", false
		}
		fraction = "." + fraction
	} else if strings.Contains(whole, point) {
		mark = point // 1.234.567 can only be thousands
	}
	whole, ok := thousands(whole, mark)
	if sign {
		whole = "-" + whole
	}
	return whole + fraction, ok && onlyNumber(whole+fraction)
}

// thousands takes out marks, or blanks, that stand between groups of three digits.
func thousands(s, mark string) (string, bool) {
	if strings.Contains(s, " ") {
		mark = " "
	}
	groups := strings.Split(s, mark)
	if len(groups) == 1 {
		return s, true
	}
	for i, group := range groups {
		if !digitsOnly(group) || (i > 0 && len(group) != 3) || len(group) > 3 || groups[0][0] == '0' {
			return "", false
		}
	}
	return strings.Join(groups, ""), true
}

// onlyNumber keeps out what ParseFloat takes and people do not write: Inf, 0x1p4, 1_000.
func onlyNumber(s string) bool {
	_, err := strconv.ParseFloat(s, 64)
	return err == nil && strings.Trim(s, "0123456789.e+-") == ""
}

// notNumber says what stands there in place of a number.
func notNumber(s string) error {
	s = strings.ToLower(s)
	switch s {
	case "*", "**", "[c]", "[c1]", "c", "suppressed", "supp", "[low]":
		return ErrSuppressed
	}
	for _, lead := range []string{"<", "≤", "less than ", "fewer than ", "under "} {
		if rest, found := strings.CutPrefix(s, lead); found && roughNumber(rest) {
			return ErrSuppressed
		}
	}
	for _, lead := range []string{">", "≥", "more than ", "over ", "at least ", "up to ", "c.", "c ", "ca.", "circa ", "about ", "approx ", "approx. ", "approximately ", "around ", "~", "≈"} {
		if rest, found := strings.CutPrefix(s, lead); found && roughNumber(rest) {
			return ErrRough
		}
	}
	for _, joint := range []string{"-", "–", " to ", "+"} {
		if from, to, found := strings.Cut(s, joint); found && roughNumber(from) && (roughNumber(to) || joint == "+" && strings.TrimSpace(to) == "") {
			return ErrRough
		}
	}
	return ErrNotNumber
}

// roughNumber tells whether a text begins with a digit: 5, =5, 10 mins.
func roughNumber(s string) bool {
	return startsWithDigit(strings.TrimLeft(s, " =£"))
}

// Whole reads a whole number.
func Whole(r Raw) (int, error) {
	v, err := Number(r)
	if err != nil {
		return 0, err
	}
	if v != math.Trunc(v) {
		return 0, ErrNotNumber
	}
	return int(v), nil
}
