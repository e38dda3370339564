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

// TrailsBlock is one time line a person: what was recorded about them, lane by lane.
type TrailsBlock struct {
	Lanes   []TrailLane `yaml:"lanes"`
	Figures []string    `yaml:"figures"` // measures before and after, at most four
	Most    int         `yaml:"most"`    // so many in the PDF, where pack.yaml names nobody
}

// TrailLane is one kind of record on the time line. Its months are figures of one
// measure for one person.
type TrailLane struct {
	Name    string         `yaml:"name"`
	Note    string         `yaml:"note"`
	Metric  string         `yaml:"metric"`
	Concern string         `yaml:"concern"` // for events: the measure that counts those of concern
	Kind    chart.LaneKind `yaml:"kind"`
}

// trail is one person’s time line, and how much stands on it.
type trail struct {
	person record.Person
	block  page.Timeline
	both   int     // lanes with something in both windows
	rows   float64 // records behind them
}

// trails makes the time lines of all people, in the order of their pseudonyms. The PDF
// has those that pack.yaml names, else the ones with most evidence: most lanes with
// something in both windows, then most records.
func (c *composer) trails(b *TrailsBlock) []page.Block {
	if !c.rule.People() {
		return []page.Block{notice(chart.StateNone, "People, one by one", "This tier holds no rows about single people.")}
	}
	var all []trail
	for _, p := range c.table.People() {
		if t := c.trail(b, p); t.rows > 0 {
			all = append(all, t)
		}
	}
	if len(all) == 0 {
		return []page.Block{notice(chart.StateTooFew, "People, one by one", "No export that was given has records of single people for these months.")}
	}
	printed := c.printedTrails(all, b.Most)
	slices.SortFunc(all, func(x, y trail) int { return strings.Compare(c.pseudonym(x.person), c.pseudonym(y.person)) })
	var blocks []page.Block
	for _, t := range all {
		block := page.Block{Timeline: &t.block}
		if !slices.Contains(printed, t.person) {
			block.NotIn = []string{"pdf"}
		}
		blocks = append(blocks, block)
	}
	return blocks
}

// printedTrails chooses who stands in the PDF.
func (c *composer) printedTrails(all []trail, most int) []record.Person {
	var chosen []record.Person
	for _, t := range all {
		if slices.Contains(c.in.Trails, c.pseudonym(t.person)) {
			chosen = append(chosen, t.person)
		}
	}
	if len(c.in.Trails) > 0 {
		return chosen
	}
	ranked := slices.Clone(all)
	slices.SortStableFunc(ranked, func(x, y trail) int {
		switch {
		case x.both != y.both:
			return y.both - x.both
		case x.rows > y.rows:
			return -1
		case x.rows < y.rows:
			return 1
		}
		return strings.Compare(c.pseudonym(x.person), c.pseudonym(y.person))
	})
	for _, t := range ranked[:min(most, len(ranked))] {
		chosen = append(chosen, t.person)
	}
	return chosen
}

