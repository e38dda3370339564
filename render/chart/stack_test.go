package chart

import (
	"fmt"
	"strings"
	"testing"
)

// attempts is a stack of four levels in two windows, as the chart plate shows it.
func attempts() Stack {
	return Stack{
		CountHead: "attempts", Levels: []string{"alone", "prompt", "gesture, model", "physical"},
		Bars: []StackBar{{Name: "before", Counts: []int{290, 340, 220, 150}}, {Name: "after", Counts: []int{380, 330, 180, 110}}},
	}
}

// checks is a stack of three levels in so many services, one without rows and one of few.
func checks(count int) Stack {
	s := Stack{CountHead: "points looked at", Levels: []string{"met", "partly met", "not met"}}
	for i := range count {
		s.Bars = append(s.Bars, StackBar{Name: fmt.Sprintf("Service %d", i+1), Counts: []int{46 - i%9, 3 + i%4, 3}})
	}
	if count > 2 {
		s.Bars[1] = StackBar{Name: "Tŷ Gwyn and a name that needs more room than there is in one line", Word: "no data"}
		s.Bars[2] = StackBar{Name: "O’Brien House", Counts: []int{3, 1, 0}, Word: "too few to part"}
	}
	return s
}

func TestStacksStandClearAndInside(t *testing.T) {
	five := checks(1)
	five.Levels, five.Bars[0].Counts = []string{"5", "4", "3", "2", "1"}, []int{40, 30, 20, 6, 4}
	for name, s := range map[string]Stack{
		"levels": attempts(), "services": checks(6), "many": checks(60), "one": checks(1), "five": five,
		"all in one":   {Levels: []string{"yes", "no"}, CountHead: "asked", Bars: []StackBar{{Name: "all", Counts: []int{12, 0}}}},
		"long":         {Levels: []string{strings.Repeat("a long name ", 9), strings.Repeat("x", 200)}, CountHead: strings.Repeat("many words ", 9), Bars: []StackBar{{Name: strings.Repeat("Llan", 40), Counts: []int{1000000, 2000000}}}},
		"nothing said": {Bars: []StackBar{{}}},
	} {
		for _, width := range []float64{83, 100, 170, 190} {
			t.Run(fmt.Sprintf("%s in %g", name, width), func(t *testing.T) {
				scene := LayoutStack(s, width)
				checkNoOverlap(t, scene)
				checkInside(t, scene)
				all := words(scene)
				for _, want := range append([]string{s.CountHead}, s.Levels...) {
					if name != "long" && !strings.Contains(all, want) {
						t.Errorf("%q is missing in %q", want, all)
					}
				}
			})
		}
	}
}

func TestStackSaysItsShares(t *testing.T) {
	all := said(LayoutStack(attempts(), 170))
	for _, want := range []string{"29%", "34", "22", "15", "38%", "33", "18", "11", "290, 340, 220, 150"} {
		if !strings.Contains("|"+strings.Join(all, "|")+"|", "|"+want+"|") {
			t.Errorf("%q is not in %q", want, all)
		}
	}
	nearly := Stack{Levels: []string{"met", "not met"}, Bars: []StackBar{{Name: "all", Counts: []int{9996, 4}}}}
	if text := words(LayoutStack(nearly, 170)); !strings.Contains(text, ">99%") || !strings.Contains(text, "9,996, 4") {
		t.Errorf("a share that is not the whole is said to be: %q", text)
	}
}

func TestABarWithoutCountsHasItsWord(t *testing.T) {
	filled := func(s Stack) (n int) {
		for _, shape := range LayoutStack(s, 170).Shapes {
			if polygon, is := shape.(Polygon); is && polygon.Fill == InkData {
				n++
			}
		}
		return n
	}
	s := checks(6)
	// Four bars have a first piece, and the key or the names above one bar no more than one swatch.
	if n := filled(s); n < 4 || n > 5 {
		t.Errorf("%d first pieces for four bars", n)
	}
	all := words(LayoutStack(s, 170))
	for _, want := range []string{"no data", "too few to part", "3, 1, 0"} {
		if !strings.Contains(all, want) {
			t.Errorf("%q is missing in %q", want, all)
		}
	}
	empty := Stack{Levels: []string{"met", "not met"}, Bars: []StackBar{{Name: "all", Counts: []int{0, 0}}, {Name: "wrong", Counts: []int{-3, -1}}}}
	if all := words(LayoutStack(empty, 170)); strings.Count(all, "no data") != 2 || strings.Contains(all, "%") {
		t.Errorf("nothing counted is said as %q", all)
	}
}

func TestStackParts(t *testing.T) {
	s := checks(60)
	scenes := StackParts(s, 170, 60, 200)
	if len(scenes) < 3 {
		t.Fatalf("%d pieces", len(scenes))
	}
	for i, scene := range scenes {
		if limit := map[bool]float64{true: 60, false: 200}[i == 0]; scene.Height > limit {
			t.Errorf("piece %d is %g high", i, scene.Height)
		}
		if all := words(scene); !strings.Contains(all, "partly met") {
			t.Errorf("piece %d does not name the levels: %q", i, all)
		}
		checkNoOverlap(t, scene)
		checkInside(t, scene)
	}
	if all := words(scenes...); !strings.Contains(all, "Service 60") {
		t.Error("the last service is in no piece")
	}
	for _, empty := range []Scene{LayoutStack(Stack{}, 170), LayoutStack(s, 12)} {
		if len(empty.Shapes) > 0 {
			t.Error("something is drawn without bars or without room")
		}
	}
}

func TestLevelInksDiffer(t *testing.T) {
	for levels := 2; levels <= MostLevels; levels++ {
		seen := map[string]bool{}
		for level := range levels {
			ink, hatched := LevelInk(level, levels)
			seen[fmt.Sprint(ink, hatched)] = true
		}
		if len(seen) != levels {
			t.Errorf("%d levels have %d fills", levels, len(seen))
		}
	}
}
