package ingest

import (
	"slices"
	"strings"

	"evidencepack/ingest/cell"
)

// A list of training may have two columns for each course: the day on which it was
// done and the day on which it ends. A day on which something ends is never one on
// which it was done.

var (
	courseEndWords  = []string{"expir", "renew", "refresh", "valid", "due", "lapse", "next"}
	courseDoneWords = wordSet("completed", "complete", "completion", "date", "done", "on", "trained", "passed", "attended", "last", "achieved", "taken", "issued")
)

// courseOf parts a heading into the course, in the form in which headings are
// compared, and whether the column holds the days on which it ends.
func courseOf(name string) (course string, ends bool) {
	var kept []string
	for word := range strings.FieldsSeq(cell.Key(name)) {
		end := false
		for _, stem := range courseEndWords {
			end = end || strings.HasPrefix(word, stem)
		}
		ends = ends || end
		if !end && !courseDoneWords[word] {
			kept = append(kept, word)
		}
	}
	return strings.Join(kept, " "), ends
}

// courseEnds finds the columns of the days on which courses end. It is nil where two
// columns would end one course, or one would be said to end that nobody says was done.
func courseEnds(names []string, taken map[int]bool) map[string]int {
	ends, done := make(map[string]int), make(map[string]bool)
	for column, name := range names {
		if name == "" || taken[column] {
			continue
		}
		course, end := courseOf(name)
		if course == "" {
			continue
		}
		if !end {
			done[course] = true
			continue
		}
		if _, twice := ends[course]; twice {
			return nil
		}
		ends[course] = column
	}
	for course := range ends {
		if !done[course] {
			delete(ends, course)
		}
	}
	return ends
}

// endTitles say above a table that its dates are those on which courses end.
var endTitles = []string{"expiry date", "expiration date", "renewal date", "refresher date", "due date", "dates of expiry", "date of expiry", "expiry matrix"}

// endsOnly tells whether what stands above a table, or its name, says that its dates
// are those on which courses end. What explains colours says nothing of the dates.
func endsOnly(titles []string) bool {
	for _, title := range titles {
		key := cell.Key(title)
		for _, says := range endTitles {
			if strings.Contains(key, says) && !strings.Contains(title, "=") && !strings.Contains(key, "complet") && !colours(key) {
				return true
			}
		}
	}
	return false
}

// colours tells whether a text speaks of red, amber or green.
func colours(key string) bool {
	return slices.ContainsFunc(strings.Fields(key), func(w string) bool { return w == "red" || w == "amber" || w == "green" })
}