// trail makes the time line of one person.
func (c *composer) trail(b *TrailsBlock, person record.Person) trail {
	scope := metrics.Scope{Person: person}
	t := trail{person: person}
	months := c.months()
	if len(months) == 0 {
		return t
	}
	spec := chart.Timeline{ID: "trail-" + strings.ToLower(c.pseudonym(person)), From: months[0].From.String(), Months: len(months)}
	spec.Baseline = chart.Window{From: c.in.Baseline.From.String(), To: c.in.Baseline.To.String()}
	spec.Period = chart.Window{From: c.in.Period.From.String(), To: c.in.Period.To.String()}
	var said []string
	for _, l := range b.Lanes {
		lane := chart.Lane{Name: l.Name, Note: l.Note, Kind: l.Kind}
		before, after := 0.0, 0.0
		for _, s := range months {
			m, rows := c.laneMonth(l, scope, s)
			lane.Months = append(lane.Months, m)
			t.rows += rows
			switch {
			case overlap(s, c.in.Baseline):
				before += rows
			case overlap(s, c.in.Period):
				after += rows
			}
		}
		if before > 0 && after > 0 {
			t.both++
		}
		if before+after > 0 {
			said = append(said, fmt.Sprintf("%s %s before, %s in the period", lowerFirst(l.Name), thousands(before), thousands(after)))
		}
		spec.Lanes = append(spec.Lanes, lane)
	}
	for _, ch := range c.changes {
		if ch.record.Person == person {
			spec.Marks = append(spec.Marks, ch.mark)
		}
	}
	spec.Title = c.pseudonym(person)
	if where := c.servicesOf(person); where != "" {
		spec.Title += ", " + where
	}
	spec.Alt = fmt.Sprintf("Time line of %s by month, %s. Records: %s. Changes of approach: %d.", c.pseudonym(person), c.courseHead(), orDash(strings.Join(said, "; ")), len(spec.Marks))
	t.block = page.Timeline{Spec: spec, Lead: "Everything recorded, by month. A gap is a month without records, never nought. What happened is placed by month; the rule through the lanes is a change of approach, not a cause."}
	if t.rows > 0 {
		for _, id := range b.Figures {
			if f := c.find(id, scope); f.before.Value != nil || f.after.Value != nil {
				t.block.Figures = append(t.block.Figures, c.figure(f))
			}
		}
		t.block.Source = "Records of " + c.pseudonym(person) + ": evidencepack trace lists file, sheet and row for each evidence id. " + laneSources(b.Lanes)
	}
	return t
}

// laneSources names the measure of each lane.
func laneSources(lanes []TrailLane) string {
	var parts []string
	for _, l := range lanes {
		parts = append(parts, l.Name+" "+l.Metric)
	}
	return strings.Join(parts, " · ") + "."
}

// laneMonth is one month of a lane, and how many records are behind it.
func (c *composer) laneMonth(l TrailLane, scope metrics.Scope, s record.Span) (chart.LaneMonth, float64) {
	v := c.value(mustFind(l.Metric), scope, s)
	amount := func(p *float64) float64 {
		if p == nil {
			return 0
		}
		return *p
	}
	n, d := amount(v.Numerator), amount(v.Denominator)
	if v.Status == metrics.NoData || v.Numerator == nil && v.Denominator == nil {
		return chart.LaneMonth{Text: wordFor(v)}, 0
	}
	switch l.Kind {
	case chart.LaneShare:
		if d == 0 {
			return chart.LaneMonth{Text: "none"}, 0
		}
		return chart.LaneMonth{Text: thousands(n) + " of " + thousands(d), Value: v.Value}, d
	case chart.LaneStock:
		return chart.LaneMonth{Text: thousands(d), Value: &d}, d
	case chart.LaneDone:
		if d == 0 {
			return chart.LaneMonth{Text: "none"}, 0
		}
		return chart.LaneMonth{Text: thousands(n) + " of " + thousands(d), Value: &d, Part: int(n)}, d
	}
	m := chart.LaneMonth{Text: thousands(n), Value: &n}
	if l.Concern != "" && n > 0 {
		if bad := amount(c.value(mustFind(l.Concern), scope, s).Numerator); bad > 0 {
			m.Part = int(bad)
			m.Text += ", " + thousands(bad) + " of concern"
		}
	}
	return m, n
}

// servicesOf names the services at which there is a figure of a person in either window.
func (c *composer) servicesOf(person record.Person) string {
	return listWords(c.personServices(person))
}

// personServices lists them.
func (c *composer) personServices(person record.Person) []string {
	if names, known := c.placed[person]; known {
		return names
	}
	var names []string
	for _, s := range c.services {
		for _, span := range []record.Span{c.in.Period, c.in.Baseline} {
			if v := c.value(metrics.All[0], metrics.Scope{Service: s, Person: person}, span); v.People > 0 && !slices.Contains(names, c.service(s)) {
				names = append(names, c.service(s))
			}
		}
	}
	c.placed[person] = names
	return names
}

// chainWords say how far a loop has come.
var chainWords = map[metrics.Loop]string{
	metrics.LoopAgain: "came back before the plan changed", metrics.LoopLate: "action late", metrics.LoopNoChange: "plan not changed",
	metrics.LoopDoing: "action open", metrics.LoopReturned: "plan changed, came back", metrics.LoopClosed: "closed",
}

