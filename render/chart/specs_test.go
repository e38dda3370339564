package chart

import (
	"fmt"
	"time"
)

func number(value float64) *float64 { return &value }

// slotPoints makes points of so many months each; value gives each its number or
// the reason why it has none.
func slotPoints(count, months int, from string, value func(int) (*float64, PointState)) []Point {
	start, err := time.Parse(time.DateOnly, from)
	if err != nil {
		panic(err) // a mistake in the test itself
	}
	var points []Point
	for i := range count {
		first := start.AddDate(0, i*months, 0)
		point := Point{
			From: first.Format(time.DateOnly), To: first.AddDate(0, months, -1).Format(time.DateOnly),
			Label: first.Format("Jan 2006"),
		}
		point.Value, point.State = value(i)
		if point.Value != nil {
			point.Lower, point.Upper = number(max(0, *point.Value*0.7)), number(*point.Value*1.2+1)
		}
		points = append(points, point)
	}
	return points
}

// courses are the ways in which values may run, each with its name.
var courses = map[string]func(int) (*float64, PointState){
	"rising":      func(i int) (*float64, PointState) { return number(float64(5 + 2*i%90)), PointShown },
	"zeros":       func(int) (*float64, PointState) { return number(0), PointShown },
	"high":        func(i int) (*float64, PointState) { return number(95 + float64(i%5)), PointShown },
	"tiny":        func(i int) (*float64, PointState) { return number(0.004 * float64(i%4)), PointShown },
	"negative":    func(i int) (*float64, PointState) { return number(float64(i%7) - 4), PointShown },
	"all gaps":    func(int) (*float64, PointState) { return nil, PointNoData },
	"all hidden":  func(int) (*float64, PointState) { return nil, PointWithheld },
	"no reason":   func(int) (*float64, PointState) { return nil, PointShown },
	"one gap":     gapAt(func(i int) bool { return i == 3 }, PointNoData),
	"many gaps":   gapAt(func(i int) bool { return i%2 == 1 }, PointNoData),
	"one hidden":  gapAt(func(i int) bool { return i == 0 }, PointWithheld),
	"many hidden": gapAt(func(i int) bool { return i%3 == 1 }, PointWithheld),
	"no offers":   gapAt(func(i int) bool { return i%5 < 2 }, PointNothing),
}

func gapAt(gap func(int) bool, reason PointState) func(int) (*float64, PointState) {
	return func(i int) (*float64, PointState) {
		if gap(i) {
			return nil, reason
		}
		return number(float64(i%4) * 9), PointShown
	}
}

// manyMarks gives changes that crowd in one spring, and two that took a quarter.
func manyMarks(count int) []Mark {
	marks := []Mark{
		{Letter: "A", From: "2026-01-01", To: "2026-03-31"}, {Letter: "B", From: "2026-01-01", To: "2026-03-31"},
		{Letter: "C", From: "1999-01-01", To: "1999-01-01"}, {Letter: "D", From: "never", To: "never"},
	}
	for i := range count {
		date := fmt.Sprintf("2026-%02d-%02d", 1+i%9, 1+3*i%28)
		marks = append(marks, Mark{Letter: string(rune('E' + i)), From: date, To: date})
	}
	return marks
}

func windowLevels(before, after float64) []Level {
	return []Level{
		{From: "2025-10-01", To: "2026-03-31", Name: "baseline", Label: "before 28.7%", Value: number(before)},
		{From: "2026-04-01", To: "2026-09-30", Name: "period", Label: "after 38.5%", Value: number(after)},
	}
}

// manySpecs is the range over which the properties of a drawing are tested.
func manySpecs() map[string]Spec {
	specs := map[string]Spec{"no points": {Unit: UnitPercent}}
	for name, course := range courses {
		for _, count := range []int{1, 2, 6, 18, 60} {
			for _, months := range []int{1, 3} {
				grain := GrainMonth
				if months == 3 {
					grain = GrainQuarter
				}
				bare := Spec{Unit: UnitPlain, Grain: grain, Decimals: 1, Points: slotPoints(count, months, "2025-05-01", course)}
				specs[fmt.Sprintf("%s, %d slots of %d, bare", name, count, months)] = bare

				full := bare
				full.Unit, full.State = UnitPercent, StateImprovement
				full.Points = slotPoints(count, months, "2025-04-01", course)
				full.Levels, full.Marks = windowLevels(28.7, 38.5), manyMarks(count)
				full.CentreLabel = "median 30.0"
				for i := range full.Points {
					full.Points[i].Centre = number(30)
				}
				full.Target, full.TargetLabel = number(31), "target for the year 31"
				specs[fmt.Sprintf("%s, %d slots of %d, full", name, count, months)] = full
			}
		}
	}
	return specs
}
