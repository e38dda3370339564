package shape

import (
	"slices"
	"strings"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/grid"
)

// How far down a sheet headings are looked for, and how many rows below them
// speak for or against.
const (
	sampleRows = 120
	searchRows = 60
	bodyRows   = 40
)

// sampled is one of the first filled rows of a sheet, kept whole.
type sampled struct {
	line   int
	texts  []string
	looks  []look
	filled int
	last   int // last filled column
}

// head is the first filled rows of a sheet.
type head struct {
	rows  []sampled
	width int // columns of the widest of them
}

// sample keeps the first filled rows of a sheet. Comment lines are left out.
func sample(sheet grid.Sheet, lines bool) head {
	var h head
	for r := range sheet.Rows {
		s := sampled{line: r.Line, last: -1}
		for i, c := range r.Cells {
			l := lookOf(c)
			text := ""
			if l != empty {
				text = strings.Clone(cell.Clean(c.Text))
				s.filled++
				s.last = i
			}
			s.looks, s.texts = append(s.looks, l), append(s.texts, text)
		}
		if s.filled == 0 || r.Unclosed || (lines && isComment(s.texts, s.filled)) {
			continue
		}
		h.rows = append(h.rows, s)
		h.width = max(h.width, s.last+1)
		if len(h.rows) == sampleRows {
			break
		}
	}
	return h
}

// isComment tells whether a line of a text file is a comment: it begins with #
// and is no row of a table.
func isComment(texts []string, filled int) bool {
	return len(texts) > 0 && filled <= 1 && strings.HasPrefix(texts[0], "#")
}

// look gives the look of a cell, empty beyond the end of the row.
func (s *sampled) look(column int) look {
	if column < len(s.looks) {
		return s.looks[column]
	}
	return empty
}

func (s *sampled) text(column int) string {
	if column < len(s.texts) {
		return s.texts[column]
	}
	return ""
}

// index gives the place of a row of the sheet among the sampled ones, or −1.
func (h head) index(line int) int {
	return slices.IndexFunc(h.rows, func(s sampled) bool { return s.line == line })
}
