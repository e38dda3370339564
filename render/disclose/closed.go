package disclose

import (
	"math"
	"slices"

	"evidencepack/ingest/record"
)

// place is one number of one service or breakdown and span, by its form.
type place struct {
	form    string
	service string
	span    record.Span
}

// leak says where the parts of a thing are not all of it.
type leak struct {
	low    float64       // by how little the whole may be more than its parts; below nought where they overlap
	open   []record.Span // spans in which they are not
	shut   []record.Span // spans in which they are
	always bool          // of what does not add up over days it is never taken for granted
}

// noted gives what is noted of a thing.
func (f *family) noted(name string) *leak {
	if f.open[name] == nil {
		f.open[name] = &leak{}
	}
	return f.open[name]
}

// leaksIn tells whether the parts of a thing may not be all of it in a window, and by
// how little the whole may be more. Where nobody can see that they are not, they are
// taken to be.
func (f *family) leaksIn(name string, span record.Span) (low float64, open bool) {
	if f.unbroken(name) {
		return 0, true
	}
	l := f.open[name]
	return l.lowest(), l != nil && slices.Contains(l.open, span)
}

// leaksOn is the same on the last day of a window.
func (f *family) leaksOn(name string, day record.Date) bool {
	l := f.open[name]
	return f.unbroken(name) || l != nil && slices.ContainsFunc(l.open, func(s record.Span) bool { return s.To == day })
}

// leaksOver is the same over days, of which none may be in a window without a leak.
func (f *family) leaksOver(name string, span record.Span) (low float64, open bool) {
	l := f.open[name]
	if l == nil {
		return 0, f.unbroken(name)
	}
	holds := func(s record.Span) bool { return s.From <= span.From && span.To <= s.To }
	return l.low, f.unbroken(name) || l.always || slices.ContainsFunc(l.open, holds) && !slices.ContainsFunc(l.shut, holds)
}

// unbroken tells whether only some of the words of a breakdown have figures: those that
// are measures by themselves.
func (f *family) unbroken(name string) bool {
	broken, word := f.broken[name]
	return word && !broken
}

func (l *leak) lowest() float64 {
	if l == nil {
		return 0
	}
	return l.low
}

// findOpen finds of which things the parts do not make up the whole: where rows have no
// service, where a person is in two services, where a record has no word of a breakdown
// or several. Everywhere else a reader may take it that they do.
func (f *family) findOpen() {
	values := map[place]float64{}
	var numbers []figureNumber
	var where []Figure
	for _, c := range f.items {
		for _, n := range c.numbers {
			values[place{n.form.key, c.Figure.Service, c.Figure.Span}] = n.value
			numbers, where = append(numbers, n), append(where, c.Figure)
		}
	}
	type line struct {
		form string
		span record.Span
	}
	services, parts := map[line]map[string]float64{}, map[place]map[string]float64{}
	for i, n := range numbers {
		at := where[i]
		if at.Service != "" {
			put(services, line{n.form.key, at.Span}, at.Service, n.value)
		}
		if part := n.form.terms[0].Part; part != "" {
			whole := slices.Clone(n.form.terms)
			for j := range whole {
				whole[j].Part = ""
			}
			put(parts, place{formOf(whole).key + splitName(part), at.Service, at.Span}, part, n.value)
		}
	}
	for i, n := range numbers {
		at := where[i]
		if total, all := f.everywhere(services[line{n.form.key, at.Span}]); at.Service == "" && all {
			f.compare(n.form, "", at, n.value-total)
		}
		for _, name := range f.splitsOf(n.form) {
			if of := parts[place{n.form.key + name, at.Service, at.Span}]; of != nil {
				f.compare(n.form, " "+name, at, n.value-total(of))
			}
		}
	}
}

func put[K comparable](into map[K]map[string]float64, key K, name string, value float64) {
	if into[key] == nil {
		into[key] = map[string]float64{}
	}
	into[key][name] = value
}

func total(of map[string]float64) float64 {
	sum := 0.0
	for _, v := range of {
		sum += v // whole numbers, so that their order does not matter
	}
	return sum
}

// everywhere adds up services, and tells whether they are all services, each once.
func (f *family) everywhere(of map[string]float64) (float64, bool) {
	times := map[string]int{}
	for service := range of {
		for _, one := range Members(service) {
			times[one]++
		}
	}
	for _, service := range f.services {
		if times[service] != 1 {
			return 0, false
		}
	}
	return total(of), len(f.services) > 0
}

// splitsOf names the breakdowns of what is counted in a form.
func (f *family) splitsOf(of form) []string {
	if of.terms[0].Part != "" {
		return nil
	}
	var names []string
	for _, t := range of.terms {
		for _, words := range f.words(t.Of) {
			names = append(names, splitName(words[0]))
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// compare notes by how much the whole is more than its parts in a window.
func (f *family) compare(of form, name string, at Figure, by float64) {
	for _, t := range of.terms {
		l := f.noted(t.Of + name)
		if by == 0 {
			if at.Service == "" {
				l.shut = append(l.shut, at.Span)
			}
			continue
		}
		l.open, l.low = append(l.open, at.Span), math.Min(l.low, by)
		l.always = l.always || !of.overDays()
	}
}
