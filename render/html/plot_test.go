package html

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"evidencepack/render/chart"
)

// months gives points of a year from April 2025, one value for each.
func months(values ...float64) []chart.Point {
	var points []chart.Point
	for i, v := range values {
		year, month := 2025+(i+3)/12, (i+3)%12+1
		points = append(points, chart.Point{
			From: fmt.Sprintf("%d-%02d-01", year, month), To: fmt.Sprintf("%d-%02d-28", year, month),
			Label: []string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}[month-1] + fmt.Sprintf(" %d", year),
			Value: &v,
		})
	}
	return points
}

func TestSlots(t *testing.T) {
	s := slots(months(1, 2, 3, 4, 5, 6, 7, 8, 9, 10))
	for _, c := range []struct {
		day   string
		end   bool
		place float64
		ok    bool
	}{
		{"2025-04-01", false, 0, true}, {"2025-04-28", true, 1, true}, {"2025-05-15", false, 1.5, true},
		{"2024-01-01", false, 0, false}, {"2026-08-01", false, 0, false}, {"no day", false, 0, false},
	} {
		if place, ok := s.at(c.day, c.end); place != c.place || ok != c.ok {
			t.Errorf("%s stands at %v, %v, not %v, %v", c.day, place, ok, c.place, c.ok)
		}
	}
	if start, end, ok := s.window("2024-01-01", "2025-05-28"); start != 0 || end != 2 || !ok {
		t.Errorf("a window that starts before the chart runs from %v to %v, %v", start, end, ok)
	}
	if _, _, ok := s.window("2030-01-01", "2030-02-01"); ok {
		t.Error("a window after the chart is drawn")
	}
	want := []string{"Apr\n2025", "", "", "Jul", "", "", "Oct", "", "", "Jan\n2026"}
	if got := s.axisLabels(chart.GrainMonth); !slices.Equal(got, want) {
		t.Errorf("the months are named %q", got)
	}
}

// Letters never lie on one another, and what does not fit is counted.
func TestTags(t *testing.T) {
	s := slots(months(1, 2, 3, 4, 5, 6, 7, 8, 9, 10))
	var marks []chart.Mark
	for i := range 12 {
		day := fmt.Sprintf("2025-06-%02d", i+1)
		marks = append(marks, chart.Mark{Letter: string(rune('A' + i)), From: day, To: day})
	}
	placed, rows := s.tags(marks)
	if rows != mostTagRows+1 || placed[len(placed)-1].letters != "+8" {
		t.Errorf("%d rows, the last flag is %q", rows, placed[len(placed)-1].letters)
	}
	perPixel := float64(len(s)) / narrowWidth
	for i, a := range placed {
		for _, b := range placed[i+1:] {
			if a.row == b.row && b.start < a.start+float64(a.width())*perPixel {
				t.Errorf("%s lies on %s", b.letters, a.letters)
			}
		}
	}
	quarter := []chart.Mark{
		{Letter: "A", From: "2025-04-01", To: "2025-06-28"}, {Letter: "B", From: "2025-04-01", To: "2025-06-28"},
		{Letter: "C", From: "2031-04-01", To: "2031-06-28"},
	}
	placed, rows = s.tags(quarter)
	if rows != 1 || len(placed) != 1 || placed[0] != (tag{letters: "A B", start: 0, end: 3}) {
		t.Errorf("two changes of one quarter are flagged as %+v", placed)
	}
}

// Direct labels keep their distance and stay above the zero line.
func TestSpread(t *testing.T) {
	p := plotOf(chart.Spec{Points: months(0.1, 9)}, false)
	var items []item
	for _, y := range []float64{0.1, 0, 9, 0.2, 9.1, 5} {
		items = append(items, wordAt(2, y, "x", "right", chart.InkText, false))
	}
	spread(items, p.axis, p.plotHeight, labelGap)
	gap := labelGap * p.axis.Top / float64(p.plotHeight)
	for i, it := range items {
		y := it.Value[1].(float64)
		if y < 0 || y > p.axis.Top {
			t.Errorf("a label stands at %v, outside 0 to %v", y, p.axis.Top)
		}
		if i > 0 && items[i-1].Value[1].(float64)-y < gap-1e-9 {
			t.Errorf("two labels stand %v apart, less than %v", items[i-1].Value[1].(float64)-y, gap)
		}
	}
}