// chains lists the incidents of the period that need a change of plan with what followed
// them, open loops first.
func (c *composer) chains(b *ChainsBlock) []page.Block {
	title := "From incident to change of plan"
	if !c.rule.People() {
		return []page.Block{notice(chart.StateNone, title, "This tier holds no rows about single people.")}
	}
	all := c.table.Chains(metrics.Scope{}, c.in.Period)
	if len(all) == 0 {
		return []page.Block{notice(chart.StateTooFew, title, "No incident of the period needs a change of plan, or no incidents were given.")}
	}
	open := len(all)
	for i, one := range all {
		if one.Loop == metrics.LoopClosed {
			open = i
			break
		}
	}
	t := &page.Table{
		Title: title, Sheet: "Incident chains",
		Note: fmt.Sprintf("%s that need a change of plan: %s open or came back, %s closed. Open loops stand first. Again: the same kind for the same person within 30 days.",
			plural(len(all), "incident", "incidents"), thousands(float64(open)), thousands(float64(len(all)-open))),
		Columns: []page.Column{
			{Head: "Person", Weight: 0.9}, {Head: "Service", Weight: 1.6}, {Head: "Incident", Weight: 1.7}, {Head: "When", Weight: 1.1}, {Head: "Learning", Weight: 1},
			{Head: "Actions", Weight: 1.2}, {Head: "Plan changed", Weight: 1.2}, {Head: "Again", Weight: 1.1}, {Head: "Loop", Weight: 14}, {Head: "Row", Weight: 2.2},
		},
	}
	short := *t
	for i, one := range all {
		row := page.Row{Cells: c.chainCells(one)}
		t.Rows = append(t.Rows, row)
		if i < b.Most && i < open {
			short.Rows = append(short.Rows, row)
		}
	}
	if b.Most == 0 || len(all) == len(short.Rows) || len(short.Rows) == 0 {
		return []page.Block{{Table: t}}
	}
	short.Sheet, short.Source = "", fmt.Sprintf("The first %s; all %s stand in the workbook (sheet Incident chains) and on the web page.", thousands(float64(len(short.Rows))), thousands(float64(len(all))))
	return []page.Block{{Table: &short, NotIn: []string{"xlsx", "html"}}, {Table: t, NotIn: []string{"pdf"}}}
}

// ChainsBlock says how many open loops the PDF has; 0 is all.
type ChainsBlock struct {
	Most int `yaml:"most"`
}

func (c *composer) chainCells(one metrics.Chain) []page.Cell {
	date := func(d record.Date) string {
		if c.rule.PersonDates() {
			return shortDate(d)
		}
		return monthLabel(d)
	}
	person, service, learned, actions, changed, again := "nobody named", one.Service, "none", "none", "not yet", "no"
	if one.Person != "" {
		person = c.pseudonym(one.Person)
	}
	if service == "" {
		service = "no service named"
	}
	if one.Learned {
		learned = "written"
	}
	if one.Actions > 0 {
		actions = fmt.Sprintf("%d of %d done", one.Actions-one.Open, one.Actions)
		if one.Late > 0 {
			actions += fmt.Sprintf(", %d late", one.Late)
		}
	}
	if one.ChangedOn != 0 {
		changed = "after " + plural(int(one.ChangedOn-one.On), "day", "days")
	}
	if one.AgainOn != 0 {
		again = "after " + plural(int(one.AgainOn-one.On), "day", "days")
	}
	loop := page.Cell{Text: chainWords[one.Loop], Strong: one.Loop <= metrics.LoopNoChange}
	return []page.Cell{
		{Text: person}, {Text: service}, {Text: partLabel("type=" + one.Type)}, {Text: date(one.On)}, {Text: learned}, {Text: actions}, {Text: changed}, {Text: again}, loop,
		{Text: fmt.Sprintf("%s, %s %d", one.Ref.File, one.Ref.RowWord(), one.Ref.Row)},
	}
}
