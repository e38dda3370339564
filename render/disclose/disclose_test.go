package disclose

import (
	"testing"

	"evidencepack/metrics"
	"evidencepack/render/page"
)

func number(v float64) *float64 { return &v }

func share(n, d float64, people, behind int) metrics.Value {
	return metrics.Value{Unit: metrics.Percent, Status: metrics.OK, Numerator: number(n), Denominator: number(d), Value: number(100 * n / d), People: people, Behind: behind}
}

// TestHides tries both sides of every limit.
func TestHides(t *testing.T) {
	external := Rule{Tier: page.TierExternal}
	for name, c := range map[string]struct {
		value metrics.Value
		want  bool
	}{
		"plain":                       {share(50, 100, 20, 15), false},
		"four people":                 {share(50, 100, 4, 4), true},
		"five people":                 {share(50, 100, 5, 5), false},
		"four counted":                {share(4, 100, 20, 4), true},
		"five counted":                {share(5, 100, 20, 5), false},
		"five counted of four people": {share(5, 100, 20, 4), true},
		"all but four":                {share(96, 100, 20, 20), true},
		"all but five":                {share(95, 100, 20, 20), false},
		"nobody":                      {share(0, 100, 20, 0), false},
		"everybody":                   {share(100, 100, 20, 20), false},
		"nine counted in all":         {share(9, 9, 9, 9), true},
		"no data":                     {metrics.Value{Unit: metrics.Percent, Status: metrics.NoData}, false},
		"three fewer":                 {metrics.Value{Unit: metrics.Count, Status: metrics.OK, Numerator: number(-3), Value: number(-3), People: 20, Behind: 20}, true},
		"no restriction added":        {metrics.Value{Unit: metrics.Count, Status: metrics.OK, Numerator: number(0), Value: number(0)}, false},
		"middle of seven":             {metrics.Value{Unit: metrics.Minutes, Status: metrics.OK, Denominator: number(7), Value: number(12), People: 7, Behind: 7}, true},
		"middle of eight":             {metrics.Value{Unit: metrics.Minutes, Status: metrics.OK, Denominator: number(8), Value: number(12), People: 7, Behind: 7}, false},
		"a mean of seven people":      {metrics.Value{Unit: metrics.PerPersonWeek, Status: metrics.OK, Numerator: number(90), Denominator: number(9), Value: number(10), People: 7, Behind: 7}, true},
		"five fewer":                  {metrics.Value{Unit: metrics.Count, Status: metrics.OK, Numerator: number(-5), Value: number(-5), People: 20, Behind: 20}, false},
	} {
		if got := external.Hides(c.value); got != c.want {
			t.Errorf("%s: hidden %v, expected %v", name, got, c.want)
		}
		if (Rule{Tier: page.TierInternal}).Hides(c.value) {
			t.Errorf("%s: hidden from the people who run the services", name)
		}
	}
}

// TestSecond is example E of domain.md 11: one hidden part of a shown total can be
// worked out, so the next smallest is hidden too.
func TestSecond(t *testing.T) {
	parts := []metrics.Value{share(6, 12, 12, 6), share(1, 3, 3, 1), share(5, 9, 9, 5), share(5, 6, 6, 5)}
	if got := Second(parts, []bool{false, true, false, false}); got != 3 {
		t.Errorf("part %d, expected 3", got)
	}
	if got := Second(parts, []bool{false, true, false, true}); got != -1 {
		t.Errorf("two are hidden already, yet %d", got)
	}
	if got := Second(parts, make([]bool, 4)); got != -1 {
		t.Errorf("nothing is hidden, yet %d", got)
	}
}

func TestGate(t *testing.T) {
	gate := NewGate(map[string]string{
		"Rose Mayfield": "name of a person", "999 787 5710": "NHS number", "ZX19 6RT": "postcode", "HR1029": "reference code", "Rose": "name of a person",
	})
	for text, want := range map[string]int{
		"A rose in May":                    0,
		"signed by ROSE  Mayfield.":        1,
		"call Rose Mayfieldson":            0,
		"NHS no 999-787-5710, at ZX19 6RT": 2,
		"hr1029":                           1,
		"HR10291":                          0,
	} {
		if got := len(gate.Search(text)); got != want {
			t.Errorf("%q: %d kinds found, expected %d", text, got, want)
		}
	}
	for text, want := range map[string]bool{
		"with Rose Mayfield": false, "Mayfield's key worker": false, "lunch with Rose": false, "a rose by the door": true, "with nobody": true, "call 999 787 5710": false,
	} {
		if gate.Safe(text) != want {
			t.Errorf("%q: safe %v, expected %v", text, !want, want)
		}
	}
}
