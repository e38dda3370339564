package cell

import "strings"

// months are the names of the months that people write in England and Wales, and
// the short forms that are not simply their first three letters.
var months = wordNumbers([][]string{
	{"january", "jan", "ionawr", "ion"},
	{"february", "feb", "febr", "chwefror", "chwef", "chwe", "chw"},
	{"march", "mar", "marc", "mawrth", "maw"},
	{"april", "apr", "apri", "ebrill", "ebr"},
	{"may", "mai"},
	{"june", "jun", "mehefin", "meh"},
	{"july", "jul", "gorffennaf", "gorff", "gor"},
	{"august", "aug", "augu", "awst", "aws"},
	{"september", "sep", "sept", "medi", "med"},
	{"october", "oct", "octo", "hydref", "hyd"},
	{"november", "nov", "nove", "tachwedd", "tach", "tac"},
	{"december", "dec", "dece", "rhagfyr", "rhag", "rha"},
})

// weekdays are the names of the days of the week, Monday first. The Welsh
// Tuesday is also March: it counts as a day only where a month follows.
var weekdays = wordNumbers([][]string{
	{"monday", "mon", "llun"},
	{"tuesday", "tue", "tues", "mawrth"},
	{"wednesday", "wed", "weds", "mercher"},
	{"thursday", "thu", "thur", "thurs", "iau"},
	{"friday", "fri", "gwener"},
	{"saturday", "sat", "sadwrn"},
	{"sunday", "sun", "sul"},
})

// ordinals are the endings of the days of a month: 1st, and 1af in Welsh.
var ordinals = []string{"st", "nd", "rd", "th", "fed", "ydd", "ain", "af", "il", "ed", "eg"}

// fillers are words inside a date that say nothing: Monday the 3rd of May.
var fillers = map[string]bool{"of": true, "the": true, "o": true, "dydd": true, "y": true}

func wordNumbers(rows [][]string) map[string]int {
	numbers := make(map[string]int)
	for i, words := range rows {
		for _, word := range words {
			numbers[word] = i + 1
		}
	}
	return numbers
}

// monthNumber reads the name of a month or its short form, or gives 0.
func monthNumber(s string) int {
	if len(s) < 3 || startsWithDigit(s) {
		return 0
	}
	return months[strings.ToLower(s)]
}

// weekdayNumber gives 1 for Monday to 7 for Sunday, or 0.
func weekdayNumber(s string) int {
	if len(s) < 3 || startsWithDigit(s) {
		return 0
	}
	return weekdays[strings.ToLower(s)]
}

func startsWithDigit(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }

func trimOrdinal(s string) string {
	if last := s[len(s)-1]; last >= '0' && last <= '9' {
		return s
	}
	lower := strings.ToLower(s)
	for _, end := range ordinals {
		if cut, found := strings.CutSuffix(lower, end); found {
			return cut
		}
	}
	return s
}
