package metrics

import (
	"testing"

	"evidencepack/ingest/record"
)

// TestChainOf works out the state of each loop by hand, on 30 September 2026.
func TestChainOf(t *testing.T) {
	day := func(text string) record.Date {
		d, err := record.ParseISO(text)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	last, on := day("2026-09-30"), day("2026-09-01")
	open := func(due string) *record.Action {
		return &record.Action{DueOn: day(due)}
	}
	done := &record.Action{DueOn: day("2026-09-10"), CompletedOn: day("2026-09-09")}
	for _, c := range []struct {
		what    string
		changed string
		again   string
		actions []*record.Action
		want    Loop
	}{
		{"changed, nothing else", "2026-09-05", "", nil, LoopClosed},
		{"not changed", "", "", nil, LoopNoChange},
		{"not changed, and again", "", "2026-09-20", nil, LoopAgain},
		{"changed only after it came again", "2026-09-25", "2026-09-20", nil, LoopAgain},
		{"changed, and again all the same", "2026-09-05", "2026-09-20", nil, LoopReturned},
		{"again after more than 30 days", "2026-09-05", "2026-10-02", nil, LoopClosed},
		{"again on the same day", "2026-09-05", "2026-09-01", nil, LoopClosed},
		{"changed after the last day", "2026-10-01", "", nil, LoopNoChange},
		{"changed before the incident", "2026-08-01", "", nil, LoopNoChange},
		{"a late action", "2026-09-05", "", []*record.Action{open("2026-09-29"), done}, LoopLate},
		{"a late action and no change", "", "", []*record.Action{open("2026-09-29")}, LoopLate},
		{"an action due on the last day", "2026-09-05", "", []*record.Action{open("2026-09-30")}, LoopDoing},
		{"an action done in time", "2026-09-05", "", []*record.Action{done}, LoopClosed},
		{"an action done after the last day", "2026-09-05", "", []*record.Action{{DueOn: day("2026-09-20"), CompletedOn: day("2026-10-02")}}, LoopLate},
	} {
		r := &record.Incident{Type: "fall"}
		r.On, r.Person = on, "p"
		if c.changed != "" {
			r.PlanUpdatedOn = day(c.changed)
		}
		same := []record.Date{on}
		if c.again != "" {
			same = append(same, day(c.again))
		}
		if got := chainOf(r, same, c.actions, last); got.Loop != c.want {
			t.Errorf("%s: %+v, want %d", c.what, got, c.want)
		}
	}
}
