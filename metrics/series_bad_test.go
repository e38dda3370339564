package metrics

import (
	"math"
	"testing"
)

// Whatever comes in, nothing but numbers comes out.
func TestBadValuesGiveGaps(t *testing.T) {
	bad := []*float64{nil, number(math.NaN()), number(math.Inf(1)), number(math.Inf(-1)), number(-3), number(0), number(1e308), number(2.5), number(20)}
	for _, m := range []Metric{ref01, inc01, ref09, res03, res04, res05, inc08} {
		for months := range 30 {
			var values []Value
			for i := range months {
				v := Window{Def: m.Def, Span: simulatedMonth((i * 7) % 26)}.value(1)
				v.Numerator, v.Denominator, v.Value = bad[(i*5+months)%9], bad[(i*4+months/9)%9], bad[(i+months)%9]
				values = append(values, v)
			}
			checkNumbers(t, m.ID, SeriesOf(m, values, []Rebase{{Metric: m.ID, From: simulatedMonth(5).From}}))
		}
	}
}

func checkNumbers(t *testing.T, name string, s Series) {
	t.Helper()
	for i, p := range s.Points {
		if i > 0 && p.Span.From <= s.Points[i-1].Span.From {
			t.Errorf("%s: months out of order or twice", name)
		}
		if (p.Value == nil) != (p.Gap != GapNone) {
			t.Errorf("%s: a value in a gap, or none outside: %+v", name, p)
		}
		for _, v := range []*float64{p.Value, p.Centre, p.Lower, p.Upper} {
			if v != nil && !finite(v) {
				t.Errorf("%s: %v is no number", name, *v)
			}
		}
	}
}
