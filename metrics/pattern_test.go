package metrics

import (
	"fmt"
	"testing"

	"evidencepack/ingest/record"
)

// offerBy is one offer to person A at 8:00.
func offerBy(day record.Date, row int, staff record.Worker, outcome record.Outcome) *record.CareTask {
	return &record.CareTask{
		Head:    record.Head{Ref: record.Ref{File: "notes.csv", Row: row}, Person: "A", Service: "Ash House", On: day, At: 8 * 60},
		Outcome: outcome, Staff: staff,
	}
}

// partsOf writes the breakdown by staff of some offers in September 2026, and the
// rows that trace calls its own.
func partsOf(t *testing.T, offers []*record.CareTask) (string, map[string]int) {
	t.Helper()
	m, _ := Find("REF-06")
	span := record.Span{From: record.DateOf(2026, 9, 1), To: record.DateOf(2026, 9, 30)}
	table := NewTable(All, []record.Span{span})
	for _, r := range offers {
		table.Add(r)
	}
	w := table.window(table.find(m), Scope{}, span)
	text, rows := "", map[string]int{}
	for _, v := range m.rule.parts(table.gather(table.find(m), w), w) {
		text += fmt.Sprintf("%s %s/%s ", v.Breakdown, show(v.Numerator), show(v.Denominator))
		trace := table.Trace(Figure{MetricID: m.ID, Span: span, Value: v})
		for _, r := range offers {
			rows[v.Breakdown] += int(trace(r)&CountedDenominator) / int(CountedDenominator)
		}
	}
	return text, rows
}

// Familiar staff offered support on three earlier days of the 28 before; without
// an offer in each of the four weeks before nobody can tell.
func TestWhoIsFamiliar(t *testing.T) {
	day := record.DateOf(2026, 9, 15)
	// One offer a week by S1, none of them in the window but the last two.
	weeks := []*record.CareTask{
		offerBy(day-28, 2, "S1", record.Accepted), offerBy(day-21, 3, "S2", record.Accepted),
		offerBy(day-14, 4, "S1", record.Accepted), offerBy(day-1, 5, "S1", record.Accepted),
	}
	cases := []struct {
		name  string
		extra []*record.CareTask
		want  string
	}{
		{"three earlier days, the first 28 days ago", []*record.CareTask{offerBy(day, 9, "S1", record.Refused)}, "staff=familiar 1/1 "},
		{"one earlier day", []*record.CareTask{offerBy(day, 9, "S2", record.Refused)}, "staff=unfamiliar 1/1 "},
		{"three offers on one day are one day", []*record.CareTask{
			offerBy(day-21, 6, "S2", record.Accepted), offerBy(day-21, 7, "S2", record.Accepted), offerBy(day, 9, "S2", record.Accepted),
		}, "staff=unfamiliar 0/1 "},
		{"nobody named", []*record.CareTask{offerBy(day, 9, "", record.Refused)}, ""},
		{"a missed visit is no offer", []*record.CareTask{offerBy(day, 9, "S1", record.NotOffered)}, ""},
		{"both", []*record.CareTask{offerBy(day, 9, "S1", record.Accepted), offerBy(day, 10, "S3", record.AcceptedOnReoffer)},
			"staff=familiar 0/1 staff=unfamiliar 1/1 "},
	}
	for _, c := range cases {
		offers := append(append([]*record.CareTask{}, weeks...), c.extra...)
		// The offers of 1 and 14 September have no offer in one of the weeks before.
		got, rows := partsOf(t, offers)
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		for part, n := range rows {
			if n != 1 {
				t.Errorf("%s: %d rows behind %s", c.name, n, part)
			}
		}
	}
	gap := []*record.CareTask{weeks[0], weeks[2], weeks[3], offerBy(day, 9, "S1", record.Refused)}
	if got, _ := partsOf(t, gap); got != "" {
		t.Errorf("a week without offers: %q, but nobody can tell who was familiar", got)
	}
}
