package chart

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

// fallingCurve has so many steps a group; every third one ends something.
func fallingCurve(steps, groups int) Curve {
	c := Curve{MedianLabel: "median 504 days", Ticks: []float64{0, 90, 180, 365, 730, 1095}}
	for g := range groups {
		group := CurveGroup{EndLabel: "41% after three years"}
		if groups > 1 {
			group.Name = fmt.Sprintf("Service %d", g+1)
		}
		share := 100.0
		for i := range steps {
			step := Step{Time: float64((i + 1) * 1095 / steps), AtRisk: steps - i, Censored: 1}
			if i%3 == g%3 {
				step.Ended, step.Censored = 1, 0
				share *= 0.9
			}
			step.Share, step.Lower, step.Upper = share, number(max(0, share-12)), number(min(100, share+12))
			if share <= 50 && group.Median == nil {
				group.Median = number(step.Time)
			}
			if step.AtRisk < 12 && group.ThinFrom == nil {
				group.ThinFrom = number(step.Time)
			}
			group.Steps = append(group.Steps, step)
		}
		for range c.Ticks {
			group.AtRisk = append(group.AtRisk, steps/2)
		}
		c.Groups = append(c.Groups, group)
	}
	return c
}

func eachCurve(t *testing.T, check func(t *testing.T, c Curve, scene Scene)) {
	for _, steps := range []int{0, 1, 2, 30, 400} {
		for groups := range 5 {
			for _, size := range []XY{{100, 71}, {130, 70}, {170, 74}} {
				t.Run(fmt.Sprintf("%d steps of %d groups in %g", steps, groups, size.X), func(t *testing.T) {
					c := fallingCurve(steps, groups)
					check(t, c, LayoutCurve(c, size.X, size.Y))
				})
			}
		}
	}
}

func TestCurvesStandClearAndInside(t *testing.T) {
	eachCurve(t, func(t *testing.T, _ Curve, scene Scene) {
		checkNoOverlap(t, scene)
		checkInside(t, scene)
		if len(scene.Shapes) == 0 {
			t.Error("nothing is drawn")
		}
	})
}

// Each line goes down in steps and never up, one upright stands for each that went
// out of sight.
func TestACurveFallsInSteps(t *testing.T) {
	eachCurve(t, func(t *testing.T, c Curve, scene Scene) {
		want, got := 0, 0
		for _, g := range c.Groups {
			for _, step := range g.Steps {
				if step.Censored > 0 {
					want++
				}
			}
		}
		for _, shape := range scene.Shapes {
			line, ok := shape.(Line)
			switch {
			case !ok:
			case line.Ink == InkData && line.Width == 0.5:
				got++
			case line.Width == curveWidth:
				for i := 1; i < len(line.Points); i++ {
					a, b := line.Points[i-1], line.Points[i]
					if a.X != b.X && a.Y != b.Y || b.X < a.X || b.Y < a.Y {
						t.Fatalf("a step goes from %v to %v", a, b)
					}
				}
			}
		}
		if got != want {
			t.Errorf("%d uprights for %d", got, want)
		}
	})
}

func TestACurveSaysItsMedianAndWhoIsLeft(t *testing.T) {
	scene := LayoutCurve(fallingCurve(30, 1), 170, 74)
	wantTexts(t, scene, "100%", "50", "90 days", "1,095", atRiskWord, "15", "median 504 days", fewWord)
	if all := words(scene); !strings.Contains(all, "41% after") {
		t.Errorf("the end of the line is not named: %q", all)
	}
	several := LayoutCurve(fallingCurve(30, 3), 170, 74)
	wantTexts(t, several, "Service 1", "Service 2", "Service 3", atRiskWord)
	if bands := bandsOf(several, InkBand); len(bands) != 0 {
		t.Error("the ranges of several groups lie over each other")
	}
	if bands := bandsOf(scene, InkBand); len(bands) != 1 {
		t.Errorf("%d bands for one group", len(bands))
	}
}

func TestStepsThatNoCurveHas(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	c := Curve{
		Ticks: []float64{nan, -4, 90, inf},
		Groups: []CurveGroup{{
			Steps:  []Step{{Time: nan, Share: 50}, {Time: 4, Share: inf}, {Time: -1, Share: 90}, {Time: 90, Share: 20, Lower: &nan, Upper: &inf}, {Time: 10, Share: 80}},
			Median: &nan, ThinFrom: &nan, AtRisk: []int{1},
		}},
	}
	scene := LayoutCurve(c, 170, 74)
	checkInside(t, scene)
	checkNoOverlap(t, scene)
	if text := dump(scene); strings.Contains(text, "NaN") || strings.Contains(text, "Inf") {
		t.Error("a number that is none is drawn")
	}
	wantTexts(t, LayoutCurve(Curve{}, 170, 74), string(PointNoData))
	if scene := LayoutCurve(c, 12, 74); len(scene.Shapes) != 0 {
		t.Error("a box without room is not empty")
	}
}
