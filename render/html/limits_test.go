package html

import (
	"slices"
	"strings"
	"testing"

	"evidencepack/render/chart"
)

func value(v float64) *float64 { return &v }

// limited is five months with limits, a gap, new limits from the fourth month, and a
// point of each kind.
func limited() chart.Spec {
	points := months(5, 9, 7, 3, 4)
	for i := range points {
		centre, lower, upper := 6.0, 2.0, 8.0
		if i >= 3 {
			centre, lower, upper = 3.5, 0, 12
		}
		points[i].Centre, points[i].LimitLower, points[i].LimitUpper = &centre, &lower, &upper
	}
	points[1].Signal, points[1].SignalWhy = chart.SignalWorse, "above the limits"
	points[2].Value, points[2].LimitLower, points[2].LimitUpper, points[2].State = nil, nil, nil, chart.PointNoData
	points[3].LeftOut = true
	return chart.Spec{
		Title: "T", Measure: "M", Decimals: 1, Grain: chart.GrainMonth, Kind: chart.KindXmR, Points: points,
		Rebases: []chart.Rebase{{From: points[3].From, Text: "who and why"}},
	}
}

// The ground of the limits is closed, stepped at the edges of slots, and broken at a gap.
func TestBandBreaksAtGaps(t *testing.T) {
	p := plotOf(limited(), false)
	band := p.band()
	if len(band) != 1 {
		t.Fatalf("%d layers", len(band))
	}
	var runs [][][]any
	run := [][]any{}
	for _, place := range band[0].Data.([][]any) {
		if place[0] == "-" {
			runs, run = append(runs, run), [][]any{}
			continue
		}
		run = append(run, place)
	}
	if len(runs) != 2 {
		t.Fatalf("the ground has %d parts, not one on each side of the gap", len(runs))
	}
	first := runs[0]
	if !slices.Equal(first[0], first[len(first)-1]) || first[0][0] != 0.0 || first[0][1] != 8.0 || first[3][0] != 2.0 {
		t.Errorf("the first part goes %v", first)
	}
	if lines := p.centreLines(); len(lines) != 1 || len(lines[0].Data.([][]any)) != 6 {
		t.Errorf("the centre line is not two strokes: %+v", lines)
	}
}

// A rule stands where limits begin anew, and not where that is the chart's own start.
func TestRulesOfNewLimits(t *testing.T) {
	s := limited()
	rules := plotOf(s, false).rebases()
	if len(rules) != 3 || rules[0].Data.([][]any)[0][0] != 3.0 {
		t.Errorf("the rule does not stand at the fourth month: %+v", rules)
	}
	s.Rebases[0].From = s.Points[0].From
	if got := plotOf(s, false).rebases(); got != nil {
		t.Errorf("a rule stands at the start of the chart: %+v", got)
	}
}

// Each kind of point has a shape of its own, so that grey print tells them apart.
func TestPointsHaveShapes(t *testing.T) {
	shapes := map[string]item{
		"plain": dressed(item{}, chart.SignalNone, false), "better": dressed(item{}, chart.SignalBetter, false),
		"worse": dressed(item{}, chart.SignalWorse, false), "left out": dressed(item{}, chart.SignalWorse, true),
	}
	if shapes["plain"].ItemStyle != nil || shapes["better"].Symbol != "circle" || shapes["worse"].Symbol != "diamond" ||
		shapes["left out"].Symbol != "" || shapes["left out"].ItemStyle.Color != chart.InkWhite.Hex() {
		t.Errorf("the shapes are %+v", shapes)
	}
}

// The table has the columns that the chart needs, and says what a rule found.
func TestTableOfLimits(t *testing.T) {
	v := valuesOf(limited())
	if !v.Centres || !v.Limits || !v.Signals || v.Ranges {
		t.Errorf("the table has the wrong columns: %+v", v)
	}
	if got := v.Rows[1]; got.Centre != "6.0" || got.LimitLower != "2.0" || got.LimitUpper != "8.0" || got.Signal != "Signal, worse: above the limits" {
		t.Errorf("the second row is %+v", got)
	}
	if got := v.Rows[2]; got.Value != "no data" || got.LimitUpper != "–" || got.Signal != "–" {
		t.Errorf("the row of the gap is %+v", got)
	}
	if got := v.Rows[3].Signal; got != "not in the limits" {
		t.Errorf("a point that is left out says %q", got)
	}
	if plain := valuesOf(chart.Spec{Points: months(1, 2)}); plain.Centres || plain.Limits || plain.Signals {
		t.Error("a chart without limits has columns for them")
	}
}

