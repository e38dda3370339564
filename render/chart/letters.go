package chart

// HasLetter says whether Open Sans, as its widths are kept here, can draw a letter.
// A drawer replaces the others, which would print as an empty box.
func HasLetter(letter rune) bool {
	for _, run := range advances {
		if at := int(letter - run.first); at >= 0 && at < len(run.regular) {
			return run.regular[at] != emptyBox
		}
	}
	return false
}

// cut shortens a text to a width in mm; what is cut ends in three dots.
func cut(text string, size float64, semibold bool, width float64) string {
	if TextWidth(text, size, semibold) <= width {
		return text
	}
	return text[:fitting(text, size, semibold, width-TextWidth("…", size, semibold))] + "…"
}
