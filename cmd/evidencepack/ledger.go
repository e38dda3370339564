package main

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"evidencepack/ingest/record"
	"evidencepack/render/disclose"
)

// ledgerName is the ledger of releases that is found by itself in the folder of exports.
const ledgerName = "releases.csv"

// ledgerHeads are the columns of the ledger. A row is either a file that was sent, with
// its SHA-256, or a figure that stands in it.
var ledgerHeads = []string{
	"release", "recipient", "purpose", "basis", "approved_by", "date", "pack", "file", "sha256",
	"metric_id", "service", "breakdown", "from", "to", "numerator", "denominator", "value", "people",
}

// ledger is what was sent before.
type ledger struct {
	name    string // as the manifest names it; "" is no ledger
	text    []byte
	rows    int
	last    int        // the number of the latest release, 0 for none
	sent    [][]string // the rows about files
	figures []disclose.Released
}

// mark is the mark of a spreadsheet program that a text is UTF-8.
const mark = "\xEF\xBB\xBF"

// parseLedger reads a ledger. A row that cannot be understood is an error that names
// its line: a figure that is left out could be given away.
func parseLedger(name string, text []byte) (ledger, error) {
	l := ledger{name: name, text: text}
	read := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(text, []byte(mark))))
	read.FieldsPerRecord = -1
	heads, err := read.Read()
	if err != nil || !slices.Equal(heads, ledgerHeads) {
		return l, ledgerFault(name, 1, "its first line is not that of a ledger of releases")
	}
	for {
		row, err := read.Read()
		if errors.Is(err, io.EOF) {
			return l, nil
		}
		var slip *csv.ParseError
		if errors.As(err, &slip) {
			return l, ledgerFault(name, slip.Line, "the quotation marks do not match")
		}
		line, _ := read.FieldPos(0)
		if err := l.take(row, line); err != nil {
			return l, err
		}
	}
}

func ledgerFault(name string, line int, what string) error {
	return failure{
		code: exitNothing, what: fmt.Sprintf("the ledger of releases %s, line %d: %s.", name, line, what),
		why:   "what was sent before must be known, or two packs together could give somebody away.",
		hints: []string{"bring back the file as  evidencepack release  wrote it; spreadsheet programs change dates."},
	}
}

// take reads one row.
func (l *ledger) take(row []string, line int) error {
	if len(row) != len(ledgerHeads) {
		return ledgerFault(l.name, line, fmt.Sprintf("it has %s, and there must be %d", plural(len(row), "column", "columns"), len(ledgerHeads)))
	}
	cell := func(head string) string { return row[slices.Index(ledgerHeads, head)] }
	n, err := strconv.Atoi(cell("release"))
	if err != nil || n < 1 {
		return ledgerFault(l.name, line, "the column release holds no number from 1 on")
	}
	l.last = max(l.last, n)
	l.rows++
	if cell("metric_id") == "" {
		row[0] = strconv.Itoa(n)
		l.sent = append(l.sent, row)
		return nil
	}
	one := disclose.Released{Figure: disclose.Figure{
		Metric: cell("metric_id"), Service: disclose.PoolOf(servicesIn(cell("service"))), Breakdown: plainText(cell("breakdown")),
	}}
	for _, c := range []struct {
		head string
		to   *record.Date
	}{{"from", &one.Figure.Span.From}, {"to", &one.Figure.Span.To}} {
		if *c.to, err = record.ParseISO(cell(c.head)); err != nil {
			return ledgerFault(l.name, line, fmt.Sprintf("the column %s holds no date like 2026-04-01", c.head))
		}
	}
	if one.Figure.Span.To < one.Figure.Span.From {
		return ledgerFault(l.name, line, "its last day is before its first")
	}
	for _, c := range []struct {
		head string
		to   **float64
	}{{"numerator", &one.Numerator}, {"denominator", &one.Denominator}, {"people", &one.People}} {
		if cell(c.head) == "" {
			continue
		}
		v, err := strconv.ParseFloat(cell(c.head), 64)
		if err != nil || v != v || v > 1e15 || v < -1e15 {
			return ledgerFault(l.name, line, fmt.Sprintf("the column %s holds no number", c.head))
		}
		*c.to = &v
	}
	l.figures = append(l.figures, one)
	return nil
}

// servicesText writes the services of a figure by name: none is all of them, several
// that stand together have semicolons between.
func servicesText(service string) string {
	var names []string
	for _, name := range disclose.Members(service) {
		names = append(names, strings.NewReplacer(`\`, `\\`, ";", `\;`).Replace(name))
	}
	return record.CSVText(strings.Join(names, "; "))
}

// servicesIn reads them again.
func servicesIn(text string) []string {
	if text == "" {
		return nil
	}
	var names []string
	var name strings.Builder
	escaped := false
	for _, r := range plainText(text) {
		switch {
		case escaped:
			name.WriteRune(r)
			escaped = false
		case r == '\\':
			escaped = true
		case r == ';':
			names = append(names, name.String())
			name.Reset()
		case r == ' ' && name.Len() == 0 && len(names) > 0:
		default:
			name.WriteRune(r)
		}
	}
	return append(names, name.String())
}

// plainText takes away the apostrophe with which a text was kept from being a formula.
func plainText(text string) string {
	if rest, found := strings.CutPrefix(text, "'"); found && record.CSVText(rest) != rest {
		return rest
	}
	return text
}

// is tells whether a file of the exports is the ledger and no export.
func (l ledger) is(name string) bool { return name == ledgerName || l.name != "" && name == l.name }

// manifest is the ledger in the account of inputs.
func (l ledger) manifest() manifestInput {
	return manifestInput{manifestFile: manifestFileOf(l.name, l.text), Sheets: []manifestSheet{{RecordKind: ledgerKind, RowsRead: l.rows, Used: l.rows}}}
}

// ledgerKind tells the ledger from the exports in the account of inputs.
const ledgerKind = "releases"

// asOf gives the ledger as a build found it. Rows are only ever added, so that what was
// sent since then is left out; any other change shows.
func (l ledger) asOf(m manifest) ledger {
	i := slices.IndexFunc(m.Inputs, func(in manifestInput) bool { return len(in.Sheets) == 1 && in.Sheets[0].RecordKind == ledgerKind })
	if i < 0 {
		return ledger{}
	}
	size := int(m.Inputs[i].Size)
	if size < 0 || size > len(l.text) || manifestFileOf(l.name, l.text[:size]).SHA256 != m.Inputs[i].SHA256 {
		return l
	}
	then, err := parseLedger(l.name, l.text[:size])
	if err != nil {
		return l
	}
	return then
}

// noted is the number of an earlier release of the same files to the same recipient, for
// the same purpose, on the same day; 0 is none. A note made twice would say that more was
// sent than was.
func (l ledger) noted(rows [][]string) int {
	wanted := sentIn(rows)
	all := make(map[string][][]string)
	for _, row := range l.sent {
		all[row[0]] = append(all[row[0]], row)
	}
	for n := 1; n <= l.last; n++ {
		if rows := all[strconv.Itoa(n)]; len(rows) > 0 && slices.EqualFunc(sentIn(rows), wanted, slices.Equal) {
			return n
		}
	}
	return 0
}

// sentIn gives what makes one release the same as another, of each row about a file in order.
func sentIn(rows [][]string) [][]string {
	var out [][]string
	for _, row := range rows {
		cell := func(head string) string { return row[slices.Index(ledgerHeads, head)] }
		if cell("file") != "" {
			out = append(out, []string{cell("recipient"), cell("purpose"), cell("date"), cell("file"), cell("sha256")})
		}
	}
	return out
}
