package stat

import (
	"errors"
	"math"
	"testing"
)

var funnelKinds = map[string]FunnelKind{"PR": FunnelShare, "SRCQC": FunnelCQC, "SRSHMI": FunnelSHMI, "RC": FunnelCounts}

func TestFunnel(t *testing.T) {
	for c, settings := range cases(t, "funnel") {
		var groups []FunnelGroup
		at := map[string]int{}
		for _, r := range reference(t, "funnel_input_"+c) {
			i, known := at[r["group"]]
			if !known {
				i = len(groups)
				at[r["group"]] = i
				groups = append(groups, FunnelGroup{})
			}
			groups[i].Num += r.number(t, "num")
			groups[i].Den += r.number(t, "den")
		}
		times := row(settings).number(t, "multiplier")
		// No point of the reference lies where the package repairs otherwise than exactly.
		for _, packageRepair := range []bool{true, false} {
			f, err := NewFunnel(groups, FunnelOptions{funnelKinds[settings["type"]+settings["sr_method"]], settings["adjusted"] == "TRUE", packageRepair})
			if err != nil {
				t.Fatalf("%s: %v", c, err)
			}
			for i, r := range reference(t, "funnel_expected_"+c) {
				p := f.Points[i]
				checkAll(t, c+" "+r["group"], r, map[string]float64{
					"den": p.Den, "rr": p.Value, "y_transformed": p.Transformed, "target_transformed": p.TransformedTarget,
					"u_zscore": p.Z, "w_zscore": p.Winsorised, "phi": f.Phi, "tau2": f.Tau2,
					"lcl95": p.Plain.Lower95 * times, "ucl95": p.Plain.Upper95 * times,
					"lcl998": p.Plain.Lower998 * times, "ucl998": p.Plain.Upper998 * times,
					"od_lcl95": p.Adjusted.Lower95 * times, "od_ucl95": p.Adjusted.Upper95 * times,
					"od_lcl998": p.Adjusted.Lower998 * times, "od_ucl998": p.Adjusted.Upper998 * times,
				})
				outside := map[string]bool{"95": p.Outside95, "99": p.Outside998}[settings["limit"]]
				if outside != (r["outlier"] == "1") {
					t.Errorf("%s %s: outside is %v", c, r["group"], outside)
				}
			}
		}
	}
}

func TestLimitsForDrawingGoThroughThePoints(t *testing.T) {
	groups := []FunnelGroup{{12, 90}, {4, 50}, {60, 400}, {2, 9}}
	for _, kind := range []FunnelKind{FunnelShare, FunnelCQC, FunnelSHMI, FunnelCounts} {
		for _, adjusted := range []bool{true, false} {
			f, err := NewFunnel(groups, FunnelOptions{Kind: kind, Adjusted: adjusted})
			if err != nil {
				t.Fatal(err)
			}
			for _, p := range f.Points {
				want := p.Plain
				if adjusted {
					want = p.Adjusted
				}
				if got := f.At(p.Den); got != want {
					t.Errorf("kind %d at %v: %v, want %v", kind, p.Den, got, want)
				}
			}
		}
	}
}

// With few events no service can be below the others, which the package's repair
// misses for the largest of them.
func TestNoEventsAtTheLargestServiceIsNotBelow(t *testing.T) {
	groups := []FunnelGroup{{1, 25}, {1, 30}, {0, 40}}
	exact, err := NewFunnel(groups, FunnelOptions{})
	if err != nil {
		t.Fatal(err)
	}
	asPackage, err := NewFunnel(groups, FunnelOptions{PackageRepair: true})
	if err != nil {
		t.Fatal(err)
	}
	if exact.Points[2].Outside95 || exact.Points[2].Plain.Lower95 != 0 {
		t.Errorf("exactly: %+v", exact.Points[2])
	}
	if !asPackage.Points[2].Outside95 {
		t.Errorf("as the package: %+v", asPackage.Points[2])
	}
}

