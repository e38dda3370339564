package render

import (
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
	"evidencepack/render/page"
)

const challengesFile = "prose/challenges.yaml"

// challenge is a question and what to have in the hand when it is asked.
type challenge struct {
	Question string `yaml:"question"`
	Hand     string `yaml:"hand"`
}

// challengeWords are the words of the questions: data of the templates.
type challengeWords struct {
	Questions map[string]challenge `yaml:"questions"` // by what the program found
	Pairs     []challengePair      `yaml:"pairs"`
	Standing  map[string]challenge `yaml:"standing"` // by metric
}

// challengePair is a measure whose good figure invites the question about another.
type challengePair struct {
	First    string `yaml:"first"`
	Then     string `yaml:"then"`
	Question string `yaml:"question"`
	Hand     string `yaml:"hand"`
}

// challengeKinds are the questions there are, with what they may hold.
var challengeKinds = map[string][]string{
	"worse": {"measure", "where"}, "worse_beside": {"measure", "where"}, "offers": {"where"}, "more_written": {"measure"}, "not_backed": {"measure"},
	"less_written": {"noun"}, "hidden": {"measure"}, "months": {"kind", "months"}, "set_aside": {"n"},
}

// readChallenges reads and checks the words, before any data is read.
func readChallenges(files fs.FS) (*challengeWords, error) {
	text, err := fs.ReadFile(files, challengesFile)
	if err != nil {
		return nil, err
	}
	w := &challengeWords{}
	if err := yaml.UnmarshalWithOptions(text, w, yaml.Strict()); err != nil {
		return nil, fmt.Errorf("challenges.yaml: %w", ShortYAML(err))
	}
	fault := func(word, format string, args ...any) error {
		return fmt.Errorf("challenges.yaml, line %d: %s", lineOf(text, word), fmt.Sprintf(format, args...))
	}
	for _, name := range slices.Sorted(maps.Keys(challengeKinds)) {
		q := w.Questions[name]
		if q.Question == "" || q.Hand == "" {
			return nil, fault("questions:", "the question %q is not there", name)
		}
		spec := sentenceSpec{holds: strings.Join(challengeKinds[name], " "), says: "worse better lower less more fewer improvement"}
		for _, text := range []string{q.Question, q.Hand} {
			if wrong := spec.fault(text); wrong != "" {
				return nil, fault("  "+name+":", "%s", wrong)
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(w.Questions)) {
		if _, known := challengeKinds[name]; !known {
			return nil, fault("  "+name+":", "there is no question %q", name)
		}
	}
	ids := slices.Sorted(maps.Keys(w.Standing))
	for _, p := range w.Pairs {
		ids = append(ids, p.First, p.Then)
	}
	for _, id := range ids {
		if _, known := metrics.Find(id); !known {
			return nil, fault(id, "there is no metric %q", id)
		}
	}
	return w, nil
}

// asked is one question with what the records show.
type asked struct{ question, records, hand string }

// challenges lists what an inspector could ask about the weak spots of the pack: what
// got worse, what looks better and may not be, what is missing. Every line rests on
// figures of the pack.
func (c *composer) challenges(title string) page.Block {
	t := &page.Table{
		Title: title, Sheet: "Challenges",
		Note:    "Made by the program from the weak spots of this pack. No answer is made up: what you did is yours to say.",
		Columns: []page.Column{{Head: "What an inspector could ask", Weight: 2.6}, {Head: "What the records show", Weight: 4.2}, {Head: "Have in your hand", Weight: 2.4}},
	}
	seen := make(map[string]bool)
	for _, a := range slices.Concat(c.askWorse(), c.askOffers(), c.askBetter(), c.askPairs(), c.askStanding(), c.askMissing()) {
		if seen[a.question] {
			continue
		}
		seen[a.question] = true
		t.Rows = append(t.Rows, page.Row{Cells: []page.Cell{{Text: a.question, Strong: true}, {Text: a.records}, {Text: upperFirst(sentence(a.hand))}}})
	}
	if len(t.Rows) == 0 {
		t.Rows = append(t.Rows, page.Row{Cells: noCells("The program found no weak spot to ask about. An inspector may find others.", len(t.Columns))})
	}
	return page.Block{Table: t}
}

func (c *composer) question(kind, records string, fields ...string) asked {
	q := c.challengeWords.Questions[kind]
	return asked{upperFirst(strings.NewReplacer(fields...).Replace(q.Question)), records, q.Hand}
}

// monthsAsked is how many months of a figure are named one by one.
const monthsAsked = 6

// askWorse asks once about each measure that got clearly worse, wherever that was, with the
// months of the place where it is worst.
func (c *composer) askWorse() []asked {
	type worsening struct {
		kind, measure  string
		where, records []string
	}
	var found []*worsening
	for _, w := range c.weakList(c.weakMetrics(), nil) {
		if w.rank != rankWorse || w.used == nil {
			continue
		}
		f := *w.used
		c.use(f)
		kind, records := "worse", fmt.Sprintf("%s: %s, before %s.", upperFirst(c.whereIn(f.scope)), counts(f.after, false), counts(f.before, false))
		if way(&f) != worse { // it is what stands beside it that got worse
			kind, records = "worse_beside", strings.TrimSpace(w.claim.Text+" "+w.claim.More)
		}
		i := slices.IndexFunc(found, func(o *worsening) bool { return o.kind == kind && o.measure == f.metric.Title })
		if i < 0 {
			if months := c.monthsIn(f); months != "" && kind == "worse" {
				records += " By month: " + months + "."
			}
			i, found = len(found), append(found, &worsening{kind: kind, measure: f.metric.Title})
		}
		found[i].where, found[i].records = append(found[i].where, c.whereIn(f.scope)), append(found[i].records, records)
	}
	var out []asked
	for _, o := range found {
		out = append(out, c.question(o.kind, strings.Join(o.records, " "), "{measure}", o.measure, "{where}", listWords(o.where)))
	}
	return out
}

// recordsOf says both figures with their counts.
func (c *composer) recordsOf(f finding) string {
	return fmt.Sprintf("%s: %s, before %s.", upperFirst(f.metric.Title), counts(f.after, false), counts(f.before, false))
}

func (c *composer) whereIn(s metrics.Scope) string {
	if s.Service != "" {
		return "at " + c.service(s.Service)
	}
	return "across all services"
}

// monthsIn writes the figures of the last months of the period, those without rows by
// their word.
func (c *composer) monthsIn(f finding) string {
	var parts []string
	for _, m := range c.months() {
		if !f.after.Span.Has(m.From) || f.metric.Grain != metrics.GrainMonth || f.metric.Grows {
			continue
		}
		v := c.value(f.metric, f.scope, m)
		parts = append(parts, monthLabel(m.From)+" "+c.countsFirst(f, v, valueText(v)))
	}
	if len(parts) > monthsAsked {
		parts = parts[len(parts)-monthsAsked:]
	}
	return strings.Join(parts, ", ")
}

// askOffers asks about offers wherever first refusals are clearly lower.
func (c *composer) askOffers() []asked {
	var where []string
	var records []string
	for _, id := range c.weakMetrics() {
		m := mustFind(id)
		if m.Better != metrics.LowerWithPartners || len(m.Partners) == 0 {
			continue
		}
		for _, s := range c.everywhere() {
			f := c.judged(id, s)
			if f.clear != metrics.Lower || !f.known() || f.verdict == noChange || f.verdict == tooFew || f.verdict == lessNoted {
				continue
			}
			p := c.find(amountPartner(m), s)
			where = append(where, c.whereIn(s))
			records = append(records, fmt.Sprintf("%s: %s %s, before %s.", upperFirst(strings.TrimPrefix(c.whereIn(s), "at ")), lowerFirst(p.metric.Title), valueText(p.after), valueText(p.before)))
		}
		break // one question is enough
	}
	if len(where) == 0 {
		return nil
	}
	return []asked{c.question("offers", strings.Join(records, " "), "{where}", listWords(where))}
}

// amountPartner is the partner that says how much was offered, or the first.
func amountPartner(m metrics.Metric) string {
	for _, id := range m.Partners {
		if p, known := metrics.Find(id); known && p.Unit == metrics.PerPersonWeek {
			return id
		}
	}
	return m.Partners[0]
}

// everywhere is all services together and each by itself.
func (c *composer) everywhere() []metrics.Scope {
	scopes := []metrics.Scope{{}}
	if len(c.services) > 1 {
		for _, s := range c.services {
			scopes = append(scopes, metrics.Scope{Service: s})
		}
	}
	return scopes
}

// askBetter asks about what looks better: more may have been written down, a partner
// may speak against it, less may have been recorded, a service may be worse.
func (c *composer) askBetter() []asked {
	var out []asked
	for _, id := range c.weakMetrics() {
		f := c.judged(id, metrics.Scope{})
		fields := []string{"{measure}", f.metric.Title, "{noun}", f.metric.NounDenominator}
		kind, records := "", ""
		switch {
		case !f.known():
		case f.verdict == notBacked:
			kind, records = "not_backed", c.claim(f).Text
		case f.verdict == lessNoted && f.metric.Amount:
			kind, records = "less_written", c.claim(f).Text
		case f.verdict == better && c.worseAt(id) != "":
			kind, records = "hidden", c.recordsOf(f)+" "+c.worseAt(id)
		case f.verdict == better && c.moreRecorded(&f):
			kind, records = "more_written", c.recordsOf(f)
		}
		if kind != "" {
			c.use(f)
			out = append(out, c.question(kind, records, fields...))
		}
	}
	return out
}

// worseAt names the services at which a measure lies on the worse side, with figures.
func (c *composer) worseAt(id string) string {
	var said []string
	for _, s := range c.everywhere()[1:] {
		if f := c.judged(id, s); f.verdict == worse {
			said = append(said, fmt.Sprintf("%s: %s, before %s.", c.service(s.Service), counts(f.after, false), counts(f.before, false)))
		}
	}
	return strings.Join(said, " ")
}

// askPairs asks for the second figure where the first is there.
func (c *composer) askPairs() []asked {
	var out []asked
	for _, p := range c.challengeWords.Pairs {
		first, then := c.judged(p.First, metrics.Scope{}), c.judged(p.Then, metrics.Scope{})
		if first.after.Value == nil || then.after.Value == nil || first.after.Numerator != nil && *first.after.Numerator == 0 {
			continue
		}
		c.use(first)
		c.use(then)
		out = append(out, asked{p.Question, fmt.Sprintf("%s: %s. %s", first.metric.Title, counts(first.after, false), c.recordsOf(then)), p.Hand})
	}
	return out
}

// askStanding asks about the shares that are a weakness by themselves.
func (c *composer) askStanding() []asked {
	var out []asked
	for _, w := range c.weakList(c.weakMetrics(), c.standingOf()) {
		q, there := c.challengeWords.Standing[w.claim.Metric]
		if w.rank != rankStanding && w.rank != rankMissed || !there {
			continue
		}
		c.use(*w.used)
		out = append(out, asked{q.Question, c.recordsOf(*w.used), q.Hand})
	}
	return out
}

// askMissing asks about months without rows and rows in no figure.
func (c *composer) askMissing() []asked {
	var out []asked
	for _, kind := range record.Kinds {
		if months := slices.Concat(c.table.MonthsWithout(kind, c.in.Baseline), c.table.MonthsWithout(kind, c.in.Period)); len(months) > 0 {
			out = append(out, c.question("months", "None in the files.", "{kind}", lowerFirst(shortTitle(kind)), "{months}", monthList(months)))
		}
	}
	all := c.in.Account.total("", "")
	if n := all.Aside(); n > 0 {
		records := fmt.Sprintf("%s of %s rows were set aside.", thousands(float64(n)), thousands(float64(all.Read)))
		for _, r := range c.in.Account.Reasons[:min(2, len(c.in.Account.Reasons))] {
			records += fmt.Sprintf(" %s: %s.", upperFirst(r.Title), plural(r.Rows, "row", "rows"))
		}
		out = append(out, c.question("set_aside", records, "{n}", thousands(float64(n))))
	}
	return out
}
