package ingest

import "evidencepack/ingest/record"

// Exception is why rows of one sheet of one file were set aside.
type Exception struct {
	Problem
	File, Sheet string
	Word        string // the word or code that is in no list; "" for any other problem
	Unexplained bool   // it is such a word or code, and waits for an answer
	Rows        int
}

// Exceptions counts the rows set aside by file, sheet and problem, words and codes in no
// list each by itself, in the order in which they were met. The sum of all is that of
// Reasons.
func (e *Exports) Exceptions() []Exception {
	type key struct{ file, sheet, code, word string }
	var out []Exception
	at := make(map[key]int)
	for _, i := range e.Issues {
		if !aside(i) {
			continue
		}
		k := key{file: i.File, sheet: i.Sheet, code: i.Code}
		if unexplained(i.Code) {
			k.word = i.Detail
		}
		n, there := at[k]
		if !there {
			n = len(out)
			at[k] = n
			out = append(out, Exception{Problem: Explain(i.Code), File: i.File, Sheet: i.Sheet, Word: k.word, Unexplained: unexplained(i.Code)})
		}
		out[n].Rows += i.Count
	}
	return out
}

// aside tells whether an issue stands for rows that are in no figure and are no repeats.
func aside(i record.Issue) bool {
	return i.Row != 0 && i.Class != record.Used && i.Class != record.Duplicate && i.Severity != record.SeverityError
}
