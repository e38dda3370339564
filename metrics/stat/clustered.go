package stat

import (
	"errors"
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// Cluster is what belongs together in one window, such as all that one person did:
// X events out of N. N 0 is not in the window.
type Cluster struct{ X, N float64 }

// ClusterPair is the same cluster in two windows. N 0 is not in that window.
type ClusterPair struct{ Before, After Cluster }

// What a clustered range cannot be made from.
var (
	ErrFewClusters = errors.New("each window needs at least two clusters, as one alone shows no spread between them")
	ErrZeroCount   = errors.New("a count of zero has no place on the log scale of a ratio")
)

// ClusteredShare gives the likely range of a share that rests on clusters, Σx ÷ Σn,
// as fractions from 0 to 1, and its design effect: how many times the variance is
// that of answers which do not go together.
//
// The variance is that of a ratio between clusters by linearisation,
// m ÷ (m−1) × Σ(x − p n)² ÷ (Σn)², with m clusters. The design effect is that variance
// ÷ p(1−p)/Σn (Rao and Scott 1992), and never below 1. The range is Wilson's on the
// effective number, Σn ÷ design effect, with a t quantile in place of the normal one.
// That is the same as Korn and Graubard's (1998) correction of the effective number,
// put into the score interval that Dean and Pagano (2015) found to hold best; survey
// packages call it the modified Wilson range.
//
// The t quantile has the degrees of freedom of clusters of equal size that weigh as
// much, Kish's (Σn)² ÷ Σn², less 1 and at least 1. That is m−1 where all are of one
// size; where few clusters have most of n, m−1 makes ranges that hold the truth too
// seldom.
//
// Where all clusters have the same share, and so also at 0 and at 1, they show no
// spread: the design effect is 1, and the t quantile alone widens the range.
// It fails where fewer than two clusters have N above zero, or an X is negative or
// above its N.
func ClusteredShare(clusters []Cluster, level Level) (Interval, float64, error) {
	var window clusterWindow
	for _, c := range clusters {
		if err := window.add(c, true); err != nil {
			return Interval{}, 0, err
		}
	}
	if err := window.enough(); err != nil {
		return Interval{}, 0, err
	}
	n := window.n.total()
	share := window.ratio()
	var squares running
	for _, c := range clusters {
		rest := (c.X - share*c.N) / n
		squares.add(rest * rest)
	}
	effect := 1.0
	if plain := share * (1 - share) / n; plain > 0 {
		effect = max(1, between(squares, window.count)/plain)
	}
	effective := n / effect
	limits, err := Wilson(share*effective, effective, level.student(window.freedom()))
	return limits, effect, err
}

// ClusteredDifference gives the likely range of the difference after − before of two
// shares where the same clusters may be in both windows, as fractions from −1 to 1,
// and its design effect.
//
// The variance is m ÷ (m−1) × Σ(r − mean r)² over the m clusters in either window, where
// r = (x − p n)/Σn after, less the same before, so that what a cluster keeps from one
// window to the next does not count as chance. The range is the difference ± a t
// quantile × its root, clipped to −1 and 1, with the degrees of freedom of
// ClusteredShare in the window that has fewer. It is never narrower at either end than
// Newcombe's range of the unclustered numbers with that t quantile, which is what is
// left where the clusters show no spread.
// It fails where a window has fewer than two clusters, or an X is negative or above
// its N.
func ClusteredDifference(pairs []ClusterPair, level Level) (Interval, float64, error) {
	before, after, err := twoWindows(pairs, true)
	if err != nil {
		return Interval{}, 0, err
	}
	n0, n1 := before.n.total(), after.n.total()
	p0, p1 := before.ratio(), after.ratio()
	variance := spreadOfPairs(pairs, func(c ClusterPair) float64 {
		return (c.After.X-p1*c.After.N)/n1 - (c.Before.X-p0*c.Before.N)/n0
	})
	student := level.student(min(before.freedom(), after.freedom()))
	limits, err := Newcombe(p1*n1, n1, p0*n0, n0, student)
	if err != nil {
		return Interval{}, 0, err
	}
	reach := student.z * math.Sqrt(variance)
	limits.Lower = max(-1, min(limits.Lower, p1-p0-reach))
	limits.Upper = min(1, max(limits.Upper, p1-p0+reach))
	effect := 1.0
	if plain := p0*(1-p0)/n0 + p1*(1-p1)/n1; plain > 0 {
		effect = max(1, variance/plain)
	}
	return limits, effect, nil
}

// ClusteredRateRatio gives the rate after ÷ the rate before of events per exposure,
// where the same clusters may be in both windows, its likely range and its design
// effect. X are events and N the exposure, in any unit.
//
// The range is worked out on the log scale as in ClusteredDifference, with
// r = (x − rate × n)/Σx after, less the same before; the variance is never taken below
// that of counts that do not go together, 1/Σx + 1/Σx.
// It fails where a window has fewer than two clusters or no events, or an X is negative.
func ClusteredRateRatio(pairs []ClusterPair, level Level) (ratio float64, limits Interval, effect float64, err error) {
	before, after, err := twoWindows(pairs, false)
	if err != nil {
		return 0, Interval{}, 0, err
	}
	x0, x1 := before.x.total(), after.x.total()
	if x0 == 0 || x1 == 0 {
		return 0, Interval{}, 0, ErrZeroCount
	}
	rate0, rate1 := x0/before.n.total(), x1/after.n.total()
	variance := spreadOfPairs(pairs, func(c ClusterPair) float64 {
		return (c.After.X-rate1*c.After.N)/x1 - (c.Before.X-rate0*c.Before.N)/x0
	})
	plain := 1/x0 + 1/x1
	effect = max(1, variance/plain)
	reach := level.student(min(before.freedom(), after.freedom())).z * math.Sqrt(plain*effect)
	ratio = rate1 / rate0
	return ratio, Interval{ratio * math.Exp(-reach), ratio * math.Exp(reach)}, effect, nil
}

// clusterWindow adds up the clusters of one window.
type clusterWindow struct {
	x, n, squares running // squares of n
	count         int     // clusters with N above zero
}

func (w *clusterWindow) add(c Cluster, share bool) error {
	switch {
	case !(c.X >= 0 && c.N >= 0), share && c.X > c.N, c.N == 0 && c.X > 0:
		return ErrBadCount
	case c.X > largestCount || c.N > largestCount:
		return ErrTooLarge
	case c.N > 0 && c.N < smallestSize, c.X > 0 && c.X < smallestSize:
		return ErrTooSmall
	}
	if c.N > 0 {
		w.x.add(c.X)
		w.n.add(c.N)
		w.squares.add(c.N * c.N)
		w.count++
	}
	return nil
}

func (w *clusterWindow) enough() error {
	if w.count < 2 {
		return ErrFewClusters
	}
	return nil
}

// freedom is how many clusters of equal size weigh as much, less 1, and at least 1.
func (w *clusterWindow) freedom() float64 {
	return max(1, w.n.total()*w.n.total()/w.squares.total()-1)
}

func (w *clusterWindow) ratio() float64 { return w.x.total() / w.n.total() }

func twoWindows(pairs []ClusterPair, share bool) (before, after clusterWindow, err error) {
	for _, c := range pairs {
		if err := errors.Join(before.add(c.Before, share), after.add(c.After, share)); err != nil {
			return before, after, err
		}
	}
	if before.enough() != nil || after.enough() != nil {
		return before, after, ErrFewClusters
	}
	return before, after, nil
}

// spreadOfPairs gives the variance of a difference from the part that each cluster
// in either window has in it.
func spreadOfPairs(pairs []ClusterPair, part func(ClusterPair) float64) float64 {
	var parts, squares running
	count := 0
	for _, c := range pairs {
		if c.Before.N > 0 || c.After.N > 0 {
			parts.add(part(c))
			count++
		}
	}
	mean := parts.total() / float64(count)
	for _, c := range pairs {
		if c.Before.N > 0 || c.After.N > 0 {
			rest := part(c) - mean
			squares.add(rest * rest)
		}
	}
	return between(squares, count)
}

// between is the variance of a sum of parts from their squares.
func between(squares running, count int) float64 {
	m := float64(count)
	return m / (m - 1) * squares.total()
}

// student gives the level with the t quantile in place of the normal one.
func (l Level) student(freedom float64) Level {
	t := distuv.StudentsT{Sigma: 1, Nu: freedom}
	return Level{z: t.Quantile(1 - l.tail), tail: l.tail}
}
