package scramble

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
)

// day is a date as the source writes it. It may be one that does not exist: the
// sample has a 30 February, which must stay one.
type day struct {
	year, month, day int
	rest             string // the time, as written behind the date
	zoned            bool   // the time is in UTC
}

// dateStyle writes a date; nil leaves a column as it is.
type dateStyle struct {
	name  string
	write func(day) string
}

var plainStyles = []dateStyle{
	{"2025-11-03", func(d day) string { return fmt.Sprintf("%04d-%02d-%02d%s", d.year, d.month, d.day, after(" ", d.rest)) }},
	{"03/11/2025", func(d day) string { return fmt.Sprintf("%02d/%02d/%04d%s", d.day, d.month, d.year, after(" ", d.rest)) }},
	{"03-11-2025", func(d day) string { return fmt.Sprintf("%02d-%02d-%04d%s", d.day, d.month, d.year, after(" ", d.rest)) }},
	{"3 Nov 2025", func(d day) string {
		return fmt.Sprintf("%d %s %04d%s", d.day, months[d.month-1], d.year, after(" ", d.rest))
	}},
	{"03-Nov-2025", func(d day) string {
		return fmt.Sprintf("%02d-%s-%04d%s", d.day, months[d.month-1], d.year, after(" ", d.rest))
	}},
}

var shortStyle = dateStyle{"3/11/25", func(d day) string { return fmt.Sprintf("%d/%d/%02d%s", d.day, d.month, d.year%100, after(" ", d.rest)) }}

var monthFirstStyle = dateStyle{"11/3/2025, month first", func(d day) string {
	return fmt.Sprintf("%d/%d/%04d%s", d.month, d.day, d.year, after(" ", d.rest))
}}

// zonedStyles keep the Z, or what says the same.
var zonedStyles = []dateStyle{
	{"2025-11-03T08:00:00Z", func(d day) string { return fmt.Sprintf("%04d-%02d-%02dT%sZ", d.year, d.month, d.day, d.rest) }},
	{"2025-11-03 08:00:00 UTC", func(d day) string { return fmt.Sprintf("%04d-%02d-%02d %s UTC", d.year, d.month, d.day, d.rest) }},
	{"2025-11-03T08:00:00+00:00", func(d day) string { return fmt.Sprintf("%04d-%02d-%02dT%s+00:00", d.year, d.month, d.day, d.rest) }},
}

// serialFormats are formats in which a workbook shows the same true date.
var serialFormats = []string{"yyyy-mm-dd", "dd/mm/yyyy", "d mmm yyyy", "dd-mmm-yy", "ddd d mmmm yyyy"}

var months = []string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}

func after(gap, rest string) string {
	if rest == "" {
		return ""
	}
	return gap + rest
}

// column says how the dates of one column are written again.
type column struct {
	style  *dateStyle // for dates in text; nil leaves them
	serial string     // format for true dates of a workbook; "" turns them into text
}

// dateStyles draws a style for each column that holds dates.
func (t *table) dateStyles(r *rand.Rand, monthFirst bool) []column {
	out := make([]column, len(t.headings))
	for i, seen := range t.dates {
		if !seen.are {
			continue
		}
		allowed := append([]dateStyle{}, plainStyles...)
		switch {
		case seen.zoned:
			allowed = append([]dateStyle{}, zonedStyles...)
		default:
			if seen.first >= 2000 && seen.last < 2050 {
				allowed = append(allowed, shortStyle)
			}
			if monthFirst && seen.proved {
				allowed = append(allowed, monthFirstStyle)
			}
		}
		out[i].style = &allowed[r.IntN(len(allowed))]
		if n := r.IntN(len(serialFormats) + 1); n < len(serialFormats) {
			out[i].serial = serialFormats[n]
		}
	}
	return out
}

// seen is what the dates of a column have in common.
type seen struct {
	are         bool // nearly all of its values are dates
	zoned       bool
	proved      bool // a day above the twelfth proves the order
	first, last int  // years
}

// seenDates looks at all values of a column. A date typed by hand among true
// dates, or one that cannot be read, does not change what the column is.
func (t *table) seenDates(column int) seen {
	s, dates, others := seen{first: math.MaxInt}, 0, 0
	for _, row := range t.rows {
		if row == nil || (row[column].text == "" && !row[column].isNum) {
			continue
		}
		d, ok := readDay(row[column])
		if !ok {
			others++
			continue
		}
		dates++
		s.zoned = s.zoned || d.zoned
		s.proved = s.proved || d.day > 12
		s.first, s.last = min(s.first, d.year), max(s.last, d.year)
	}
	s.are = dates > 9*others
	return s
}

// redated writes a row again with the dates of its columns in their styles.
func redated(row []value, styles []column) []value {
	out := row
	for i, c := range styles {
		if c.style == nil {
			continue
		}
		d, ok := readDay(row[i])
		if !ok {
			continue
		}
		if &out[0] == &row[0] {
			out = append([]value{}, row...)
		}
		if row[i].isNum && c.serial != "" {
			out[i].format = c.serial
			continue
		}
		out[i] = value{text: c.style.write(d)}
	}
	return out
}

// readDay reads the few ways in which the source writes dates.
func readDay(v value) (day, bool) {
	if v.isNum {
		return serialDay(v)
	}
	s, rest, _ := strings.Cut(v.text, " ")
	d := day{rest: rest}
	if at := strings.IndexByte(s, 'T'); at == 10 && strings.HasSuffix(s, "Z") {
		d.rest, d.zoned, s = s[11:len(s)-1], true, s[:10]
	}
	parts := strings.FieldsFunc(s, func(r rune) bool { return r == '-' || r == '/' })
	if len(parts) != 3 || len(s) < 10 || (d.rest != "" && !strings.Contains(d.rest, ":")) {
		return d, false
	}
	if len(parts[2]) == 4 {
		parts[0], parts[2] = parts[2], parts[0]
	}
	for i, m := range months {
		if parts[1] == m {
			parts[1] = strconv.Itoa(i + 1)
		}
	}
	var err [3]error
	d.year, err[0] = strconv.Atoi(parts[0])
	d.month, err[1] = strconv.Atoi(parts[1])
	d.day, err[2] = strconv.Atoi(parts[2])
	return d, err == [3]error{} && d.year > 1000 && d.month >= 1 && d.month <= 12
}

// described lists the columns of dates and their styles.
func described(t *table, styles []column) string {
	var out []string
	for i, c := range styles {
		if c.style != nil {
			out = append(out, fmt.Sprintf("%s as %s", t.headings[i], strings.TrimSpace(c.style.name+" "+c.serial)))
		}
	}
	return strings.Join(out, ", ")
}
