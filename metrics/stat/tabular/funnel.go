package tabular

import (
	"maps"
	"math"
	"slices"

	"evidencepack/metrics/stat"
)

// funnelMethods put services side by side.
var funnelMethods = []Method{
	{
		Name: "funnel", Title: "funnel plot of services side by side",
		Means: "For comparing services of different size: limits are wider where a service is small.",
		Columns: []Column{
			{Name: "group", Holds: Texts, Means: "The service; rows of one service are added up."},
			{Name: "num", Holds: Numbers, Means: "Number of events; observed events where the type is SR."},
			{Name: "den", Holds: Numbers, Means: "Number that the events are out of; expected events where the type is SR."},
		},
		Settings: []Setting{
			{Name: "type", Default: "PR", Choices: []string{"PR", "SR", "RC"},
				Means: "PR for shares, SR for observed beside expected events, RC for a ratio of two counts of like size."},
			{Name: "sr_method", Default: "CQC", Choices: []string{"CQC", "SHMI"},
				Means: "The scale where the type is SR: square root (CQC) or log (SHMI)."},
			{Name: "adjusted", Default: "TRUE", Means: "Widen the limits for the spread between services that chance does not explain."},
			{Name: "multiplier", Default: "1", Means: "What the limits are multiplied by, such as 100 for percent."},
			{Name: "limit", Default: "99", Choices: []string{"95", "99"}, Means: "Which limits make a service an outlier: 95%, or the 99.8% lines (99)."},
			{Name: "repair", Default: "package", Choices: []string{"package", "exact"},
				Means: "How limits of small services are ended at 0 and 1 where the type is PR: on a grid as the FunnelPlotR package does, or exactly."},
		},
		Run:     runFunnel,
		Remarks: remarkFunnel,
	},
	{
		Name: "funnel_phe", Title: "services beside their average, as Fingertips marks them",
		Means: "For marking services above or below the average, as the public health profiles of England do.",
		Columns: []Column{
			{Name: "group", Holds: Texts, Means: "The service."},
			{Name: "num", Holds: Numbers, Means: "Number of events."},
			{Name: "den", Holds: Numbers, Means: "Number that the events are out of, or exposure."},
		},
		Settings: []Setting{
			{Name: "statistic", Default: "proportion", Choices: []string{"proportion", "rate"}, Means: "Whether num ÷ den is a share or a rate."},
			{Name: "multiplier", Default: "1", Means: "What values and lines are multiplied by, such as 100 for percent."},
		},
		Run: runFingertips,
	},
}

// funnelRows reads the rows, in their order.
func funnelRows(in Input) (names []string, groups []stat.FunnelGroup, err error) {
	names, err = in.texts("group")
	if err != nil {
		return nil, nil, err
	}
	nums, err := in.filled("num", notNegative)
	if err != nil {
		return nil, nil, err
	}
	dens, err := in.filled("den", notNegative)
	if err != nil {
		return nil, nil, err
	}
	for i := range names {
		if names[i] == "" {
			return nil, nil, in.bad(i, "group", "the name of a service; it is empty")
		}
		groups = append(groups, stat.FunnelGroup{Num: nums[i], Den: dens[i]})
	}
	return names, groups, nil
}

// addUp puts the rows of one service together, in the order of the names.
func addUp(names []string, rows []stat.FunnelGroup) ([]string, []stat.FunnelGroup) {
	nums, dens := map[string][]float64{}, map[string][]float64{}
	for i, name := range names {
		nums[name] = append(nums[name], rows[i].Num)
		dens[name] = append(dens[name], rows[i].Den)
	}
	sorted := slices.Sorted(maps.Keys(nums))
	var groups []stat.FunnelGroup
	for _, name := range sorted {
		groups = append(groups, stat.FunnelGroup{Num: stat.Sum(nums[name]), Den: stat.Sum(dens[name])})
	}
	return sorted, groups
}

func funnelOptions(in Input) (o stat.FunnelOptions, err error) {
	switch in.setting("type") + " " + in.setting("sr_method") {
	case "SR CQC":
		o.Kind = stat.FunnelCQC
	case "SR SHMI":
		o.Kind = stat.FunnelSHMI
	case "RC CQC", "RC SHMI":
		o.Kind = stat.FunnelCounts
	}
	o.PackageRepair = in.setting("repair") == "package"
	o.Adjusted, err = in.settingYes("adjusted")
	return o, err
}

