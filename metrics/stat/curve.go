package stat

import (
	"cmp"
	"errors"
	"math"
	"slices"
)

// Spell is how long one thing lasted.
type Spell struct {
	Entry float64 // it was watched only from this time on; 0 is from its start
	Time  float64 // until it ended or was last seen
	Ended bool    // false: still there, lost from sight, or ended another way
}

// Transform is the scale on which the range of a curve is worked out.
type Transform string

// The transforms; TransformLog is the default of the survival package.
const (
	TransformLog    Transform = "log"
	TransformLogLog Transform = "log-log"
	TransformPlain  Transform = "plain"
)

// What a curve cannot be made from.
var (
	ErrBadSpell     = errors.New("a time must be a number that is not below zero")
	ErrBadEntry     = errors.New("a thing must be watched from a time before it ended or was last seen")
	ErrBadTransform = errors.New("the scale of the range must be log, log-log or plain")
)

// CurvePoint is one distinct time of a curve. NaN is not defined.
type CurvePoint struct {
	Time                    float64
	AtRisk, Ended, Censored int
	Survival                float64 // share still there after this time, 0 to 1
	StdErr, Lower, Upper    float64
}

// Curve is a Kaplan–Meier curve. NaN is not reached or not defined.
type Curve struct {
	Points                           []CurvePoint
	Records, Events                  int
	Median, MedianLower, MedianUpper float64
	RestrictedMean, RestrictedMeanSE float64

	watched riskSet
}

// KaplanMeier works out the share still there after each time at which a thing
// ended or was last seen (Kaplan and Meier 1958), with Greenwood's standard error
// and the 95% range on the given scale. A thing is at risk after its entry and up
// to its time, both included where it was watched from its start; at the same
// time endings come before the rest.
//
// horizon is the time up to which the mean is taken; 0 is the largest time. The
// range is NaN where nothing is left, and on the log-log scale also where nothing
// has ended. The order of the spells does not matter.
// It fails where there are no spells, a time is negative or no number, or a thing
// is watched only from a time at which it is already over.
func KaplanMeier(spells []Spell, transform Transform, horizon float64) (Curve, error) {
	if err := checkSpells(spells, transform, horizon); err != nil {
		return Curve{}, err
	}
	sorted := slices.Clone(spells)
	slices.SortStableFunc(sorted, func(a, b Spell) int { return cmp.Compare(a.Time, b.Time) })
	c := Curve{Records: len(spells)}
	c.watched = newRiskSet(spells)
	survival := 1.0
	var greenwood running
	for i := 0; i < len(sorted); {
		p := CurvePoint{Time: sorted[i].Time}
		p.AtRisk = c.watched.at(p.Time)
		for ; i < len(sorted) && sorted[i].Time == p.Time; i++ {
			if sorted[i].Ended {
				p.Ended++
			} else {
				p.Censored++
			}
		}
		survival *= 1 - float64(p.Ended)/float64(p.AtRisk)
		greenwood.add(greenwoodTerm(p))
		p.Survival = survival
		p.spread(greenwood.total(), transform)
		c.Points = append(c.Points, p)
		c.Events += p.Ended
	}
	c.Median = c.firstBelowHalf(func(p CurvePoint) float64 { return p.Survival })
	c.MedianLower = c.firstBelowHalf(func(p CurvePoint) float64 { return p.Lower })
	c.MedianUpper = c.firstBelowHalf(func(p CurvePoint) float64 { return p.Upper })
	if horizon == 0 {
		horizon = sorted[len(sorted)-1].Time
	}
	c.RestrictedMean, c.RestrictedMeanSE = c.meanUpTo(horizon)
	return c, nil
}

func checkSpells(spells []Spell, transform Transform, horizon float64) error {
	switch transform {
	case TransformLog, TransformLogLog, TransformPlain:
	default:
		return ErrBadTransform
	}
	if len(spells) == 0 {
		return ErrNoValues
	}
	if !isTime(horizon) {
		return ErrBadSpell
	}
	for _, s := range spells {
		if err := s.check(); err != nil {
			return err
		}
	}
	return nil
}

