package render

import (
	"slices"
	"strings"

	"evidencepack/metrics"
	"evidencepack/render/page"
)

// PartsBlock is a breakdown of one metric: parts: {metric: REF-01, by: task}.
type PartsBlock struct {
	Metric string `yaml:"metric"`
	By     string `yaml:"by"` // name of a breakdown of the metric
	Title  string `yaml:"title"`
	Most   int    `yaml:"most"` // at most so many parts; 0 is all
}

// partNames are the words of a reader for the breakdowns; any other is said as it
// is written.
var partNames = map[string]string{"time_band": "time of day", "staff": "how well staff know the person", "prompt": "question"}

// partWords are the words of a reader for parts that do not speak for themselves.
var partWords = map[string]string{
	"time_band=night": "Night, 22:00 to 05:59", "time_band=morning": "Morning, 06:00 to 11:59",
	"time_band=afternoon": "Afternoon, 12:00 to 16:59", "time_band=evening": "Evening, 17:00 to 21:59",

	"type=distress_behaviour": "Distress", "type=self_harm": "Self-harm", "type=fall_injury": "Fall with injury", "type=injury_unexplained": "Injury not explained",
	"type=blanket_rule": "Rule for everybody", "type=finance_possessions": "Money and possessions", "type=food_drink": "Food and drink",
	"type=contact_visitors": "Contact and visitors", "type=communication_internet": "Communication and internet", "type=staffing_led": "Led by staffing",

	"harm=no": "No harm", "harm=low": "Low harm", "harm=moderate": "Moderate harm", "harm=severe": "Severe harm", "harm=fatal": "Death",

	"level=0": "Alone", "level=1": "With a set-up or a picture", "level=2": "With a gesture", "level=3": "With a word", "level=4": "Shown how",
	"level=5": "With a little hands-on help", "level=6": "With full hands-on help", "level=7": "Done for the person",

	"score=1": "1 out of 5", "score=2": "2 out of 5", "score=3": "3 out of 5", "score=4": "4 out of 5", "score=5": "5 out of 5",

	"trigger=fixed_time": "Fixed times", "trigger=light": "Bright light", "trigger=said_no_to": "Being told no", "trigger=rushed": "Being rushed",
	"trigger=other_person": "Another person", "trigger=pain_or_unwell": "Pain, or unwell", "trigger=request_or_demand": "Being asked to do something",

	"theme=dignity_respect": "Dignity and respect", "theme=choice_control": "Choice and control", "theme=timing_missed_late": "Late or missed visits",
}

