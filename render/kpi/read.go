package kpi

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/gocarina/gocsv"
)

// row is a line of the file as it was written.
type row struct {
	ID        string `csv:"id"`
	Wording   string `csv:"wording"`
	Metric    string `csv:"metric"`
	Filter    string `csv:"filter"`
	Target    string `csv:"target"`
	Direction string `csv:"direction"`
	Bands     string `csv:"bands"`
	Period    string `csv:"period"`
	Rounding  string `csv:"rounding"`
	Validator string `csv:"validator"`

	line int
}

// columns are the headings, and the first few must be there.
var columns = []string{"id", "wording", "metric", "filter", "target", "direction", "bands", "period", "rounding", "validator"}

const needed = 3

// mostRows is more than any contract asks for; beyond it the file is another one.
const mostRows = 200

// Parse reads a list of KPIs: text in UTF-8, with or without a byte order mark, with
// commas or semicolons, as Excel saves it. Lines before the headings that begin with
// # are remarks, empty lines are passed by, and a list without lines is empty. Every
// error is a *Fault.
func Parse(file string, text []byte) ([]KPI, error) {
	f := &Fault{File: file}
	rows, err := readRows(f, text)
	if err != nil {
		return nil, err
	}
	var list []KPI
	for _, r := range rows {
		one, fault := r.check()
		if fault == nil && slices.ContainsFunc(list, func(other KPI) bool { return strings.EqualFold(other.ID, one.ID) }) {
			fault = &Fault{Column: "id", What: fmt.Sprintf("the KPI %s stands there twice", one.ID), Hint: "give each KPI an id of its own."}
		}
		if fault != nil {
			fault.File, fault.Line = file, r.line
			return nil, fault
		}
		list = append(list, one)
	}
	return list, nil
}

// readRows gives the lines with their cells. The headings are checked here: gocsv
// would leave a column that it does not know out of the rows without a word.
func readRows(f *Fault, text []byte) ([]row, error) {
	text = bytes.TrimPrefix(text, []byte("\xEF\xBB\xBF"))
	if !utf8.Valid(text) || bytes.ContainsRune(text, 0) || bytes.HasPrefix(text, []byte("PK\x03\x04")) {
		f.What, f.Hint = "this is not text in UTF-8", "in Excel: Save As, “CSV UTF-8 (Comma delimited)”."
		return nil, f
	}
	text = bytes.ReplaceAll(bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n")), []byte("\r"), []byte("\n"))
	before, body := remarks(text)
	heads, rest, comma, err := headings(f, body, before+1)
	if err != nil {
		return nil, err
	}
	before += bytes.Count(body[:len(body)-len(rest)], []byte("\n")) - 1 // the headings become one line
	r := csv.NewReader(io.MultiReader(strings.NewReader(strings.Join(heads, string(comma))+"\n"), bytes.NewReader(rest)))
	r.Comma = comma
	return unmarshal(f, r, before)
}

// remarks counts the lines before the headings: empty ones, remarks, and the line
// with which Excel is told the separator. Excel puts a remark with a comma in quotes.
func remarks(text []byte) (lines int, body []byte) {
	for len(text) > 0 {
		line, rest, _ := bytes.Cut(text, []byte("\n"))
		bare := strings.Trim(string(line), " \t,;\"")
		if bare != "" && !strings.HasPrefix(bare, "#") && !strings.HasPrefix(strings.ToLower(bare), "sep=") {
			return lines, text
		}
		lines, text = lines+1, rest
	}
	return lines, nil
}

// headings reads the line of headings, and gives what comes after it.
func headings(f *Fault, body []byte, line int) (heads []string, rest []byte, comma rune, err error) {
	f.Line = line
	if len(body) == 0 {
		f.What, f.Hint = "the file has no headings", "the first line is "+strings.Join(columns, ",")
		return nil, nil, 0, f
	}
	comma = ','
	if first, _, _ := bytes.Cut(body, []byte("\n")); bytes.Count(first, []byte(";")) > bytes.Count(first, []byte(",")) {
		comma = ';'
	}
	r := csv.NewReader(bytes.NewReader(body))
	r.Comma = comma
	written, err := r.Read()
	if err != nil {
		return nil, nil, 0, quoteFault(f, err, line-1)
	}
	for i, head := range written {
		head = strings.ToLower(clean(head))
		switch {
		case head == "":
			head = fmt.Sprintf("column %d", i+1) // nothing may stand under it
		case !slices.Contains(columns, head):
			f.Column, f.What, f.Hint = head, "we do not know this column", "the columns are "+strings.Join(columns, ", ")+"."
			return nil, nil, 0, f
		case slices.Contains(heads, head):
			f.Column, f.What, f.Hint = head, "this column stands there twice", "take one away."
			return nil, nil, 0, f
		}
		heads = append(heads, head)
	}
	for _, head := range columns[:needed] {
		if !slices.Contains(heads, head) {
			f.Column, f.What, f.Hint = head, "this column is missing", "the columns are "+strings.Join(columns, ", ")+"."
			return nil, nil, 0, f
		}
	}
	return heads, body[r.InputOffset():], comma, nil
}

// unmarshal reads the rows below the headings.
func unmarshal(f *Fault, r *csv.Reader, before int) ([]row, error) {
	table, err := gocsv.NewUnmarshaller(r, row{})
	if err != nil {
		return nil, quoteFault(f, err, before)
	}
	var rows []row
	for {
		read, unknown, err := table.ReadUnmatched()
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		if err != nil {
			return nil, quoteFault(f, err, before)
		}
		line, _ := r.FieldPos(0)
		f.Line = line + before
		for _, head := range slices.Sorted(maps.Keys(unknown)) {
			if clean(unknown[head]) != "" {
				f.Column, f.What, f.Hint = head, "a cell without a heading above it holds something", "give the column one of our headings, or empty it; a cell with a comma must stand in quotes."
				return nil, f
			}
		}
		one := read.(row).cleaned()
		one.line = f.Line
		if one == (row{line: f.Line}) {
			continue
		}
		if len(rows) == mostRows {
			f.What, f.Hint = fmt.Sprintf("there are more than %d KPIs", mostRows), "leave out the lines that are none."
			return nil, f
		}
		rows = append(rows, one)
	}
}

// quoteFault says in plain words what the reader of lines found.
func quoteFault(f *Fault, err error, before int) error {
	f.Column, f.What, f.Hint = "", "this line cannot be read", "save the file again from Excel as “CSV UTF-8”."
	var syntax *csv.ParseError
	if errors.As(err, &syntax) {
		f.Line = syntax.Line + before
		switch {
		case errors.Is(err, csv.ErrFieldCount):
			f.What, f.Hint = "this line has not as many cells as there are headings", "a cell with a comma or a semicolon must stand in quotes."
		case errors.Is(err, csv.ErrQuote), errors.Is(err, csv.ErrBareQuote):
			f.Line = syntax.StartLine + before
			f.What, f.Hint = "a quotation mark is not closed, or stands in the middle of a cell", "put the whole cell in quotation marks, and write those inside it twice."
		}
	}
	return f
}

func (r row) cleaned() row {
	for _, cell := range []*string{&r.ID, &r.Wording, &r.Metric, &r.Filter, &r.Target, &r.Direction, &r.Bands, &r.Period, &r.Rounding, &r.Validator} {
		*cell = clean(*cell)
	}
	return r
}

// clean trims a cell; the blanks that Excel and web pages use for layout become
// usual ones.
func clean(text string) string {
	return strings.TrimSpace(strings.NewReplacer("\u00a0", " ", "\u202f", " ", "\t", " ", "\ufeff", "").Replace(text))
}
