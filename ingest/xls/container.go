package xls

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"strings"
	"unicode/utf16"

	"evidencepack/ingest/grid"
)

// A compound file is a small file system of sectors in one file. Nothing that it
// says of itself is believed: a chain of sectors ends after as many steps as there
// are sectors, and no stream is longer than the file.

// oleMark begins every compound file.
var oleMark = []byte{0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1}

const (
	headerSize   = 512
	headerChains = 109        // places of the allocation table that stand in the header
	mostSector   = 0xFFFFFFFA // numbers from here on are marks, not sectors
	endOfChain   = 0xFFFFFFFE
	noEntry      = 0xFFFFFFFF
	entrySize    = 128
	miniShift    = 6
	miniCutoff   = 4096 // shorter streams stand in the mini stream
)

// damaged is the error of a file that breaks the rules of its format.
func damaged(what string) error { return fmt.Errorf("%w: %s", grid.ErrDamaged, what) }

// container is an open compound file.
type container struct {
	text    []byte
	shift   uint     // sectors have 1<<shift bytes
	next    []uint32 // sector → the one after it
	mini    []uint32 // the same for sectors of the mini stream
	root    entry
	streams map[string]entry // streams of the top folder by name in small letters
	folders map[string]bool  // folders there, the same
}

// entry is one line of the directory.
type entry struct {
	name               string
	kind               byte // 1 folder, 2 stream, 5 root
	left, right, child uint32
	start              uint32
	size               uint64
}

// openContainer reads the tables and the directory. Error: grid.ErrDamaged.
func openContainer(text []byte) (*container, error) {
	if len(text) < headerSize || !bytes.HasPrefix(text, oleMark) {
		return nil, damaged("it is shorter than its header")
	}
	c := &container{text: text, shift: uint(le16(text[30:])), streams: map[string]entry{}, folders: map[string]bool{}}
	if c.shift != 9 && c.shift != 12 || le16(text[32:]) != miniShift {
		return nil, damaged("its sectors have no known size")
	}
	if err := c.readTable(); err != nil {
		return nil, err
	}
	if err := c.readDirectory(le32(text[48:])); err != nil {
		return nil, err
	}
	if first := le32(text[60:]); first < mostSector {
		table, err := c.chain(first, -1)
		if err != nil {
			return nil, err
		}
		c.mini = numbers(table)
	}
	return c, nil
}

// sectors is how many sectors the file has, the last one perhaps cut short.
func (c *container) sectors() int {
	size := 1 << c.shift
	return max(0, (len(c.text)+size-1)/size-1)
}

// sector gives one sector; the last one of a file may be shorter than the others.
func (c *container) sector(n uint32) ([]byte, bool) {
	from := (uint64(n) + 1) << c.shift
	if n >= mostSector || from >= uint64(len(c.text)) {
		return nil, false
	}
	return c.text[from:min(from+1<<c.shift, uint64(len(c.text)))], true
}

// readTable joins the sectors of the allocation table.
func (c *container) readTable() error {
	perSector := 1 << c.shift / 4
	most := (c.sectors() + perSector - 1) / perSector
	places := numbers(c.text[76 : 76+4*headerChains])
	more := le32(c.text[68:])
	for steps := 0; more < mostSector && len(places) < most; steps++ {
		s, there := c.sector(more)
		if !there || len(s) < 1<<c.shift || steps > c.sectors() {
			return damaged("its table of sectors stops")
		}
		list := numbers(s)
		places, more = append(places, list[:perSector-1]...), list[perSector-1]
	}
	for _, place := range places {
		if place >= mostSector || len(c.next) >= most*perSector {
			break
		}
		s, there := c.sector(place)
		if !there {
			return damaged("its table of sectors stops")
		}
		c.next = append(c.next, numbers(s)...)
	}
	return nil
}

