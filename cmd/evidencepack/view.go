package main

import (
	"fmt"
	"sort"
	"strings"

	"evidencepack/ingest"
	"evidencepack/ingest/record"
	"evidencepack/metrics"
)

// view is what inspect says.
type view struct {
	Files    int
	Usable   int
	From     string
	To       string
	Months   int
	Kinds    []viewKind
	Unused   []viewFile
	Unknown  []viewWord
	Leftover []leftover
	Aside    viewAside
	total    viewKind
	others   []ingest.OtherWord
	outside  int // rows of tables that are in no ledger
	slips    []slips
	changes  []message // since the mappings were saved
	remarks  []string  // about whole files and columns
	reasons  []ingest.Reason
}

// viewAside splits the rows set aside by what became of them.
type viewAside struct {
	StruckOut int
	Unmapped  int
	Rejected  int
}

type viewKind struct {
	Kind    string
	Title   string
	Files   int
	Rows    int
	Used    int
	Aside   int
	Repeats int
}

type viewFile struct {
	File string
	Why  string
	Hint string
}

type viewWord struct {
	Kind string
	Word string
	Rows int
}

func viewOf(e *ingest.Exports) *view {
	v := &view{Files: len(e.Inputs), total: viewKind{}}
	for _, kind := range record.Kinds {
		row := viewKind{Kind: string(kind), Title: kind.Title()}
		for _, l := range e.Ledgers {
			if l.Kind == kind {
				row.Files++
				row.Rows += l.Read
				row.Used += l.Counts[record.Used]
				row.Aside += l.Aside()
				row.Repeats += l.Counts[record.Duplicate]
			}
		}
		if row.Files > 0 {
			v.Kinds = append(v.Kinds, row)
			v.total.Files += row.Files
			v.total.Rows += row.Rows
			v.total.Used += row.Used
			v.total.Aside += row.Aside
			v.total.Repeats += row.Repeats
		}
	}
	for _, l := range e.Ledgers {
		v.Aside.StruckOut += l.Counts[record.StruckOut]
		v.Aside.Unmapped += l.Counts[record.Unmapped]
		v.Aside.Rejected += l.Counts[record.Rejected]
	}
	sort.SliceStable(v.Kinds, func(i, j int) bool { return v.Kinds[i].Rows > v.Kinds[j].Rows })
	for _, u := range e.Unused() {
		v.Unused = append(v.Unused, viewFile{u.Place(), u.Title, u.Hint})
	}
	for _, h := range e.Headers {
		if h.Ledger < 0 && !h.Hidden {
			v.outside += h.Read
		}
	}
	v.Usable = v.Files - len(v.Unused)
	v.words(e)
	v.dates(e)
	v.others = e.OtherWords()
	v.slips, v.changes, v.remarks = slipsIn(e), differences(e), remarks(e)
	v.reasons = e.Reasons()
	v.Leftover = leftoverOf(e)
	return v
}

// words adds up the words that are in no list, by kind of export.
func (v *view) words(e *ingest.Exports) {
	counts := make(map[viewWord]int)
	for _, h := range e.Headers {
		for word, n := range h.Unknown {
			counts[viewWord{Kind: string(h.Kind), Word: word}] += n
		}
	}
	for w, n := range counts {
		w.Rows = n
		v.Unknown = append(v.Unknown, w)
	}
	sort.Slice(v.Unknown, func(i, j int) bool {
		a, b := v.Unknown[i], v.Unknown[j]
		if a.Rows != b.Rows {
			return a.Rows > b.Rows
		}
		return a.Kind+a.Word < b.Kind+b.Word
	})
}

// headlines are the four families, and the kind of export that each needs.
var headlines = []struct {
	name string
	kind record.Kind
}{{"refusals", record.KindCareTask}, {"independence", record.KindStepRecord}, {"restrictions", record.KindRestriction}, {"learning", record.KindIncident}}

// canHave says which of the four headlines these exports carry.
func (v *view) canHave(p printer) {
	var yes, no []string
	for _, h := range headlines {
		used := 0
		for _, k := range v.Kinds {
			if k.Kind == string(h.kind) {
				used = k.Used
			}
		}
		if used > 0 {
			yes = append(yes, h.name)
		} else {
			no = append(no, fmt.Sprintf("%s (needs %s)", h.name, h.kind.Title()))
		}
	}
	p("\nWhat you can have")
	if len(yes) > 0 {
		p("  Yes, from these files: %s.", strings.Join(yes, ", "))
	}
	if len(no) > 0 {
		p("%s", wrap("  ", "Not yet: "+strings.Join(no, ", ")+".", "    "))
	}
}

func (v *view) dates(e *ingest.Exports) {
	t := metrics.NewTable(nil, nil)
	for r := range e.Records() {
		t.Add(r)
	}
	v.From, v.To, v.Months = t.DataFrom().String(), t.DataTo().String(), len(t.Months())
}
