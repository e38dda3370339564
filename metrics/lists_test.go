package metrics

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"evidencepack/ingest/record"
)

// headed gives a record its row, so that items can be told apart.
func headed[R record.Record](r R, person string, day record.Date, row int) R {
	*r.Where() = about(person, day)
	r.Where().Ref = record.Ref{File: "rows.csv", Row: row}
	return r
}

// rowsToList are rows for every list: what is in it in June, and what is not.
func rowsToList() []record.Record {
	last := on(2026, 6, 30)
	rows := []record.Record{
		headed(&record.PlanReview{Review: "care_plan", DueOn: last - 1}, "P1", last-1, 1),
		headed(&record.PlanReview{Review: "risk", DueOn: last}, "P1", last, 2),
		headed(&record.PlanReview{Review: "risk", DueOn: last - 9, CompletedOn: last}, "P1", last, 3),
		headed(&record.PlanReview{Review: "risk", DueOn: last - 9, CompletedOn: last + 1}, "P2", last, 4),

		headed(&record.Action{Source: "incident", RaisedOn: last - 40, DueOn: last - 5}, "P1", last-40, 5),
		headed(&record.Action{Source: "other", RaisedOn: last - 40, DueOn: last - 7}, "", last-40, 6),
		headed(&record.Action{RaisedOn: last - 40, DueOn: last - 7, Cancelled: true}, "P1", last-40, 7),
		headed(&record.Action{RaisedOn: last + 1, DueOn: last - 7}, "P1", last-40, 8),
		headed(&record.Action{RaisedOn: last - 40}, "P1", last-40, 9),

		headed(&record.Restriction{Type: "physical", StartOn: last - 90, ReviewDueOn: last + 30}, "P1", last-90, 10),
		headed(&record.Restriction{Type: "chemical", StartOn: last - 90, ReviewDueOn: last + 31}, "P1", last-90, 11),
		headed(&record.Restriction{Type: "surveillance", StartOn: last - 90, ReviewDueOn: last - 3}, "P2", last-90, 12),
		headed(&record.Restriction{Type: "physical", StartOn: last - 90, ReviewDueOn: last - 3, EndOn: last}, "P2", last-90, 13),
	}
	for i, day := range []record.Date{last - 12, last - 6, last - 1} {
		rows = append(rows, headed(&record.CareTask{Outcome: record.Refused}, "P1", day, 20+i))
		rows = append(rows, headed(&record.CareTask{Outcome: record.Refused}, "P2", day-record.Date(8*(2-i)), 30+i))
	}
	for i, one := range []record.StepRecord{{Goal: "G1", Step: "2", Rank: 2}, {Goal: "G2", Step: "1", Rank: 1}, {Goal: "G3", Rank: 0}, {Goal: "G3", Rank: 0}, {Goal: "G3", Rank: 0}} {
		day := last - 28
		if one.Goal == "G2" {
			day++
		}
		rows = append(rows, headed(&one, "P1", day, 40+i))
	}
	return rows
}

func TestLists(t *testing.T) {
	rows := rowsToList()
	table, other := NewTable(All, nil), NewTable(All, nil)
	for i, r := range rows {
		[]*Table{table, other}[i%2].Add(r)
	}
	table.Merge(other)
	want := map[string][]string{
		"repeated_refusals":   {"P1 3 1"},
		"stuck_goals":         {"P1 G1, 2 28"},
		"overdue_reviews":     {"P2 risk 9", "P1 care_plan 1"},
		"overdue_actions":     {" other 7", "P1 incident 5"},
		"restriction_reviews": {"P2 surveillance 3", "P1 physical -30"},
	}
	for _, l := range Lists {
		var got []string
		items, why := table.Items(l, Scope{}, month(2026, 6))
		for _, one := range items {
			got = append(got, fmt.Sprintf("%s %s %d", one.Person, one.What, one.Days))
		}
		if why != "" || !slices.Equal(got, want[l.Name]) {
			t.Errorf("%s: %q %q, want %q", l.Name, got, why, want[l.Name])
		}
		if items, why := table.Items(l, Scope{Service: "Birch Road"}, month(2026, 6)); len(items) > 0 || why != "" {
			t.Errorf("%s: another service has %+v %q", l.Name, items, why)
		}
		if _, why := NewTable(All, nil).Items(l, Scope{}, month(2026, 6)); !strings.Contains(why, "No export of") {
			t.Errorf("%s: without an export: %q", l.Name, why)
		}
		if found, known := FindList(l.Name); !known || found.Name != l.Name || l.Title == "" || l.Means == "" || l.What == "" || l.Day == "" {
			t.Errorf("%s is not fully in the register", l.Name)
		}
		for i, need := range (Def{Columns: l.Columns}).ColumnNeeds() {
			if need.Kind != l.Kind || need.Words() == "" || !keptForLists[l.Kind] {
				t.Errorf("%s: %q is no field of its kind, or its records are not kept", l.Name, l.Columns[i])
			}
		}
	}
}

