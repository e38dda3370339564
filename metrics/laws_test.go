package metrics

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"evidencepack/ingest/record"
)

// The generated data is enough for every metric to be worked out.
const (
	lawSeeds   uint64 = 3
	lawRecords int    = 2500
)

// The windows of the laws: one that is no whole number of months, the rest of the
// year, a month, a quarter, and everything.
var (
	oddPeriod   = record.Span{From: record.DateOf(2025, 6, 9), To: record.DateOf(2025, 12, 4)}
	oddBaseline = record.Span{From: record.DateOf(2025, 1, 1), To: record.DateOf(2025, 6, 8)}
	lawSpans    = []record.Span{
		oddPeriod, oddBaseline,
		{From: record.DateOf(2025, 9, 1), To: record.DateOf(2025, 9, 30)},
		{From: record.DateOf(2025, 7, 1), To: record.DateOf(2025, 9, 30)},
		{},
	}
	lawScopes = []Scope{{}, {Service: "Ash House"}, {Person: "person 2"}, {Service: "Birch Road", Person: "person 1"}}
)

func newLawTable(metrics []Metric, records []record.Record) *Table {
	t := NewTable(metrics, []record.Span{oddPeriod, oddBaseline})
	for _, r := range records {
		t.Add(r)
	}
	return t
}

func show(p *float64) string {
	if p == nil {
		return "-"
	}
	return fmt.Sprint(*p)
}

// finished writes all values of a metric over the windows of the laws.
func finished(t *Table, m Metric) string {
	var b strings.Builder
	for _, scope := range lawScopes {
		for _, span := range lawSpans {
			for _, v := range append(t.Over(m, scope, span), t.Parts(m, scope, span)...) {
				fmt.Fprintln(&b, scope, v.Span.From, v.Span.To, show(v.Numerator), show(v.Denominator), show(v.Value),
					show(v.Lower), show(v.Upper), v.Unit, v.People, v.Status, v.Why, v.Breakdown, v.Scope)
				if v.Change != nil {
					fmt.Fprintln(&b, *v.Change)
				}
				if v.Serious != nil {
					fmt.Fprintln(&b, *v.Serious)
				}
			}
		}
	}
	return b.String()
}

// split deals the records out to so many tables.
func split(g *rand.Rand, metrics []Metric, records []record.Record, parts int) []*Table {
	dealt := make([][]record.Record, parts)
	for _, r := range records {
		i := g.IntN(parts)
		dealt[i] = append(dealt[i], r)
	}
	tables := make([]*Table, parts)
	for i := range tables {
		tables[i] = newLawTable(metrics, dealt[i])
	}
	return tables
}

// The laws that a table's merge must keep. Each returns two tables that must
// give the same values.
var laws = []struct {
	name  string
	tries func(g *rand.Rand, metrics []Metric, records []record.Record) (got, want *Table)
}{
	{"split anywhere and merge is the whole, in any grouping", func(g *rand.Rand, metrics []Metric, records []record.Record) (*Table, *Table) {
		parts := split(g, metrics, records, 2+g.IntN(5))
		for len(parts) > 1 {
			i := g.IntN(len(parts))
			from := parts[i]
			parts = slices.Delete(parts, i, i+1)
			parts[g.IntN(len(parts))].Merge(from)
		}
		return parts[0], newLawTable(metrics, records)
	}},
	{"any order of records gives the same", func(g *rand.Rand, metrics []Metric, records []record.Record) (*Table, *Table) {
		shuffled := slices.Clone(records)
		g.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		return newLawTable(metrics, shuffled), newLawTable(metrics, records)
	}},
	{"nothing merged in changes nothing", func(_ *rand.Rand, metrics []Metric, records []record.Record) (*Table, *Table) {
		whole := newLawTable(metrics, records)
		whole.Merge(newLawTable(metrics, nil))
		return whole, newLawTable(metrics, records)
	}},
	{"merged into nothing it is the same", func(_ *rand.Rand, metrics []Metric, records []record.Record) (*Table, *Table) {
		empty := newLawTable(metrics, nil)
		empty.Merge(newLawTable(metrics, records))
		return empty, newLawTable(metrics, records)
	}},
	{"merge leaves its argument alone, also later", func(_ *rand.Rand, metrics []Metric, records []record.Record) (*Table, *Table) {
		half := len(records) / 2
		into, from := newLawTable(metrics, records[:half]), newLawTable(metrics, records[half:])
		into.Merge(from)
		for _, r := range records {
			into.Add(r)
		}
		for _, m := range metrics {
			finished(into, m)
		}
		return from, newLawTable(metrics, records[half:])
	}},
	{"what both learn later stays apart", func(_ *rand.Rand, metrics []Metric, records []record.Record) (*Table, *Table) {
		third := len(records) / 3
		from, into := newLawTable(metrics, records[:third]), newLawTable(metrics, nil)
		into.Merge(from)
		for i := range third {
			into.Add(records[third+i])
			from.Add(records[2*third+i])
		}
		return into, newLawTable(metrics, records[:2*third])
	}},
	{"asking twice gives the same", func(_ *rand.Rand, metrics []Metric, records []record.Record) (*Table, *Table) {
		asked := newLawTable(metrics, records)
		for _, m := range metrics {
			finished(asked, m)
		}
		return asked, newLawTable(metrics, records)
	}},
	{"asking between two records changes nothing", func(_ *rand.Rand, metrics []Metric, records []record.Record) (*Table, *Table) {
		asked := newLawTable(metrics, records[:len(records)/3])
		for _, m := range metrics {
			finished(asked, m)
		}
		for _, r := range records[len(records)/3:] {
			asked.Add(r)
		}
		return asked, newLawTable(metrics, records)
	}},
}

