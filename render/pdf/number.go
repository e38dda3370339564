package pdf

import (
	"math"
	"time"

	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// counted writes a count: whole where it is whole.
func counted(value float64) string {
	if value == math.Trunc(value) {
		return chart.Decimal(value, 0)
	}
	return chart.Decimal(value, 1)
}

// formatted writes a value as its format asks.
func formatted(value float64, format page.Format) string {
	switch format {
	case page.FormatPercent:
		return chart.Decimal(value, 1) + "%"
	case page.FormatCount:
		return counted(value)
	case page.FormatPoints:
		if value > 0 {
			return "+" + chart.Decimal(value, 1)
		}
	}
	return chart.Decimal(value, 1)
}

// shortDate writes 2026-04-01 as 1 Apr 2026; what is no such date stays as it is.
func shortDate(text string) string {
	date, err := time.Parse(time.DateOnly, text)
	if err != nil {
		return text
	}
	return date.Format("2\u00a0Jan\u00a02006")
}

// dates writes two days as a range; whole months as Apr–Sep 2026.
func dates(from, to string) string {
	first, firstErr := time.Parse(time.DateOnly, from)
	last, lastErr := time.Parse(time.DateOnly, to)
	if firstErr != nil || lastErr != nil || first.Day() != 1 || last.AddDate(0, 0, 1).Day() != 1 {
		return joinedBy(" to ", shortDate(from), shortDate(to))
	}
	switch start, end := first.Format("Jan 2006"), last.Format("Jan 2006"); {
	case start == end:
		return end
	case first.Year() == last.Year():
		return first.Format("Jan") + "–" + end
	default:
		return start + "–" + end
	}
}
