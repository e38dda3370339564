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
	newScale("quality", "very poor", "poor", "fair|average|neither good nor poor", "good", "very good|excellent"),
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

// FindScale finds the scale that knows all the words of a column. Where two scales
// know them all and give one of them different points, the words do not tell
// which is meant: false. Blanks and words for nothing are passed over.
func FindScale(words []string) (*WordScale, bool) {
	var said []string
	for _, word := range words {
		if Nothing(word) == Present {
			said = append(said, word)
		}
	}
	if len(said) == 0 {
		return nil, false
	}
	var found *WordScale
	for _, scale := range wordScales {
		if !scale.knows(said) {
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

func (s *WordScale) knows(words []string) bool {
	for _, word := range words {
		if _, known := s.Value(word); !known {
			return false
		}
	}
	return true
}

func (s *WordScale) agrees(other *WordScale, words []string) bool {
	for _, word := range words {
		one, _ := s.Value(word)
		two, _ := other.Value(word)
		if one != two || s.Points != other.Points {
			return false
		}
	}
	return true
}

// Score reads one point on a scale: 4, 3/5, "3 out of 5", "4 - Good", or a word or a
// face that means the same point on every scale that has it. The top of the scale
// is outOf, 0 where the cell does not say it. A date is no score: it is what a
// spreadsheet program makes of 3/5. Errors: ErrEmpty, ErrNotNumber.
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
	if scale, known := FindScale([]string{s}); known {
		value, _ = scale.Value(s)
		return value, scale.Points, nil
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
