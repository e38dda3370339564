package tabular

import (
	"maps"
	"slices"

	"evidencepack/metrics/stat"
)

var (
	timeColumn  = Column{Name: "time", Holds: Numbers, Means: "Days from the start until it ended or was last seen."}
	eventColumn = Column{Name: "event", Holds: YesNo, Means: "1 where it ended then, 0 where it was still there or lost from sight."}
	entryColumn = Column{Name: "entry", Holds: Numbers, Optional: true, Means: "Days from the start until it was first watched; none is 0."}
	groupColumn = Column{Name: "group", Holds: Texts, Optional: true, Means: "One curve for each."}

	confSetting = Setting{Name: "conf", Default: string(stat.TransformLog),
		Choices: []string{string(stat.TransformLog), string(stat.TransformLogLog), string(stat.TransformPlain)},
		Means:   "The scale on which the likely range is worked out."}
)

// survivalMethods say how long things last.
var survivalMethods = []Method{
	{
		Name: "km", Title: "how long things last (Kaplan–Meier)",
		Means:    "For the share still in place after so many days, such as restrictions, with those that have not ended counted too.",
		Columns:  []Column{timeColumn, eventColumn, entryColumn, groupColumn},
		Settings: []Setting{confSetting},
		Run:      runCurve,
		Remarks:  remarkCurve,
	},
	{
		Name: "km_at", Title: "how much is still there on given days (Kaplan–Meier)",
		Means:   "For the share still in place, and the share ended, by given days.",
		Columns: []Column{timeColumn, eventColumn, entryColumn, groupColumn},
		Settings: []Setting{confSetting,
			{Name: "times", Default: "28|90|180|365", Means: "The days, with | between them."}},
		Run:     runCurveAt,
		Remarks: remarkCurve,
	},
	{
		Name: "logrank", Title: "whether things last equally long in all groups (log-rank)",
		Means: "For comparing how long things last in two or more groups.",
		Columns: []Column{timeColumn, eventColumn,
			{Name: "group", Holds: Texts, Means: "The groups that are compared."},
			{Name: "stratum", Holds: Texts, Optional: true, Means: "Things are only compared with those of the same stratum."}},
		Run: runLogRank,
	},
}

// allCurves names the group where there is no column of groups.
const allCurves = "all"

// spells reads the spells and, for each, its group.
func (in Input) spells() ([]stat.Spell, []string, error) {
	times, err := in.filled("time", notNegative)
	if err != nil {
		return nil, nil, err
	}
	ended, err := in.flags("event")
	if err != nil {
		return nil, nil, err
	}
	entries := make([]float64, len(times))
	if in.has("entry") {
		if entries, err = in.numbers("entry", notNegative); err != nil {
			return nil, nil, err
		}
	}
	groups, err := in.names("group")
	if err != nil {
		return nil, nil, err
	}
	spells := make([]stat.Spell, len(times))
	for i := range times {
		spells[i] = stat.Spell{Time: times[i], Ended: ended[i]}
		if entries[i] > 0 {
			spells[i].Entry = entries[i]
		}
		if spells[i].Entry > 0 && spells[i].Entry >= times[i] {
			return nil, nil, in.bad(i, "entry", "a number below the time in the same row")
		}
	}
	return spells, groups, nil
}

// names reads a column of names, none of them missing; where it is not there all
// rows have one name.
func (in Input) names(column string) ([]string, error) {
	if !in.has(column) {
		return slices.Repeat([]string{allCurves}, in.rows()), nil
	}
	names, err := in.texts(column)
	if err != nil {
		return nil, err
	}
	if at := slices.Index(names, ""); at >= 0 {
		return nil, in.bad(at, column, "a name; it is empty")
	}
	return names, nil
}

// namedCurve is the curve of one group.
type namedCurve struct {
	name string
	stat.Curve
}

