package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"evidencepack/metrics/stat/tabular"
	"evidencepack/render/chart"
)

// mostPeriods bounds a chart whose periods are numbered by the user.
const mostPeriods = 600

// plotSegmented draws the data with the trend that was fitted, and what the trend
// before the change would have gone on to. Whatever table was asked for, the chart
// rests on both.
func plotSegmented(title string, method tabular.Method, in tabular.Input, _ tabular.Table) (sheet, error) {
	fitted, err := method.Apply(tabular.Input{Table: in.Table, Settings: withSetting(in.Settings, "output", "fitted")})
	if err != nil {
		return sheet{}, err
	}
	terms, err := method.Apply(tabular.Input{Table: in.Table, Settings: withSetting(in.Settings, "output", "coefficients")})
	if err != nil {
		return sheet{}, err
	}
	a, change := answerOf(fitted), settingOf(method, in, "t0")
	unit := unitOfSegmented(a, settingOf(method, in, "family"))
	fit := chart.Fitted{TrendLabel: "fitted", UnchangedLabel: "trend before, carried on", ChangeLabel: "change, period " + change}
	fit.Spec = chart.Spec{ID: "its", Title: title, Kind: chart.KindControl, Grain: chart.GrainRow, Measure: title, ValueHead: "Value", Unit: unit.sign}
	firstAfter, _ := strconv.ParseFloat(change, 64) // the method has read it
	addPeriods(&fit, a, unit, firstAfter)
	fit.Spec.Subtitle = fmt.Sprintf("%s, %s, with a change at period %s. %s",
		unit.words, plural(len(fitted.Rows), "period", "periods"), change, effectWords(answerOf(terms)))
	fit.Spec.Alt = title + ": data with fitted trend. " + fit.Spec.Subtitle
	return segmentedSheet(fit, method, in, title), nil
}

// addPeriods puts the periods into the chart in their order, and an empty one for
// each that has no row.
func addPeriods(fit *chart.Fitted, a answer, unit segmentedUnit, firstAfter float64) {
	var values []*float64
	add := func(p chart.Point, trend, unchanged *float64) {
		if p.Value == nil {
			p.State, p.Word = chart.PointNoData, string(chart.PointNoData)
		}
		fit.Spec.Points = append(fit.Spec.Points, p)
		fit.Trend, fit.Unchanged = append(fit.Trend, trend), append(fit.Unchanged, unchanged)
		values = append(values, p.Value, trend)
	}
	fit.Change = -1
	var last *float64
	for _, i := range byPeriod(a) {
		t := a.number(i, "t")
		for last != nil && *last+1 < *t && len(fit.Spec.Points) < mostPeriods {
			next := *last + 1
			add(chart.Point{Label: plainNumberText(&next)}, nil, nil)
			last = &next
		}
		if fit.Change < 0 && *t >= firstAfter {
			fit.Change = len(fit.Spec.Points)
		}
		p := chart.Point{Label: plainNumberText(t), Numerator: a.number(i, "num"), Denominator: a.number(i, "den")}
		p.Value = unit.of(p.Numerator, p.Denominator)
		add(p, unit.of(a.number(i, "fitted"), p.Denominator), unit.of(a.number(i, "counterfactual"), p.Denominator))
		last = t
	}
	if fit.Change < 0 {
		fit.Change = len(fit.Spec.Points)
	}
	fit.Spec.Decimals = decimalsFor(values)
}

// byPeriod gives the rows that have a period, in order of it.
func byPeriod(a answer) []int {
	var rows []int
	for i := range a.Rows {
		if a.number(i, "t") != nil {
			rows = append(rows, i)
		}
	}
	slices.SortStableFunc(rows, func(i, j int) int { return cmp.Compare(*a.number(i, "t"), *a.number(j, "t")) })
	return rows
}

func segmentedSheet(fit chart.Fitted, method tabular.Method, in tabular.Input, title string) sheet {
	s := sheet{title: title, subtitle: fit.Spec.Subtitle}
	s.plots = []plotted{{alt: fit.Spec.Alt, draw: func(width, height float64) chart.Scene { return chart.LayoutFitted(fit, width, height) }}}
	s.head = []string{"Period", "Counted", "Out of", "Value", "Fitted", "Trend before, carried on"}
	for i, p := range fit.Spec.Points {
		s.rows = append(s.rows, []string{
			p.Label, plainNumberText(p.Numerator), plainNumberText(p.Denominator), orWord(p.Value, fit.Spec.Decimals, p.Word),
			orWord(fit.Trend[i], fit.Spec.Decimals, ""), orWord(fit.Unchanged[i], fit.Spec.Decimals, ""),
		})
	}
	s.foot = append([]string{
		fmt.Sprintf("Method: its, %s; family %s.", method.Title, settingOf(method, in, "family")),
		"Solid line: the fitted trend before and after the change. Dashed line: the trend before, carried on. It says when, not why: other things may have changed at the same time.",
		"There is no band: the dots are the data of each period.",
	}, settingsFoot(in)...)
	return s
}

// segmentedUnit is what the values of such a chart are.
type segmentedUnit struct {
	sign   chart.Unit
	words  string
	scale  float64
	counts bool
}

// unitOfSegmented draws shares as per cents, rates per 1,000 and counts as they are.
func unitOfSegmented(a answer, family string) segmentedUnit {
	sized := false
	for i := range a.Rows {
		sized = sized || a.number(i, "den") != nil
	}
	switch {
	case !sized:
		return segmentedUnit{words: "Counts", scale: 1, counts: true}
	case strings.HasSuffix(family, "binomial"):
		return segmentedUnit{sign: chart.UnitPercent, words: "Per cent", scale: 100}
	}
	return segmentedUnit{words: "Events per 1,000", scale: 1000}
}

// of gives a value of the chart from a count and its size, nil where it is not defined.
func (u segmentedUnit) of(count, size *float64) *float64 {
	switch {
	case count == nil:
		return nil
	case u.counts:
		return count
	case size == nil || *size <= 0:
		return nil
	}
	v := *count / *size * u.scale
	return &v
}

// effectWords says how the last period compares with what it would have been.
func effectWords(terms answer) string {
	for i := range terms.Rows {
		if terms.text(i, "term") != "effect_at_last_period" {
			continue
		}
		effect, lower, upper := terms.number(i, "exp_estimate"), terms.number(i, "exp_lower"), terms.number(i, "exp_upper")
		if effect == nil || lower == nil || upper == nil {
			break
		}
		return fmt.Sprintf("At the last period %s times what the trend before would give (likely range %s to %s).",
			chart.Decimal(*effect, 2), chart.Decimal(*lower, 2), chart.Decimal(*upper, 2))
	}
	return "How the last period compares with the trend before cannot be worked out."
}

// withSetting gives the settings with one of them replaced.
func withSetting(settings map[string]string, name, value string) map[string]string {
	all := maps.Clone(settings)
	if all == nil {
		all = map[string]string{}
	}
	all[name] = value
	return all
}
