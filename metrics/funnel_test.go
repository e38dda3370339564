package metrics

import (
	"fmt"
	"math"
	"testing"
)

// beside gives shares or rates of services named A, B, C ….
func beside(m Metric, counts ...[2]int) []Value {
	var values []Value
	for i, c := range counts {
		v := shareValue(0, c[0], c[1])
		if m.Unit == Per1000CareDays {
			v = rateValue(0, c[0], c[1])
		}
		v.Scope.Service = string(rune('A' + i))
		values = append(values, v)
	}
	return values
}

func TestFunnelOfShares(t *testing.T) {
	whole := shareValue(0, 1, 1)
	f := FunnelOf(ref01, append(beside(ref01, [2]int{40, 400}, [2]int{21, 200}, [2]int{78, 800}, [2]int{2, 4}, [2]int{60, 300}, [2]int{0, 0}), whole))
	if f.Reason != FunnelSpread && f.Reason != FunnelChance {
		t.Fatalf("no funnel: %s", f.Reason)
	}
	if want := 100 * 199.0 / 1700; math.Abs(f.Average-want) > 1e-9 {
		t.Errorf("average %v, want %v", f.Average, want)
	}
	if len(f.LeftOut) != 2 || f.LeftOut[0] != (FunnelGap{"D", GapThin}) || f.LeftOut[1] != (FunnelGap{"F", GapNothing}) {
		t.Errorf("left out: %v", f.LeftOut)
	}
	if len(f.Points) != 4 || f.Points[3].Service != "E" || f.Points[3].Value != 20 || f.Points[3].Size != 300 {
		t.Errorf("points: %+v", f.Points)
	}
	checkFunnel(t, "shares", f)
}

// checkFunnel holds the limits to what limits must be.
func checkFunnel(t *testing.T, name string, f Funnel) {
	t.Helper()
	for i, l := range f.Limits {
		if !(0 <= l.Lower998 && l.Lower998 <= l.Lower95 && l.Lower95 <= f.Average && f.Average <= l.Upper95 && l.Upper95 <= l.Upper998) ||
			math.IsInf(l.Upper998, 1) || (f.Unit == Percent && l.Upper998 > 100) {
			t.Errorf("%s: limits at %v: %+v about %v", name, l.Size, l, f.Average)
		}
		if i > 0 && l.Size <= f.Limits[i-1].Size {
			t.Errorf("%s: sizes out of order at %d", name, i)
		}
	}
	if n := len(f.Limits); n == 0 || f.Limits[0].Size >= f.Points[0].Size || f.Limits[n-1].Size <= f.Points[0].Size {
		t.Errorf("%s: limits at %d sizes do not reach around the points", name, n)
	}
	for _, p := range f.Points {
		if p.Outside998 && !p.Outside95 || (p.Side != "") != p.Outside95 {
			t.Errorf("%s: %+v", name, p)
		}
	}
}

func TestFunnelFlags(t *testing.T) {
	for _, c := range []struct {
		name   string
		metric Metric
		counts [][2]int
		side   Direction
	}{
		{"a low share", ref01, [][2]int{{2, 300}, {31, 300}, {29, 300}, {30, 300}, {32, 300}, {28, 300}, {30, 300}, {31, 300}, {29, 300}, {33, 300}, {30, 300}, {27, 300}}, Lower},
		{"a high share", ref01, [][2]int{{90, 300}, {31, 300}, {29, 300}, {30, 300}, {32, 300}, {28, 300}, {30, 300}, {31, 300}, {29, 300}, {33, 300}, {30, 300}, {27, 300}}, Higher},
		{"a high rate", inc01, [][2]int{{40, 2000}, {9, 2000}, {11, 2000}, {10, 2000}, {12, 2000}, {8, 2000}, {10, 2000}, {11, 2000}, {9, 2000}, {10, 2000}, {10, 2000}, {12, 2000}}, Higher},
	} {
		f := FunnelOf(c.metric, beside(c.metric, c.counts...))
		if p := f.Points[0]; !p.Outside998 || p.Side != c.side {
			t.Errorf("%s (%s): %+v", c.name, f.Reason, p)
		}
		for _, p := range f.Points[1:] {
			if p.Outside998 {
				t.Errorf("%s: %+v is outside too", c.name, p)
			}
		}
		checkFunnel(t, c.name, f)
	}
}

// Where services differ by more than chance, wider limits flag fewer.
func TestASpreadBetweenServicesWidensTheLimits(t *testing.T) {
	var counts [][2]int
	for i := range 12 {
		counts = append(counts, [2]int{30 + 12*i, 800})
	}
	f := FunnelOf(ref01, beside(ref01, counts...))
	if f.Reason != FunnelSpread {
		t.Fatalf("the reason is %s", f.Reason)
	}
	for _, p := range f.Points {
		if p.Outside998 {
			t.Errorf("%+v is outside although all differ", p)
		}
	}
	checkFunnel(t, "spread", f)
}

func TestNoFunnel(t *testing.T) {
	for _, c := range []struct {
		name   string
		metric Metric
		values []Value
		want   FunnelReason
	}{
		{"none", ref01, nil, FunnelFew},
		{"three services", ref01, beside(ref01, [2]int{1, 30}, [2]int{2, 30}, [2]int{3, 30}), FunnelFew},
		{"four, one of them thin", ref01, beside(ref01, [2]int{1, 30}, [2]int{2, 30}, [2]int{3, 30}, [2]int{1, 4}), FunnelFew},
		{"one service four times", ref01, append(beside(ref01, [2]int{1, 30}), append(beside(ref01, [2]int{1, 30}), append(beside(ref01, [2]int{1, 30}), beside(ref01, [2]int{1, 30})...)...)...), FunnelFew},
		{"nothing counted", ref01, beside(ref01, [2]int{0, 30}, [2]int{0, 40}, [2]int{0, 50}, [2]int{0, 60}), FunnelNoEvent},
		{"everything counted", ref01, beside(ref01, [2]int{30, 30}, [2]int{40, 40}, [2]int{50, 50}, [2]int{60, 60}), FunnelNoEvent},
		{"no incident", inc01, beside(inc01, [2]int{0, 300}, [2]int{0, 400}, [2]int{0, 500}, [2]int{0, 600}), FunnelNoEvent},
		{"minutes", inc08, beside(ref01, [2]int{1, 30}, [2]int{2, 30}, [2]int{3, 30}, [2]int{4, 30}), FunnelUnit},
	} {
		f := FunnelOf(c.metric, c.values)
		if f.Reason != c.want || len(f.Limits) != 0 {
			t.Errorf("%s: %s with limits at %d sizes", c.name, f.Reason, len(f.Limits))
		}
		for _, p := range f.Points {
			if p.Outside95 || p.Outside998 || p.Side != "" {
				t.Errorf("%s: %+v is outside of no limits", c.name, p)
			}
		}
	}
	var many []Value
	for i := range MostServices + 1 {
		v := shareValue(0, 3, 30)
		v.Scope.Service = fmt.Sprint(i)
		many = append(many, v)
	}
	if f := FunnelOf(ref01, many); f.Reason != FunnelMany {
		t.Errorf("61 services: %s", f.Reason)
	}
}
