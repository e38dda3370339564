package render

import (
	"strings"
	"testing"

	"evidencepack/ingest/record"
	"evidencepack/render/page"
)

// TestSingleEventsByMonth gives the day of a serious incident in the house alone: it is
// about one person. At the inspection tier no saved page holds it.
func TestSingleEventsByMonth(t *testing.T) {
	months := monthsFrom(2025, 4, 18)
	var days []record.Date
	build := func() *composer {
		table := newTable()
		days = days[:0]
		monthlyIncidents(table, months, uneven, record.HarmNone)
		for m := range months {
			for i := range 1 + m%2 {
				day := months[m].From + record.Date(3+5*(m%4)+9*i)
				days = append(days, day)
				table.Add(&record.Incident{Head: record.Head{Service: "Elm", Person: "person 1", On: day}, Type: "fall", Harm: record.HarmSevere, RecoveryMinutes: -1})
			}
		}
		return testComposer(t, page.TierInspection, table)
	}
	for _, tier := range []page.Tier{page.TierInternal, page.TierInspection} {
		c := build()
		c.pack.Tier, c.rule.Tier = tier, tier
		b := c.rare(&MetricPair{Metric: rareMetric})
		if b.Chart == nil {
			t.Fatalf("%+v", b.Notice)
		}
		p := &page.Page{Schema: page.Schema, Cover: page.Cover{Provider: "Test", Pack: "test"}, Sections: []page.Section{{ID: "all", Blocks: []page.Block{b}}}}
		saved, err := p.Save()
		if err != nil {
			t.Fatal(err)
		}
		for _, day := range days[1:] {
			for _, text := range []string{day.String(), shortDate(day) + `"`, longDate(day)} {
				if tier == page.TierInspection && strings.Contains(string(saved), text) {
					t.Errorf("the page holds %q", text)
				}
			}
			if tier == page.TierInternal && !strings.Contains(string(saved), day.String()) {
				t.Errorf("in the house %s is not there", day)
			}
		}
		s := b.Chart.Spec
		if tier == page.TierInspection && (s.Points[0].Label != "May 2025" || !s.ByMonth || !strings.Contains(s.Alt, "May 2025 to September 2026")) {
			t.Errorf("%q, %q", s.Points[0].Label, s.Alt)
		}
		for i := 1; i < len(s.Points); i++ {
			if s.Points[i].From < s.Points[i-1].From || s.Points[i].From[:7] > days[i+1].String()[:7] {
				t.Errorf("point %d stands at %s", i, s.Points[i].From)
			}
		}
	}
}
