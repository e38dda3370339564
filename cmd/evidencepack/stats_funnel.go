package main

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"evidencepack/metrics/stat"
	"evidencepack/metrics/stat/tabular"
	"evidencepack/render/chart"
)

// bandSteps is how many sizes the limits of a funnel are worked out at.
const bandSteps = 120

// plotFunnel draws groups side by side by their size.
func plotFunnel(title string, method tabular.Method, in tabular.Input, out tabular.Table) (sheet, error) {
	a := answerOf(out)
	setting := func(name string) string { return settingOf(method, in, name) }
	scale, err := strconv.ParseFloat(setting("multiplier"), 64)
	if err != nil {
		scale = 1
	}
	spec := chart.Funnel{ID: "funnel", Title: title, Measure: title, ValueHead: "Value", SizeHead: "out of", Rules: "FunnelPlotR"}
	kind := funnelKind(setting("type"), setting("sr_method"))
	if kind == stat.FunnelShare {
		spec.Unit, scale = chart.UnitPercent, 100
	}
	if kind == stat.FunnelCQC || kind == stat.FunnelSHMI {
		spec.SizeHead = "expected"
	}
	adjusted := !strings.EqualFold(setting("adjusted"), "FALSE")
	f, err := stat.NewFunnel(funnelGroups(a), stat.FunnelOptions{Kind: kind, Adjusted: adjusted})
	if err != nil {
		return sheet{}, err
	}
	var values []*float64
	for i := range out.Rows {
		p := funnelPoint(a, i, scale, f, setting("limit"))
		values = append(values, p.Value)
		spec.Points = append(spec.Points, p)
	}
	spec.Average = f.Target * scale
	spec.Decimals = decimalsFor(values)
	spec.AverageLabel = "average " + chart.Decimal(spec.Average, spec.Decimals) + string(spec.Unit)
	average := spec.AverageLabel
	if spec.SizeHead == "expected" {
		spec.AverageLabel, average = "as expected", chart.Decimal(spec.Average, 0)+" is as expected"
	}
	spec.Bands = funnelBands(a, f, scale)
	spec.Subtitle = fmt.Sprintf("Funnel of %s; %s. %s", plural(len(out.Rows), "group", "groups"), average, funnelWords(spec, setting("limit")))
	spec.Alt = title + ": " + spec.Subtitle
	s := sheet{title: title, subtitle: spec.Subtitle, foot: funnelFoot(method, in, f, adjusted)}
	s.plots = []plotted{{alt: spec.Alt, draw: func(width, height float64) chart.Scene { return chart.LayoutFunnel(spec, width, height) }}}
	s.head = []string{"Group", "Counted", "Out of", "Value", "Signal"}
	for _, p := range spec.Points {
		s.rows = append(s.rows, []string{p.Name, plainNumberText(p.Numerator), plainNumberText(p.Size), orWord(p.Value, spec.Decimals, p.Word), dashed(p.SignalWhy)})
	}
	return s, nil
}

func funnelKind(kind, method string) stat.FunnelKind {
	switch {
	case kind == "SR" && method == "SHMI":
		return stat.FunnelSHMI
	case kind == "SR":
		return stat.FunnelCQC
	case kind == "RC":
		return stat.FunnelCounts
	}
	return stat.FunnelShare
}

func funnelGroups(a answer) []stat.FunnelGroup {
	groups := make([]stat.FunnelGroup, len(a.Rows))
	for i := range groups {
		num, den := a.number(i, "num"), a.number(i, "den")
		if num != nil && den != nil {
			groups[i] = stat.FunnelGroup{Num: *num, Den: *den}
		}
	}
	return groups
}

// funnelPoint makes the point of one group. Which limits call it out the setting says.
func funnelPoint(a answer, row int, scale float64, f stat.Funnel, limit string) chart.FunnelPoint {
	p := chart.FunnelPoint{Name: a.text(row, "group"), Numerator: a.number(row, "num"), Size: a.number(row, "den")}
	if p.Size == nil || *p.Size <= 0 || p.Numerator == nil {
		p.Word = "not worked out"
		return p
	}
	value := *p.Numerator / *p.Size * scale
	p.Value = &value
	if row >= len(f.Points) {
		return p
	}
	switch at := f.Points[row]; { // by the limits that are drawn, so that the picture agrees with itself
	case at.Outside998:
		p.Signal, p.SignalWhy = chart.SignalNeither, "outside the 99.8% limits"
	case at.Outside95 && limit == "95":
		p.Signal, p.SignalWhy = chart.SignalNeither, "outside the 95% limits"
	}
	return p
}

// funnelBands gives the limits from the smallest size to the largest.
func funnelBands(a answer, f stat.Funnel, scale float64) []chart.FunnelBand {
	least, most := math.Inf(1), 0.0
	for i := range a.Rows {
		if size := a.number(i, "den"); size != nil && *size > 0 {
			least, most = min(least, *size), max(most, *size)
		}
	}
	if most == 0 {
		return nil
	}
	least, most = max(min(least, most/bandSteps), 1e-9), most*1.05
	var bands []chart.FunnelBand
	for step := 0; step <= bandSteps; step++ {
		size := least + (most-least)*float64(step)/bandSteps
		l := f.At(size)
		if math.IsNaN(l.Lower95 + l.Upper95 + l.Lower998 + l.Upper998) {
			continue
		}
		bands = append(bands, chart.FunnelBand{
			Size: size, Lower95: max(l.Lower95*scale, 0), Upper95: l.Upper95 * scale,
			Lower998: max(l.Lower998*scale, 0), Upper998: l.Upper998 * scale,
		})
	}
	return bands
}

func funnelWords(spec chart.Funnel, limit string) string {
	var outside []string
	for _, p := range spec.Points {
		if p.Signal != chart.SignalNone {
			outside = append(outside, p.Name)
		}
	}
	level := "95%"
	if limit == "99" {
		level = "99.8%"
	}
	if len(outside) == 0 {
		return fmt.Sprintf("No group is outside the %s limits.", level)
	}
	return fmt.Sprintf("Outside the %s limits: %s.", level, someOf(outside))
}

func funnelFoot(method tabular.Method, in tabular.Input, f stat.Funnel, adjusted bool) []string {
	band := "Band: where 95 and 99.8 of 100 groups of each size would lie if all were alike."
	if adjusted && f.Tau2 > 0 {
		band = "Band: where 95 and 99.8 of 100 groups of each size would lie, given how far groups lie apart beyond chance (limits widened)."
	}
	foot := []string{fmt.Sprintf("Method: funnel, %s.", method.Title), "Rules: those of the package FunnelPlotR.", band}
	return append(foot, settingsFoot(in)...)
}
