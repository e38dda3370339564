package metrics

import (
	"math"
	"testing"
)

func shareOfCounts(x, n int) Value { return Window{Def: ref01.Def}.percent(x, n, 9) }

func rateOfCounts(x, n int) Value {
	return Window{Def: inc01.Def, HasRegister: true}.perCareDays(x, n, 9)
}

func TestCompareShares(t *testing.T) {
	for _, c := range []struct {
		name                 string
		x0, n0, x1, n1       int
		change, lower, upper float64
		clear                Direction
	}{
		{"lower (CH-012)", 21, 56, 5, 55, -28.4, -42.5, -12.9, Lower},
		{"higher (CH-013)", 5, 49, 21, 53, 29.4, 12.7, 44.0, Higher},
		{"no clear change (CH-015)", 15, 59, 6, 45, -12.1, -26.3, 3.8, Neither},
	} {
		d := Compare(shareOfCounts(c.x0, c.n0), shareOfCounts(c.x1, c.n1))
		for what, got := range map[string][2]float64{"change": {*d.Change, c.change}, "lower": {*d.Lower, c.lower}, "upper": {*d.Upper, c.upper}} {
			if math.Abs(got[0]-got[1]) > 0.05 {
				t.Errorf("%s: %s is %v, want %v", c.name, what, got[0], got[1])
			}
		}
		if d.Clear != c.clear || d.Unit != Points || d.Status != OK {
			t.Errorf("%s: %s, %s, %s", c.name, d.Clear, d.Unit, d.Status)
		}
	}
}

func TestCompareRates(t *testing.T) {
	for _, c := range []struct {
		name           string
		x0, n0, x1, n1 int
		ratio          float64
		clear          Direction
	}{
		{"half as many", 25, 1760, 12, 1800, 0.469, Lower},
		{"twice as many", 12, 1800, 25, 1760, 2.131, Higher},
		{"about as many", 28, 2690, 30, 2700, 1.067, Neither},
		{"nothing before", 0, 910, 6, 900, math.Inf(1), Higher},
	} {
		d := Compare(rateOfCounts(c.x0, c.n0), rateOfCounts(c.x1, c.n1))
		if d.Ratio == nil || *d.Ratio != c.ratio && math.Abs(*d.Ratio-c.ratio) > 0.0005 {
			t.Errorf("%s: ratio %s, want %v", c.name, show(d.Ratio), c.ratio)
		}
		if d.Clear != c.clear || d.Unit != Per1000CareDays {
			t.Errorf("%s: %s, %s", c.name, d.Clear, d.Unit)
		}
	}
	d := Compare(rateOfCounts(0, 900), rateOfCounts(0, 900))
	if d.Ratio != nil || d.Clear != Neither || *d.Change != 0 {
		t.Errorf("nothing on either side: %+v", d)
	}
}

func TestCompareWhatIsNotKnown(t *testing.T) {
	w := Window{Def: ref01.Def}
	known := shareOfCounts(3, 40)
	for _, c := range []struct {
		name          string
		before, after Value
		want          Status
	}{
		{"no rows before", w.noData(), known, NoData},
		{"no rows after", known, w.noData(), NoData},
		{"nothing to divide by", known, shareOfCounts(0, 0), NotComputable},
		{"different kinds", known, Window{Def: res03.Def}.count(3, 1), NotComputable},
	} {
		d := Compare(c.before, c.after)
		if d.Status != c.want || d.Why == "" || d.Change != nil || d.Clear != Neither {
			t.Errorf("%s: %+v", c.name, d)
		}
	}
	counts := Compare(Window{Def: res03.Def}.count(3, 1), Window{Def: res03.Def}.count(9, 4))
	if *counts.Change != 6 || counts.Clear != Neither || counts.Lower != nil {
		t.Errorf("a count has no range, so nothing is clear: %+v", counts)
	}
}
