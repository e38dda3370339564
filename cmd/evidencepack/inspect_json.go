package main

import (
	"encoding/json"
	"sort"
	"strings"

	"evidencepack/ingest"
	"evidencepack/ingest/record"
)

// inspected is what inspect --json prints: every file, sheet and column, with
// its account. Columns are counted from 1, rows as people see them.
type inspected struct {
	Files    []inspectedFile    `json:"files"`
	Problems []inspectedProblem `json:"problems"` // of the folder as a whole: a month without rows
}

type inspectedFile struct {
	File      string           `json:"file"`
	Format    string           `json:"format"`
	Encoding  string           `json:"encoding"`
	Delimiter string           `json:"delimiter"`
	Error     string           `json:"error"` // one sentence where nothing could be read
	Sheets    []inspectedSheet `json:"sheets"`
}

type inspectedSheet struct {
	Sheet      string             `json:"sheet"`
	Hidden     bool               `json:"hidden"`
	HeaderRow  int                `json:"header_row"`
	FirstRow   int                `json:"first_row"`
	LastRow    int                `json:"last_row"`
	Read       int                `json:"rows_read"`
	Used       int                `json:"rows_used"`
	SetAside   int                `json:"rows_set_aside"`
	Duplicates int                `json:"duplicates"`
	Kind       string             `json:"record_kind"`
	Confidence float64            `json:"confidence"`
	Columns    []inspectedColumn  `json:"columns"`
	Problems   []inspectedProblem `json:"problems"`
}

type inspectedColumn struct {
	Heading    string  `json:"heading"`
	Index      int     `json:"index"`
	Field      string  `json:"field"`
	Confidence float64 `json:"confidence"`
	DateOrder  string  `json:"date_order"`
	Note       string  `json:"note"`
}

type inspectedProblem struct {
	Code   string `json:"code"`
	Row    int    `json:"row"`
	Column int    `json:"column"`
	Count  int    `json:"count"`
}

// inspectionOf sets out everything that was understood.
func inspectionOf(e *ingest.Exports) inspected {
	all := inspected{Files: []inspectedFile{}, Problems: problemsOf(e, &ingest.SheetHeader{}, nil, false)}
	for _, in := range e.Inputs {
		file := inspectedFile{File: in.File, Format: in.Format, Encoding: in.Encoding, Delimiter: in.Delimiter, Sheets: []inspectedSheet{}}
		if in.Error != nil && !in.Readable {
			p := ingest.Explain(in.Error.Code)
			file.Error = sentence(p)
		}
		for i := range e.Headers {
			if e.Headers[i].File == in.File {
				file.Sheets = append(file.Sheets, sheetInspected(e, &e.Headers[i], len(file.Sheets) == 0))
			}
		}
		if file.Error == "" && len(file.Sheets) == 0 {
			p := ingest.Explain(ingest.NothingInIt)
			file.Error = sentence(p)
		}
		all.Files = append(all.Files, file)
	}
	return all
}

func sheetInspected(e *ingest.Exports, h *ingest.SheetHeader, first bool) inspectedSheet {
	s := inspectedSheet{
		Sheet: h.Sheet, Hidden: h.Hidden, HeaderRow: h.Row, FirstRow: h.First, LastRow: h.Last,
		Read: h.Read, SetAside: h.Read, Columns: []inspectedColumn{}, Problems: []inspectedProblem{},
	}
	if h.Ledger >= 0 {
		l := e.Ledgers[h.Ledger]
		s.Kind, s.Confidence = string(h.Kind), h.Sure
		s.Read, s.Used, s.SetAside, s.Duplicates = l.Read, l.Counts[record.Used], l.Aside(), l.Counts[record.Duplicate]
	}
	at := make(map[string]int)
	for i, heading := range h.Headings[:h.Width] {
		c := inspectedColumn{Heading: heading, Index: i + 1, Field: h.Fields[i], Confidence: h.Confidence[i], DateOrder: h.Orders[i], Note: h.Notes[i]}
		if h.Ledger < 0 {
			c.Field, c.Confidence = "", 0
		}
		if c.Field != "" {
			at[c.Field] = c.Index
		}
		s.Columns = append(s.Columns, c)
	}
	for _, o := range h.NoRecords {
		s.Problems = append(s.Problems, inspectedProblem{Code: o.Code, Row: o.Row, Column: o.Column, Count: o.Count})
	}
	s.Problems = append(s.Problems, problemsOf(e, h, at, first)...)
	return s
}

// problemsOf adds up the issues of one sheet by code and column. Those of the
// whole file stand with its first sheet.
func problemsOf(e *ingest.Exports, h *ingest.SheetHeader, columns map[string]int, first bool) []inspectedProblem {
	type key struct {
		code   string
		column int
	}
	found := make(map[key]*inspectedProblem)
	var order []key
	for _, i := range e.Issues {
		if i.File != h.File || !(i.Sheet == h.Sheet || first && i.Sheet == "") {
			continue
		}
		k := key{i.Code, columns[i.Field]}
		p := found[k]
		if p == nil {
			p = &inspectedProblem{Code: k.code, Column: k.column, Row: i.Row}
			found[k] = p
			order = append(order, k)
		}
		p.Count += i.Count
		if i.Row > 0 && (p.Row == 0 || i.Row < p.Row) {
			p.Row = i.Row
		}
	}
	sort.Slice(order, func(a, b int) bool {
		if order[a].code != order[b].code {
			return order[a].code < order[b].code
		}
		return order[a].column < order[b].column
	})
	out := []inspectedProblem{}
	for _, k := range order {
		out = append(out, *found[k])
	}
	return out
}

// sentence says in one sentence what is wrong with a file and what to do.
func sentence(p ingest.Problem) string {
	return upperFirst(p.Title) + ": " + strings.ReplaceAll(p.Hint, ". ", "; ")
}

// printInspection writes what was understood as JSON.
func printInspection(w world, all inspected) error {
	out := json.NewEncoder(w.stdout)
	out.SetIndent("", "  ")
	out.SetEscapeHTML(false)
	return out.Encode(all)
}
