package cell

import "strings"

// Absence says what a text means that holds no value.
type Absence uint8

// The absences. Present is none of them: something stands there.
const (
	Present       Absence = iota
	Blank                 // nothing, or only dashes
	NotApplicable         // the question does not arise
	Unknown               // it arises, and nobody knows or nobody said
	NoneRecorded          // somebody looked: there is none. In a column of counts it is 0
)

// absences are the texts that stand for no value.
var absences = absentWords(map[Absence][]string{
	NotApplicable: {"n/a", "na", "n.a.", "not applicable", "not relevant", "does not apply", "dna - not applicable", "amherthnasol", "ddim yn berthnasol"},
	Unknown: {"unknown", "not known", "unk", "nk", "n/k", "tbc", "tba", "to be confirmed", "to be advised", "don't know", "dont know", "do not know",
		"not recorded", "not stated", "not given", "not entered", "not disclosed", "not answered", "no answer given", "no data", "missing", "#n/a", "#n/a n/a", "null", "(null)", "nan", "(blank)",
		"anhysbys", "not set", "unspecified", "not specified"},
	NoneRecorded: {"nil", "none", "none recorded", "nil recorded", "none reported", "nil reported", "none known", "nothing recorded", "nothing to report", "nil return", "none noted",
		"nil noted", "none identified", "dim", "dim byd"},
})

// longestAbsence is the most letters and digits that a text has which stands for no value.
var longestAbsence = func() (longest int) {
	for key := range absences {
		longest = max(longest, len(key))
	}
	return longest
}()

// longerThanAbsences tells of a note, from its first letters, that it says something.
func longerThanAbsences(text string) bool {
	letters := 0
	for i := 0; i < len(text) && letters <= longestAbsence; i++ {
		if c := text[i] | 0x20; c >= 'a' && c <= 'z' {
			letters++
		}
	}
	return letters > longestAbsence
}

func absentWords(words map[Absence][]string) map[string]Absence {
	out := make(map[string]Absence)
	for what, list := range words {
		for _, word := range list {
			out[Key(word)] = what
		}
	}
	return out
}

// Nothing tells whether a text stands for no value, and for which kind of none. A
// question mark alone is Unknown.
func Nothing(text string) Absence {
	if longerThanAbsences(text) {
		return Present
	}
	key := Key(text)
	switch {
	case key != "":
		return absences[key]
	case blank(text):
		return Blank
	case strings.Trim(Clean(text), "? ") == "":
		return Unknown
	case strings.Trim(Clean(text), "-–—._/ ") == "":
		return Blank
	}
	return Present
}

// NilReturn tells whether a text says that nothing happened in its month: "nil this
// month", "no incidents to report". In a list of events such a row is no event, and
// in a table by month it is a true zero.
func NilReturn(text string) bool {
	key := Key(text)
	if cut, found := strings.CutPrefix(key, "incidents "); found {
		key = cut
	}
	for _, tail := range []string{" this month", " this week", " this period", " this quarter", " to report", " reported", " recorded", " in month", " for month"} {
		key = strings.TrimSuffix(key, tail)
	}
	switch key {
	case "nil", "none", "nil return", "zero", "no incidents", "no complaints", "no falls", "no accidents", "no events", "no concerns", "no safeguarding",
		"no safeguarding concerns", "no compliments", "no restrictions", "no medication errors", "no refusals", "nothing":
		return true
	}
	return false
}

// Recorded tells whether a text says something: not blank and not one of the
// words for nothing ("not recorded", "unknown", "n/a", a dash). These are the words of
// the figures that count what is recorded; Nothing knows more.
func Recorded(r Raw) bool {
	if r.Numeric {
		return true
	}
	switch Key(r.Text) {
	case "", "not recorded", "unknown", "n a", "na", "none recorded", "not known", "nil", "tbc", "#n a":
		return false
	}
	return true
}
