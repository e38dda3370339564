package metrics

import (
	"math"
	"testing"

	"evidencepack/ingest/record"
)

var (
	firstHalf  = record.Span{From: on(2026, 1, 1), To: on(2026, 3, 31)}
	secondHalf = record.Span{From: on(2026, 4, 1), To: on(2026, 6, 30)}
)

// refusing makes offers to one person in a window, so many of them refused.
func refusingOffers(person string, span record.Span, refused, all int) []record.Record {
	var rows []record.Record
	for i := range all {
		outcome := record.Accepted
		if i < refused {
			outcome = record.Refused
		}
		rows = append(rows, &record.CareTask{Head: about(person, span.From+record.Date(i%span.Days())), Outcome: outcome})
	}
	return rows
}

func TestConcentrate(t *testing.T) {
	var rows []record.Record
	for _, one := range []struct {
		person                   string
		before, of, after, ofNow int
	}{{"A", 20, 40, 2, 40}, {"B", 4, 40, 6, 40}, {"C", 4, 40, 5, 40}, {"D", 0, 0, 4, 40}} {
		rows = append(rows, refusingOffers(one.person, firstHalf, one.before, one.of)...)
		rows = append(rows, refusingOffers(one.person, secondHalf, one.after, one.ofNow)...)
	}
	table := tableOf([]record.Span{firstHalf, secondHalf}, rows...)
	before, after := table.Over(ref01, Scope{}, firstHalf)[0], table.Over(ref01, Scope{}, secondHalf)[0]
	c, ok := table.Concentrate(ref01, before, after)
	if !ok || c.First != 6 || c.FirstTwo != 11 {
		t.Fatalf("%v %+v", ok, c)
	}
	// A has the most in both windows together, though B has in the period.
	if *c.Before.Numerator != 8 || *c.Before.Denominator != 80 || *c.After.Numerator != 15 || *c.After.Denominator != 120 || c.After.People != 3 || c.After.Behind != 3 {
		t.Errorf("without A: %+v, %+v", c.Before, c.After)
	}
	plain := Compare(before, after)
	if plain.Clear != Lower {
		t.Fatalf("counting offers, it should be clear: %+v", plain)
	}
	if c.Lower == nil || !(*c.Lower < *plain.Lower && *c.Upper > 0) {
		t.Errorf("counting people, it is A's alone: %v to %v", show(c.Lower), show(c.Upper))
	}
}

// TestNotConcentrated lists figures whose people cannot be told apart.
func TestNotConcentrated(t *testing.T) {
	one := append(refusingOffers("A", firstHalf, 2, 20), refusingOffers("A", secondHalf, 2, 20)...)
	each := append(refusingOffers("A", firstHalf, 1, 1), refusingOffers("B", firstHalf, 0, 1)...)
	each = append(each, append(refusingOffers("A", secondHalf, 1, 1), refusingOffers("B", secondHalf, 0, 1)...)...)
	for name, c := range map[string]struct {
		metric Metric
		rows   []record.Record
	}{
		"one person":                    {ref01, one},
		"nobody before":                 {ref01, refusingOffers("A", secondHalf, 2, 20)},
		"each counts once":              {ref01, each},
		"people are what is counted":    {ref08, each},
		"a rate without a list of them": {inc01, one},
		"no two counts":                 {ref09, one},
	} {
		table := tableOf([]record.Span{firstHalf, secondHalf}, c.rows...)
		got, ok := table.Concentrate(c.metric, table.Over(c.metric, Scope{}, firstHalf)[0], table.Over(c.metric, Scope{}, secondHalf)[0])
		if ok {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

// TestPeopleComeToTheWhole adds up what everybody brings to each metric.
func TestPeopleComeToTheWhole(t *testing.T) {
	var records []record.Record
	for _, r := range generate(1, lawRecords) {
		if r.Where().Person != "" {
			records = append(records, r)
		}
	}
	table, worked := newLawTable(All, records), 0
	for _, m := range All {
		for _, service := range []string{"", "Ash House"} {
			counts := table.ByPerson(m, Scope{Service: service}, oddPeriod)
			if len(counts) == 0 {
				continue
			}
			worked++
			numerator, denominator := 0.0, 0.0
			for _, one := range counts {
				numerator += one.Numerator
				denominator += one.Denominator
			}
			whole := table.Over(m, Scope{Service: service}, oddPeriod)[0]
			if numerator != *whole.Numerator || denominator != *whole.Denominator {
				t.Errorf("%s of %q: people come to %v of %v, all are %v of %v", m.ID, service, numerator, denominator, *whole.Numerator, *whole.Denominator)
			}
		}
	}
	if worked < 40 {
		t.Errorf("only %d figures have people behind them", worked)
	}
}

// TestAskingForPeopleIsForgotten adds a record after an answer was given.
func TestAskingForPeopleIsForgotten(t *testing.T) {
	table := tableOf(nil, append(refusingOffers("A", secondHalf, 2, 20), refusingOffers("B", secondHalf, 2, 20)...)...)
	first := len(table.ByPerson(ref01, Scope{}, secondHalf))
	for _, r := range refusingOffers("C", secondHalf, 1, 5) {
		table.Add(r)
	}
	if again := len(table.ByPerson(ref01, Scope{}, secondHalf)); first != 2 || again != 3 {
		t.Errorf("%d people, then %d", first, again)
	}
}

func TestCareNotesWritten(t *testing.T) {
	rows := append(refusingOffers("A", firstHalf, 0, 90), refusingOffers("A", secondHalf, 0, 45)...)
	stay := &record.Placement{Head: about("A", firstHalf.From), Start: firstHalf.From}
	table := tableOf([]record.Span{firstHalf, secondHalf}, append(rows, stay)...)
	before, after := table.Over(dq04, Scope{}, firstHalf)[0], table.Over(dq04, Scope{}, secondHalf)[0]
	if *before.Value != 1000 || math.Abs(*after.Value-1000*45.0/91) > 1e-9 || *before.Denominator != 90 {
		t.Errorf("%v, %v", *before.Value, *after.Value)
	}
	without := tableOf([]record.Span{firstHalf, secondHalf}, rows...).Over(dq04, Scope{}, secondHalf)[0]
	if without.Status != NotComputable || without.Numerator == nil || *without.Numerator != 45 {
		t.Errorf("without a register of people: %+v", without)
	}
}

func TestRegisterQuiet(t *testing.T) {
	table := tableOf(nil, restriction(on(2026, 1, 5), on(2026, 2, 7), 0), restriction(on(2026, 5, 1), 0, 0))
	for to, want := range map[record.Date]record.Date{on(2026, 1, 4): 0, on(2026, 2, 1): on(2026, 1, 5), on(2026, 3, 1): on(2026, 2, 7), on(2026, 6, 1): on(2026, 5, 1)} {
		if got := table.RegisterQuiet(Scope{}, to); got != want {
			t.Errorf("to %v: last on %v, want %v", to, got, want)
		}
	}
	if got := table.RegisterQuiet(Scope{Service: "Elm"}, on(2026, 6, 1)); got != 0 {
		t.Errorf("another service: %v", got)
	}
}
