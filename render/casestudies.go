package render

import (
	"fmt"
	"slices"
	"strings"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
	"evidencepack/render/cases"
	"evidencepack/render/disclose"
	"evidencepack/render/page"
)

// CaseStory is a case study with the records of its person.
type CaseStory struct {
	cases.Case
	Who          record.Person // "" for a composite
	Attempts     []*record.StepRecord
	Restrictions []*record.Restriction
}

// CaseStudiesBlock is the place of the case studies in a pack.
type CaseStudiesBlock struct {
	Metrics []string `yaml:"metrics"` // shown before and after, as far as the person has figures
}

// mostCaseFigures is how many figures stand beside each other in a story.
const mostCaseFigures = 3

// caseStudies are the stories of a pack. A pack without any says so in one line, and
// where there is room how one is added.
func (c *composer) caseStudies(b *CaseStudiesBlock) []page.Block {
	var blocks []page.Block
	for _, story := range c.in.Cases {
		if !story.In(c.pack.Name) {
			continue
		}
		told := &caseTeller{composer: c, story: story, exact: c.exactly()}
		made := told.tell(b.Metrics)
		made.Label = fmt.Sprintf("Case study %d", len(blocks)+1)
		blocks = append(blocks, page.Block{CaseStudy: &made})
	}
	if len(blocks) > 0 {
		return blocks
	}
	none := prose([]string{"No case study stands here: one is told only with the person’s recorded consent, or as a composite of several people that says so."})
	if c.rule.Tier == page.TierExternal {
		return []page.Block{none}
	}
	return []page.Block{
		none,
		{NotIn: []string{"pdf"}, Prose: &page.Prose{Paragraphs: []page.Paragraph{{Text: "To add one: evidencepack cases --in FOLDER writes a draft with the figures and with questions for you; approve it in " + cases.FileName + "."}}}},
	}
}

// exactly is a composer that looks at one person's figures without asking for them at
// this tier: what a story shows of them is decided by the rules of a story alone, and
// no list of figures holds them.
func (c *composer) exactly() *composer {
	exact := c.again()
	exact.rule = disclose.Rule{Tier: page.TierInspection}
	exact.plan = newPlan()
	exact.table = c.in.Table
	return exact
}

// caseTeller makes one story.
type caseTeller struct {
	*composer
	story CaseStory
	exact *composer

	change  *metrics.Value     // before and after, nil where the person has none
	changed *record.PlanChange // the change of approach that weeks are counted from, nil for none
	sources []record.Kind
	ids     []string
}

// tell makes the whole story but for its number.
func (t *caseTeller) tell(list []string) page.CaseStudy {
	s := page.CaseStudy{Title: t.story.Title}
	for _, p := range t.story.Parts {
		s.Parts = append(s.Parts, page.Fact{Label: p.Label, Text: p.Text})
	}
	if t.story.Composite {
		s.Lead = "This story is put together from the support of several people. No one person is described, and it carries no figures."
		s.Limits = joinSentences("It shows how we work, not what came of it: the figures of this pack do that.", t.story.Limits)
		return s
	}
	t.findChange()
	s.Lead = t.lead()
	s.Figures = t.figures(list)
	s.Steps = t.steps()
	s.Limits = joinSentences(t.limits(), t.story.Limits)
	s.Source = t.source()
	return s
}

func joinSentences(texts ...string) string {
	return strings.Join(slices.DeleteFunc(texts, func(text string) bool { return text == "" }), " ")
}

// findChange chooses the change of approach: the one that the story names, or the one
// with the most offers on its thinner side.
func (t *caseTeller) findChange() {
	least := func(v metrics.Value) float64 { return min(*v.Denominator, v.Change.BeforeDenominator) }
	for _, v := range t.changeValues() {
		if v.Change == nil || v.Denominator == nil || v.Scope.Person != t.story.Who || t.story.Change != "" && v.Change.ID != t.story.Change {
			continue
		}
		if t.change == nil || least(v) > least(*t.change) {
			t.change = &v
		}
	}
	for _, r := range t.in.Changes {
		named := t.story.Change != "" && r.ID == t.story.Change
		if r.Person != t.story.Who || t.story.Change != "" && !named {
			continue
		}
		if t.changed == nil || t.change != nil && r.ID == t.change.Change.ID && r.On == t.change.Change.On {
			t.changed = r
		}
	}
}

