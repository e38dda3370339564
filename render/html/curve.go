package html

import (
	"strconv"

	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// curveGroup is the table of one line of a curve, as it is printed.
type curveGroup struct {
	Name, EndLabel string
	Rows           []curveRow
}

// curveRow is one day on which something ended or went out of sight.
type curveRow struct{ Days, AtRisk, Ended, Censored, Share, Range string }

// Curve draws how long something lasts, and the table of its steps.
func (p *pen) Curve(c page.Curve) {
	view := struct {
		Head   chart.Curve
		Source string
		File   string
		Main   drawing
		Groups []curveGroup
	}{Head: c.Spec, Source: c.Source, File: p.file(c.Source, orWord(c.Spec.Measure, c.Spec.Title))}
	for _, g := range c.Spec.Groups {
		view.Groups = append(view.Groups, curveGroupOf(g))
	}
	view.Main, p.err = p.drawAny(c.Spec.ID, c.Spec.Alt, liveCurve(c.Spec), func(width, height float64) chart.Scene {
		return chart.LayoutCurve(c.Spec, width, height)
	})
	p.write("curve", view)
}

func curveGroupOf(g chart.CurveGroup) curveGroup {
	table := curveGroup{Name: g.Name, EndLabel: g.EndLabel}
	for _, s := range g.Steps {
		table.Rows = append(table.Rows, curveRow{
			Days: dayCount(s.Time), AtRisk: strconv.Itoa(s.AtRisk), Ended: ledger(s.Ended), Censored: ledger(s.Censored),
			Share: sharePercent(s.Share), Range: orDash(span(s.Lower, s.Upper, shareDecimals)),
		})
	}
	return table
}

// shareDecimals is how many decimals the share still there has.
const shareDecimals = 1

func sharePercent(v float64) string {
	return chart.Decimal(v, shareDecimals) + string(chart.UnitPercent)
}

// dayCount writes a number of days, whole where it is whole.
func dayCount(v float64) string { return number(v, page.FormatText) }
