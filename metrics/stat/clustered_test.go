package stat

import (
	"errors"
	"math"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"
)

// pups are the litters of Weil (1970), table 1, as Rao and Scott (1992) analyse them:
// pups that survived out of those alive at four days.
var pups = map[string][]Cluster{
	"control": {
		{13, 13}, {12, 12}, {9, 9}, {9, 9}, {8, 8}, {8, 8}, {12, 13}, {11, 12},
		{9, 10}, {9, 10}, {8, 9}, {11, 13}, {4, 5}, {5, 7}, {7, 10}, {7, 10},
	},
	"treated": {
		{12, 12}, {11, 11}, {10, 10}, {9, 9}, {10, 11}, {9, 10}, {9, 10}, {8, 9},
		{8, 9}, {4, 5}, {7, 9}, {4, 7}, {5, 10}, {3, 6}, {3, 10}, {0, 7},
	},
}

// The design effects are those that the documentation of the R package PF prints for
// these data (function rsb, which follows Rao and Scott 1992).
func TestDesignEffectsOfRaoAndScott(t *testing.T) {
	for group, want := range map[string]float64{"control": 1.232495, "treated": 3.952861} {
		_, effect, err := ClusteredShare(pups[group], Level95)
		if err != nil {
			t.Fatal(err)
		}
		if math.Abs(effect-want) > 5e-7 {
			t.Errorf("%s: the design effect is %v, want %v", group, effect, want)
		}
	}
}

// The ends of a score range are where the distance from the share, in standard errors
// of the effective number at that end, is the t quantile: for 16 clusters of one size
// that of 15 degrees of freedom, 2.131450 in tables.
func TestClusteredShareIsAScoreRange(t *testing.T) {
	var clusters []Cluster
	x := 0.0
	for i := range 16 {
		clusters = append(clusters, Cluster{float64(i * i % 9), 10})
		x += clusters[i].X
	}
	limits, effect, err := ClusteredShare(clusters, Level95)
	if err != nil || effect < 2 {
		t.Fatal(effect, err)
	}
	for _, end := range []float64{limits.Lower, limits.Upper} {
		distance := math.Abs(x/160-end) / math.Sqrt(end*(1-end)/(160/effect))
		if math.Abs(distance-2.131450) > 1e-6 {
			t.Errorf("%v is %v standard errors away", end, distance)
		}
	}
}

// With windows of equal size the difference is a paired t range. R's documentation of
// t.test gives it for Student's sleep data: −1.58, from −2.4598858 to −0.7001142. Here
// the hours, with 2 added so that none is negative, are counts out of a great number,
// so that no other spread matters.
func TestClusteredDifferenceIsThePairedRange(t *testing.T) {
	first := []float64{0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0}
	second := []float64{1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4}
	const hour, all = 1e8, 1e9
	var pairs []ClusterPair
	for i := range first {
		pairs = append(pairs, ClusterPair{Before: Cluster{(second[i] + 2) * hour, all}, After: Cluster{(first[i] + 2) * hour, all}})
	}
	limits, effect, err := ClusteredDifference(pairs, Level95)
	if err != nil {
		t.Fatal(err)
	}
	lower, upper := limits.Lower*all/hour, limits.Upper*all/hour
	if math.Abs(lower+2.4598858) > 5e-8 || math.Abs(upper+0.7001142) > 5e-8 || effect < 1e6 {
		t.Errorf("from %.7f to %.7f, design effect %v", lower, upper, effect)
	}
}

// Where clusters show no spread the range is that of the unclustered numbers with the
// t quantile: never of no width, and wider than without clusters.
func TestClustersThatAreAllAlike(t *testing.T) {
	for _, x := range []float64{0, 3, 12} {
		clusters := []Cluster{{x, 12}, {x, 12}, {0, 0}, {x, 12}}
		limits, effect, err := ClusteredShare(clusters, Level95)
		plain, plainErr := Wilson(3*x, 36, Level95)
		if err != nil || plainErr != nil {
			t.Fatal(err, plainErr)
		}
		if effect != 1 || limits.Upper-limits.Lower <= plain.Upper-plain.Lower {
			t.Errorf("%v of 12: %v, %v; unclustered %v", x, limits, effect, plain)
		}
		var pairs []ClusterPair
		for _, c := range clusters {
			pairs = append(pairs, ClusterPair{c, c})
		}
		difference, _, err := ClusteredDifference(pairs, Level95)
		if err != nil || !(difference.Lower < -0.05 && difference.Upper > 0.05) {
			t.Errorf("%v of 12: the difference is %v, %v", x, difference, err)
		}
	}
}

