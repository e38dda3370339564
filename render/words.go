package render

import (
	"fmt"
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// thousands writes a whole number with commas: 9,531.
func thousands(v float64) string { return chart.Decimal(v, 0) }

// decimal writes a number with one decimal and a real minus sign.
func decimal(v float64) string { return chart.Decimal(v, 1) }

// signed writes a difference with its sign: +9.7, −0.5, 0.0.
func signed(v float64) string {
	if text := decimal(v); v < 0 || text == "0.0" {
		return text
	}
	return "+" + decimal(v)
}

// shareInText writes a share in a sentence: whole below 100 counted, one decimal above.
func shareInText(value, counted float64) string {
	if counted < 100 {
		return thousands(value) + "%"
	}
	return decimal(value) + "%"
}

// number writes the value of a figure in its unit, for strips, charts and tables.
func number(u metrics.Unit, v float64) string {
	switch u {
	case metrics.Percent:
		return decimal(v) + "%"
	case metrics.Count:
		return thousands(v)
	case metrics.Points:
		return signed(v)
	case metrics.Days, metrics.Minutes:
		if v == math.Trunc(v) {
			return thousands(v)
		}
	}
	return decimal(v)
}

// unitWords is the unit as a reader meets it, "" where it needs no word.
func unitWords(u metrics.Unit) string {
	switch u {
	case metrics.Percent:
		return "per cent"
	case metrics.Per1000CareDays:
		return "per 1,000 care days"
	case metrics.Count:
		return "number"
	case metrics.Days:
		return "days"
	case metrics.Minutes:
		return "minutes"
	case metrics.PerPersonWeek:
		return "per person a week"
	case metrics.Per100Doses:
		return "per 100 doses"
	case metrics.MedianScore:
		return "middle score"
	case metrics.Points:
		return "percentage points"
	}
	return string(u)
}

func format(u metrics.Unit) page.Format {
	switch u {
	case metrics.Percent:
		return page.FormatPercent
	case metrics.Count:
		return page.FormatCount
	case metrics.Points:
		return page.FormatPoints
	}
	return page.FormatRate
}

var monthNames = []string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}

// longDate writes 1 April 2026.
func longDate(d record.Date) string {
	y, m, day := d.Parts()
	return fmt.Sprintf("%d %s %d", day, monthNames[m-1], y)
}

// DayText writes a day as packs print it: 1 April 2026.
func DayText(d record.Date) string { return longDate(d) }

// shortDate writes 1 Apr 2026.
func shortDate(d record.Date) string {
	y, m, day := d.Parts()
	return fmt.Sprintf("%d %s %d", day, monthNames[m-1][:3], y)
}

// monthLabel writes Apr 2026.
func monthLabel(d record.Date) string {
	y, m, _ := d.Parts()
	return fmt.Sprintf("%s %d", monthNames[m-1][:3], y)
}

// longMonth writes April 2026.
func longMonth(m record.Month) string {
	y, month, _ := m.First().Parts()
	return fmt.Sprintf("%s %d", monthNames[month-1], y)
}

// quarterLabel writes Apr–Jun 2026.
func quarterLabel(s record.Span) string {
	_, first, _ := s.From.Parts()
	y, last, _ := s.To.Parts()
	return fmt.Sprintf("%s–%s %d", monthNames[first-1][:3], monthNames[last-1][:3], y)
}

// spanWords writes 1 April to 30 September 2026, naming the year once where it is one.
func spanWords(s record.Span) string {
	y1, m1, d1 := s.From.Parts()
	y2, _, _ := s.To.Parts()
	if y1 == y2 {
		return fmt.Sprintf("%d %s to %s", d1, monthNames[m1-1], longDate(s.To))
	}
	return longDate(s.From) + " to " + longDate(s.To)
}

// wholeMonths writes April to September 2026 where a span is whole months, otherwise
// its days.
func wholeMonths(s record.Span) string {
	from, to := s.From.Month(), s.To.Month()
	if s.From != from.First() || s.To != to.Last() || from == to {
		return spanWords(s)
	}
	y1, m1, _ := s.From.Parts()
	if y2, _, _ := s.To.Parts(); y1 == y2 {
		return monthNames[m1-1] + " to " + longMonth(to)
	}
	return longMonth(from) + " to " + longMonth(to)
}

// baselineWords names the baseline in a sentence: "the six months before" where
// it is whole months that end when the period begins, otherwise its dates.
func baselineWords(baseline, period record.Span) string {
	from, to := baseline.From.Month(), baseline.To.Month()
	months := int(to-from) + 1
	if baseline.From != from.First() || baseline.To != to.Last() || baseline.To+1 != period.From || months > 12 {
		return spanWords(baseline)
	}
	if months == 1 {
		return "the month before"
	}
	names := []string{"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}
	return "the " + names[months-2] + " months before"
}

// lowerFirst starts a title in lower case, unless it is a short form such as CQC.
func lowerFirst(s string) string {
	if s == "" {
		return ""
	}
	r, size := utf8.DecodeRuneInString(s)
	next, _ := utf8.DecodeRuneInString(s[size:])
	if unicode.IsUpper(next) {
		return s
	}
	return string(unicode.ToLower(r)) + s[size:]
}

func upperFirst(s string) string {
	if s == "" {
		return ""
	}
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}

// listWords joins names: A, B and C.
func listWords(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}

// plural gives "1 person" or "4 people".
func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return thousands(float64(n)) + " " + many
}

// countWords counts the words of a text as a tender does: what stands between spaces.
func countWords(s string) int { return len(strings.Fields(s)) }
