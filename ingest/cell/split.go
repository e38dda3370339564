package cell

import "strings"

// Split cuts a cell that holds several values at semicolons, upright bars and line
// ends: "Fall; Injury". Blank values and separators at the end are dropped. Commas
// and slashes are part of a value.
func Split(text string) []string { return splitAt(text, ";|\n\r\u2028\v") }

// SplitCommas cuts at commas as well, where the column is known to be a list.
func SplitCommas(text string) []string { return splitAt(text, ",;|\n\r\u2028\v") }

func splitAt(text, separators string) []string {
	var values []string
	for part := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune(separators, r) }) {
		if part = Clean(part); part != "" {
			values = append(values, part)
		}
	}
	return values
}

// Zip pairs two cells that hold lists by position: 4;10 with 1;0. A blank inside a
// list holds its place; separators at the end are dropped. Lists of different
// lengths do not belong together: false.
func Zip(left, right string) (pairs [][2]string, ok bool) {
	one, two := places(left), places(right)
	if len(one) != len(two) {
		return nil, false
	}
	for i := range one {
		pairs = append(pairs, [2]string{one[i], two[i]})
	}
	return pairs, true
}

// places cuts at the one kind of separator that the text uses first.
func places(text string) []string {
	text = strings.TrimSpace(text)
	at := strings.IndexAny(text, ";|\n")
	if at < 0 {
		if text = Clean(text); text == "" {
			return nil
		}
		return []string{text}
	}
	var values []string
	for part := range strings.SplitSeq(strings.TrimRight(text, ";| \r\n"), text[at:at+1]) {
		values = append(values, Clean(part))
	}
	return values
}
