package render

import (
	"strings"
	"testing"

	"evidencepack/ingest/record"
	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// TestDueByHand counts four actions due in September 2026: one in time, one late, one not
// done, one done in advance; two others are overdue since spring and due in October.
func TestDueByHand(t *testing.T) {
	table := newTable()
	first := dateOf(t, "2026-09-01")
	add := func(due, done record.Date) {
		table.Add(&record.Action{Head: record.Head{Service: "Elm", On: due - 20}, RaisedOn: due - 20, DueOn: due, CompletedOn: done})
	}
	add(first, first)
	add(first+4, first+9)
	add(first+6, 0)
	add(first+8, first-2)
	add(first-150, 0)
	add(first+40, 0)
	c := testComposer(t, page.TierInternal, table)
	b := c.due(&DueBlock{Done: []string{"OBS-01"}})
	if b.Table == nil || len(b.Table.Rows) != 1 {
		t.Fatalf("%+v", b)
	}
	for i, want := range []string{"Learning actions", "4", "2", "1", "1", "2", "1"} {
		if got := b.Table.Rows[0].Cells[i].Text; got != want {
			t.Errorf("%s is %q, want %q", b.Table.Columns[i].Head, got, want)
		}
	}
	if overdue := b.Table.Rows[0].Cells[5]; overdue.Tone != chart.StateConcern || b.Table.Columns[5].Head != "Overdue on 30 Sep 2026" || b.Table.Columns[6].Head != "Due by 30 Oct 2026" {
		t.Errorf("%+v under %+v", overdue, b.Table.Columns)
	}
	for _, part := range []string{"No export was given of: plan reviews; restrictions; supervisions; training and sign-offs; spot checks.", "cancelled counts as not done"} {
		if !strings.Contains(b.Table.Source, part) {
			t.Errorf("%q is not in %q", part, b.Table.Source)
		}
	}
	if b := testComposer(t, page.TierInternal, newTable()).due(&DueBlock{}); b.Notice == nil || b.Notice.Title != "Done and due: no data" || !strings.Contains(b.Notice.Text, "learning actions") {
		t.Errorf("without any export: %+v", b)
	}
}

// TestDueOfARegister shows that a register keeps no earlier reviews, and what was done
// without a day by which it was due.
func TestDueOfARegister(t *testing.T) {
	table := newTable()
	last := dateOf(t, "2026-09-30")
	table.Add(&record.Restriction{Head: record.Head{Service: "Elm", Person: "A", On: last - 90}, Type: "physical", StartOn: last - 90, ReviewDueOn: last + 5})
	for i := range 12 {
		met := record.Yes
		if i > 8 {
			met = record.No
		}
		table.Add(&record.Observation{Head: record.Head{Service: "Elm", On: last - record.Date(i)}, Criterion: "followed_plan", Met: met, Staff: "S"})
	}
	b := testComposer(t, page.TierInternal, table).due(&DueBlock{Done: []string{"OBS-01"}})
	for i, want := range []string{"Reviews of restrictions", "not kept", "not kept", "not kept", "not kept", "0", "1"} {
		if got := b.Table.Rows[0].Cells[i].Text; got != want {
			t.Errorf("%s is %q, want %q", b.Table.Columns[i].Head, got, want)
		}
	}
	if !strings.Contains(b.Table.Source, "done in September 2026: approach followed at spot checks: 12 points looked at.") {
		t.Error(b.Table.Source)
	}
}
