package disclose

import (
	"evidencepack/ingest/record"
	"evidencepack/metrics"
)

// Figure names one figure that a pack shows or withholds.
type Figure struct {
	Metric    string
	Service   string // "" is all services; a service, or the pool of small ones
	Breakdown string // "" or name=word
	Span      record.Span
}

// Cell is one figure that a pack would show, as it was worked out.
type Cell struct {
	Figure Figure
	Value  metrics.Value
	Shape  Shape // what of it a reader sees
}

// Shape says which numbers of a figure stand in the pack.
type Shape uint8

// The shapes: counts with their value, or the value alone.
const (
	Counts Shape = iota
	ValueOnly
)

// Released is one figure that an earlier release showed: a row of the ledger.
type Released struct {
	Figure                 Figure
	Numerator, Denominator *float64
}

// Knowledge is what a reader may know of how figures hang together.
type Knowledge struct {
	Services []string   // which together are all services, the pool among them
	Earlier  []Released // what was sent before
}

// Withhold gives the figures that must not be shown: those that the rule hides by
// themselves, and as few more as are needed so that no hidden number can be worked
// out from what is shown, by adding up services, months, windows, parts and the sums
// that bind metrics, or with what was released before. The reason is that of voice:
// small by itself, or withheld because another could be worked out.
func Withhold(rule Rule, known Knowledge, cells []Cell) map[Figure]Reason {
	return nil
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
type Leak struct{ Figure Figure }

// Audit looks for hidden figures that follow from what is shown. It shares no code
// with Withhold, so that a fault of the one is found by the other.
func Audit(rule Rule, known Knowledge, shown []Released, hidden []Cell) []Leak {
	return nil
}
