package render

import (
	"fmt"
	"regexp"
	"strings"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
	"evidencepack/render/chart"
	"evidencepack/render/kpi"
	"evidencepack/render/page"
)

// kpis is the buyer's table in the buyer's order, and under it the lines for which
// the buyer will ask why, with room for the provider's words.
func (c *composer) kpis() []page.Block {
	if len(c.in.KPIs) == 0 {
		return nil
	}
	t := &page.Table{
		Title: "The buyer’s KPIs", Sheet: "KPIs",
		Note: "In the buyer’s order and words. A band is chosen by the figure as it is rounded here; without rounding, by the exact figure. No data is in no band.",
		Columns: []page.Column{
			{Head: "No.", Weight: 1}, {Head: "What the buyer asks", Weight: 4}, {Head: "Period", Weight: 1.5},
			{Head: "Counted", Numeric: true, Weight: 1}, {Head: "Out of", Numeric: true, Weight: 1}, {Head: "Result", Numeric: true, Weight: 1},
			{Head: "Target", Weight: 1.3}, {Head: "Band", Weight: 1.5}, {Head: "Checked by", Weight: 1.5},
		},
	}
	exceptions := &page.Table{
		Title: "For the provider to fill in", Sheet: "KPI exceptions",
		Note: "One line for each KPI below its target, or not in its best band.",
		Columns: []page.Column{
			{Head: "No.", Weight: 0.8}, {Head: "Result and target", Weight: 2.2}, {Head: "What happened, what is done, by whom and by when", Weight: 6},
		},
	}
	var sources, notes []string
	for _, r := range c.in.KPIs {
		l := c.kpiLine(r)
		t.Rows = append(t.Rows, page.Row{Cells: l.cells()})
		if l.source != "" {
			sources = append(sources, l.source)
		}
		if l.note != "" {
			notes = append(notes, r.KPI.ID+": "+l.note)
		}
		if r.Missed() && !l.hidden {
			exceptions.Rows = append(exceptions.Rows, page.Row{Cells: []page.Cell{{Text: r.KPI.ID}, {Text: fmt.Sprintf("%s, target %s", l.result.Text, l.target)}, {Text: "to be written"}}})
		}
	}
	t.Source = strings.Join(sources, "; ")
	blocks := []page.Block{{Table: t}}
	if len(notes) > 0 {
		blocks = append(blocks, notice(chart.StateTooFew, "What to know of these KPIs", strings.Join(notes, " ")))
	}
	if len(exceptions.Rows) > 0 {
		blocks = append(blocks, page.Block{Table: exceptions})
	}
	return blocks
}

// kpiLine is one line of the table in words.
type kpiLine struct {
	id, wording, period, target, band, validator string
	counted, outOf, result                       page.Cell
	source, note                                 string
	hidden                                       bool
}

func (l kpiLine) cells() []page.Cell {
	return []page.Cell{
		{Text: l.id}, {Text: l.wording}, {Text: l.period}, l.counted, l.outOf, l.result,
		{Text: l.target}, {Text: l.band, Withheld: l.hidden}, {Text: l.validator},
	}
}

// kpiLine words one line.
func (c *composer) kpiLine(r kpi.Result) kpiLine {
	k := r.KPI
	l := kpiLine{id: k.ID, wording: c.kpiWords(k.Wording), period: "the buyer’s", target: "none set", band: "no band", validator: "not given"}
	if part := c.kpiPart(k); part != "" {
		l.wording += " (" + part + ")"
	}
	if k.Validator != "" {
		l.validator = c.kpiWords(k.Validator)
	}
	m, _ := metrics.Find(k.Metric)
	if k.Target != nil {
		l.target = kpiTarget(m.Unit, k)
	}
	if r.ByHand() {
		word := page.Cell{Text: "by hand"}
		l.counted, l.outOf, l.result, l.band, l.note = word, word, word, "by hand", r.Why
		return l
	}
	l.period = "none complete"
	if r.Span != (record.Span{}) {
		l.period = kpiSpan(r.Span)
		grain, _ := kpi.Grain(c.in.Figures, r)
		r.Value = c.asDecided(r.Value)
		c.useOne(m, r.Value, grain)
		l.source = fmt.Sprintf("%s: %s, %s", k.ID, m.ID, c.evidenceID(m.ID, r.Value, grain))
	}
	c.kpiFigures(r, &l)
	return l
}

