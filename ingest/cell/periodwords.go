package cell

import (
	"errors"
	"strings"

	"evidencepack/ingest/record"
)

// single reads a period that is no range: a day, a week, a month, a quarter or a
// year. The text is clean and in lower case.
func (d DateReader) single(s string) (record.Span, Grain, error) {
	day, rest, offset := splitMoment(s)
	if p, found := partsOf(day); found {
		on, err := d.day(p)
		if err == nil && timeOrNone(rest, offset) {
			return dayOf(on)
		}
	}
	for _, read := range []func(string) (record.Span, Grain, error){d.weekOf, week, quarter, financialYear, month, year} {
		if span, grain, err := read(s); !errors.Is(err, ErrNotDate) || errors.Is(err, ErrPartial) {
			return span, grain, err
		}
	}
	if d.dayWithoutYear(s) {
		return record.Span{}, 0, ErrPartial
	}
	return record.Span{}, 0, ErrNotDate
}

// timeOrNone tells whether nothing but a time of day stands behind a day.
func timeOrNone(rest, offset string) bool {
	if rest == "" {
		return true
	}
	if offset != "" {
		if _, err := offsetSeconds(offset); err != nil {
			return false
		}
	}
	_, _, err := clock(rest)
	return err == nil
}

// dayWithoutYear tells whether a text is a day and a month: 3/11 or 3 Nov.
func (d DateReader) dayWithoutYear(s string) bool {
	words := strings.FieldsFunc(s, betweenParts)
	if len(words) != 2 || len(s) > 24 {
		return false
	}
	p, found := partsOf(words[0] + " " + words[1] + " 2000") // a leap year: 29 February may be meant
	if !found || p.shape == yearFirst {
		return false
	}
	_, err := d.day(p)
	return err == nil
}

// weekLeads are how people write that a day stands for its week.
var weekLeads = []struct {
	lead   string
	ending bool
}{
	{"w/c", false}, {"wc ", false}, {"w.c.", false}, {"w/b", false}, {"week commencing", false}, {"week beginning", false},
	{"week starting", false}, {"week of", false}, {"wythnos yn dechrau", false},
	{"w/e", true}, {"we ", true}, {"week ending", true},
}

// weekOf reads w/c 3 Nov 2025.
func (d DateReader) weekOf(s string) (record.Span, Grain, error) {
	for _, w := range weekLeads {
		rest, found := strings.CutPrefix(s, w.lead)
		if !found {
			continue
		}
		rest = strings.TrimLeft(rest, " :")
		p, found := partsOf(rest)
		if !found {
			if d.dayWithoutYear(rest) {
				return record.Span{}, 0, ErrPartial
			}
			return record.Span{}, 0, ErrNotDate
		}
		on, err := d.day(p)
		switch {
		case err != nil:
			return record.Span{}, 0, ErrNotDate
		case w.ending:
			return spanOf(on-6, on), GrainWeek, nil
		}
		return spanOf(on, on+6), GrainWeek, nil
	}
	return record.Span{}, 0, ErrNotDate
}

// numbered reads a year with a number behind a letter or a word, in either order:
// 2025W36, W36 2025, 2025-Q3, Q2 25/26. Without a year the year is "".
func numbered(s string, words ...string) (year string, count int, ok bool) {
	for _, word := range words {
		before, after, found := strings.Cut(s, word)
		if !found {
			continue
		}
		digits := strings.TrimLeft(after, " ")
		end := 0
		for end < len(digits) && digits[end] >= '0' && digits[end] <= '9' {
			end++
		}
		if count, ok = smallNumber(digits[:end]); !ok {
			continue
		}
		year = strings.Trim(before, " -,()") + strings.Trim(digits[end:], " -,()")
		return year, count, strings.Trim(before, " -,()") == "" || strings.Trim(digits[end:], " -,()") == ""
	}
	return "", 0, false
}

