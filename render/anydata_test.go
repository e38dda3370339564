package render

import (
	"fmt"
	"math/rand"
	"testing"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
	"evidencepack/render/page"
	"evidencepack/templates"
)

// anyTable fills a table with what a generator comes upon: much or little, all of one
// kind, services of one row, restrictions that end before they begin.
func anyTable(r *rand.Rand) *metrics.Table {
	table := newTable()
	first := testBaseline.From - record.Date(r.Intn(800))
	days := 1 + r.Intn(int(testPeriod.To-first))
	outcomes := []record.Outcome{record.Accepted, record.Refused, record.Refused, record.AcceptedOnReoffer}[r.Intn(3):]
	harms := []string{"", record.HarmNone, record.HarmModerate, record.HarmFatal}[r.Intn(3):]
	head := func() record.Head {
		return record.Head{Service: fmt.Sprint("House ", r.Intn(1+r.Intn(7))), Person: record.Person(fmt.Sprint("person ", r.Intn(9))), On: first + record.Date(r.Intn(days))}
	}
	for range r.Intn(400) {
		table.Add(&record.CareTask{Head: head(), Category: record.CategoryPersonalCare, Outcome: outcomes[r.Intn(len(outcomes))], Rank: record.NoRank})
	}
	for range r.Intn(60) {
		table.Add(&record.Incident{Head: head(), Type: "fall", Harm: harms[r.Intn(len(harms))], RecoveryMinutes: r.Intn(90) - 1})
	}
	for range r.Intn(40) {
		h := head()
		limit := &record.Restriction{Head: h, Type: "locked door", StartOn: h.On}
		if r.Intn(2) == 0 {
			limit.EndOn, limit.EndReason = h.On+record.Date(r.Intn(300)-5), record.EndLifted
		}
		table.Add(limit)
	}
	for range r.Intn(9) {
		h := head()
		table.Add(&record.Placement{Head: h, Start: h.On, End: h.On + record.Date(r.Intn(500)-3)})
	}
	return table
}

// TestAnyDataMakesPacks composes every pack from tables of all sorts: none panics,
// and none holds a number that is not one, which could not be saved.
func TestAnyDataMakesPacks(t *testing.T) {
	packs, err := Packs(templates.Files(), nil)
	if err != nil {
		t.Fatal(err)
	}
	for seed := range int64(15) {
		table := anyTable(rand.New(rand.NewSource(seed)))
		in := Input{
			Provider: "Test", Table: table, Period: testPeriod, Baseline: testBaseline, Safe: func(string) bool { return true }, Templates: templates.Files(),
			Figures: metrics.Figures(table, metrics.Windows{Period: testPeriod, Baseline: testBaseline}),
			Rebases: []metrics.Rebase{{Metric: "REF-01", From: testPeriod.From}, {Metric: "INC-10", From: testBaseline.From + 40}, {Metric: "INC-01", From: 0}},
		}
		for _, pack := range packs {
			made, err := Compose(pack, in)
			if err != nil {
				t.Fatalf("seed %d, %s: %v", seed, pack.Name, err)
			}
			saved, err := made.Save()
			if err != nil {
				t.Fatalf("seed %d, %s: %v", seed, pack.Name, err)
			}
			if again, err := page.Load(saved); err != nil || len(again.Sections) != len(made.Sections) {
				t.Fatalf("seed %d, %s: it cannot be read again: %v", seed, pack.Name, err)
			}
		}
	}
}
