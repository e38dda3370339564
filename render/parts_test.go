package render

import (
	"fmt"
	"strings"
	"testing"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
	"evidencepack/render/page"
)

// tasks adds offers of one category by 20 people.
func tasks(t *metrics.Table, category string, span record.Span, refused, all int) {
	for i := range all {
		r := &record.CareTask{
			Head:    record.Head{Service: "Elm", Person: record.Person(fmt.Sprint("person ", i%20)), On: span.From + record.Date(i%28), At: record.NoClock},
			Outcome: record.Accepted, Category: category,
		}
		if i < refused {
			r.Outcome = record.Refused
		}
		t.Add(r)
	}
}

// A part that rests on few is withheld outside, and one more with it: the whole less
// the others would give it away.
func TestPartsGiveNothingAwayOutside(t *testing.T) {
	table := newTable()
	for _, span := range []record.Span{testBaseline, testPeriod} {
		tasks(table, record.CategoryPersonalCare, span, 61, 307)
		tasks(table, "meals_fluids", span, 31, 211)
		tasks(table, "finance", span, 3, 103)
	}
	block := &PartsBlock{Metric: "REF-01", By: "task"}
	for tier, hides := range map[page.Tier]bool{page.TierExternal: true, page.TierInternal: false} {
		var p *page.Page
		testComposer(t, tier, table).passes(func(c *composer) {
			p = &page.Page{Schema: page.Schema, Cover: page.Cover{Provider: "Test", Pack: "test"}, Sections: []page.Section{{ID: "all", Blocks: []page.Block{
				c.parts(block), {Figures: &page.Figures{Rows: c.figureRows()}},
			}}}}
		})
		saved, err := p.Save()
		if err != nil {
			t.Fatal(err)
		}
		for _, text := range []string{"3 of 103", "31 of 211"} {
			if strings.Contains(string(saved), text) == hides {
				t.Errorf("%s: %q is there: %t", tier, text, !hides)
			}
		}
		if !strings.Contains(string(saved), "61 of 307") || !strings.Contains(string(saved), "Personal care") {
			t.Errorf("%s: the part that gives nothing away is not shown", tier)
		}
	}
}

// The next running share would give a withheld part away.
func TestRunningShares(t *testing.T) {
	for _, c := range []struct {
		few  int
		tier page.Tier
		want string
	}{{3, page.TierInternal, "50.0% 50.0%, 35.0% 85.0%, 15.0% 100.0%"}, {3, page.TierExternal, "withheld withheld, withheld withheld, withheld withheld"}} {
		table := newTable()
		for kind, n := range map[string]int{"environmental": 10, "surveillance": 7, "chemical": c.few} {
			for i := range n {
				table.Add(&record.Restriction{
					Head: record.Head{Service: "Elm", Person: record.Person(fmt.Sprint("person ", i)), On: testPeriod.From + 1},
					Type: kind, StartOn: testPeriod.From + 1,
				})
			}
		}
		composer := testComposer(t, c.tier, table)
		m := mustFind("RES-03")
		found := composer.partsOf(m, "type")
		composer.sortParts(found, "type")
		var got []string
		for _, cells := range composer.runningShares(m, found) {
			got = append(got, cells[0].Text+" "+cells[1].Text)
		}
		if strings.ReplaceAll(strings.Join(got, ", "), withheld, "withheld") != c.want {
			t.Errorf("%s: %q, want %q", c.tier, got, c.want)
		}
	}
}

// A list dates what happened to one person as exactly as its tier may, and an
// external pack that names one is refused.
func TestListsKeepToTheirTier(t *testing.T) {
	table := newTable()
	due := testPeriod.To - 20
	table.Add(&record.Action{Head: record.Head{Ref: record.Ref{File: "actions.csv", Row: 7}, Service: "Elm", Person: "person 1", On: due - 30}, Source: "incident", RaisedOn: due - 30, DueOn: due})
	for tier, want := range map[page.Tier]string{
		page.TierInternal:   "Incident|" + shortDate(due) + "|20 days|actions.csv, line 7",
		page.TierInspection: "Incident|" + monthLabel(due) + "|2 weeks|actions.csv, line 7",
	} {
		c := testComposer(t, tier, table)
		b := c.list(&ListBlock{Name: "overdue_actions"})
		if b.Table == nil || len(b.Table.Rows) != 1 {
			t.Fatalf("%s: %+v", tier, b)
		}
		var got []string
		for _, cell := range b.Table.Rows[0].Cells[2:] {
			got = append(got, cell.Text)
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%s: %q, want %q", tier, got, want)
		}
		if b := c.list(&ListBlock{Name: "overdue_reviews"}); b.Notice == nil || !strings.Contains(b.Notice.Text, "No export of plan reviews was given.") {
			t.Errorf("a list without its export: %+v", b)
		}
	}
	head := "pack: x\nfile: x\ntitle: X\ntier: %s\nsections:\n  - id: a\n    blocks:\n      - %s\n"
	for _, c := range []struct{ tier, block, want string }{
		{"internal", "list: {name: overdue_actions}", ""},
		{"external", "list: {name: overdue_actions}", "line 8: the list \"overdue_actions\" holds rows about single people"},
		{"internal", "list: {name: overdue}", "there is no list \"overdue\"; there are repeated_refusals, stuck_goals"},
		{"external", "parts: {metric: REF-01, by: task}", ""},
		{"external", "parts: {metric: REF-01, by: moon}", "line 8: REF-01 has no breakdown \"moon\""},
	} {
		_, err := parsePack("packs/x.yaml", fmt.Appendf(nil, head, c.tier, c.block))
		if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s in an %s pack: %v, want %q", c.block, c.tier, err, c.want)
		}
	}
}
