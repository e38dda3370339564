package render

import (
	"slices"
	"strings"
	"testing"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// TestTrailsInThePDF chooses by hand: most lanes with something in both windows, then
// most records, then the pseudonym; or those that pack.yaml names.
func TestTrailsInThePDF(t *testing.T) {
	c := testComposer(t, page.TierInspection, newTable())
	c.in.Pseudonyms = map[page.Tier]map[record.Person]string{page.TierInspection: {"a": "P-001", "b": "P-002", "c": "P-003", "d": "P-004"}}
	all := []trail{{person: "a", both: 2, rows: 50}, {person: "b", both: 3, rows: 10}, {person: "c", both: 2, rows: 80}, {person: "d", both: 2, rows: 50}}
	for _, one := range []struct {
		named []string
		most  int
		want  []record.Person
	}{
		{nil, 3, []record.Person{"b", "c", "a"}},
		{nil, 1, []record.Person{"b"}},
		{nil, 9, []record.Person{"b", "c", "a", "d"}},
		{nil, 0, nil},
		{[]string{"P-004"}, 3, []record.Person{"d"}},
	} {
		c.in.Trails = one.named
		if got := c.printedTrails(all, one.most); !slices.Equal(got, one.want) {
			t.Errorf("%v, at most %d: %v, want %v", one.named, one.most, got, one.want)
		}
	}
}

// TestTrailMonths keeps a gap a gap, and places what happened to one person by month
// alone.
func TestTrailMonths(t *testing.T) {
	table := newTable()
	months := monthsFrom(2025, 4, 18)
	monthlyOffers(table, "Elm", months[:5], uneven[:5], 120, 8)
	monthlyOffers(table, "Elm", months[6:], uneven[6:], 120, 8)
	c := testComposer(t, page.TierInspection, table)
	people := c.table.People()
	blocks := c.trails(&TrailsBlock{Most: 1, Figures: []string{"REF-01"}, Lanes: []TrailLane{{Name: "Refusals", Metric: "REF-01", Kind: chart.LaneShare}, {Name: "Comfort", Metric: "RAT-01", Kind: chart.LaneShare}}})
	if len(blocks) != len(people) || len(people) < 2 {
		t.Fatalf("%d time lines of %d people", len(blocks), len(people))
	}
	printed := 0
	for _, b := range blocks {
		if len(b.NotIn) == 0 {
			printed++
		}
		spec := b.Timeline.Spec
		if len(spec.Lanes) != 2 || len(spec.Lanes[0].Months) != 18 || len(b.Timeline.Figures) != 1 {
			t.Fatalf("%+v", b.Timeline)
		}
		if last := spec.Lanes[0].Months[5]; last.Value != nil || last.Text == "0" {
			t.Errorf("a month without records: %+v", last)
		}
		if comfort := spec.Lanes[1].Months[0]; comfort.Value != nil || comfort.Text != "no data" {
			t.Errorf("a lane without records: %+v", comfort)
		}
		if strings.Contains(spec.Alt, "comfort") {
			t.Errorf("what has no records is counted: %s", spec.Alt)
		}
	}
	if printed != 1 {
		t.Errorf("%d time lines in the PDF", printed)
	}
	outside := testComposer(t, page.TierExternal, table)
	if b := outside.trails(&TrailsBlock{Most: 3}); len(b) != 1 || b[0].Notice == nil {
		t.Errorf("a reader outside gets time lines: %+v", b)
	}
	if b := outside.chains(&ChainsBlock{}); len(b) != 1 || b[0].Notice == nil {
		t.Errorf("a reader outside gets incidents: %+v", b)
	}
}

// TestChainCells writes one chain as the tier may: by month for readers on site.
func TestChainCells(t *testing.T) {
	c := testComposer(t, page.TierInspection, newTable())
	one := metrics.Chain{
		Person: "a", Service: "Elm", Type: "fall", On: dateOf(t, "2026-05-07"), Learned: true, Actions: 3, Open: 2, Late: 1,
		ChangedOn: dateOf(t, "2026-05-10"), AgainOn: dateOf(t, "2026-05-08"), Loop: metrics.LoopAgain, Ref: record.Ref{File: "incidents.csv", Row: 12},
	}
	var got []string
	for _, cell := range c.chainCells(one) {
		got = append(got, cell.Text)
	}
	want := []string{c.pseudonym("a"), "Elm", "Fall", "May 2026", "written", "1 of 3 done, 1 late", "after 3 days", "after 1 day", chainWords[metrics.LoopAgain], "incidents.csv, line 12"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	for loop := metrics.LoopAgain; loop <= metrics.LoopClosed; loop++ {
		if chainWords[loop] == "" {
			t.Errorf("loop %d has no words", loop)
		}
	}
}
