package metrics

import (
	"reflect"
	"slices"
	"testing"

	"evidencepack/ingest/record"
)

var lawWindows = Windows{Period: oddPeriod, Baseline: oddBaseline}

func TestFiguresAreAllThere(t *testing.T) {
	table := newLawTable(All, generate(1, lawRecords))
	count := map[string]map[Grain]int{}
	for _, f := range Figures(table, lawWindows) {
		if f.Value.Breakdown != "" && f.Value.Change == nil {
			continue // as many as there are parts
		}
		if count[f.MetricID] == nil {
			count[f.MetricID] = map[Grain]int{}
		}
		count[f.MetricID][f.Grain]++
	}
	services, people, months := len(table.Services()), len(table.People()), len(table.Months())
	if services != 2 || people != 3 || months == 0 {
		t.Fatalf("%d services, %d people, %d months", services, people, months)
	}
	for _, m := range All {
		if m.ID == "CHG-02" {
			if want := len(table.Over(m, Scope{}, record.Span{})); count[m.ID][GrainPeriod] != want || want == 0 {
				t.Errorf("%s: %v, want %d", m.ID, count[m.ID], want)
			}
			continue
		}
		whole, monthly := 1+services, 0
		if m.Family().HasPersonRows() {
			whole += people
		}
		if m.Grain == GrainMonth {
			monthly = (1 + services) * months
		}
		want := map[Grain]int{GrainPeriod: whole, GrainBaseline: whole, GrainMonth: monthly}
		for grain, n := range want {
			if count[m.ID][grain] != n {
				t.Errorf("%s: %d figures of grain %s, want %d", m.ID, count[m.ID][grain], grain, n)
			}
		}
	}
}

func TestFiguresAreTheSameEachTime(t *testing.T) {
	first := Figures(newLawTable(All, generate(1, lawRecords)), lawWindows)
	for range 3 {
		if again := Figures(newLawTable(All, generate(1, lawRecords)), lawWindows); !reflect.DeepEqual(first, again) {
			t.Fatal("the same records give other figures")
		}
	}
}

func TestWithoutABaseline(t *testing.T) {
	for _, f := range Figures(newLawTable(All, generate(1, 500)), Windows{Period: oddPeriod}) {
		if f.Grain == GrainBaseline {
			t.Fatalf("a baseline figure without a baseline: %+v", f)
		}
	}
}

// Figures that count rows must count exactly the rows that trace gives; the
// others count people, steps, care days or a net change.
func TestTraceFindsTheRowsBehindEachFigure(t *testing.T) {
	records := generate(1, lawRecords)
	table := newLawTable(All, records)
	for i, f := range Figures(table, lawWindows) {
		if f.Grain == GrainMonth && i%7 != 0 {
			continue
		}
		counted, numerator, denominator := table.Trace(f), 0, 0
		for _, r := range records {
			c := counted(r)
			numerator += int(c & CountedNumerator)
			denominator += int(c&CountedDenominator) / int(CountedDenominator)
		}
		v := f.Value
		if v.Status == NoData {
			if numerator+denominator != 0 {
				t.Errorf("%s %v: rows behind a figure without data", f.MetricID, f.Scope)
			}
			continue
		}
		if m, _ := Find(f.MetricID); m.Counts != "" {
			continue
		}
		if v.Numerator != nil && float64(numerator) != *v.Numerator {
			t.Errorf("%s %v %s: %d rows in the numerator, want %v", f.MetricID, f.Scope, f.Grain, numerator, *v.Numerator)
		}
		if v.Denominator != nil && v.Unit != Per1000CareDays && float64(denominator) != *v.Denominator {
			t.Errorf("%s %v %s: %d rows in the denominator, want %v", f.MetricID, f.Scope, f.Grain, denominator, *v.Denominator)
		}
	}
}

func TestTraceOfPeopleAndSteps(t *testing.T) {
	records := generate(1, lawRecords)
	table := newLawTable(All, records)
	for _, m := range All {
		if !slices.Contains([]string{"people", "steps", "audits", "weeks of a person"}, m.Counts) {
			continue
		}
		id := m.ID
		v := table.Over(m, Scope{}, oddPeriod)[0]
		counted := table.Trace(Figure{MetricID: id, Grain: GrainPeriod, Span: oddPeriod, Value: v})
		var behind, above people
		for _, r := range records {
			c := counted(r)
			if c&CountedDenominator != 0 {
				behind.add(r.Where().Person)
			}
			if c&CountedNumerator != 0 {
				above.add(r.Where().Person)
			}
		}
		if len(behind) != v.People || (v.Numerator != nil && (len(above) > 0) != (*v.Numerator > 0)) {
			t.Errorf("%s: rows of %d people, want %d; %d above, numerator %s", id, len(behind), v.People, len(above), show(v.Numerator))
		}
	}
}

func BenchmarkTableAdd(b *testing.B) {
	records := generate(1, 20000)
	b.ReportAllocs()
	for b.Loop() {
		newLawTable(All, records)
	}
	b.ReportMetric(float64(len(records))*float64(b.N)/b.Elapsed().Seconds(), "records/s")
}

func BenchmarkFigures(b *testing.B) {
	table := newLawTable(All, generate(1, 20000))
	b.ReportAllocs()
	for b.Loop() {
		clear(table.wholes)
		Figures(table, lawWindows)
	}
}
