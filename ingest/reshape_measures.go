package ingest

import (
	"slices"
	"strconv"
	"strings"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/grid"
	"evidencepack/ingest/heading"
	"evidencepack/ingest/record"
)

// Staffing and hours are often kept with the months across and the measures down.
// Each month of each service is one record: a column of figures.

// fewestMonths is how many headings must be months, fewestMeasures how many rows must
// be measures that are known.
const (
	fewestMonths   = 2
	fewestMeasures = 2
)

// measured is a table with its months across.
type measured struct {
	months         []int             // columns of months
	names          map[int]string    // month as it is added, by column
	label, service int               // columns of the measures and of the services; −1 is none
	fields         []string          // in order of the fields of the kind
	of             map[string]string // measure in the form in which headings are compared → field
}

// measureMonths turns a table with months across and measures down into one with a
// row for each month of each service. It leaves one alone where a measure stands
// twice for a service.
func (in *intake) measureMonths(t *table) bool {
	if t.guess {
		return in.guessMonths(t)
	}
	w := t.monthsAcross()
	if w == nil {
		return false
	}
	for _, kind := range []record.Kind{record.KindWorkforceMonth, record.KindExposure} {
		if w.measures(t, kind) && in.become(t, kind, madeFor(append([]string{"month"}, w.fields...)...)) {
			t.turnMonths(w)
			return true
		}
	}
	return false
}

// guessMonths says that a row of headings may be one of months across.
func (in *intake) guessMonths(t *table) bool {
	w := t.monthsAcross()
	if w == nil || len(w.months) <= fewestMonths || !in.become(t, record.KindWorkforceMonth, madeFor("month", "headcount")) {
		return false
	}
	t.widen([]string{madeHeading("month"), madeHeading("headcount")}, nil)
	return true
}

// monthsAcross finds the columns that are headed by months, and what else there is:
// nil where a heading is neither a month, the measure, the service nor a total.
func (t *table) monthsAcross() *measured {
	w := &measured{names: make(map[int]string), label: -1, service: -1}
	year := onlyYear(append(t.titles(), t.open()...))
	for column, name := range t.open() {
		key := heading.Normal(name)
		switch m := headingMonth(cell.Clean(name), year); {
		case m != 0:
			w.months = append(w.months, column)
			w.names[column] = m.First().String()
		case key == "" || totalHeadings[key]:
		case w.service < 0 && isService(key):
			w.service = column
		case w.label < 0:
			w.label = column
		default:
			return nil
		}
	}
	if len(w.months) < fewestMonths || w.label < 0 {
		return nil
	}
	return w
}

// headingMonth reads a heading as a month. The first day of one is what a spreadsheet
// program makes of Apr-26.
func headingMonth(written, year string) record.Month {
	if m := monthOf(written, year); m != 0 {
		return m
	}
	if serial, err := strconv.Atoi(written); err == nil && len(written) == 5 {
		day, err := cell.Date(cell.Raw{Numeric: true, Date: true, Number: float64(serial), Text: written}, cell.DayFirst)
		if err == nil && day.On == day.On.Month().First() {
			return day.On.Month() // a heading that is a date is given by its serial number
		}
		return 0
	}
	from, to, _, is := cell.ParsePeriod(written)
	if is && from == to && from == from.Month().First() {
		return from.Month()
	}
	return 0
}

// totalHeadings head columns that add up the months.
var totalHeadings = wordSet("total", "totals", "average", "mean", "ytd", "year to date", "sum", "notes", "comments")

// isService tells whether a heading is that of the service.
func isService(key string) bool {
	for _, f := range heading.Fields(record.KindWorkforceMonth) {
		if f.Name == heading.Service {
			return slices.ContainsFunc(f.Headings, func(h string) bool { return heading.Normal(h) == key })
		}
	}
	return false
}

// measures finds the measures of a kind in the column of labels. It is false where too
// few are known or one stands twice for a service.
func (w *measured) measures(t *table, kind record.Kind) bool {
	known := make(map[string]string)
	var fields []string
	for _, f := range heading.Fields(kind) {
		if f.Name == "month" || f.Name == heading.Service || !f.Any && !f.Telling || f.Extra {
			continue
		}
		fields = append(fields, f.Name)
		for _, h := range append([]string{f.Name}, f.Headings...) {
			known[heading.Normal(h)] = f.Name
		}
	}
	seen, there := make(map[string]bool), make(map[string]bool)
	for r := range t.rows {
		field := known[heading.Normal(cellAt(r, w.label).Text)]
		if field == "" {
			continue
		}
		at := cell.Key(cellAt(r, w.service).Text) + "\x00" + field
		if seen[at] {
			return false
		}
		seen[at], there[field] = true, true
	}
	w.of = known
	w.fields = slices.DeleteFunc(fields, func(f string) bool { return !there[f] })
	return len(w.fields) >= fewestMeasures
}

// turnMonths makes the rows of the months. Each keeps the line of the first measure of
// its service.
func (t *table) turnMonths(w *measured) {
	for _, column := range w.months {
		t.spread[column] = "each month becomes a row of its own"
	}
	t.spread[w.label] = "its measures become columns"
	names := []string{madeHeading("month")}
	for _, field := range w.fields {
		names = append(names, madeHeading(field))
	}
	before := t.rows
	first := func(yield func(grid.Row) bool) { // one row a service, which the months widen
		seen := make(map[string]bool)
		for r := range before {
			key := cell.Key(cellAt(r, w.service).Text)
			if w.of[heading.Normal(cellAt(r, w.label).Text)] == "" || seen[key] {
				continue
			}
			seen[key] = true
			if !yield(r) {
				return
			}
		}
	}
	figures := make(map[string]cell.Raw)
	for r := range before {
		field := w.of[heading.Normal(cellAt(r, w.label).Text)]
		for _, column := range w.months {
			if c := cellAt(r, column); field != "" && stands(c) {
				c.Text = strings.Clone(c.Text)
				figures[figureKey(cell.Key(cellAt(r, w.service).Text), field, column)] = c
			}
		}
	}
	t.rows = first
	t.part = len(t.names) + len(names)
	t.widen(append(names, madeHeading("block")), func(r grid.Row, out emit) bool {
		service := cell.Key(cellAt(r, w.service).Text)
		for _, column := range w.months {
			added, filled := []cell.Raw{cell.Text(w.names[column])}, false
			for _, field := range w.fields {
				c, there := figures[figureKey(service, field, column)]
				filled = filled || there
				added = append(added, c)
			}
			if filled && !out(append(added, cell.Text(w.names[column]))...) {
				return false
			}
		}
		return true
	})
	t.seen = append(t.seen, Oddity{Code: codeSpread, Row: t.headingRow(), Count: len(w.months)})
}

func figureKey(service, field string, column int) string {
	return service + "\x00" + field + "\x00" + string(rune(column))
}
