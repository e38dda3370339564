// Package disclose applies a tier before the page exists. What it hides is in no
// page, so no drawer can leak it. This is the first part: figures that rest on
// fewer people than the floor, small counts and their complements, and the
// simplest way of working a hidden figure out again (one hidden among shown
// services). Until the whole of domain.md 9 is here, the external pack is a draft.
package disclose

import (
	"math"

	"evidencepack/metrics"
	"evidencepack/render/page"
)

// Floor is the fewest people that a figure of the external tier may rest on.
const Floor = 5

// shareFloor is the fewest counted for a share in the external tier.
const shareFloor = 10

// Rule is what one tier may show.
type Rule struct {
	Tier  page.Tier
	Floor int // fewest people; at least 5, 0 is 5
}

// floor gives the floor of the rule.
func (r Rule) floor() float64 { return float64(max(r.Floor, Floor)) }

// Names tells whether the tier may name services, files and rows.
func (r Rule) Names() bool { return r.Tier != page.TierExternal }

// People tells whether the tier may have rows about single people.
func (r Rule) People() bool { return r.Tier != page.TierExternal }

// ExactDates tells whether the tier may give the day of a change.
func (r Rule) ExactDates() bool { return r.Tier != page.TierExternal }

// PersonDates tells whether the tier may give the day of something that happened to
// one person. The inspection tier gives its month.
func (r Rule) PersonDates() bool { return r.Tier == page.TierInternal }

// Hides tells whether a figure must not be shown: neither its value nor its counts.
func (r Rule) Hides(v metrics.Value) bool {
	if r.Tier != page.TierExternal || v.Status == metrics.NoData {
		return false
	}
	if v.Withheld || float64(v.People) < r.floor() || r.small(v.Numerator) || (counted(v) && float64(v.Behind) < r.floor()) {
		return true
	}
	if v.Unit != metrics.Percent || v.Numerator == nil || v.Denominator == nil {
		return false
	}
	rest := *v.Denominator - *v.Numerator
	return r.small(&rest) || *v.Denominator < shareFloor
}

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
