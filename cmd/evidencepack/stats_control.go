package main

import (
	"fmt"
	"math"
	"strings"

	"evidencepack/metrics/stat/tabular"
	"evidencepack/render/chart"
)

// controlLook is how one kind of control chart is drawn and explained.
type controlLook struct {
	kind   chart.Kind
	centre string // what the centre line is
	band   string // what the band is; "" where there is none
	share  bool   // values are shares, drawn as per cents
}

var controlLooks = map[string]controlLook{
	"run": {kind: chart.KindRun, centre: "median"},
	"i":   {kind: chart.KindControl, centre: "mean", band: "3 sigma to both sides of the mean, sigma from the differences between neighbours"},
	"mr":  {kind: chart.KindControl, centre: "mean range", band: "up to 3.267 times the mean of the differences between neighbours"},
	"ip":  {kind: chart.KindControl, centre: "mean", band: "3 sigma to both sides of the mean, from the differences between neighbours and the size of each point"},
	"p":   {kind: chart.KindControl, centre: "average", band: "3 sigma to both sides of the average, from the size of each point", share: true},
	"pp":  {kind: chart.KindPPrime, centre: "average", band: "3 sigma to both sides of the average, from the size of each point and the extra spread between neighbours", share: true},
	"u":   {kind: chart.KindControl, centre: "average", band: "3 sigma to both sides of the average, from the size of each point"},
	"up":  {kind: chart.KindUPrime, centre: "average", band: "3 sigma to both sides of the average, from the size of each point and the extra spread between neighbours"},
	"c":   {kind: chart.KindControl, centre: "mean", band: "3 sigma to both sides of the mean, as counts spread"},
	"g":   {kind: chart.KindControl, centre: "median", band: "3 sigma to both sides of the mean, as the waits between rare events spread"},
	"t":   {kind: chart.KindT, centre: "typical", band: "3 sigma to both sides of the typical time, worked out on a scale on which such times spread evenly"},
}

// plotControl draws a run chart or a control chart.
func plotControl(title string, method tabular.Method, in tabular.Input, out tabular.Table) (sheet, error) {
	a, look := answerOf(out), controlLooks[method.Name]
	scale, percent := shareScale(look, settingOf(method, in, "multiply"))
	spec := chart.Spec{ID: method.Name, Title: title, Kind: look.kind, Measure: title, ValueHead: "Value", Rules: "qicharts2, Anhøj"}
	if percent {
		spec.Unit = chart.UnitPercent
	}
	slots := slotsFor(textsOf(a, "x"), method.Name == "t")
	spec.Grain, spec.From, spec.To = slots.grain, slots.from, slots.to
	runs := longRuns(a)
	var values []*float64
	part := ""
	for i := range out.Rows {
		p := slots.point(i)
		p.Value = times(a.number(i, "y"), scale)
		if p.Value == nil {
			p.State, p.Word = gapOf(a.text(i, "y"))
		}
		p.Numerator, p.Denominator = a.number(i, "y_sum"), a.number(i, "n")
		p.Centre, p.LimitLower, p.LimitUpper = times(a.number(i, "cl"), scale), times(a.number(i, "lcl"), scale), times(a.number(i, "ucl"), scale)
		p.LeftOut = a.text(i, "include") == "FALSE"
		p.Signal, p.SignalWhy = controlSignal(p, a.yes(i, "sigma_signal"), runs[i])
		if next := a.text(i, "part"); next != part && part != "" {
			spec.Rebases = append(spec.Rebases, chart.Rebase{From: p.From, Text: "Lines worked out anew from " + p.Label})
		}
		part = a.text(i, "part")
		values = append(values, p.Value)
		spec.Points = append(spec.Points, p)
	}
	spec.Points = slots.withGaps(spec.Points)
	spec.Decimals = decimalsFor(values)
	if c := spec.LastCentre(); c != nil {
		spec.CentreLabel = look.centre + " " + chart.Decimal(*c, max(spec.Decimals, decimalsFor([]*float64{c}))) + string(spec.Unit)
	}
	setTarget(&spec, settingOf(method, in, "target"), scale)
	unit := ""
	if percent {
		unit = ", per cent"
	}
	spec.Subtitle = fmt.Sprintf("%s%s: %s. %s", kindName(look.kind, method.Name), unit, slots.span(), signalWords(spec, a))
	spec.Alt = fmt.Sprintf("%s: %s", title, spec.Subtitle)
	return specSheet(title, []headed{{"", spec}}, controlFoot(method, look, in)), nil
}

