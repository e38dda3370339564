package pdf

import (
	"fmt"
	"strings"
	"testing"

	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// TestTimelineThatGoesOnSaysWhose draws trails whose lanes fall on the next sheet: whose
// they are stands there again.
func TestTimelineThatGoesOnSaysWhose(t *testing.T) {
	whole := fixture(t)
	whole.Sections = []page.Section{{ID: "trails", Label: "Trails", Title: "People"}}
	for i := range 3 {
		figure := page.Figure{Label: "First refusals", Before: "1 of 4", After: "2 of 5", ReadWith: strings.Repeat("comfort 1 to 2; ", 12)}
		spec := chart.Timeline{ID: fmt.Sprint("trail", i), Title: fmt.Sprintf("P-%03d, Elm", i+1), From: "2026-04-01", Months: 6}
		for k := range 6 {
			lane := chart.Lane{Name: fmt.Sprint("Lane ", k), Kind: chart.LaneShare}
			for range 6 {
				lane.Months = append(lane.Months, chart.LaneMonth{Text: "none"})
			}
			spec.Lanes = append(spec.Lanes, lane)
		}
		whole.Sections[0].Blocks = append(whole.Sections[0].Blocks, page.Block{Timeline: &page.Timeline{Spec: spec, Figures: []page.Figure{figure, figure}, Source: "Records."}})
	}
	text := pdftotext(t, draw(t, whole))
	if n := strings.Count(text, ", continued"); n == 0 || n == 3 {
		t.Errorf("%d of 3 trails go on:\n%s", n, text)
	}
}
