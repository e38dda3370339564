package ingest

import (
	"maps"
	"slices"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/mapping"
	"evidencepack/ingest/record"
)

// The ends of the scale that the figures are about.
const (
	lowestRating  = 1
	highestRating = 5
)

// ownScale gives what a saved mapping says of a scale by its name, 1 to 5 where it
// says nothing.
func (b *binder) ownScale(name string) mapping.Scale {
	usual := mapping.Scale{From: lowestRating, To: highestRating}
	if b.header.saved == nil {
		return usual
	}
	for _, written := range slices.Sorted(maps.Keys(b.header.saved.Scales)) {
		scale, known := cell.Scales.Find(written)
		if known && scale == name || cell.Key(written) == cell.Key(name) {
			return b.header.saved.Scales[written]
		}
	}
	return usual
}

// readScore reads the value of a rating on its own scale. A value that is not on
// its scale is no value; one on another scale than 1 to 5, or on one that runs the
// other way round, is never put beside the others (quirks 94 and 95).
func (b *binder) readScore(scale string) float64 {
	raw, own := b.raw("value"), b.ownScale(scale)
	v, outOf, err := b.wordScale("value").Score(b.number("value"))
	switch {
	case raw.Empty():
		b.reject("value", codeValueEmpty)
	case err != nil:
		b.reject("value", codeOutsideScale)
	case outOf != 0 && outOf != own.To:
		b.reject("value", codeOtherScale)
	case v < own.From || v > own.To:
		b.reject("value", codeOutsideScale)
	case own.From != lowestRating || own.To != highestRating || own.Better != "" && own.Better != betterEnd(scale):
		b.reject("value", codeOtherScale)
	}
	return v
}

// betterEnd is the end of a scale that is good: more of anything but anxiety.
func betterEnd(scale string) string {
	if scale == record.ScaleAnxiety {
		return "lower"
	}
	return "higher"
}
