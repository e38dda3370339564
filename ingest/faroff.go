package ingest

import (
	"slices"

	"evidencepack/ingest/record"
)

// A few events that stand alone far before or after all others have a mistyped
// year. They would stretch the months of the data, so their rows are set aside.
// With many events half a year alone is far; with few it takes three years.
const (
	manyEvents = 200
	farDays    = 180
	farAmong   = 1096 // days, where there are few events
	fewOfMany  = 200  // one in so many rows may stand alone
	fewAlone   = 2    // rows, where there are few events
)

// believable gives the span of dates in which events can be believed.
func believable(rows []*pending) record.Span {
	var days []record.Date
	for _, p := range rows {
		if on := p.rec.Where().On; p.rec.Kind().IsEvent() && on != 0 {
			days = append(days, on)
		}
	}
	if len(days) == 0 {
		return record.Span{}
	}
	slices.Sort(days)
	far, alone := record.Date(farAmong), fewAlone
	if len(days) >= manyEvents {
		far, alone = farDays, max(1, len(days)/fewOfMany)
	}
	first, last := 0, len(days)-1
	for i := 1; i <= alone && i < len(days); i++ {
		if days[i]-days[i-1] > far {
			first = i
		}
		if at := len(days) - i; days[at]-days[at-1] > far {
			last = at - 1
		}
	}
	if first > last { // nothing but loners: then none of them is one
		return record.Span{From: days[0], To: days[len(days)-1]}
	}
	return record.Span{From: days[first], To: days[last]}
}
