// Package render joins the rooms: it follows a pack, works out its figures from
// the table of metrics, chooses the sentences that the numbers carry, applies the
// tier, and gives the finished page to the drawers. It computes no metric.
package render

import (
	"fmt"
	"slices"
	"strings"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
	"evidencepack/render/disclose"
	"evidencepack/render/page"
)

// composer makes one page.
type composer struct {
	in         Input
	pack       Pack
	rule       disclose.Rule
	plan       *plan
	table      *metrics.Table // of the tier
	services   []string       // that stand in the pack, the small ones as one
	lettered   []string       // all of them, in the order of their letters; nil in a tier that names them
	pool       string         // the small ones as one, "" for none
	poolSmall  bool           // they are too few even together, so they have no figure
	phrases    map[string]string
	words      *wording
	chartWords *chartWords

	challengeWords *challengeWords
	frameworks     []Framework
	sorting        Framework // whose key questions the web page can be filtered by
	ids            map[figureKey]string
	idNames        map[record.Person]string // people as they stand in ids
	changes        []change
	month          *monthCount     // of the latest month, in the section that is being made
	drawn          map[string]bool // letters of the changes that the charts since the last key bear

	used  map[figureKey]page.FigureRow // the evidence index
	order []figureKey
	seen  map[string]bool // metrics used, for the definitions

	figured  map[string]bool            // metrics looked up already: has it a figure in the period?
	findings map[judgedKey]finding      // what was judged already
	gapsTold map[string]bool            // weaknesses that stand under a key question already
	placed   map[record.Person][]string // the services of people, as far as they were asked for
}

// Compose makes the page of one pack.
func Compose(pack Pack, in Input) (*page.Page, error) {
	p, _, err := ComposeShown(pack, in)
	return p, err
}

// ComposeShown makes the page of one pack and lists what a reader outside may read
// off it: of a pack of the external tier every figure that it shows, in order; of
// any other nothing.
func ComposeShown(pack Pack, in Input) (*page.Page, []Shown, error) {
	first, err := newComposer(pack, in)
	if err != nil {
		return nil, nil, err
	}
	if pack.Tier != page.TierExternal {
		return first.page(), nil, nil
	}
	var made *page.Page
	last := first.passes(func(c *composer) { made = c.page() })
	shown := last.shown()
	return made, shown, last.leaks(shown)
}

// newComposer reads the words that a pack is made of.
func newComposer(pack Pack, in Input) (*composer, error) {
	phrases, err := Phrases(in.Templates)
	if err != nil {
		return nil, err
	}
	words, err := readWording(in.Templates)
	if err != nil {
		return nil, err
	}
	chartWords, err := readChartWords(in.Templates)
	if err != nil {
		return nil, err
	}
	questions, err := readChallenges(in.Templates)
	if err != nil {
		return nil, err
	}
	frameworks, err := Frameworks(in.Templates)
	if err != nil {
		return nil, err
	}
	c := &composer{
		challengeWords: questions,
		frameworks:     chooseFrameworks(frameworks, pack.Frameworks, in.Frameworks),
		sorting:        sortingFramework(frameworks, pack.Frameworks, in.Frameworks),
		in:             in, words: words, chartWords: chartWords, pack: pack, phrases: phrases, plan: newPlan(),
		rule: disclose.Rule{Tier: pack.Tier, Floor: in.Threshold}, idNames: idNames(pack.Tier, in.Pseudonyms[pack.Tier]),
		figured: make(map[string]bool), placed: make(map[record.Person][]string), gapsTold: make(map[string]bool),
	}
	c.ids = evidenceIDs(in.Figures, c.idNames)
	c.placeServices()
	return c.again(), nil
}

// again is a composer that has made nothing yet, with the plan of the one before it.
func (c *composer) again() *composer {
	fresh := *c
	fresh.changes, fresh.drawn, fresh.month = nil, make(map[string]bool), &monthCount{}
	fresh.used, fresh.order, fresh.seen = make(map[figureKey]page.FigureRow), nil, make(map[string]bool)
	fresh.findings = make(map[judgedKey]finding)
	return &fresh
}

// page makes all sections and the cover.
func (c *composer) page() *page.Page {
	c.prepareChanges()
	p := &page.Page{Schema: page.Schema, BodyPoints: c.in.BodyPoints}
	if c.pack.MostPages != nil {
		p.MostPages = *c.pack.MostPages
	}
	for _, s := range c.pack.Sections {
		if made := c.section(s, len(p.Sections)); len(made.Blocks) > 0 {
			p.Sections = append(p.Sections, made)
		}
	}
	c.late(p)
	p.Cover = c.cover()
	return p
}

