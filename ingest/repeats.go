package ingest

import (
	"cmp"
	"slices"
	"strings"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/record"
)

// A review that repeats the words of the one before shows no progress (AUD-07). How
// like two texts are is the share of the pairs of neighbouring words that they
// have in common, out of all pairs of both, each as often as it stands there: the
// coefficient of Dice and Sørensen over word bigrams. It costs as much as the texts
// are long, and a sentence that moved counts as much as one that stayed.

// repeating is from which share on two texts say the same.
const repeating = 0.9

// longestReview is the most words of a text that are compared.
const longestReview = 2000

// repeatedReviews tells for each review that was done whether its text repeats that
// of the review before, of the same person and of the same kind. No text is kept.
func repeatedReviews(used []*pending) {
	type key struct {
		person record.Person
		review string
	}
	reviews := make(map[key][]*pending)
	for _, p := range used {
		r, is := p.rec.(*record.PlanReview)
		if !is || r.Person == "" || r.CompletedOn == 0 {
			continue
		}
		k := key{r.Person, r.Review}
		reviews[k] = append(reviews[k], p)
	}
	for _, list := range reviews {
		slices.SortStableFunc(list, inTime)
		var before map[string]int
		for _, p := range list {
			pairs := wordPairs(p.review)
			if r, is := p.rec.(*record.PlanReview); is && pairs != nil && before != nil {
				r.Repeats = record.No
				if likeness(before, pairs) >= repeating {
					r.Repeats = record.Yes
				}
			}
			before = pairs
		}
	}
	for _, p := range used {
		p.review = ""
	}
}

// inTime orders reviews by the day on which they were done, then by where they
// stand, so that neither the names of files nor their order matter where days differ.
func inTime(a, b *pending) int {
	x, y := a.rec.Where(), b.rec.Where()
	return cmp.Or(cmp.Compare(x.On, y.On), cmp.Compare(x.ID, y.ID), cmp.Compare(x.Row, y.Row))
}

// wordPairs counts the pairs of neighbouring words of a text, its ends included;
// nil where there is no text.
func wordPairs(text string) map[string]int {
	words := strings.Fields(cell.Key(text))
	if len(words) == 0 || cell.Nothing(text) != cell.Present {
		return nil
	}
	words = words[:min(len(words), longestReview)]
	pairs := make(map[string]int, len(words)+1)
	last := ""
	for _, w := range words {
		pairs[last+" "+w]++
		last = w
	}
	pairs[last+" "]++
	return pairs
}

// likeness is twice the pairs in common over all pairs of both, 0 to 1.
func likeness(a, b map[string]int) float64 {
	common, all := 0, 0
	for pair, n := range a {
		common += min(n, b[pair])
		all += n
	}
	for _, n := range b {
		all += n
	}
	return 2 * float64(common) / float64(all)
}