// liveOption is what the tests look at in the options of a live chart.
type liveOption struct {
	Option struct {
		Animation *bool
		Aria      struct{ Label struct{ Description string } }
		Tooltip   struct{ RenderMode string }
		YAxis     []struct{ Min, Max *float64 }
		Series    []struct {
			Type, Name   string
			ConnectNulls *bool
			Data         []json.RawMessage
		}
	}
	Tips [][]string
}

func optionOf(t *testing.T, s chart.Spec) (string, liveOption) {
	t.Helper()
	text, err := islandOf(s, "c", false)
	if err != nil {
		t.Fatal(err)
	}
	var o liveOption
	if err := json.Unmarshal(text, &o); err != nil {
		t.Fatal(err)
	}
	return string(text), o
}

// A live chart starts at 0, keeps its gaps, moves nothing and says what it shows.
func TestLiveChart(t *testing.T) {
	points := months(8, 9, 7, 6, 5, 8)
	points[2].Value, points[2].State, points[2].Word = nil, chart.PointNoData, "no data"
	points[3].Value, points[3].State, points[3].Word = nil, chart.PointWithheld, "not shown"
	median, target := 8.0, 4.0
	for i := range points {
		points[i].Centre = &median
	}
	text, o := optionOf(t, chart.Spec{
		Title: "First refusals", Measure: "First refusals", Unit: chart.UnitPercent, Decimals: 1, Grain: chart.GrainMonth, Points: points,
		CentreLabel: "median 8.0", Target: &target, TargetLabel: "target 4", Alt: "The sentence.", Kind: chart.KindRun,
		Levels: []chart.Level{{From: "2025-04-01", To: "2025-05-28", Name: "baseline", Label: "before 8.5%", Value: &median}},
		Marks:  []chart.Mark{{Letter: "A", From: "2025-05-15", To: "2025-05-15", Date: "15 May 2025", Where: "Quay Street", What: "kitchen open"}},
	})
	if o.Option.Animation == nil || *o.Option.Animation || o.Option.Tooltip.RenderMode != "richText" || o.Option.Aria.Label.Description != "The sentence." {
		t.Errorf("movement, tooltip or description are wrong: %.300s", text)
	}
	if axis := o.Option.YAxis[0]; axis.Min == nil || *axis.Min != 0 || *axis.Max != 10 {
		t.Errorf("the y axis runs from %v to %v", axis.Min, axis.Max)
	}
	data := o.Option.Series[len(o.Option.Series)-1]
	if data.Name != "First refusals" || len(data.Data) != 6 || !strings.Contains(string(data.Data[2]), `"-"`) || data.ConnectNulls != nil && *data.ConnectNulls {
		t.Errorf("the line of values bridges a gap: %s", data.Data)
	}
	if !strings.Contains(text, "[[1.5,0],[1.5,10],") {
		t.Error("no line stands at the day of the change, from the foot to the top")
	}
	for _, word := range []string{"no data", "not shown", "median 8.0", "target 4", "before 8.5%", "baseline", `"formatter":"A"`, `"8.0%"`} {
		if !strings.Contains(text, word) {
			t.Errorf("the chart does not say %s", word)
		}
	}
	if want := "May 2025\nFirst refusals: 9.0%\nmedian 8.0%\nA: 15 May 2025, Quay Street, kitchen open"; o.Tips[0][1] != want {
		t.Errorf("a point says %q", o.Tips[0][1])
	}
}

// Odd charts are still charts.
func TestOddCharts(t *testing.T) {
	gap := months(1, 2)
	gap[0].Value, gap[1].Value = nil, nil
	for name, points := range map[string][]chart.Point{"none": nil, "one": months(5), "gaps only": gap, "zeros": months(0, 0, 0)} {
		_, o := optionOf(t, chart.Spec{Title: name, Points: points, Grain: chart.GrainQuarter})
		if axis := o.Option.YAxis[0]; *axis.Min != 0 || *axis.Max <= 0 {
			t.Errorf("%s: the y axis runs from %v to %v", name, *axis.Min, *axis.Max)
		}
	}
}
