package xlsx

import (
	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// CaseStudy is one story under the others of the workbook: its texts, its figures, and
// a row for each week of each step.
func (b *book) CaseStudy(c page.CaseStudy) {
	s := b.sheets[b.plan.named[kindCases]]
	b.pointTo(c.Title, s.name)
	s.heading(join(c.Label, c.Title))
	s.text(c.Lead, lookSubtitle)
	texts := grid{columns: []column{{head: "Part", width: widthLabel}, {head: "Text", over: 6}}}
	for _, part := range c.Parts {
		texts.lines = append(texts.lines, line{items: []item{words(part.Label), words(part.Text)}})
	}
	if c.Limits != "" {
		texts.lines = append(texts.lines, line{items: []item{words(page.CaseLimits), words(c.Limits)}})
	}
	s.grid(texts)
	s.gap()
	if len(c.Figures) > 0 {
		s.grid(stripGrid(c.Figures))
		s.gap()
	}
	if c.Steps != nil {
		stepsTable(s, *c.Steps)
	}
	s.text(c.Source, lookNote)
	s.gap()
}

// stepsTable is the strip of steps in rows, one for each week with attempts.
func stepsTable(s *sheet, steps chart.Steps) {
	s.heading(steps.Title)
	s.text(steps.Subtitle, lookSubtitle)
	s.text(steps.Alt, lookNote)
	g := grid{columns: []column{
		{head: "Step", width: widthLabel}, {head: "Week, counted from: " + steps.Change, right: true}, {head: "Done without help", right: true}, {head: "Setback", right: true},
	}}
	for _, row := range steps.Rows {
		for _, week := range row.Weeks {
			setback := ""
			if week.Setback {
				setback = "setback"
			}
			g.lines = append(g.lines, line{items: []item{
				words(join(row.Number, row.Label)), count(week.Week), {text: week.Said, look: look{right: true, wrap: true}}, {text: setback, look: look{right: true}},
			}})
		}
	}
	s.grid(g)
}
