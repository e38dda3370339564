package markup

import (
	"evidencepack/ingest/cell"
	"evidencepack/ingest/grid"
)

// mostTables is how many tables a page may have, those inside others counted.
const mostTables = 200_000

// mostSheets is how many tables of a page become sheets.
const mostSheets = 10_000

// found is a table that holds rows.
type found struct {
	start, end int
	rows, wide int
	caption    string
	hidden     bool
	merges     []grid.Merge
	inner      []*found // tables in it that are sheets of their own
}

// proper tells whether a table can be more than a list or a title.
func (t *found) proper() bool { return t.rows > 1 && t.wide > 1 }

// startTable takes the start of a table.
func (s *scan) startTable() {
	f := s.top()
	if f != nil && !f.inCell {
		s.endTable(s.tokens.start) // its end was left out
		f = s.top()
		if f == nil && !s.measuring() {
			return
		}
	}
	if end, found := s.skip[s.tokens.start]; found {
		s.tokens.jump(end, "")
		s.text.line()
		return
	}
	s.tables++
	if len(s.stack) >= mostDepth || s.tables > mostTables {
		s.err = grid.ErrTooLarge
		return
	}
	if f != nil && !s.measuring() {
		s.text.line()
	}
	a := s.tokens.attributes(s.styles)
	s.stack = append(s.stack, &frame{start: s.tokens.start, hidden: a.hidden})
}

// endTable ends the table at hand, which ends at a place.
func (s *scan) endTable(at int) {
	f := s.top()
	s.endRow(f)
	if s.err != nil {
		return
	}
	f.endGroup()
	f.end = at
	s.stack = s.stack[:len(s.stack)-1]
	outer := s.top()
	if outer != nil && !s.measuring() {
		s.text.line()
	}
	if outer != nil && f.filled > 0 {
		outer.at.any = true
	}
	if s.ended != nil {
		s.ended(f)
	}
}

// endCell ends the cell at hand, if there is one.
func (s *scan) endCell(f *frame) {
	if !f.inCell {
		return
	}
	s.hidden, s.choosing = "", false
	f.endCell()
	if s.measuring() || s.inner(f) {
		return
	}
	for len(f.cells) < f.at.column {
		f.cells = append(f.cells, cell.Raw{})
	}
	shown := s.text.String()
	if shown == "" && f.at.alt != "" {
		s.text.reset()
		s.text.add([]byte(f.at.alt))
		shown = s.text.String()
	}
	f.cells = append(f.cells, f.at.excel.raw(shown))
}

// endRow ends the row at hand, if there is one.
func (s *scan) endRow(f *frame) {
	s.endCell(f)
	if !f.inRow {
		return
	}
	f.endRow()
	if !s.measuring() && !s.inner(f) && len(f.cells) > 0 && !s.rowEnded(f) {
		s.err = errStopped
	}
}

// sheets settles which tables of a table that has ended are sheets: the table
// itself, with the texts of tables inside it in its cells, or those inside it,
// where it only serves to place them on the page. Where it is both, all of them.
func (f *frame) sheets() []*found {
	self := &found{
		start: f.start, end: f.end, rows: f.filled, wide: f.wide,
		caption: f.caption.String(), hidden: f.hidden, merges: f.ranges(),
	}
	longest := 0
	for _, t := range f.inner {
		if t.proper() {
			longest = max(longest, t.rows)
		}
	}
	switch {
	case longest > 0 && f.own < 2:
		return f.inner
	case f.filled < 2:
		return nil
	case longest > f.own:
		self.inner = f.inner
		return append(f.inner[:len(f.inner):len(f.inner)], self)
	}
	return []*found{self}
}
