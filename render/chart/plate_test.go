package chart

import (
	"math"
	"strings"
	"testing"
)

func dumbbellRows() []DumbbellRow {
	long := "A very long label that needs a second line because of all it says"
	return []DumbbellRow{
		{Label: "Plan changed", Counts: "50 of 88, then 55 of 69", Before: "56.8", After: "79.7", BeforeValue: number(56.8), AfterValue: number(79.7), State: StateImprovement, Word: "Improvement", Difference: "+22.9 points (+8.2 to +36.0)"},
		{Label: long, Before: "5.0", After: "11.1", BeforeValue: number(5), AfterValue: number(11.1), State: StateConcern, Word: "Concern"},
		{Label: "Few", Before: "not shown", After: "about half", State: StateTooFew, Word: "Too few to say"},
		{Label: "Near", Before: "3.2", After: "3.1", BeforeValue: number(3.2), AfterValue: number(3.1), State: StateNoChange, Word: "No clear change"},
		{Label: "Only after", Before: "no data", After: "100.0", AfterValue: number(100)},
	}
}

func forestRows() []ForestMark {
	what := "Dim lights and a quiet room first; a drink and two minutes to settle; one short sentence, then a pause"
	return []ForestMark{
		{Label: "2026-02-23, Harbour View, P-006", What: what, Before: "21 of 56 (38%)", After: "9 of 54", Value: number(-31.2), Lower: number(-47), Upper: number(-13.2), State: StateImprovement, Word: "Improvement", Difference: "−31.2 points (−47.0 to −13.2)"},
		{Label: "2026-04-27, Harbour View, P-008", What: what, Before: "1 of 5", After: "5 of 39", State: StateTooFew, Word: "Too few to say", Why: "Too few offers on one side: 8 are needed."},
		{Label: "2026-06-08, Lantern Court", What: "short", Before: "5 of 49", After: "21 of 53", Value: number(29.4), Lower: number(12.7), Upper: number(44), State: StateConcern, Word: "Concern", Difference: "+29.4 points (+12.7 to +44.0)"},
	}
}

// words gives all texts of scenes as one, so that a wrapped text is found again.
func words(scenes ...Scene) string {
	var all []string
	for _, scene := range scenes {
		all = append(all, said(scene)...)
	}
	return strings.Join(all, " ")
}

func TestDumbbell(t *testing.T) {
	for _, width := range []float64{110, 170} {
		scene := Dumbbell(dumbbellRows(), UnitPercent, width)
		checkNoOverlap(t, scene)
		checkInside(t, scene)
		all := words(scene)
		for _, want := range []string{"100%", "before", "after", "56.8", "79.7", "not shown", "about half", "Too few to say", "Improvement", "then 55 of 69"} {
			if !strings.Contains(all, want) {
				t.Errorf("%g: %q is missing in %q", width, want, all)
			}
		}
	}
}

func TestDumbbellAxis(t *testing.T) {
	low := []DumbbellRow{{Label: "Missed", Before: "3.2", After: "3.1", BeforeValue: number(3.2), AfterValue: number(3.1)}}
	if all := words(Dumbbell(low, UnitPercent, 170)); !strings.Contains(all, "4%") {
		t.Errorf("low per cents have no axis of their own: %q", all)
	}
	rates := []DumbbellRow{{Label: "Incidents", Before: "115", After: "102", BeforeValue: number(115), AfterValue: number(102)}}
	if all := words(Dumbbell(rates, UnitPlain, 170)); strings.Contains(all, "%") || !strings.Contains(all, "150") {
		t.Errorf("rates are on a wrong axis: %q", all)
	}
}

func TestForest(t *testing.T) {
	for _, width := range []float64{110, 170} {
		scene := Forest(forestRows(), width)
		checkNoOverlap(t, scene)
		checkInside(t, scene)
		all := words(scene)
		for _, want := range []string{"−60", "+60", "P-006", "then a pause", "9 of 54", "−31.2 points", "(+12.7 to +44.0)", "8 are needed."} {
			if !strings.Contains(all, want) {
				t.Errorf("%g: %q is missing in %q", width, want, all)
			}
		}
	}
}

