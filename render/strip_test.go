package render

import (
	"testing"

	"evidencepack/metrics"
	"evidencepack/render/page"
)

// TestFewAreShownAsCounts writes a share of fewer than ten as its counts, and one of more
// beside it as a share.
func TestFewAreShownAsCounts(t *testing.T) {
	table := newTable()
	offers(table, "Elm", testBaseline, 3, 8, 5)
	offers(table, "Elm", testPeriod, 4, 40, 5)
	offers(table, "Oak", testBaseline, 30, 100, 9)
	offers(table, "Oak", testPeriod, 40, 100, 9)
	c := testComposer(t, page.TierInternal, table)
	for service, want := range map[string][2]string{"Elm": {"3 of 8", "10.0%"}, "Oak": {"30.0%", "40.0%"}} {
		f := c.figure(c.find("REF-01", metrics.Scope{Service: service}))
		if got := [2]string{f.Before, f.After}; got != want {
			t.Errorf("%s: %q, not %q", service, got, want)
		}
	}
}
