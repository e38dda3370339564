package chart

import (
	"fmt"
	"math"
	"testing"
)

// limitedSpec is a chart with limits that differ by point, all signals, a point left
// out, a gap of each kind, and limits worked out anew halfway.
func limitedSpec(count int, grain Grain) Spec {
	months := 1
	s := Spec{
		Unit: UnitPercent, Decimals: 1, Grain: grain, Kind: KindPPrime, CentreLabel: "average 12.0",
		Points: slotPoints(count, months, "2025-04-01", func(i int) (*float64, PointState) { return number(float64(8 + 5*(i%3))), PointShown }),
		Levels: windowLevels(8, 14), Marks: manyMarks(3), From: "2025-04-01", To: "2026-09-30",
	}
	signals := []Signal{SignalNone, SignalBetter, SignalNone, SignalWorse, SignalNeither, SignalNone}
	for i := range s.Points {
		p := &s.Points[i]
		p.Centre, p.Signal, p.LeftOut = number(12), signals[i%len(signals)], i == 5
		if i >= count/2 {
			p.Centre = number(9)
		}
		width := float64(4 + i%4)
		p.LimitLower, p.LimitUpper = number(*p.Centre-width), number(*p.Centre+width)
		switch i {
		case 7:
			p.Value, p.State, p.LimitLower, p.LimitUpper = nil, PointThin, nil, nil
		case 9:
			p.Value, p.State = nil, PointWithheld
		}
		if grain == GrainEvent {
			p.To = p.From
		}
		if grain == GrainRow {
			p.From, p.To, p.Label = "", "", fmt.Sprintf("batch %d", i+1)
		}
	}
	if count > 1 {
		s.Rebases = []Rebase{{From: s.Points[count/2].From, Text: "again"}}
		if grain == GrainRow {
			s.Rebases[0].From = s.Points[count/2].Label
		}
	}
	return s
}

func eachLimited(t *testing.T, check func(t *testing.T, s Spec, scene Scene)) {
	for _, grain := range []Grain{GrainMonth, GrainEvent, GrainRow} {
		for _, count := range []int{1, 2, 11, 12, 24, 60} {
			for _, size := range boxes {
				t.Run(fmt.Sprintf("%d by %s in %g", count, grain, size.X), func(t *testing.T) {
					s := limitedSpec(count, grain)
					check(t, s, Layout(s, size.X, size.Y))
				})
			}
		}
	}
}

func TestLimitsStandClearAndInside(t *testing.T) {
	eachLimited(t, func(t *testing.T, _ Spec, scene Scene) {
		if len(scene.Shapes) == 0 {
			t.Fatal("nothing is drawn")
		}
		checkNoOverlap(t, scene)
		checkInside(t, scene)
	})
}

// areaOf gives the area of a polygon in mm².
func areaOf(points []XY) float64 {
	area := 0.0
	for i, p := range points {
		next := points[(i+1)%len(points)]
		area += p.X*next.Y - next.X*p.Y
	}
	return math.Abs(area) / 2
}

func bandsOf(scene Scene, ink Ink) (bands []Polygon) {
	for _, shape := range scene.Shapes {
		if polygon, ok := shape.(Polygon); ok && polygon.Fill == ink {
			bands = append(bands, polygon)
		}
	}
	return bands
}

// The band covers exactly the slots that have limits, each between its own limits.
func TestTheBandIsTheSumOfItsSlots(t *testing.T) {
	eachLimited(t, func(t *testing.T, s Spec, scene Scene) {
		f := newFrame(newCanvas(scene.Width, scene.Height), s, 0, 10)
		for _, shape := range scene.Shapes { // the plot ends at the zero line and starts at the top tick
			if line, ok := shape.(Line); ok && line.Ink == InkAxis && line.Width == 0.6 {
				f.plot.bottom = line.Points[0].Y
			}
		}
		top := f.plot.bottom
		for _, shape := range scene.Shapes {
			if line, ok := shape.(Line); ok && line.Ink == InkHairline {
				top = min(top, line.Points[0].Y)
			}
		}
		f.plot.top = top
		want, got := 0.0, 0.0
		for i, p := range s.Points {
			if p.Value != nil {
				left, right := f.edges(i)
				want += (right - left) * (f.y(*p.LimitLower) - f.y(*p.LimitUpper))
			}
		}
		for _, band := range bandsOf(scene, InkBand) {
			got += areaOf(band.Points)
		}
		if math.Abs(got-want) > 1e-6 {
			t.Errorf("the band covers %g mm², want %g", got, want)
		}
	})
}

