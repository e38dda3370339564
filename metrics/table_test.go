package metrics

import (
	"slices"
	"strings"
	"testing"

	"evidencepack/ingest/record"
)

func month(year, m int) record.Span {
	first := record.DateOf(year, m, 1).Month()
	return record.Span{From: first.First(), To: first.Last()}
}

func one(t *testing.T, table *Table, id string, scope Scope, span record.Span) Value {
	t.Helper()
	m, found := Find(id)
	if !found {
		t.Fatalf("no metric %s", id)
	}
	values := table.Over(m, scope, span)
	if len(values) != 1 {
		t.Fatalf("%s has %d values", id, len(values))
	}
	return values[0]
}

func task(person string, day record.Date, outcome record.Outcome) *record.CareTask {
	return &record.CareTask{Head: about(person, day), Outcome: outcome, Category: "domestic"}
}

func TestMissingIsNeverZero(t *testing.T) {
	may, june := month(2026, 5), month(2026, 6)
	table := tableOf(nil,
		task("P1", on(2026, 5, 4), record.Accepted),
		&record.Restriction{Head: about("P1", on(2026, 5, 4)), StartOn: on(2026, 5, 4), Type: "environmental"},
		&record.Incident{Head: about("P1", on(2026, 5, 4)), Type: "fall", RecoveryMinutes: -1},
	)
	for _, c := range []struct {
		name, id string
		scope    Scope
		span     record.Span
		want     Status
	}{
		{"rows in the month", "REF-01", Scope{}, may, OK},
		{"no rows of the kind in the month", "REF-01", Scope{}, june, NoData},
		{"no rows of the kind at all", "MED-01", Scope{}, may, NoData},
		{"rows, but none of this service", "REF-01", Scope{Service: "Birch Road"}, may, NotComputable},
		{"a register holds in every month", "RES-03", Scope{}, june, OK},
		{"a register that was never given", "LRN-05", Scope{}, may, NoData},
		{"no register of people", "INC-01", Scope{}, may, NotComputable},
	} {
		v := one(t, table, c.id, c.scope, c.span)
		if v.Status != c.want {
			t.Errorf("%s: %s, want %s", c.name, v.Status, c.want)
		}
		if c.want != OK && (v.Why == "" || v.Value != nil || v.Lower != nil) {
			t.Errorf("%s: a value without a number says why: %+v", c.name, v)
		}
	}
	if v := one(t, table, "RES-03", Scope{}, june); *v.Value != 0 {
		t.Errorf("restrictions added in June: %v, want 0", *v.Value)
	}
	if v := one(t, table, "INC-01", Scope{}, may); *v.Numerator != 1 || v.Denominator != nil {
		t.Errorf("without a register the count stands alone: %+v", v)
	}
}

func TestSpansNeedNotBeMonths(t *testing.T) {
	contract := record.Span{From: on(2025, 11, 9), To: on(2026, 7, 4)}
	table := tableOf([]record.Span{contract},
		task("P1", on(2025, 11, 8), record.Refused), task("P1", on(2025, 11, 9), record.Refused),
		task("P1", on(2026, 7, 4), record.Refused), task("P1", on(2026, 7, 5), record.Refused),
	)
	for _, c := range []struct {
		span record.Span
		want float64
	}{
		{contract, 2}, {month(2025, 11), 2}, {month(2026, 7), 2},
		{record.Span{From: on(2025, 11, 1), To: on(2025, 11, 8)}, 1},
		{record.Span{From: on(2025, 10, 1), To: on(2026, 9, 30)}, 4},
		{record.Span{}, 4},
	} {
		v := one(t, table, "REF-01", Scope{}, c.span)
		if v.Status != OK || *v.Numerator != c.want {
			t.Errorf("%s to %s: %s %s, want %v", c.span.From, c.span.To, v.Status, show(v.Numerator), c.want)
		}
	}
	v := one(t, table, "REF-01", Scope{}, record.Span{From: on(2025, 11, 1), To: on(2025, 11, 20)})
	if v.Status != NotComputable || !strings.Contains(v.Why, "cut through") {
		t.Errorf("dates that cut a segment: %+v", v)
	}
}