// section makes one section and its blocks.
func (c *composer) section(s PackSection, index int) page.Section {
	out := page.Section{ID: s.ID, Label: fmt.Sprintf("%d %s", index+1, s.Label), Title: s.Title, Lead: s.Lead, NewPage: !s.Flow, Spread: s.Spread, Keep: s.Keep, NotIn: s.NotIn}
	blocks := s.Blocks
	c.month = &monthCount{}
	var found []finding
	if len(s.Counted) > 0 {
		if found = c.counted(s); len(found) == 0 {
			blocks = c.unfilled(s, s.Counted)
		}
	} else if ids := s.drawn(); len(s.Finding) == 1 && len(ids) > 0 && !slices.ContainsFunc(ids, c.everSeen) {
		blocks = c.unfilled(s, ids)
	}
	for _, b := range blocks {
		made := c.blocks(b)
		for i := range made {
			made[i].NotIn = append(made[i].NotIn, b.NotIn...)
		}
		out.Blocks = append(out.Blocks, made...)
	}
	switch {
	case len(s.Counted) > 0:
		out.Title = countedTitle(s.Title, found)
	case len(s.Finding) == 1:
		out.Title = c.sectionTitle(c.find(s.Finding[0], metrics.Scope{}))
	case len(s.Finding) > 1:
		out.Title, out.Lead = c.headlineTitle(s.Finding), c.summaryLead()
	case s.Changes:
		out.Title = c.changesTitle()
	case s.Checks:
		out.Title = c.checksTitle()
	case s.SetAside:
		out.Title = c.setAsideTitle()
	case s.Month:
		out.Title = c.monthTitle()
	}
	return out
}

// blocks makes the blocks of one entry of a pack.
func (c *composer) blocks(b PackBlock) []page.Block {
	switch {
	case len(b.Headline) > 0:
		return []page.Block{c.headline(b.Headline)}
	case b.Compare != nil:
		return c.compared(b.Compare)
	case b.Services != nil:
		if !c.everSeen(b.Services.Metric) {
			return nil // every row of it would say "no data"
		}
		return []page.Block{c.byService(b.Services)}
	case b.Chart != nil && c.undrawn(b.Chart):
		return nil
	case b.Chart != nil && !c.everSeen(b.Chart.Metric):
		return []page.Block{c.noChart(b.Chart.Metric)}
	case b.Chart != nil:
		return []page.Block{c.trend(b.Chart, metrics.Scope{})}
	case b.ChartsByService != nil:
		return c.chartsByService(b.ChartsByService)
	case b.Curve != nil:
		return []page.Block{c.curve(b.Curve)}
	case b.Funnel != nil:
		return c.funnel(b.Funnel)
	case b.Rare != nil:
		return []page.Block{c.rare(b.Rare)}
	case b.Claims != nil:
		return []page.Block{c.claims(b.Claims)}
	case b.Counts != nil:
		return c.counts(b.Counts)
	case b.Slot != nil:
		return c.slot(b.Slot)
	case b.CaseStudies != nil:
		return c.caseStudies(b.CaseStudies)
	case b.Answers != nil:
		return []page.Block{c.answers(b.Answers.Title)}
	case b.AnswerWords != nil:
		return []page.Block{c.answerWords(b.AnswerWords.Title)}
	case b.Library != nil:
		return []page.Block{library(b.Library.Title)}
	case b.People != nil:
		return []page.Block{c.people(b.People)}
	case b.Parts != nil:
		return []page.Block{c.parts(b.Parts)}
	case b.Levels != nil:
		return c.levels(b.Levels)
	case b.List != nil:
		return []page.Block{c.list(b.List)}
	case b.Weaknesses != nil:
		return []page.Block{c.weaknesses(b.Weaknesses)}
	case b.Trails != nil:
		return c.trails(b.Trails)
	case b.Chains != nil:
		return c.chains(b.Chains)
	case b.KeyQuestion != nil:
		return c.keyQuestion(b.KeyQuestion)
	case b.Challenges != nil:
		return []page.Block{c.challenges(b.Challenges.Title)}
	case b.Records != nil:
		return []page.Block{c.records(b.Records.Title)}
	case b.TenLines != nil:
		return []page.Block{c.tenLines(b.TenLines)}
	case b.Due != nil:
		return []page.Block{c.due(b.Due)}
	case b.MonthChanges != nil:
		return c.monthChanges()
	case b.Exceptions != nil:
		return c.exceptions(b.Exceptions)
	case b.Glance != nil:
		return c.glance(b.Glance)
	case b.Scorecard != nil:
		return []page.Block{c.scorecard(b.Scorecard)}
	case b.KPIs != nil:
		return c.kpis()
	case len(b.Text) > 0:
		return []page.Block{prose(b.Text)}
	case b.Changes != nil:
		return []page.Block{c.changesBlock()}
	case b.ChangeClaims != nil:
		return c.changeClaims()
	case b.Key != nil:
		return c.key(b.Key.All)
	case b.SetAside != nil:
		return []page.Block{c.setAside()}
	case b.Warnings != nil:
		return c.warningBlocks()
	case b.Missing != nil:
		return c.notEvidenced(b.Missing)
	case b.Framework != nil:
		return c.matrices()
	case b.Definitions != nil:
		return []page.Block{{Definitions: &page.Definitions{Title: "Definitions"}}}
	case b.Figures != nil:
		return []page.Block{{Figures: &page.Figures{Title: "Figures of this pack"}}}
	}
	return nil
}

