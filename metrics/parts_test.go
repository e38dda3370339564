package metrics

import (
	"slices"
	"testing"

	"evidencepack/ingest/record"
)

// byCategory parts offers by what they were for.
func byCategory(s Split) Split {
	s.Name, s.Part = "task", func(r record.Record) string { return r.(*record.CareTask).Category }
	return s
}

func offer(service, category string, day record.Date, outcome record.Outcome) *record.CareTask {
	r := &record.CareTask{Head: about("P1", day), Category: category, Outcome: outcome}
	r.Service = service
	return r
}

// sixOffers are four offers of washing, two of them refused, and two of a meal, one
// refused, all in June; and an offer of a walk in May.
func sixOffers() []record.Record {
	day := on(2026, 6, 3)
	return []record.Record{
		offer("Ash House", "wash", day, record.Refused), offer("Ash House", "wash", day, record.Accepted),
		offer("Birch Road", "wash", day, record.Refused), offer("Ash House", "wash", day, record.Accepted),
		offer("Ash House", "meal", day, record.Refused), offer("Birch Road", "meal", day, record.Accepted),
		offer("Ash House", "", day, record.Accepted), offer("Ash House", "walk", on(2026, 5, 3), record.Accepted),
	}
}

func TestParts(t *testing.T) {
	plain := ref01
	plain.rule.splits = nil
	careDays := []record.Record{
		&record.Placement{Head: about("P1", on(2026, 1, 1)), Start: on(2026, 1, 1)},
		&record.Incident{Head: about("P1", on(2026, 6, 3)), Type: "fall"}, &record.Incident{Head: about("P1", on(2026, 6, 4)), Type: "choking"},
	}
	rate := inc01
	rate.rule.splits = nil
	harm := inc10
	harm.rule.splits = nil
	graded := []record.Record{
		&record.Incident{Head: about("P1", on(2026, 6, 3)), Harm: record.HarmLow}, &record.Incident{Head: about("P2", on(2026, 6, 3)), Harm: record.HarmSevere},
		&record.Incident{Head: about("P2", on(2026, 6, 3)), Harm: record.HarmLow}, &record.Incident{Head: about("P2", on(2026, 6, 3))},
	}
	type want struct {
		breakdown              string
		numerator, denominator float64
	}
	for _, c := range []struct {
		name    string
		metric  Metric
		rows    []record.Record
		service string
		want    []want
	}{
		{"a denominator of its own", plain.splitBy(byCategory(Split{})), sixOffers(), "", []want{{"task=meal", 1, 2}, {"task=wash", 2, 4}}},
		{"of one service", plain.splitBy(byCategory(Split{})), sixOffers(), "Birch Road", []want{{"task=meal", 0, 1}, {"task=wash", 1, 1}}},
		{"out of the whole", plain.splitBy(byCategory(Split{Share: true})), sixOffers(), "", []want{{"task=meal", 1, 7}, {"task=wash", 2, 7}}},
		{"out of care days", rate.splitBy(Split{Name: "type", Share: true, Part: func(r record.Record) string {
			if one, ok := r.(*record.Incident); ok {
				return one.Type
			}
			return ""
		}}), careDays, "", []want{{"type=choking", 1, 30}, {"type=fall", 1, 30}}},
		{"what the whole is made up of", harm.splitBy(Split{Name: "harm", Mix: true, Part: func(r record.Record) string {
			return r.(*record.Incident).Harm
		}}), graded, "", []want{{"harm=low", 2, 3}, {"harm=severe", 1, 3}}},
	} {
		table := NewTable([]Metric{c.metric}, nil)
		other := NewTable([]Metric{c.metric}, nil)
		for i, r := range c.rows {
			[]*Table{table, other}[i%2].Add(r)
		}
		table.Merge(other)
		var got []want
		for _, v := range table.Parts(c.metric, Scope{Service: c.service}, month(2026, 6)) {
			got = append(got, want{v.Breakdown, *v.Numerator, *v.Denominator})
			if v.Status != OK || v.Value == nil || v.Lower == nil || v.Span != month(2026, 6) || v.Scope.Service != c.service {
				t.Errorf("%s: %+v", c.name, v)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
		}
		if table.Parts(c.metric, Scope{Person: "P1"}, month(2026, 6)) != nil || table.Parts(c.metric, Scope{}, month(2026, 1)) != nil {
			t.Errorf("%s: one person, or dates without data, have parts", c.name)
		}
	}
}

// A part that one window alone has something of is in both, so that it can be
// compared.
func TestPartsOverTwoWindowsAreTheSame(t *testing.T) {
	m := ref01
	m.rule.splits = []Split{byCategory(Split{})}
	table := NewTable([]Metric{m}, nil)
	for _, r := range sixOffers() {
		table.Add(r)
	}
	var walks, all int
	for _, f := range Figures(table, Windows{Period: month(2026, 6), Baseline: month(2026, 5)}) {
		if f.Scope == (Scope{}) && f.Value.Breakdown != "" {
			all++
			if f.Value.Breakdown == "task=walk" {
				walks++
				if (f.Grain == GrainBaseline) != (f.Value.Status == OK) {
					t.Errorf("a walk was offered in May alone: %+v", f)
				}
			}
		}
	}
	if walks != 2 || all != 6 {
		t.Errorf("%d figures of walks of %d, want 2 of 6", walks, all)
	}
}

func TestTraceOfAPart(t *testing.T) {
	for _, share := range []bool{false, true} {
		m := ref01
		m.rule.splits = []Split{byCategory(Split{Share: share})}
		table := NewTable([]Metric{m}, nil)
		rows := sixOffers()
		for _, r := range rows {
			table.Add(r)
		}
		counted := table.Trace(Figure{MetricID: m.ID, Grain: GrainPeriod, Span: month(2026, 6), Value: Value{Breakdown: "task=wash"}})
		numerator, denominator := 0, 0
		for _, r := range rows {
			c := counted(r)
			numerator += int(c & CountedNumerator)
			denominator += int(c&CountedDenominator) / int(CountedDenominator)
		}
		if want := map[bool]int{false: 4, true: 7}[share]; numerator != 2 || denominator != want {
			t.Errorf("share %t: %d and %d rows, want 2 and %d", share, numerator, denominator, want)
		}
	}
}