// partOrder is the order of parts that follow each other; any others come by size.
var partOrder = map[string][]string{
	"time_band": {"morning", "afternoon", "evening", "night"},
	"weekday":   {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"},
}

func partName(by string) string {
	if words, there := partNames[by]; there {
		return words
	}
	return strings.ReplaceAll(by, "_", " ")
}

// partLabel names a part: personal_care is Personal care.
func partLabel(breakdown string) string {
	if words, there := partWords[breakdown]; there {
		return words
	}
	_, word, _ := strings.Cut(breakdown, "=")
	return upperFirst(strings.ReplaceAll(word, "_", " "))
}

// partRow is one part in both windows.
type partRow struct{ before, after metrics.Value }

// parts is the table of a breakdown.
func (c *composer) parts(b *PartsBlock) page.Block {
	m := mustFind(b.Metric)
	found, share := c.partsOf(m, b.By), m.ShareOfWhole(b.By)
	title := b.Title
	if title == "" {
		title = m.Title + " by " + partName(b.By)
	}
	c.seen[m.ID] = true
	if len(found) == 0 {
		return notice("", title, "No part of it is known in these dates.")
	}
	c.sortParts(found, b.By)
	t := &page.Table{
		Title: title, Sheet: upperFirst(partName(b.By)),
		Columns: []page.Column{
			{Head: upperFirst(partName(b.By)), Weight: 2.4}, {Head: "Before, counts", Numeric: true, Weight: 1.5}, {Head: "Before", Numeric: true, Weight: 1},
			{Head: "After, counts", Numeric: true, Weight: 1.5}, {Head: "After", Numeric: true, Weight: 1}, {Head: changeHead(found[0].after.Unit), Weight: 2.2},
		},
		Note:   "Of many parts compared, about 1 in 20 differs by chance alone.",
		Source: c.sourceLine(m, metrics.Scope{}, ""),
	}
	if share {
		t.Columns = append(t.Columns, page.Column{Head: "Share of all after", Numeric: true, Weight: 1.3}, page.Column{Head: "Running share", Numeric: true, Weight: 1.2})
		t.Note += " The shares are of all that was counted after, also what is in no part."
	}
	left := 0
	if b.Most > 0 && len(found) > b.Most {
		left = len(found) - b.Most
	}
	shares := c.runningShares(m, found)
	for i, p := range found[:len(found)-left] {
		c.useOne(m, p.after, metrics.GrainPeriod)
		c.useOne(m, p.before, metrics.GrainBaseline)
		cells := c.partCells(m, p)
		if share {
			cells = append(cells, shares[i]...)
		}
		t.Rows = append(t.Rows, page.Row{Cells: cells})
	}
	if left > 0 && c.rule.Names() {
		t.Source += " The other " + plural(left, "part stands", "parts stand") + " in evidence.csv."
	}
	return page.Block{Table: t}
}

func changeHead(u metrics.Unit) string {
	if u == metrics.Percent {
		return "Change in points"
	}
	return "Change"
}

// partsOf works out the parts of both windows, with what the tier withholds marked.
func (c *composer) partsOf(m metrics.Metric, by string) []partRow {
	both := c.table.PartsOver(m, metrics.Scope{}, c.in.Baseline, c.in.Period)
	var found []partRow
	for i := range both[0] {
		if strings.HasPrefix(both[0][i].Breakdown, by+"=") {
			found = append(found, partRow{tidy(both[0][i]), tidy(both[1][i])})
		}
	}
	c.withholdParts(m, found)
	return found
}

// withholdParts asks for all parts, also those for which there is no room, as they
// follow from the others; and where the whole of a window is withheld, so are they.
func (c *composer) withholdParts(m metrics.Metric, found []partRow) {
	for i := range found {
		for _, v := range []*metrics.Value{&found[i].before, &found[i].after} {
			whole := c.value(m, metrics.Scope{}, v.Span)
			c.ask(whole)
			c.ask(*v)
			*v = c.asDecided(*v)
			v.Withheld = v.Withheld || c.rule.Hides(whole)
		}
	}
}

// sortParts puts parts that follow each other in their order, and others by size;
// those that are withheld come last, so that their place tells nothing.
func (c *composer) sortParts(found []partRow, by string) {
	size := func(p partRow) float64 {
		switch {
		case c.rule.Hides(p.after):
			return -1
		case p.after.Numerator != nil:
			return *p.after.Numerator
		}
		return 0
	}
	order := partOrder[by]
	slices.SortStableFunc(found, func(a, b partRow) int {
		if order != nil {
			_, x, _ := strings.Cut(a.after.Breakdown, "=")
			_, y, _ := strings.Cut(b.after.Breakdown, "=")
			return slices.Index(order, x) - slices.Index(order, y)
		}
		switch x, y := size(a), size(b); {
		case x > y:
			return -1
		case x < y:
			return 1
		}
		return strings.Compare(a.after.Breakdown, b.after.Breakdown)
	})
}

func (c *composer) partCells(m metrics.Metric, p partRow) []page.Cell {
	f := finding{metric: m, before: p.before, after: p.after}
	change := page.Cell{Text: "not compared"}
	d := metrics.Compare(p.before, p.after)
	switch {
	case c.rule.Hides(p.before) || c.rule.Hides(p.after): // both were asked for
		change = page.Cell{Text: withheld, Withheld: true}
	case d.Change != nil && d.Lower != nil && d.Upper != nil:
		change.Text = strings.Replace(differenceText(*d.Change, *d.Lower, *d.Upper), " points", "", 1) // the head of the column says it
	case d.Change != nil && p.after.Unit == metrics.Count:
		change.Text = signedCount(*d.Change)
	case d.Change != nil:
		change.Text = signed(*d.Change)
	}
	return []page.Cell{
		{Text: partLabel(p.after.Breakdown)}, c.countsCell(f, p.before), c.valueCell(p.before, false),
		c.countsCell(f, p.after), c.valueCell(p.after, true), change,
	}
}

// signedCount writes a difference of two counts: +3, −2, 0.
func signedCount(v float64) string {
	if v > 0 {
		return "+" + thousands(v)
	}
	return thousands(v)
}

// runningShares gives for each part its share of all that was counted, and that of
// it and all before it. Where one part is withheld, no share is shown: the next
// running share would give it away.
func (c *composer) runningShares(m metrics.Metric, found []partRow) [][]page.Cell {
	out := make([][]page.Cell, len(found))
	whole := c.value(m, metrics.Scope{}, c.in.Period)
	hidden := slices.ContainsFunc(found, func(p partRow) bool { return c.rule.Hides(p.after) }) || c.rule.Hides(whole)
	running := 0.0
	for i, p := range found {
		switch {
		case hidden:
			out[i] = []page.Cell{{Text: withheld, Withheld: true}, {Text: withheld, Withheld: true}}
		case whole.Numerator == nil || *whole.Numerator == 0 || p.after.Numerator == nil:
			out[i] = []page.Cell{{Text: "no data"}, {Text: "no data"}}
		default:
			running += *p.after.Numerator
			out[i] = []page.Cell{shareCell(100 * *p.after.Numerator / *whole.Numerator), shareCell(100 * running / *whole.Numerator)}
		}
	}
	return out
}

func shareCell(percent float64) page.Cell {
	v := significant(percent)
	return page.Cell{Text: number(metrics.Percent, v), Number: &v, Format: page.FormatPercent}
}
