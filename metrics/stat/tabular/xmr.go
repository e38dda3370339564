package tabular

import (
	"cmp"
	"errors"
	"math"
	"slices"
	"strconv"
	"strings"

	"evidencepack/metrics/stat"
)

// The names of the sets of rules as they are typed.
const (
	rulesOfPackage  = "package"
	rulesMakingData = "making_data_count"
)

// xmrMethods is the chart of "Making Data Count".
var xmrMethods = []Method{{
	Name: "xmr", Title: "control chart of single measures, with the rules of Making Data Count (XmR)",
	Means: "For one measure in each period, such as a monthly mean or rate.",
	Columns: []Column{
		{Name: "date", Holds: Places, Means: "First day of the period, or its number in order."},
		{Name: "value", Holds: Numbers, Means: "The measure, in any unit."},
		{Name: "facet", Means: "Home or service; each has a chart of its own.", Optional: true},
	},
	Settings: []Setting{
		{Name: "direction", Default: "increase", Choices: []string{"increase", "decrease", "neutral"},
			Means: "Which way is better."},
		{Name: "target", Means: "A target; one for each facet as Facet@value with | between them."},
		{Name: "rebase", Means: "Dates from which limits are worked out anew, with | between them; for one facet as Facet@date."},
		{Name: "fix", Means: "Limits from the first so many points of each group, 12 or more."},
		{Name: "rules", Default: rulesOfPackage, Choices: []string{rulesOfPackage, rulesMakingData},
			Means: "Which set of rules: that of the NHSRplotthedots package or that of the Making Data Count spreadsheet."},
		{Name: "screen", Means: "Leave out the very large moving ranges, TRUE or FALSE; the rules decide where this is not said."},
		{Name: "shift", Default: "7", Choices: []string{"6", "7"}, Means: "How many points on one side of the mean are a shift."},
		{Name: "trend", Default: "7", Choices: []string{"6", "7"}, Means: "How many points that rise, or fall, are a trend."},
	},
	Run:     runXmR,
	Remarks: remarkXmR,
}}

// xmrRow is one row of the input.
type xmrRow struct {
	facet string
	at    place
	value float64
	row   int
}

// xmrFrame is what the facets of one input have in common.
type xmrFrame struct {
	rules     stat.XmRRules
	fix       int
	direction string
	targets   byFacet
	rebases   byFacet
}

func runXmR(in Input) (Table, error) {
	f, err := xmrFrameOf(in)
	if err != nil {
		return Table{}, err
	}
	rows, err := xmrRows(in)
	if err != nil {
		return Table{}, err
	}
	out := newTable("facet", "date", "value", "rebase_group", "short_group_warning", "mean", "lpl", "upl",
		"lower_2s", "upper_2s", "mr", "mr_used", "amr_all", "amr_used", "outside_limits", "relative_to_mean",
		"close_to_limits", "special_cause_type", "special_cause_flag", "point_type", "target",
		"variation_type", "variation_icon", "assurance_type")
	for from, to := 0, 0; from < len(rows); from = to {
		for to < len(rows) && rows[to].facet == rows[from].facet {
			to++
		}
		if err := f.write(in, rows[from:to], out); err != nil {
			return Table{}, err
		}
	}
	return *out, nil
}

func xmrFrameOf(in Input) (f xmrFrame, err error) {
	f.rules = stat.PackageRules
	if in.setting("rules") == rulesMakingData {
		f.rules = stat.MakingDataCountRules
	}
	if in.setting("screen") != "" {
		if f.rules.Screen, err = in.settingYes("screen"); err != nil {
			return f, err
		}
	}
	f.rules.Shift, _ = strconv.Atoi(in.setting("shift"))
	f.rules.Trend, _ = strconv.Atoi(in.setting("trend"))
	if f.fix, err = in.settingWhole("fix"); err != nil {
		return f, err
	}
	f.direction = in.setting("direction")
	f.targets, f.rebases = in.settingByFacet("target"), in.settingByFacet("rebase")
	return f, nil
}

