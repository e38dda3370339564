package disclose

import (
	"slices"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
)

// atom is one unknown: how much of a thing, in a block of services, in a stretch of
// days (by its first day, 0 for all days before the first border), in one window, or
// on one day.
type atom struct {
	of, part string
	when     metrics.When // ByEnd for stretches
	block    int
	from, to record.Date
}

// atoms numbers the unknowns of a family.
type atoms struct {
	family *family
	index  map[atom]int
	list   []atom
}

func newAtoms(f *family) *atoms { return &atoms{family: f, index: map[atom]int{}} }

func (a *atoms) at(one atom) int {
	i, there := a.index[one]
	if !there {
		i = len(a.list)
		a.index[one], a.list = i, append(a.list, one)
	}
	return i
}

// sum writes a number of a figure as a sum of unknowns.
func (a *atoms) sum(f form, service string, span record.Span) []entry {
	times := map[int]int64{}
	for _, t := range f.terms {
		for _, block := range a.family.blocksOf(service) {
			a.term(t, block, span, func(one atom) { times[a.at(one)] += int64(t.Times) })
		}
		if service != "" {
			continue
		}
		a.term(t, len(a.family.blocks), span, func(one atom) { // what is in no service
			if a.leaks(t.Of, one) {
				times[a.at(one)] += int64(t.Times)
			}
		})
	}
	return entries(times)
}

// term lists the unknowns of one term in one block.
func (a *atoms) term(t metrics.Term, block int, span record.Span, each func(atom)) {
	one := atom{of: t.Of, part: t.Part, when: t.When, block: block}
	switch t.When {
	case metrics.InWindow:
		one.from, one.to = span.From, span.To
		each(one)
		return
	case metrics.OnLast:
		one.to = span.To
		each(one)
		return
	}
	before := span.To + 1
	if t.When == metrics.ByStart {
		before = span.From
	}
	one.when = metrics.ByEnd
	each(one)
	for i, from := range a.family.cuts {
		if from < before {
			one.from, one.to = from, a.family.cuts[i+1]-1
			each(one)
		}
	}
}

// leaks tells whether the parts of a thing may not be all of it in an unknown; name is
// that of the thing, with that of a breakdown for its words.
func (a *atoms) leaks(name string, one atom) bool {
	switch one.when {
	case metrics.InWindow:
		_, open := a.family.leaksIn(name, record.Span{From: one.from, To: one.to})
		return open
	case metrics.OnLast:
		return a.family.leaksOn(name, one.to)
	}
	_, open := a.family.leaksOver(name, record.Span{From: one.from, To: one.to})
	return open
}

// entries is a sum in order of column, without what cancels out.
func entries(times map[int]int64) []entry {
	var out []entry
	for column, n := range times {
		if n != 0 {
			out = append(out, entry{column, uint64((n%prime + prime) % prime)})
		}
	}
	slices.SortFunc(out, func(x, y entry) int { return x.column - y.column })
	return out
}

// bonds are the sums of unknowns that are nought whatever the numbers are: a whole
// less its parts, both by the declarations and by the words of breakdowns.
func (a *atoms) bonds() [][]entry {
	var out [][]entry
	done := map[atom]bool{}
	for i := 0; i < len(a.list); i++ { // grows while the bonds name new unknowns
		one := a.list[i]
		for _, same := range a.family.wholes {
			if one.of != same.Whole && !slices.Contains(same.Parts, one.of) {
				continue
			}
			whole := one
			whole.of = same.Whole
			if done[whole] {
				continue
			}
			done[whole] = true
			times := map[int]int64{a.at(whole): 1}
			for _, name := range same.Parts {
				part := whole
				part.of = name
				times[a.at(part)]--
			}
			out = append(out, entries(times))
		}
	}
	for _, one := range slices.Clone(a.list) {
		if one.part != "" {
			continue
		}
		for _, words := range a.family.words(one.of) {
			if a.leaks(one.of+" "+splitName(words[0]), one) {
				continue
			}
			times := map[int]int64{a.at(one): 1}
			for _, word := range words {
				part := one
				part.part = word
				times[a.at(part)]--
			}
			out = append(out, entries(times))
		}
	}
	return out
}
