package render

import (
	"fmt"
	"sort"

	"evidencepack/metrics"
	"evidencepack/render/chart"
	"evidencepack/render/page"
)

const withheld = "not shown"

// readWithLength is what fits under a figure of the strip, in characters.
const readWithLength = 92

// headline draws the figure strip: before, after, counts, verdict, partner.
func (c *composer) headline(ids []string) page.Block {
	strip := &page.Strip{}
	for _, id := range c.evidencedOf(ids) {
		f := c.find(id, metrics.Scope{})
		strip.Figures = append(strip.Figures, c.figure(f))
	}
	return page.Block{Strip: strip}
}

func (c *composer) figure(f finding) page.Figure {
	out := page.Figure{
		Metric: f.metric.ID, Label: f.metric.Title, Format: format(f.metric.Unit),
		Verdict: c.verdictOf(f), Section: c.sectionOf(f.metric.ID),
		Evidence: c.evidenceID(f.metric.ID, f.after, metrics.GrainPeriod),
	}
	out.Before, out.BeforeValue = c.shownValue(f.before)
	out.After, out.AfterValue = c.shownValue(f.after)
	if f.verdict == tooFew {
		out.Before, out.After = c.countsFirst(f, f.before, out.Before), c.countsFirst(f, f.after, out.After)
	}
	out.BeforeCount = "before: " + c.countsOf(f, f.before, true)
	out.AfterCount = "after: " + c.countsOf(f, f.after, false)
	out.ReadWith = c.readWith(f)
	return out
}

// countsFirst writes a share of a few as its counts: "100%" of one event would be read as
// more than it is. The text is what stands there otherwise.
func (c *composer) countsFirst(f finding, v metrics.Value, text string) string {
	if f.metric.Unit != metrics.Percent || c.hides(v) || v.Numerator == nil || v.Denominator == nil || *v.Denominator >= c.words.Limits.Counted {
		return text
	}
	return c.countsOf(f, v, false)
}

// shownValue is the value as the tier may show it: a text, and the number or none.
func (c *composer) shownValue(v metrics.Value) (string, *float64) {
	if c.hides(v) {
		return withheld, nil
	}
	return valueText(v), v.Value
}

// countsOf writes the counts of a value; the noun stands where it is asked for.
func (c *composer) countsOf(f finding, v metrics.Value, noun bool) string {
	switch {
	case c.hides(v):
		return withheld
	case v.Numerator != nil && v.Denominator != nil:
		text := thousands(*v.Numerator) + " of " + thousands(*v.Denominator)
		if f.metric.Unit != metrics.Percent {
			text = thousands(*v.Numerator) + " in " + thousands(*v.Denominator)
		}
		if noun && f.metric.NounDenominator != "" {
			text += " " + f.metric.NounDenominator
		}
		return text
	case v.Value != nil:
		return valueText(v)
	}
	return wordFor(v)
}

// readWith names the partners' figures; every figure is read beside them.
func (c *composer) readWith(f finding) string {
	ids := f.metric.Beside // added is printed as large as lifted
	if len(ids) == 0 {
		ids = f.metric.Partners
	}
	text := ""
	for _, id := range ids {
		p := c.find(id, f.scope)
		before, _ := c.shownValue(p.before)
		after, _ := c.shownValue(p.after)
		part := fmt.Sprintf("%s %s to %s", lowerFirst(p.metric.Title), before, after)
		switch {
		case after == withheld:
			part = lowerFirst(p.metric.Title) + " " + withheld
		case before == withheld:
			part = fmt.Sprintf("%s %s (before %s)", lowerFirst(p.metric.Title), after, withheld)
		}
		if text != "" && len(text)+len(part) > readWithLength {
			break // the others stand in the section of the measure
		}
		if text != "" {
			text += "; "
		}
		text += part
	}
	return text
}

// order of the states in lists: clear ones first.
var stateOrder = map[chart.State]int{
	chart.StateImprovement: 0, chart.StateConcern: 1, chart.StateNoChange: 2, chart.StateTooFew: 3, chart.StateNone: 4,
}

// compare draws many measures before and after, sorted by state, then by how much
// they differ.
func (c *composer) compare(l *MetricList) page.Block {
	out := &page.Comparison{Title: l.Title, Note: l.Note, Unit: chart.UnitPercent}
	type line struct {
		row  page.ComparisonRow
		size float64
	}
	var lines []line
	for _, id := range l.Metrics {
		f := c.judged(id, metrics.Scope{})
		if f.metric.Unit != metrics.Percent || f.verdict == unknown || f.verdict == notWorked || !c.evidenced(id) {
			continue // said on the page of what is missing, not in a plate of shares
		}
		c.use(f)
		row := page.ComparisonRow{Label: f.metric.Title, Verdict: c.verdictOf(f), Evidence: c.evidenceID(id, f.after, metrics.GrainPeriod)}
		row.Before, row.BeforeValue = c.shownShare(f.before)
		row.After, row.AfterValue = c.shownShare(f.after)
		row.Counts = c.countsOf(f, f.before, false) + ", then " + c.countsOf(f, f.after, false)
		size := 0.0
		if f.hasRange() {
			size = *f.difference.Change
		}
		lines = append(lines, line{row, size})
	}
	sort.SliceStable(lines, func(i, j int) bool {
		a, b := stateOrder[lines[i].row.Verdict.State], stateOrder[lines[j].row.Verdict.State]
		if a != b {
			return a < b
		}
		return abs(lines[i].size) > abs(lines[j].size)
	})
	for _, l := range lines {
		out.Rows = append(out.Rows, l.row)
	}
	out.Source = "Counts, dates and definitions: the evidence index and the definitions."
	return page.Block{Comparison: out}
}

// shownShare is a share without its sign, for a column headed per cent.
func (c *composer) shownShare(v metrics.Value) (string, *float64) {
	text, value := c.shownValue(v)
	if value != nil {
		text = decimal(*value)
	}
	return text, value
}

func abs(v float64) float64 {
	if v < 0 {
		return -v
	}
	return v
}
