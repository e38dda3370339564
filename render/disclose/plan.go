package disclose

import (
	"slices"
	"strings"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
)

// Figure names one figure that a pack shows or withholds.
type Figure struct {
	Metric    string
	Service   string // "" is all services; otherwise one service, or several that stand as one (PoolOf)
	Breakdown string // "" or name=word
	Span      record.Span
}

// Cell is one figure that a pack would show, as it was worked out. Its value, its two
// counts and the number of people behind it stand or fall together: whoever knows one
// count and the rounded value knows the other count.
type Cell struct {
	Figure Figure
	Value  metrics.Value
	// Most is the largest count that one person brings to the numerator
	// (metrics.Table.Most); 0 is not known, or that each person counts once.
	Most float64
}

// Released is one figure whose numbers a reader has: a row of the ledger of earlier
// releases, or a figure shown now. A nil number was not shown.
type Released struct {
	Figure                         Figure
	Numerator, Denominator, People *float64
}

// Knowledge is what a reader may know of how figures hang together.
type Knowledge struct {
	Services []string   // every service by its own name; together they are all services
	Earlier  []Released // what was sent before
}

// Reason is why a figure is withheld.
type Reason uint8

// The reasons.
const (
	Shown     Reason = iota
	Small            // fewer people or counts than the floor, or one person behind most of it
	Secondary        // another figure could be worked out from it
)

// Leak is a hidden figure that a reader could work out all the same.
type Leak struct {
	Figure Figure
	Count  string // which of its numbers: numerator, denominator, rest (denominator less numerator) or people
	Exact  bool   // it follows from sums; otherwise it is squeezed to one value by what cannot be below nought
}

// between parts the names of the services of a pool; no service has it in its name.
const between = "\x1f"

// PoolOf names several services that stand in a pack as one, in any order.
func PoolOf(services []string) string {
	return strings.Join(slices.Sorted(slices.Values(services)), between)
}

// Members lists the services behind the Service of a figure; none for all services.
func Members(service string) []string {
	if service == "" {
		return nil
	}
	return strings.Split(service, between)
}

// Pools gives the services with fewer than k people, in order, which stand in a pack
// as one. A pool with fewer than k people in all is never a figure: the rule hides it.
func Pools(people map[string]int, k int) (small []string) {
	for service, n := range people {
		if n < max(k, Floor) {
			small = append(small, service)
		}
	}
	slices.Sort(small)
	return small
}

// Withhold gives the figures that must not be shown: those that the rule hides by
// themselves, and as few more as are needed so that no hidden number can be worked
// out from what is shown, by adding up services, months, windows, parts and the sums
// that bind metrics, or with what was released before. All figures of a pack are given
// at once. Figures that may be shown are not in the answer, and other tiers than the
// external hide none.
func Withhold(rule Rule, known Knowledge, cells []Cell) map[Figure]Reason {
	withheld := make(map[Figure]Reason)
	for _, cell := range cells {
		if rule.HidesCell(cell) {
			withheld[cell.Figure] = Small
		}
	}
	if len(withheld) == 0 {
		return withheld
	}
	for _, family := range families(known, cells) {
		newChooser(rule, family, withheld).choose()
	}
	return withheld
}
