package chart

import (
	"fmt"
	"math"
	"testing"
)

// boxes are the sizes in which charts are drawn: small multiple, half and full width.
var boxes = []XY{{42, 46}, {83, 58}, {170, 60}, {60, 34}}

// eachScene lays out every spec in every size, as a chart and as a strip.
func eachScene(t *testing.T, check func(t *testing.T, s Spec, scene Scene)) {
	for name, spec := range manySpecs() {
		for _, size := range boxes {
			t.Run(fmt.Sprintf("%s in %g × %g", name, size.X, size.Y), func(t *testing.T) {
				check(t, spec, Layout(spec, size.X, size.Y))
			})
			t.Run(fmt.Sprintf("%s in a strip of %g", name, size.X), func(t *testing.T) {
				check(t, spec, Strip(spec, size.X))
			})
		}
	}
}

func textsOf(scene Scene) []Text {
	var texts []Text
	for _, shape := range scene.Shapes {
		if text, ok := shape.(Text); ok {
			texts = append(texts, text)
		}
	}
	return texts
}

func checkNoOverlap(t *testing.T, scene Scene) {
	t.Helper()
	texts := textsOf(scene)
	for i, one := range texts {
		for _, other := range texts[:i] {
			if boxOf(one).meets(boxOf(other)) {
				t.Errorf("%q lies over %q", one.Text, other.Text)
			}
		}
	}
}

// extent gives the place of a shape without the width of its lines.
func extent(shape Shape) box {
	around := func(points []XY) box {
		b := box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
		for _, p := range points {
			b = box{min(b.left, p.X), min(b.top, p.Y), max(b.right, p.X), max(b.bottom, p.Y)}
		}
		return b
	}
	switch s := shape.(type) {
	case Line:
		return around(s.Points)
	case Polygon:
		return around(s.Points)
	case Circle:
		return box{s.Centre.X, s.Centre.Y, s.Centre.X, s.Centre.Y}.grown(s.Radius)
	case Text:
		return boxOf(s)
	}
	return box{}
}

func checkInside(t *testing.T, scene Scene) {
	t.Helper()
	for _, shape := range scene.Shapes {
		if place := extent(shape); !place.within(box{0, 0, scene.Width, scene.Height}) {
			t.Errorf("%#v leaves the box of %g × %g", shape, scene.Width, scene.Height)
		}
	}
}

func TestChartTextsStandClear(t *testing.T) {
	eachScene(t, func(t *testing.T, _ Spec, scene Scene) { checkNoOverlap(t, scene) })
}

func TestChartStaysInItsBox(t *testing.T) {
	eachScene(t, func(t *testing.T, _ Spec, scene Scene) { checkInside(t, scene) })
}

// dataShapes gives the dots of the values and the lines between them: a vertical
// line of two points is an interval.
func dataShapes(scene Scene) (dots []XY, lines [][]XY) {
	for _, shape := range scene.Shapes {
		switch s := shape.(type) {
		case Circle:
			dots = append(dots, s.Centre)
		case Line:
			if s.Ink == InkData && s.Points[0].X != s.Points[1].X {
				lines = append(lines, s.Points)
			}
		}
	}
	return dots, lines
}

func TestChartHasOneDotForEachValue(t *testing.T) {
	eachScene(t, func(t *testing.T, s Spec, scene Scene) {
		want := 0
		for _, p := range s.Points {
			if shown(p) {
				want++
			}
		}
		if dots, _ := dataShapes(scene); len(dots) != want {
			t.Errorf("%d dots for %d values", len(dots), want)
		}
	})
}

func TestNoLineBridgesAGap(t *testing.T) {
	eachScene(t, func(t *testing.T, s Spec, scene Scene) {
		pairs := 0
		for i := 1; i < len(s.Points); i++ {
			if shown(s.Points[i]) && shown(s.Points[i-1]) {
				pairs++
			}
		}
		f := newFrame(newCanvas(scene.Width, scene.Height), s, 0, 10)
		drawn := 0
		_, lines := dataShapes(scene)
		for _, line := range lines {
			for i := 1; i < len(line); i++ {
				drawn++
				if step := line[i].X - line[i-1].X; math.Abs(step-f.slotWidth()) > 1e-6 {
					t.Errorf("a line goes %g mm, a slot has %g", step, f.slotWidth())
				}
			}
		}
		if drawn != pairs {
			t.Errorf("%d joins for %d pairs of neighbours", drawn, pairs)
		}
	})
}

// TestEachDotStandsOnItsSideOfZero: a value below 0 stands below the zero line, and
// no other value does. Dots are drawn in the order of the points.
func TestEachDotStandsOnItsSideOfZero(t *testing.T) {
	eachScene(t, func(t *testing.T, s Spec, scene Scene) {
		zero := 0.0
		for _, shape := range scene.Shapes { // the zero line is the only line of this ink and width
			if line, ok := shape.(Line); ok && line.Ink == InkAxis && line.Width == 0.6 {
				zero = line.Points[0].Y
			}
		}
		if zero == 0 {
			t.Fatal("no zero line")
		}
		dots, _ := dataShapes(scene)
		for _, p := range s.Points {
			if !shown(p) {
				continue
			}
			if below := dots[0].Y > zero+1e-9; below != (*p.Value < 0) {
				t.Fatalf("%g stands at %g, the zero line at %g", *p.Value, dots[0].Y, zero)
			}
			dots = dots[1:]
		}
	})
}

func TestStripStandsUnderItsChart(t *testing.T) {
	for name, spec := range manySpecs() {
		for _, size := range boxes {
			above, _ := dataShapes(Layout(spec, size.X, size.Y))
			below, _ := dataShapes(Strip(spec, size.X))
			for i := range min(len(above), len(below)) {
				if above[i].X != below[i].X {
					t.Errorf("%s in %g: point %d at %g, in the strip at %g", name, size.X, i, above[i].X, below[i].X)
				}
			}
		}
	}
}
