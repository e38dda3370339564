package render

import (
	"fmt"
	"slices"
	"strings"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// ScorecardBlock is the latest month of the measures of each group.
type ScorecardBlock struct {
	Groups []MetricList `yaml:"groups"`
}

// monthsOfMedian is how far back the middle value of a scorecard looks, and
// leastOfMedian how many of those months must have a value.
const monthsOfMedian, leastOfMedian = 12, 6

// monthCount is what the latest month shows over all measures of the scorecard.
// atService are those of the signals that are of one service.
// worse and better are those that lie on one side; the others have no better side.
type monthCount struct{ signals, worse, better, atService, missed, targets int }

// latest is the last month of the period. A period that ends within a month ends, for
// the monthly report, with the month before, because part of a month is no fall.
func (c *composer) latest() record.Span {
	month := c.in.Period.To.Month()
	if c.in.Period.To != month.Last() && (month-1).First() >= c.in.Period.From {
		month--
	}
	return record.Span{From: month.First(), To: month.Last()}
}

// scorecard shows the latest month of each measure beside the months before it. Its
// state is that of its control chart in that month: one good or bad month is none.
func (c *composer) scorecard(b *ScorecardBlock) page.Block {
	month := c.latest()
	t := &page.Table{
		Sheet: "Scorecard",
		Note: fmt.Sprintf("A signal is a month outside the limits of its chart, or a run that is too long for chance; one good or bad month is none. Last 3 months: all their records together. 12-month median: the middle of the months up to %s. The small charts begin at 0 and break where a month has no data.",
			longMonth(month.To.Month())),
		Columns: []page.Column{
			{Head: "Measure", Weight: 3}, {Head: monthLabel(month.From), Numeric: true, Weight: 1}, {Head: "Counts", Numeric: true, Weight: 1.6},
			{Head: "Last 3 months", Numeric: true, Weight: 1}, {Head: "12-month median", Numeric: true, Weight: 1}, {Head: "Target", Numeric: true, Weight: 1},
			{Head: c.courseHead(), Weight: 1.6}, {Head: "State", Weight: 2},
		},
		Source: "Per cents and rates are rounded to one decimal; rates are for 1,000 care days. Targets are the provider’s own. Measures without a better side, such as incidents, have no better or worse: more reports can mean more openness.",
	}
	if len(c.in.Targets) == 0 {
		t.Columns = slices.Delete(t.Columns, targetColumn, targetColumn+1)
		t.Source = strings.ReplaceAll(t.Source, " Targets are the provider’s own.", "")
	}
	var without []string
	for _, g := range b.Groups {
		var ids []string
		for _, id := range g.Metrics {
			if _, target := c.in.Targets[id]; target || c.everSeen(id) {
				ids = append(ids, id)
			} else {
				without = append(without, lowerFirst(mustFind(id).Title))
			}
		}
		if g.Title != "" && len(ids) > 0 {
			t.Rows = append(t.Rows, page.Row{Group: true, Cells: []page.Cell{{Text: g.Title}}})
		}
		for _, id := range ids {
			cells := c.scorecardRow(id, month)
			if len(c.in.Targets) == 0 {
				cells = slices.Delete(cells, targetColumn, targetColumn+1)
			}
			t.Rows = append(t.Rows, page.Row{Cells: cells})
		}
	}
	if len(without) > 0 {
		t.Source += " No export has records for: " + strings.Join(without, "; ") + "."
	}
	if len(t.Rows) == 0 {
		return notice(chart.StateTooFew, "Scorecard: no data", "No export has records for any measure of it.")
	}
	return page.Block{Table: t}
}

// targetColumn is the place of the targets in a scorecard; without any it has no such column.
const targetColumn = 5

// courseHead names the months of the small charts.
func (c *composer) courseHead() string {
	months := c.months()
	if len(months) == 0 {
		return "Course"
	}
	return monthLabel(months[0].From) + " to " + monthLabel(months[len(months)-1].From)
}

func (c *composer) scorecardRow(id string, month record.Span) []page.Cell {
	f := c.find(id, metrics.Scope{})
	v := c.value(f.metric, metrics.Scope{}, month)
	c.useOne(f.metric, v, metrics.GrainMonth)
	recent := c.value(f.metric, metrics.Scope{}, record.Span{From: (month.From.Month() - 2).First(), To: month.To})
	title := f.metric.Title
	switch f.metric.Unit {
	case metrics.Percent, metrics.Count, metrics.PerPersonWeek: // the sign, or the title, says it
	case metrics.Per1000CareDays:
		title += ", per 1,000"
	default:
		title += ", " + unitWords(f.metric.Unit)
	}
	return []page.Cell{
		{Text: title}, c.valueCell(v, true), c.countsCell(f, v), c.valueCell(recent, false), c.medianCell(f, month),
		c.targetCell(f.metric, v), c.courseCell(f), c.monthState(f, month),
	}
}

// medianCell is the middle of the twelve months up to one.
func (c *composer) medianCell(f finding, month record.Span) page.Cell {
	var values []float64
	for i := range record.Month(monthsOfMedian) {
		m := month.From.Month() - i
		if m.First() < c.table.DataFrom() {
			break
		}
		if v := c.value(f.metric, metrics.Scope{}, record.Span{From: m.First(), To: m.Last()}); v.Value != nil && !c.hides(v) {
			values = append(values, *v.Value)
		}
	}
	if len(values) < leastOfMedian {
		return page.Cell{Text: "too few months"}
	}
	middle := significant(medianOf(values))
	return page.Cell{Text: number(f.metric.Unit, middle), Number: &middle, Format: format(f.metric.Unit)}
}

// medianOf is the middle value, or the mean of the two in the middle; there must be one.
func medianOf(values []float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	n := len(sorted)
	return (sorted[(n-1)/2] + sorted[n/2]) / 2
}

// targetCell is the target of a measure, and whether a month misses it. A share of
// fewer than five is too small to miss one.
func (c *composer) targetCell(m metrics.Metric, v metrics.Value) page.Cell {
	target, there := c.in.Targets[m.ID]
	if !there {
		return page.Cell{Text: "–"}
	}
	cell := page.Cell{Text: target.sign(m.Unit)}
	c.month.targets++
	switch c.against(target, v) {
	case targetMissed:
		cell.Strong, cell.Below, cell.Tone = true, "missed", chart.StateConcern
		c.month.missed++
	case targetFew:
		cell.Below = "too few"
	}
	return cell
}

// targetState is how a value stands to its target.
type targetState uint8

const (
	targetUnknown targetState = iota // there is no value, or it may not be shown
	targetFew                        // too little is behind it
	targetMissed
	targetMet
)

func (c *composer) against(t Target, v metrics.Value) targetState {
	switch {
	case v.Value == nil || c.hides(v):
		return targetUnknown
	case v.Unit == metrics.Percent && *v.Denominator < metrics.LeastCounted:
		return targetFew
	case t.missedBy(*v.Value):
		return targetMissed
	}
	return targetMet
}

// courseCell is the small chart of all months.
func (c *composer) courseCell(f finding) page.Cell {
	months := c.months()
	if len(months) == 0 || c.hidesAny(f.metric, f.scope, months) {
		return page.Cell{Text: withheld, Withheld: true}
	}
	spark := &page.Spark{Name: f.metric.Title, From: months[0].From.String(), Format: format(f.metric.Unit)}
	var known []float64
	for _, p := range c.series(f, months).Points {
		spark.Values = append(spark.Values, p.Value)
		if p.Value != nil {
			known = append(known, *p.Value)
		}
	}
	if len(known) == 0 {
		return page.Cell{Text: "no data"}
	}
	spark.Alt = fmt.Sprintf("by month, %s: lowest %s, highest %s, last %s.", c.courseHead(),
		number(f.metric.Unit, slices.Min(known)), number(f.metric.Unit, slices.Max(known)), number(f.metric.Unit, known[len(known)-1]))
	if gaps := len(spark.Values) - len(known); gaps > 0 {
		spark.Alt += " " + plural(gaps, "month has", "months have") + " no value."
	}
	return page.Cell{Spark: spark}
}

// monthState says whether a rule of the control chart fired in a month, by the same
// series that the chart of the measure shows.
func (c *composer) monthState(f finding, month record.Span) page.Cell {
	few := func(why string) page.Cell {
		return page.Cell{Text: verdicts[tooFew].Word, State: chart.StateTooFew, Below: why}
	}
	if c.hidesAny(f.metric, f.scope, c.months()) {
		return page.Cell{Text: withheld, Withheld: true}
	}
	series := c.series(f, c.months())
	i := slices.IndexFunc(series.Points, func(p metrics.SeriesPoint) bool { return p.Span == month })
	if i < 0 {
		return few("part of a month")
	}
	p := series.Points[i]
	switch {
	case p.Value == nil:
		return few(c.chartWords.Gaps[p.Gap])
	case series.Reason == metrics.ReasonShort:
		return few("too few months")
	case series.Rules == "":
		return page.Cell{Text: "Not tested by month"}
	case !c.tells(c.value(f.metric, f.scope, month)):
		return few("too few in the month")
	case p.Signal == "":
		return page.Cell{Text: verdicts[noChange].Word, State: chart.StateNoChange}
	}
	c.month.signals++
	why := c.chartWords.signal(series.Kind, p)
	switch signalOf(f, p) {
	case chart.SignalBetter:
		c.month.better++
		return page.Cell{Text: verdicts[better].Word, State: chart.StateImprovement, Below: why}
	case chart.SignalWorse:
		c.month.worse++
		return page.Cell{Text: verdicts[worse].Word, State: chart.StateConcern, Below: why}
	}
	return page.Cell{Text: "Signal", Strong: true, Below: why}
}

// sides counts the signals by their side.
func (n monthCount) sides() string {
	var parts []string
	if n.worse > 0 {
		parts = append(parts, plural(n.worse, "concern", "concerns"))
	}
	if n.better > 0 {
		parts = append(parts, plural(n.better, "improvement", "improvements"))
	}
	if other := n.signals - n.worse - n.better; other > 0 {
		parts = append(parts, plural(other, "other signal", "other signals"))
	}
	return listWords(parts)
}

// monthTitle is the finding of the latest month: signals, and targets missed.
func (c *composer) monthTitle() string {
	parts := []string{"no signal"}
	if n := c.month.signals; n > 0 {
		parts[0] = c.month.sides()
		if at := c.month.atService; at > 0 && at < n {
			parts[0] += fmt.Sprintf(" (%s at a single service)", numberWord(at))
		}
	}
	switch {
	case c.month.missed > 0:
		parts = append(parts, plural(c.month.missed, "target missed", "targets missed"))
	case c.month.targets > 0:
		parts = append(parts, "no target missed")
	}
	return longMonth(c.latest().To.Month()) + ": " + strings.Join(parts, ", ")
}