func TestWhatNoFunnelIsMadeFrom(t *testing.T) {
	nan := math.NaN()
	for _, c := range []struct {
		what   string
		groups []FunnelGroup
		kind   FunnelKind
		want   error
	}{
		{"nothing", nil, FunnelShare, ErrNoValues},
		{"no kind", []FunnelGroup{{1, 2}}, 9, ErrBadKind},
		{"no denominators", []FunnelGroup{{0, 0}, {0, 0}}, FunnelShare, ErrNoDenominator},
		{"events without a denominator", []FunnelGroup{{1, 0}, {1, 9}}, FunnelCQC, ErrNoDenominator},
		{"a negative count", []FunnelGroup{{-1, 5}}, FunnelShare, ErrBadCount},
		{"a negative denominator", []FunnelGroup{{1, -5}}, FunnelCQC, ErrBadCount},
		{"no number", []FunnelGroup{{nan, 5}}, FunnelShare, ErrBadCount},
		{"more than all", []FunnelGroup{{6, 5}}, FunnelShare, ErrBadCount},
		{"endless", []FunnelGroup{{1, math.Inf(1)}}, FunnelShare, ErrTooLarge},
		{"no events on the log scale", []FunnelGroup{{0, 5}, {4, 6}}, FunnelSHMI, ErrNoGroupEvents},
		{"no events to compare counts with", []FunnelGroup{{0, 5}, {0, 6}}, FunnelCounts, ErrNoAverage},
	} {
		if _, err := NewFunnel(c.groups, FunnelOptions{Kind: c.kind, Adjusted: true}); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", c.what, err)
		}
	}
	if l := (Funnel{}).At(5); !math.IsNaN(l.Upper95) {
		t.Errorf("no funnel has limits: %v", l)
	}
}

// No events anywhere and nothing but events are answers, not errors.
func TestFunnelAtItsEnds(t *testing.T) {
	for _, groups := range [][]FunnelGroup{{{0, 20}, {0, 40}}, {{20, 20}, {40, 40}}, {{0, 0}, {3, 40}}} {
		f, err := NewFunnel(groups, FunnelOptions{Adjusted: len(groups) > 1 && groups[0].Den > 0})
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range f.Points {
			if p.Outside95 || p.Outside998 {
				t.Errorf("%v: %+v", groups, p)
			}
		}
	}
}

func TestFingertips(t *testing.T) {
	words := map[Beyond]string{Within: "Not significant", Below998: "Low (0.001)", Above998: "High (0.001)", Below95: "Low (0.025)", Above95: "High (0.025)"}
	for c, settings := range cases(t, "funnel_phe") {
		var groups []FunnelGroup
		for _, r := range reference(t, "funnel_phe_input_"+c) {
			groups = append(groups, FunnelGroup{r.number(t, "num"), r.number(t, "den")})
		}
		times, share := row(settings).number(t, "multiplier"), settings["statistic"] == "proportion"
		average, points, err := Fingertips(groups, share)
		if err != nil {
			t.Fatalf("%s: %v", c, err)
		}
		for i, r := range reference(t, "funnel_phe_expected_"+c) {
			p, name := points[i], c+" "+r["group"]
			checkAll(t, name, r, map[string]float64{"value": p.Value * times, "average": average * times})
			if share {
				checkAll(t, name, r, map[string]float64{
					"lower_2s": p.Lines.Lower95 * times, "upper_2s": p.Lines.Upper95 * times,
					"lower_3s": p.Lines.Lower998 * times, "upper_3s": p.Lines.Upper998 * times,
				})
			}
			if words[p.Beyond] != r["significance"] {
				t.Errorf("%s is %s, want %s", name, words[p.Beyond], r["significance"])
			}
		}
	}
	for _, g := range []FunnelGroup{{1, 0}, {-1, 5}, {6, 5}, {math.NaN(), 5}, {1, math.Inf(1)}} {
		if _, _, err := Fingertips([]FunnelGroup{g}, true); err == nil {
			t.Errorf("%v: no error", g)
		}
	}
}