func (s Spell) check() error {
	switch {
	case !isTime(s.Time) || !isTime(s.Entry):
		return ErrBadSpell
	case s.Entry > 0 && s.Entry >= s.Time:
		return ErrBadEntry
	}
	return nil
}

func isTime(v float64) bool { return v >= 0 && !math.IsInf(v, 1) }

// riskSet counts who is at risk. Both are sorted; entries are only of those that
// were not watched from their start.
type riskSet struct{ times, entries []float64 }

func newRiskSet(spells []Spell) riskSet {
	var r riskSet
	for _, s := range spells {
		r.times = append(r.times, s.Time)
		if s.Entry > 0 {
			r.entries = append(r.entries, s.Entry)
		}
	}
	slices.Sort(r.times)
	slices.Sort(r.entries)
	return r
}

// at counts the spells that a time finds at risk: entry < time ≤ end.
func (r riskSet) at(time float64) int {
	over, _ := slices.BinarySearch(r.times, time)
	entered, _ := slices.BinarySearch(r.entries, time)
	return len(r.times) - over - (len(r.entries) - entered)
}

// greenwoodTerm is +Inf where all that were at risk ended.
func greenwoodTerm(p CurvePoint) float64 {
	if p.Ended == 0 {
		return 0
	}
	n, d := float64(p.AtRisk), float64(p.Ended)
	return d / (n * (n - d))
}

// spread fills the standard error and the range from Greenwood's sum.
func (p *CurvePoint) spread(greenwood float64, transform Transform) {
	if p.Survival == 0 {
		p.StdErr, p.Lower, p.Upper = math.NaN(), math.NaN(), math.NaN()
		return
	}
	root := math.Sqrt(greenwood)
	reach := Level95.z * root
	p.StdErr = p.Survival * root
	switch transform {
	case TransformLog:
		p.Lower = p.Survival * math.Exp(-reach)
		p.Upper = min(1, p.Survival*math.Exp(reach))
	case TransformPlain:
		p.Lower = max(0, p.Survival-Level95.z*p.StdErr)
		p.Upper = min(1, p.Survival+Level95.z*p.StdErr)
	case TransformLogLog:
		if p.Survival == 1 {
			p.Lower, p.Upper = math.NaN(), math.NaN()
			return
		}
		log := math.Log(p.Survival)
		middle := math.Log(-log)
		p.Lower = math.Exp(-math.Exp(middle - reach/log))
		p.Upper = math.Exp(-math.Exp(middle + reach/log))
	}
}

// nearHalf is how close to one half a curve counts as exactly there; the product
// of fractions that gives it is rarely exact.
const nearHalf = 1.5e-8

// firstBelowHalf gives the first time at which a line of the curve is below one
// half. Where the line is one half there, it is the midpoint between that time and
// the next drop, or that time itself where no drop follows. NaN is never.
func (c Curve) firstBelowHalf(line func(CurvePoint) float64) float64 {
	for i, p := range c.Points {
		at := line(p)
		if !(at < 0.5+nearHalf) {
			continue
		}
		if math.Abs(at-0.5) >= nearHalf {
			return p.Time
		}
		for _, later := range c.Points[i+1:] {
			if line(later) < at {
				return p.Time + (later.Time-p.Time)/2
			}
		}
		return p.Time
	}
	return math.NaN()
}

// meanUpTo gives the area under the curve from 0 to a time, and its standard error.
func (c Curve) meanUpTo(horizon float64) (mean, stdErr float64) {
	var right, variance running
	end := horizon
	for i := len(c.Points) - 1; i >= 0; i-- {
		p := c.Points[i]
		if p.Time > horizon {
			continue
		}
		right.add(p.Survival * (end - p.Time))
		end = p.Time
		// Where all ended nothing is to the right, so the endless term adds nothing.
		if p.Ended > 0 && p.Ended < p.AtRisk {
			variance.add(right.total() * right.total() * greenwoodTerm(p))
		}
	}
	right.add(end)
	return right.total(), math.Sqrt(variance.total())
}
