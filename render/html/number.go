package html

import (
	"math"
	"strconv"
	"strings"

	"evidencepack/render/page"
)

// decimals is how many digits stand behind the point, by format.
var decimals = map[page.Format]int{
	page.FormatPercent: 1,
	page.FormatRate:    1,
	page.FormatPoints:  1,
	page.FormatCount:   0,
}

// number writes a value as it is printed: 7.4%, +3.2, 9,531. Points carry their
// sign. A format without a rule of its own shows what is there, two digits at most.
func number(v float64, f page.Format) string {
	digits, known := decimals[f]
	if !known {
		digits = 2
	}
	text := fixed(v, digits)
	if !known && strings.Contains(text, ".") {
		text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	}
	switch {
	case f == page.FormatPercent:
		return text + "%"
	case f == page.FormatPoints && strings.Trim(text, "0.−") != "" && v > 0:
		return "+" + text
	}
	return text
}

// fixed writes a number with a fixed count of digits, half away from zero, with
// commas between thousands and a true minus. A number that rounds to nothing has no sign.
func fixed(v float64, digits int) string {
	scale := math.Pow10(digits)
	rounded := math.Round(math.Abs(v)*scale) / scale
	text := strconv.FormatFloat(rounded, 'f', digits, 64)
	whole, rest, _ := strings.Cut(text, ".")
	for at := len(whole) - 3; at > 0; at -= 3 {
		whole = whole[:at] + "," + whole[at:]
	}
	if rest != "" {
		whole += "." + rest
	}
	if v < 0 && rounded != 0 {
		return "−" + whole
	}
	return whole
}

// span writes an interval as 6.9 to 8.0, or nothing where an end is missing.
func span(lower, upper *float64, digits int) string {
	if lower == nil || upper == nil {
		return ""
	}
	return fixed(*lower, digits) + " to " + fixed(*upper, digits)
}

// share writes 708 of 9,531. Where nothing was divided it is the count alone;
// where nothing was counted it is the number of values behind the figure.
func share(numerator, denominator *float64) string {
	switch {
	case numerator != nil && denominator != nil:
		return number(*numerator, page.FormatText) + " of " + number(*denominator, page.FormatText)
	case numerator != nil:
		return number(*numerator, page.FormatText)
	case denominator != nil:
		return "of " + number(*denominator, page.FormatText)
	}
	return ""
}