// late fills in what is only known when everything else is made: the definitions
// and the evidence index hold what the pack used, and no more.
func (c *composer) late(p *page.Page) {
	for i := range p.Sections {
		for j := range p.Sections[i].Blocks {
			b := &p.Sections[i].Blocks[j]
			if b.Table != nil && b.Table.Sheet == librarySheet {
				c.fillLibrary(b.Table, p)
			}
			if b.Definitions != nil {
				b.Definitions.Rows = c.definitions()
				b.Definitions.GroupWord, b.Definitions.Groups = c.groups()
			}
			if b.Figures != nil {
				b.Figures.Rows = c.figureRows()
				b.Figures.Note = "Ranges: Wilson for per cents; Byar, or exact below 10 events, for rates; Newcombe for before and after."
			}
		}
	}
}

func prose(texts []string) page.Block {
	p := &page.Prose{}
	for _, t := range texts {
		p.Paragraphs = append(p.Paragraphs, page.Paragraph{Text: t})
	}
	return page.Block{Prose: p}
}

func (c *composer) claims(l *MetricList) page.Block {
	out := &page.Claims{Title: l.Title}
	for _, id := range c.evidencedOf(l.Metrics) {
		for _, scope := range c.scopes(l) {
			if claim := c.claim(c.find(id, scope)); claim.Text != "" {
				out.Claims = append(out.Claims, claim)
			}
		}
	}
	return page.Block{Claims: out}
}

// scopes are for whom the claims of a list speak: everybody, and where it asks for
// them each service and each person of the register.
func (c *composer) scopes(l *MetricList) []metrics.Scope {
	scopes := []metrics.Scope{{}}
	if l.Services && len(c.services) > 1 {
		for _, s := range c.services {
			scopes = append(scopes, metrics.Scope{Service: s})
		}
	}
	if l.People && c.rule.People() {
		for _, p := range c.table.People() {
			scopes = append(scopes, metrics.Scope{Person: p})
		}
	}
	return scopes
}

// sectionOf finds the section that tells more about a metric: the one whose
// finding it is by itself, or the first that counts it.
func (c *composer) sectionOf(id string) string {
	for _, s := range c.pack.Sections {
		if len(s.Finding) == 1 && s.Finding[0] == id {
			return s.ID
		}
	}
	for _, s := range c.pack.Sections {
		if slices.Contains(s.Counted, id) {
			return s.ID
		}
	}
	return ""
}

// pseudonym names a person as the tier may.
func (c *composer) pseudonym(p record.Person) string {
	if name := c.in.Pseudonyms[c.rule.Tier][p]; name != "" && c.rule.People() {
		return name
	}
	return "one person"
}

func (c *composer) sortPeople(found []finding) {
	slices.SortStableFunc(found, func(a, b finding) int {
		x, y := stateOrder[a.verdict.page().State], stateOrder[b.verdict.page().State]
		if x != y {
			return x - y
		}
		return strings.Compare(c.pseudonym(a.scope.Person), c.pseudonym(b.scope.Person))
	})
}

func mustFind(id string) metrics.Metric {
	m, _ := metrics.Find(id) // the ids in this room are checked against the register by a test
	return m
}

func shortTitle(kind record.Kind) string {
	title, _, _ := strings.Cut(kind.Title(), ",")
	return title
}
