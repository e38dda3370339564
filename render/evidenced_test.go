package render

import (
	"slices"
	"strings"
	"testing"

	"evidencepack/render/page"
)

// TestMeasuresWithoutFiguresFillNoPage leaves out what was never exported, from
// claims, the scorecard, the strip and the charts, and keeps what names a section.
func TestMeasuresWithoutFiguresFillNoPage(t *testing.T) {
	c := testComposer(t, page.TierInternal, services(2, 40))
	ids := []string{"REF-01", "SUP-01", "AUD-01"}
	claims := c.claims(&MetricList{Metrics: ids}).Claims
	if len(claims.Claims) != 1 || claims.Claims[0].Metric != "REF-01" {
		t.Errorf("%+v", claims.Claims)
	}
	for _, row := range c.scorecard(&ScorecardBlock{Groups: []MetricList{{Metrics: ids}}}).Table.Rows {
		if row.Cells[0].Text != "First refusals" {
			t.Errorf("the scorecard has a line of %s", row.Cells[0].Text)
		}
	}
	if n := len(c.headline(ids).Strip.Figures); n != 1 {
		t.Errorf("%d figures in the strip", n)
	}
	if got := c.blocks(PackBlock{Chart: &MetricPair{Metric: "SUP-01"}}); len(got) != 0 {
		t.Errorf("a chart of what was never exported: %+v", got)
	}
	c.pack.Sections = []PackSection{{ID: "supervision", Finding: []string{"SUP-01"}}}
	if got := c.blocks(PackBlock{Chart: &MetricPair{Metric: "SUP-01"}}); len(got) != 1 {
		t.Errorf("%d charts of the measure that names a section", len(got))
	}
	none := []string{"SUP-01", "AUD-01"}
	if got := c.evidencedOf(none); !slices.Equal(got, none) {
		t.Errorf("of none with a figure these are left: %s", strings.Join(got, ", "))
	}
}
