package metrics

import "evidencepack/ingest/record"

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