// lead says with whose consent the story is told. Outside, no day stands there.
func (t *caseTeller) lead() string {
	who := "One person"
	if kind := t.kindOfService(); kind != "" {
		who += " " + kind
	}
	consent := t.story.Consent
	told := fmt.Sprintf("Told with the person’s recorded consent; the record is kept by: %s.", lowerFirst(consent.By))
	if t.rule.ExactDates() {
		told = fmt.Sprintf("Told with the person’s consent, recorded on %s; the record is kept by: %s.", longDate(consent.Recorded), lowerFirst(consent.By))
	}
	weeks := ""
	if t.changed != nil {
		weeks = " Weeks are counted from the start of the new approach."
	}
	return who + ". " + told + weeks
}

// kindsOfService are the words for kinds of service.
var kindsOfService = map[string]string{
	"residential": "in a care home", "nursing": "in a care home", "supported_living": "in supported living",
	"homecare": "supported at home", "extra_care": "in extra care housing", "day_service": "who uses a day service",
}

// kindOfService says where the person is supported, if as many people use such a
// service as a figure must rest on at this tier.
func (t *caseTeller) kindOfService() string {
	kind := t.in.ServiceTypes[t.serviceOfStory()]
	if kind == "" || !t.in.ManyUse(kind, t.floor()) {
		return ""
	}
	return kindsOfService[kind]
}

// ManyUse tells whether at least so many people use one service of a kind.
func (in Input) ManyUse(kind string, least int) bool {
	for service, of := range in.ServiceTypes {
		if of == kind && in.Table.PeopleAt(service, in.Period) >= least {
			return true
		}
	}
	return false
}

func (t *caseTeller) serviceOfStory() string {
	switch {
	case t.change != nil && t.change.Scope.Service != "":
		return t.change.Scope.Service
	case t.changed != nil && t.changed.Service != "":
		return t.changed.Service
	case len(t.story.Attempts) > 0:
		return t.story.Attempts[len(t.story.Attempts)-1].Service
	}
	return ""
}

// figures are at most three: what followed the change, the measures of the pack, and a
// restriction that was lifted.
func (t *caseTeller) figures(list []string) []page.Figure {
	var all []page.Figure
	if f := t.changeFigure(); f != nil {
		all = append(all, *f)
	}
	lifted := t.liftedFigure()
	room := mostCaseFigures - len(all)
	if lifted != nil {
		room--
	}
	for _, id := range list {
		if room == 0 {
			break
		}
		if f := t.measure(id); f != nil {
			all, room = append(all, *f), room-1
		}
	}
	if lifted != nil {
		all = append(all, *lifted)
	}
	return all
}

// limits says what no story can show, and that this one is one of many.
func (t *caseTeller) limits() string {
	text := "What came after the change is no proof that it was the change: other things happened in the same weeks. One story is not a rate."
	n := t.exact.outcomes()
	switch {
	case t.change == nil || n.compared.changes < 2:
		return text
	case t.rule.People():
		return text + fmt.Sprintf(" Of %d changes of approach that could be compared, %d improved, %d show no clear change and %d got worse.", n.compared.changes, n.improved.changes, n.same.changes, n.worse.changes)
	case n.compared.small(t.floor()):
		return text
	}
	text += fmt.Sprintf(" It is one of %d changes of approach that could be compared", n.compared.changes)
	if n.improved.changes < n.compared.changes {
		text += "; not all were followed by fewer refusals"
	}
	return text + "."
}

// source says which records the figures and the drawing come from.
func (t *caseTeller) source() string {
	if len(t.sources) == 0 {
		return ""
	}
	var names []string
	for _, kind := range t.sources {
		if name := t.composer.source(kind); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	text := "Source: " + strings.Join(names, "; ") + "."
	if len(t.ids) > 0 {
		text += " " + strings.Join(t.ids, ", ") + "."
	}
	if !t.rule.People() {
		text += " One person’s counts under 5, and shares over the whole period, are given in words."
	}
	return text
}

func (t *caseTeller) from(kinds ...record.Kind) {
	for _, kind := range kinds {
		if !slices.Contains(t.sources, kind) {
			t.sources = append(t.sources, kind)
		}
	}
}

// week is the week of a day, counted from the change: its first seven days are week 1,
// the seven before it week −1.
func week(change, day record.Date) int {
	if day >= change {
		return int(day-change)/7 + 1
	}
	return -(int(change-day-1)/7 + 1)
}
