package scramble

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
)

// date is a calendar day as the source writes it. It may be one that does not
// exist: the sample has a 30 February, which must stay one.
type date struct{ year, month, day int }

// day is a date with what stands behind it.
type day struct {
	date
	rest  string // the time, as written behind the date
	zoned bool   // the time is in UTC
	is    bool   // the cell held a date at all
}

// dateStyle is a way of writing dates.
type dateStyle struct {
	name  string
	write func(date) string
	gap   string // between the date and its time
	end   string // behind the time
}

var plainStyles = []dateStyle{
	{"2025-11-03", iso, " ", ""},
	{"03/11/2025", func(d date) string { return fmt.Sprintf("%02d/%02d/%04d", d.day, d.month, d.year) }, " ", ""},
	{"03-11-2025", func(d date) string { return fmt.Sprintf("%02d-%02d-%04d", d.day, d.month, d.year) }, " ", ""},
	{"3 Nov 2025", func(d date) string { return fmt.Sprintf("%d %s %04d", d.day, months[d.month-1], d.year) }, " ", ""},
	{"03-Nov-2025", func(d date) string { return fmt.Sprintf("%02d-%s-%04d", d.day, months[d.month-1], d.year) }, " ", ""},
}

// shortStyle is only for years of this century.
var shortStyle = dateStyle{"3/11/25", func(d date) string { return fmt.Sprintf("%d/%d/%02d", d.day, d.month, d.year%100) }, " ", ""}

var monthFirstStyle = dateStyle{"11/3/2025, month first", func(d date) string { return fmt.Sprintf("%d/%d/%04d", d.month, d.day, d.year) }, " ", ""}

// zonedStyles keep the Z, or what says the same.
var zonedStyles = []dateStyle{
	{"2025-11-03T08:00:00Z", iso, "T", "Z"},
	{"2025-11-03 08:00:00 UTC", iso, " ", " UTC"},
	{"2025-11-03T08:00:00+00:00", iso, "T", "+00:00"},
}

func iso(d date) string { return fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day) }

// serialFormats are formats in which a workbook shows the same true date.
var serialFormats = []string{"yyyy-mm-dd", "dd/mm/yyyy", "d mmm yyyy", "dd-mmm-yy", "ddd d mmmm yyyy"}

var months = []string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}

// column says how the dates of one column are written again.
type column struct {
	style   *dateStyle      // for dates in text; nil leaves the column as it is
	serial  string          // format for true dates of a workbook; "" turns them into text
	written map[date]string // dates that were written before
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
			allowed = zonedStyles
		default:
			if seen.first >= 2000 && seen.last < 2050 {
				allowed = append(allowed, shortStyle)
			}
			if monthFirst && seen.proved {
				allowed = append(allowed, monthFirstStyle)
			}
		}
		out[i].style = &allowed[r.IntN(len(allowed))]
		out[i].written = make(map[date]string)
		if n := r.IntN(len(serialFormats) + 1); n < len(serialFormats) {
			out[i].serial = serialFormats[n]
		}
	}
	return out
}

// rewrite writes one cell in the style of its column. What is no date stays.
func (c *column) rewrite(v *value, d day) {
	switch {
	case !d.is:
	case v.isNum && c.serial != "":
		v.format = c.serial
	default:
		text, there := c.written[d.date]
		if !there {
			text = c.style.write(d.date)
			c.written[d.date] = text
		}
		if d.rest != "" {
			text += c.style.gap + d.rest + c.style.end
		}
		*v = value{text: text}
	}
}

// seen is what the dates of a column have in common.
type seen struct {
	are         bool // nearly all of its values are dates
	zoned       bool
	proved      bool // a day above the twelfth proves the order
	first, last int  // years
}

// seenDates reads all dates of a column. One typed by hand among true dates, or
// one that cannot be read, does not change what the column is.
func (t *table) seenDates(column int) (seen, []day) {
	s, dates, others := seen{first: math.MaxInt}, 0, 0
	days := make([]day, len(t.rows))
	for i, row := range t.rows {
		if row == nil || (row[column].text == "" && !row[column].isNum) {
			continue
		}
		d := readDay(row[column])
		if days[i] = d; !d.is {
			others++
			continue
		}
		dates++
		s.zoned = s.zoned || d.zoned
		s.proved = s.proved || d.day > 12
		s.first, s.last = min(s.first, d.year), max(s.last, d.year)
	}
	if s.are = dates > 9*others; !s.are {
		return s, nil
	}
	return s, days
}

// readDay reads the few ways in which the source writes dates.
func readDay(v value) day {
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
		return day{}
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
	d.is = err == [3]error{} && d.year > 1000 && d.month >= 1 && d.month <= 12
	return d
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
