package chart

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// said gives every text of a scene, in the order of painting.
func said(scene Scene) []string {
	var all []string
	for _, text := range textsOf(scene) {
		all = append(all, text.Text)
	}
	return all
}

func wantTexts(t *testing.T, scene Scene, want ...string) {
	t.Helper()
	all := said(scene)
	for _, text := range want {
		if !slices.Contains(all, text) {
			t.Errorf("%q is not in the scene: %q", text, all)
		}
	}
}

// steady is a chart of 18 months from April 2025 with everything on it.
func steady() Spec {
	s := Spec{
		Unit: UnitPercent, Decimals: 1, Grain: GrainMonth, State: StateImprovement,
		Points: slotPoints(18, 1, "2025-04-01", func(i int) (*float64, PointState) { return number(float64(10 + i)), PointShown }),
		Levels: windowLevels(18.5, 24.5), CentreLabel: "median 18.5",
		Target: number(30), TargetLabel: "target 30",
		Marks: []Mark{{Letter: "A", From: "2026-01-12", To: "2026-01-12"}, {Letter: "B", From: "2026-01-01", To: "2026-03-31"}},
	}
	for i := range s.Points {
		s.Points[i].Centre = number(18.5)
	}
	return s
}

func TestLayoutSaysEverything(t *testing.T) {
	wantTexts(t, Layout(steady(), 83, 58),
		"0", "40%", "Apr", "2025", "Jan", "2026", "baseline", "period", "A", "B",
		"27.0%", "before 28.7%", "after 38.5%", "median 18.5", "target 30")
}

func TestEmptyChartsKeepTheFrame(t *testing.T) {
	wantTexts(t, Layout(Spec{Unit: UnitPercent}, 83, 58), "0", "10%", "no data")
	wantTexts(t, Layout(Spec{Points: slotPoints(6, 1, "2026-04-01", courses["all gaps"])}, 83, 58), "0", "no data", "Apr", "2026")
	wantTexts(t, Layout(Spec{Points: slotPoints(6, 1, "2026-04-01", courses["all hidden"])}, 83, 58), "0", "not shown")
	wantTexts(t, Layout(Spec{Points: slotPoints(1, 1, "2026-02-01", courses["zeros"])}, 83, 58), "0", "Feb", "2026")
	wantTexts(t, Strip(Spec{}, 83), "0", "no data")
}

func TestABoxTooSmallIsEmpty(t *testing.T) {
	for _, size := range []XY{{0, 0}, {-5, -5}, {20, 60}, {83, 12}} {
		if scene := Layout(steady(), size.X, size.Y); len(scene.Shapes) != 0 {
			t.Errorf("%g × %g has %d shapes", size.X, size.Y, len(scene.Shapes))
		}
	}
}

// The value of the month before a gap must not pass for the last value.
func TestNoLastValueAfterAGap(t *testing.T) {
	spec := steady()
	spec.Points[17].Value, spec.Points[17].State = nil, PointNoData
	if all := said(Layout(spec, 83, 58)); slices.Contains(all, "26.0%") || slices.Contains(all, "27.0%") {
		t.Errorf("a last value is named: %q", all)
	}
}

// A number that came with a withheld point is neither drawn nor in the scale.
func TestAWithheldValueIsNowhere(t *testing.T) {
	open, hidden := steady(), steady()
	open.Points[4].Value, open.Points[4].State = nil, PointWithheld
	hidden.Points[4].Value, hidden.Points[4].Upper, hidden.Points[4].State = number(77), number(79), PointWithheld
	if a, b := dump(Layout(open, 83, 58)), dump(Layout(hidden, 83, 58)); a != b {
		t.Error("the withheld value changes the drawing")
	}
}

func TestARuleStandsAtItsDay(t *testing.T) {
	scene := Layout(steady(), 83, 58)
	var rules []float64
	for _, shape := range scene.Shapes {
		if line, ok := shape.(Line); ok && line.Ink == InkMarker && line.Points[1].Y > 40 {
			rules = append(rules, line.Points[0].X)
		}
	}
	slot := (83 - 17 - 8) / 18.0
	want := []float64{8 + 9*slot, 8 + (9+11/31.0)*slot}
	if fmt.Sprintf("%.4f", rules) != fmt.Sprintf("%.4f", want) {
		t.Errorf("rules at %v, want %v", rules, want)
	}
}

func TestFlagsThatDoNotFitAreCounted(t *testing.T) {
	spec := steady()
	spec.Marks = nil
	for i := range 9 {
		date := fmt.Sprintf("2026-01-%02d", 3+2*i)
		spec.Marks = append(spec.Marks, Mark{Letter: string(rune('A' + i)), From: date, To: date})
	}
	wantTexts(t, Layout(spec, 83, 58), "A", "B", "C")
	all := strings.Join(said(Layout(spec, 83, 58)), " ")
	letters := 0
	for _, mark := range spec.Marks {
		if slices.Contains(said(Layout(spec, 83, 58)), mark.Letter) {
			letters++
		}
	}
	if !strings.Contains(all, fmt.Sprintf("+%d", len(spec.Marks)-letters)) {
		t.Errorf("%d letters of %d and no tag for the rest: %q", letters, len(spec.Marks), all)
	}
}

func TestChangesOfOneQuarterShareATag(t *testing.T) {
	spec := steady()
	spec.Marks = nil
	for _, letter := range []string{"A", "B", "C", "D", "E", "F"} {
		spec.Marks = append(spec.Marks, Mark{Letter: letter, From: "2026-01-01", To: "2026-03-31"})
	}
	wantTexts(t, Layout(spec, 83, 58), "A B C D +2")
}

func TestSpread(t *testing.T) {
	one := []string{"one line"}
	labels := []direct{{lines: one, y: 10}, {lines: one, y: 10.4}, {lines: one, y: 10.8}, {lines: one, y: 39.9}}
	spread(labels, 0, 40)
	for i, want := range []float64{10.4 - lineStep, 10.4, 10.4 + lineStep, 40 - lineStep/2} {
		if d := labels[i].y - want; d > 1e-9 || d < -1e-9 {
			t.Errorf("label %d at %g, want %g", i, labels[i].y, want)
		}
	}
}