// Without the column for done, everything would look late.
func TestListsWithoutTheirColumnAreNotKnown(t *testing.T) {
	table := NewTable(All, nil)
	r := headed(&record.Action{RaisedOn: on(2026, 6, 1), DueOn: on(2026, 6, 2)}, "P1", on(2026, 6, 1), 1)
	r.Columns = record.NewColumns("due_at", "raised_at")
	table.Add(r)
	if items, why := table.Items(overdueActions, Scope{}, month(2026, 6)); len(items) > 0 || why != "The export of learning actions has no column for: date completed." {
		t.Errorf("%+v %q", items, why)
	}
}

// The list of overdue reviews is of the plans that AUD-04 counts as past their date:
// nobody who left, and no plan whose later review is done.
func TestOverdueReviewsAreThoseOfTheFigure(t *testing.T) {
	last := on(2026, 6, 30)
	table := NewTable(All, nil)
	for _, r := range []record.Record{
		headed(&record.Placement{Start: last - 300}, "P1", last-300, 1),
		headed(&record.Placement{Start: last - 300, End: last - 1}, "P2", last-300, 2),
		headed(&record.PlanReview{Review: "risk", DueOn: last - 40}, "P1", last-40, 3), // another was done after it
		headed(&record.PlanReview{Review: "risk", DueOn: last - 20, CompletedOn: last - 20, NextDueOn: last + 9}, "P1", last-20, 4),
		headed(&record.PlanReview{Review: "care_plan", CompletedOn: last - 90, NextDueOn: last - 8}, "P1", last-90, 5), // no row of its own for the next
		headed(&record.PlanReview{Review: "mca", DueOn: last - 5}, "P1", last-5, 6),
		headed(&record.PlanReview{Review: "mca", DueOn: last - 5}, "P2", last-5, 7), // left
	} {
		table.Add(r)
	}
	items, why := table.Items(overdueReviews, Scope{}, month(2026, 6))
	var got []string
	for _, one := range items {
		got = append(got, fmt.Sprintf("%s %s %d row %d", one.Person, one.What, one.Days, one.Ref.Row))
	}
	if want := []string{"P1 care_plan 8 row 5", "P1 mca 5 row 6"}; why != "" || !slices.Equal(got, want) {
		t.Errorf("%q %q, want %q", got, why, want)
	}
	v := table.Over(aud04, Scope{}, month(2026, 6))[0]
	if v.Denominator == nil || v.Numerator == nil || int(*v.Denominator-*v.Numerator) != len(items) {
		t.Errorf("the figure is %+v, the list has %d", v, len(items))
	}
}

// A goal or a step in a person's own words may hold a name, and is in no list.
func TestNumberOnly(t *testing.T) {
	for written, want := range map[string]string{
		"G12": "G12", "3": "3", "GOAL-0012/b": "GOAL-0012/b", "1.2": "1.2",
		"": "", "Visit Gran's grave in Leeds": "", "Leeds": "", "Buy 2 flowers": "", "Émile2": "", "aaaaaaaaaaaaaaaaaaaaaaa1": "",
	} {
		if got := numberOnly(written); got != want {
			t.Errorf("%q: %q, want %q", written, got, want)
		}
	}
}