func runFunnel(in Input) (Table, error) {
	o, err := funnelOptions(in)
	if err != nil {
		return Table{}, err
	}
	times, err := in.multiplier()
	if err != nil {
		return Table{}, err
	}
	names, groups, err := funnelRows(in)
	if err != nil {
		return Table{}, err
	}
	names, groups = addUp(names, groups)
	f, err := stat.NewFunnel(groups, o)
	if err != nil {
		return Table{}, Refused{What: err.Error()}
	}
	out := newTable("group", "num", "den", "rr", "y_transformed", "target_transformed", "u_zscore", "w_zscore", "phi", "tau2",
		"lcl95", "ucl95", "lcl998", "ucl998", "od_lcl95", "od_ucl95", "od_lcl998", "od_ucl998", "outlier")
	for i, p := range f.Points {
		cells := []string{names[i], number(groups[i].Num), number(p.Den)}
		cells = append(cells, undefined(p.Value), undefined(p.Transformed), number(p.TransformedTarget), undefined(p.Z), number(p.Winsorised),
			number(f.Phi), undefined(f.Tau2))
		cells = append(cells, limitCells(p.Plain, times)...)
		cells = append(cells, limitCells(p.Adjusted, times)...)
		out.add(append(cells, outlierCell(p, o, in.setting("limit")))...)
	}
	return *out, nil
}

func limitCells(l stat.FunnelLimits, times float64) []string {
	return numbersOf(l.Lower95*times, l.Upper95*times, l.Lower998*times, l.Upper998*times)
}

// outlierCell is NA where there are no limits to be beyond of.
func outlierCell(p stat.FunnelPoint, o stat.FunnelOptions, limit string) string {
	inUse, outside := p.Plain, p.Outside998
	if o.Adjusted {
		inUse = p.Adjusted
	}
	if limit == "95" {
		outside = p.Outside95
	}
	switch {
	case math.IsNaN(inUse.Lower95):
		return missing
	case outside:
		return "1"
	}
	return "0"
}

// remarkFunnel tells where a funnel is easily misread.
func remarkFunnel(in Input) []string {
	names, rows, err := funnelRows(in)
	if err != nil {
		return nil
	}
	names, _ = addUp(names, rows)
	var said []string
	if in.setting("type") == "RC" {
		said = append(said, "A ratio of counts (RC) is for two counts of like size. For events in care days use type=SR, with the events expected in those days as den.")
	}
	if adjusted, err := in.settingYes("adjusted"); err == nil && adjusted && len(names) == 1 {
		said = append(said, "One service shows no spread between services, so it has no adjusted limits; adjusted=FALSE gives the others.")
	}
	return said
}

// beyondWords are the words of the PHEindicatormethods package.
var beyondWords = map[stat.Beyond]string{
	stat.Within: "Not significant", stat.Below998: "Low (0.001)", stat.Above998: "High (0.001)",
	stat.Below95: "Low (0.025)", stat.Above95: "High (0.025)",
}

func runFingertips(in Input) (Table, error) {
	times, err := in.multiplier()
	if err != nil {
		return Table{}, err
	}
	names, groups, err := funnelRows(in)
	if err != nil {
		return Table{}, err
	}
	share := in.setting("statistic") == "proportion"
	average, points, err := stat.Fingertips(groups, share)
	if err != nil {
		return Table{}, Refused{What: err.Error()}
	}
	out := newTable("group", "num", "den", "value", "average")
	if share {
		out.Head = append(out.Head, "lower_2s", "upper_2s", "lower_3s", "upper_3s")
	}
	out.Head = append(out.Head, "significance")
	for i, p := range points {
		cells := append([]string{names[i]}, numbersOf(groups[i].Num, groups[i].Den, p.Value*times, average*times)...)
		if share {
			cells = append(cells, limitCells(p.Lines, times)...)
		}
		out.add(append(cells, beyondWords[p.Beyond])...)
	}
	return *out, nil
}
