package chart

import (
	"slices"
	"testing"
)

func stepsSpec() Steps {
	return Steps{
		Title: "Two steps", Change: "New approach agreed", First: -3, Last: 9,
		Rows: []StepRow{
			{Number: "1", Label: "Walk to the gate", Weeks: []StepWeek{{Week: -3, Level: 0}, {Week: -1, Level: 1}, {Week: 1, Level: 4}}},
			{Number: "2", Label: "Walk to the corner and wait until it is quiet enough to go on", Weeks: []StepWeek{{Week: 2, Level: 2, Setback: true}, {Week: 9, Level: 3}, {Week: 0, Level: 4}, {Week: 99, Level: 4}}},
		},
	}
}

// TestStepStrip counts the boxes: weeks outside the axis, and week 0, have none.
func TestStepStrip(t *testing.T) {
	for _, width := range []float64{100, 170, 190} {
		scene := StepStrip(stepsSpec(), width)
		checkNoOverlap(t, scene)
		checkInside(t, scene)
		said := wordsOf(t, scene)
		for _, want := range []string{"New approach agreed", "1", "2", "week 1", "8", "all with help", "setback written down"} {
			if !slices.Contains(said, want) {
				t.Errorf("%g: %q is missing in %q", width, want, said)
			}
		}
		frames, diamonds := 0, 0
		for _, shape := range scene.Shapes {
			if p, is := shape.(Polygon); is && p.Fill == InkWhite && p.Outline != "" {
				frames++
			} else if is && p.Fill == InkConcern {
				diamonds++
			}
		}
		if frames != 5+4 || diamonds != 1+1 { // the legend has one of each kind
			t.Errorf("%g: %d boxes, %d setbacks", width, frames, diamonds)
		}
	}
}

// TestStepStripFillsByLevel finds the height of what is filled, from the bottom.
func TestStepStripFillsByLevel(t *testing.T) {
	for level := range 5 {
		s := Steps{Change: "x", First: 1, Last: 2, Rows: []StepRow{{Number: "1", Label: "a", Weeks: []StepWeek{{Week: 1, Level: level}}}}}
		filled := 0.0
		for _, shape := range StepStrip(s, 170).Shapes[:6] {
			if p, is := shape.(Polygon); is && p.Fill == InkData {
				filled = p.Points[2].Y - p.Points[0].Y
				break
			}
		}
		if want := stepBoxHigh * float64(level) / 4; filled < want-1e-9 || filled > want+1e-9 {
			t.Errorf("level %d is %g mm high, want %g", level, filled, want)
		}
	}
}

func TestStepStripWithNothing(t *testing.T) {
	for name, s := range map[string]Steps{
		"no rows": {First: 1, Last: 9}, "no weeks": {First: 9, Last: 1, Rows: stepsSpec().Rows}, "endless": {First: 1, Last: 1 << 30, Rows: stepsSpec().Rows},
	} {
		if scene := StepStrip(s, 170); len(scene.Shapes) != 0 {
			t.Errorf("%s: %d shapes", name, len(scene.Shapes))
		}
	}
	if slotOf(-1)+1 != slotOf(1) || WeekName(-2) != "week −2" {
		t.Error("there is no week 0")
	}
}
