package metrics

import "evidencepack/ingest/record"

var dq04 = careRate(Def{
	ID:              "DQ-04",
	AddsUp:          Sums{Denominator: overDays("care days"), People: active("people taken on", "people gone")},
	Title:           "Care notes written",
	Means:           "How many care notes staff wrote for every 1,000 days of support, so that fewer incidents or refusals cannot come from writing less.",
	Numerator:       "care notes of any kind",
	Denominator:     "care days: the days on which each person was supported",
	NounNumerator:   "care notes",
	NounDenominator: "care days",
	Unit:            Per1000CareDays, Better: Neither, Grain: GrainMonth, MinDenominator: 10,
	Role:     RoleNotes,
	Partners: []string{"REF-09", "INC-01"},
	Needs:    []record.Kind{record.KindCareTask, record.KindPlacement},
	Since:    since, Source: "our own check of recording",
	WhyItMatters: "Where staff write down less, everything that is counted falls.",
}, func(*record.CareTask) bool { return true })