// curves works out one curve for each group, in the order of their names. Their mean
// is taken up to the largest time of all groups.
func (in Input) curves() ([]namedCurve, error) {
	spells, groups, err := in.spells()
	if err != nil {
		return nil, err
	}
	byGroup := map[string][]stat.Spell{}
	horizon := 0.0
	for i, s := range spells {
		byGroup[groups[i]] = append(byGroup[groups[i]], s)
		horizon = max(horizon, s.Time)
	}
	var all []namedCurve
	for _, name := range slices.Sorted(maps.Keys(byGroup)) {
		curve, err := stat.KaplanMeier(byGroup[name], stat.Transform(in.setting("conf")), horizon)
		if err != nil {
			return nil, Refused{What: err.Error()}
		}
		all = append(all, namedCurve{name, curve})
	}
	return all, nil
}

func runCurve(in Input) (Table, error) {
	curves, err := in.curves()
	if err != nil {
		return Table{}, err
	}
	out := newTable("group", "time", "n_risk", "n_event", "n_censor", "surv", "std_err", "lower", "upper",
		"records", "events", "rmean", "se_rmean", "median", "median_lower", "median_upper")
	for _, c := range curves {
		for _, p := range c.Points {
			cells := []string{c.name, number(p.Time), whole(p.AtRisk), whole(p.Ended), whole(p.Censored), number(p.Survival), undefined(p.StdErr)}
			cells = append(cells, numbersOf(p.Lower, p.Upper)...)
			cells = append(cells, whole(c.Records), whole(c.Events))
			out.add(append(cells, numbersOf(c.RestrictedMean, c.RestrictedMeanSE, c.Median, c.MedianLower, c.MedianUpper)...)...)
		}
	}
	return *out, nil
}

func runCurveAt(in Input) (Table, error) {
	times, err := in.settingNumbers("times", notNegative)
	if err != nil {
		return Table{}, err
	}
	curves, err := in.curves()
	if err != nil {
		return Table{}, err
	}
	out := newTable("group", "time", "n_risk", "surv", "lower", "upper", "ended", "ended_lower", "ended_upper")
	for _, c := range curves {
		for _, time := range times {
			at := c.At(time)
			cells := []string{c.name, number(time), whole(at.AtRisk)}
			out.add(append(cells, numbersOf(at.Survival, at.Lower, at.Upper, at.Ended, at.EndedLower, at.EndedUpper)...)...)
		}
	}
	return *out, nil
}

// remarkCurve tells where late entries leave so few at first that one ending pulls
// the curve down for good.
func remarkCurve(in Input) []string {
	curves, err := in.curves()
	if err != nil {
		return nil
	}
	for _, c := range curves {
		for i, p := range c.Points {
			if p.Ended == 0 {
				continue
			}
			if p.AtRisk <= 2 && slices.ContainsFunc(c.Points[i:], func(later stat.CurvePoint) bool { return later.AtRisk > 2 }) {
				return []string{"At first only 1 or 2 were watched, and an ending then pulls the whole curve down. Look at n_risk."}
			}
		}
	}
	return nil
}

func runLogRank(in Input) (Table, error) {
	spells, groups, err := in.spells()
	if err != nil {
		return Table{}, err
	}
	strata, err := in.names("stratum")
	if err != nil {
		return Table{}, err
	}
	groupNumbers, names := numbered(groups)
	stratumNumbers, _ := numbered(strata)
	grouped := make([]stat.GroupedSpell, len(spells))
	for i, s := range spells {
		s.Entry = 0 // the method has no column of entries
		grouped[i] = stat.GroupedSpell{Spell: s, Group: groupNumbers[i], Stratum: stratumNumbers[i]}
	}
	test, err := stat.LogRank(grouped)
	if err != nil {
		return Table{}, Refused{What: err.Error()}
	}
	out := newTable("group", "n", "observed", "expected", "variance", "chisq", "df", "p")
	for i, g := range test.Groups {
		out.add(names[i], whole(g.Records), whole(g.Observed), number(g.Expected), number(g.Variance),
			undefined(test.ChiSquare), whole(test.Freedom), undefined(test.P))
	}
	return *out, nil
}

// numbered counts names from 0 in the order in which they first stand there.
func numbered(names []string) (numbers []int, each []string) {
	known := map[string]int{}
	for _, name := range names {
		if _, there := known[name]; !there {
			known[name] = len(each)
			each = append(each, name)
		}
		numbers = append(numbers, known[name])
	}
	return numbers, each
}
