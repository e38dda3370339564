package xlsx

import (
	"math"
	"strings"

	"evidencepack/render/page"
)

// Figures is the evidence index: one row a figure, long and tidy.
func (b *book) Figures(f page.Figures) {
	s := b.startSheet(kindFigures, f.Title, f.Note)
	g := grid{columns: []column{
		{head: "Evidence", width: widthID}, {head: "Id", width: widthNumber}, {head: "Measure", width: widthLabel},
		{head: "Scope", width: widthState}, {head: "Window", width: widthNumber}, {head: "From", width: 13, right: true}, {head: "To", width: 13, right: true},
		{head: "Numerator", width: 12, right: true}, {head: "Denominator", width: 14, right: true}, {head: "Value", width: widthNumber, right: true},
		{head: "Lower 95%", width: widthNumber, right: true}, {head: "Upper 95%", width: widthNumber, right: true}, {head: "Unit", width: widthCount},
		{head: "People", width: widthNumber, right: true}, {head: "Status", width: widthCount}, {head: "Why", width: widthLabel},
	}}
	for i, r := range f.Rows {
		if _, there := b.rows[r.Evidence]; !there {
			b.rows[r.Evidence] = position{s.name, s.row + 1 + i}
		}
		g.lines = append(g.lines, line{items: figureItems(r)})
	}
	s.grid(g)
	s.gap()
}

// figureItems are the cells of one figure. A number that is not there is an
// empty cell; the status beside it says why.
func figureItems(r page.FigureRow) []item {
	format := formatFor(r.Format, "0.0")
	people := number(nil, asCount)
	if r.People != nil {
		people = count(*r.People)
	}
	return []item{
		words(r.Evidence), words(r.Metric), words(r.Title), words(r.Scope), words(r.Window), day(r.From), day(r.To),
		number(r.Numerator, countFormat(r.Numerator)), number(r.Denominator, countFormat(r.Denominator)),
		number(r.Value, format), number(r.Lower, format), number(r.Upper, format), words(r.Unit),
		people, words(r.Status), words(r.Why),
	}
}

// countFormat shows whole counts without decimals; where one of them has a part,
// such as person weeks, all have one decimal.
func countFormat(counts ...*float64) string {
	for _, n := range counts {
		if finite(n) && *n != math.Trunc(*n) {
			return "#,##0.0"
		}
	}
	return asCount
}

// Definitions say what each measure counts.
func (b *book) Definitions(d page.Definitions) {
	s := b.startSheet(kindDefinitions, d.Title, "")
	g := grid{columns: []column{
		{head: "Id", width: widthNumber}, {head: "Measure", width: 32}, {head: "What it means", width: widthNote},
		{head: "Numerator", width: 36}, {head: "Denominator", width: 36}, {head: "Unit", width: widthCount},
		{head: "Better direction", width: widthState}, {head: "Read with", width: widthState}, {head: "Source", width: widthState},
		{head: "Rows are in", width: 32}, {head: d.GroupWord, width: 36},
	}}
	if d.GroupWord == "" {
		g.columns = g.columns[:len(g.columns)-1]
	}
	for _, r := range d.Rows {
		g.lines = append(g.lines, line{items: []item{
			words(r.Metric), words(r.Title), words(r.Means), words(r.Numerator), words(r.Denominator),
			words(r.Unit), words(r.Direction), words(r.ReadWith), words(r.Source), words(r.Files), words(strings.Join(r.Groups, "; ")),
		}})
	}
	s.grid(g)
	s.gap()
}

// Claims are sentences that the figures carry.
func (b *book) Claims(c page.Claims) {
	s := b.startSheet(kindClaims, c.Title, "")
	b.pointTo(c.Title, s.name)
	g := grid{columns: []column{
		{head: "Sentence", width: 80}, {head: "Read with", width: 60}, {head: "State", width: widthState}, {head: "Words", width: widthNumber, right: true},
		{head: "Id", width: widthNumber}, {head: "Evidence", width: widthID},
	}}
	for _, r := range c.Claims {
		g.lines = append(g.lines, line{items: []item{
			words(r.Text), words(r.More), state(r.State, r.Word), count(r.Words), words(r.Metric), evidence(r.Evidence),
		}})
	}
	s.grid(g)
	s.gap()
}

// Answers are texts to paste into a form, one row each.
func (b *book) Answers(a page.Answers) {
	s := b.startSheet(kindAnswers, a.Title, a.Note)
	b.pointTo(a.Title, s.name)
	g := grid{columns: []column{
		{head: "Heading", width: 30}, {head: "Question", width: 36}, {head: "At most, words", width: widthNumber, right: true},
		{head: "Words", width: widthNumber, right: true}, {head: "Text", width: 110}, {head: "Note", width: 36},
	}}
	for _, r := range a.Answers {
		g.lines = append(g.lines, line{items: []item{
			words(r.Section), words(r.Question), count(r.Limit), count(r.Words), words(r.Text), words(r.Note),
		}})
	}
	s.grid(g)
	s.gap()
}

