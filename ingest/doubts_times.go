package ingest

import "evidencepack/ingest/record"

// What is exactly at midnight in more than one row of five was not timed: by
// chance it would be one in 1,440. Of fewer than twenty rows nothing is said.
const (
	midnightOneIn = 5
	midnightRows  = 20
)

// midnight finds kinds of events whose time is often exactly 00:00. Doses and
// visits are planned for a time, so midnight is a time like any other there.
func (e *Exports) midnight() {
	timed, zero := make(map[record.Kind]int), make(map[record.Kind]int)
	for _, r := range e.records {
		kind := r.Kind()
		if !kind.IsEvent() || kind == record.KindMedAdmin || kind == record.KindVisit || r.Where().At == record.NoClock {
			continue
		}
		timed[kind]++
		if r.Where().At == 0 {
			zero[kind]++
		}
	}
	for _, kind := range record.Kinds {
		if n := zero[kind]; timed[kind] >= midnightRows && n*midnightOneIn > timed[kind] {
			e.doubt(codeMidnight, record.SeverityNote, kind, record.Ref{}, outOf(n, timed[kind])+" of "+called(kind), n)
		}
	}
}
