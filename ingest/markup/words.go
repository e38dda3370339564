package markup

import "strings"

// words builds the text of a cell: blanks run together as on the page, and a line
// ends where the page ends one.
type words struct {
	text  []byte
	gap   bool
	lines int // line ends that stand before the next word
}

func (w *words) reset() { w.text, w.gap, w.lines = w.text[:0], false, 0 }

// add takes a text of the page.
func (w *words) add(text []byte) {
	for _, c := range text {
		if blank(c) {
			w.gap = true
			continue
		}
		if len(w.text) > 0 {
			for ; w.lines > 0; w.lines-- {
				w.text = append(w.text, '\n')
				w.gap = false
			}
			if w.gap && w.text[len(w.text)-1] != '\n' {
				w.text = append(w.text, ' ')
			}
		}
		w.gap, w.lines = false, 0
		w.text = append(w.text, c)
	}
}

// space parts two words; line and newLine two lines, line only where none is parted yet.
func (w *words) space()   { w.gap = true }
func (w *words) line()    { w.lines = max(w.lines, 1) }
func (w *words) newLine() { w.lines++ }

// String gives the text without blanks at its ends, no-break spaces among them.
func (w *words) String() string { return strings.Trim(string(w.text), " \n\u00A0") }

func blank(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' }

// visible tells whether anything is seen of a text of a page.
func visible(text []byte) bool {
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case blank(c):
		case c == 0xC2 && i+1 < len(text) && text[i+1] == 0xA0: // a no-break space
			i++
		default:
			return true
		}
	}
	return false
}
