package html

import (
	"html/template"

	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// Timeline draws the trail of one person, unfolded on request: figures before and after,
// the lanes, and the table of their months.
func (p *pen) Timeline(t page.Timeline) {
	p.write("trail", struct {
		page.Timeline
		Anchor  string
		Linked  []linkedFigure
		Picture template.HTML
		Months  []chart.Point
	}{
		t, p.claim(anchor(t.Spec.ID)), p.linkedFigures(t.Figures), p.inks.svg(chart.LayoutTimeline(t.Spec, plateWidth), t.Spec.Alt),
		page.Spark{From: t.Spec.From, Values: make([]*float64, max(0, t.Spec.Months))}.Points(),
	})
}