func TestSignalsHaveShapesOfTheirOwn(t *testing.T) {
	scene := Layout(limitedSpec(12, GrainMonth), 83, 58)
	better, worse, ring, open, plain := 0, 0, 0, 0, 0
	for _, shape := range scene.Shapes {
		switch s := shape.(type) {
		case Circle:
			switch {
			case s.Fill == InkImprovement && s.Radius == betterSize*pointRadius:
				better++
			case s.Outline == InkText:
				ring++
			case s.Outline == InkData && s.Fill == InkWhite:
				open++
			case s.Fill == InkData:
				plain++
			}
		case Polygon:
			if s.Fill == InkConcern {
				worse++
			}
		}
	}
	// Of 12 points 2 are gaps: the second "better" one (7) and the second "worse" one (9).
	if better != 1 || worse != 1 || ring != 2 || open != 1 || plain != 5+2 {
		t.Errorf("%d better, %d worse, %d neither, %d left out, %d dots", better, worse, ring, open, plain)
	}
}

func TestNewLimitsBeginAtASlotEdge(t *testing.T) {
	scene := Layout(limitedSpec(18, GrainMonth), 83, 58)
	var rules, centres []Line
	for _, shape := range scene.Shapes {
		if line, ok := shape.(Line); ok {
			switch {
			case line.Dash != nil && line.Points[0].X == line.Points[1].X:
				rules = append(rules, line)
			case line.Ink == InkNoChange:
				centres = append(centres, line)
			}
		}
	}
	at := 8 + 9*(83-17-8)/18.0
	if len(rules) != 1 || math.Abs(rules[0].Points[0].X-at) > 1e-9 {
		t.Errorf("rules of new limits: %v, want one at %g", rules, at)
	}
	if len(centres) != 2 || centres[0].Points[1].X != centres[1].Points[0].X || centres[0].Points[0].Y == centres[1].Points[0].Y {
		t.Errorf("centre lines %v do not step", centres)
	}
	wantTexts(t, scene, rebaseWord, "average 12.0")
	first := limitedSpec(18, GrainMonth)
	first.Rebases[0].From = first.Points[0].From
	if dump(Layout(first, 83, 58)) == dump(scene) {
		t.Error("limits anew at the first point draw the same as in the middle")
	}
	for _, text := range said(Layout(first, 83, 58)) {
		if text == rebaseWord {
			t.Error("the first point begins no new part")
		}
	}
}

// A share never needs more than 100, nothing counted less than 0.
func TestLimitsMakeNoScaleThatNoValueNeeds(t *testing.T) {
	point := Point{Value: number(92), Centre: number(92), LimitLower: number(-8), LimitUpper: number(130)}
	for _, c := range []struct {
		unit  Unit
		value float64
		want  Axis
	}{
		{UnitPercent, 92, Axis{0, 100, 50}},
		{UnitPlain, 92, Axis{0, 150, 50}},
		{UnitPlain, -3, Axis{-50, 150, 50}},
	} {
		one := point
		one.Value = &c.value
		if got := AxisOf(Spec{Unit: c.unit, Points: []Point{one}}); got != c.want {
			t.Errorf("%q with %g: %+v, want %+v", c.unit, c.value, got, c.want)
		}
	}
	one := point
	one.Value, one.LimitUpper = number(math.NaN()), number(math.Inf(1))
	checkInside(t, Layout(Spec{Points: []Point{one, one}}, 83, 58))
}

// Events stand at their dates: one at the middle of the axis of two months.
func TestEventsStandAtTheirDates(t *testing.T) {
	s := Spec{Grain: GrainEvent, From: "2025-07-01", To: "2025-08-31", Points: []Point{
		{From: "2025-07-01", Value: number(3)}, {From: "2025-08-01", Value: number(31)}, {From: "2025-08-01", Value: number(0)},
	}}
	dots, _ := dataShapes(Layout(s, 83, 58))
	if len(dots) != 3 || dots[0].X != 8 || dots[1].X != (8+66)/2 || dots[2].X != dots[1].X {
		t.Errorf("dots at %v", dots)
	}
	s.Points[2].From = "2025-07-15" // out of order: spaced evenly, so that no line runs back
	dots, _ = dataShapes(Layout(s, 83, 58))
	if len(dots) != 3 || dots[0].X >= dots[1].X || dots[1].X >= dots[2].X {
		t.Errorf("events out of order stand at %v", dots)
	}
	s.From, s.Points[0].From = "0001-01-01", "0001-01-01"
	s.Points[2].From = "9999-01-01"
	checkInside(t, Layout(s, 83, 58))
}

func TestRowLabelsAreThinned(t *testing.T) {
	s := limitedSpec(60, GrainRow)
	wantTexts(t, Layout(s, 170, 60), "batch 1", "batch 10", "batch 50")
	s.Points = s.Points[:3]
	s.Points[1].Label = "a label much longer than the plot of this chart is wide, and longer still"
	scene := Layout(s, 83, 58)
	wantTexts(t, scene, "batch 1", "batch 3")
	checkNoOverlap(t, scene)
	checkInside(t, scene)
}

// The strip under a chart shows values only.
func TestAStripHasNoLimits(t *testing.T) {
	scene := Strip(limitedSpec(18, GrainMonth), 83)
	if bands := bandsOf(scene, InkBand); len(bands) != 0 {
		t.Error("a strip has a band")
	}
	for _, text := range said(scene) {
		if text == rebaseWord || text == "average 12.0" {
			t.Errorf("a strip says %q", text)
		}
	}
}