// xmrRows reads the rows, sorted by facet and date, of which no two may be the same.
func xmrRows(in Input) ([]xmrRow, error) {
	places, err := in.places("date")
	if err != nil {
		return nil, err
	}
	values, err := in.numbers("value", anyNumber)
	if err != nil {
		return nil, err
	}
	facets := slices.Repeat([]string{"no facet"}, len(places))
	if in.has("facet") {
		if facets, err = in.texts("facet"); err != nil {
			return nil, err
		}
	}
	rows := make([]xmrRow, len(places))
	for i := range rows {
		if facets[i] == "" {
			return nil, in.bad(i, "facet", "a name")
		}
		rows[i] = xmrRow{facets[i], places[i], values[i], i}
	}
	slices.SortStableFunc(rows, func(a, b xmrRow) int {
		return cmp.Or(strings.Compare(a.facet, b.facet), cmp.Compare(a.at.At, b.at.At))
	})
	for i := 1; i < len(rows); i++ {
		if rows[i].facet == rows[i-1].facet && rows[i].at.At == rows[i-1].at.At {
			return nil, Refused{Row: in.Table.Line(rows[i].row), What: "an earlier row of the same facet has the same date"}
		}
	}
	return rows, nil
}

// write works out one facet and writes its rows.
func (f xmrFrame) write(in Input, rows []xmrRow, out *Table) error {
	target, err := f.target(rows[0].facet)
	if err != nil {
		return err
	}
	starts, err := f.starts(rows)
	if err != nil {
		return err
	}
	values := make([]float64, len(rows))
	for i, r := range rows {
		values[i] = r.value
	}
	points, err := stat.XmR(values, stat.XmROptions{Fix: f.fix, Starts: starts, Rules: f.rules})
	if err != nil {
		return xmrRefusal(in, err, rows)
	}
	if f.rules.Name == stat.PackageRules.Name && stat.UnsureTrend(points, f.rules) {
		missing := slices.IndexFunc(rows, func(r xmrRow) bool { return math.IsNaN(r.value) })
		return Refused{Row: in.Table.Line(rows[missing].row),
			What: "a missing value leaves it open whether there is a trend",
			Why:  "Leave the row out, or use rules=" + rulesMakingData + "."}
	}
	// A rebase at the first point begins group 1, as in the package.
	first := 0
	if slices.Contains(starts, 0) {
		first = 1
	}
	last := f.facetWords(points[len(points)-1], target)
	for i, p := range points {
		cells := append(f.pointCells(p, first), number(target))
		out.add(append(append([]string{rows[i].facet, placeText(rows[i].at)}, cells...), last...)...)
	}
	return nil
}

func xmrRefusal(in Input, err error, rows []xmrRow) error {
	var at *stat.SubgroupError
	switch {
	case errors.Is(err, stat.ErrFix):
		return BadSetting{Name: "fix", Expected: "a whole number of 12 or more"}
	case errors.As(err, &at):
		return Refused{Row: in.Table.Line(rows[at.Subgroup-1].row), What: at.Err.Error()}
	}
	return Refused{What: err.Error()}
}

// target gives the target of a facet, NaN where it has none.
func (f xmrFrame) target(facet string) (float64, error) {
	entries := f.targets.facet(facet)
	if len(entries) == 0 {
		return math.NaN(), nil
	}
	v, ok := parseNumber(entries[len(entries)-1])
	if !ok || len(f.targets.all) > 1 {
		return 0, BadSetting{Name: "target", Expected: "a number, or one for each facet as Facet@value with | between them"}
	}
	return v, nil
}

// starts gives the places of the rows whose date is a rebase date of their facet.
func (f xmrFrame) starts(rows []xmrRow) ([]int, error) {
	var starts []int
	for _, entry := range f.rebases.facet(rows[0].facet) {
		at, _, ok := parsePlace(entry)
		if !ok {
			return nil, BadSetting{Name: "rebase", Expected: "a date such as 2026-04-01, or several with | between them"}
		}
		if i := slices.IndexFunc(rows, func(r xmrRow) bool { return r.at.At == at }); i >= 0 {
			starts = append(starts, i)
		}
	}
	return starts, nil
}
