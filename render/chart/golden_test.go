package chart

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden scenes anew")

// dump writes a scene as text, one shape a line, to a hundredth of a millimetre.
func dump(scene Scene) string {
	var b strings.Builder
	fmt.Fprintf(&b, "scene %.2f × %.2f\n", scene.Width, scene.Height)
	path := func(points []XY) string {
		var at []string
		for _, p := range points {
			at = append(at, fmt.Sprintf("%.2f,%.2f", p.X, p.Y))
		}
		return strings.Join(at, " ")
	}
	for _, shape := range scene.Shapes {
		switch s := shape.(type) {
		case Line:
			fmt.Fprintf(&b, "line %s %g %v %s\n", s.Ink, s.Width, s.Dash, path(s.Points))
		case Polygon:
			fmt.Fprintf(&b, "polygon fill=%s outline=%s %g %s\n", s.Fill, s.Outline, s.Width, path(s.Points))
		case Circle:
			fmt.Fprintf(&b, "circle fill=%s outline=%s %g r=%.2f %s\n", s.Fill, s.Outline, s.Width, s.Radius, path([]XY{s.Centre}))
		case Text:
			fmt.Fprintf(&b, "text %s %s %g semibold=%t turned=%t %s %q\n", s.Ink, s.Anchor, s.Size, s.Semibold, s.Turned, path([]XY{s.At}), s.Text)
		}
	}
	return b.String()
}

// TestGolden freezes a drawing of each kind: months without limits, quarters with
// intervals, a hatched gap and flags as wide as a quarter, months and events with
// limits, signals and a new part, a curve, a funnel and levels.
func TestGolden(t *testing.T) {
	months := steady()
	months.Points[8].Value, months.Points[8].State = nil, PointNoData
	quarters := steady()
	quarters.Grain = GrainQuarter
	quarters.Points = slotPoints(6, 3, "2025-04-01", courses["one hidden"])
	for name, scene := range map[string]Scene{
		"months": Layout(months, 83, 58), "quarters": Layout(quarters, 83, 58),
		"limits": Layout(limitedSpec(18, GrainMonth), 83, 58), "events": Layout(limitedSpec(11, GrainEvent), 83, 58),
		"curve": LayoutCurve(fallingCurve(30, 1), 170, 62), "funnel": LayoutFunnel(services(5, true), 170, 62),
		"stack": LayoutStack(attempts(), 170), "stack-key": LayoutStack(checks(6), 83),
	} {
		t.Run(name, func(t *testing.T) {
			got, file := dump(scene), "testdata/"+name+".golden"
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("the drawing changed; look at it, then run with -update:\n%s", got)
			}
		})
	}
}

func TestTheSameSpecGivesTheSameScene(t *testing.T) {
	for name, spec := range manySpecs() {
		once, again := dump(Layout(spec, 83, 58)), dump(Layout(spec, 83, 58))
		if once != again {
			t.Errorf("%s differs from itself", name)
		}
	}
}
