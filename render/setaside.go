package render

import (
	"fmt"
	"math"
	"slices"
	"sort"

	"evidencepack/ingest/record"
	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// Account is what became of the rows, and why.
type Account struct {
	Files   int // files read, whether they could be used or not
	Ledgers []record.Ledger
	Reasons []Reason // most frequent first
	Unused  []Unused // whole files that could not be used

	Unexplained int // rows in no figure, because their word or code waits for an answer
	Doubts      []Doubt

	Exceptions []Exception // rows set aside, by file and reason
}

// Doubt is something in the rows taken together that makes figures weaker than
// they look.
type Doubt struct {
	Title  string
	Detail string // counts, months and services: not for a tier without names
	Hint   string
}

// Reason is why rows were set aside.
type Reason struct {
	Title string
	Hint  string
	Rows  int
	First record.Ref
}

// Unused is a whole file of which nothing could be used.
type Unused struct{ File, Why string }

// total adds up the ledgers of a kind, or of all kinds.
func (a Account) total(kind record.Kind, label string) page.LedgerRow {
	row := page.LedgerRow{Label: label}
	for _, l := range a.Ledgers {
		if kind != "" && l.Kind != kind {
			continue
		}
		row.Read += l.Read
		row.Used += l.Counts[record.Used]
		row.Duplicates += l.Counts[record.Duplicate]
		row.Rejected += l.Counts[record.Rejected]
		row.Unmapped += l.Counts[record.Unmapped]
		row.StruckOut += l.Counts[record.StruckOut]
	}
	return row
}

func (c *composer) setAsideTitle() string {
	if !c.rule.Names() {
		return "Rows that could not be used"
	}
	all := c.in.Account.total("", "All")
	return fmt.Sprintf("%s of %s rows were set aside", thousands(float64(all.Aside())), thousands(float64(all.Read)))
}

// setAside is the ledger: nothing is dropped without being counted.
func (c *composer) setAside() page.Block {
	if !c.rule.Names() {
		return prose([]string{c.roughRows(), "Every row is accounted for: rows read are those used, those set aside and those that were there twice. The provider holds the list of each row set aside, with the reason. Exact numbers of rows are not given here, as small counts could be worked out from them."})
	}
	a := c.in.Account
	out := &page.SetAside{Totals: a.total("", "All"), Files: a.Files}
	for _, kind := range record.Kinds {
		if row := a.total(kind, kind.Title()); row.Read > 0 {
			out.Rows = append(out.Rows, row)
		}
	}
	sort.SliceStable(out.Rows, func(i, j int) bool { return out.Rows[i].Read > out.Rows[j].Read })
	for _, r := range a.Reasons {
		reason := page.Reason{Reason: upperFirst(r.Title), Rows: r.Rows, WhatToDo: r.Hint}
		reason.FirstSeen = place(r.First)
		out.Reasons = append(out.Reasons, reason)
	}
	out.Note = "Rows read = used + repeats + set aside, for every file. Set aside = not usable + not understood + struck out in the system." +
		" All rows with file, sheet, row, field and reason: data-quality.csv. No value from a row is printed."
	return page.Block{SetAside: out}
}

// roughRows says how many rows were read and set aside to a reader outside, for whom
// an exact number of rows is a number of events: with two figures, and in shares.
func (c *composer) roughRows() string {
	all := c.in.Account.total("", "")
	read, share := "Fewer than 100 rows", "some of them may have been set aside"
	if all.Read >= 100 {
		size := math.Pow(10, math.Floor(math.Log10(float64(all.Read)))-1)
		read = "About " + thousands(math.Round(float64(all.Read)/size)*size) + " rows"
		share = fmt.Sprintf("at most %s%% of them were set aside", thousands(max(1, math.Ceil(100*float64(all.Aside())/float64(all.Read)))))
	}
	return fmt.Sprintf("%s were read from %s; %s.", read, plural(c.in.Account.Files, "file", "files"), share)
}

func place(r record.Ref) string {
	if r.Sheet != "" {
		return fmt.Sprintf("%s, sheet %s, row %d", r.File, r.Sheet, r.Row)
	}
	return fmt.Sprintf("%s, %s %d", r.File, r.RowWord(), r.Row)
}

// warnings are what is weaker than it looks: files that could not be used, and
// what Warnings finds in the data.
func (c *composer) warnings() []string {
	var out []string
	for _, u := range c.in.Account.Unused {
		if c.rule.Names() {
			out = append(out, fmt.Sprintf("%s could not be used: %s. None of its rows is in any figure.", u.File, u.Why))
		}
	}
	if n := len(c.in.Account.Unused); n > 0 && !c.rule.Names() {
		out = append(out, fmt.Sprintf("%s could not be used. None of its rows is in any figure.", plural(n, "file", "files")))
	}
	return append(append(out, Warnings(c.in, !c.rule.Names())...), c.doubts()...)
}

// doubts are sentences about the rows taken together. A reader outside is told
// what it is, once, without counts and services.
func (c *composer) doubts() []string {
	var out []string
	for _, d := range c.in.Account.Doubts {
		text := d.String()
		if !c.rule.Names() {
			text = upperFirst(d.Title) + "."
		}
		if !slices.Contains(out, text) {
			out = append(out, text)
		}
	}
	return out
}

// String says a doubt in full.
func (d Doubt) String() string {
	if d.Detail == "" {
		return fmt.Sprintf("%s. %s", upperFirst(d.Title), d.Hint)
	}
	return fmt.Sprintf("%s: %s. %s", upperFirst(d.Title), d.Detail, d.Hint)
}

// Warnings are what the data themselves lack: months without a file, and rows with
// words that nobody explained, without the number of rows for a reader outside.
func Warnings(in Input, outside bool) []string {
	var out []string
	for _, gap := range in.Table.Gaps() {
		out = append(out, fmt.Sprintf("%s has no rows of %s. Its figures say “no data”, never 0.", longMonth(gap.Month), shortTitle(gap.Kind)))
	}
	if n := in.Account.Unexplained; n > 0 && outside {
		out = append(out, "Some rows hold a word or code that we cannot place. They are in no figure.")
	} else if n > 0 {
		out = append(out, fmt.Sprintf("%s a word or code that is in no list. They are in no figure until somebody says what it means.", plural(n, "row holds", "rows hold")))
	}
	return out
}

func (c *composer) warningBlocks() []page.Block {
	var blocks []page.Block
	for _, w := range c.warnings() {
		blocks = append(blocks, notice(chart.StateConcern, w, ""))
	}
	return blocks
}

func notice(state chart.State, title, text string) page.Block {
	return page.Block{Notice: &page.Notice{State: state, Title: title, Text: text}}
}
