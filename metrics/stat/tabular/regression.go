package tabular

import (
	"fmt"
	"math"
	"slices"

	"evidencepack/metrics/stat"
)

// regressionMethods say what changed at a known date.
var regressionMethods = []Method{{
	Name: "its", Title: "trend with a change at a known period (segmented regression)",
	Means: "For a rate or share over at least a dozen periods on each side of a known change: the jump, and the change of slope.",
	Columns: []Column{
		{Name: "t", Holds: Numbers, Means: "The number of the period in the calendar: 1, 2 and so on; one that is not there leaves a gap."},
		{Name: "num", Holds: Numbers, Means: "Number of events; a row without one is left out."},
		{Name: "den", Holds: Numbers, Optional: true, Means: "Exposure, or what the events are out of; a row without one, or with 0, is left out. No column at all means plain counts."},
	},
	Settings: []Setting{
		{Name: "t0", Means: "The first period after the change. It must be given."},
		{Name: "family", Default: string(stat.FamilyQuasiPoisson), Means: "How counts spread: poisson for rates and counts, binomial for shares; quasi takes the spread from the data.",
			Choices: []string{string(stat.FamilyQuasiPoisson), string(stat.FamilyPoisson), string(stat.FamilyQuasiBinomial), string(stat.FamilyBinomial)}},
		{Name: "harmonics", Default: "0", Means: "Pairs of waves within a year of 12 periods, 0 to 6."},
		{Name: "output", Default: "coefficients", Choices: []string{"coefficients", "fitted"}, Means: "The terms of the trend, or the events that it expects in each period."},
	},
	Run:     runSegmented,
	Remarks: remarkSegmented,
}}

func segmentedOptions(in Input) (stat.SegmentedOptions, error) {
	o := stat.SegmentedOptions{Family: stat.Family(in.setting("family")), Counts: !in.has("den")}
	change, err := in.settingNumber("t0", anyWhole)
	if err != nil {
		return o, err
	}
	if change == nil {
		return o, BadSetting{Name: "t0", Expected: "the number of the first period after the change"}
	}
	o.Change = *change
	waves, err := in.settingNumber("harmonics", rule{"a whole number from 0 to 6", func(v float64) bool { return isWhole(v) && v >= 0 && v <= 6 }})
	if err != nil {
		return o, err
	}
	if waves != nil {
		o.Harmonics = int(*waves)
	}
	if o.Counts && (o.Family == stat.FamilyBinomial || o.Family == stat.FamilyQuasiBinomial) {
		return o, NoColumn{Column: "den"}
	}
	return o, nil
}

func segmentedPoints(in Input, o stat.SegmentedOptions) ([]stat.SegmentedPoint, error) {
	periods, err := in.filled("t", anyWhole)
	if err != nil {
		return nil, err
	}
	nums, err := in.numbers("num", notNegative)
	if err != nil {
		return nil, err
	}
	dens := slices.Repeat([]float64{math.NaN()}, len(nums))
	if in.has("den") {
		if dens, err = in.numbers("den", notNegative); err != nil {
			return nil, err
		}
	}
	share := o.Family == stat.FamilyBinomial || o.Family == stat.FamilyQuasiBinomial
	seen := map[float64]bool{}
	points := make([]stat.SegmentedPoint, len(nums))
	for i := range nums {
		points[i] = stat.SegmentedPoint{T: periods[i], Num: nums[i], Den: dens[i]}
		switch {
		case seen[periods[i]]:
			return nil, Refused{Row: in.Table.Line(i), What: "an earlier row has the same t"}
		case share && dens[i] > 0 && nums[i] > dens[i]:
			return nil, in.bad(i, "num", "a number not above den in the same row")
		}
		seen[periods[i]] = true
	}
	return points, nil
}

func fitSegmented(in Input) (stat.Segmented, stat.SegmentedOptions, error) {
	o, err := segmentedOptions(in)
	if err != nil {
		return stat.Segmented{}, o, err
	}
	points, err := segmentedPoints(in, o)
	if err != nil {
		return stat.Segmented{}, o, err
	}
	s, err := stat.FitSegmented(points, o)
	if err != nil {
		return stat.Segmented{}, o, Refused{What: err.Error()}
	}
	return s, o, nil
}

func runSegmented(in Input) (Table, error) {
	s, o, err := fitSegmented(in)
	if err != nil {
		return Table{}, err
	}
	if in.setting("output") == "fitted" {
		return fittedTable(s), nil
	}
	out := newTable("term", "estimate", "std_err", "stat", "p", "lower", "upper", "exp_estimate", "exp_lower", "exp_upper",
		"family", "n_used", "df_residual", "dispersion", "deviance", "null_deviance", "converged", "resid_acf1")
	for _, t := range segmentedTerms(s) {
		write := undefined
		if t.Left {
			write = number
		}
		cells := []string{t.Name}
		for _, v := range []float64{t.Estimate, t.StdErr, t.Stat, t.P, t.Lower, t.Upper, t.Times, t.TimesLower, t.TimesUpper} {
			cells = append(cells, write(v))
		}
		// A fit that does not settle is refused, so each one that stands here has.
		out.add(append(cells, string(o.Family), whole(s.Used), whole(s.Freedom), undefined(s.Dispersion),
			number(s.Deviance), number(s.NullDeviance), flag(true), number(s.Autocorrelation))...)
	}
	return *out, nil
}

// segmentedTerms gives the terms, and what follows from them where there is a change of slope.
func segmentedTerms(s stat.Segmented) []stat.Term {
	terms := slices.Clone(s.Terms)
	for _, t := range []*stat.Term{s.PostSlope, s.Effect} {
		if t != nil {
			terms = append(terms, *t)
		}
	}
	return terms
}

func fittedTable(s stat.Segmented) Table {
	out := newTable("t", "num", "den", "fitted", "counterfactual", "pearson_resid")
	for _, p := range s.Points {
		out.add(numbersOf(p.T, p.Num, p.Den, p.Fitted, p.Counterfactual, p.Residual)...)
	}
	return *out
}

// highAutocorrelation is from where neighbouring periods hang together too much for
// the ranges to be trusted.
const highAutocorrelation = 0.3

// remarkSegmented tells what the trend does not say.
func remarkSegmented(in Input) []string {
	s, _, err := fitSegmented(in)
	if err != nil {
		return nil
	}
	var said []string
	if left := in.rows() - s.Used; left > 0 {
		said = append(said, fmt.Sprintf("Rows left out for want of num, or of a den above 0: %d.", left))
	}
	for _, t := range s.Terms {
		switch {
		case t.Left:
			said = append(said, fmt.Sprintf("There are too few periods to tell %s.", t.Name))
		case t.Endless:
			said = append(said, fmt.Sprintf("%s has no finite value: on one side of the change nothing, or everything, is an event.", t.Name))
		}
	}
	if s.Autocorrelation > highAutocorrelation {
		said = append(said, fmt.Sprintf("Neighbouring periods are alike (autocorrelation %.2f), so the likely ranges are too narrow.", s.Autocorrelation))
	}
	return said
}
