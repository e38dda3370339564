package main

import (
	"fmt"
	"strings"

	"evidencepack/ingest/mapping"
	"evidencepack/ingest/record"
)

// printer writes one line of the report of inspect, or several.
type printer func(format string, args ...any)

// print writes the report of inspect: what was read, what it makes possible, what
// cannot be used, and what waits for an answer.
func (v *view) print(w world, name string) {
	if v.Files == 0 {
		return
	}
	var p printer = func(format string, args ...any) { say(w.stdout, fmt.Sprintf(format, args...)) }
	v.opening(p)
	if len(v.Kinds) > 0 {
		v.account(p)
		v.canHave(p)
	}
	if len(v.Unused) > 0 {
		p("\nCannot be used yet")
		for _, u := range v.Unused {
			p("%s", wrap("  ", u.File+": "+u.Why+". "+u.Hint, "      "))
		}
	}
	tellReasons(p, v.reasons)
	v.unknownWords(p, name)
	v.otherWords(p, name)
	v.news(p)
	tellLeftover(p, v.Leftover)
	if v.Usable > 0 {
		p("\nNext: evidencepack %s", name)
	}
}

// opening says how many files were recognised, and for which dates.
func (v *view) opening(p printer) {
	switch {
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
}

// account sets out the rows by kind of export, and that they add up.
func (v *view) account(p printer) {
	p("\n  %-28s %6s %8s %8s %11s %9s", "what", "files", "rows", "used", "set aside", "repeats")
	for _, k := range append(v.Kinds, v.total) {
		p("  %-28s %6d %8s %8s %11s %9s", short(k.Title, 28), k.Files, commas(k.Rows), commas(k.Used), commas(k.Aside), commas(k.Repeats))
	}
	p("\n  %s = %s used + %s set aside + %s repeats.", plural(v.total.Rows, "row", "rows"), commas(v.total.Used), commas(v.total.Aside), commas(v.total.Repeats))
	if v.outside > 0 {
		p("%s", wrap("  ", fmt.Sprintf("%s more stand in files and sheets that cannot be used yet.", plural(v.outside, "row", "rows")), "  "))
	}
	p("%s", wrap("  ", fmt.Sprintf("Set aside: %s struck out, %s with a word or code we do not know, %s with no usable date, person or value.", commas(v.Aside.StruckOut), commas(v.Aside.Unmapped), commas(v.Aside.Rejected)), "  "))
}

// unknownWords lists the words that wait for an answer, and how to give it.
func (v *view) unknownWords(p printer, name string) {
	if len(v.Unknown) == 0 {
		return
	}
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

// mostOthers is how many words that cost nothing are listed.
const mostOthers = 8

// otherWords lists words that are in no list and cost their rows nothing.
func (v *view) otherWords(p printer, name string) {
	if len(v.others) == 0 {
		return
	}
	p("\nWords that are in no list; their rows count as \"other\", or as not recorded")
	for _, o := range v.others[:min(len(v.others), mostOthers)] {
		p("  %-24s %-28s %s", o.Text, strings.ReplaceAll(o.Field, "_", " "), plural(o.Rows, "row", "rows"))
	}
	if more := len(v.others) - mostOthers; more > 0 {
		p("  and %s.", plural(more, "more", "more"))
	}
	first := v.others[0]
	p("%s", wrap("", fmt.Sprintf("If one matters, write these lines into %s/mappings/%s (save it first), with the word that it stands for:", name, mapping.FileName(first.Kind)), "  "))
	p("    codes_of:\n      %s:\n        %s: …", first.Field, first.Text)
}

// news says what is not as it was, and what was seen while the files were read.
func (v *view) news(p printer) {
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
}
