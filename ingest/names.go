package ingest

import (
	"strings"

	"evidencepack/ingest/heading"
)

// personName gives the name of the person of a row. First name and surname in
// two columns are one name; a column that holds a whole name goes before them.
func (b *binder) personName() string {
	whole := b.text(heading.PersonName)
	if strings.Contains(whole, " ") || !b.has(heading.FirstName) && !b.has(heading.LastName) {
		return whole
	}
	first, last := b.text(heading.FirstName), b.text(heading.LastName)
	if first == "" || last == "" {
		if whole != "" {
			return whole
		}
		return first + last
	}
	return b.in.words.keep(first + " " + last)
}
