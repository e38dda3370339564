package ingest

import (
	"maps"
	"slices"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/heading"
	"evidencepack/ingest/record"
)

// scaleColumns spreads columns that are headed by scales, "Comfort" and
// "Confidence" say, beside a person and a date: each filled cell is one rating.
// Who rated must be said in a column or in a saved mapping.
func (in *intake) scaleColumns(t *table) bool {
	open := t.open()
	before, spread := t.spread, maps.Clone(t.spread)
	var blocks []block
	var names []string
	for column, name := range open {
		if scale, known := cell.Scales.Find(name); known && name != "" && !slices.Contains(names, scale) && t.scored(column) {
			names = append(names, scale)
			spread[column] = "each score becomes a row of its own"
			blocks = append(blocks, block{label: scale, cells: []source{{column: -1, text: scale}, {column: column}}, filled: []int{column}})
		}
	}
	if len(blocks) == 0 {
		return false
	}
	base := heading.MatchKind(record.KindRating, open, in.namedFor(*t, record.KindRating))
	_, said := base.Columns["scale"]
	_, value := base.Columns["value"]
	fields := []string{"scale", "value"}
	t.spread = spread
	if said || value || !in.become(t, record.KindRating, madeFor(fields...)) {
		t.undo(before)
		return false
	}
	probe := *t
	probe.names = append(slices.Clip(t.names), madeHeading("scale"), madeHeading("value"))
	for _, field := range in.recognise(probe).Missing {
		if field != "rater" {
			t.undo(before) // not beside a person and a date: nobody knows what it is
			return false
		}
	}
	t.spreadBlocks(fields, blocks)
	t.lacks = codeScoresUnclear
	t.seen = append(t.seen, Oddity{Code: codeSpread, Row: t.headingRow(), Count: len(blocks)})
	return true
}

// scored tells whether a column holds scores: nine in ten of what stands there are
// numbers, and one is above 1, so that it is no yes and no.
func (t *table) scored(column int) bool {
	if t.guess {
		return true
	}
	filled, scores, above, seen := 0, 0, false, 0
	for r := range t.rows {
		if seen++; seen > looksRows {
			break
		}
		c := cellAt(r, column)
		if !stands(c) {
			continue
		}
		filled++
		if v, _, err := cell.Score(c); err == nil {
			scores++
			above = above || v > 1
		}
	}
	return above && scores*10 >= filled*9
}
