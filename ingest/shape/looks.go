package shape

import (
	"strings"
	"unicode"

	"evidencepack/ingest/cell"
)

// look is what a cell looks like, whatever it means.
type look uint8

const (
	empty   look = iota
	word         // a text
	number       // a number, an amount, a share
	moment       // a date or a time
	year         // a whole number that may be a year, which headings hold too
	nothing      // a word that stands for no value, or a true or false: no heading
)

// lookOf says what a cell looks like.
func lookOf(r cell.Raw) look {
	if r.Numeric {
		switch {
		case r.Date:
			return moment
		case r.Number >= 1900 && r.Number <= 2100 && r.Number == float64(int(r.Number)):
			return year
		}
		return number
	}
	s := cell.Clean(r.Text)
	if s == "" {
		if r.Fault || r.NoResult {
			return nothing
		}
		return empty
	}
	return textLook(s)
}

// valueWords stand in cells and never over them.
var valueWords = map[string]bool{
	"null": true, "none": true, "nil": true, "nan": true, "n/a": true, "na": true, "#n/a": true, "-": true, "--": true, "---": true,
	".": true, "..": true, "true": true, "false": true, "yes": true, "no": true, "y": true, "n": true,
}

func textLook(s string) look {
	if len(s) > 40 {
		return word
	}
	if len(s) <= 5 && valueWords[strings.ToLower(s)] {
		return nothing
	}
	digits, letters, marks := 0, 0, 0
	for _, r := range s {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case unicode.IsLetter(r):
			letters++
		case r == '/' || r == '-' || r == ':':
			marks++
		case strings.ContainsRune("£$€%+().,'* <>=≤~", r):
		default:
			return word
		}
	}
	switch {
	case digits == 0:
		return word
	case letters == 0 && marks > 0 && digits >= 3:
		return moment
	case letters == 0 && digits == 4 && len(s) == 4 && (s[:2] == "19" || s[:2] == "20"):
		return year
	case letters == 0:
		return number
	case digits >= 4 && letters <= 9 && hasMonth(s):
		return moment
	case letters <= 2 && marks >= 2 && digits >= 8: // 2026-04-12T08:00:00Z
		return moment
	}
	return word
}

var monthStarts = []string{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}

func hasMonth(s string) bool {
	s = strings.ToLower(s)
	for _, m := range monthStarts {
		if strings.Contains(s, m) {
			return true
		}
	}
	return false
}

// closing words begin rows under a table that are no records.
var (
	footerWords = []string{
		"page", "confidential", "end of report", "end", "process exited", "note", "notes", "source", "sources", "footnote", "footnotes",
		"generated", "printed", "exported", "report run", "run by", "run on", "produced by", "copyright", "key", "disclaimer", "signed", "rows returned", "records",
	}
)

// saysTotal tells whether the first text of a row is the label of a total.
func saysTotal(key string) bool {
	first, rest, _ := strings.Cut(key, " ")
	switch first {
	case "total", "totals", "subtotal", "sum", "count", "average":
		return true
	case "grand", "sub", "overall":
		return strings.HasPrefix(rest, "total")
	}
	return false
}

// saysFooter tells whether the first text of a row is one that stands under tables.
func saysFooter(key string) bool {
	for _, w := range footerWords {
		if key == w || strings.HasPrefix(key, w+" ") {
			return true
		}
	}
	return strings.HasPrefix(key, "#") || strings.HasPrefix(key, "©")
}
