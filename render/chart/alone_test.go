package chart

import (
	"strconv"
	"strings"
	"testing"
)

// wordsOf gives the texts of a scene and checks that each stands inside it.
func wordsOf(t *testing.T, s Scene) []string {
	t.Helper()
	var words []string
	for _, shape := range s.Shapes {
		if text, ok := shape.(Text); ok {
			words = append(words, text.Text)
			if !boxOf(text).within(box{0, 0, s.Width, s.Height}) {
				t.Errorf("%q stands outside the scene", text.Text)
			}
		}
	}
	return words
}

func TestSheetHoldsAllItIsGiven(t *testing.T) {
	inner := Scene{Width: 88, Height: 20, Shapes: []Shape{
		Line{Points: []XY{{0, 0}, {88, 20}}}, Polygon{Points: []XY{{1, 1}, {2, 2}, {1, 2}}}, Circle{Centre: XY{5, 5}, Radius: 1},
		Text{At: XY{3, 10}, Text: "inside", Size: 7},
	}}
	long := strings.Repeat("word ", 60)
	s := Sheet{Title: "Refusals", Subtitle: long, Foot: []string{"Method", "Rules"}, Plots: []Plot{{"Elm", "No signal.", inner}, {"Ash", "", inner}}}
	scene := s.Scene(100)
	words := wordsOf(t, scene)
	for _, want := range []string{"Refusals", "Elm", "No signal.", "Ash", "Method", "Rules", "inside"} {
		if !strings.Contains(strings.Join(words, "|"), want) {
			t.Errorf("%q is not on the sheet: %v", want, words)
		}
	}
	if scene.Width != 100 || scene.Height < 40 {
		t.Errorf("the sheet is %v by %v", scene.Width, scene.Height)
	}
	if line := scene.Shapes[0].(Polygon); line.Fill != InkWhite {
		t.Error("a sheet is white paper")
	}
	if inner.Shapes[0].(Line).Points[0] != (XY{0, 0}) {
		t.Error("the plot that was given was moved itself")
	}
}

func TestRowsHaveAsManyNamesAsThereIsRoomFor(t *testing.T) {
	for _, c := range []struct {
		points int
		want   string
	}{
		{3, "1 2 3"}, {40, "1 2 4 6 8 10 12"}, {140, "1 10 20"}, {1000, "1 100"},
	} {
		spec := Spec{Grain: GrainRow}
		for i := range c.points {
			value := 5.0
			spec.Points = append(spec.Points, Point{Label: strconv.Itoa(i + 1), Value: &value})
		}
		var names []string
		for _, shape := range Layout(spec, 130, 60).Shapes {
			if text, ok := shape.(Text); ok && text.Anchor == AnchorMiddle {
				names = append(names, text.Text)
			}
		}
		if got := strings.Join(names, " "); !strings.HasPrefix(got, c.want) {
			t.Errorf("%d rows are named %s, want %s", c.points, got, c.want)
		}
	}
}

func TestDaysOfRowsHaveTheirYearOnce(t *testing.T) {
	value := 5.0
	spec := Spec{Grain: GrainRow}
	for _, day := range []string{"2025-12-22", "2025-12-29", "2026-01-05", "2026-01-12"} {
		spec.Points = append(spec.Points, Point{From: day, To: day, Label: day, Value: &value})
	}
	words := strings.Join(wordsOf(t, Layout(spec, 190, 60)), "|")
	for _, want := range []string{"22 Dec|2025|29 Dec|5 Jan|2026|12 Jan"} {
		if !strings.Contains(words, want) {
			t.Errorf("%s, want %s", words, want)
		}
	}
}

func TestNextStep(t *testing.T) {
	step := 1
	for _, want := range []int{2, 5, 10, 20, 50, 100, 200} {
		if step = nextStep(step); step != want {
			t.Errorf("%d, want %d", step, want)
		}
	}
}

// TestFittedDrawsBothLines draws the trend in two pieces, and dashed what it would
// have gone on to; a gap keeps its word.
func TestFittedDrawsBothLines(t *testing.T) {
	p := Fitted{Spec: Spec{Grain: GrainRow}, Change: 3, ChangeLabel: "change", TrendLabel: "fitted", UnchangedLabel: "carried on"}
	for i := range 6 {
		value, fitted, unchanged := float64(10+i), float64(9+i), float64(20+i)
		point := Point{Label: strconv.Itoa(i + 1), Value: &value}
		if i == 1 {
			point.Value, point.State = nil, PointNoData
		}
		p.Spec.Points = append(p.Spec.Points, point)
		p.Trend, p.Unchanged = append(p.Trend, &fitted), append(p.Unchanged, &unchanged)
	}
	scene := LayoutFitted(p, 190, 80)
	solid, dashed, dots := 0, 0, 0
	for _, shape := range scene.Shapes {
		switch s := shape.(type) {
		case Line:
			switch {
			case s.Dash != nil:
				dashed += len(s.Points)
			case s.Ink == InkNoChange:
				solid += len(s.Points)
			}
		case Circle:
			dots++
		}
	}
	if solid != 6 || dashed != 3 || dots != 5 {
		t.Errorf("%d places of the trend, %d dashed, %d dots; want 6, 3, 5", solid, dashed, dots)
	}
	words := strings.Join(wordsOf(t, scene), "|")
	for _, want := range []string{"change", "fitted", "carried on", "no data"} {
		if !strings.Contains(words, want) {
			t.Errorf("%q is not in %s", want, words)
		}
	}
	for _, empty := range []Fitted{{}, {Change: -1}, {Change: 9, Spec: p.Spec}} {
		LayoutFitted(empty, 190, 80)
		LayoutFitted(empty, 1, 1)
	}
}
