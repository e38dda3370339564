package stat

import (
	"math"
	"sort"

	"gonum.org/v1/gonum/mathext"
)

// AnhojRules is the name of the rules by which Control judges runs: Anhøj and
// Olesen 2014, "Run charts revisited", PLoS ONE 9(11): e113825.
const AnhojRules = "Anhøj"

// Runs is the Anhøj analysis of one part.
type Runs struct {
	Observed, Useful        int // points; Useful leaves out missing ones and those on the centre line
	Longest, LongestMax     int // points in a row on one side; 0 where Useful is 0
	Crossings, CrossingsMin int // of the centre line; 0 where Useful is 0
	Signal                  bool
}

// AnhojLimits gives the longest run and the fewest crossings of the centre line that
// so many useful points may show by chance: round(log2 n) + 3 (Schilling 2012), and
// the 5% quantile of a binomial of n − 1 trials with probability ½ (Chen 2010).
// Both are 0 where there are no useful points.
func AnhojLimits(useful int) (longestMax, crossingsMin int) {
	if useful <= 0 {
		return 0, 0
	}
	longestMax = int(math.Round(math.Log2(float64(useful)))) + 3
	trials := useful - 1
	crossingsMin = sort.Search(trials, func(k int) bool {
		atMost := mathext.RegIncBeta(float64(trials-k), float64(k+1), 0.5)
		return atMost >= 0.05
	})
	return longestMax, crossingsMin
}

// judgeRuns fills Runs and InLongRun of the points of one part; signals only where wanted.
func judgeRuns(points []ControlPoint, signals bool) {
	var runs Runs
	var useful []int
	for i, p := range points {
		if !p.Included {
			continue
		}
		runs.Observed++
		if p.Value > p.Centre || p.Value < p.Centre {
			useful = append(useful, i)
		}
	}
	runs.Useful = len(useful)
	runs.LongestMax, runs.CrossingsMin = AnhojLimits(runs.Useful)
	for from, to := 0, 0; from < len(useful); from = to {
		to = runEnd(points, useful, from)
		runs.Longest = max(runs.Longest, to-from)
		if from > 0 {
			runs.Crossings++
		}
		for _, i := range useful[from:to] {
			points[i].InLongRun = signals && to-from > runs.LongestMax
		}
	}
	runs.Signal = signals && (runs.Longest > runs.LongestMax || runs.Crossings < runs.CrossingsMin)
	for i := range points {
		points[i].Runs = runs
	}
}

// runEnd is the place in useful after the last point on the same side as the one at from.
func runEnd(points []ControlPoint, useful []int, from int) int {
	above := func(k int) bool { return points[useful[k]].Value > points[useful[k]].Centre }
	to := from + 1
	for to < len(useful) && above(to) == above(from) {
		to++
	}
	return to
}
