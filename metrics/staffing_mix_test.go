package metrics

import (
	"fmt"
	"testing"

	"evidencepack/ingest/record"
)

// Thousands of hours must never look like thousands of trials: a share of them
// has no range, its change is never clear, and it stands in no funnel.
func TestHoursAreNoTrials(t *testing.T) {
	year := record.Span{From: record.DateOf(2025, 1, 1), To: record.DateOf(2026, 4, 30)}
	table := NewTable(All, []record.Span{year})
	var months []Value
	first := record.DateOf(2025, 1, 1).Month()
	for i := range 16 {
		month := first + record.Month(i)
		for service := range 12 {
			table.Add(&record.WorkforceMonth{
				Head:        record.Head{Service: fmt.Sprint("Home ", service), On: month.First()},
				AgencyHours: float64(200 + 300*(i/8) + 10*(i%3)), TotalHours: 4000,
			})
		}
	}
	m, _ := Find("CON-06")
	for i := range 16 {
		month := first + record.Month(i)
		months = append(months, table.Over(m, Scope{}, record.Span{From: month.First(), To: month.Last()})[0])
	}
	d := Compare(months[0], months[15])
	if d.Change == nil || *d.Change < 7 || d.Lower != nil || d.Upper != nil || d.Clear != Neither {
		t.Errorf("5.0%% of 48,000 hours to 12.5%%: %+v", d)
	}
	if got := SeriesOf(m, months, nil); got.Kind == SeriesPPrime {
		t.Errorf("the chart of hours has limits of counts: %v", got.Kind)
	}
	var services []Value
	for _, service := range table.Services() {
		services = append(services, table.Over(m, Scope{Service: service}, year)[0])
	}
	if got := FunnelOf(m, services); len(services) != 12 || got.Reason != FunnelUnit {
		t.Errorf("%d services, funnel of hours: %v", len(services), got.Reason)
	}
}
