package kpi

import (
	"fmt"
	"slices"
	"strings"

	"evidencepack/ingest/record"
)

// Period is how long a time the figure of a KPI is for.
type Period string

// The periods. Half years and years are those of council contracts: they end with
// September and March, and with March.
const (
	PeriodMonth    Period = "month"
	PeriodQuarter  Period = "quarter"
	PeriodHalfYear Period = "half_year"
	PeriodYear     Period = "year"
	PeriodContract Period = "contract" // the period of the pack
	PeriodRolling  Period = "rolling_12_months"
)

// Periods are all of them, in the order of their length.
var Periods = []Period{PeriodMonth, PeriodQuarter, PeriodHalfYear, PeriodYear, PeriodRolling, PeriodContract}

// parsePeriod reads a period; blank is the period of the pack.
func parsePeriod(text string) (Period, bool) {
	p := Period(strings.NewReplacer(" ", "_", "-", "_").Replace(strings.ToLower(text)))
	if p == "" {
		return PeriodContract, true
	}
	return p, slices.Contains(Periods, p)
}

// months gives the length of a period and the last month of a year in which it may
// end: 3 is every third month.
func (p Period) months() (length, every int) {
	switch p {
	case PeriodMonth:
		return 1, 1
	case PeriodQuarter:
		return 3, 3
	case PeriodHalfYear:
		return 6, 6
	case PeriodYear:
		return 12, 12
	}
	return 12, 1
}

// span finds the latest complete period in the complete months of the data, which
// follow one another, that ends with the pack's period or before. It is false, with
// the reason, where there is none.
func (p Period) span(complete []record.Month, pack record.Span) (record.Span, string, bool) {
	if p == PeriodContract {
		return pack, "", true
	}
	length, every := p.months()
	for i := len(complete) - 1; i-length+1 >= 0; i-- {
		last := complete[i]
		_, month, _ := last.First().Parts()
		if last.Last() > pack.To || (month+9)%every != 0 { // counted from March, in which all of them may end
			continue
		}
		return record.Span{From: complete[i-length+1].First(), To: last.Last()}, "", true
	}
	return record.Span{}, fmt.Sprintf("The exports hold no complete %s up to the end of the period.", p.words()), false
}

// words name a period in a sentence.
func (p Period) words() string {
	switch p {
	case PeriodHalfYear:
		return "half year (April to September, or October to March)"
	case PeriodYear:
		return "year (April to March)"
	case PeriodRolling:
		return "twelve months"
	}
	return string(p)
}
