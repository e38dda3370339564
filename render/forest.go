package render

import (
	"fmt"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// changesBlock lists every change made for a person with the eight weeks before
// and after; at the external tier only how many there were.
func (c *composer) changesBlock() page.Block {
	n := c.outcomes()
	if !c.rule.People() {
		return page.Block{Prose: &page.Prose{Paragraphs: []page.Paragraph{{Text: changesWithoutPeople(n, c.floor())}}}}
	}
	f := &page.Forest{
		Title: "Eight weeks before and after each change",
		Note:  "First refusals of one person, difference in percentage points, from one week after the change. Left of the line is fewer refusals. Of many changes compared, about 1 in 20 differs by chance alone; and a change made when refusals are at their most is often followed by fewer in any case.",
	}
	for _, v := range c.changeValues() {
		if v.Change == nil {
			continue
		}
		f.Rows = append(f.Rows, c.forestRow(v))
		c.useOne(mustFind(changeMetric), v, metrics.GrainPeriod)
	}
	if len(f.Rows) == 0 {
		return notice(chart.StateTooFew, "No data", "No file names a change of approach for a person. Record what you changed, when and for whom, to see whether it helped.")
	}
	less := ""
	if n.less.changes > 0 {
		less = fmt.Sprintf(", %s far fewer after than before", thousands(float64(n.less.changes)))
	}
	f.Source = fmt.Sprintf("%s had enough offers to compare; %s had too few%s. Source: %s.",
		plural(n.compared.changes, "change", "changes"), thousands(float64(n.few.changes)), less, c.source(record.KindPlanChange))
	return page.Block{Forest: f}
}

func (c *composer) forestRow(v metrics.Value) page.ForestRow {
	ch := v.Change
	row := page.ForestRow{
		Label: fmt.Sprintf("%s, %s, %s", shortDate(ch.On), c.service(v.Scope.Service), c.pseudonym(v.Scope.Person)), What: ch.ID,
		Before: countsText(ch.BeforeNumerator, ch.BeforeDenominator), After: countsText(*v.Numerator, *v.Denominator),
		Value: v.Value, Lower: v.Lower, Upper: v.Upper, Why: v.Why,
		Evidence: c.evidenceID(changeMetric, v, metrics.GrainPeriod), Verdict: c.changeVerdict(v).page(),
	}
	if c.rule.Tier == page.TierInspection {
		row.Label = fmt.Sprintf("%s, %s, %s", longMonth(ch.On.Month()), c.service(v.Scope.Service), c.pseudonym(v.Scope.Person))
	}
	for _, known := range c.changes {
		if known.record.ID == ch.ID && known.record.Person == v.Scope.Person {
			row.What = known.mark.What
		}
	}
	if v.Value != nil {
		row.Verdict.Difference = differenceText(*v.Value, *v.Lower, *v.Upper)
	}
	return row
}

// countsText writes 21 of 56 (38%), or the counts alone where there is nothing to divide by.
func countsText(n, d float64) string {
	if d == 0 {
		return fmt.Sprintf("%s of %s", thousands(n), thousands(d))
	}
	return fmt.Sprintf("%s of %s (%s)", thousands(n), thousands(d), shareInText(100*n/d, d))
}