// chain joins the sectors of a stream, up to size bytes; a size below zero takes
// the whole chain.
func (c *container) chain(first uint32, size int) ([]byte, error) {
	out := make([]byte, 0, max(0, size))
	for n, steps := first, 0; n != endOfChain && (size < 0 || len(out) < size); steps++ {
		s, there := c.sector(n)
		if !there || steps > c.sectors() || uint64(n) >= uint64(len(c.next)) {
			return nil, damaged("a stream stops before its end")
		}
		out = append(out, s...)
		n = c.next[n]
	}
	return cutTo(out, size)
}

// miniChain joins the small sectors of a short stream.
func (c *container) miniChain(first uint32, size int) ([]byte, error) {
	body, err := c.chain(c.root.start, -1)
	if err != nil {
		return nil, err
	}
	out := make([]byte, 0, size)
	for n := first; len(out) < size; n = c.mini[n] {
		from := uint64(n) << miniShift
		if n >= mostSector || uint64(n) >= uint64(len(c.mini)) || from >= uint64(len(body)) {
			return nil, damaged("a stream stops before its end")
		}
		out = append(out, body[from:min(from+1<<miniShift, uint64(len(body)))]...)
	}
	return cutTo(out, size)
}

// cutTo cuts off what stands behind the end of a stream in its last sector.
func cutTo(out []byte, size int) ([]byte, error) {
	if size < 0 {
		return out, nil
	}
	if len(out) < size {
		return nil, damaged("a stream stops before its end")
	}
	return out[:size], nil
}

// readDirectory lists what stands in the top folder; folders inside it, such as
// those of embedded objects, may hold workbooks of their own, which do not count.
func (c *container) readDirectory(first uint32) error {
	table, err := c.chain(first, -1)
	if err != nil {
		return err
	}
	count := len(table) / entrySize
	at := func(n uint32) entry { return readEntry(table[int(n)*entrySize:][:entrySize], c.shift) }
	if count == 0 {
		return damaged("its directory is empty")
	}
	if c.root = at(0); c.root.kind != 5 {
		return damaged("its directory has no root")
	}
	seen := make([]bool, count)
	for open := []uint32{c.root.child}; len(open) > 0; {
		n := open[len(open)-1]
		open = open[:len(open)-1]
		if n == noEntry || uint64(n) >= uint64(count) || seen[n] {
			continue
		}
		seen[n] = true
		e := at(n)
		switch e.kind {
		case 1:
			c.folders[e.name] = true
		case 2:
			c.streams[e.name] = e
		}
		open = append(open, e.left, e.right)
	}
	return nil
}

func readEntry(b []byte, shift uint) entry {
	units := make([]uint16, 0, 32)
	for i := 0; i < min(int(le16(b[64:])), 64)/2; i++ {
		if u := le16(b[2*i:]); u != 0 {
			units = append(units, u)
		}
	}
	e := entry{name: strings.ToLower(string(utf16.Decode(units))), kind: b[66],
		left: le32(b[68:]), right: le32(b[72:]), child: le32(b[76:]), start: le32(b[116:]), size: uint64(le32(b[120:]))}
	if shift == 12 { // files with small sectors leave rubbish in the upper half
		e.size |= uint64(le32(b[124:])) << 32
	}
	return e
}

// stream gives the bytes of a stream of the top folder. Errors: grid.ErrDamaged,
// grid.ErrTooLarge.
func (c *container) stream(name string) ([]byte, error) {
	e := c.streams[name]
	switch {
	case e.size > uint64(len(c.text)):
		return nil, damaged("a stream stops before its end")
	case e.size > mostStream:
		return nil, grid.ErrTooLarge
	case e.size < miniCutoff:
		return c.miniChain(e.start, int(e.size))
	}
	return c.chain(e.start, int(e.size))
}

func le16(b []byte) uint16 { return binary.LittleEndian.Uint16(b) }
func le32(b []byte) uint32 { return binary.LittleEndian.Uint32(b) }

// numbers reads a sector as a list of sector numbers.
func numbers(b []byte) []uint32 {
	out := make([]uint32, len(b)/4)
	for i := range out {
		out[i] = le32(b[4*i:])
	}
	return out
}
