package render

import (
	"fmt"
	"strings"
	"testing"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
	"evidencepack/render/page"
)

// TestSecondServiceIsNowhere withholds a service because another is, in the table, in
// the claims, the charts, the funnel and the index alike, in whatever order they stand.
func TestSecondServiceIsNowhere(t *testing.T) {
	table := newTable()
	for _, span := range []record.Span{testBaseline, testPeriod} {
		offers(table, "Ash", span, 301, 2003, 20)
		offers(table, "Elm", span, 3, 1501, 20)
		offers(table, "Oak", span, 97, 1013, 20)
		offers(table, "Yew", span, 207, 1709, 20)
	}
	pair := &MetricPair{Metric: "REF-01"}
	var blocks []page.Block
	c := testComposer(t, page.TierExternal, table).passes(func(c *composer) {
		blocks = append([]page.Block{c.claims(&MetricList{Metrics: []string{"REF-01"}, Services: true})}, c.chartsByService(pair)...)
		blocks = append(blocks, c.byService(pair), c.weaknesses(&MetricList{Metrics: []string{"REF-01"}}))
		blocks = append(blocks, c.funnel(pair)...)
		blocks = append(blocks, page.Block{Figures: &page.Figures{Rows: c.figureRows()}})
	})
	p := &page.Page{Schema: page.Schema, Cover: page.Cover{Provider: "Test", Pack: "test"}, Sections: []page.Section{{ID: "all", Blocks: blocks}}}
	saved, err := p.Save()
	if err != nil {
		t.Fatal(err)
	}
	for _, leak := range []string{"97 of", "1,013", "1013", "3 of 1,501", "1501"} {
		if strings.Contains(string(saved), leak) {
			t.Errorf("the page holds %q", leak)
		}
	}
	if !strings.Contains(string(saved), "301 of 2,003") {
		t.Error("a service that gives nothing away is not shown")
	}
	for _, r := range c.figureRows() {
		if strings.HasPrefix(r.Scope, "Service\u00a0C") && (r.Status != withheld || r.Why != "Withheld so that another figure cannot be worked out.") {
			t.Errorf("%+v", r)
		}
	}
}

// TestSumsGiveNothingAway withholds what a sum binds to a withheld figure.
func TestSumsGiveNothingAway(t *testing.T) {
	value := func(tier page.Tier, added, addedBefore, id string, window record.Span) metrics.Value {
		table := newTable()
		lifts := func(span record.Span, at string, n, ended int) {
			for i := range n {
				r := &record.Restriction{
					Head: record.Head{Service: "Elm", Person: record.Person(fmt.Sprint("person ", i)), On: span.From + 1},
					Type: "kitchen " + at + fmt.Sprint(i), StartOn: span.From + 1,
				}
				if i < ended {
					r.EndOn = span.From + 40
				}
				table.Add(r)
			}
		}
		var now, before int
		fmt.Sscan(added, &now)
		fmt.Sscan(addedBefore, &before)
		lifts(testBaseline, "a", before, 0)
		lifts(testPeriod, "b", now, 0)
		c := testComposer(t, tier, table).passes(func(c *composer) {
			c.find("RES-01", metrics.Scope{})
			c.find("RES-03", metrics.Scope{})
			c.find("RES-04", metrics.Scope{})
		})
		return c.value(mustFind(id), metrics.Scope{}, window)
	}
	external, inside := testComposer(t, page.TierExternal, newTable()).rule, testComposer(t, page.TierInternal, newTable()).rule
	for _, id := range []string{"RES-03", "RES-04"} {
		if v := value(page.TierExternal, "9", "8", id, testPeriod); external.Hides(v) {
			t.Errorf("%s is withheld for nothing: %+v", id, v)
		}
		if v := value(page.TierExternal, "9", "3", id, testBaseline); !external.Hides(v) {
			t.Errorf("%s of a window gives away the other figure of that window", id)
		}
		if v := value(page.TierExternal, "9", "3", id, testPeriod); external.Hides(v) {
			t.Errorf("%s is withheld though two figures of the window before are unknown: %+v", id, v)
		}
		if v := value(page.TierExternal, "3", "12", "RES-04", testBaseline); !external.Hides(v) && !external.Hides(value(page.TierExternal, "3", "12", "RES-01", testPeriod)) {
			t.Errorf("what there were and how they changed in the window before gives away %s of the period", id)
		}
		if v := value(page.TierInternal, "9", "3", id, testPeriod); inside.Hides(v) {
			t.Errorf("%s is withheld from the people who run the services", id)
		}
	}
}

// TestSignalCellOutside says nothing of a month that the tier withholds.
func TestSignalCellOutside(t *testing.T) {
	months := monthsFrom(2025, 4, 18)
	table := newTable()
	refused := make([]int, len(months))
	for i := range refused {
		refused[i] = 20 + i%5
	}
	refused[17] = 2
	monthlyOffers(table, "Elm", months, refused, 200, 20)
	for tier, want := range map[page.Tier]bool{page.TierInternal: false, page.TierExternal: true} {
		c := testComposer(t, tier, table)
		cell := c.monthState(c.find("REF-01", metrics.Scope{}), months[17])
		if cell.Withheld != want || (cell.Text == withheld) != want {
			t.Errorf("%s: %+v", tier, cell)
		}
	}
}
