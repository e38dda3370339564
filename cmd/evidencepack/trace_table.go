package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
)

// table sets the rows out under headings, one run of rows for each kind of record.
func (a *traceAnswer) table(rows []metrics.TracedRow) []string {
	var lines []string
	for from := 0; from < len(rows); {
		to := from + 1
		for to < len(rows) && rows[to].Record.Kind() == rows[from].Record.Kind() {
			to++
		}
		if from > 0 {
			lines = append(lines, "")
		}
		lines = append(lines, a.run(rows[from:to])...)
		from = to
	}
	return lines
}

// run sets out rows of one kind.
func (a *traceAnswer) run(rows []metrics.TracedRow) []string {
	sheets := slices.ContainsFunc(rows, func(r metrics.TracedRow) bool { return r.Record.Where().Sheet != "" })
	things := slices.ContainsFunc(rows, func(r metrics.TracedRow) bool { return r.Thing != 0 })
	head := []string{"file"}
	if sheets {
		head = append(head, "sheet")
	}
	head = append(head, "row")
	named := slices.ContainsFunc(rows, func(r metrics.TracedRow) bool { return a.t.recordID(r.Record) != "" })
	if named {
		head = append(head, "id")
	}
	for _, one := range tells(rows[0].Record) {
		head = append(head, one.heading)
	}
	head = append(head, "counted as")
	if a.weighs() {
		head = append(head, "adds")
	} else if things {
		head = append(head, a.thingWord())
	}
	cells := [][]string{head}
	for _, r := range rows {
		at := r.Record.Where()
		line := []string{shown(at.File)}
		if sheets {
			line = append(line, cmp.Or(shown(a.t.sheet(at)), noCell))
		}
		line = append(line, cmp.Or(a.place(at), "all"))
		if named {
			line = append(line, cmp.Or(a.t.recordID(r.Record), noCell))
		}
		for _, one := range tells(r.Record) {
			line = append(line, one.text)
		}
		line = append(line, a.countedWords(r.Counted))
		if a.weighs() {
			line = append(line, addsWords(r))
		} else if things {
			line = append(line, thingOf(r))
		}
		cells = append(cells, line)
	}
	return aligned(cells)
}

// place is the row of a record: of a text file its line, and in brackets the row at which
// a spreadsheet program shows it, where that is another.
func (a *traceAnswer) place(at *record.Head) string {
	if shown, other := a.t.shownRows(at.File)[at.Row]; other && at.Sheet == "" {
		return fmt.Sprintf("%d (%d)", at.Row, shown)
	}
	return rowOf(at)
}

// aligned sets cells in columns, with numbers of rows to the right.
func aligned(cells [][]string) []string {
	widths := make([]int, len(cells[0]))
	for _, line := range cells {
		for i, cell := range line {
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	lines := make([]string, len(cells))
	for n, line := range cells {
		var b strings.Builder
		for i, cell := range line {
			gap := strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell))
			if cells[0][i] == "row" {
				b.WriteString("  " + gap + cell)
			} else {
				b.WriteString("  " + cell + gap)
			}
		}
		lines[n] = strings.TrimRight(b.String(), " ")
	}
	return lines
}

// thingWord heads the column that says which rows are of one thing.
func (a *traceAnswer) thingWord() string {
	switch a.metric.Counts {
	case "people":
		return "person no."
	case "steps":
		return "step no."
	case "audits":
		return "audit no."
	}
	return "counted once no."
}

// weighs tells whether rows add amounts: days, hours, shares of a year.
func (a *traceAnswer) weighs() bool {
	return slices.ContainsFunc(a.rows, func(r metrics.TracedRow) bool {
		plain := func(v float64) bool { return v == 0 || v == 1 }
		return !plain(r.Numerator) || !plain(r.Denominator)
	})
}

// addsWords says what a row adds, as 3 of 10 where it adds to both numbers.
func addsWords(r metrics.TracedRow) string {
	number := func(v float64) string { return numberWords(amount(v, true)) }
	switch r.Counted {
	case metrics.CountedBoth:
		return number(r.Numerator) + " of " + number(r.Denominator)
	case metrics.CountedNumerator:
		return number(r.Numerator)
	}
	return number(r.Denominator)
}

// countedWords says in words what a row counted as.
func (a *traceAnswer) countedWords(c metrics.Counted) string {
	counted, of := a.metric.NounNumerator, a.metric.NounDenominator
	switch {
	case c == metrics.CountedDenominator && counted != "" && a.hasNumerators():
		return "other " + of
	case c == metrics.CountedDenominator:
		return of
	}
	return counted
}

func (a *traceAnswer) hasNumerators() bool {
	return slices.ContainsFunc(a.rows, func(r metrics.TracedRow) bool { return r.Counted == metrics.CountedBoth })
}

// tally counts the rows by what they counted as, and says what they add up to.
func (a *traceAnswer) tally() string {
	counts := make(map[metrics.Counted]int)
	var numerator, denominator float64
	for _, r := range a.rows {
		counts[r.Counted]++
		numerator, denominator = numerator+r.Numerator, denominator+r.Denominator
	}
	var parts []string
	for _, c := range []metrics.Counted{metrics.CountedBoth, metrics.CountedNumerator, metrics.CountedDenominator} {
		if counts[c] > 0 {
			parts = append(parts, commas(counts[c])+" of "+a.countedWords(c))
		}
	}
	text := fmt.Sprintf("%s: %s.", plural(len(a.rows), "row", "rows"), strings.Join(parts, ", "))
	things := slices.ContainsFunc(a.rows, func(r metrics.TracedRow) bool { return r.Thing != 0 })
	if things || a.weighs() {
		text += " They add up to " + a.sums(numerator, denominator) + "."
	}
	if missing := a.figure.Value.Denominator; a.metric.Counts == "months" && missing != nil && *missing > denominator {
		text += fmt.Sprintf(" %s had no row at all, so none is here.", plural(int(*missing-denominator), "month", "months"))
	}
	if heading := a.headingRow(); heading > 0 {
		text += fmt.Sprintf(" Row %d is the heading.", heading)
	}
	return text
}

// sums are what all rows add to the numbers that the figure has.
func (a *traceAnswer) sums(numerator, denominator float64) string {
	var parts []string
	if a.metric.NounNumerator != "" {
		parts = append(parts, numberWords(amount(numerator, true)))
	}
	if a.metric.NounDenominator != "" {
		parts = append(parts, numberWords(amount(denominator, true)))
	}
	return strings.Join(parts, " out of ")
}

// headingRow is the row of the headings where all rows are of one sheet, otherwise 0.
func (a *traceAnswer) headingRow() int {
	first := a.rows[0].Record.Where()
	for _, r := range a.rows {
		if at := r.Record.Where(); at.File != first.File || at.Sheet != first.Sheet {
			return 0
		}
	}
	i := slices.IndexFunc(a.t.exports.Ledgers, func(l record.Ledger) bool { return l.File == first.File && l.Sheet == first.Sheet })
	if i < 0 {
		return 0
	}
	return a.t.exports.Ledgers[i].HeaderRow
}
