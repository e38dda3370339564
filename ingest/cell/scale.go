package cell

import "strings"

// WordScale is a scale whose points are words or faces, from the lowest.
type WordScale struct {
	Name   string
	Points float64
	values map[string]float64
}

// wordScales are the scales that we know in full, each point with what is written
// for it. Which end is the better one is not said here.
var wordScales = []*WordScale{
	newScale("happiness", "very unhappy|very sad", "unhappy|sad|quite unhappy", "neither happy nor unhappy|ok|okay|neutral|neither", "happy|quite happy", "very happy"),
	newScale("satisfaction", "very dissatisfied", "dissatisfied|fairly dissatisfied", "neither satisfied nor dissatisfied|neutral|neither", "satisfied|fairly satisfied", "very satisfied"),
	newScale("agreement", "strongly disagree", "disagree|tend to disagree", "neither agree nor disagree|neutral|neither", "agree|tend to agree", "strongly agree"),
	newScale("amount", "not at all", "slightly|a little", "moderately|somewhat", "very|quite a bit", "extremely"),
	newScale("amount up to very", "not at all", "not very|a little", "somewhat|fairly", "quite", "very"),
	newScale("quality", "very poor", "poor", "fair|neither good nor poor", "good", "very good"),
	newScale("comfort", "very uncomfortable", "uncomfortable", "neither comfortable nor uncomfortable|ok|okay|neutral|neither", "comfortable", "very comfortable"),
	newScale("confidence", "not at all confident", "not very confident|slightly confident", "somewhat confident|fairly confident", "confident|quite confident", "very confident"),
	newScale("frequency", "never", "rarely|hardly ever", "sometimes", "often|usually|most of the time", "always"),
	newScale("five faces", "😢|😭|😞|😩", "🙁|☹|😟", "😐|😑", "🙂|😊|☺", "😀|😃|😄|😁"),
	newScale("three faces", "🙁|☹|😞|😟|😢", "😐|😑", "🙂|😊|☺|😀|😃|😄"),
}

func newScale(name string, points ...string) *WordScale {
	s := &WordScale{Name: name, Points: float64(len(points)), values: make(map[string]float64)}
	for i, words := range points {
		for word := range strings.SplitSeq(words, "|") {
			s.values[Key(word)] = float64(i + 1)
		}
	}
	return s
}

// Value gives the point of a word, from 1.
func (s *WordScale) Value(written string) (float64, bool) {
	v, known := s.values[Key(written)]
	return v, known
}

// fewPoints is how many points of a scale a column must show.
const fewPoints = 3

// FindScale finds the scale of a column by all its words. The scale must know every
// word, each for a point of its own, and both its ends must be there: "poor, fair,
// good" may be all of a scale of three. Where two scales fit and differ: false.
// Blanks, words for nothing and plain numbers are passed over.
func FindScale(words []string) (*WordScale, bool) {
	said := make(map[string]bool)
	for _, word := range words {
		if _, err := Number(Text(word)); err != nil && Nothing(word) == Present {
			said[Key(word)] = true
		}
	}
	var found *WordScale
	for _, scale := range wordScales {
		if !scale.fits(said) {
			continue
		}
		if found != nil && !found.agrees(scale, said) {
			return nil, false
		}
		if found == nil {
			found = scale
		}
	}
	return found, found != nil
}

// fits tells whether the words of a column are points of the scale, with both ends.
func (s *WordScale) fits(keys map[string]bool) bool {
	points := make(map[float64]bool)
	for key := range keys {
		v, known := s.values[key]
		if !known || points[v] {
			return false
		}
		points[v] = true
	}
	return len(points) >= fewPoints && points[1] && points[s.Points]
}

func (s *WordScale) agrees(other *WordScale, keys map[string]bool) bool {
	for key := range keys {
		if s.values[key] != other.values[key] {
			return false
		}
	}
	return s.Points == other.Points
}

// Score reads a word of the scale, or a number as the function Score does.
func (s *WordScale) Score(r Raw) (value, outOf float64, err error) {
	if s != nil && !r.Numeric {
		if v, known := s.Value(r.Text); known {
			return v, s.Points, nil
		}
	}
	return Score(r)
}

// Score reads one point on a scale: 4, 3/5, "3 out of 5", "4 - Good". The top of the
// scale is outOf, 0 where the cell does not say it. A word or a face is no score
// without the scale of its column. A date is none either: it is what a spreadsheet
// program makes of 3/5. Errors: ErrEmpty, ErrNotNumber.
func Score(r Raw) (value, outOf float64, err error) {
	if r.Numeric {
		if r.Date {
			return 0, 0, ErrNotNumber
		}
		value, err = Number(r)
		return value, 0, err
	}
	s := strings.ToLower(Clean(r.Text))
	if Nothing(s) != Present {
		return 0, 0, ErrEmpty
	}
	for _, joint := range []string{"/", " out of ", " of ", " allan o "} {
		if left, right, found := strings.Cut(s, joint); found {
			value, bad := Number(Text(left))
			outOf, worse := Number(Text(right))
			if bad != nil || worse != nil || outOf < 2 || value < 0 || value > outOf || !startsAndEndsWithDigit(strings.TrimSpace(right)) {
				return 0, 0, ErrNotNumber
			}
			return value, outOf, nil
		}
	}
	value, err = Number(r)
	if err == nil {
		return value, 0, nil
	}
	if label := strings.IndexAny(s, "-–=:(."); label > 0 && labelOnly(s[label:]) {
		if value, there := smallNumber(strings.TrimSpace(s[:label])); there {
			return float64(value), 0, nil
		}
	}
	return 0, 0, err
}

// labelOnly tells whether the text behind a number is its label: 4 - Good.
func labelOnly(s string) bool { return !strings.ContainsAny(s, "0123456789<>") && Key(s) != "" }
