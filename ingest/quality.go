package ingest

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/gocarina/gocsv"

	"evidencepack/ingest/record"
)

// qualityRow is one row of data-quality.csv.
type qualityRow struct {
	File     string `csv:"file"`
	Sheet    string `csv:"sheet"`
	Row      string `csv:"row"`
	Field    string `csv:"field"`
	Severity string `csv:"severity"`
	Problem  string `csv:"problem"`
	Done     string `csv:"what_was_done"`
}

// QualityCSV writes one row for each row set aside, and one for each unknown word
// and file (contract.md 2): UTF-8 with a byte order mark, never a personal value.
func (e *Exports) QualityCSV() ([]byte, error) {
	rows := make([]qualityRow, 0, len(e.Issues))
	for _, i := range e.Issues {
		entry := Explain(i.Code)
		row := qualityRow{File: record.CSVText(i.File), Sheet: record.CSVText(i.Sheet), Field: record.CSVText(i.Field), Severity: string(i.Severity), Problem: i.Code, Done: entry.Done}
		if i.Row > 0 {
			row.Row = fmt.Sprint(i.Row)
		}
		var more []string
		if i.Detail != "" {
			more = append(more, i.Detail)
		}
		if i.Count > 1 {
			more = append(more, fmt.Sprintf("%d rows", i.Count))
		}
		if len(more) > 0 {
			row.Problem += ": " + strings.Join(more, ", ")
		}
		rows = append(rows, row)
	}
	var out bytes.Buffer
	out.WriteString("\xEF\xBB\xBF")
	if err := gocsv.Marshal(rows, &out); err != nil {
		return nil, fmt.Errorf("data-quality.csv: %w", err)
	}
	return out.Bytes(), nil
}

// Reason is why rows were set aside: how many, and where the first of them is.
type Reason struct {
	Problem
	Class record.Class // what became of them
	Rows  int
	First record.Ref
}

// Reasons counts the rows set aside by problem, most frequent first.
func (e *Exports) Reasons() []Reason {
	var out []Reason
	at := make(map[string]int)
	for _, i := range e.Issues {
		if !aside(i) {
			continue
		}
		k, there := at[i.Code]
		if !there {
			k = len(out)
			at[i.Code] = k
			out = append(out, Reason{Problem: Explain(i.Code), Class: i.Class, First: i.Ref})
		}
		out[k].Rows += i.Count
	}
	sortReasons(out)
	return out
}

func sortReasons(r []Reason) {
	slices.SortStableFunc(r, func(a, b Reason) int {
		return cmp.Or(cmp.Compare(b.Rows, a.Rows), cmp.Compare(a.Code, b.Code))
	})
}
