package html

import (
	"html/template"

	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// Timeline draws the trail of one person, unfolded on request: figures before and after,
// the lanes, and the table of their months.
func (p *pen) Timeline(t page.Timeline) {
	p.write("trail-start", struct {
		page.Timeline
		Anchor string
	}{t, p.claim(anchor(t.Spec.ID))})
	if len(t.Figures) > 0 {
		p.Strip(page.Strip{Figures: t.Figures})
	}
	p.write("trail-end", struct {
		page.Timeline
		Picture template.HTML
		Months  []chart.Point
	}{t, svg(chart.LayoutTimeline(t.Spec, plateWidth), t.Spec.Alt), page.Spark{From: t.Spec.From, Values: make([]*float64, max(0, t.Spec.Months))}.Points()})
}
