package pdf

import (
	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// Timeline draws the trail of one person: figures before and after, then all lanes as
// one piece with what they are read with.
func (p *pen) Timeline(t page.Timeline) {
	p.block(func() {
		t = tidied(p, t)
		p.titled(t.Spec.Title, t.Lead)
		for figures := t.Figures; len(figures) > 0; {
			count := min(len(figures), 4)
			p.stripRow(figures[:count])
			figures = figures[count:]
		}
		scene := chart.LayoutTimeline(t.Spec, width)
		before := p.doc.PageNo()
		p.begin(min(scene.Height+p.role.note.leading, p.deepest()))
		if p.doc.PageNo() != before && t.Spec.Title != "" {
			p.run(left, p.role.note.wrap(t.Spec.Title+", continued", width), p.role.note)
		}
		p.shapes(left, p.next, scene.Shapes)
		p.next += scene.Height
		for _, m := range t.Spec.Marks {
			p.note(m.Letter+" "+m.Date+", "+m.Where+": "+m.What, p.role.sourceLine)
		}
		p.note(t.Source, p.role.sourceLine)
	})
}
