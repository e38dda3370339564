package metrics

import (
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
