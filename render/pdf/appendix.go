package pdf

import (
	"slices"

	"evidencepack/render/chart"
)

const (
	appendixLabel = "Appendix"
	appendixTitle = "Figures behind the charts"
	appendixLead  = "Each chart of this pack, point by point, in the order of the pages."
)

// appendix prints the values behind each chart. A pack without charts has none.
func (p *pen) appendix() {
	if len(p.behind) == 0 {
		return
	}
	p.sheet()
	p.arrive(appendixLabel, appendixTitle, p.next)
	p.write(left, p.next+2.8, appendixLabel, sectionLabel)
	p.next = p.lines(left, p.next+3.2, []string{appendixTitle}, pageTitle) + 0.6
	p.run(left, leadSentence.wrap(appendixLead, width), leadSentence)
	p.next += parts
	for _, one := range p.behind {
		p.figuresBehind(one)
	}
	p.otherMarks()
}

// figuresBehind prints the table of one picture, and that of its partner.
func (p *pen) figuresBehind(one behind) {
	switch {
	case one.chart != nil:
		spec := one.chart.Spec
		p.denseTable(pointTable(spec), pointName(spec.Measure, spec.Title), pointRemarks(spec))
		if partner := one.chart.Partner; partner != nil {
			remarks := append(pointRemarks(*partner), becauseOf(*partner)) // a strip has no room for it
			p.denseTable(pointTable(*partner), readWith+" "+pointName(partner.Measure, partner.Title), remarks)
		}
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
