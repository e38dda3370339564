package metrics

import "evidencepack/ingest/record"

// Gap is a complete month without any row of a kind of export that has rows
// before and after it: most likely a file that was not exported.
type Gap struct {
	Month record.Month
	Kind  record.Kind
}

// Gaps lists the missing months, by kind and month. Kinds of which a month
// without any row is nothing unusual, such as incidents, are left out.
func (t *Table) Gaps() []Gap {
	var gaps []Gap
	months := t.Months()
	for _, kind := range record.Kinds {
		if !daily(kind) {
			continue
		}
		first, last := -1, -1
		for i, m := range months {
			if t.monthRows(kind, m) > 0 {
				if first < 0 {
					first = i
				}
				last = i
			}
		}
		for i := first; i >= 0 && i <= last; i++ {
			if t.monthRows(kind, months[i]) == 0 {
				gaps = append(gaps, Gap{months[i], kind})
			}
		}
	}
	return gaps
}

func (t *Table) monthRows(kind record.Kind, m record.Month) int {
	return t.Rows(kind, record.Span{From: m.First(), To: m.Last()})
}

// daily tells whether staff write rows of the kind nearly every day.
func daily(kind record.Kind) bool {
	switch kind {
	case record.KindCareTask, record.KindMedAdmin, record.KindVisit, record.KindStepRecord, record.KindRating, record.KindAttendance:
		return true
	}
	return false
}
