package html

import (
	"html/template"

	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// trail is a time line as its part draws it.
type trail struct {
	page.Timeline
	Anchor  string
	Linked  []linkedFigure
	Picture template.HTML
	Months  []chart.Point // for their words
}

// trailMonths writes the table of the months: a row for each lane.
func trailMonths(t trail) template.HTML {
	var w rowWriter
	w.WriteString("<thead><tr><th>Record")
	for _, month := range t.Months {
		w.WriteString("<th>")
		w.text(month.Label)
	}
	w.WriteString("<tbody>\n")
	for _, lane := range t.Spec.Lanes {
		w.WriteString("<tr><th>")
		w.text(lane.Name)
		if lane.Note != "" {
			w.text(", " + lane.Note)
		}
		for _, month := range lane.Months {
			w.cell(month.Text)
		}
		w.WriteByte('\n')
	}
	w.WriteString("</tbody>\n")
	return template.HTML(w.String())
}

// Timeline draws the trail of one person, unfolded on request: figures before and after,
// the lanes, and the table of their months.
func (p *pen) Timeline(t page.Timeline) {
	p.write("trail", trail{
		t, p.claim(anchor(t.Spec.ID)), p.linkedFigures(t.Figures), p.inks.svg(chart.LayoutTimeline(t.Spec, plateWidth), t.Spec.Alt),
		page.Spark{From: t.Spec.From, Values: make([]*float64, max(0, t.Spec.Months))}.Points(),
	})
}
