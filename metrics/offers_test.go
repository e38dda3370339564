package metrics

import (
	"strings"
	"testing"

	"evidencepack/ingest/record"
)

// asks gives care notes of June 2026 at a service, one a day, of so many outcomes.
func asks(service string, refusalsOnly bool, outcomes ...record.Outcome) []record.Record {
	var rows []record.Record
	for i, outcome := range outcomes {
		head := about("P1", on(2026, 6, 1+i))
		head.Service = service
		rows = append(rows, &record.CareTask{Head: head, Category: record.CategoryPersonalCare, Outcome: outcome, RefusalsOnly: refusalsOnly})
	}
	return rows
}

// TestQuirk127RefusalsWithoutOffersGiveNoShare wants no share where nothing was
// written down but refusals, and such rows in nobody else's share.
func TestQuirk127RefusalsWithoutOffersGiveNoShare(t *testing.T) {
	table := NewTable(All, []record.Span{june})
	for _, r := range append(asks("Log", true, record.Refused, record.Refused, record.AcceptedOnReoffer),
		asks("House", false, record.Refused, record.Accepted, record.Accepted, record.Accepted)...) {
		table.Add(r)
	}
	for _, m := range []Metric{ref01, ref02, ref05, ref08, ref09} {
		v := table.Over(m, Scope{Service: "Log"}, june)[0]
		if v.Status != NotComputable || v.Value != nil || v.Denominator != nil || v.Lower != nil || !strings.Contains(v.Why, "Only refusals") {
			t.Errorf("%s at the log: %s, %q", m.ID, v.Status, v.Why)
		}
	}
	if v := table.Over(ref01, Scope{Service: "Log"}, june)[0]; v.Numerator == nil || *v.Numerator != 3 || v.Behind != 1 {
		t.Error("the refusals of the log are not counted")
	}
	if v := table.Over(ref03, Scope{Service: "Log"}, june)[0]; v.Status != OK || *v.Numerator != 1 || *v.Denominator != 3 {
		t.Error("a yes to a second offer can be told without the other offers")
	}
	for _, scope := range []Scope{{}, {Service: "House"}} {
		v := table.Over(ref01, scope, june)[0]
		if v.Status != OK || *v.Value != 25 || *v.Denominator != 4 {
			t.Errorf("%q: %v of %v", scope.Service, *v.Numerator, *v.Denominator)
		}
		if said := strings.Contains(v.Why, "3 refusals are not in it"); said != (scope.Service == "") {
			t.Errorf("%q: why is %q", scope.Service, v.Why)
		}
	}
}

// TestQuirk127TraceOfRefusalsWithoutOffers wants the counted refusals to be found
// where they are counted, and only there.
func TestQuirk127TraceOfRefusalsWithoutOffers(t *testing.T) {
	table := NewTable(All, []record.Span{june})
	rows := append(asks("Log", true, record.Refused, record.Asleep), asks("House", false, record.Refused, record.Accepted)...)
	for _, r := range rows {
		table.Add(r)
	}
	for service, want := range map[string]int{"Log": 1, "House": 2, "": 2} {
		v := table.Over(ref01, Scope{Service: service}, june)[0]
		counted := 0
		judge := table.Trace(Figure{MetricID: ref01.ID, Scope: v.Scope, Span: v.Span, Value: v})
		for _, r := range rows {
			if judge(r) != CountedNeither {
				counted++
			}
		}
		if counted != want {
			t.Errorf("%q: %d rows behind the figure, want %d", service, counted, want)
		}
	}
}
