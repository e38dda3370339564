package tabular

import (
	"errors"
	"slices"

	"evidencepack/metrics/stat"
)

// controlMethods are the control charts of the qicharts2 package, with its names.
var controlMethods = []Method{
	controlMethod(stat.RunChart, "run chart: the median, and runs about it",
		"For any measure over time, above all where there are fewer than 12 points: too few for limits."),
	controlMethod(stat.IChart, "control chart of single measures (I)",
		"For one measure in each period, such as a mean score."),
	controlMethod(stat.MRChart, "control chart of moving ranges (MR)",
		"For how far each measure is from the one before it. Read it beside the I chart."),
	controlMethod(stat.IPrimeChart, "control chart of measures with a size (I′)",
		"For a measure that rests on a different number of things in each period."),
	controlMethod(stat.PChart, "control chart of shares (p)",
		"For events out of a number, such as refusals out of offers."),
	controlMethod(stat.PPrimeChart, "control chart of shares, allowing for extra spread (p′)",
		"For events out of a large number, such as refusals out of offers, where p limits are too narrow."),
	controlMethod(stat.UChart, "control chart of rates (u)",
		"For events in an exposure, such as incidents in care days."),
	controlMethod(stat.UPrimeChart, "control chart of rates, allowing for extra spread (u′)",
		"For events in a large exposure, such as incidents in care days, where u limits are too narrow."),
	controlMethod(stat.CChart, "control chart of counts (c)",
		"For events in periods of about the same exposure."),
	controlMethod(stat.GChart, "control chart of what lies between rare events (g)",
		"For the number of chances between two events, such as visits between two medication errors."),
	controlMethod(stat.TChart, "control chart of times between rare events (t)",
		"For the days between two events, such as serious incidents."),
	{
		Name: "anhoej_limits", Title: "limits of the runs analysis",
		Means: "For looking up the longest run and the fewest crossings that a number of points may show by chance.",
		Columns: []Column{{Name: "n_useful", Holds: Numbers,
			Means: "Number of points that are not on the centre line."}},
		Run: runAnhojLimits,
	},
}

// controlAsks is what a kind of chart reads.
type controlAsks struct {
	yMeans, nMeans string
	y              rule
	sized, screens bool
	averages       bool // rows of one x are averaged, unless agg says otherwise
}

func asksOf(kind stat.ControlKind) controlAsks {
	switch kind {
	case stat.PChart, stat.PPrimeChart:
		return controlAsks{yMeans: "Number of events.", nMeans: "Number that the events are out of.",
			y: notNegative, sized: true, screens: kind == stat.PPrimeChart}
	case stat.UChart, stat.UPrimeChart:
		return controlAsks{yMeans: "Number of events.", nMeans: "Exposure, such as care days or care hours.",
			y: notNegative, sized: true, screens: kind == stat.UPrimeChart}
	case stat.IPrimeChart:
		return controlAsks{yMeans: "Sum of the measure.", nMeans: "Number that the sum is over.",
			y: anyNumber, sized: true, screens: true}
	case stat.CChart:
		return controlAsks{yMeans: "Number of events.", y: notNegative}
	case stat.GChart:
		return controlAsks{yMeans: "Number of chances between two events.", y: notNegative, averages: true}
	case stat.TChart:
		return controlAsks{yMeans: "Time between two events, in days, above 0.", y: aboveZero, screens: true, averages: true}
	default:
		return controlAsks{yMeans: "The measure.", y: anyNumber, screens: kind == stat.IChart, averages: true}
	}
}

func controlMethod(kind stat.ControlKind, title, means string) Method {
	asks := asksOf(kind)
	m := Method{Name: string(kind), Title: title, Means: means,
		Columns: []Column{
			{Name: "x", Holds: Places, Means: "First day of the period, or its number in order; rows with the same x are put together."},
			{Name: "y", Holds: Numbers, Means: asks.yMeans},
		},
		Settings: []Setting{
			{Name: "freeze", Means: "The lines rest on the first so many points."},
			{Name: "part", Means: "New lines begin after these points, with | between them; overrides freeze."},
			{Name: "exclude", Means: "Points left out of the lines and of the runs but still drawn, with | between them."},
			{Name: "cl", Means: "A centre line to use in place of the one worked out, before multiply."},
			{Name: "target", Means: "A target to draw; it changes no number."},
			{Name: "multiply", Means: "What all values and lines are multiplied by, such as 100 for percent.", Default: "1"},
		},
		Run:     func(in Input) (Table, error) { return runControl(in, kind) },
		Remarks: func(in Input) []string { return remarkControl(in, asks) },
	}
	if asks.sized {
		m.Columns = append(m.Columns, Column{Name: "n", Holds: Numbers, Means: asks.nMeans})
	}
	if asks.averages {
		m.Settings = append(m.Settings, Setting{Name: "agg", Default: "mean", Choices: []string{"mean", "median", "sum"},
			Means: "How rows with the same x are put together."})
	}
	if asks.screens {
		m.Settings = append(m.Settings, Setting{Name: "screen", Default: "TRUE",
			Means: "Leave out the very large moving ranges from the spread."})
	}
	m.Settings = append(m.Settings, Setting{Name: "strict", Default: "FALSE",
		Means: "Refuse counts that are not whole, and events where the number they are out of is 0."})
	return m
}

