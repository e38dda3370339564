package metrics

import (
	"slices"
	"strings"
	"testing"

	"evidencepack/ingest/record"
)

// TestQuirk129FewerIncidentsHavePartners wants no figure of incidents without
// another one beside it that tells whether people did less.
func TestQuirk129FewerIncidentsHavePartners(t *testing.T) {
	for _, m := range All {
		if strings.HasPrefix(m.ID, "INC-") && len(m.Partners) == 0 {
			t.Errorf("%s stands alone", m.ID)
		}
	}
}

// TestQuirk139SharesArePooled wants the share of all services to be that of all
// rows, not the middle of the services' shares.
func TestQuirk139SharesArePooled(t *testing.T) {
	table := tableOf([]record.Span{june}, append(asks("Small", false, record.Refused, record.Accepted),
		asks("Large", false, record.Accepted, record.Accepted, record.Accepted, record.Accepted, record.Accepted, record.Accepted, record.Accepted, record.Accepted)...)...)
	if v := table.Over(ref01, Scope{}, june)[0]; *v.Value != 10 {
		t.Errorf("all services: %v%%, want 1 of 10, not the mean of 50%% and 0%%", *v.Value)
	}
}

// TestQuirk130LeavingIsNotLifting wants a restriction that ended with a stay to be
// none that was lifted.
func TestQuirk130LeavingIsNotLifting(t *testing.T) {
	lifted, left := restriction(on(2026, 1, 1), on(2026, 6, 10), 0), restriction(on(2026, 1, 1), on(2026, 6, 10), 0)
	left.EndReason, left.Type = record.EndLeft, "surveillance"
	v := tableOf([]record.Span{june}, lifted, left).Over(res01, Scope{}, june)[0]
	if *v.Numerator != 1 || *v.Denominator != 2 {
		t.Errorf("%v of %v lifted, want 1 of 2", *v.Numerator, *v.Denominator)
	}
}

// TestQuirk082NilReturnsAreZero wants a month of which somebody wrote that nothing
// happened to be 0, and a month of which nobody wrote anything to be no data.
func TestQuirk082NilReturnsAreZero(t *testing.T) {
	july := record.Span{From: on(2026, 7, 1), To: on(2026, 7, 31)}
	fresh := func() *Table {
		return tableOf([]record.Span{june, july}, &record.Placement{Head: record.Head{Person: "a", Service: "Elm"}, Start: on(2026, 1, 1)},
			&record.Placement{Head: record.Head{Person: "b", Service: "Oak"}, Start: on(2026, 1, 1)},
			&record.Incident{Head: record.Head{Person: "a", Service: "Elm", On: on(2026, 6, 2)}})
	}
	for _, c := range []struct {
		said []string // services that said so of July
		zero []string // scopes that are 0 then
	}{
		{nil, nil}, {[]string{"Elm"}, []string{"Elm"}}, {[]string{"Elm", "Oak"}, []string{"", "Elm", "Oak"}}, {[]string{""}, []string{"", "Elm", "Oak"}},
	} {
		table := fresh()
		for _, service := range c.said {
			table.AddNone(record.KindIncident, service, july.From.Month())
		}
		merged := fresh()
		merged.Merge(table)
		for _, service := range []string{"", "Elm", "Oak"} {
			for _, one := range []*Table{table, merged} {
				v := one.Over(inc01, Scope{Service: service}, july)[0]
				if zero := v.Status == OK && v.Numerator != nil && *v.Numerator == 0; zero != slices.Contains(c.zero, service) || !zero && v.Status != NoData {
					t.Errorf("%q said none: %q is %s", c.said, service, v.Status)
				}
			}
		}
		both := record.Span{From: june.From, To: july.To}
		if v := table.Over(inc01, Scope{}, both)[0]; v.Numerator == nil || *v.Numerator != 1 && *v.Numerator != 2 {
			t.Errorf("%q: both months together have %+v", c.said, v)
		}
	}
}

// TestPlanColumnThatIsNotThere: where the export does not hold when plans were
// changed, nobody can say that none was.
func TestPlanColumnThatIsNotThere(t *testing.T) {
	for _, m := range []Metric{lrn02, lrn03} {
		table := NewTable([]Metric{m}, nil)
		for day := range 12 {
			table.Add(&record.Incident{Head: record.Head{On: record.DateOf(2026, 4, 1+day), Columns: record.NewColumns("event_date", "type")}, Type: "fall", RecoveryMinutes: -1})
		}
		april := record.Span{From: record.DateOf(2026, 4, 1), To: record.DateOf(2026, 4, 30)}
		for _, f := range Figures(table, Windows{Period: april, Baseline: april}) {
			if f.Value.Status != NotComputable && f.Value.Status != NoData {
				t.Errorf("%s: %+v", m.ID, f.Value)
			}
		}
	}
}