// Events stand at their days; odd ones are still a chart.
func TestEvents(t *testing.T) {
	event := func(day string, v float64) chart.Point {
		return chart.Point{From: day, To: day, Label: day, Value: value(v)}
	}
	s := chart.Spec{Grain: chart.GrainEvent, From: "2026-01-01", To: "2026-12-31", Points: []chart.Point{event("2026-01-01", 3), event("2026-07-02", 182)}}
	p := plotOf(s, false)
	if got := p.place(1); got < 0.5 || got > 0.505 {
		t.Errorf("2 July stands at %v of the year", got)
	}
	if len(p.ticks) != 4 || p.ticks[0].Text != "Jan\n2026" {
		t.Errorf("the ticks are %v", p.ticks)
	}
	for name, s := range map[string]chart.Spec{
		"none": {Grain: chart.GrainEvent}, "no dates": {Grain: chart.GrainEvent, Points: []chart.Point{{Value: value(1)}}},
		"repeated": {Grain: chart.GrainEvent, Points: []chart.Point{event("2026-01-01", 0), event("2026-01-01", 0)}},
	} {
		if _, err := islandOf(s, "c", false); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A curve starts with all still there, and goes on in grey from where few are left.
func TestLiveCurve(t *testing.T) {
	c := chart.Curve{Measure: "M", Ticks: []float64{0, 90}, Groups: []chart.CurveGroup{{
		Steps: []chart.Step{
			{Time: 30, Share: 80, Lower: value(60), Upper: value(95), AtRisk: 10, Ended: 2},
			{Time: 60, Share: 80, AtRisk: 8, Censored: 1}, {Time: 80, Share: 40, AtRisk: 2, Ended: 1},
		}, AtRisk: []int{10, 1}, Median: value(80), ThinFrom: value(60),
	}}}
	l := liveCurve(c)
	text, err := l.json("c")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"step":"end"`, `[0,100]`, `"fewer than 12 remain"`, `day 30: 80.0% (likely range 60.0 to 95.0)\n10 at risk, 2 ended, 0 last seen`} {
		if !strings.Contains(string(text), want) {
			t.Errorf("the curve does not hold %s", want)
		}
	}
	if len(l.island.Under) != 1 || len(l.island.Tips[0]) != 4 {
		t.Errorf("numbers at risk %v, tips %q", l.island.Under, l.island.Tips)
	}
	row := l.series[l.island.Under[0]].Data.([]item)
	if len(row) != 2 || row[1].Label.Formatter != "1" {
		t.Errorf("the numbers at risk are %+v", row)
	}
}

// Curves and funnels without anything to show are still drawn.
func TestEmptyCurvesAndFunnels(t *testing.T) {
	for name, l := range map[string]live{
		"no groups": liveCurve(chart.Curve{}), "no steps": liveCurve(chart.Curve{Groups: []chart.CurveGroup{{}}, Ticks: []float64{90}}),
		"no services": liveFunnel(chart.Funnel{}), "one without a value": liveFunnel(chart.Funnel{Points: []chart.FunnelPoint{{Name: "A", Word: "not shown"}}}),
	} {
		if _, err := l.json("c"); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// The class "stack" is that of tables whose rows become blocks on a narrow screen; a
// stacked distribution is none of them.
func TestStackedBarsAreNoStackedTable(t *testing.T) {
	d := parsed(t, drawn(t, everyChart(t)))
	figures := 0
	for _, e := range d.elements {
		class := strings.Fields(attribute(e, "class"))
		if e.Data == "figure" && slices.Contains(class, "levels") {
			figures++
		}
		if e.Data == "figure" && slices.Contains(class, "stack") {
			t.Error("a figure has the class of tables")
		}
	}
	all := strings.Join(d.text, "|")
	if figures != 2 || !strings.Contains(all, "290 (29.0%)") || !strings.Contains(all, "4 too few to split") {
		t.Errorf("%d stacked distributions, or their tables lack counts", figures)
	}
}
