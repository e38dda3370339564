package ingest

import (
	"cmp"
	"slices"

	"evidencepack/ingest/record"
)

// Remark is one thing that was seen or decided while files were read, in words.
// It is about whole files, sheets and columns; rows that are set aside are Reasons.
type Remark struct {
	Problem
	Severity record.Severity
	Places   []string // files, with the sheet where one is meant; in order, each once
	Detail   string   // what more there is to say where it is about one place alone
	Count    int      // cells, rows or words
}

// plain are remarks about what every report has, and nobody need act on: they
// stand in inspect --json, and not among the remarks.
var plain = []string{codeTitleRow, codeRepeatedHeading, codeTotalRow, codeFooterRow, codeCommentLine}

// Remarks lists what was seen while the files were read: warnings first, then in
// the order of the catalogue.
func (e *Exports) Remarks() []Remark {
	at := make(map[string]*Remark)
	var order []string
	add := func(code string, severity record.Severity, ref record.Ref, detail string, count int) {
		r := at[code]
		if r == nil {
			r = &Remark{Problem: Explain(code), Severity: severity, Detail: detail}
			at[code] = r
			order = append(order, code)
		}
		if severity == record.SeverityWarning {
			r.Severity = severity
		}
		if r.Detail != detail {
			r.Detail = ""
		}
		place := Unused{File: ref.File, Issue: record.Issue{Ref: ref}}.Place()
		if place != "" && !slices.Contains(r.Places, place) {
			r.Places = append(r.Places, place)
		}
		r.Count += count
	}
	for _, i := range e.Issues {
		if i.Row == 0 && i.Severity != record.SeverityError {
			add(i.Code, i.Severity, i.Ref, i.Detail, i.Count)
		}
	}
	for _, h := range e.Headers {
		for _, o := range h.NoRecords {
			if !slices.Contains(plain, o.Code) {
				add(o.Code, record.SeverityNote, record.Ref{File: h.File, Sheet: h.Sheet}, "", o.Count)
			}
		}
	}
	slices.SortStableFunc(order, func(a, b string) int {
		return cmp.Or(rank(at[a].Severity)-rank(at[b].Severity), place(a)-place(b), cmp.Compare(a, b))
	})
	var out []Remark
	for _, code := range order {
		out = append(out, *at[code])
	}
	return out
}

func rank(s record.Severity) int {
	if s == record.SeverityWarning {
		return 0
	}
	return 1
}

// place is where a code stands in the catalogue.
func place(code string) int {
	return slices.IndexFunc(Catalogue, func(p Problem) bool { return p.Code == code })
}

// OtherWord is a word that is in no list and costs its row nothing: the row counts
// as other, or with that one thing not recorded.
type OtherWord struct {
	Kind        record.Kind
	Field, Text string
	Rows        int
}

// OtherWords lists those words, the most frequent first.
func (e *Exports) OtherWords() []OtherWord {
	rows := make(map[OtherWord]int)
	for _, i := range e.Issues {
		if i.Code == codeUnknownWord {
			rows[OtherWord{Kind: i.Kind, Field: i.Field, Text: i.Detail}] += i.Count
		}
	}
	var out []OtherWord
	for w, n := range rows {
		w.Rows = n
		out = append(out, w)
	}
	slices.SortFunc(out, func(a, b OtherWord) int {
		return cmp.Or(b.Rows-a.Rows, cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Field, b.Field), cmp.Compare(a.Text, b.Text))
	})
	return out
}
