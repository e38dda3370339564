package xls

import (
	"encoding/binary"
	"math"
	"slices"
	"unicode/utf16"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/grid"
)

// The builders make the smallest workbooks that show one thing each.

// rec makes a record of numbers of one to eight bytes and of texts.
func rec(id uint16, parts ...any) []byte {
	var d []byte
	for _, p := range parts {
		switch v := p.(type) {
		case []byte:
			d = append(d, v...)
		case string:
			d = append(d, v...)
		case float64:
			d = binary.LittleEndian.AppendUint64(d, math.Float64bits(v))
		case uint8:
			d = append(d, v)
		case uint32:
			d = binary.LittleEndian.AppendUint32(d, v)
		case int:
			d = binary.LittleEndian.AppendUint16(d, uint16(v))
		}
	}
	return slices.Concat(binary.LittleEndian.AppendUint16(binary.LittleEndian.AppendUint16(nil, id), uint16(len(d))), d)
}

// utf16le writes a text with two bytes a character.
func utf16le(s string) []byte {
	var out []byte
	for _, u := range utf16.Encode([]rune(s)) {
		out = binary.LittleEndian.AppendUint16(out, u)
	}
	return out
}

// wide8 makes a text of BIFF8 behind its length, with two bytes a character.
func wide8(s string) []byte { return append([]byte{1}, utf16le(s)...) }

func begin(version, part int) []byte { return rec(recBegin, version, part, 0, 0, uint32(0), uint32(0)) }

var end = rec(recEnd)

// sheetOf is one sheet of a workbook being built.
type sheetOf struct {
	name    string
	state   uint8
	kind    uint8
	part    int
	records []byte
}

// bookOf makes a stream of BIFF8 or BIFF5.
func bookOf(version int, globals []byte, sheets ...sheetOf) []byte {
	list := func(starts []int) []byte {
		out := slices.Concat(begin(version, partGlobals), globals)
		for i, s := range sheets {
			name := []byte(s.name)
			length := uint8(len(name))
			if version == biff8 {
				name, length = wide8(s.name), uint8(len(utf16.Encode([]rune(s.name))))
			}
			out = append(out, rec(recSheet, uint32(starts[i]), s.state, s.kind, length, name)...)
		}
		return append(out, end...)
	}
	at := len(list(make([]int, len(sheets))))
	var starts []int
	var parts []byte
	for _, s := range sheets {
		starts = append(starts, at+len(parts))
		part := s.part
		if part == 0 {
			part = partWorksheet
		}
		parts = slices.Concat(parts, begin(version, part), s.records, end)
	}
	return append(list(starts), parts...)
}

// one makes a workbook of BIFF8 with one sheet.
func one(globals []byte, records ...[]byte) []byte {
	return bookOf(biff8, globals, sheetOf{name: "S", records: slices.Concat(records...)})
}

// line is one row as it was read.
type line struct {
	at     int
	hidden bool
	cells  []cell.Raw
}

func linesOf(s grid.Sheet) []line {
	var out []line
	for r := range s.Rows {
		out = append(out, line{r.Line, r.Hidden, slices.Clone(r.Cells)})
	}
	return out
}

// compound makes a compound file with streams in its top folder. Those shorter
// than 4,096 bytes are filled up, so that they need no small sectors. The table of
// sectors comes first, the directory last.
func compound(names []string, bodies ...[]byte) []byte {
	filled := make([][]byte, len(bodies))
	count := (len(names) + 4) / 4
	for i, body := range bodies {
		filled[i] = append(slices.Clone(body), make([]byte, max(0, miniCutoff-len(body)))...)
		count += (len(filled[i]) + 511) / 512
	}
	tables, lists := 1, 0 // sectors of the table, and of the list of those that the header has no room for
	for tables*128 < tables+lists+count {
		tables++
		lists = max(0, tables-headerChains+126) / 127
	}
	table := slices.Concat(slices.Repeat([]uint32{0xFFFFFFFD}, tables), slices.Repeat([]uint32{0xFFFFFFFC}, lists))
	var sectors []byte
	directory := dirEntry("Root Entry", 5, noEntry, 1, endOfChain, 0)
	for i, body := range filled {
		next := uint32(noEntry)
		if i+1 < len(filled) {
			next = uint32(i + 2)
		}
		directory = append(directory, dirEntry(names[i], 2, next, noEntry, uint32(len(table)), uint32(len(body)))...)
		table, sectors = addSectors(table, sectors, body)
	}
	first := uint32(len(table))
	table, sectors = addSectors(table, sectors, directory)
	table = append(table, slices.Repeat([]uint32{noEntry}, tables*128-len(table))...)
	return slices.Concat(compoundHead(tables, lists, first), sectorsOf(table), listsOf(tables, lists), sectors)
}

// compoundHead says where the tables and the directory stand.
func compoundHead(tables, lists int, directory uint32) []byte {
	head := make([]byte, headerSize)
	copy(head, oleMark)
	put := binary.LittleEndian
	put.PutUint16(head[26:], 3)
	put.PutUint16(head[30:], 9)
	put.PutUint16(head[32:], miniShift)
	put.PutUint32(head[44:], uint32(tables))
	put.PutUint32(head[48:], directory)
	put.PutUint32(head[60:], endOfChain)
	put.PutUint32(head[68:], endOfChain)
	if lists > 0 {
		put.PutUint32(head[68:], uint32(tables))
	}
	for i := range headerChains {
		at := uint32(noEntry)
		if i < tables {
			at = uint32(i)
		}
		put.PutUint32(head[76+4*i:], at)
	}
	return head
}

// listsOf lists the sectors of the table that the header has no room for.
func listsOf(tables, lists int) []byte {
	var out []uint32
	for i := range lists {
		for j := range 127 {
			at := uint32(noEntry)
			if n := headerChains + 127*i + j; n < tables {
				at = uint32(n)
			}
			out = append(out, at)
		}
		next := uint32(endOfChain)
		if i+1 < lists {
			next = uint32(tables + i + 1)
		}
		out = append(out, next)
	}
	return sectorsOf(out)
}

func sectorsOf(numbers []uint32) []byte {
	var out []byte
	for _, n := range numbers {
		out = binary.LittleEndian.AppendUint32(out, n)
	}
	return out
}

func addSectors(table []uint32, sectors, body []byte) ([]uint32, []byte) {
	for at := 0; at < len(body); at += 512 {
		next := uint32(len(table) + 1)
		if at+512 >= len(body) {
			next = endOfChain
		}
		table = append(table, next)
		s := make([]byte, 512)
		copy(s, body[at:])
		sectors = append(sectors, s...)
	}
	return table, sectors
}

func dirEntry(name string, kind byte, right, child, start, size uint32) []byte {
	e := make([]byte, entrySize)
	put := binary.LittleEndian
	put.PutUint16(e[64:], uint16(copy(e, utf16le(name))+2))
	e[66] = kind
	for i, v := range []uint32{noEntry, right, child} {
		put.PutUint32(e[68+4*i:], v)
	}
	put.PutUint32(e[116:], start)
	put.PutUint32(e[120:], size)
	return e
}
