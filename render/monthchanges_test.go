package render

import (
	"strings"
	"testing"

	"evidencepack/ingest/record"
	"evidencepack/render/page"
)

// checkTable holds changes about September 2026 and, for person 1, ten offers on each
// side: eight first refused before and none after.
func checkTable(t *testing.T) (*composer, []*record.PlanChange) {
	t.Helper()
	table := newTable()
	var all []*record.PlanChange
	change := func(id, day, service, person string) {
		r := &record.PlanChange{Head: record.Head{ID: id, Service: service, Person: record.Person(person), On: dateOf(t, day)}, Area: "staffing", What: "what " + id}
		table.Add(r)
		all = append(all, r)
	}
	change("early", "2026-05-30", "Elm", "1") // check 31 July: before the two months
	change("first", "2026-05-31", "Elm", "1") // check 1 August
	change("home", "2026-07-01", "Elm", "")   // of a service, check 1 September
	change("last", "2026-07-30", "Elm", "2")  // check 30 September
	change("next", "2026-07-31", "Elm", "2")  // check 1 October: due next
	change("made", "2026-09-30", "Elm", "2")  // in the month
	change("after", "2026-10-01", "Elm", "2") // of the next report
	first := all[1].On
	for i := range 10 {
		for _, side := range []struct {
			day     record.Date
			refused bool
		}{{first - 10 - record.Date(i), i < 8}, {first + 10 + record.Date(i), false}} {
			outcome := record.Accepted
			if side.refused {
				outcome = record.Refused
			}
			table.Add(&record.CareTask{Head: record.Head{Service: "Elm", Person: "1", On: side.day}, Category: record.CategoryPersonalCare, Outcome: outcome, Rank: record.NoRank})
		}
	}
	c := testComposer(t, page.TierInternal, table)
	c.in.Changes = all
	c.in.Pseudonyms = map[page.Tier]map[record.Person]string{page.TierInternal: {"1": "P-001", "2": "P-002"}, page.TierInspection: {"1": "P-001", "2": "P-002"}}
	c.prepareChanges()
	return c, all
}

func TestEightWeekChecksByHand(t *testing.T) {
	c, _ := checkTable(t)
	blocks := c.monthChanges()
	if len(blocks) != 2 || blocks[0].Forest == nil || blocks[1].Table == nil {
		t.Fatalf("%+v", blocks)
	}
	f := blocks[0].Forest
	if f.Title != "Eight-week checks that fell due in August and September 2026" || len(f.Rows) != 2 {
		t.Fatalf("%q with %d rows", f.Title, len(f.Rows))
	}
	if first := f.Rows[0]; first.Before != "8 of 10 (80%)" || first.After != "0 of 10 (0%)" || !strings.Contains(first.Why, "Check due 1 Aug 2026.") || first.Verdict.Word != "Improvement" {
		t.Errorf("%+v", first)
	}
	if last := f.Rows[1]; !strings.Contains(last.Why, "Check due 30 Sep 2026. Too few") {
		t.Errorf("%+v", last)
	}
	if got := c.checksTitle(); got != "2 eight-week checks fell due: 1 improved, 1 too few to say" {
		t.Error(got)
	}
	var got []string
	for _, row := range blocks[1].Table.Rows {
		var cells []string
		for _, cell := range row.Cells {
			cells = append(cells, cell.Text)
		}
		got = append(got, strings.Join(cells, " | "))
	}
	want := []string{
		"Made in September 2026", "30 Sep 2026 | Elm, P-002 | what made | 1 Dec 2026",
		"Made before, check due by 25 Nov 2026", "31 Jul 2026 | Elm, P-002 | what next | 1 Oct 2026",
		"Of whole services, whose eight weeks were over in August and September 2026", "1 Jul 2026 | Elm | what home | 1 Sep 2026",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestChecksOfTheInspectionTierGiveNoDay dates what concerns one person by month.
func TestChecksOfTheInspectionTierGiveNoDay(t *testing.T) {
	c, _ := checkTable(t)
	c.rule.Tier, c.changes = page.TierInspection, nil
	c.prepareChanges()
	for _, b := range c.monthChanges() {
		for _, text := range textsOf(b) {
			if strings.Contains(text, "P-00") && strings.Contains(text, " Jul 2026") || strings.Contains(text, "1 Aug 2026") || strings.Contains(text, "1 Oct 2026") {
				t.Errorf("a day of one person: %q", text)
			}
		}
	}
}

// textsOf lists the rows of a table or a list of changes as lines.
func textsOf(b page.Block) (lines []string) {
	if b.Forest != nil {
		for _, r := range b.Forest.Rows {
			lines = append(lines, r.Label+" "+r.Why)
		}
	}
	if b.Table != nil {
		for _, r := range b.Table.Rows {
			line := ""
			for _, cell := range r.Cells {
				line += cell.Text + " "
			}
			lines = append(lines, line)
		}
	}
	return lines
}

func TestMonthWithoutChanges(t *testing.T) {
	if b := testComposer(t, page.TierInternal, newTable()).monthChanges(); len(b) != 0 {
		t.Errorf("no changes at all: %+v", b)
	}
	c := testComposer(t, page.TierInternal, newTable())
	c.in.Changes = []*record.PlanChange{{Head: record.Head{Service: "Elm", On: dateOf(t, "2025-11-02")}}}
	c.prepareChanges()
	b := c.monthChanges()
	if len(b) != 2 || b[0].Notice == nil || b[1].Notice == nil || !strings.Contains(b[1].Notice.Title, "for September 2026") {
		t.Errorf("one old change: %+v", b)
	}
	if got := c.checksTitle(); got != "No check of a change for one person fell due in August and September 2026" {
		t.Error(got)
	}
}
