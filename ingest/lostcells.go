package ingest

import "evidencepack/ingest/grid"

// lostCells counts the cells of a workbook that hold no value where one was meant:
// errors such as #N/A, and formulas whose answer was never saved.
type lostCells struct{ faults, noResults []lostCell }

type lostCell struct{ first, count int }

func newLostCells(columns int) *lostCells {
	return &lostCells{make([]lostCell, columns), make([]lostCell, columns)}
}

func (l *lostCells) see(r grid.Row) {
	for i, c := range r.Cells {
		if i >= len(l.faults) {
			return
		}
		if c.Fault {
			l.faults[i].add(r.Line)
		}
		if c.NoResult {
			l.noResults[i].add(r.Line)
		}
	}
}

func (c *lostCell) add(line int) {
	if c.count == 0 {
		c.first = line
	}
	c.count++
}

// oddities lists the columns with lost cells.
func (l *lostCells) oddities() []Oddity {
	var out []Oddity
	for i := range l.faults {
		if c := l.faults[i]; c.count > 0 {
			out = append(out, Oddity{Code: codeFaults, Row: c.first, Column: i + 1, Count: c.count})
		}
		if c := l.noResults[i]; c.count > 0 {
			out = append(out, Oddity{Code: codeNoResult, Row: c.first, Column: i + 1, Count: c.count})
		}
	}
	return out
}
