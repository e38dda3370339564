package ingest

import "evidencepack/ingest/record"

// Unused is a whole file of which nothing could be used, in words.
type Unused struct {
	Problem
	File  string
	Issue record.Issue
}

// Place names the file, and the sheet where one is meant.
func (u Unused) Place() string {
	if u.Issue.Sheet != "" {
		return u.File + ", sheet " + u.Issue.Sheet
	}
	return u.File
}

// Unexplained counts the rows that are in no figure because nobody has said what
// their word or code means. Rows that a mapping leaves out on purpose are not in it.
func (e *Exports) Unexplained() int {
	n := 0
	for _, i := range e.Issues {
		if unexplained(i.Code) {
			n += i.Count
		}
	}
	return n
}

// unexplained tells whether a problem is a word or code that waits for an answer.
func unexplained(code string) bool { return code == codeUnknownOutcome || code == codeUnknownLevel }

// Unused lists the files of which nothing could be used, in order of name.
func (e *Exports) Unused() []Unused {
	var out []Unused
	for _, in := range e.Inputs {
		if in.Error == nil {
			continue
		}
		p := Explain(in.Error.Code)
		if in.Error.Code == codeMixedOrders || in.Error.Code == codeHalfSwapped {
			p.Title += " (column " + in.Error.Detail + ")"
			out = append(out, Unused{Problem: p, File: in.File, Issue: *in.Error})
			continue
		}
		if in.Error.Code == codeTwoDates {
			out = append(out, Unused{Problem: e.explainDoubt(p, in.Error), File: in.File, Issue: *in.Error})
			continue
		}
		if in.Error.Field != "" {
			p.Title += " (" + in.Error.Field + ")"
		}
		if in.Error.Detail != "" {
			p.Title = in.Error.Detail + ", but " + p.Title
		}
		out = append(out, Unused{Problem: p, File: in.File, Issue: *in.Error})
	}
	return out
}
