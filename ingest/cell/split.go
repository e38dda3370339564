package cell

import "strings"

// Split cuts a cell that holds several values at semicolons, upright bars and line
// ends: "Fall; Injury". Blank values and separators at the end are dropped. Commas
// and slashes are part of a value.
func Split(text string) []string {
	var values []string
	for part := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune(";|\n\r\u2028\v", r) }) {
		if part = Clean(part); part != "" {
			values = append(values, part)
		}
	}
	return values
}
