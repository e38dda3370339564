package main

import (
	"fmt"
	"slices"
	"strings"

	"evidencepack/metrics/stat/tabular"
	"evidencepack/render/chart"
)

// plotXmR draws an XmR chart for each facet of the table.
func plotXmR(title string, method tabular.Method, in tabular.Input, out tabular.Table) (sheet, error) {
	a := answerOf(out)
	var facets []string
	rows := map[string][]int{}
	for i := range out.Rows {
		name := a.text(i, "facet")
		if !slices.Contains(facets, name) {
			facets = append(facets, name)
		}
		rows[name] = append(rows[name], i)
	}
	if len(facets) > mostPlotsOfSheet {
		return sheet{}, fmt.Errorf("it has %d facets, and a chart holds at most %d", len(facets), mostPlotsOfSheet)
	}
	var specs []headed
	for _, name := range facets {
		heading := name
		if len(facets) == 1 {
			heading = ""
		}
		specs = append(specs, headed{heading, facetSpec(title, settingOf(method, in, "direction"), a, rows[name])})
	}
	s := specSheet(title, specs, xmrFoot(method, in))
	if len(specs) > 1 {
		s.subtitle = fmt.Sprintf("XmR charts of %d series.", len(specs))
	}
	return s, nil
}

// facetSpec makes the chart of one facet from its rows.
func facetSpec(title, direction string, a answer, rows []int) chart.Spec {
	spec := chart.Spec{ID: "xmr", Title: title, Kind: chart.KindXmR, Measure: title, ValueHead: "Value", Rules: "package"}
	var places []string
	for _, i := range rows {
		places = append(places, a.text(i, "date"))
	}
	slots := slotsFor(places, false)
	spec.Grain = slots.grain
	var values []*float64
	group := ""
	for at, i := range rows {
		p := slots.point(at)
		p.Value = a.number(i, "value")
		if p.Value == nil {
			p.State, p.Word = gapOf(a.text(i, "value"))
		}
		p.Centre, p.LimitLower, p.LimitUpper = a.number(i, "mean"), a.number(i, "lpl"), a.number(i, "upl")
		p.Signal, p.SignalWhy = xmrSignal(a, i)
		if next := a.text(i, "rebase_group"); next != group && at > 0 {
			spec.Rebases = append(spec.Rebases, chart.Rebase{From: p.From, Text: "Limits worked out anew from " + p.Label})
		}
		group = a.text(i, "rebase_group")
		values = append(values, p.Value)
		spec.Points = append(spec.Points, p)
	}
	spec.Points = slots.withGaps(spec.Points)
	spec.Decimals = decimalsFor(values)
	last := rows[len(rows)-1]
	if c := spec.LastCentre(); c != nil {
		spec.CentreLabel = "mean " + chart.Decimal(*c, max(spec.Decimals, decimalsFor([]*float64{c})))
	}
	setTarget(&spec, a.text(last, "target"), 1)
	better := map[string]string{"increase": "; higher is better", "decrease": "; lower is better"}[direction]
	spec.Subtitle = fmt.Sprintf("XmR chart: %s%s. %s", slots.span(), better, xmrWords(spec))
	spec.Alt = title + ": " + spec.Subtitle
	return spec
}

// xmrSignal gives the signal of a row and the rule that fired, in words.
func xmrSignal(a answer, row int) (chart.Signal, string) {
	why := causeWords(a.text(row, "special_cause_type"))
	switch a.text(row, "point_type") {
	case "special_cause_improvement":
		return chart.SignalBetter, why
	case "special_cause_concern":
		return chart.SignalWorse, why
	case "special_cause_neutral_high", "special_cause_neutral_low":
		return chart.SignalNeither, why
	}
	return chart.SignalNone, ""
}

// causeWords says in plain words which rule the method names; how many points a run
// must have stands before its name.
func causeWords(cause string) string {
	many, rule, _ := strings.Cut(cause, " ")
	switch rule {
	case "Point Trend (Increasing)":
		return "in a rise of " + many + " points"
	case "Point Trend (Decreasing)":
		return "in a fall of " + many + " points"
	case "in 3 Above CL":
		return "2 of 3 near the upper limit"
	case "in 3 Below CL":
		return "2 of 3 near the lower limit"
	case "Points Above CL":
		return "in a run of " + many + " or more above the mean"
	case "Points Below CL":
		return "in a run of " + many + " or more below the mean"
	case "UCL":
		return "above the limits"
	case "LCL":
		return "below the limits"
	}
	return ""
}

// xmrWords says how many points a rule fired at, and at which.
func xmrWords(spec chart.Spec) string {
	var found []string
	for _, p := range spec.Points {
		if p.Signal != chart.SignalNone {
			found = append(found, p.Label)
		}
	}
	switch {
	case !hasLimits(spec):
		return "There are no limits: the values give none."
	case len(found) == 0:
		return "No rule found a signal."
	}
	return fmt.Sprintf("Signals: %s.", someOf(found))
}

// xmrFoot says beneath the chart which method, which rules and what the band is.
func xmrFoot(method tabular.Method, in tabular.Input) []string {
	makingData := settingOf(method, in, "rules") == "making_data_count"
	name := "package (NHSRplotthedots)"
	if makingData {
		name = "Making Data Count"
	}
	rules := fmt.Sprintf("Rules: %s: beyond the limits, %s points in a row on one side of the mean, %s rising or falling, or 2 of 3 near a limit.",
		name, settingOf(method, in, "shift"), settingOf(method, in, "trend"))
	screened := ""
	if screen := settingOf(method, in, "screen"); strings.EqualFold(screen, "TRUE") || screen == "" && !makingData {
		screened = "; very large differences are left out once"
	}
	band := "Band: 2.66 times the mean difference between neighbours to both sides of the mean" + screened + ". Nearly all points lie in it while nothing changes."
	return append([]string{fmt.Sprintf("Method: xmr, %s.", method.Title), rules, band}, settingsFoot(in)...)
}