// kpiFigures fills in the counts, the result and the band as the tier may show them.
func (c *composer) kpiFigures(r kpi.Result, l *kpiLine) {
	v := r.Value
	if l.hidden = c.hides(v); l.hidden {
		cell := page.Cell{Text: withheld, Withheld: true}
		l.counted, l.outOf, l.result, l.band = cell, cell, cell, withheld
		return
	}
	l.counted, l.outOf = kpiCount(v.Numerator, v), kpiCount(v.Denominator, v)
	l.result = page.Cell{Text: valueText(v), Number: v.Value, Format: format(v.Unit), Strong: true}
	v.Why = r.Why
	l.note = c.why(v)
	if v.Value == nil {
		return
	}
	if len(r.Without) > 0 {
		l.note = "The exports have no rows for " + monthList(r.Without) + "."
	}
	if r.Compared == nil {
		l.note += " The figure is too low by them, so it is in no band."
		return
	}
	text, decimals := kpiResult(r)
	if l.result.Text = text; decimals != 1 && v.Unit != metrics.Count {
		l.result.Number = nil // a workbook would show it with one decimal, and perhaps in another band
	}
	switch {
	case r.Band != "" && r.Met != nil:
		l.band = r.Band + ", target " + metWord(*r.Met)
	case r.Band != "":
		l.band = r.Band
	case r.Met != nil:
		l.band = "target " + metWord(*r.Met)
	}
}

// kpiSpan names whole months short: Jul to Sep 2026; other days in full.
func kpiSpan(s record.Span) string {
	first, last := s.From.Month(), s.To.Month()
	switch {
	case s.From != first.First() || s.To != last.Last():
		return spanWords(s)
	case first == last:
		return monthLabel(s.From)
	case sameYear(s.From, s.To):
		return strings.Fields(monthLabel(s.From))[0] + " to " + monthLabel(s.To)
	}
	return monthLabel(s.From) + " to " + monthLabel(s.To)
}

func metWord(met bool) string {
	if met {
		return "met"
	}
	return "not met"
}

// kpiCount is one of the two counts; a middle value has none, a plain count no second.
func kpiCount(n *float64, v metrics.Value) page.Cell {
	switch {
	case n != nil:
		return page.Cell{Text: thousands(*n), Number: n, Format: page.FormatCount}
	case v.Value == nil:
		return page.Cell{Text: wordFor(v)}
	}
	return page.Cell{Text: "not needed"}
}

// mostDecimals is as exact as a figure is compared.
const mostDecimals = 6

// kpiResult writes the figure with the decimals that it was rounded to. A figure that
// was not rounded gets one decimal, and more where one would show it on the other
// side of an edge.
func kpiResult(r kpi.Result) (text string, decimals int) {
	unit, v := r.Value.Unit, r.Compared.Float()
	write := func(decimals int) string {
		text := chart.Decimal(v, decimals)
		if unit == metrics.Percent {
			text += "%"
		}
		return text
	}
	switch {
	case unit == metrics.Count:
		return write(0), 0
	case r.KPI.Rounding != kpi.Exact:
		return write(r.KPI.Rounding), r.KPI.Rounding
	}
	for decimals = 1; decimals < mostDecimals && !r.SameRounded(decimals); decimals++ {
	}
	return write(decimals), decimals
}

func kpiTarget(u metrics.Unit, k kpi.KPI) string {
	text := k.Target.String()
	if u == metrics.Percent {
		text += "%"
	}
	if k.Better == metrics.Lower {
		return text + " or less"
	}
	return text + " or more"
}

// kpiPart says which part of a metric a KPI is of.
func (c *composer) kpiPart(k kpi.KPI) string {
	var parts []string
	if k.Service != "" {
		parts = append(parts, strings.ReplaceAll(c.service(k.Service), ",", ":"))
	}
	if name, word, found := strings.Cut(k.Breakdown, "="); found {
		parts = append(parts, strings.ReplaceAll(name+": "+word, "_", " "))
	}
	return strings.Join(parts, "; ")
}

// kpiWords give the buyer's words as the tier may: outside, services by letter.
func (c *composer) kpiWords(text string) string {
	if c.rule.Names() {
		return text
	}
	for _, s := range c.in.Table.Services() {
		named := regexp.MustCompile(`(?i)(^|[^\pL\pN])` + regexp.QuoteMeta(s) + `($|[^\pL\pN])`)
		text = named.ReplaceAllString(text, "${1}"+c.shortService(s)+"${2}")
	}
	return text
}
