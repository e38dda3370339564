package xls

import (
	"cmp"
	"slices"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/grid"
)

// most columns of a sheet of Excel 2003.
const mostColumns = 256

// spot is the place of a record of cells. Records are kept where they stand and
// read again at each walk: they are smaller than what is read from them.
type spot struct {
	at          uint32
	row, column uint16
}

// sheet is one worksheet being read.
type sheet struct {
	*workbook
	spots  []spot
	hidden map[uint16]bool
	out    grid.Sheet
}

// sheet reads and checks one sheet; it is false for a part of another kind.
func (b *workbook) sheet(p place) (grid.Sheet, bool, error) {
	_, part, err := b.stream.beginning(p.at)
	if err != nil || part != partWorksheet {
		return grid.Sheet{}, false, err
	}
	s := &sheet{workbook: b, hidden: map[uint16]bool{}, out: grid.Sheet{Name: p.name, Hidden: p.hidden}}
	end, err := b.stream.walk(p.at, s.visit)
	if err != nil {
		return grid.Sheet{}, false, err
	}
	if b.read += end - p.at; b.read > len(b.stream) {
		return grid.Sheet{}, false, damaged("its sheets overlap")
	}
	slices.SortStableFunc(s.spots, func(x, y spot) int { return cmp.Compare(x.row, y.row) })
	if err := s.check(); err != nil {
		return grid.Sheet{}, false, err
	}
	s.out.Rows = s.rows
	return s.out, true, nil
}

// visit sorts one record of the sheet.
func (s *sheet) visit(r record) error {
	d := r.data
	switch r.id {
	case recNumber, recLabel, recRichText, recBoolOrError, recFormula, recFormula3, recFormula4, recRK, recMulRK, recLabelShared:
		if len(d) < 8 {
			return damaged("a cell is too short")
		}
		s.spots = append(s.spots, spot{at: uint32(r.at), row: le16(d), column: le16(d[2:])})
	case recRow:
		if len(d) >= 16 && d[12]&0x20 != 0 {
			s.hidden[le16(d)] = true
		}
	case recMerges:
		return s.merges(d)
	case recNote:
		if len(d) >= 2 && (s.version == biff8 || le16(d) != 0xFFFF) { // a long note of BIFF5 goes on in row 0xFFFF
			s.out.Comments++
		}
	case recFilterMode, recFilter:
		s.out.Filtered = true // lists to choose from, of which nothing was chosen, have another record
	case recSupBook, recExternSheet:
		s.linked = s.linked || s.linksOut(r)
	}
	return nil
}

// merges keeps merged ranges.
func (s *sheet) merges(d []byte) error {
	if len(d) < 2 || len(d) < 2+8*int(le16(d)) {
		return damaged("its list of merged cells stops")
	}
	for i := range int(le16(d)) {
		m := d[2+8*i:]
		merge := grid.Merge{Top: int(le16(m)) + 1, Bottom: int(le16(m[2:])) + 1, Left: int(le16(m[4:])), Right: int(le16(m[6:]))}
		if len(s.out.Merges) < grid.MostMerges && merge.Top <= merge.Bottom && merge.Left <= merge.Right {
			s.out.Merges = append(s.out.Merges, merge)
		}
	}
	return nil
}

// check reads all cells once, so that no walk can fail.
func (s *sheet) check() error {
	var cells []cell.Raw
	var err error
	for at := 0; at < len(s.spots); {
		end := s.rowEnd(at)
		if cells, err = s.row(cells[:0], s.spots[at:end]); err != nil {
			return err
		}
		if s.cells += len(cells); s.cells > grid.MostCells {
			return grid.ErrTooLarge
		}
		at = end
	}
	return nil
}

// rows walks the rows that hold anything.
func (s *sheet) rows(yield func(grid.Row) bool) {
	var cells []cell.Raw
	for at := 0; at < len(s.spots); {
		end := s.rowEnd(at)
		cells, _ = s.row(cells[:0], s.spots[at:end])
		row := s.spots[at].row
		if len(cells) > 0 && !yield(grid.Row{Line: int(row) + 1, Cells: cells, Hidden: s.hidden[row]}) {
			return
		}
		at = end
	}
}

// rowEnd is where the records of the row that begins at a place end.
func (s *sheet) rowEnd(at int) int {
	row := s.spots[at].row
	for at < len(s.spots) && s.spots[at].row == row {
		at++
	}
	return at
}

// row reads the records of one row. Where a cell is given twice the last counts.
func (s *sheet) row(cells []cell.Raw, spots []spot) ([]cell.Raw, error) {
	for _, spot := range spots {
		r, there := s.stream.record(int(spot.at))
		if !there {
			return cells, damaged("a sheet stops before its end")
		}
		count := 1
		if r.id == recMulRK {
			count = (len(r.data) - 6) / 6
		}
		last := int(spot.column) + count
		if last > mostColumns {
			return cells, damaged("a cell stands outside the sheet")
		}
		for len(cells) < last {
			cells = append(cells, cell.Raw{})
		}
		for i := range count {
			raw, err := s.cell(r, i)
			if err != nil {
				return cells, err
			}
			cells[int(spot.column)+i] = raw
		}
	}
	return cells, nil
}
