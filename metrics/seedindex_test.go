package metrics

import (
	"encoding/csv"
	"os"
	"testing"

	"evidencepack/ingest/record"
)

// seedMeasure is one measure as a source article names it, and the metric that it is.
type seedMeasure struct{ seed, measure, metric string }

// measuresNamed is how many lines each source article has in the index, so that
// none gets lost.
var measuresNamed = map[string]int{"000": 40, "001": 34, "002": 30, "003": 27, "004": 17}

func readSeedIndex(t *testing.T) []seedMeasure {
	t.Helper()
	file, err := os.Open(oracles + "/seed_index.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	lines, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var all []seedMeasure
	for _, line := range lines[1:] {
		all = append(all, seedMeasure{line[0], line[1], line[2]})
	}
	return all
}

// TestEveryMeasureThatASourceNames is computed: its metric is in the register, and
// a worked example of it gives a figure.
func TestEveryMeasureThatASourceNames(t *testing.T) {
	computed := make(map[string]bool)
	for _, examples := range readOracles(t) {
		for _, o := range examples {
			computed[o.Metric] = computed[o.Metric] || o.givesFigure(t)
		}
	}
	seen := make(map[string]int)
	for _, n := range readSeedIndex(t) {
		seen[n.seed]++
		if _, found := Find(n.metric); !found {
			t.Errorf("source article %s, %q: there is no %s", n.seed, n.measure, n.metric)
			continue
		}
		if !computed[n.metric] {
			t.Errorf("source article %s, %q: no worked example of %s gives a figure", n.seed, n.measure, n.metric)
		}
	}
	for seed, want := range measuresNamed {
		if seen[seed] != want {
			t.Errorf("source article %s has %d measures in the index, not %d", seed, seen[seed], want)
		}
	}
}

// givesFigure works an example out and tells whether any figure of it, the whole
// or a part, is ok.
func (o oracle) givesFigure(t *testing.T) bool {
	m, found := Find(o.Metric)
	from, errFrom := record.ParseISO(o.From)
	to, errTo := record.ParseISO(o.To)
	if !found || errFrom != nil || errTo != nil {
		return false
	}
	span := record.Span{From: from, To: to}
	table := NewTable(All, []record.Span{span})
	for _, r := range o.recordsOf(t) {
		table.Add(r)
	}
	scope := Scope{Service: o.Service, Person: record.Person(o.Person)}
	values := append(table.Over(m, scope, span), table.Parts(m, scope, span)...)
	if m.rule.many {
		values = append(values, table.Over(m, scope, record.Span{})...)
	}
	for _, v := range values {
		if v.Status == OK && v.Value != nil {
			return true
		}
	}
	return false
}
