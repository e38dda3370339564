package chart

import (
	"fmt"
	"testing"
)

// netChange is a count that may be below 0.
func netChange(values ...float64) Spec {
	spec := Spec{Grain: GrainMonth}
	for i := range values {
		spec.Points = append(spec.Points, Point{
			From: fmt.Sprintf("2026-%02d-01", i+1), To: fmt.Sprintf("2026-%02d-28", i+1), Value: &values[i],
		})
	}
	return spec
}

func TestAValueBelowZeroStandsBelowTheZeroLine(t *testing.T) {
	spec := netChange(3, 0, -2, -5)
	for name, scene := range map[string]Scene{"chart": Layout(spec, 83, 58), "strip": Strip(spec, 83)} {
		zero := 0.0
		var dots []XY
		labels := map[string]bool{}
		for _, shape := range scene.Shapes {
			switch shape := shape.(type) {
			case Line:
				if shape.Ink == InkAxis && shape.Width == 0.6 {
					zero = shape.Points[0].Y
				}
			case Circle:
				dots = append(dots, shape.Centre)
			case Text:
				labels[shape.Text] = true
			}
		}
		if len(dots) != 4 || zero == 0 {
			t.Fatalf("%s: %d dots, zero line at %g", name, len(dots), zero)
		}
		if dots[0].Y >= zero || dots[1].Y != zero || dots[2].Y <= zero || dots[3].Y <= dots[2].Y {
			t.Errorf("%s: dots at %v with the zero line at %g", name, dots, zero)
		}
		if dots[3].Y > scene.Height {
			t.Errorf("%s: a dot leaves the box", name)
		}
		if !labels["0"] || !labels["−5"] {
			t.Errorf("%s: labels %v do not name 0 and the last value", name, labels)
		}
	}
}

func TestAllValuesBelowZero(t *testing.T) {
	scene := Layout(netChange(-1, -2, -1), 83, 58)
	if len(scene.Shapes) == 0 {
		t.Error("nothing is drawn")
	}
}
