package ingest

import (
	"slices"
	"strings"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/heading"
	"evidencepack/ingest/record"
)

// What stands behind the period in a heading such as "6 month review score".
var (
	scoreWords = wordSet("score", "review score", "scored", "rating", "review rating")
	dayWords   = wordSet("date", "review date", "date of review", "review completed on", "review completed", "review completed date", "completed on",
		"date completed", "reviewed on", "date reviewed", "score date", "date scored", "review done on")
	namedPeriods = wordSet("initial", "baseline", "start", "starting", "midpoint", "final", "exit", "end", "closing")
	periodUnits  = wordSet("day", "days", "week", "weeks", "wk", "month", "months", "mth", "year", "years", "yr")
	turns        = wordSet("review", "session", "visit", "month", "week", "stage")
)

func wordSet(words ...string) map[string]bool {
	all := make(map[string]bool, len(words))
	for _, w := range words {
		all[w] = true
	}
	return all
}

// periodHeading is a heading that belongs to one of several reviews.
type periodHeading struct {
	period string
	scale  string // canonical name, "" where the heading names none
	day    bool   // it is the day of the review, otherwise its score
}

// readPeriodHeading reads "6 month review score", "Baseline – Date", "Comfort at
// review 2". Anything else, such as the day on which a review is due: false.
func readPeriodHeading(written string) (periodHeading, bool) {
	words := strings.Fields(heading.Normal(written))
	if len(words) < 2 || len(words) > 8 {
		return periodHeading{}, false
	}
	period, rest := "", words
	for _, n := range []int{2, 1} {
		if len(words) <= n {
			continue
		}
		if p := periodOf(words[:n]); p != "" {
			period, rest = p, words[n:]
			break
		}
		if p := periodOf(words[len(words)-n:]); p != "" {
			period, rest = p, words[:len(words)-n]
			break
		}
	}
	if period == "" {
		return periodHeading{}, false
	}
	rest = slices.DeleteFunc(slices.Clone(rest), func(w string) bool { return w == "at" || w == "after" || w == "in" || w == "the" })
	what := strings.Join(rest, " ")
	switch {
	case dayWords[what]:
		return periodHeading{period: period, day: true}, true
	case scoreWords[what]:
		return periodHeading{period: period}, true
	}
	for _, end := range []string{"", " review score", " score", " rating"} {
		if name, cut := strings.CutSuffix(what, end); cut {
			if scale, known := cell.Scales.Find(name); known && name != "" {
				return periodHeading{period: period, scale: scale}, true
			}
		}
	}
	return periodHeading{}, false
}

// periodOf reads one or two words as the name of a review: baseline, 6 month,
// review 2. It gives one spelling for each, "" where they are none.
func periodOf(words []string) string {
	if len(words) == 1 {
		if namedPeriods[words[0]] {
			return words[0]
		}
		return ""
	}
	first, second := words[0], words[1]
	switch {
	case isCount(first) && periodUnits[second]:
		return first + " " + strings.TrimSuffix(second, "s")
	case turns[first] && isCount(second):
		return first + " " + second
	}
	return ""
}

// isCount tells whether a word is a small whole number.
func isCount(word string) bool {
	return len(word) > 0 && len(word) <= 2 && strings.Trim(word, "0123456789") == ""
}

// review is the columns of one review.
type review struct {
	period string
	day    int // column of its date, −1 is none
	scores []int
	scales []string // of each score, "" is not said
}

// periodBlocks spreads scores that stand side by side for several reviews, each
// with the date of its own review (quirk: "Initial score, 6 month review score").
// A score whose review has no date is a row without a date, and is set aside as one.
func (in *intake) periodBlocks(t *table) bool {
	reviews := reviewsIn(t.open())
	if reviews == nil {
		return false
	}
	before, spread := t.spread, make(map[int]string)
	scaled := false
	for _, r := range reviews {
		for i, column := range r.scores {
			spread[column] = "each score becomes a row of its own, with the date of its review"
			scaled = scaled || r.scales[i] != ""
		}
		if r.day >= 0 {
			spread[r.day] = "the date of the score beside it"
		}
	}
	fields := []string{heading.EventDate, "value"}
	if scaled {
		fields = append(fields, "scale")
	}
	for column, note := range before {
		spread[column] = note
	}
	t.spread = spread
	if !in.become(t, record.KindRating, madeFor(fields...)) {
		t.undo(before)
		return false
	}
	t.spreadBlocks(fields, blocksOf(reviews, scaled))
	t.lacks = codeScoresUnclear
	t.seen = append(t.seen, Oddity{Code: codeSpread, Row: t.headingRow(), Count: len(reviews)})
	return true
}

// blocksOf makes a block of each score of each review.
func blocksOf(reviews []review, scaled bool) []block {
	var blocks []block
	for _, r := range reviews {
		for i, column := range r.scores {
			b := block{label: strings.TrimSpace(r.period + " " + r.scales[i]), filled: []int{column}}
			b.cells = []source{{column: r.day}, {column: column}}
			if scaled {
				b.cells = append(b.cells, source{column: -1, text: r.scales[i]})
			}
			blocks = append(blocks, b)
		}
	}
	return blocks
}

// reviewsIn finds the reviews in a row of headings. It is certain where at least
// two of them have a score and one has a date, and none has the same twice.
func reviewsIn(names []string) []review {
	var all []review
	for column, name := range names {
		h, is := readPeriodHeading(name)
		if !is {
			continue
		}
		i := slices.IndexFunc(all, func(r review) bool { return r.period == h.period })
		if i < 0 {
			i = len(all)
			all = append(all, review{period: h.period, day: -1})
		}
		switch r := &all[i]; {
		case h.day && r.day >= 0, !h.day && slices.Contains(r.scales, h.scale):
			return nil
		case h.day:
			r.day = column
		default:
			r.scores, r.scales = append(r.scores, column), append(r.scales, h.scale)
		}
	}
	dated := false
	all = slices.DeleteFunc(all, func(r review) bool {
		dated = dated || r.day >= 0 && len(r.scores) > 0
		return len(r.scores) == 0
	})
	if len(all) < 2 || !dated {
		return nil
	}
	return all
}
