// Package disclose applies a tier before the page exists. What it hides is in no
// page, so no drawer can leak it. A figure is hidden for itself (Rule) where it rests on
// fewer people than the floor, where a count or what is left of it is small, or where
// most of it is one person's; and for the sake of another (Withhold) where that could be
// worked out from it, by adding up services, days, breakdowns, the counts that metrics
// share, or with what was sent before. Audit looks for what could be worked out all the
// same, by a reckoning of its own.
package disclose

import (
	"math"

	"evidencepack/metrics"
	"evidencepack/render/page"
)

// Floor is the fewest people that a figure of the external tier may rest on where
// nothing else is set, and MostFloor the largest that can be set.
const (
	Floor     = 5
	MostFloor = 10
)

// shareFloor is the fewest counted for a share in the external tier, so that no share
// of fewer is shown as none or all of them.
const shareFloor = 10

// middleFloor is the fewest numbers behind a middle value, and the fewest people behind
// a figure for each person.
const middleFloor = 8

// Rule is what one tier may show.
type Rule struct {
	Tier  page.Tier
	Floor int // fewest people, 5 to 10; 0 is 5
}

// floor gives the floor of the rule.
func (r Rule) floor() float64 { return float64(min(max(r.Floor, Floor), MostFloor)) }

// Names tells whether the tier may name services, files and rows.
func (r Rule) Names() bool { return r.Tier != page.TierExternal }

// People tells whether the tier may have rows about single people.
func (r Rule) People() bool { return r.Tier != page.TierExternal }

// ExactDates tells whether the tier may give the day of a change.
func (r Rule) ExactDates() bool { return r.Tier != page.TierExternal }

// PersonDates tells whether the tier may give the day of something that happened to
// one person. The inspection tier gives its month.
func (r Rule) PersonDates() bool { return r.Tier == page.TierInternal }

// Hides tells whether a figure must not be shown: neither its value nor its counts. A
// count of none may be shown, where it is no share of anything.
func (r Rule) Hides(v metrics.Value) bool {
	if r.Tier != page.TierExternal || v.Status == metrics.NoData {
		return false
	}
	if v.Withheld {
		return true
	}
	if none(v.Numerator) && none(v.Denominator) && (v.Numerator != nil || v.Denominator != nil) {
		return false
	}
	if float64(v.People) < r.floor() || r.small(v.Numerator) || (counted(v) && float64(v.Behind) < r.floor()) {
		return true
	}
	switch v.Unit {
	case metrics.Percent:
		return r.hidesShare(v)
	case metrics.MedianScore, metrics.Days, metrics.Minutes:
		return v.Denominator == nil || *v.Denominator < middleFloor
	case metrics.PerPersonWeek:
		return v.People < middleFloor
	}
	return false
}

// hidesShare is the rule of shares: nobody is known by what a few did not do, either,
// nor by what all of a few did.
func (r Rule) hidesShare(v metrics.Value) bool {
	if v.Numerator == nil || v.Denominator == nil {
		return false
	}
	rest := *v.Denominator - *v.Numerator
	return r.small(&rest) || *v.Denominator < shareFloor
}

func none(n *float64) bool { return n == nil || *n == 0 }

// HidesCell tells whether a figure must not be shown, by what Hides says of its value
// or because more than half of what is counted is one person's.
func (r Rule) HidesCell(c Cell) bool {
	if r.Hides(c.Value) {
		return true
	}
	return r.Tier == page.TierExternal && counted(c.Value) && 2*c.Most > math.Abs(*c.Value.Numerator)
}

// counted tells whether anything is in the numerator. None at all rests on nobody.
func counted(v metrics.Value) bool { return v.Numerator != nil && *v.Numerator != 0 }

// small tells whether a count is more than nought and under the floor, either way.
func (r Rule) small(n *float64) bool {
	if n == nil {
		return false
	}
	size := *n
	if size < 0 {
		size = -size
	}
	return size > 0 && size < r.floor()
}

// sizeOf is how much is behind a part of a whole: what is counted, or of a plain
// count the count. Nothing of it hides nothing.
func sizeOf(v metrics.Value) float64 {
	switch {
	case v.Denominator != nil:
		return *v.Denominator
	case v.Numerator != nil:
		return math.Abs(*v.Numerator)
	}
	return 0
}

// Second hides one more where exactly one of several parts of a shown whole is
// hidden: the smallest of those still shown that is not nought, so that the hidden one cannot be
// worked out by taking the others from the whole. It gives the index of the part
// to hide, or −1.
func Second(parts []metrics.Value, hidden []bool) int {
	count, smallest := 0, -1
	for i, v := range parts {
		if hidden[i] {
			count++
			continue
		}
		if size := sizeOf(v); size > 0 && (smallest < 0 || size < sizeOf(parts[smallest])) {
			smallest = i
		}
	}
	if count != 1 {
		return -1
	}
	return smallest
}
