package main

import (
	"slices"

	"evidencepack/ingest/record"
)

// days are the ways in which the days of a group are cut.
type days struct {
	pieces []record.Span // the smallest
	spans  []record.Span // all that are spoken of, and what is left between them
}

func daysOf(spoken map[record.Span]bool) days {
	var ends []record.Date
	all := map[record.Span]bool{}
	for s := range spoken {
		ends = append(ends, s.From, s.To+1)
		all[s] = true
		for other := range spoken {
			for _, left := range []record.Span{{From: s.From, To: other.From - 1}, {From: other.To + 1, To: s.To}} {
				if other != s && other.From >= s.From && other.To <= s.To && left.From <= left.To {
					all[left] = true
				}
			}
		}
	}
	slices.Sort(ends)
	ends = slices.Compact(ends)
	var d days
	for i := 0; i+1 < len(ends); i++ {
		piece := record.Span{From: ends[i], To: ends[i+1] - 1}
		d.pieces = append(d.pieces, piece)
		all[piece] = true
	}
	for s := range all {
		d.spans = append(d.spans, s)
	}
	slices.SortFunc(d.spans, compareSpans)
	return d
}

func compareSpans(a, b record.Span) int {
	if a.From != b.From {
		return int(a.From - b.From)
	}
	return int(a.To - b.To)
}

// tieGroup makes the sums of one group: over days, over services, between quantities.
func (m *attackModel) tieGroup(group []quantity) {
	spoken := map[record.Span]bool{}
	for _, q := range group {
		for s := range m.spans[q] {
			spoken[s] = true
		}
	}
	d := daysOf(spoken)
	scopes := m.scopeKeys()
	for _, q := range group {
		for _, scope := range scopes {
			if adds(q) {
				m.tieDays(q, scope, d)
			}
		}
		for _, span := range d.spans {
			m.tieServices(q, span)
		}
	}
	for _, b := range m.bonds() {
		if !slices.Contains(group, b[0]) {
			continue
		}
		for _, scope := range scopes {
			for _, span := range d.spans {
				var parts []int
				for _, q := range b[1:] {
					parts = append(parts, m.place(placeOf{q, scope, span}))
				}
				m.sumSystem.adds(m.place(placeOf{b[0], scope, span}), parts...)
			}
		}
	}
}

// scopeKeys are all scopes and single services, in order.
func (m *attackModel) scopeKeys() []string {
	keys := slices.Clone(m.services)
	for key := range m.scopes {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// tieDays says that spans are their pieces, and two spans that meet are one.
func (m *attackModel) tieDays(q quantity, scope string, d days) {
	at := func(s record.Span) int { return m.place(placeOf{q, scope, s}) }
	has := map[record.Span]bool{}
	for _, s := range d.spans {
		has[s] = true
	}
	for _, s := range d.spans {
		var parts []int
		for _, p := range d.pieces {
			if p.From >= s.From && p.To <= s.To {
				parts = append(parts, at(p))
			}
		}
		if len(parts) > 1 {
			m.sumSystem.adds(at(s), parts...)
		}
		for _, first := range d.spans {
			rest := record.Span{From: first.To + 1, To: s.To}
			if first.From == s.From && first.To < s.To && has[rest] && len(parts) > 2 {
				m.sumSystem.adds(at(s), at(first), at(rest))
			}
		}
	}
}

// tieServices says that services are together the whole, a pool its members, and the
// services that are not shown what is left.
func (m *attackModel) tieServices(q quantity, span record.Span) {
	at := func(key string) int { return m.place(placeOf{q, key, span}) }
	for _, key := range m.scopeKeys() {
		members := m.scopes[key]
		if len(members) < 2 {
			continue
		}
		var parts []int
		for _, s := range members {
			parts = append(parts, at(s))
		}
		m.sumSystem.adds(at(key), parts...)
	}
}
