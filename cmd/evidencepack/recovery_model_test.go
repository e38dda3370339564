package main

import (
	"math"
	"slices"
	"strings"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
)

// What follows is printed in the definitions of every pack, or follows from them for
// anybody who thinks: which numbers are the same thing, and which add up.

// sameQuantity names one quantity by one name: the offers of REF-02 are those of REF-01.
var sameQuantity = map[quantity]quantity{
	"REF-02.D": "REF-01.D", "REF-06.D": "REF-01.D", "REF-09.N": "REF-01.D",
	"REF-03.D": "REF-01.N", "REF-04.D": "REF-01.N", "REF-07.D": "REF-01.N", "REF-06.N": "REF-01.N",
	"ATT-03.D": "ATT-01.D", "ATT-04.D": "ATT-01.N", "AUD-08.D": "AUD-06.D", "IND-10.D": "IND-01.D",
	"LRN-03.D": "LRN-02.D", "LRN-09.D": "INC-01.N", "IND-11.D": "IND-02.D",
	"RES-02.D": "RES-01.D", "RES-06.D": "RES-01.D", "RES-07.D": "RES-01.D", "RES-08.D": "RES-01.D", "RES-09.D": "RES-01.D", "RES-10.D": "RES-01.D", "RES-13.D": "RES-01.D",
	"INC-02.D": "INC-01.D", "INC-03.D": "INC-01.D", "INC-04.D": "INC-01.D", "INC-05.D": "INC-01.D", "INC-06.D": "INC-01.D", "RES-14.D": "INC-01.D",
	"CPL-01.D": "INC-01.D", "CPL-02.D": "INC-01.D", "CPL-03.D": "INC-01.D", "HOS-01.D": "INC-01.D", "HOS-02.D": "INC-01.D", "SAF-01.D": "INC-01.D",
}

// boundQuantities are sums between quantities: the first is the others together.
var boundQuantities = [][]quantity{
	{"REF-01.N", "REF-02.N", "REF-03.N"}, // refused first: refused for good, or taken when offered again
}

// addsOverTime lists what is counted once, on its day, so that months add up. Of other
// quantities, such as people or restrictions in force, each span is a number by itself.
var addsOverTime = func() map[quantity]bool {
	adds := map[quantity]bool{"INC-01.D": true}
	for id := range strings.FieldsSeq("ATT-01 ATT-03 AUD-01 AUD-05 INC-10 INC-12 IND-01 IND-04 IND-07 LRN-01 LRN-02 LRN-03 LRN-04 LRN-06 OBS-01 RAT-01 REF-01 REF-02 REF-03 REF-04 REF-05 REF-07 SUP-01") {
		for _, letter := range []string{".N", ".D", ".R"} {
			adds[quantity(id+letter)] = true
		}
	}
	for id := range strings.FieldsSeq("CHG-01 CPL-01 CPL-03 CPL-05 HOS-01 HOS-02 INC-01 INC-02 INC-04 IND-02 IND-11 LRN-07 RES-01 RES-03 RES-14 SAF-01") {
		adds[quantity(id+".N")] = true
	}
	return adds
}()

// The quantities that do not add up over services, or can be below nought.
var (
	notSums  = []string{"REF-09.D", "DQ-", "RES-04", "CHG-02"}
	outsider = func(q quantity) bool {
		return slices.ContainsFunc(notSums, func(a string) bool { return strings.Contains(string(q), a) })
	}
)

// canonical gives the one name of a quantity. The care days of a part are those of all.
func canonical(q quantity) quantity {
	if same, there := sameQuantity[q]; there {
		return same
	}
	if whole, isDays := strings.CutSuffix(wholeOf(q), ".D"); isDays && strings.Contains(string(q), "/") && !isPercent(whole) {
		return canonical(quantity(whole + ".D"))
	}
	return q
}

// wholeOf is the quantity of which another is a part: INC-01/fall.N is one of INC-01.N.
func wholeOf(q quantity) string {
	metric, letter, _ := strings.Cut(string(q), ".")
	whole, _, _ := strings.Cut(metric, "/")
	return whole + "." + letter
}

// adds tells whether a quantity adds up over time, as a part does where its whole does.
func adds(q quantity) bool { return addsOverTime[quantity(wholeOf(q))] }

// split is one table of parts: in these days they are all there is.
type split struct {
	whole quantity
	parts []quantity
	span  record.Span
}

// takeSplits finds the whole of each table of parts. Of the offers of support the parts
// are offers, too; other parts are shares of the same whole.
func (m *attackModel) takeSplits(r *packReading, spans ...record.Span) {
	for _, names := range r.splits {
		for _, metric := range r.wholesOf(names) {
			for _, span := range spans {
				for _, letter := range []string{".N", ".D"} {
					if letter == ".D" && !strings.HasPrefix(metric, "REF") {
						continue
					}
					one := split{whole: canonical(quantity(metric + letter)), span: span}
					if metric == "INC-10" {
						one.whole = "INC-10.D" // its numerator is moderate harm and worse, its parts are every harm
					}
					for _, name := range names {
						one.parts = append(one.parts, quantity(metric+"/"+name+letter))
					}
					m.splits = append(m.splits, one)
				}
			}
		}
	}
}

// wholesOf lists the metrics that have all these parts in the index of a pack.
func (r *packReading) wholesOf(names []string) (metrics []string) {
	count := map[string]map[string]bool{}
	note := func(metric string) {
		whole, name, isPart := strings.Cut(metric, "/")
		if isPart && slices.Contains(names, name) {
			if count[whole] == nil {
				count[whole] = map[string]bool{}
			}
			count[whole][name] = true
		}
	}
	for _, k := range r.knowns {
		metric, _, _ := strings.Cut(string(k.what), ".")
		note(metric)
	}
	for _, u := range r.unknowns {
		note(u.metric)
	}
	for whole, has := range count {
		if len(has) == len(names) {
			metrics = append(metrics, whole)
		}
	}
	slices.Sort(metrics)
	return metrics
}

