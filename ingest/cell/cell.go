// Package cell turns the text of one cell into a typed value: dates, times,
// yes and no, outcomes, levels of support, words of a list. It guesses nothing:
// what it does not know it reports as an error or as not found.
package cell

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
)

// Raw is one cell as it stood in the file. A text file gives Text only; a
// workbook gives the number behind a date or a time as well, never the text
// that Excel would display.
type Raw struct {
	Text     string  // as written; for a number of a workbook its shortest form
	Number   float64 // true number of a workbook's cell
	Numeric  bool    // Number is set
	Date     bool    // the number format of the cell is one of dates or times
	From1904 bool    // serial dates count from 1904
	Percent  bool    // the number format shows per cent: Number 0.873 stands for 87.3%
	Fault    bool    // an error value of a workbook, such as #N/A: a missing value, Text is empty
	NoResult bool    // a formula without a saved answer: a missing value, Text is empty
}

// Text makes a cell of a text file.
func Text(s string) Raw { return Raw{Text: s} }

// Errors of this package say what was wrong; they never hold the value.
var (
	ErrEmpty      = errors.New("empty")
	ErrNoSuchDay  = errors.New("the date does not exist")
	ErrNotDate    = errors.New("not a date")
	ErrNotTime    = errors.New("not a time")
	ErrNotNumber  = errors.New("not a number")
	ErrOutOfRange = errors.New("outside its range")
	ErrPartial    = fmt.Errorf("only a part of a date is given, such as a month, a week or a year: %w", ErrNotDate)
	ErrSuppressed = fmt.Errorf("a small number was left out on purpose: %w", ErrNotNumber)
	ErrRough      = fmt.Errorf("only a limit or a rough number is given: %w", ErrNotNumber)
	ErrRange      = fmt.Errorf("several days are given, not one: %w", ErrNotDate)
)

// Empty tells whether nothing is written in the cell.
func (r Raw) Empty() bool {
	if r.Numeric || r.Text != "" && r.Text[0] > ' ' && r.Text[0] < 0x7F {
		return false
	}
	return Clean(r.Text) == ""
}

// Clean trims a text and turns every kind of blank, the no-break space among
// them, into single spaces. Invisible marks are dropped.
func Clean(s string) string {
	if plain(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	gap := false
	for _, r := range s {
		switch {
		case r == '\uFEFF' || r == '\u200B' || r == '\u200C' || r == '\u200D' || r == '\u2060' || r == '\u00AD':
			continue
		case unicode.IsSpace(r) || r == '\u00A0' || r == '\u202F':
			gap = b.Len() > 0
		case unicode.IsControl(r):
			continue
		default:
			if gap {
				b.WriteByte(' ')
				gap = false
			}
			b.WriteRune(r)
		}
	}
	return b.String()
}

// plain tells whether Clean would change nothing, for the common short cell.
func plain(s string) bool {
	last := byte(' ')
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= 0x7F || c < 0x20 || (c == ' ' && last == ' ') {
			return false
		}
		last = c
	}
	return len(s) == 0 || last != ' '
}