// One dashed line for the row that is not compared, one interval for each other row.
func TestForestMarksWhatIsCompared(t *testing.T) {
	dashed, intervals := 0, 0
	for _, shape := range Forest(forestRows(), 170).Shapes {
		if line, ok := shape.(Line); ok {
			if line.Dash != nil {
				dashed++
			} else if line.Ink == InkImprovement || line.Ink == InkConcern {
				intervals++
			}
		}
	}
	if dashed != 1 || intervals != 2 {
		t.Errorf("%d dashed lines and %d intervals", dashed, intervals)
	}
}

func TestForestAxis(t *testing.T) {
	for _, c := range []struct {
		values []float64
		want   points
	}{
		{nil, points{-10, 10, 10}},
		{[]float64{0}, points{-10, 10, 10}},
		{[]float64{-47, 44}, points{-60, 60, 20}},
		{[]float64{3, 4.5}, points{0, 5, 1}},
		{[]float64{-8}, points{-8, 0, 2}},
		{[]float64{math.Inf(-1), math.NaN(), 500}, points{-100, 100, 50}},
	} {
		var rows []ForestMark
		for _, value := range c.values {
			rows = append(rows, ForestMark{Value: number(value)})
		}
		if got := pointsFor(rows); got != c.want {
			t.Errorf("%v: %v, want %v", c.values, got, c.want)
		}
	}
}

func TestPlatesOverPages(t *testing.T) {
	whole := Forest(forestRows(), 170)
	pieces := ForestParts(forestRows(), 170, 30, 40)
	if len(pieces) < 2 {
		t.Fatalf("%d pieces", len(pieces))
	}
	for i, piece := range pieces {
		if limit := []float64{30, 40, 40}[i]; piece.Height > limit {
			t.Errorf("piece %d is %g high, %g is the most", i, piece.Height, limit)
		}
		checkInside(t, piece)
	}
	if len(strings.Fields(words(pieces...))) < len(strings.Fields(words(whole))) {
		t.Error("the pieces say less than the whole")
	}
	if got := len(DumbbellParts(dumbbellRows(), UnitPercent, 170, 1, 1)); got != len(dumbbellRows()) {
		t.Errorf("%d pieces on pages that hold one row each", got)
	}
}

func TestPlatesWithoutAnything(t *testing.T) {
	for _, scene := range []Scene{Dumbbell(nil, UnitPercent, 170), Forest(nil, 170), Dumbbell(dumbbellRows(), UnitPercent, 20), Forest(forestRows(), 30)} {
		if len(scene.Shapes) != 0 || scene.Height != 0 {
			t.Errorf("%d shapes, %g high", len(scene.Shapes), scene.Height)
		}
	}
	checkInside(t, Forest([]ForestMark{{Label: "nothing compared"}}, 170))
}

func TestSparkline(t *testing.T) {
	for name, course := range courses {
		for _, count := range []int{0, 1, 2, 18} {
			points := slotPoints(count, 1, "2025-04-01", course)
			scene := Sparkline(points, 27, 5.3)
			checkInside(t, scene)
			if _, lines := dataShapes(scene); name == "one gap" && count == 18 && len(lines) != 2 {
				t.Errorf("a gap leaves %d lines", len(lines))
			}
		}
	}
	if scene := Sparkline(slotPoints(3, 1, "2025-04-01", courses["zeros"]), 1, 1); len(scene.Shapes) != 0 {
		t.Error("a box without room is not empty")
	}
}

func TestSymbols(t *testing.T) {
	for state, most := range map[State]float64{StateImprovement: 1, StateConcern: 1.25, StateNoChange: 0.88, StateTooFew: 0.85} {
		shapes := StateShape(state, 5, 5, 1)
		if len(shapes) == 0 {
			t.Fatalf("%s has no shape", state)
		}
		for _, shape := range shapes {
			if !extent(shape).within(box{5 - most, 5 - most, 5 + most, 5 + most}) {
				t.Errorf("%s is larger than %g", state, most)
			}
		}
	}
	if shapes := StateShape(StateNone, 5, 5, 1); shapes != nil {
		t.Error("no state has a shape")
	}
	for _, shape := range Arrow(1, 5) {
		if !extent(shape).within(box{1, 4.15, 1 + ArrowLength, 5.85}) {
			t.Errorf("the arrow leaves its place: %#v", shape)
		}
	}
}