// shareScale draws a share as a per cent, unless it was multiplied by something else.
func shareScale(look controlLook, multiply string) (scale float64, percent bool) {
	switch {
	case look.share && (multiply == "" || multiply == "1"):
		return 100, true
	case look.share && multiply == "100":
		return 1, true
	}
	return 1, false
}

// kindName begins a sentence with the kind of a chart; the letters of p′, u′ and t
// stay small.
func kindName(kind chart.Kind, method string) string {
	switch kind {
	case chart.KindRun:
		return "Run chart"
	case chart.KindControl:
		return fmt.Sprintf("Control chart (%s)", method)
	}
	return string(kind)
}

// controlFoot says beneath the chart which method, which rules and what the band is.
func controlFoot(method tabular.Method, look controlLook, in tabular.Input) []string {
	foot := []string{fmt.Sprintf("Method: %s, %s.", method.Name, method.Title)}
	rules := "Rules: those of the package qicharts2. Ringed points are beyond the limits, or in a run on one side of the line that is longer than chance would make it (Anhøj)."
	if look.band == "" {
		rules = "Rules: Anhøj. Ringed points are in a run on one side of the line that is longer than chance would make it."
	}
	if method.Name == "mr" {
		rules = "Rules: those of the package qicharts2. Ringed points are beyond the limit."
	}
	foot = append(foot, rules)
	if look.band != "" {
		foot = append(foot, "Band: "+look.band+". Nearly all points lie in it while nothing changes.")
	}
	if settingOf(method, in, "exclude") != "" {
		foot = append(foot, "Open points are drawn, but left out of the lines and of the runs.")
	}
	return append(foot, settingsFoot(in)...)
}

// settingsFoot names the settings that were given, so that the chart can be made again.
func settingsFoot(in tabular.Input) []string {
	if len(in.Settings) == 0 {
		return nil
	}
	return []string{"Settings: " + strings.Join(givenSettings(in), ", ") + "."}
}

// controlSignal says which rule fired at a point. A control chart of the stats
// command does not know which way is better.
func controlSignal(p chart.Point, outside bool, run int) (chart.Signal, string) {
	switch {
	case outside && p.Value != nil && p.LimitUpper != nil && *p.Value > *p.LimitUpper:
		return chart.SignalNeither, "above the limits"
	case outside:
		return chart.SignalNeither, "below the limits"
	case run > 0:
		return chart.SignalNeither, fmt.Sprintf("in a run of %d on one side", run)
	}
	return chart.SignalNone, ""
}

// gapOf says why a point has no value: an empty cell, or nothing to divide by.
func gapOf(text string) (chart.PointState, string) {
	if text == "" {
		return chart.PointNoData, string(chart.PointNoData)
	}
	return chart.PointNothing, "not worked out"
}

// longRuns gives for each row how many points are in its run on one side of the
// centre line, where that is more than chance would make it; otherwise 0.
func longRuns(a answer) []int {
	lengths := make([]int, len(a.Rows))
	var run []int
	side, part := 0.0, ""
	end := func() {
		for _, i := range run {
			if most := a.number(i, "longest_run_max"); most != nil && float64(len(run)) > *most && a.yes(i, "runs_signal") {
				lengths[i] = len(run)
			}
		}
		run = nil
	}
	for i := range a.Rows {
		y, centre := a.number(i, "y"), a.number(i, "cl")
		if a.text(i, "part") != part {
			end()
			part, side = a.text(i, "part"), 0
		}
		if y == nil || centre == nil || *y == *centre || a.text(i, "include") == "FALSE" {
			continue
		}
		if now := math.Copysign(1, *y-*centre); now != side {
			end()
			side = now
		}
		run = append(run, i)
	}
	end()
	return lengths
}
