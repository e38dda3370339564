package main

import (
	"fmt"
	"slices"
	"strings"

	"evidencepack/metrics/stat/tabular"
	"evidencepack/render/chart"
)

// mostCurves is how many groups one plot of curves can tell apart.
const mostCurves = 6

// fewWatched is how many must be watched for a curve to be more than a hint.
const fewWatched = 12

// plotCurves draws how long something lasts, a curve for each group.
func plotCurves(title string, method tabular.Method, in tabular.Input, out tabular.Table) (sheet, error) {
	a := answerOf(out)
	var names []string
	rows := map[string][]int{}
	longest := 0.0
	for i := range out.Rows {
		name := a.text(i, "group")
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
		rows[name] = append(rows[name], i)
		if at := a.number(i, "time"); at != nil {
			longest = max(longest, *at)
		}
	}
	if len(names) > mostCurves {
		return sheet{}, fmt.Errorf("it has %d groups, and a chart tells at most %d apart", len(names), mostCurves)
	}
	several := len(names) > 1
	spec := chart.Curve{ID: "km", Title: title, Measure: title, Rules: "survival", Ticks: curveTicks(longest)}
	s := sheet{title: title, head: []string{"Group", "Time", "Watched", "Ended", "Lost from sight", "Still there, %", "Likely range, %"}}
	var medians []string
	for _, name := range names {
		g := curveGroup(a, rows[name], spec.Ticks)
		s.rows = append(s.rows, curveRows(name, g)...)
		if several {
			g.Name, g.Steps = name, withoutRanges(g.Steps)
		}
		medians = append(medians, medianWords(g))
		spec.Groups = append(spec.Groups, g)
	}
	if !several {
		spec.MedianLabel = medians[0]
	}
	spec.Subtitle = "Share still there by days since the start. " + upperFirst(strings.Join(medians, "; ")) + "."
	spec.Alt = title + ": Kaplan–Meier curve. " + spec.Subtitle
	s.subtitle, s.foot = spec.Subtitle, curveFoot(method, in, several)
	s.plots = []plotted{{alt: spec.Alt, draw: func(width, height float64) chart.Scene { return chart.LayoutCurve(spec, width, height) }}}
	return s, nil
}

// curveFoot says beneath the chart which method, which rules and what the band is.
func curveFoot(method tabular.Method, in tabular.Input, several bool) []string {
	band := fmt.Sprintf("Band: the 95%% likely range of the share (%s scale).", settingOf(method, in, "conf"))
	if several {
		band = "Bands of several groups would lie on each other, so none is drawn: the answer holds the 95% likely ranges."
	}
	return append([]string{
		fmt.Sprintf("Method: km, %s.", method.Title),
		"Rules: those of the package survival. A short stroke on the line is something last seen while it was still there.",
		band + " Beneath the plot: how many are still watched.",
	}, settingsFoot(in)...)
}

// curveGroup makes the line of one group from its rows.
func curveGroup(a answer, rows []int, ticks []float64) chart.CurveGroup {
	g, before := chart.CurveGroup{Median: a.number(rows[0], "median")}, 0.0
	for _, i := range rows {
		at, share := a.number(i, "time"), times(a.number(i, "surv"), 100)
		if at == nil || share == nil {
			continue
		}
		step := chart.Step{Time: *at, Share: *share, Lower: times(a.number(i, "lower"), 100), Upper: times(a.number(i, "upper"), 100)}
		step.AtRisk, step.Ended, step.Censored = a.count(i, "n_risk"), a.count(i, "n_event"), a.count(i, "n_censor")
		if step.AtRisk < fewWatched && g.ThinFrom == nil {
			from := before // fewer are watched from the step before this one
			g.ThinFrom = &from
		}
		before = *at
		g.Steps = append(g.Steps, step)
	}
	for _, tick := range ticks {
		g.AtRisk = append(g.AtRisk, watchedAt(g.Steps, tick))
	}
	return g
}

// withoutRanges gives the steps of a curve without their bands.
func withoutRanges(steps []chart.Step) []chart.Step {
	bare := slices.Clone(steps)
	for i := range bare {
		bare[i].Lower, bare[i].Upper = nil, nil
	}
	return bare
}

// watchedAt is how many are watched just before a time: those of the next step.
func watchedAt(steps []chart.Step, at float64) int {
	for _, s := range steps {
		if s.Time >= at {
			return s.AtRisk
		}
	}
	return 0
}

// count gives a cell as a whole number, 0 where it is missing.
func (a answer) count(row int, name string) int {
	if v := a.number(row, name); v != nil {
		return int(*v)
	}
	return 0
}

// curveTicks gives the times under the axis: 28, 90 and 180 days and years, as far as
// they reach; short spells get even steps.
func curveTicks(longest float64) []float64 {
	if longest < 90 {
		step := 1.0
		for _, s := range []float64{2, 5, 7, 14, 28} {
			if longest/step > 6 {
				step = s
			}
		}
		var ticks []float64
		for at := 0.0; at <= longest && len(ticks) < 12; at += step {
			ticks = append(ticks, at)
		}
		return ticks
	}
	ticks := []float64{0}
	for _, at := range []float64{28, 90, 180, 365, 730, 1095, 1460, 1825, 2555, 3650} {
		if at <= longest && (at > 28 || longest <= 400) {
			ticks = append(ticks, at)
		}
	}
	return ticks
}

func medianWords(g chart.CurveGroup) string {
	lead := ""
	if g.Name != "" {
		lead = g.Name + ": "
	}
	if g.Median == nil {
		return lead + "fewer than half have ended"
	}
	return fmt.Sprintf("%shalf ended within %s days", lead, chart.Decimal(*g.Median, decimalsFor([]*float64{g.Median})))
}

func curveRows(name string, g chart.CurveGroup) [][]string {
	var rows [][]string
	for _, s := range g.Steps {
		span := "–"
		if s.Lower != nil && s.Upper != nil {
			span = chart.Decimal(*s.Lower, 1) + " to " + chart.Decimal(*s.Upper, 1)
		}
		at := s.Time
		rows = append(rows, []string{
			name, chart.Decimal(at, decimalsFor([]*float64{&at})), fmt.Sprint(s.AtRisk), fmt.Sprint(s.Ended), fmt.Sprint(s.Censored),
			chart.Decimal(s.Share, 1), span,
		})
	}
	return rows
}
