package ingest

import "evidencepack/ingest/record"

// tellingRefusals is how many care notes it takes to say that a log holds refusals
// only. Even where every third offer is refused, ten refusals in a row come up once
// in 59,000; and of fewer than ten offers no share is told anyway.
const tellingRefusals = 10

// onlyRefusals finds care notes of which only the refusals were written down, in
// all files, at one service, or in one file whose services and days have no other
// notes. Their rows are marked: they are no offers to divide by.
func (e *Exports) onlyRefusals() {
	tasks := recordsOf[*record.CareTask](e)
	if refusalsAlone(tasks) {
		markAlone(tasks)
		e.doubt(codeOnlyRefusals, record.SeverityWarning, record.KindCareTask, record.Ref{}, "in all files", len(tasks))
		return
	}
	for _, g := range byService(tasks) {
		if refusalsAlone(g.records) {
			markAlone(g.records)
			e.doubt(codeOnlyRefusals, record.SeverityWarning, record.KindCareTask, record.Ref{}, atService(g.service), len(g.records))
		}
	}
	sheets := make(map[record.Ref][]*record.CareTask)
	for _, r := range tasks {
		if sheet := (record.Ref{File: r.File, Sheet: r.Sheet}); !r.RefusalsOnly {
			sheets[sheet] = append(sheets[sheet], r)
		}
	}
	for _, l := range e.Ledgers {
		rows := sheets[record.Ref{File: l.File, Sheet: l.Sheet}]
		if l.Kind == record.KindCareTask && refusalsAlone(rows) && !acceptedElsewhere(rows, tasks) {
			markAlone(rows)
			e.doubt(codeOnlyRefusals, record.SeverityWarning, record.KindCareTask, record.Ref{File: l.File, Sheet: l.Sheet}, "", len(rows))
		}
	}
}

// refusalsAlone tells whether care notes hold refusals, and nothing that was
// accepted the first time.
func refusalsAlone(tasks []*record.CareTask) bool {
	refused := 0
	for _, r := range tasks {
		if wasAccepted(r) {
			return false
		}
		if r.Outcome.IsFirstRefusal() {
			refused++
		}
	}
	return refused >= tellingRefusals
}

func wasAccepted(r *record.CareTask) bool {
	return r.Outcome == record.Accepted || r.Outcome == record.SelfManaged || r.Outcome == record.Partial
}

// acceptedElsewhere tells whether another file has what was accepted at the
// services and in the days of some rows: then the two files are one log.
func acceptedElsewhere(rows, all []*record.CareTask) bool {
	days := make(map[string]record.Span)
	for _, r := range rows {
		span, there := days[r.Service]
		if !there {
			span = record.Span{From: r.On, To: r.On}
		}
		days[r.Service] = record.Span{From: min(span.From, r.On), To: max(span.To, r.On)}
	}
	for _, r := range all {
		if span, there := days[r.Service]; there && span.Has(r.On) && wasAccepted(r) {
			return true
		}
	}
	return false
}

func markAlone(tasks []*record.CareTask) {
	for _, r := range tasks {
		r.RefusalsOnly = true
	}
}

// alwaysDone is how many tasks without a single other outcome look as if the
// system ticks them: where one in fifty is refused or put off, 200 in a row
// without any come up once in 57.
const alwaysDone = 200

// switchedOn finds services at which every task is done (quirk 90).
func (e *Exports) switchedOn() {
	for _, g := range byService(recordsOf[*record.CareTask](e)) {
		n := countIf(g.records, func(r *record.CareTask) bool { return r.Outcome == record.Accepted })
		if n == len(g.records) && n >= alwaysDone {
			e.doubt(codeSwitchedOn, record.SeverityWarning, record.KindCareTask, record.Ref{}, atService(g.service), n)
		}
	}
}