// breaches lists the metrics and laws that do not go together.
func breaches(metrics []Metric, seeds uint64) []string {
	var found []string
	for seed := range seeds {
		records := generate(seed, lawRecords)
		for i, law := range laws {
			got, want := law.tries(rand.New(rand.NewPCG(seed, uint64(i))), metrics, records)
			for _, m := range metrics {
				if a, b := finished(got, m), finished(want, m); a != b {
					found = append(found, fmt.Sprintf("%s, seed %d: %s\ngot\n%s\nwant\n%s", m.ID, seed, law.name, a, b))
				}
			}
		}
	}
	return found
}

func TestEveryMetricKeepsTheLaws(t *testing.T) {
	for _, breach := range breaches(All, lawSeeds) {
		t.Error(breach)
	}
}

// brokenMetrics each break at least one law.
func brokenMetrics() map[string]Metric {
	add := func(s *ratio, r *record.CareTask) Counted { return s.add(firstRefusal(r), &r.Head) }
	merge := func(into, from *ratio) { into.merge(from) }
	finish := func(s *ratio, w Window) []Value { return s.percent(w) }
	return map[string]Metric{
		"merge that forgets": Define(ref01.Def, Rule[*record.CareTask, ratio]{Add: add, Finish: finish,
			Merge: func(into, from *ratio) {
				into.numerator += from.numerator
				into.denominator = max(into.denominator, from.denominator)
			}}),
		"merge that takes from its argument": Define(ref01.Def, Rule[*record.CareTask, ratio]{Add: add, Finish: finish,
			Merge: func(into, from *ratio) {
				into.merge(from)
				from.numerator = 0
			}}),
		"merge that shares memory": Define(inc08.Def, Rule[*record.Incident, middleValues]{
			Whole: true,
			Add: func(s *middleValues, r *record.Incident) Counted {
				s.values = append(s.values, float64(r.RecoveryMinutes))
				return CountedBoth
			},
			Merge: func(into, from *middleValues) {
				if len(into.values) == 0 {
					into.values = from.values
					return
				}
				into.values = append(into.values, from.values...)
			},
			Finish: func(s *middleValues, w Window) []Value {
				sum := 0
				for _, m := range s.values {
					sum += int(m)
				}
				return []Value{w.count(sum, 0)}
			}}),
		"add that minds the order": Define(ref01.Def, Rule[*record.CareTask, ratio]{Merge: merge, Finish: finish,
			Add: func(s *ratio, r *record.CareTask) Counted {
				return s.add(in(r.Outcome.IsOffer(), s.denominator%2 == 0), &r.Head)
			}}),
		"finish that changes the state": Define(ref01.Def, Rule[*record.CareTask, ratio]{Whole: true, Add: add, Merge: merge,
			Finish: func(s *ratio, w Window) []Value {
				s.denominator++
				return s.percent(w)
			}}),
	}
}

// A law that nothing can break protects nothing.
func TestTheLawsNoticeBrokenMetrics(t *testing.T) {
	for name, m := range brokenMetrics() {
		if len(breaches([]Metric{m}, 2)) == 0 {
			t.Errorf("a %s keeps all laws", name)
		}
	}
}

// The laws say nothing about a metric that is never worked out.
func TestTheLawsSeeEveryMetricWorkedOut(t *testing.T) {
	var tables []*Table
	for seed := range 4 * lawSeeds { // rare things need more tries
		tables = append(tables, newLawTable(All, generate(seed, lawRecords)))
	}
	for _, m := range All {
		worked := slices.ContainsFunc(tables, func(whole *Table) bool {
			return slices.ContainsFunc(lawSpans, func(span record.Span) bool {
				return slices.ContainsFunc(whole.Over(m, Scope{}, span), func(v Value) bool {
					return v.Status == OK && (v.Numerator == nil || *v.Numerator != 0)
				})
			})
		})
		if !worked {
			t.Errorf("%s has no value other than 0 in any of the generated data", m.ID)
		}
	}
}
