package render

import (
	"cmp"
	"slices"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
	"evidencepack/render/page"
)

// CaseCandidates are the people of whom a case study could show most: those with a
// change of approach that can be compared, the one with the most offers first. People
// without one are not among them.
func CaseCandidates(in Input) ([]record.Person, error) {
	c, err := caseComposer(in)
	if err != nil {
		return nil, err
	}
	most := make(map[record.Person]float64)
	for _, v := range c.changeValues() {
		if v.Change != nil && v.Value != nil && v.Scope.Person != "" {
			most[v.Scope.Person] = max(most[v.Scope.Person], min(*v.Denominator, v.Change.BeforeDenominator))
		}
	}
	var all []record.Person
	for who := range most {
		all = append(all, who)
	}
	slices.SortFunc(all, func(a, b record.Person) int {
		return cmp.Or(cmp.Compare(most[b], most[a]), cmp.Compare(a, b))
	})
	return all, nil
}

// CaseFigures is a story as the inspection pack would show it: its figures, and its
// strip of steps. List names measures to show beside the change.
func CaseFigures(in Input, story CaseStory, list []string) (page.CaseStudy, error) {
	c, err := caseComposer(in)
	if err != nil {
		return page.CaseStudy{}, err
	}
	told := &caseTeller{composer: c, story: story, exact: c.exactly()}
	told.findChange()
	return page.CaseStudy{Figures: told.figures(list), Steps: told.steps()}, nil
}

// CaseChange is the id of the change of approach that a story would be told about, ""
// where the person has none.
func CaseChange(in Input, story CaseStory) string {
	c, err := caseComposer(in)
	if err != nil {
		return ""
	}
	told := &caseTeller{composer: c, story: story}
	if told.findChange(); told.changed == nil {
		return ""
	}
	return told.changed.ID
}

func caseComposer(in Input) (*composer, error) {
	return newComposer(Pack{Name: "inspection", File: "inspection-pack", Tier: page.TierInspection}, in)
}

// CaseMetrics are the measures that packs name for their case studies, in order.
func CaseMetrics(packs []Pack) (ids []string) {
	for _, p := range packs {
		for _, s := range p.Sections {
			for _, b := range s.Blocks {
				if b.CaseStudies == nil {
					continue
				}
				for _, id := range b.CaseStudies.Metrics {
					if _, known := metrics.Find(id); known && !slices.Contains(ids, id) {
						ids = append(ids, id)
					}
				}
			}
		}
	}
	return ids
}
