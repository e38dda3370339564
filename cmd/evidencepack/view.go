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
	v.Usable = v.Files - len(v.Unused)
	v.words(e)
	v.dates(e)
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
func (v *view) canHave(p func(string, ...any)) {
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

func (v *view) print(w world, name string) {
	p := func(format string, args ...any) { say(w.stdout, fmt.Sprintf(format, args...)) }
	switch {
	case v.Files == 0:
		return
	case v.Usable == v.Files && v.Files == 1:
		p("1 file read. It was recognised.")
	case v.Usable == v.Files:
		p("%s read. All %d were recognised.", plural(v.Files, "file", "files"), v.Files)
	default:
		p("%s read. %d can be used, %d cannot.", plural(v.Files, "file", "files"), v.Usable, v.Files-v.Usable)
	}
	if v.From != "" {
		p("Dates from %s to %s (%s).", longDay(v.From), longDay(v.To), plural(v.Months, "complete month", "complete months"))
	}
	if len(v.Kinds) > 0 {
		p("\n  %-28s %6s %8s %8s %11s %9s", "what", "files", "rows", "used", "set aside", "repeats")
		for _, k := range append(v.Kinds, v.total) {
			p("  %-28s %6d %8s %8s %11s %9s", short(k.Title, 28), k.Files, commas(k.Rows), commas(k.Used), commas(k.Aside), commas(k.Repeats))
		}
		p("\n  %s = %s used + %s set aside + %s repeats.", plural(v.total.Rows, "row", "rows"), commas(v.total.Used), commas(v.total.Aside), commas(v.total.Repeats))
		p("%s", wrap("  ", fmt.Sprintf("Set aside: %s struck out, %s with a word or code we do not know, %s with no usable date, person or value.", commas(v.Aside.StruckOut), commas(v.Aside.Unmapped), commas(v.Aside.Rejected)), "  "))
		v.canHave(p)
	}
	if len(v.Unused) > 0 {
		p("\nCannot be used yet")
		for _, u := range v.Unused {
			p("%s", wrap("  ", u.File+": "+u.Why+". "+u.Hint, "      "))
		}
	}
	tellReasons(p, v.reasons)
	if len(v.Unknown) > 0 {
		p("\nWords that are in no list; their rows are in no figure")
		for _, u := range v.Unknown {
			p("  %-24s %-28s %s", u.Word, short(record.Kind(u.Kind).Title(), 28), plural(u.Rows, "row", "rows"))
		}
		p("Say once what they mean (this writes a list for you to fill in):\n  evidencepack inspect %s --save %s/mappings", name, name)
		for _, s := range v.slips {
			p("%s", wrap("", fmt.Sprintf("Some look like typing slips, but we never guess. If so, add below codes: in %s/mappings/%s", name, s.file), "  "))
			for _, line := range s.lines {
				p("    %s", line)
			}
		}
	}
	if len(v.changes) > 0 {
		p("\nWhat is not as it was when the mappings were saved")
		for _, m := range v.changes {
			first, lines, _ := strings.Cut(m.hint, "\n")
			p("%s", wrap("  ", m.what+" "+upperFirst(first), "      "))
			for line := range strings.Lines(lines) {
				p("      %s", strings.TrimRight(line, "\n"))
			}
		}
	}
	if len(v.remarks) > 0 {
		p("\nWhat to know")
		for _, r := range v.remarks {
			p("%s", wrap("  ", r, "      "))
		}
	}
	tellLeftover(p, v.Leftover)
	if v.Usable > 0 {
		p("\nNext: evidencepack %s", name)
	}
}
