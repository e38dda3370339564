package render

import (
	"testing"

	"evidencepack/ingest/record"
	"evidencepack/render/page"
)

// Each of the four headline families can be shown person by person.
func TestPeopleOfTheFourHeadlines(t *testing.T) {
	table := newTable()
	for _, span := range []record.Span{testBaseline, testPeriod} {
		for i := range 12 {
			head := func() record.Head {
				return record.Head{Service: "Elm", Person: "person 1", On: span.From + record.Date(i)}
			}
			table.Add(&record.CareTask{Head: head(), Outcome: record.Refused})
			table.Add(&record.StepRecord{Head: head(), Goal: "G1", Step: "1"})
			table.Add(&record.Restriction{Head: head(), Type: "physical", StartOn: span.From, EndOn: span.From + 9, EndReason: record.EndLifted})
			table.Add(&record.Incident{Head: head(), Type: "fall", RecoveryMinutes: record.Uncounted, PlanUpdatedOn: span.From + 14})
		}
	}
	for _, id := range []string{"REF-01", "IND-01", "RES-01", "LRN-02"} {
		for tier, want := range map[page.Tier]int{page.TierInternal: 1, page.TierInspection: 1, page.TierExternal: 0} {
			b := testComposer(t, tier, table).people(&MetricPair{Metric: id, Title: id})
			rows := 0
			if b.Table != nil {
				rows = len(b.Table.Rows)
			}
			if rows != want {
				t.Errorf("%s, %s: %d people, want %d", id, tier, rows, want)
			}
		}
	}
}
