package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
	"evidencepack/render"
	"evidencepack/render/page"
	"evidencepack/templates"
)

// smallCount tells whether a number is one that a pack for readers outside hides.
func smallCount(v float64) bool { return v >= 1 && v < 5 }

// leaked is a number that a pack gives away.
type leaked struct {
	place placeOf
	value float64
	how   string
}

func (l leaked) String() string {
	return fmt.Sprintf("%s of %s from %s to %s is %g: %s", l.place.what, strings.ReplaceAll(l.place.services, "+", " and "), l.place.span.From, l.place.span.To, l.value, l.how)
}

// leaks are the small or hidden numbers that the model holds.
func (m *attackModel) leaks() (found []leaked) {
	for p, n := range m.at {
		value, is := m.sumSystem.found(n)
		letter := p.what[strings.LastIndex(string(p.what), ".")+1:]
		_, given := m.given[p]
		switch {
		case !is || letter == "D" && addsOverTime["INC-01.D"] && p.what == "INC-01.D":
		case given && smallCount(value):
			found = append(found, leaked{p, value, "it stands in the pack"})
		case !given && smallCount(value):
			found = append(found, leaked{p, value, "it follows"})
		case !given && m.marked[p]:
			found = append(found, leaked{p, value, "it is not shown, and follows"})
		}
	}
	slices.SortFunc(found, func(a, b leaked) int { return strings.Compare(a.String(), b.String()) })
	return found
}

// truth works a number out from the records.
func truth(t *metrics.Table, services []string, p placeOf) (sum float64) {
	metric, letter, _ := strings.Cut(string(p.what), ".")
	def, _ := metrics.Find(metric)
	for _, s := range strings.Split(p.services, "+") {
		for _, v := range t.Over(def, metrics.Scope{Service: s}, p.span) {
			n, d := 0.0, 0.0
			if v.Numerator != nil {
				n = *v.Numerator
			}
			if v.Denominator != nil {
				d = *v.Denominator
			}
			sum += map[string]float64{"N": n, "D": d, "R": d - n, "P": float64(v.People)}[letter]
		}
	}
	return sum
}

// TestRecoveryAttack gives an attacker two packs of each of many small providers and
// wants him to find nothing.
func TestRecoveryAttack(t *testing.T) {
	packs, err := render.Packs(templates.Files(), []string{"tender", "inspection", "monthly"})
	if err != nil {
		t.Fatal(err)
	}
	for i := range packs {
		packs[i].Tier = page.TierExternal // as somebody may write who copies one of ours
	}
	total, hit, hidden := 0, 0, 0
	for seed := uint64(1); seed <= 40; seed++ {
		p := makeProvider(seed)
		table := tableOfRecords(p.records, p.later, nil)
		pack := packs[[]int{0, 0, 1, 0, 2}[seed%5]]
		first := p.release(t, pack, table, p.earlier, nil)
		second := p.release(t, pack, table, p.later, first.shown)
		m := newModel(p.services)
		for _, one := range []releasedPack{first, second} {
			r := readPack(one.page, one.build.period)
			m.take(r, one.scopes)
			for _, stray := range r.strayPairs() {
				t.Logf("provider %d: %s", seed, stray)
			}
		}
		m.tie()
		hidden += len(m.marked)
		if m.sumSystem.wrong {
			t.Errorf("provider %d: the attacker's sums contradict each other", seed)
			continue
		}
		n := 0
		for _, l := range m.leaks() {
			if really := truth(table, p.services, l.place); really != l.value {
				t.Errorf("provider %d, the attacker is wrong: %s; it is %g", seed, l, really)
				continue
			}
			n++
			t.Logf("provider %d, %s: %s", seed, pack.File, l)
		}
		total += n
		if n > 0 {
			hit++
		}
	}
	t.Logf("%d numbers of %d providers, %d hidden", total, hit, hidden)
}

var _ = record.Span{}
