package record

import (
	"slices"
	"testing"
)

func TestDate(t *testing.T) {
	for _, written := range []string{"1899-12-31", "1970-01-02", "2024-02-29", "2026-03-29", "2026-10-25", "2026-12-31"} {
		d, err := ParseISO(written)
		if err != nil || d.String() != written {
			t.Errorf("%s is %s (%v)", written, d, err)
		}
		if y, m, day := d.Parts(); DateOf(y, m, day) != d || !ValidDate(y, m, day) {
			t.Errorf("%s is in parts %d %d %d", written, y, m, day)
		}
		if m := d.Month(); m.First() > d || m.Last() < d || m.String() != written[:7] {
			t.Errorf("%s is in month %s, %s to %s", written, m, m.First(), m.Last())
		}
	}
	if got := Date(0).String(); got != "" {
		t.Errorf("the missing date is written %q", got)
	}
	for _, bad := range []string{"", "2026-02-30", "12/04/2026", "2026-4-1"} {
		if d, err := ParseISO(bad); err == nil {
			t.Errorf("%q is read as %s", bad, d)
		}
	}
	for _, bad := range [][3]int{{2025, 2, 29}, {2026, 4, 31}, {2026, 13, 1}, {2026, 0, 1}, {2026, 1, 0}, {2026, 1, 32}} {
		if ValidDate(bad[0], bad[1], bad[2]) {
			t.Errorf("%v is a day", bad)
		}
	}
}

func TestMonthAndSpan(t *testing.T) {
	feb := DateOf(2024, 2, 10).Month()
	if feb.Days() != 29 || (feb+1).String() != "2024-03" || (feb-2).String() != "2023-12" || (feb-2).First().String() != "2023-12-01" {
		t.Errorf("%s has %d days; then %s; two before %s", feb, feb.Days(), feb+1, feb-2)
	}
	s := Span{feb.First(), feb.Last()}
	if s.Days() != 29 || !s.Has(s.From) || !s.Has(s.To) || s.Has(s.To+1) || s.Has(s.From-1) {
		t.Errorf("%v", s)
	}
	if (Span{-10, 10}).Has(0) {
		t.Error("the missing date is in a span")
	}
}

// TestKinds wants every type of record listed once and named in words.
func TestKinds(t *testing.T) {
	all := []Record{new(Placement), new(CareTask), new(MedAdmin), new(Visit), new(Incident), new(Action), new(Restriction), new(Goal), new(StepRecord),
		new(Rating), new(PlanReview), new(PlanChange), new(Observation), new(Feedback), new(Safeguarding), new(Attendance), new(Staff),
		new(Step), new(RestrictionReview), new(Authorisation), new(PlanAudit), new(Supervision), new(Competency), new(Survey),
		new(PlacementEvent), new(WorkforceMonth), new(Exposure)}
	seen := make(map[Kind]bool)
	for _, r := range all {
		k := r.Kind()
		if seen[k] || !slices.Contains(Kinds, k) || k.Title() == "" || r.Where() == nil {
			t.Errorf("%T is of kind %q, %q", r, k, k.Title())
		}
		seen[k] = true
		if k.IsEvent() && k.IsRegister() {
			t.Errorf("%s is an event and a register", k)
		}
	}
	if len(Kinds) != len(all) {
		t.Errorf("%d kinds, %d types", len(Kinds), len(all))
	}
}

// TestOutcomeClasses holds offers and first refusals as contract.md 3 lists them.
func TestOutcomeClasses(t *testing.T) {
	offers := []Outcome{Accepted, AcceptedOnReoffer, SelfManaged, Partial, Refused, RefusedDestroyed, DistressStopped, Asleep}
	first := []Outcome{Refused, RefusedDestroyed, AcceptedOnReoffer}
	final := []Outcome{Refused, RefusedDestroyed}
	for _, o := range append([]Outcome{OutcomeNone}, Outcomes...) {
		if o.IsOffer() != slices.Contains(offers, o) || o.IsFirstRefusal() != slices.Contains(first, o) || o.IsFinalRefusal() != slices.Contains(final, o) {
			t.Errorf("%q: offer %t, first refusal %t, final %t", o, o.IsOffer(), o.IsFirstRefusal(), o.IsFinalRefusal())
		}
	}
	if DefaultLadder.Rank(Independent) != 0 || DefaultLadder.Rank(LevelDeclined) != NoRank || DefaultLadder.Rank(LevelNone) != NoRank {
		t.Error("rank 0 is independent; declined is no rung")
	}
}

func TestLedgerAside(t *testing.T) {
	l := Ledger{Read: 15, Counts: [5]int{Used: 1, Rejected: 2, Unmapped: 3, Duplicate: 4, StruckOut: 5}}
	if l.Aside() != 10 {
		t.Errorf("%d rows are set aside, want 10: repeats are none", l.Aside())
	}
}