// place is one number: a quantity of some services in some days.
type placeOf struct {
	what     quantity
	services string // by name, with + between; all of them are the whole
	span     record.Span
}

// attackModel is what the attacker makes of the packs of one provider.
type attackModel struct {
	sumSystem system
	at        map[placeOf]int
	given     map[placeOf]float64
	marked    map[placeOf]bool // numerators of figures of which a pack says that it hides them
	services  []string
	spans     map[quantity]map[record.Span]bool
	scopes    map[string][]string
	splits    []split
}

// newModel puts together what several packs of one provider say.
func newModel(services []string) *attackModel {
	return &attackModel{at: map[placeOf]int{}, given: map[placeOf]float64{}, marked: map[placeOf]bool{}, services: services,
		spans: map[quantity]map[record.Span]bool{}, scopes: map[string][]string{}}
}

func joined(services []string) string {
	return strings.Join(slices.Sorted(slices.Values(services)), "+")
}

func (m *attackModel) whole() string { return joined(m.services) }

// take adds what one pack says, in its words for services.
func (m *attackModel) take(r *packReading, scopes map[string][]string) {
	for _, services := range scopes {
		m.scopes[joined(services)] = services
	}
	for _, k := range r.knowns {
		services, there := scopes[k.scope]
		if !there || outsider(k.what) || k.value < 0 || k.value != math.Trunc(k.value) {
			continue
		}
		p := placeOf{canonical(k.what), joined(services), k.span}
		m.given[p] = k.value
		m.see(p)
	}
	for _, u := range r.unknowns {
		if services, there := scopes[u.scope]; there && !outsider(quantity(u.metric)) {
			p := placeOf{canonical(quantity(u.metric + ".N")), joined(services), u.span}
			m.marked[p] = true
			m.see(p)
			m.see(placeOf{canonical(quantity(u.metric + ".D")), p.services, u.span})
		}
	}
}

// see notes that there is such a quantity in such days.
func (m *attackModel) see(p placeOf) {
	if m.spans[p.what] == nil {
		m.spans[p.what] = map[record.Span]bool{}
	}
	m.spans[p.what][p.span] = true
}

// rest is the quantity of those that were counted in the denominator alone.
func restOf(metric string) quantity { return quantity(metric + ".R") }

// isPercent tells whether a metric is a share of counts, as its definition prints.
func isPercent(metric string) bool {
	metric, _, _ = strings.Cut(metric, "/")
	m, there := metrics.Find(metric)
	return there && m.Unit == metrics.Percent && !m.Hours
}

// tie makes the sums and solves them.
func (m *attackModel) tie() {
	for _, group := range m.groups() {
		m.tieGroup(group)
	}
	for _, s := range m.splits {
		var parts []int
		for _, q := range s.parts {
			parts = append(parts, m.place(placeOf{q, m.whole(), s.span}))
		}
		m.sumSystem.adds(m.place(placeOf{s.whole, m.whole(), s.span}), parts...)
	}
	for p, value := range m.given {
		m.sumSystem.is(m.place(p), value)
	}
	m.sumSystem.solve()
}

// groups are the quantities that hang together by sums other than those over days and
// services, in order.
func (m *attackModel) groups() [][]quantity {
	of := map[quantity]quantity{}
	var root func(quantity) quantity
	root = func(q quantity) quantity {
		if of[q] == "" || of[q] == q {
			of[q] = q
			return q
		}
		return root(of[q])
	}
	for _, b := range m.bonds() {
		for _, q := range b[1:] {
			of[root(q)] = root(b[0])
		}
	}
	for q := range m.spans {
		root(q)
	}
	groups := map[quantity][]quantity{}
	for q := range of {
		groups[root(q)] = append(groups[root(q)], q)
	}
	var out [][]quantity
	for _, g := range groups {
		slices.Sort(g)
		out = append(out, g)
	}
	slices.SortFunc(out, func(a, b []quantity) int { return strings.Compare(string(a[0]), string(b[0])) })
	return out
}

// bonds are the sums between quantities that the packs speak of.
func (m *attackModel) bonds() [][]quantity {
	var out [][]quantity
	for _, b := range boundQuantities {
		if slices.ContainsFunc(b, func(q quantity) bool { return m.spans[q] != nil }) {
			out = append(out, b)
		}
	}
	seen := map[string]bool{}
	for q := range m.spans {
		metric, _, _ := strings.Cut(string(q), ".")
		seen[metric] = true
	}
	for alias, q := range sameQuantity {
		if metric, _, _ := strings.Cut(string(alias), "."); m.spans[q] != nil && (m.spans[quantity(metric+".N")] != nil) {
			seen[metric] = true
		}
	}
	for metric := range seen {
		if isPercent(metric) {
			out = append(out, []quantity{canonical(quantity(metric + ".D")), canonical(quantity(metric + ".N")), restOf(metric)})
		}
	}
	slices.SortFunc(out, func(a, b []quantity) int { return strings.Compare(string(a[0]+a[1]), string(b[0]+b[1])) })
	return slices.CompactFunc(out, slices.Equal)
}

// place gives the number of a place.
func (m *attackModel) place(p placeOf) int {
	n, there := m.at[p]
	if !there {
		n = m.sumSystem.number()
		m.at[p] = n
	}
	return n
}
