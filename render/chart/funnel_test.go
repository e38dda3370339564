package chart

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

// services gives a funnel of so many services; unequal ones differ a hundredfold.
func services(count int, unequal bool) Funnel {
	f := Funnel{Unit: UnitPercent, Decimals: 1, SizeHead: "offers in the period", Average: 7.4, AverageLabel: "average 7.4"}
	limit := func(size, times float64) (lower, upper float64) {
		half := times * math.Sqrt(7.4*92.6/size)
		return max(0, 7.4-half), 7.4 + half
	}
	smallest, largest := math.Inf(1), 0.0
	for i := range count {
		size := float64(1900 + 137*(i*7%count))
		if unequal {
			size = math.Round(30 * math.Pow(1.8, float64(i%9)))
		}
		smallest, largest = min(smallest, size), max(largest, size)
		p := FunnelPoint{Name: fmt.Sprintf("Service %c%d", 'A'+i%26, i/26+1), Size: number(size), Value: number(7.4 + float64(i%5-2)/2)}
		if i == 0 {
			p.Value, p.Signal = number(20), SignalWorse
		}
		f.Points = append(f.Points, p)
	}
	for k := range 40 {
		size := smallest + (largest-smallest)*float64(k)/39
		b := FunnelBand{Size: size}
		b.Lower95, b.Upper95 = limit(size, 1.96)
		b.Lower998, b.Upper998 = limit(size, 3.09)
		f.Bands = append(f.Bands, b)
	}
	return f
}

func eachFunnel(t *testing.T, check func(t *testing.T, f Funnel, scene Scene)) {
	for _, count := range []int{0, 1, 4, 12, 60} {
		for _, unequal := range []bool{false, true} {
			for _, size := range []XY{{83, 60}, {100, 71}, {170, 62}, {190, 96}} {
				t.Run(fmt.Sprintf("%d, unequal %t, in %g", count, unequal, size.X), func(t *testing.T) {
					f := services(count, unequal)
					check(t, f, LayoutFunnel(f, size.X, size.Y))
				})
			}
		}
	}
}

func TestFunnelsStandClearAndInside(t *testing.T) {
	eachFunnel(t, func(t *testing.T, _ Funnel, scene Scene) {
		checkNoOverlap(t, scene)
		checkInside(t, scene)
		if len(scene.Shapes) == 0 {
			t.Error("nothing is drawn")
		}
	})
}

// Each service is named, or counted among those without room; what is outside the
// limits is always named.
func TestEachServiceIsNamedOrCounted(t *testing.T) {
	eachFunnel(t, func(t *testing.T, f Funnel, scene Scene) {
		named, missing := 0, 0
		for _, text := range said(scene) {
			if strings.HasPrefix(text, "Service ") {
				named++
			}
			if strings.HasPrefix(text, "no room for") {
				if _, err := fmt.Sscanf(text, "no room for %d", &missing); err != nil {
					t.Error(err)
				}
			}
		}
		if named+missing != len(f.Points) {
			t.Errorf("%d named and %d without room, of %d", named, missing, len(f.Points))
		}
		if len(f.Points) > 0 {
			wantTexts(t, scene, f.Points[0].Name, "offers in the period")
		}
		if len(f.Points) == 4 && missing > 0 {
			t.Errorf("four services, and %d have no room", missing)
		}
	})
}

func TestOnlyServicesOutsideHaveAColour(t *testing.T) {
	eachFunnel(t, func(t *testing.T, f Funnel, scene Scene) {
		if got, want := len(bandsOf(scene, InkConcern)), min(1, len(f.Points)); got != want {
			t.Errorf("%d diamonds, want %d", got, want)
		}
		plain := 0
		for _, shape := range scene.Shapes {
			if circle, ok := shape.(Circle); ok && circle.Fill == InkData {
				plain++
			}
		}
		if want := max(0, len(f.Points)-1); plain != want {
			t.Errorf("%d plain dots, want %d", plain, want)
		}
	})
}

// A limit that leaves the plot keeps its slope up to the edge: halfway between 40 at
// size 0 and 0 at size 100 it is 20.
func TestALimitIsCutWhereItLeavesThePlot(t *testing.T) {
	p := &funnelPlot{canvas: newCanvas(100, 100), plot: box{0, 0, 100, 100}, scale: scale{20, 10}, to: 100}
	got := p.cut([]XY{{0, 40}, {100, 0}})
	if len(got) != 3 || got[1] != (XY{50, 0}) || got[2] != (XY{100, 100}) {
		t.Errorf("cut to %v", got)
	}
}

func TestAFunnelWithoutNumbers(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	f := services(4, false)
	f.Points = append(f.Points, FunnelPoint{Name: "Gap", Word: "too few"}, FunnelPoint{Name: "Odd", Size: &inf, Value: &nan}, FunnelPoint{Name: "None", Size: number(0), Value: number(0)})
	f.Bands = append(f.Bands, FunnelBand{Size: 9000, Lower95: nan, Upper998: inf})
	f.Average = 7.4
	scene := LayoutFunnel(f, 170, 62)
	checkInside(t, scene)
	f.Average = nan
	for _, one := range []Scene{scene, LayoutFunnel(f, 170, 62), LayoutFunnel(Funnel{Points: []FunnelPoint{{Name: "x", Size: number(0), Value: number(0)}}}, 170, 62)} {
		checkInside(t, one)
		if text := dump(one); strings.Contains(text, "NaN") || strings.Contains(text, "Inf") {
			t.Error("a number that is none is drawn")
		}
	}
	wantTexts(t, LayoutFunnel(Funnel{}, 170, 62), string(PointNoData))
	if scene := LayoutFunnel(f, 12, 62); len(scene.Shapes) != 0 {
		t.Error("a box without room is not empty")
	}
}
