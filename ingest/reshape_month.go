package ingest

import (
	"strconv"
	"strings"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/grid"
	"evidencepack/ingest/heading"
	"evidencepack/ingest/mapping"
	"evidencepack/ingest/record"
)

// monthHeadings head the column of the month of a grid, yearHeadings that of its year.
var (
	monthHeadings = wordSet("month", "chart month", "mar month", "month year", "month and year", "for month", "mis")
	yearHeadings  = wordSet("year", "chart year")
)

// monthsOf says of which month each row of a grid is: that of its own column, of
// the name of the sheet where a saved mapping says so, or the one month that the
// lines above the headings and the name of the sheet speak of. Two different
// months are none: nothing is guessed.
func (in *intake) monthsOf(t table, kind record.Kind) (months func(grid.Row) record.Month, there bool) {
	place := placeName(t.file, t.sheet)
	titles := t.titles()
	year := onlyYear(titles)
	if m := in.saved(t, t.names, kind); m != nil && m.SheetIs == mapping.SheetIsMonth {
		one := monthOf(place, year)
		return func(grid.Row) record.Month { return one }, one != 0
	}
	column, years := -1, -1
	for i, name := range t.open() {
		switch key := heading.Normal(name); {
		case monthHeadings[key] && column < 0:
			column = i
		case yearHeadings[key] && years < 0:
			years = i
		}
	}
	if column >= 0 {
		return func(r grid.Row) record.Month { return monthIn(cellAt(r, column), cellAt(r, years), year) }, true
	}
	found := make(map[record.Month]bool)
	for _, title := range titles {
		for _, m := range monthsNamed(title) {
			found[m] = true
		}
	}
	if m := monthOf(place, year); m != 0 {
		found[m] = true
	}
	if len(found) != 1 {
		return func(grid.Row) record.Month { return 0 }, false
	}
	for m := range found {
		return func(grid.Row) record.Month { return m }, true
	}
	return nil, false
}

// titles gives the texts above the headings of a table.
func (t *table) titles() []string {
	if t.shape == nil {
		return nil
	}
	return t.shape.Titles
}

// placeName is the name of a sheet without that of its file in a zip. "Smith, John"
// of a workbook is one name.
func placeName(file, sheet string) string {
	if !strings.HasSuffix(strings.ToLower(file), ".zip") {
		return sheet
	}
	if cut := strings.LastIndex(sheet, ", "); cut >= 0 {
		return sheet[cut+2:]
	}
	return sheet
}

// monthIn reads the cell of a month, with the year from its own column or from the
// lines above the table. 0 is no month.
func monthIn(month, year cell.Raw, above string) record.Month {
	if month.Numeric && month.Date {
		if m, err := cell.Date(month, cell.DayFirst); err == nil {
			return m.On.Month()
		}
		return 0
	}
	if written := cell.Clean(year.Text); written != "" {
		above = written
	}
	text := cell.Clean(month.Text)
	if n, err := strconv.Atoi(text); err == nil && n >= 1 && n <= 12 {
		if y, err := strconv.Atoi(above); err == nil && len(above) == 4 {
			return record.DateOf(y, n, 1).Month()
		}
		return 0
	}
	return monthOf(text, above)
}

// monthOf reads a text that is a month and nothing else: "Sept 2025", "09/2025",
// and "Sept" where the year is known otherwise. All days of one month are it too.
func monthOf(text, year string) record.Month {
	for _, written := range []string{text, text + " " + year} {
		from, to, grain, ok := cell.ParsePeriod(written)
		if ok && (grain == cell.GrainMonth || grain == cell.GrainDay) && from == from.Month().First() && to == from.Month().Last() {
			return from.Month()
		}
		if year == "" {
			break
		}
	}
	return 0
}

// monthsNamed finds the months that a line of text names with their year. A day
// alone, such as the day on which the chart was printed, is none.
func monthsNamed(line string) []record.Month {
	for _, part := range append([]string{line}, strings.SplitAfterN(line, ":", 2)...) {
		if m := monthOf(strings.TrimSpace(part), ""); m != 0 {
			return []record.Month{m}
		}
	}
	var found []record.Month
	words := strings.FieldsFunc(line, func(r rune) bool { return strings.ContainsRune(" ,;()\t", r) })
	for i, word := range words {
		if strings.ContainsAny(word, "/-") {
			if m := monthOf(word, ""); m != 0 {
				found = append(found, m)
			}
		}
		if i > 0 && isYear(word) && (i < 2 || !isDay(words[i-2])) {
			if m := monthOf(words[i-1]+" "+word, ""); m != 0 {
				found = append(found, m)
			}
		}
		if i+3 <= len(words) { // 01/09/2025 to 30/09/2025
			if m := monthOf(strings.Join(words[i:i+3], " "), ""); m != 0 {
				found = append(found, m)
			}
		}
	}
	return found
}

// isDay tells whether a word is the day of a date: 3, 3rd.
func isDay(word string) bool {
	return word != "" && word[0] >= '0' && word[0] <= '9' && dayNumber(word) != 0
}

func isYear(word string) bool {
	return len(word) == 4 && (strings.HasPrefix(word, "19") || strings.HasPrefix(word, "20")) && strings.Trim(word, "0123456789") == ""
}

// onlyYear gives the one year that lines of text name, "" where there is none or
// there are several.
func onlyYear(lines []string) string {
	year := ""
	for _, line := range lines {
		for _, word := range strings.FieldsFunc(line, func(r rune) bool { return r < '0' || r > '9' }) {
			switch {
			case !isYear(word) || word == year:
			case year == "":
				year = word
			default:
				return ""
			}
		}
	}
	return year
}
