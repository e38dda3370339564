package stat

import "math"

// running adds up values one after another with Neumaier's compensation. The
// zero value is an empty sum.
type running struct{ sum, lost float64 }

func (r *running) add(v float64) {
	next := r.sum + v
	if math.Abs(r.sum) >= math.Abs(v) {
		r.lost += (r.sum - next) + v
	} else {
		r.lost += (v - next) + r.sum
	}
	r.sum = next
}

// total is the sum so far.
func (r *running) total() float64 { return r.sum + r.lost }