func TestWhatNoClusteredRangeIsMadeFrom(t *testing.T) {
	for _, c := range []struct {
		what     string
		clusters []Cluster
		want     error
	}{
		{"nobody", nil, ErrFewClusters},
		{"one", []Cluster{{2, 9}}, ErrFewClusters},
		{"one in the window", []Cluster{{2, 9}, {0, 0}}, ErrFewClusters},
		{"more than all", []Cluster{{2, 9}, {8, 7}}, ErrBadCount},
		{"a negative count", []Cluster{{2, 9}, {-1, 7}}, ErrBadCount},
		{"no number", []Cluster{{2, 9}, {math.NaN(), 7}}, ErrBadCount},
		{"endless", []Cluster{{2, 9}, {1, math.Inf(1)}}, ErrTooLarge},
		{"events outside the window", []Cluster{{2, 9}, {1, 0}}, ErrBadCount},
	} {
		if _, _, err := ClusteredShare(c.clusters, Level95); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", c.what, err)
		}
		var pairs []ClusterPair
		for _, one := range c.clusters {
			pairs = append(pairs, ClusterPair{Before: Cluster{1, 4}, After: one})
		}
		if _, _, err := ClusteredDifference(pairs, Level95); !errors.Is(err, c.want) {
			t.Errorf("%s, as a difference: %v", c.what, err)
		}
	}
	if _, _, _, err := ClusteredRateRatio([]ClusterPair{{Cluster{0, 9}, Cluster{1, 9}}, {Cluster{0, 9}, Cluster{1, 9}}}, Level95); !errors.Is(err, ErrZeroCount) {
		t.Errorf("no events before: %v", err)
	}
}

// coverage counts how often ranges hold what is true.
type coverage struct{ held, tried int }

func (c *coverage) add(limits Interval, truth float64) {
	c.tried++
	if limits.Lower <= truth && truth <= limits.Upper {
		c.held++
	}
}

func (c coverage) share() float64 { return float64(c.held) / float64(c.tried) }

// Twelve people of unequal sizes, each with a share of their own (beta-binomial with an
// intraclass correlation of 0.1): clustered ranges hold the truth about as often as they
// say, unclustered ones do not. At 95%, 2,000 rounds have a standard error of 0.5 points.
func TestCoverageWithFewPeople(t *testing.T) {
	const rounds, truth, together = 2000, 0.3, 0.1
	sizes := []float64{8, 10, 12, 15, 18, 20, 25, 30, 35, 40, 60, 90}
	random := rand.New(rand.NewPCG(11, 7))
	spread := 1/together - 1
	person := distuv.Beta{Alpha: truth * spread, Beta: (1 - truth) * spread, Src: random}
	draw := func(n, share float64) Cluster {
		c := Cluster{N: n}
		for range int(n) {
			if random.Float64() < share {
				c.X++
			}
		}
		return c
	}
	var share, plain, difference, plainDifference, ratio coverage
	for range rounds {
		var clusters []Cluster
		var pairs []ClusterPair
		for _, n := range sizes {
			clusters = append(clusters, draw(n, person.Rand()))
			pairs = append(pairs, ClusterPair{draw(n, person.Rand()), draw(n, person.Rand())})
		}
		limits, _, err := ClusteredShare(clusters, Level95)
		if err != nil {
			t.Fatal(err)
		}
		share.add(limits, truth)
		var all, before, after Cluster
		for i, c := range clusters {
			all = Cluster{all.X + c.X, all.N + c.N}
			before = Cluster{before.X + pairs[i].Before.X, before.N + pairs[i].Before.N}
			after = Cluster{after.X + pairs[i].After.X, after.N + pairs[i].After.N}
		}
		unclustered, err := Wilson(all.X, all.N, Level95)
		if err != nil {
			t.Fatal(err)
		}
		plain.add(unclustered, truth)
		change, _, err := ClusteredDifference(pairs, Level95)
		if err != nil {
			t.Fatal(err)
		}
		difference.add(change, 0)
		newcombe, err := Newcombe(after.X, after.N, before.X, before.N, Level95)
		if err != nil {
			t.Fatal(err)
		}
		plainDifference.add(newcombe, 0)
		_, times, _, err := ClusteredRateRatio(pairs, Level95)
		if err != nil {
			t.Fatal(err)
		}
		ratio.add(times, 1)
	}
	t.Logf("share %.3f (unclustered %.3f), difference %.3f (unclustered %.3f), rate ratio %.3f",
		share.share(), plain.share(), difference.share(), plainDifference.share(), ratio.share())
	for what, c := range map[string]coverage{"share": share, "difference": difference, "rate ratio": ratio} {
		if c.share() < 0.92 || c.share() > 0.98 {
			t.Errorf("the clustered range of a %s holds the truth in %.3f", what, c.share())
		}
	}
	if plain.share() > 0.75 || plainDifference.share() > 0.75 {
		t.Errorf("unclustered: %.3f and %.3f; then there is no clustering to speak of", plain.share(), plainDifference.share())
	}
}
