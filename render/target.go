package render

import (
	"strings"

	"evidencepack/metrics"
)

// Target is what a provider wants a measure to be, in the unit of the measure: per
// cents of 100, rates for 1,000 care days.
type Target struct {
	Value  float64
	AtMost bool // the measure should not be above Value; otherwise not below it
}

// missedBy tells whether a value, which must be in the same unit, misses the target.
func (t Target) missedBy(v float64) bool {
	if t.AtMost {
		return v > t.Value
	}
	return v < t.Value
}

// sign writes the target as it stands in a table: ≤ 2.5 or ≥ 85.
func (t Target) sign(u metrics.Unit) string {
	text := targetNumber(u, t.Value)
	if t.AtMost {
		return "≤ " + text
	}
	return "≥ " + text
}

// words say the target in a sentence: at most 2.5%.
func (t Target) words(u metrics.Unit) string {
	text := targetNumber(u, t.Value)
	if u == metrics.Percent {
		text += "%"
	}
	if t.AtMost {
		return "at most " + text
	}
	return "at least " + text
}

// targetNumber writes a target without decimals that say nothing: 85, 2.5.
func targetNumber(u metrics.Unit, v float64) string {
	return strings.TrimSuffix(strings.TrimPrefix(plainNumber(u, v), "+"), ".0")
}
