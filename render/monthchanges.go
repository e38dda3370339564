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

// checkAhead is how many days after a month a check may fall to stand as due next.
const checkAhead = 56

// monthChanges are the changes of approach as the report of one month needs them: those
// whose eight weeks are over since the month before began, with what came after them;
// then those made in the month, and those whose eight weeks are over next.
func (c *composer) monthChanges() []page.Block {
	if !c.rule.People() || len(c.changes) == 0 {
		return nil
	}
	blocks := []page.Block{c.checksDone()}
	if t := c.checksNext(); len(t.Rows) > 0 {
		return append(blocks, page.Block{Table: t})
	}
	month := c.latest()
	return append(blocks, notice(chart.StateNone, "No change of approach is written down for "+longMonth(month.To.Month()),
		"No earlier one has its eight-week check in the eight weeks after it. Where something was changed, write down what, when and for whom."))
}

// checkedIn is the month and the one before it, so that no check is lost between two
// reports.
func (c *composer) checkedIn() (span record.Span, words string) {
	month := c.latest()
	span = record.Span{From: (month.From.Month() - 1).First(), To: month.To}
	return span, strings.Replace(wholeMonths(span), " to ", " and ", 1)
}

// checksTitle counts the checks of people that fell due, by their answers.
func (c *composer) checksTitle() string {
	span, words := c.checkedIn()
	if !c.rule.People() {
		return "Changes of approach"
	}
	counts := make(map[verdict]int)
	checks := c.checksIn(span)
	for _, v := range checks {
		counts[c.changeVerdict(v)]++
	}
	if len(checks) == 0 {
		return "No check of a change for one person fell due in " + words
	}
	return fmt.Sprintf("%s fell due: %s", plural(len(checks), "eight-week check", "eight-week checks"), c.verdictCounts(counts))
}

// checksDone draws the checks that fell due.
func (c *composer) checksDone() page.Block {
	since, words := c.checkedIn()
	title := "Eight-week checks that fell due in " + words
	f := &page.Forest{Title: title}
	counts := make(map[verdict]int)
	for _, v := range c.checksIn(since) {
		row := c.forestRow(v)
		row.Why = strings.TrimSpace(fmt.Sprintf("Check due %s. %s", c.checkDay(v.Span.To), row.Why))
		f.Rows = append(f.Rows, row)
		c.useOne(mustFind(changeMetric), v, metrics.GrainPeriod)
		counts[c.changeVerdict(v)]++
	}
	if len(f.Rows) == 0 {
		return notice(chart.StateNone, title+": none", "No change made for one person has its eight weeks end in these months.")
	}
	f.Note = fmt.Sprintf("%s: %s. Eight weeks before the change beside eight weeks from one week after it, first refusals of one person, in percentage points; left of the line is fewer. Many changes are made when refusals are at their most, and are often followed by fewer in any case.",
		plural(len(f.Rows), "change", "changes"), c.verdictCounts(counts))
	return page.Block{Forest: f}
}

// verdictCounts says how many checks gave which answer: the good and the bad ones.
func (c *composer) verdictCounts(counts map[verdict]int) string {
	var said []string
	for _, one := range []struct {
		verdict verdict
		words   string
	}{{better, "improved"}, {worse, "got worse"}, {noChange, "no clear change"}, {notBacked, "fewer, but support was offered less"}, {lessNoted, "far less was recorded after"}, {tooFew, "too few to say"}} {
		if n := counts[one.verdict]; n > 0 {
			said = append(said, thousands(float64(n))+" "+one.words)
		}
	}
	return strings.Join(said, ", ")
}

// checksIn are the comparisons of the changes whose eight weeks end in a span, in order
// of that day.
func (c *composer) checksIn(span record.Span) []metrics.Value {
	values := slices.DeleteFunc(c.changeValues(), func(v metrics.Value) bool { return v.Change == nil || !span.Has(v.Span.To) })
	slices.SortStableFunc(values, func(a, b metrics.Value) int { return int(a.Span.To - b.Span.To) })
	return values
}

// checkDay dates a check as exactly as the tier may.
func (c *composer) checkDay(day record.Date) string {
	if !c.rule.PersonDates() {
		return longMonth(day.Month())
	}
	return shortDate(day)
}

// checksNext lists the changes made in the month, of services and of people, and the
// earlier ones whose check comes next.
func (c *composer) checksNext() *page.Table {
	month := c.latest()
	next := record.Span{From: month.To + 1, To: month.To + checkAhead}
	t := &page.Table{
		Title: "Changes made, and checks due next", Sheet: "Changes due",
		Columns: []page.Column{{Head: "Changed", Weight: 1.2}, {Head: "Where and for whom", Weight: 2.2}, {Head: "What", Weight: 4.4}, {Head: "Check due", Weight: 1.8}},
		Source:  "A check is due when one week and then eight weeks are over. A change of a whole service has no figure of its own: look at the charts of the service from that day.",
	}
	past, pastWords := c.checkedIn()
	var made, waiting, services []page.Row
	for _, ch := range c.changes {
		check := metrics.CheckDay(ch.record.On)
		row := page.Row{Cells: []page.Cell{{Text: ch.mark.Date}, {Text: ch.mark.Where}, {Text: ch.mark.What}, {Text: c.checkDay(check)}}}
		switch {
		case month.Has(ch.record.On):
			made = append(made, row)
		case ch.record.On < month.From && next.Has(check):
			waiting = append(waiting, row)
		case ch.record.Person == "" && past.Has(check):
			services = append(services, row)
		}
	}
	group := func(title string, rows []page.Row) {
		if len(rows) > 0 {
			t.Rows = append(append(t.Rows, page.Row{Group: true, Cells: []page.Cell{{Text: title}}}), rows...)
		}
	}
	group("Made in "+longMonth(month.To.Month()), made)
	group("Made before, check due by "+shortDate(next.To), waiting)
	group("Of whole services, whose eight weeks were over in "+pastWords, services)
	if len(made) == 0 && len(waiting) > 0 {
		t.Note = fmt.Sprintf("No change of approach is written down for %s.", longMonth(month.To.Month()))
	}
	return t
}
