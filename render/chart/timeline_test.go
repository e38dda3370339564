package chart

import (
	"strings"
	"testing"
)

// trail is a time line of four months with a lane of each kind, a gap and a change.
func trail() Timeline {
	v := func(x float64) *float64 { return &x }
	return Timeline{
		ID: "trail-p-001", Title: "P-001, Elm", Alt: "Time line.", From: "2026-01-01", Months: 4,
		Baseline: Window{"2026-01-01", "2026-02-28"}, Period: Window{"2026-03-01", "2026-04-30"},
		Marks: []Mark{{Letter: "C", From: "2026-03-01", To: "2026-03-31", Date: "March 2026"}},
		Lanes: []Lane{
			{Name: "Refusals", Note: "first refused / offers", Kind: LaneShare, Months: []LaneMonth{{"6 of 39", v(15.4), 0}, {Text: "no data"}, {Text: "no data"}, {"0 of 20", v(0), 0}}},
			{Name: "Restrictions", Kind: LaneStock, Months: []LaneMonth{{"2", v(2), 0}, {"2", v(2), 0}, {"1", v(1), 0}, {"0", v(0), 0}}},
			{Name: "Incidents", Kind: LaneEvent, Months: []LaneMonth{{"0", v(0), 0}, {"3, 1 of concern", v(3), 1}, {"14", v(14), 0}, {"1", v(1), 0}}},
			{Name: "Reviews", Kind: LaneDone, Months: []LaneMonth{{"1 of 2", v(2), 1}, {Text: "none"}, {"1 of 1", v(1), 1}, {Text: "none"}}},
		},
	}
}

// TestTimelineShapes counts what each lane draws: nothing is drawn for a gap, and nought
// is no mark.
func TestTimelineShapes(t *testing.T) {
	scene := LayoutTimeline(trail(), 170)
	counts := map[string]int{}
	var words []string
	for _, shape := range scene.Shapes {
		switch s := shape.(type) {
		case Polygon:
			counts[string(s.Fill)+"/"+string(s.Outline)]++
		case Text:
			words = append(words, s.Text)
		}
	}
	for what, want := range map[string]int{
		string(InkTint2) + "/":                   3, // three months with a restriction in force
		string(InkConcern) + "/":                 1, // the incident of concern
		string(InkWhite) + "/" + string(InkData): 5, // two further incidents, the fourteen as one, one, a review without the person
		string(InkData) + "/" + string(InkData):  2, // two reviews with the person
		string(InkData) + "/":                    1, // one column: a share of nought has none
		string(InkMarker) + "/":                  1, // the tag of the change
	} {
		if counts[what] != want {
			t.Errorf("%s: %d, want %d", what, counts[what], want)
		}
	}
	all := strings.Join(words, "|")
	for _, want := range []string{"6/39", "0/20", "no data", "14", "Refusals", "first refused / offers", "baseline", "period", "Jan 2026", "Apr", "C"} {
		if !strings.Contains("|"+all+"|", "|"+want+"|") {
			t.Errorf("%q is not written: %s", want, all)
		}
	}
	if strings.Count(all, "no data") != 1 {
		t.Errorf("a gap of two months says why %d times", strings.Count(all, "no data"))
	}
	if scene.Height != TimelineHeight(trail()) || scene.Width != 170 {
		t.Errorf("%v × %v", scene.Width, scene.Height)
	}
}

// TestTimelineStaysInside keeps every text within the picture, at any width, and draws
// nothing where there is nothing to place.
func TestTimelineStaysInside(t *testing.T) {
	for _, width := range []float64{60, 100, 170, 190} {
		scene := LayoutTimeline(trail(), width)
		for _, shape := range scene.Shapes {
			if text, is := shape.(Text); is && !boxOf(text).within(box{0, 0, scene.Width, scene.Height}) {
				t.Errorf("%q stands outside at a width of %v", text.Text, width)
			}
		}
	}
	none := trail()
	none.Months = 0
	undated := trail()
	undated.From = "soon"
	for _, spec := range []Timeline{none, undated, {}} {
		if scene := LayoutTimeline(spec, 170); len(scene.Shapes) != 0 {
			t.Errorf("%d shapes without months", len(scene.Shapes))
		}
	}
	many := trail()
	many.Lanes[0].Months = append(many.Lanes[0].Months, many.Lanes[0].Months...)
	LayoutTimeline(many, 170) // more months than there are
}