func TestMonthsAreComplete(t *testing.T) {
	table := tableOf(nil,
		task("P1", on(2026, 3, 31), record.Accepted), task("P1", on(2026, 6, 29), record.Accepted),
		&record.Action{Head: about("P1", on(2026, 9, 30)), DueOn: on(2027, 1, 31)},
		&record.Placement{Head: about("P1", on(2020, 1, 1)), Start: on(2020, 1, 1)},
		&record.Staff{Head: record.Head{Service: "Head office", On: on(2019, 1, 1)}},
	)
	var got []string
	for _, m := range table.Months() {
		got = append(got, m.String())
	}
	if want := []string{"2026-04", "2026-05"}; !slices.Equal(got, want) {
		t.Errorf("months %v, want %v", got, want)
	}
	if table.DataFrom() != on(2026, 3, 31) || table.DataTo() != on(2026, 6, 29) {
		t.Errorf("data from %s to %s", table.DataFrom(), table.DataTo())
	}
	if got := table.Services(); !slices.Equal(got, []string{"Ash House"}) {
		t.Errorf("services %v", got)
	}
	if empty := NewTable(All, nil); empty.Months() != nil || empty.DataTo() != 0 {
		t.Error("an empty table has months")
	}
}

func TestCareDaysCountADayOnce(t *testing.T) {
	june := month(2026, 6)
	stay := func(service, person string, start, end record.Date) *record.Placement {
		r := &record.Placement{Head: about(person, start), Start: start, End: end}
		r.Service = service
		return r
	}
	table := tableOf(nil,
		stay("Ash House", "P1", on(2026, 1, 1), on(2026, 6, 10)),
		stay("Birch Road", "P1", on(2026, 6, 10), 0),
		stay("Ash House", "P2", on(2026, 6, 29), 0),
		stay("Ash House", "P3", on(2026, 7, 1), 0),
		&record.Incident{Head: about("P1", on(2026, 6, 3)), Type: "fall"},
	)
	for _, c := range []struct {
		scope  Scope
		days   float64
		people int
	}{
		{Scope{}, 32, 2}, {Scope{Service: "Ash House"}, 12, 2}, {Scope{Service: "Birch Road"}, 21, 1},
	} {
		v := one(t, table, "INC-01", c.scope, june)
		if *v.Denominator != c.days || v.People != c.people {
			t.Errorf("%v: %v days of %d people, want %v of %d", c.scope, *v.Denominator, v.People, c.days, c.people)
		}
	}
}

func TestBackWithin28Days(t *testing.T) {
	june := month(2026, 6)
	for _, c := range []struct {
		name    string
		back    record.Date
		service string
		person  string
		want    float64
	}{
		{"the same day", 0, "Ash House", "P1", 1}, {"the next day", 1, "Ash House", "P1", 0},
		{"day 28", 28, "Ash House", "P1", 0}, {"day 29", 29, "Ash House", "P1", 1},
		{"at the next service", 20, "Birch Road", "P1", 0}, {"for somebody else", 20, "Ash House", "P2", 1},
	} {
		ended := on(2026, 6, 15)
		again := &record.Restriction{Head: about(c.person, ended+c.back), Type: "surveillance", StartOn: ended + c.back}
		again.Service = c.service
		table := tableOf(nil, again, &record.Restriction{
			Head: about("P1", on(2026, 1, 1)), Type: "surveillance",
			StartOn: on(2026, 1, 1), EndOn: ended, EndReason: record.EndLifted,
		})
		if v := one(t, table, "RES-01", Scope{Service: "Ash House"}, june); *v.Numerator != c.want {
			t.Errorf("back %s: %v lifted, want %v", c.name, *v.Numerator, c.want)
		}
	}
}

func TestRepeatedRefusalsWithin14Days(t *testing.T) {
	june := month(2026, 6)
	for _, c := range []struct {
		days []int
		want float64
	}{
		{[]int{1, 2}, 0}, {[]int{1, 5, 14}, 1}, {[]int{1, 5, 15}, 0}, {[]int{20, 1, 9, 22}, 1}, {[]int{3, 3, 3}, 1},
	} {
		var rows []record.Record
		for _, day := range c.days {
			rows = append(rows, task("P1", on(2026, 6, day), record.Refused))
		}
		rows = append(rows, task("P2", on(2026, 6, 1), record.Accepted), task("P2", on(2026, 6, 2), record.Away))
		v := one(t, tableOf(nil, rows...), "REF-08", Scope{}, june)
		if *v.Numerator != c.want || *v.Denominator != 2 {
			t.Errorf("refusals on days %v of June: %v of %v, want %v of 2", c.days, *v.Numerator, *v.Denominator, c.want)
		}
	}
}
