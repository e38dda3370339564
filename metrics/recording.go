package metrics

import "evidencepack/ingest/record"

var dq04 = careRate(Def{
	ID:              "DQ-04",
	Title:           "Care notes written",
	Means:           "How many care notes staff wrote for every 1,000 days of support, so that fewer incidents or refusals cannot come from writing less.",
	Numerator:       "care notes of any kind",
	Denominator:     "care days: the days on which each person was supported",
	NounNumerator:   "care notes",
	NounDenominator: "care days",
	Unit:            Per1000CareDays, Better: Neither, Grain: GrainMonth, MinDenominator: 10,
	Partners: []string{"REF-09", "INC-01"},
	Needs:    []record.Kind{record.KindCareTask, record.KindPlacement},
	Since:    since, Source: "our own check of recording",
	WhyItMatters: "Where staff write down less, everything that is counted falls.",
}, func(*record.CareTask) bool { return true })

// RegisterQuiet tells since which day nothing was dated in the register of
// restrictions of a scope, up to a day: the last start or end on or before it.
// It is 0 where the register has no such date.
func (t *Table) RegisterQuiet(scope Scope, to record.Date) record.Date {
	i := t.find(res03)
	if i < 0 {
		return 0
	}
	last := record.Date(0)
	for _, r := range t.whole(i, scope).(*kept[*record.Restriction]).records {
		if !scope.covers(&r.Head) {
			continue
		}
		for _, day := range []record.Date{r.StartOn, r.EndOn} {
			if day <= to {
				last = max(last, day)
			}
		}
	}
	return last
}
