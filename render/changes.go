package render

import (
	"fmt"
	"slices"
	"strings"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// change is one change of approach with its letter, as the tier may show it.
type change struct {
	record *record.PlanChange
	mark   chart.Mark
}

// prepareChanges gives letters to the changes: first those of whole services,
// then those made for one person, each in order of their dates. At the external
// tier only the first exist, by quarter and without the provider's own words.
func (c *composer) prepareChanges() {
	ordered := slices.Clone(c.in.Changes)
	slices.SortStableFunc(ordered, func(a, b *record.PlanChange) int {
		switch {
		case (a.Person == "") == (b.Person == ""):
			return 0
		case a.Person == "":
			return -1
		}
		return 1
	})
	for _, r := range ordered {
		if r.Person != "" && !c.rule.People() {
			continue
		}
		c.changes = append(c.changes, change{record: r, mark: c.mark(r, letters(len(c.changes)))})
	}
}

func (c *composer) mark(r *record.PlanChange, letter string) chart.Mark {
	m := chart.Mark{Letter: letter, From: r.On.String(), To: r.On.String(), Date: shortDate(r.On), Where: c.service(r.Service), What: c.changeWords(r)}
	if r.Service == "" {
		m.Where = "all services"
	}
	switch {
	case !c.rule.ExactDates():
		month := r.On.Month()
		first := month - month%3
		span := record.Span{From: first.First(), To: (first + 2).Last()}
		m.From, m.To, m.Date = span.From.String(), span.To.String(), quarterLabel(span)
	case r.Person != "" && c.rule.Tier == page.TierInspection:
		m.From, m.To, m.Date = r.On.Month().First().String(), r.On.Month().Last().String(), longMonth(r.On.Month())
	}
	if r.Person != "" {
		m.Where += ", " + c.pseudonym(r.Person)
	}
	return m
}

// changeWords says what was changed. The provider's own words are printed where
// the tier allows them and they hold nothing that could name anybody.
func (c *composer) changeWords(r *record.PlanChange) string {
	if c.rule.Names() && r.What != "" && c.in.Safe(r.What) {
		return r.What
	}
	area := strings.ReplaceAll(r.Area, "_", " ")
	method := strings.ReplaceAll(r.Method, "_", " ")
	switch {
	case area == "" && (method == "" || method == "other"):
		return "a change of approach"
	case method == "" || method == "other":
		return "a change in " + area
	case area == "":
		return "a change of approach: " + method
	}
	return "a change in " + area + ": " + method
}

// marks are the changes drawn on a chart: those of whole services on the chart of
// all services; on that of one service also those made for single people there.
func (c *composer) marks(scope metrics.Scope) []chart.Mark {
	var marks []chart.Mark
	first, last := c.table.DataFrom(), c.table.DataTo()
	for _, ch := range c.changes {
		whole := ch.record.Person == ""
		here := scope.Service == "" || ch.record.Service == "" || ch.record.Service == scope.Service ||
			scope.Service == c.pool && c.pool != "" && slices.Contains(c.in.Small, ch.record.Service)
		if here && (whole || scope.Service != "") && ch.record.On >= first && ch.record.On <= last {
			marks = append(marks, ch.mark)
			c.drawn[ch.mark.Letter] = true
		}
	}
	return marks
}

// key explains the letters that the charts since the last key bear, or lists all
// changes of whole services. No letters need no key.
func (c *composer) key(all bool) []page.Block {
	var marks []chart.Mark
	for _, ch := range c.changes {
		if (all && ch.record.Person == "") || (!all && c.drawn[ch.mark.Letter]) {
			marks = append(marks, ch.mark)
		}
	}
	c.drawn = make(map[string]bool)
	if len(marks) == 0 {
		return nil
	}
	note := "Flags say when something changed, not that it was the cause."
	if !c.rule.People() {
		note += " Changes made for one person are not drawn at this tier."
	}
	return []page.Block{{Key: &page.Key{Marks: marks, Note: note}}}
}

// outcomes counts the changes of approach by what happened, and the people they
// were made for.
type outcomes struct{ compared, improved, same, worse, few, less, unbacked tally }

// tally is a number of changes with the people behind them.
type tally struct {
	changes int
	people  map[record.Person]bool
}

func (t *tally) add(p record.Person) {
	if t.people == nil {
		t.people = make(map[record.Person]bool)
	}
	t.changes++
	t.people[p] = true
}

// small tells whether a number must not be shown outside: fewer than the floor of
// changes, or of people behind them. None at all is not small.
func (t tally) small(floor int) bool {
	return t.changes > 0 && (t.changes < floor || len(t.people) < floor)
}

func (c *composer) outcomes() outcomes {
	var n outcomes
	for _, v := range c.changeValues() {
		switch c.changeVerdict(v) {
		case better:
			n.improved.add(v.Scope.Person)
		case worse:
			n.worse.add(v.Scope.Person)
		case noChange:
			n.same.add(v.Scope.Person)
		case notBacked: // clear, but counted with those that are not: it is no improvement
			n.same.add(v.Scope.Person)
			n.unbacked.add(v.Scope.Person)
		case lessNoted:
			n.less.add(v.Scope.Person)
			continue
		default:
			n.few.add(v.Scope.Person)
			continue
		}
		n.compared.add(v.Scope.Person)
	}
	return n
}

// changeValues gives CHG-02: one value for each change made for a person.
func (c *composer) changeValues() []metrics.Value {
	m, known := metrics.Find(changeMetric)
	if !known {
		return nil
	}
	values := c.table.Over(m, metrics.Scope{}, record.Span{})
	for i := range values {
		values[i] = tidy(values[i])
	}
	return values
}

// changesTitle is the finding over all changes, so that nobody shows only the good ones.
func (c *composer) changesTitle() string {
	n := c.outcomes()
	if n.compared.changes == 0 {
		return "No change of approach could be compared yet"
	}
	if !c.rule.People() {
		if n.compared.small(c.floor()) {
			return "Changes of approach: too few to show"
		}
		return fmt.Sprintf("%d changes of approach could be compared", n.compared.changes)
	}
	return fmt.Sprintf("%s could be compared: %d improved, %d no clear change, %d got worse",
		plural(n.compared.changes, "change", "changes"), n.improved.changes, n.same.changes, n.worse.changes)
}

// changesWithoutPeople says how many changes there were, without small numbers and
// without letting one be worked out from the others.
func changesWithoutPeople(n outcomes, floor int) string {
	if n.compared.changes == 0 {
		return "No change of approach had enough offers before and after it to be compared."
	}
	if n.compared.small(floor) {
		return fmt.Sprintf("Fewer than %d changes of approach, or changes for fewer than %d people, could be compared, so nothing is shown here.", floor, floor)
	}
	text := fmt.Sprintf("When a plan is not working we change it, date the change, and compare the eight weeks before with eight weeks after, for the same person and the same kind of support. %d changes could be compared.", n.compared.changes)
	rest := 0
	var said []string
	for _, part := range []struct {
		count tally
		words string
	}{{n.improved, "first refusals were clearly lower"}, {n.same, "there was no clear change"}, {n.worse, "they were clearly higher"}} {
		if part.count.changes > 0 && !part.count.small(floor) {
			said = append(said, fmt.Sprintf("For %d, %s.", part.count.changes, part.words))
		} else {
			rest += part.count.changes
		}
	}
	if rest > 0 && (rest < floor || len(said) == 0) {
		return text + " How they divide is not shown, because some of the counts are small."
	}
	if rest > 0 {
		said = append(said, fmt.Sprintf("The other %d are too few to show by direction.", rest))
	}
	return text + " " + strings.Join(said, " ")
}
