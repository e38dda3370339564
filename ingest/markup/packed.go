package markup

import (
	"encoding/binary"
	"iter"
	"math"
	"strings"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/grid"
)

// The marks of a packed cell.
const (
	markNumeric = 1 << iota
	markDate
	mark1904
	markPercent
	markFault
	markNoResult
)

// packer keeps the rows of a sheet in one text, which is shorter than the file
// was and can be walked fast: numbers of variable length, with the texts between.
type packer struct {
	text  strings.Builder
	cells []placed // of the row at hand
	line  int      // of the last row
}

// placed is a cell with its column.
type placed struct {
	column int
	raw    cell.Raw
}

func (p *packer) number(v int) {
	var room [binary.MaxVarintLen64]byte
	p.text.Write(room[:binary.PutUvarint(room[:], uint64(v))])
}

// add adds a cell to the row at hand; columns must grow.
func (p *packer) add(column int, raw cell.Raw) { p.cells = append(p.cells, placed{column, raw}) }

// end packs the row at hand and gives its width; lines must grow.
func (p *packer) end(line int, hidden bool) int {
	if len(p.cells) == 0 {
		return 0
	}
	p.number(line - p.line)
	p.line = line
	if hidden {
		p.number(1)
	} else {
		p.number(0)
	}
	p.number(len(p.cells))
	next := 0
	for _, c := range p.cells {
		p.number(c.column - next)
		next = c.column + 1
		p.cell(c.raw)
	}
	p.cells = p.cells[:0]
	return next
}

func (p *packer) cell(raw cell.Raw) {
	marks := 0
	for i, on := range [...]bool{raw.Numeric, raw.Date, raw.From1904, raw.Percent, raw.Fault, raw.NoResult} {
		if on {
			marks |= 1 << i
		}
	}
	p.number(marks)
	if raw.Numeric {
		var room [8]byte
		binary.LittleEndian.PutUint64(room[:], math.Float64bits(raw.Number))
		p.text.Write(room[:])
	}
	p.number(len(raw.Text))
	p.text.WriteString(raw.Text)
}

// unpacker reads what a packer has packed.
type unpacker struct{ text string }

func (u *unpacker) number() int {
	v, shift := 0, 0
	for i := 0; i < len(u.text); i++ {
		c := u.text[i]
		v |= int(c&0x7F) << shift
		if shift += 7; c < 0x80 {
			u.text = u.text[i+1:]
			break
		}
	}
	return v
}

func (u *unpacker) take(n int) string {
	s := u.text[:n]
	u.text = u.text[n:]
	return s
}

func (u *unpacker) cell() cell.Raw {
	marks := u.number()
	raw := cell.Raw{
		Numeric: marks&markNumeric != 0, Date: marks&markDate != 0, From1904: marks&mark1904 != 0,
		Percent: marks&markPercent != 0, Fault: marks&markFault != 0, NoResult: marks&markNoResult != 0,
	}
	if raw.Numeric {
		raw.Number = math.Float64frombits(binary.LittleEndian.Uint64([]byte(u.take(8))))
	}
	raw.Text = u.take(u.number())
	return raw
}

// unpacked walks packed rows.
func unpacked(text string) iter.Seq[grid.Row] {
	return func(yield func(grid.Row) bool) {
		u := unpacker{text}
		var row grid.Row
		for u.text != "" {
			row.Line += u.number()
			row.Hidden = u.number() == 1
			row.Cells = row.Cells[:0]
			for n := u.number(); n > 0; n-- {
				for gap := u.number(); gap > 0; gap-- {
					row.Cells = append(row.Cells, cell.Raw{})
				}
				row.Cells = append(row.Cells, u.cell())
			}
			if !yield(row) {
				return
			}
		}
	}
}
