package xlsx

import (
	"evidencepack/render/page"
)

// Timeline is the trail of one person: figures before and after, then a row a month with
// the counts of each kind of record, and beside them the numbers.
func (b *book) Timeline(t page.Timeline) {
	s := b.startSheet(kindTrails, t.Spec.Title, t.Lead)
	b.pointTo("People, one by one", s.name)
	if len(t.Figures) > 0 {
		g := stripGrid(t.Figures)
		g.fixed = true
		s.grid(g)
		s.gap()
	}
	months := page.Spark{From: t.Spec.From, Values: make([]*float64, max(0, t.Spec.Months))}.Points()
	g := grid{fixed: true, columns: []column{{head: "Month", width: widthLabel}}}
	for _, l := range t.Spec.Lanes {
		g.columns = append(g.columns, column{head: join(l.Name, l.Note), width: widthState}, column{head: l.Name + ", number", width: widthNumber, right: true})
	}
	for i, m := range months {
		row := line{items: []item{words(m.Label)}}
		for _, l := range t.Spec.Lanes {
			if i < len(l.Months) {
				row.items = append(row.items, words(l.Months[i].Text), number(l.Months[i].Value, "0.0"))
			} else {
				row.items = append(row.items, item{}, item{})
			}
		}
		g.lines = append(g.lines, row)
	}
	s.grid(g)
	for _, m := range t.Spec.Marks {
		s.text(join(m.Letter, m.Date, m.Where, m.What), lookNote)
	}
	s.text(t.Spec.Alt, lookNote)
	s.text(t.Source, lookNote)
	s.gap()
}
