package pdf

import (
	"slices"

	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// behind is a picture whose figures stand in the appendix: exactly one of its parts.
type behind struct {
	chart  *page.Chart
	curve  *page.Curve
	funnel *page.Funnel
}

// mostSteps is the longest curve that is printed step by step; of a longer one each
// tick is.
const mostSteps = 150

const (
	noCount   = "–"
	longCurve = "The curve at the days under its axis. Each of its steps is in the workbook."
)

// curveTable gives a curve step by step: the day, how many were watched, how many
// ended or went out of sight, and the share with its range.
func curveTable(c chart.Curve) (table page.Table, remarks []string) {
	several := len(c.Groups) > 1
	if several {
		table.Columns = []page.Column{{Head: "Group", Weight: 2}}
	}
	for _, head := range []string{"Days", "Watched", "Ended", "Out of sight", "Still there"} {
		table.Columns = append(table.Columns, page.Column{Head: head, Numeric: true, Weight: 1})
	}
	table.Columns = append(table.Columns, page.Column{Head: "Likely range", Numeric: true, Weight: 2})
	remarks = []string{c.Subtitle, c.MedianLabel}
	steps := 0
	for _, group := range c.Groups {
		steps += len(group.Steps)
	}
	for _, group := range c.Groups {
		if name := joinedBy(": ", group.Name, group.EndLabel); name != "" {
			remarks = append(remarks, name)
		}
		rows := stepRows(group)
		if steps > mostSteps {
			rows = tickRows(c.Ticks, group)
		}
		for _, row := range rows {
			if several {
				row = slices.Insert(row, 0, page.Cell{Text: group.Name})
			}
			table.Rows = append(table.Rows, page.Row{Cells: row})
		}
	}
	if steps > mostSteps {
		remarks = append(remarks, longCurve)
	}
	return table, remarks
}

func stepRows(group chart.CurveGroup) [][]page.Cell {
	var rows [][]page.Cell
	for _, step := range group.Steps {
		rows = append(rows, []page.Cell{
			{Text: counted(step.Time)}, {Text: counted(float64(step.AtRisk))}, {Text: countOrNone(step.Ended)},
			{Text: countOrNone(step.Censored)}, {Text: shareText(step.Share)}, {Text: shareRange(step)},
		})
	}
	return rows
}

// tickRows gives what ended and went out of sight up to each tick, and the share there.
func tickRows(ticks []float64, group chart.CurveGroup) [][]page.Cell {
	var rows [][]page.Cell
	for i, tick := range ticks {
		at, ended, censored := chart.Step{Share: 100}, 0, 0
		for _, step := range group.Steps {
			if step.Time <= tick {
				at, ended, censored = step, ended+step.Ended, censored+step.Censored
			}
		}
		watched := noCount
		if i < len(group.AtRisk) {
			watched = counted(float64(group.AtRisk[i]))
		}
		rows = append(rows, []page.Cell{
			{Text: counted(tick)}, {Text: watched}, {Text: countOrNone(ended)}, {Text: countOrNone(censored)},
			{Text: shareText(at.Share)}, {Text: shareRange(at)},
		})
	}
	return rows
}

func countOrNone(count int) string {
	if count == 0 {
		return noCount
	}
	return counted(float64(count))
}

func shareText(percent float64) string { return chart.Decimal(percent, 1) + string(chart.UnitPercent) }

func shareRange(step chart.Step) string {
	if step.Lower == nil || step.Upper == nil {
		return noCount
	}
	return chart.Decimal(*step.Lower, 1) + " to " + chart.Decimal(*step.Upper, 1)
}

// funnelTable gives the services of a funnel, one row each.
func funnelTable(f chart.Funnel) (table page.Table, remarks []string) {
	table.Columns = []page.Column{
		{Head: "Service", Weight: 4}, {Head: "Counted", Numeric: true, Weight: 1}, {Head: headOr(f.SizeHead, "Out of"), Numeric: true, Weight: 2},
		{Head: headOr(f.ValueHead, "Value"), Numeric: true, Weight: 2}, {Head: "Limits", Weight: 3},
	}
	for _, point := range f.Points {
		value, why := page.Cell{Text: point.Word}, point.SignalWhy
		if point.Value != nil {
			value = page.Cell{Text: chart.Decimal(*point.Value, f.Decimals) + string(f.Unit)}
		} else if point.Word == "" {
			value.Text = string(chart.PointNoData)
		}
		if why == "" {
			why = noCount
		}
		table.Rows = append(table.Rows, page.Row{Cells: []page.Cell{
			{Text: point.Name}, {Text: countOf(point.Numerator)}, {Text: countOf(point.Size)}, value, {Text: why},
		}})
	}
	return table, []string{f.Subtitle, f.AverageLabel}
}

func headOr(head, otherwise string) string {
	if head == "" {
		return otherwise
	}
	return head
}
