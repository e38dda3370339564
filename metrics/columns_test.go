package metrics

import (
	"slices"
	"strings"
	"testing"

	"evidencepack/ingest/record"
)

// anxious is a table's incident of June, from a table with or without the column.
func anxious(day int, columns ...string) *record.Incident {
	r := &record.Incident{Head: about("P1", on(2026, 6, day)), Type: "fall", RecoveryMinutes: 5, Anxiety: true, LearningRecorded: true, Closed: true}
	r.Columns = record.NewColumns(append(columns, "event_date", "type", "status")...)
	return r
}

// columnMetrics need a column each: a rate, a share, and a middle value.
func columnMetrics() []Metric {
	rate, share, middle := inc02, lrn01, inc08
	rate.Columns, share.Columns, middle.Columns = []string{"incident.anxiety"}, []string{"incident.learning|incident.learning_response"}, []string{"incident.recovery_min"}
	return []Metric{rate, share, middle}
}

func TestWhatHasNoColumnIsNotKnown(t *testing.T) {
	june := month(2026, 6)
	stay := &record.Placement{Head: about("P1", on(2026, 1, 1)), Start: on(2026, 1, 1)}
	all := []string{"anxiety", "learning_response", "recovery_min"}
	several := func(n int, columns ...string) (rows []record.Record) {
		for day := range n {
			rows = append(rows, anxious(day+1, columns...))
		}
		return append(rows, stay)
	}
	for _, c := range []struct {
		name   string
		rows   []record.Record
		status [3]Status // of the rate, the share and the middle value
		why    [3]string // part of what is said
	}{
		{"all columns", several(6, all...), [3]Status{OK, OK, OK}, [3]string{}},
		{"no column", several(6), [3]Status{NotComputable, NotComputable, NotComputable}, [3]string{
			"The export of incidents has no column for: anxiety related.",
			"The export of incidents has no column for: lessons learned or kind of learning response.",
			"The export of incidents has no column for: recovery time in minutes.",
		}},
		{"two tables", append(several(6, all...), anxious(20)), [3]Status{NotComputable, OK, OK}, [3]string{
			"Among the rows are 1 row of incidents whose export has no column for: anxiety related.",
			"Not in it: 1 row of incidents, because the export has no column for: lessons learned or kind of learning response.",
			"Not in it: 1 row of incidents,",
		}},
		{"no export", []record.Record{stay}, [3]Status{NoData, NoData, NoData}, [3]string{
			"No export of incidents was given. It would need: date, type of incident, anxiety related.",
			"No export of incidents was given.", "recovery time in minutes.",
		}},
	} {
		table := NewTable(columnMetrics(), nil)
		for i, r := range c.rows {
			if i%2 == 0 {
				table.Add(r)
			}
		}
		other := NewTable(columnMetrics(), nil)
		for i, r := range c.rows {
			if i%2 == 1 {
				other.Add(r)
			}
		}
		table.Merge(other)
		for i, m := range columnMetrics() {
			v := table.Over(m, Scope{}, june)[0]
			if v.Status != c.status[i] || !strings.Contains(v.Why, c.why[i]) || (v.Value != nil) != (c.status[i] == OK) {
				t.Errorf("%s, %s: %s %q", c.name, m.ID, v.Status, v.Why)
			}
		}
	}
}

// Only the dates and the service whose rows lack a column go without a rate.
func TestLackingRowsStayInTheirDatesAndService(t *testing.T) {
	table := NewTable(columnMetrics(), nil)
	elsewhere := anxious(3)
	elsewhere.Service = "Birch Road"
	july := anxious(2, "anxiety")
	july.On = on(2026, 7, 2)
	for _, r := range []record.Record{
		&record.Placement{Head: about("P1", on(2026, 1, 1)), Start: on(2026, 1, 1)}, anxious(1, "anxiety"), elsewhere, july,
	} {
		table.Add(r)
	}
	for _, c := range []struct {
		service string
		month   int
		want    Status
	}{{"", 6, NotComputable}, {"Ash House", 6, OK}, {"Birch Road", 6, NotComputable}, {"", 7, OK}} {
		if v := table.Over(inc02, Scope{Service: c.service}, month(2026, c.month))[0]; v.Status != c.want {
			t.Errorf("%q in month %d: %s %q, want %s", c.service, c.month, v.Status, v.Why, c.want)
		}
	}
	f := Figure{MetricID: "INC-02", Grain: GrainMonth, Span: month(2026, 6)}
	if table.Trace(f)(elsewhere) != CountedNeither || table.Trace(f)(anxious(1, "anxiety")) != CountedNumerator {
		t.Error("trace calls a row that was kept from the metric, or not one that counted")
	}
}

func TestLackingNamesExportsAndColumns(t *testing.T) {
	ms := columnMetrics()
	table := NewTable(ms, nil)
	if got := table.Lacking(ms[0]); len(got) != 2 || got[0].Given || !slices.Contains(got[0].Columns, "anxiety related") || got[1].Kind != record.KindPlacement {
		t.Errorf("an empty table lacks %+v", got)
	}
	table.Add(anxious(1, "anxiety"))
	table.Add(anxious(2))
	got := table.Lacking(ms[0])
	if len(got) != 2 || !got[0].Given || got[0].Rows != 1 || !slices.Equal(got[0].Columns, []string{"anxiety related"}) || got[1].Given {
		t.Errorf("with one of two columns: %+v", got)
	}
	either := ms[0]
	either.AnyOf = true
	table = NewTable([]Metric{either}, nil)
	table.Add(anxious(1, "anxiety"))
	if got := table.Lacking(either); got != nil {
		t.Errorf("one of two exports is enough: %+v", got)
	}
	if v := table.Over(either, Scope{}, month(2026, 6))[0]; v.Status == NoData {
		t.Errorf("one of two exports is data: %+v", v)
	}
}

// A column that is there but cannot be read is not called missing without a word.
func TestContradictingDatesAreSaid(t *testing.T) {
	ms := columnMetrics()
	for _, merged := range []bool{false, true} {
		table := NewTable(ms, nil)
		r := anxious(1)
		r.Columns.Contradict("anxiety")
		table.Add(r)
		if merged {
			whole := NewTable(ms, nil)
			whole.Merge(table)
			table = whole
		}
		const want = "anxiety related (its column was left out, as its dates contradict each other)"
		if got := table.Lacking(ms[0]); len(got) == 0 || !slices.Equal(got[0].Columns, []string{want}) {
			t.Errorf("merged %t: %+v", merged, got)
		}
	}
}

// A column that is in no list could be lacking for ever, or never.
func TestColumnsAreFieldsOfKindsThatTheMetricTakes(t *testing.T) {
	for _, m := range All {
		if len(m.Columns) > 64 {
			t.Errorf("%s needs more columns than a columnSet holds", m.ID)
		}
		for i, need := range m.ColumnNeeds() {
			for _, field := range need.Fields {
				if need.Kind.Words(field) == "" || !m.Takes(need.Kind) {
					t.Errorf("%s: %q is no field of a kind that it takes", m.ID, m.Columns[i])
				}
			}
		}
	}
	for _, kind := range record.Kinds {
		if len(least[kind]) == 0 {
			t.Errorf("nobody is told what an export of %s needs", kind)
		}
		for _, field := range least[kind] {
			if kind.Words(field) == "" {
				t.Errorf("%s.%s is no field", kind, field)
			}
		}
	}
}