// runControl works out a chart and writes it as the reference does.
func runControl(in Input, kind stat.ControlKind) (Table, error) {
	asks := asksOf(kind)
	if _, err := in.settingNumber("target", anyNumber); err != nil {
		return Table{}, err
	}
	times, err := in.settingNumber("multiply", aboveZero)
	if err != nil {
		return Table{}, err
	}
	o, err := controlOptions(in, asks)
	if err != nil {
		return Table{}, err
	}
	groups, err := subgroups(in, asks)
	if err != nil {
		return Table{}, err
	}
	values := make([]stat.Subgroup, len(groups))
	for i, g := range groups {
		values[i] = g.Subgroup
	}
	points, err := stat.Control(kind, values, o)
	if err != nil {
		return Table{}, controlRefusal(in, err, groups)
	}
	factor := 1.0
	if times != nil {
		factor = *times
	}
	return controlTable(groups, points, factor, asks.sized), nil
}

func controlOptions(in Input, asks controlAsks) (o stat.ControlOptions, err error) {
	if o.Freeze, err = in.settingWhole("freeze"); err != nil {
		return o, err
	}
	if o.Parts, err = in.settingWholes("part"); err != nil {
		return o, err
	}
	if o.Exclude, err = in.settingWholes("exclude"); err != nil {
		return o, err
	}
	if o.Centre, err = in.settingNumber("cl", anyNumber); err != nil {
		return o, err
	}
	if o.Strict, err = in.settingYes("strict"); err != nil {
		return o, err
	}
	if asks.screens {
		screen, err := in.settingYes("screen")
		if err != nil {
			return o, err
		}
		o.NoScreen = !screen
	}
	return o, nil
}

// controlRefusal says which setting or row a chart cannot be worked out with.
func controlRefusal(in Input, err error, groups []subgroup) error {
	switch {
	case errors.Is(err, stat.ErrFreeze):
		return BadSetting{Name: "freeze", Expected: "at most the number of points that there are"}
	case errors.Is(err, stat.ErrPart):
		return BadSetting{Name: "part", Expected: "points that have another after them"}
	case errors.Is(err, stat.ErrExclude):
		return BadSetting{Name: "exclude", Expected: "points that are there"}
	case errors.Is(err, stat.ErrCentre):
		return BadSetting{Name: "cl", Expected: "a centre line that is possible on this chart"}
	}
	var at *stat.SubgroupError
	if errors.As(err, &at) {
		return Refused{Row: in.Table.Line(groups[at.Subgroup-1].row), What: at.Err.Error()}
	}
	return Refused{What: err.Error()}
}

func controlTable(groups []subgroup, points []stat.ControlPoint, factor float64, sized bool) Table {
	out := newTable("x", "y", "y_sum", "n", "part", "baseline", "include", "cl", "lcl", "ucl", "lcl_95", "ucl_95",
		"sigma_signal", "runs_signal", "n_obs", "n_useful", "longest_run", "longest_run_max", "n_crossings", "n_crossings_min")
	for i, p := range points {
		value := number(p.Value * factor)
		if sized {
			value = undefined(p.Value * factor) // nothing out of nothing
		}
		row := []string{groups[i].x, value, number(groups[i].sum), number(groups[i].size),
			whole(p.Part), flag(p.Baseline), flag(p.Included), undefined(p.Centre * factor)}
		for _, line := range []float64{p.Lower, p.Upper, p.Lower95, p.Upper95} {
			row = append(row, number(line*factor))
		}
		row = append(row, flag(p.Outside), flag(p.Runs.Signal), whole(p.Runs.Observed), whole(p.Runs.Useful))
		for _, n := range []int{p.Runs.Longest, p.Runs.LongestMax, p.Runs.Crossings, p.Runs.CrossingsMin} {
			if p.Runs.Useful == 0 {
				row = append(row, missing)
				continue
			}
			row = append(row, whole(n))
		}
		out.add(row...)
	}
	return *out
}

func runAnhojLimits(in Input) (Table, error) {
	useful, err := in.filled("n_useful", wholeFromOne)
	if err != nil {
		return Table{}, err
	}
	out := newTable("n_useful", "longest_run_max", "n_crossings_min")
	for _, n := range useful {
		longest, crossings := stat.AnhojLimits(int(n))
		out.add(number(n), whole(longest), whole(crossings))
	}
	return *out, nil
}

// remarkControl tells of events whose number to be out of is 0, and of settings that
// do nothing or leave nothing.
func remarkControl(in Input, asks controlAsks) []string {
	groups, err := subgroups(in, controlAsks{sized: asks.sized, y: anyNumber})
	if err != nil {
		return nil
	}
	var said []string
	if asks.sized && slices.ContainsFunc(groups, func(g subgroup) bool { return g.N == 0 && g.Y > 0 }) {
		said = append(said, "There are events where n is 0. That is a fault in the data: they are not drawn but raise the centre line. With strict=TRUE they are refused.")
	}
	freeze, _ := in.settingWhole("freeze")
	parts, _ := in.settingWholes("part")
	if freeze > 0 && len(parts) > 0 {
		said = append(said, "The setting part overrides freeze, so freeze does nothing.")
	}
	if out, _ := in.settingWholes("exclude"); len(slices.Compact(slices.Sorted(slices.Values(out)))) >= len(groups) && len(groups) > 0 {
		said = append(said, "The setting exclude leaves out every point, so there is nothing to work out the lines from.")
	}
	return said
}
