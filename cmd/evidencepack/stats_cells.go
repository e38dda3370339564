package main

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/record"
	"evidencepack/metrics/stat/tabular"
)

// canonicalNumber is a number that the methods read as it stands, with all its digits.
var canonicalNumber = regexp.MustCompile(`^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?$`)

// typed writes every cell as the methods read it. What cannot be read stays as it
// is: the method then says which row and what was expected.
func (t *rawTable) typed(file string) (tabular.Table, []string, error) {
	out := tabular.Table{Lines: t.lines, Rows: make([][]string, len(t.rows))}
	for i := range out.Rows {
		out.Rows[i] = make([]string, len(t.columns))
	}
	var notes []string
	for at, c := range t.columns {
		out.Head = append(out.Head, c.Name)
		var write func(cell.Raw) string
		switch c.Holds {
		case tabular.Numbers:
			var note string
			write, note = t.numbers(at)
			notes = appendNote(notes, note)
		case tabular.Places:
			var note string
			var err error
			if write, note, err = t.places(file, at); err != nil {
				return tabular.Table{}, nil, err
			}
			notes = appendNote(notes, note)
		case tabular.YesNo:
			write = yesNo
		default:
			write = func(r cell.Raw) string { return cell.Clean(r.Text) }
		}
		for i, row := range t.rows {
			out.Rows[i][at] = write(row[at])
		}
	}
	return out, notes, nil
}

func appendNote(notes []string, note string) []string {
	if note == "" {
		return notes
	}
	return append(notes, note)
}

// numbers reads 1,204.5 and 7.4% and the words for nothing; which sign stands
// before the decimals the whole column decides.
func (t *rawTable) numbers(at int) (write func(cell.Raw) string, note string) {
	var column cell.NumberColumn
	percent := false
	for _, row := range t.rows {
		column.See(row[at])
		percent = percent || row[at].Percent || strings.HasSuffix(cell.Clean(row[at].Text), "%")
	}
	decimal, proof := column.Decimal()
	switch {
	case proof == cell.Assumed && t.semicolon:
		note = fmt.Sprintf("column %q: the commas are read as those of thousands, so 1,204 counts as 1204.", t.columns[at].Name)
	case percent:
		note = fmt.Sprintf("column %q has per cent signs: 7.4%% counts as 7.4.", t.columns[at].Name)
	}
	return func(r cell.Raw) string {
		text := cell.Clean(r.Text)
		if !r.Percent && canonicalNumber.MatchString(text) {
			return text
		}
		if absent := cell.Nothing(text); !r.Numeric && (absent == cell.Blank || absent == cell.NotApplicable || absent == cell.Unknown) {
			return ""
		}
		v, err := cell.NumberIn(r, decimal)
		if err != nil {
			return text
		}
		return strconv.FormatFloat(v, 'g', -1, 64)
	}, note
}

// yesNo writes 1 and 0; what is neither stays as it is.
func yesNo(r cell.Raw) string {
	switch cell.Answer(r) {
	case record.Yes:
		return "1"
	case record.No:
		return "0"
	}
	return cell.Clean(r.Text)
}

// places reads dates and months as the first day that they stand for. A column of
// numbers stays one: months or events in order.
func (t *rawTable) places(file string, at int) (write func(cell.Raw) string, note string, err error) {
	var column cell.DateColumn
	numbers := true
	for _, row := range t.rows {
		column.See(row[at])
		numbers = numbers && (row[at].Empty() || !row[at].Date && canonicalNumber.MatchString(cell.Clean(row[at].Text)))
	}
	if numbers {
		return func(r cell.Raw) string { return cell.Clean(r.Text) }, "", nil
	}
	order, proof := column.Order()
	if !proof.Usable() {
		return nil, "", failure{
			code: exitNothing, what: fmt.Sprintf("%s, column %q: day and month are swapped in some rows and not in others.", file, t.columns[at].Name),
			why:   "Excel may have changed the dates when the file was opened.",
			hints: []string{"write the dates as 2026-04-01, or the months as Apr 2026."},
		}
	}
	if proof == cell.Assumed {
		note = fmt.Sprintf("column %q is read with the day first: 03/04/2026 is 3 April 2026.", t.columns[at].Name)
	}
	reader := cell.DateReader{Order: order}
	return func(r cell.Raw) string {
		text := cell.Clean(r.Text)
		if _, err := time.Parse(time.DateOnly, text); err == nil {
			return text
		}
		if m, err := reader.Date(r); err == nil {
			return m.On.String()
		}
		if from, _, grain, ok := reader.Period(text); ok && grain > cell.GrainDay && grain < cell.GrainYear {
			return from.String()
		}
		return text
	}, note, nil
}
