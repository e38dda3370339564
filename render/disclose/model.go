package disclose

import (
	"slices"
	"strconv"

	"evidencepack/metrics"
)

// Withholding rests on a model of what a reader knows. Every number of a figure is a
// sum of unknowns: one for each thing counted, block of services and stretch of days
// between the borders of all spans. What is shown is an equation between them.

// form is how one number of a figure is made of things counted, whatever the service
// and the dates.
type form struct {
	terms metrics.Sum
	key   string
}

func formOf(sum metrics.Sum) form {
	var key []byte
	for _, t := range sum {
		key = strconv.AppendInt(key, int64(t.Times), 10)
		key = append(append(append(append(key, ' '), t.Of...), ' '), t.Part...)
		key = append(key, ' ', '0'+byte(t.When), ';')
	}
	return form{sum, string(key)}
}

// less is a form less another.
func (f form) less(other form) form {
	terms := slices.Clone(f.terms)
	for _, t := range other.terms {
		t.Times = -t.Times
		terms = append(terms, t)
	}
	return formOf(terms)
}

// overDays tells whether the number adds up over days: each thing of it is counted up
// to the last day less the same up to the first.
func (f form) overDays() bool {
	left := map[[2]string]int{}
	for _, t := range f.terms {
		if t.When != metrics.ByEnd && t.When != metrics.ByStart {
			return false
		}
		left[[2]string{t.Of, t.Part}] += t.Times
	}
	for _, times := range left {
		if times != 0 {
			return false
		}
	}
	return len(f.terms) > 0
}

// which of a figure's numbers a number is.
const (
	numerator = iota
	denominator
	people
	rest
)

var countNames = [...]string{"numerator", "denominator", "people", "rest"}

// figureNumber is one number of a figure with its form; a number that adds up over
// nothing has none, and says nothing of another.
type figureNumber struct {
	count int
	form  form
	value float64
}

// numbersOf lists the numbers of a figure that are known to have it.
func numbersOf(f Figure, n, d, p *float64) []figureNumber {
	m, there := metrics.Find(f.Metric)
	if !there {
		return nil
	}
	sums := m.PartSums(f.Breakdown)
	var out []figureNumber
	for count, of := range []struct {
		sum   metrics.Sum
		value *float64
	}{{sums.Numerator, n}, {sums.Denominator, d}, {sums.People, p}} {
		if of.sum == nil || of.value == nil {
			continue
		}
		one := figureNumber{count, formOf(of.sum), *of.value}
		if of.sum[0].Weeks {
			one.value = one.value * 7 / float64(f.Span.Days())
		}
		out = append(out, one)
	}
	return out
}

// numbersOfCell lists the numbers of a cell, with the rest of a share.
func numbersOfCell(c Cell) []figureNumber {
	if c.Value.Status == metrics.NoData {
		return nil
	}
	heads := float64(c.Value.People)
	out := numbersOf(c.Figure, c.Value.Numerator, c.Value.Denominator, &heads)
	if c.Value.Unit == metrics.Percent && len(out) == 3 {
		out = append(out, figureNumber{rest, out[1].form.less(out[0].form), out[1].value - out[0].value})
	}
	return out
}
