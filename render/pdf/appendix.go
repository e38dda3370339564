package pdf

import (
	"slices"

	"evidencepack/render/chart"
	"evidencepack/render/page"
)

const (
	appendixLabel = "Appendix"
	appendixTitle = "Figures behind the charts"
	appendixLead  = "Each chart of this pack, point by point, in the order of the pages."
)

// behind is a chart whose values stand in the appendix.
type behind struct {
	section string
	chart   page.Chart
}

// appendix prints the values behind each chart. A pack without charts has none.
func (p *pen) appendix() {
	if len(p.charts) == 0 {
		return
	}
	p.sheet()
	p.arrive(appendixLabel, appendixTitle, p.next)
	p.write(left, p.next+2.8, appendixLabel, sectionLabel)
	p.next = p.lines(left, p.next+3.2, []string{appendixTitle}, pageTitle) + 0.6
	p.run(left, leadSentence.wrap(appendixLead, width), leadSentence)
	p.next += parts
	for _, one := range p.charts {
		p.pointTable(one.chart.Spec, pointName(one.chart.Spec))
		if one.chart.Partner != nil {
			p.pointTable(*one.chart.Partner, readWith+" "+pointName(*one.chart.Partner))
		}
	}
	p.otherMarks()
}

// otherMarks explains the flags that no key of the pack explains.
func (p *pen) otherMarks() {
	var marks []chart.Mark
	for _, one := range p.charts {
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
