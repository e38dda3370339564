package ingest

import "evidencepack/ingest/record"

// One person behind half of the events, or more, makes a figure of a service a
// figure of that person. Of fewer than ten events nothing is said, as nowhere.
const (
	eventsToJudge = 10
	dominantOneIn = 2
)

// onePerson finds services where most incidents, or most first refusals, are one
// person's (quirk 144). It tells the share, not who it is.
func (e *Exports) onePerson() {
	for _, g := range byService(recordsOf[*record.Incident](e)) {
		e.dominated(record.KindIncident, "incidents", g.service, peopleOf(g.records))
	}
	for _, g := range byService(recordsOf[*record.CareTask](e)) {
		var refused []*record.CareTask
		for _, r := range g.records {
			if r.Outcome.IsFirstRefusal() {
				refused = append(refused, r)
			}
		}
		e.dominated(record.KindCareTask, "first refusals", g.service, peopleOf(refused))
	}
}

// peopleOf counts records by person; those that name nobody count in the total only.
func peopleOf[R record.Record](records []R) map[record.Person]int {
	people := make(map[record.Person]int)
	for _, r := range records {
		people[r.Where().Person]++
	}
	return people
}

func (e *Exports) dominated(kind record.Kind, what, service string, people map[record.Person]int) {
	all, most, who := 0, 0, 0
	for person, n := range people { // sums only, so the order does not matter
		if all += n; person != "" {
			most, who = max(most, n), who+1
		}
	}
	// Where one person is all there is, nobody is misled.
	if all < eventsToJudge || most*dominantOneIn < all || who < 2 {
		return
	}
	e.doubt(codeOnePerson, record.SeverityNote, kind, record.Ref{}, "one person has "+outOf(most, all)+" "+what+" "+atService(service), most)
}
