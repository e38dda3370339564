package ods

import (
	"encoding/binary"
	"math"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/grid"
)

// blockSize is how many bytes of rows are kept together.
const blockSize = 1 << 20

// What a kept cell has besides its text.
const (
	numeric = 1 << iota
	date
	percent
	fault
	noResult
)

// store keeps the rows of a sheet packed, each with how often it is repeated: a
// sheet takes less than its XML did. The texts of cells are parts of the blocks.
type store struct {
	blocks []string
	block  []byte
	row    []byte // cells of the row being read
	cells  int    // how many of them differ
	width  int    // columns that they fill, with the empty ones between
}

// add puts a cell, and so many like it beside it, at a column of the row.
func (s *store) add(column, repeat int, c cell.Raw) {
	flags := byte(0)
	for i, set := range []bool{c.Numeric, c.Date, c.Percent, c.Fault, c.NoResult} {
		if set {
			flags |= 1 << i
		}
	}
	s.row = binary.AppendUvarint(s.row, uint64(column-s.width))
	s.row = binary.AppendUvarint(s.row, uint64(repeat))
	s.row = append(s.row, flags)
	if c.Numeric {
		s.row = binary.LittleEndian.AppendUint64(s.row, math.Float64bits(c.Number))
	}
	s.row = binary.AppendUvarint(s.row, uint64(len(c.Text)))
	s.row = append(s.row, c.Text...)
	s.cells++
	s.width = column + repeat
}

// end keeps the row, if there is anything in it, as so many rows from a line on.
// It gives how many bytes that took.
func (s *store) end(line, repeat int, hidden bool) int {
	if s.cells == 0 {
		return 0
	}
	before := len(s.block)
	s.block = binary.AppendUvarint(s.block, uint64(line))
	s.block = binary.AppendUvarint(s.block, uint64(repeat))
	s.block = binary.AppendUvarint(s.block, uint64(s.cells))
	if hidden {
		s.block = append(s.block, 1)
	} else {
		s.block = append(s.block, 0)
	}
	s.block = append(s.block, s.row...)
	took := len(s.block) - before
	s.row, s.cells, s.width = s.row[:0], 0, 0
	if len(s.block) >= blockSize {
		s.flush()
	}
	return took
}

func (s *store) flush() {
	if len(s.block) > 0 {
		s.blocks = append(s.blocks, string(s.block))
		s.block = s.block[:0]
	}
}

// rows walks what is kept.
func (s *store) rows(yield func(grid.Row) bool) {
	var cells []cell.Raw
	for _, block := range s.blocks {
		for p := (packed{block}); p.rest != ""; {
			line, repeat, count := p.number(), p.number(), p.number()
			hidden := p.byte() == 1
			cells = cells[:0]
			for range count {
				for range p.number() {
					cells = append(cells, cell.Raw{})
				}
				again := p.number()
				c := p.cell()
				for range again {
					cells = append(cells, c)
				}
			}
			for i := range repeat {
				if !yield(grid.Row{Line: line + i, Cells: cells, Hidden: hidden}) {
					return
				}
			}
		}
	}
}

// packed reads what add and end have written.
type packed struct{ rest string }

func (p *packed) byte() byte {
	b := p.rest[0]
	p.rest = p.rest[1:]
	return b
}

func (p *packed) number() int {
	v := uint64(0)
	for shift := 0; ; shift += 7 {
		b := p.byte()
		v |= uint64(b&0x7F) << shift
		if b < 0x80 {
			return int(v)
		}
	}
}

func (p *packed) cell() cell.Raw {
	flags := p.byte()
	c := cell.Raw{Numeric: flags&numeric != 0, Date: flags&date != 0, Percent: flags&percent != 0, Fault: flags&fault != 0, NoResult: flags&noResult != 0}
	if c.Numeric {
		bits := uint64(0)
		for i := range 8 {
			bits |= uint64(p.byte()) << (8 * i)
		}
		c.Number = math.Float64frombits(bits)
	}
	length := p.number()
	c.Text, p.rest = p.rest[:length], p.rest[length:]
	return c
}
