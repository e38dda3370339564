package metrics

import (
	"math"
	"testing"

	"evidencepack/ingest/record"
)

func TestTheCurveOfRestrictions(t *testing.T) {
	start := june.From - 100
	left := restriction(start, start+10, 0)
	left.EndReason = record.EndLeft
	elsewhere := restriction(start, start+40, 0)
	elsewhere.Person, elsewhere.Service = "P2", "Birch Road"
	table := tableOf(nil,
		restriction(start, start+20, 0), elsewhere, left,
		restriction(start, june.To+5, 0), restriction(june.To+1, 0, 0),
	)
	c, ok := table.LastingOf(Scope{}, june, []float64{0, 20, 21, 40, 365})
	if !ok || c.Number != 4 || c.Ended != 2 || c.People != 2 {
		t.Fatalf("%v %+v", ok, c)
	}
	want := []CurveStep{
		{Days: 10, Share: 100, Watched: 4, Censored: 1},
		{Days: 20, Share: 100 * 2.0 / 3, Watched: 3, Ended: 1},
		{Days: 40, Share: 100.0 / 3, Watched: 2, Ended: 1},
		{Days: float64(june.To - start), Share: 100.0 / 3, Watched: 1, Censored: 1},
	}
	if len(c.Steps) != len(want) {
		t.Fatalf("steps: %+v", c.Steps)
	}
	for i, got := range c.Steps {
		if math.Abs(got.Share-want[i].Share) > 1e-9 || got.Days != want[i].Days || got.Watched != want[i].Watched ||
			got.Ended != want[i].Ended || got.Censored != want[i].Censored {
			t.Errorf("step %d: %+v, want %+v", i, got, want[i])
		}
		if got.Lower == nil || *got.Lower > got.Share || *got.Upper < got.Share || *got.Upper > 100 {
			t.Errorf("step %d: range %s to %s about %v", i, show(got.Lower), show(got.Upper), got.Share)
		}
	}
	for i, n := range []int{4, 3, 2, 2, 0} {
		if c.WatchedAt[i] != n {
			t.Errorf("watched: %v", c.WatchedAt)
		}
	}
	if v := one(t, table, "RES-18", Scope{}, june); c.Median == nil || *c.Median != *v.Value || *c.Median != 40 {
		t.Errorf("middle time %s, RES-18 says %s", show(c.Median), show(v.Value))
	}
	if c.ThinFrom == nil || *c.ThinFrom != 0 {
		t.Errorf("four restrictions are thin from day %s", show(c.ThinFrom))
	}
	there, ok := table.LastingOf(Scope{Service: "Birch Road"}, june, nil)
	if !ok || there.Number != 1 || there.Ended != 1 || *there.Median != 40 {
		t.Errorf("one service: %v %+v", ok, there)
	}
}

func TestACurveIsThinFrom(t *testing.T) {
	var rows []record.Record
	for i := range 20 {
		rows = append(rows, restriction(june.From-100, june.From-100+record.Date(i+1), 0))
	}
	c, _ := tableOf(nil, rows...).LastingOf(Scope{}, june, nil)
	// 12 are watched at the ninth lifting; from then on 11.
	if c.ThinFrom == nil || *c.ThinFrom != 9 {
		t.Errorf("20 lifted one a day: thin from day %s", show(c.ThinFrom))
	}
}

func TestNoCurve(t *testing.T) {
	if _, ok := tableOf(nil).LastingOf(Scope{}, june, nil); ok {
		t.Error("a curve without restrictions")
	}
	if _, ok := tableOf(nil, restriction(june.From, june.From-3, 0)).LastingOf(Scope{}, june, nil); ok {
		t.Error("a curve of a restriction that ended before it began")
	}
	if _, ok := NewTable([]Metric{ref01}, nil).LastingOf(Scope{}, june, nil); ok {
		t.Error("a curve of a table without RES-18")
	}
	never, ok := tableOf(nil, restriction(june.From, 0, 0)).LastingOf(Scope{}, june, nil)
	if !ok || never.Median != nil || never.Steps[0].Share != 100 {
		t.Errorf("never lifted: %v %+v", ok, never)
	}
}
