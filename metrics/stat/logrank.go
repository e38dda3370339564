package stat

import (
	"errors"
	"math"
	"slices"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat/distuv"
)

// GroupedSpell is a spell of one group. Spells are only compared with those of
// their own stratum.
type GroupedSpell struct {
	Spell
	Group   int // from 0
	Stratum int // any number; all the same where there are no strata
}

// LogRankGroup is what one group has beside what it would have if all groups were alike.
type LogRankGroup struct {
	Records  int
	Observed int     // endings
	Expected float64 // endings
	Variance float64
}

// LogRankTest compares curves. Where it cannot tell, P is NaN.
type LogRankTest struct {
	Groups    []LogRankGroup
	ChiSquare float64
	Freedom   int // groups with an expected ending, less 1; −1 where nothing ended
	P         float64
}

// What the log-rank test cannot be made from.
var (
	ErrOneGroup = errors.New("there is only one group, so there is nothing to compare")
	ErrBadGroup = errors.New("groups must be numbered from 0 without a gap")
)

// LogRank compares how long things last in two or more groups (Mantel 1966; rho 0
// of the survival package), within strata where there are any. P is the chance of
// a difference as large as this one between groups that are alike. It is NaN where
// nothing ended, where only one group was ever at risk of an ending, and where the
// endings leave no room for chance.
// It fails where there are no spells, fewer than two groups, a group without
// spells, or a time that KaplanMeier would refuse.
func LogRank(spells []GroupedSpell) (LogRankTest, error) {
	groups, err := checkGroups(spells)
	if err != nil {
		return LogRankTest{}, err
	}
	t := LogRankTest{Groups: make([]LogRankGroup, groups)}
	strata := map[int][]GroupedSpell{}
	for _, s := range spells {
		t.Groups[s.Group].Records++
		if s.Ended {
			t.Groups[s.Group].Observed++
		}
		strata[s.Stratum] = append(strata[s.Stratum], s)
	}
	sums := newLogRankSums(groups)
	var order []int
	for stratum := range strata {
		order = append(order, stratum)
	}
	slices.Sort(order)
	for _, stratum := range order {
		sums.addStratum(strata[stratum])
	}
	for g := range t.Groups {
		t.Groups[g].Expected = sums.expected[g].total()
		t.Groups[g].Variance = sums.variance[g][g].total()
	}
	t.compare(sums)
	return t, nil
}

func checkGroups(spells []GroupedSpell) (int, error) {
	if len(spells) == 0 {
		return 0, ErrNoValues
	}
	seen := map[int]bool{}
	largest := 0
	for _, s := range spells {
		if err := s.check(); err != nil {
			return 0, err
		}
		if s.Group < 0 {
			return 0, ErrBadGroup
		}
		seen[s.Group] = true
		largest = max(largest, s.Group)
	}
	switch {
	case largest+1 != len(seen):
		return 0, ErrBadGroup
	case len(seen) < 2:
		return 0, ErrOneGroup
	}
	return len(seen), nil
}

// logRankSums adds up what is expected of each group, and how the groups vary together.
type logRankSums struct {
	expected []running
	variance [][]running
}

func newLogRankSums(groups int) logRankSums {
	s := logRankSums{make([]running, groups), make([][]running, groups)}
	for g := range s.variance {
		s.variance[g] = make([]running, groups)
	}
	return s
}

func (s logRankSums) addStratum(spells []GroupedSpell) {
	byGroup := make([][]Spell, len(s.expected))
	ended := map[float64]int{}
	for _, one := range spells {
		byGroup[one.Group] = append(byGroup[one.Group], one.Spell)
		if one.Ended {
			ended[one.Time]++
		}
	}
	risk := make([]riskSet, len(byGroup))
	for g, group := range byGroup {
		risk[g] = newRiskSet(group)
	}
	times := make([]float64, 0, len(ended))
	for time := range ended {
		times = append(times, time)
	}
	slices.Sort(times)
	atRisk := make([]float64, len(risk))
	for _, time := range times {
		n := 0.0
		for g := range risk {
			atRisk[g] = float64(risk[g].at(time))
			n += atRisk[g]
		}
		s.addTime(float64(ended[time]), n, atRisk)
	}
}

func (s logRankSums) addTime(d, n float64, atRisk []float64) {
	spread := 0.0
	if n > 1 {
		spread = d * (n - d) / (n - 1)
	}
	for g := range atRisk {
		share := atRisk[g] / n
		s.expected[g].add(d * share)
		for h := range atRisk {
			own := 0.0
			if g == h {
				own = 1
			}
			s.variance[g][h].add(spread * share * (own - atRisk[h]/n))
		}
	}
}

// compare takes the quadratic form of what is seen less what is expected, without
// the first of the groups of which anything is expected.
func (t *LogRankTest) compare(sums logRankSums) {
	var used []int
	for g, group := range t.Groups {
		if group.Expected > 0 {
			used = append(used, g)
		}
	}
	t.Freedom = len(used) - 1
	t.P = math.NaN()
	if t.Freedom < 1 {
		return
	}
	used = used[1:]
	variance := mat.NewSymDense(len(used), nil)
	apart := mat.NewVecDense(len(used), nil)
	for i, g := range used {
		apart.SetVec(i, float64(t.Groups[g].Observed)-t.Groups[g].Expected)
		for j := i; j < len(used); j++ {
			variance.SetSym(i, j, sums.variance[g][used[j]].total())
		}
	}
	var root mat.Cholesky
	var solved mat.VecDense
	if !root.Factorize(variance) || root.Cond() > 1e12 || root.SolveVecTo(&solved, apart) != nil {
		t.ChiSquare = math.NaN()
		return
	}
	t.ChiSquare = max(0, mat.Dot(apart, &solved))
	t.P = distuv.ChiSquared{K: float64(t.Freedom)}.Survival(t.ChiSquare)
}
