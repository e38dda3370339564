package record

import (
	"strings"
	"unicode/utf8"
)

// CSVText gives a text as it may stand in a CSV file that somebody opens in a
// spreadsheet program: one that begins like a formula, =HYPERLINK(…) or +44 or @x,
// gets an apostrophe before it and stays text. Any other text stays as it is.
func CSVText(text string) string {
	if first, _ := utf8.DecodeRuneInString(text); text != "" && strings.ContainsRune("=+-@\t\r\n＝＋－＠", first) {
		return "'" + text
	}
	return text
}
