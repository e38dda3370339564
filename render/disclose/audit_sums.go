package disclose

import (
	"math"
	"slices"
)

// add takes in an equation, reduced by those that it begins like.
func (a *audit) add(sum map[int]int64, total float64) {
	if total != math.Trunc(total) {
		return // hours and averages are of no use to sums of people
	}
	one := a.reduce(equationOf(sum, int64(total)))
	if len(one.terms) == 0 {
		return
	}
	inverse := power(one.terms[0].times, auditPrime-2)
	for i := range one.terms {
		one.terms[i].times = one.terms[i].times * inverse % auditPrime
	}
	one.total = one.total * inverse % auditPrime
	a.leading[one.terms[0].unknown] = one
}

func equationOf(sum map[int]int64, total int64) equation {
	out := equation{total: modulo(total)}
	for unknown, times := range sum {
		if times != 0 {
			out.terms = append(out.terms, term{unknown, modulo(times)})
		}
	}
	slices.SortFunc(out.terms, func(x, y term) int { return x.unknown - y.unknown })
	return out
}

func modulo(n int64) int64 { return (n%auditPrime + auditPrime) % auditPrime }

func power(base, exponent int64) int64 {
	result := int64(1)
	for ; exponent > 0; exponent >>= 1 {
		if exponent&1 == 1 {
			result = result * base % auditPrime
		}
		base = base * base % auditPrime
	}
	return result
}

// reduce takes known equations out of one, from the first unknown to the last, until
// no unknown that begins an equation is left in it.
func (a *audit) reduce(one equation) equation {
	var left []term
	for len(one.terms) > 0 {
		first := one.terms[0]
		known, there := a.leading[first.unknown]
		if !there {
			left = append(left, first)
			one.terms = one.terms[1:]
			continue
		}
		one = one.less(known, first.times)
	}
	return equation{left, one.total}
}

// less takes another equation so many times out of one.
func (e equation) less(other equation, times int64) equation {
	out := equation{total: modulo(e.total - times*other.total%auditPrime)}
	i, j := 0, 0
	for i < len(e.terms) || j < len(other.terms) {
		switch {
		case j == len(other.terms) || i < len(e.terms) && e.terms[i].unknown < other.terms[j].unknown:
			out.terms = append(out.terms, e.terms[i])
			i++
		case i == len(e.terms) || other.terms[j].unknown < e.terms[i].unknown:
			out.terms = append(out.terms, term{other.terms[j].unknown, modulo(-times * other.terms[j].times % auditPrime)})
			j++
		default:
			if n := modulo(e.terms[i].times - times*other.terms[j].times%auditPrime); n != 0 {
				out.terms = append(out.terms, term{e.terms[i].unknown, n})
			}
			i, j = i+1, j+1
		}
	}
	return out
}

// gives tells whether a hidden number follows, and whether from sums alone.
func (a *audit) gives(f Figure, n figureNumber) (found, exact bool) {
	left := a.reduce(equationOf(a.write(n.form.terms, f.Service, f.Span), 0))
	if len(left.terms) == 0 && modulo(-left.total) == modulo(int64(n.value)) {
		return true, true
	}
	r, there := a.ranges[nameOf(n.form, f.Service, f.Span)]
	return there && r[1]-r[0] < 0.999 && r[0] <= n.value && n.value <= r[1], false
}
