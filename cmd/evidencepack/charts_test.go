package main

import (
	"os"
	"path/filepath"
	"testing"

	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// kindsIn lists the kinds of charts that the saved pages of a build hold, those of
// partners among them.
func kindsIn(t *testing.T, dir string) map[string]map[chart.Kind]bool {
	t.Helper()
	kinds := make(map[string]map[chart.Kind]bool)
	for _, name := range []string{"tender-pack", "inspection-pack", "monthly-report"} {
		text, err := os.ReadFile(filepath.Join(dir, name+".json"))
		if err != nil {
			t.Fatal(err)
		}
		p, err := page.Load(text)
		if err != nil {
			t.Fatal(err)
		}
		kinds[name] = make(map[chart.Kind]bool)
		for _, s := range p.Sections {
			for _, b := range s.Blocks {
				switch {
				case b.Curve != nil:
					kinds[name]["curve"] = true
				case b.Funnel != nil:
					kinds[name]["funnel"] = true
				case b.Chart != nil:
					chartIsWhole(t, name, b.Chart.Spec)
					kinds[name][b.Chart.Spec.Kind] = true
					if b.Chart.Partner != nil {
						chartIsWhole(t, name, *b.Chart.Partner)
						kinds[name][b.Chart.Partner.Kind] = true
					}
				}
			}
		}
	}
	return kinds
}

// chartIsWhole wants a reason beneath each chart, limits only beside a rule set, lines
// within reach of the points, and neither value nor limits in a gap.
func chartIsWhole(t *testing.T, pack string, s chart.Spec) {
	t.Helper()
	if s.Reason == "" || s.Alt == "" || s.Kind == "" {
		t.Errorf("%s, %s: a %q for the reason %q", pack, s.ID, s.Kind, s.Reason)
	}
	low, high := 0.0, 0.0
	for _, p := range s.Points {
		if p.Value != nil {
			low, high = min(low, *p.Value), max(high, *p.Value)
		}
	}
	for _, p := range s.Points {
		switch {
		case p.Value == nil && (p.LimitUpper != nil || p.Signal != "" || p.Word == ""):
			t.Errorf("%s, %s: the gap %s holds %+v", pack, s.ID, p.Label, p)
		case p.Centre != nil && (*p.Centre < low || *p.Centre > high):
			t.Errorf("%s, %s: the line at %s is at %v, the points from %v to %v", pack, s.ID, p.Label, *p.Centre, low, high)
		case s.Rules == "" && (p.Signal != "" || p.LimitUpper != nil):
			t.Errorf("%s, %s: %s is judged without rules", pack, s.ID, p.Label)
		case p.LimitUpper != nil && p.LimitLower == nil, p.Signal != "" && p.SignalWhy == "":
			t.Errorf("%s, %s: %s is judged by halves", pack, s.ID, p.Label)
		}
	}
}

// TestPacksHoldEveryKindOfChart looks for the charts that the data ask for in the
// packs of the sample and of the demo.
func TestPacksHoldEveryKindOfChart(t *testing.T) {
	demo := filepath.Join(t.TempDir(), "demo")
	mustRun(t, "demo", "--out", demo)
	for name, dir := range map[string]string{"sample": sharedSample(t), "demo": demo} {
		inside := []chart.Kind{chart.KindPPrime, chart.KindUPrime, chart.KindXmR, chart.KindRun, chart.KindT, "curve"}
		kinds := kindsIn(t, dir)
		if funnel := kinds["tender-pack"]["funnel"]; funnel != (name == "sample") { // the demo has three services
			t.Errorf("the tender pack of the %s: a funnel is %v", name, funnel)
		}
		if name == "sample" {
			inside = append(inside, "funnel")
		}
		for _, pack := range []string{"inspection-pack", "monthly-report"} {
			for _, kind := range inside {
				if !kinds[pack][kind] {
					t.Errorf("the %s of the %s holds no %s", pack, name, kind)
				}
			}
		}
		tender := kinds["tender-pack"]
		if !tender[chart.KindPPrime] || !tender[chart.KindQuarters] || tender[chart.KindT] || tender["curve"] {
			t.Errorf("the tender pack of the %s holds %v", name, tender)
		}
	}
}
