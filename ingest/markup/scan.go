package markup

import (
	"errors"

	"golang.org/x/net/html"

	"evidencepack/ingest/grid"
)

// mostDepth is how deep tables may stand in tables.
const mostDepth = 100

// scan reads the tables of a page, from one place on. The first reading measures
// every table; to read a sheet, its table alone is read again.
type scan struct {
	tokens *tokens
	styles styles
	stack  []*frame // the table at hand and those around it
	cells  int      // of all tables
	tables int
	err    error
	closed bool // the page has ended in order

	ended    func(*frame)      // a table has ended
	rowEnded func(*frame) bool // a row of the outermost table has ended; false to stop
	skip     map[int]int       // tables that are sheets of their own: start and end
	text     *words            // text of the cell of the outermost table; nil while measuring

	hidden      string // the tag inside which nothing is shown
	hiddenDepth int    // how many of it are open
	hiddenTable int    // how many tables are open inside it
	choosing    bool   // inside a choice
	chosen      bool   // its option at hand is the chosen one
}

// run reads to the end of the page, or of the outermost table where one sheet is read.
func (s *scan) run() {
	for s.err == nil {
		kind := s.tokens.step()
		switch kind {
		case html.ErrorToken:
			if errors.Is(s.tokens.Err(), html.ErrBufferExceeded) {
				s.err = grid.ErrTooLarge
				return
			}
			if s.measuring() && !s.closed && len(s.stack) > 0 && s.stack[0].row > 0 {
				s.err = grid.ErrDamaged // cut off inside a table
				return
			}
			for len(s.stack) > 0 && s.err == nil {
				s.endTable(len(s.tokens.text))
			}
			return
		case html.TextToken:
			s.words()
		case html.StartTagToken:
			if !s.hides(true) {
				s.startTag()
			}
		case html.EndTagToken:
			if !s.hides(false) {
				s.endTag()
			}
		}
		if !s.measuring() && len(s.stack) == 0 {
			return
		}
	}
}

func (s *scan) measuring() bool { return s.text == nil }

// top is the table at hand, nil outside of all tables.
func (s *scan) top() *frame {
	if len(s.stack) == 0 {
		return nil
	}
	return s.stack[len(s.stack)-1]
}

// inCell tells whether a cell of the table at hand is open.
func (s *scan) inCell() bool { return len(s.stack) > 0 && s.top().inCell }

// words takes a text of the page.
func (s *scan) words() {
	if s.tokens.raw != "" && unseen[s.tokens.raw] {
		if s.measuring() && s.tokens.raw == "style" {
			s.styles.add(string(s.tokens.Text()))
		}
		return
	}
	f := s.top()
	if f == nil || s.hidden != "" || s.choosing && !s.chosen {
		return
	}
	switch {
	case f.inCell && s.measuring():
		if !f.at.own && visible(s.tokens.Text()) {
			f.at.own, f.at.any = true, true
		}
	case f.inCell:
		s.text.add(s.tokens.Text())
	case f.inCaption && s.measuring() && len(f.caption.text) < 1000:
		f.caption.add(s.tokens.Text())
	}
}

// hides follows what is hidden inside a cell, and tells whether the tag at hand
// is part of it. The end of the cell ends it too.
func (s *scan) hides(start bool) bool {
	if s.hidden == "" {
		return false
	}
	name := s.tokens.name
	switch {
	case name == "table" && start:
		s.hiddenTable++
	case name == "table" && s.hiddenTable > 0:
		s.hiddenTable--
	case s.hiddenTable > 0:
	case name == "td" || name == "th" || name == "tr" || name == "table" || name == "tbody" || name == "thead" || name == "tfoot":
		s.hidden = ""
		return false
	case name == s.hidden && start:
		s.hiddenDepth++
	case name == s.hidden:
		if s.hiddenDepth--; s.hiddenDepth == 0 {
			s.hidden = ""
		}
	}
	return true
}

// startTag takes the start of an element.
func (s *scan) startTag() {
	f := s.top()
	switch name := s.tokens.name; name {
	case "":
	case "table":
		s.startTable()
	case "tr", "td", "th", "thead", "tbody", "tfoot":
		if f != nil {
			s.part(f, name)
		}
	case "caption":
		if f != nil && !f.inCell {
			f.inCaption = true
		}
	default:
		if s.inCell() {
			s.content(f, name)
		}
	}
}

// part takes the start of a row, of a cell, or of a group of rows.
func (s *scan) part(f *frame, name string) {
	a := s.tokens.attributes(s.styles)
	f.inCaption, s.closed = false, false
	switch name {
	case "tr":
		s.endRow(f)
		s.startRow(f, a.hidden)
	case "td", "th":
		s.endCell(f)
		if s.err == nil {
			s.startCell(f, a)
		}
	default:
		s.endRow(f)
		f.endGroup()
		f.groupHidden = a.hidden
	}
}

// startRow begins a row, within the bounds.
func (s *scan) startRow(f *frame, hidden bool) {
	if f.row >= grid.MostRows {
		s.err = grid.ErrTooLarge
		return
	}
	f.startRow(hidden)
	if s.inner(f) {
		s.text.line()
	}
}

// startCell begins a cell, and a row for it where the page has none.
func (s *scan) startCell(f *frame, a attributes) {
	if !f.inRow {
		if s.startRow(f, false); s.err != nil {
			return
		}
	}
	if a.hidden { // it has no place on the page
		s.hidden, s.hiddenDepth, s.hiddenTable = "td", 1, 0
		return
	}
	before := f.next
	if !f.startCell(a) {
		s.err = grid.ErrTooLarge
		return
	}
	if s.cells += f.next - before; s.cells > grid.MostCells {
		s.err = grid.ErrTooLarge
		return
	}
	switch {
	case s.inner(f):
		s.text.space()
	case !s.measuring():
		s.text.reset()
	}
}

// inner tells whether a table stands in a cell of the sheet being read.
func (s *scan) inner(f *frame) bool { return !s.measuring() && f != s.stack[0] }

// content takes the start of an element inside a cell.
func (s *scan) content(f *frame, name string) {
	a := s.tokens.attributes(s.styles)
	switch {
	case name == "br":
		if !s.measuring() {
			s.text.newLine()
		}
	case name == "img":
		if f.at.alt == "" && !a.hidden && visible([]byte(a.alt)) {
			f.at.alt = a.alt
		}
	case name == "select":
		s.choosing, s.chosen = true, false
	case name == "option":
		s.chosen = a.selected
	case a.hidden && name != "hr" && !plainText[name]:
		s.hidden, s.hiddenDepth, s.hiddenTable = name, 1, 0
	case blocks[name] && !s.measuring():
		s.text.line()
	}
}

// endTag takes the end of an element.
func (s *scan) endTag() {
	f := s.top()
	name := s.tokens.name
	if name == "body" || name == "html" {
		s.closed = true
	}
	if f == nil {
		return
	}
	switch name {
	case "table":
		s.endTable(s.tokens.next)
	case "tr":
		s.endRow(f)
	case "td", "th":
		s.endCell(f)
	case "thead", "tbody", "tfoot":
		s.endRow(f)
		f.endGroup()
	case "caption":
		f.inCaption = false
	case "select":
		s.choosing = false
	case "p": // browsers take a lone end for an empty paragraph
		if f.inCell && !s.measuring() {
			s.text.line()
		}
	default:
		if blocks[name] && f.inCell && !s.measuring() {
			s.text.line()
		}
	}
}
