package pdf

import (
	"slices"

	"evidencepack/render/chart"
)

const (
	appendixLabel = "Appendix"
	appendixTitle = "Figures behind the charts"
	appendixLead  = "Each chart of this pack, point by point, in the order of the pages. Limits and lines of single points: the workbook and the web page."
)

// appendix prints the values behind each chart. A pack without charts has none.
func (p *pen) appendix() {
	if len(p.behind) == 0 {
		return
	}
	if p.set.noAppendix {
		p.otherMarks()
		p.note(valuesElsewhere, p.role.note)
		return
	}
	p.waiting = &sectionHead{
		label: appendixLabel, title: appendixTitle, own: true, ruled: true,
		titles: []string{appendixTitle}, leads: p.role.leadSentence.wrap(appendixLead, width),
	}
	from := 1
	for _, m := range matrices(p.behind) {
		p.matrix(m, from)
		from += len(m.series)
	}
	for _, one := range p.behind {
		p.figuresBehind(one)
	}
	p.otherMarks()
}

// figuresBehind prints the table of one picture that is no chart of points.
func (p *pen) figuresBehind(one behind) {
	switch {
	case one.curve != nil:
		table, remarks := curveTable(one.curve.Spec)
		p.denseTable(table, pointName(one.curve.Spec.Measure, one.curve.Spec.Title), remarks)
	case one.funnel != nil:
		table, remarks := funnelTable(one.funnel.Spec)
		p.denseTable(table, pointName(one.funnel.Spec.Measure, one.funnel.Spec.Title), remarks)
	}
}

// otherMarks explains the flags that no key of the pack explains.
func (p *pen) otherMarks() {
	var marks []chart.Mark
	for _, one := range p.behind {
		if one.chart == nil {
			continue
		}
		all := one.chart.Spec.Marks
		if one.chart.Partner != nil {
			all = slices.Concat(all, one.chart.Partner.Marks)
		}
		for _, mark := range all {
			if !p.keyed[mark] {
				p.keyed[mark] = true
				marks = append(marks, mark)
			}
		}
	}
	if len(marks) > 0 {
		p.titled("Changes marked in the charts", "")
		p.marks(marks, "")
	}
}
