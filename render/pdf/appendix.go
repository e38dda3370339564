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
		p.pointTable(one.Spec, pointName(one.Spec))
		if one.Partner != nil {
			p.pointTable(*one.Partner, readWith+" "+pointName(*one.Partner))
		}
	}
	p.otherMarks()
}

// otherMarks explains the flags that no key of the pack explains.
func (p *pen) otherMarks() {
	var marks []chart.Mark
	for _, one := range p.charts {
		all := one.Spec.Marks
		if one.Partner != nil {
			all = slices.Concat(all, one.Partner.Marks)
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