// Forest is the list of changes of approach, each with the interval of its difference.
func (b *book) Forest(f page.Forest) {
	s := b.startSheet(kindChanges, f.Title, f.Note)
	b.pointTo(f.Title, s.name)
	g := grid{columns: []column{
		{head: "Change", width: 36}, {head: "What changed", width: widthNote}, {head: "Before", width: widthCount, right: true}, {head: "After", width: widthCount, right: true},
		{head: "Difference, points", width: widthNumber + 2, right: true}, {head: "Lower 95%", width: widthNumber, right: true}, {head: "Upper 95%", width: widthNumber, right: true},
		{head: "State", width: widthState}, {head: "Difference in words", width: 32}, {head: "Why", width: 36}, {head: "Evidence", width: widthID},
	}}
	for _, r := range f.Rows {
		g.lines = append(g.lines, line{items: []item{
			words(r.Label), words(r.What), {text: r.Before, look: look{right: true, wrap: true}},
			{text: r.After, look: look{right: true, wrap: true}}, number(r.Value, asPoints), number(r.Lower, asPoints),
			number(r.Upper, asPoints), verdictItem(r.Verdict), words(r.Verdict.Difference), words(r.Why), evidence(r.Evidence),
		}})
	}
	s.grid(g)
	s.text(f.Source, lookNote)
	s.gap()
}

// Key explains the letters of the charts.
func (b *book) Key(k page.Key) {
	s := b.startSheet(kindChanges, "Letters in the charts", k.Note)
	b.pointTo("Letters in the charts", s.name)
	g := grid{columns: []column{
		{head: "Letter and date", width: 36}, {head: "What changed", width: widthNote}, {head: "From", width: widthCount, right: true},
		{head: "To", width: widthCount, right: true}, {head: "Where", width: widthState},
	}}
	for _, m := range k.Marks {
		g.lines = append(g.lines, line{items: []item{
			words(join(m.Letter, m.Date)), words(m.What), day(m.From), day(m.To), words(m.Where),
		}})
	}
	s.grid(g)
	s.gap()
}

// SetAside is the ledger of rows and the reasons.
func (b *book) SetAside(a page.SetAside) {
	s := b.startSheet(kindSetAside, "", "")
	g := grid{columns: []column{
		{head: "Kind of export", width: widthLabel}, {head: "Read", width: widthNumber, right: true}, {head: "Used", width: widthNumber, right: true},
		{head: "Repeats", width: widthNumber, right: true}, {head: "Not usable", width: widthNumber, right: true}, {head: "Word not known", width: widthNumber, right: true},
		{head: "Struck out", width: widthNumber, right: true}, {head: "Set aside in all", width: widthNumber, right: true},
	}}
	for _, r := range a.Rows {
		g.lines = append(g.lines, ledgerLine(r, false))
	}
	g.lines = append(g.lines, ledgerLine(a.Totals, true))
	s.grid(g)
	s.put(s.first, s.row, "Files read", look{indent: 1})
	s.put(s.first+1, s.row, a.Files, look{right: true, indent: 1, format: asCount})
	s.row++
	s.text(a.Note, lookNote)
	if len(a.Reasons) == 0 {
		return
	}
	s.heading("Why rows were set aside")
	reasons := grid{columns: []column{
		{head: "Reason", width: widthLabel}, {head: "Rows", width: widthNumber, right: true},
		{head: "What to do", over: 6}, {head: "First seen", width: 40},
	}}
	for _, r := range a.Reasons {
		reasons.lines = append(reasons.lines, line{items: []item{
			words(r.Reason), count(r.Rows), words(r.WhatToDo), words(r.FirstSeen),
		}})
	}
	s.grid(reasons)
}

// ledgerLine is one row of the ledger: read = used + repeats + set aside.
func ledgerLine(r page.LedgerRow, total bool) line {
	l := line{total: total, items: []item{
		words(r.Label), count(r.Read), count(r.Used), count(r.Duplicates), count(r.Rejected),
		count(r.Unmapped), count(r.StruckOut), count(r.Aside()),
	}}
	if total {
		for i := range l.items {
			l.items[i] = strong(l.items[i])
		}
	}
	return l
}

// startSheet turns to a sheet that all blocks of a kind share. From the second
// block on, the title heads its part, as it does where it is not the sheet's own.
func (b *book) startSheet(k kind, title, note string) *sheet {
	s := b.sheets[b.plan.named[k]]
	if title != b.plan.found[k][0].title || len(s.heads) > 0 {
		s.heading(title)
	}
	s.text(note, lookSubtitle)
	return s
}