func week(s string) (record.Span, Grain, error) {
	year, count, ok := numbered(s, "week", "wk", "w")
	if !ok {
		return record.Span{}, 0, ErrNotDate
	}
	if year == "" {
		return record.Span{}, 0, partialWithin(count, 53)
	}
	return isoWeek(fourDigits(year), count)
}

func quarter(s string) (record.Span, Grain, error) {
	year, count, ok := numbered(s, "quarter", "qtr", "q")
	if !ok || count < 1 || count > 4 {
		return record.Span{}, 0, ErrNotDate
	}
	if year == "" {
		return record.Span{}, 0, ErrPartial
	}
	if first, found := financial(year); found {
		return monthsFrom(first, 1+3*count, 3, GrainQuarter) // the first quarter is April to June
	}
	return monthsFrom(fourDigits(year), 3*count-2, 3, GrainQuarter)
}

func partialWithin(count, most int) error {
	if count < 1 || count > most {
		return ErrNotDate
	}
	return ErrPartial
}

// financial gives the first year of 2025/26, 25/26, 2025-26 or FY2025/26.
func financial(s string) (first int, ok bool) {
	s = strings.TrimLeft(strings.TrimPrefix(strings.TrimPrefix(s, "fy"), "financial year"), " ")
	cut := strings.IndexAny(s, "/-–")
	if cut != 2 && cut != 4 {
		return 0, false
	}
	first, there := number(s[:cut])
	last, known := number(strings.TrimLeft(s[cut:], "/-–"))
	if !there || !known {
		return 0, false
	}
	if cut == 2 {
		first += 2000
	}
	return first, first >= 1900 && first < 2200 && (last == first+1 || last == (first+1)%100)
}

// financialYear reads FY25/26 and 2025/26. 25/26 alone is none, and neither is
// 2011-12, which is a month.
func financialYear(s string) (record.Span, Grain, error) {
	first, ok := financial(s)
	marked := strings.HasPrefix(s, "fy") || strings.HasPrefix(s, "financial year")
	if !ok || (!marked && len(s) < 7) || (!marked && s[4] == '-' && (first+1)%100 <= 12) {
		if marked && len(s) <= 24 {
			return record.Span{}, 0, ErrPartial // FY26 may begin or end in 2026
		}
		return record.Span{}, 0, ErrNotDate
	}
	return monthsFrom(first, 4, 12, GrainYear)
}

// month reads Mar 2025, Mar-25, March '25, 03/2025, 2025-03 and 202509.
func month(s string) (record.Span, Grain, error) {
	if len(s) == 6 && digitsOnly(s) {
		return monthOf(fourDigits(s[:4]), fourDigits("00"+s[4:]))
	}
	words := strings.FieldsFunc(s, betweenParts)
	if len(words) == 1 && monthNumber(words[0]) > 0 {
		return record.Span{}, 0, ErrPartial
	}
	if len(words) != 2 {
		return record.Span{}, 0, ErrNotDate
	}
	first, second := words[0], words[1]
	if len(first) == 4 && digitsOnly(first) {
		first, second = second, first
	}
	if monthNumber(first) > 0 && len(second) == 2 && strings.ContainsAny(s, "-/") {
		second = "20" + second // Mar-25 is how Excel shows a month; Mar 25 may be a day
	}
	if cut, found := strings.CutPrefix(second, "'"); found && len(cut) == 2 {
		second = "20" + cut
	}
	if len(second) != 4 || !digitsOnly(second) {
		return record.Span{}, 0, ErrNotDate
	}
	count := monthNumber(first)
	if count == 0 {
		count, _ = smallNumber(first)
	}
	return monthOf(fourDigits(second), count)
}

func year(s string) (record.Span, Grain, error) {
	if len(s) != 4 || !digitsOnly(s) {
		return record.Span{}, 0, ErrNotDate
	}
	return monthsFrom(fourDigits(s), 1, 12, GrainYear)
}

// fourDigits reads a year of four digits, or gives 0, which is no year.
func fourDigits(s string) int {
	if len(s) != 4 {
		return 0
	}
	v, _ := number(s)
	return v
}
