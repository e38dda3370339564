package render

import (
	"fmt"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// scorecard shows the latest month beside the baseline.
func (c *composer) scorecard(l *MetricList) page.Block {
	month := c.in.Period.To.Month()
	span := record.Span{From: month.First(), To: month.Last()}
	t := &page.Table{
		Title: l.Title, Sheet: "Scorecard",
		Note: fmt.Sprintf("%s compared with %s. A month that is too small to judge says so. On its chart: whether a rule of its control chart fired in that month.", longMonth(month), spanWords(c.in.Baseline)),
		Columns: []page.Column{
			{Head: "Measure", Weight: 3}, {Head: monthLabel(span.From) + ", counts", Numeric: true, Weight: 1.6}, {Head: monthLabel(span.From), Numeric: true, Weight: 1.1},
			{Head: "Period", Numeric: true, Weight: 1.1}, {Head: "Baseline", Numeric: true, Weight: 1.1}, {Head: "Month against baseline", Weight: 2}, {Head: "On its chart", Weight: 2},
		},
		Source: "Evidence ids and counts: the evidence index.",
	}
	for _, id := range c.evidencedOf(l.Metrics) {
		f := c.find(id, metrics.Scope{})
		now := f
		now.after = c.value(f.metric, metrics.Scope{}, span)
		c.judge(&now)
		c.useOne(now.metric, now.after, metrics.GrainMonth)
		t.Rows = append(t.Rows, page.Row{Cells: []page.Cell{
			{Text: f.metric.Title}, c.countsCell(now, now.after), c.valueCell(now.after, true),
			c.valueCell(f.after, false), c.valueCell(f.before, false), stateCell(c.verdictOf(now)), c.signalCell(f, span),
		}})
	}
	return page.Block{Table: t}
}

// signalCell says whether a rule of the control chart fired in a month, by the same
// series that the chart of the measure shows. Where the tier withholds a month, the
// chart goes to quarters, and neither that month nor one beside it is judged by rules
// that it would take part in.
func (c *composer) signalCell(f finding, month record.Span) page.Cell {
	if c.hidesAny(f.metric, f.scope, c.months()) {
		return page.Cell{Text: withheld, Withheld: true}
	}
	series := c.series(f, c.months())
	for _, p := range series.Points {
		if p.Span != month {
			continue
		}
		switch {
		case p.Value == nil:
			return page.Cell{Text: c.chartWords.Gaps[p.Gap]}
		case series.Reason == metrics.ReasonShort:
			return page.Cell{Text: "too few months"}
		case series.Rules == "":
			return page.Cell{Text: "not judged"}
		case p.Signal == "":
			return page.Cell{Text: "no signal"}
		}
		return page.Cell{Text: c.chartWords.signal(series.Kind, p), State: signalStates[signalOf(f, p)]}
	}
	return page.Cell{Text: "part month"}
}

// signalStates draw a signal in a table; one without a better side has no shape.
var signalStates = map[chart.Signal]chart.State{chart.SignalBetter: chart.StateImprovement, chart.SignalWorse: chart.StateConcern}
