package html

import (
	"strings"

	"evidencepack/render/chart"
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
	text := chart.Decimal(v, digits)
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

// span writes an interval as 6.9 to 8.0, or nothing where an end is missing.
func span(lower, upper *float64, digits int) string {
	if lower == nil || upper == nil {
		return ""
	}
	return chart.Decimal(*lower, digits) + " to " + chart.Decimal(*upper, digits)
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
