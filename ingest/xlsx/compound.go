package xlsx

import (
	"bytes"
	"encoding/binary"
)

// compoundMark begins the files that hold streams instead of a zip file: old
// workbooks, and new ones that are locked with a password.
const compoundMark = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"

// Sizes within a file of streams (MS-CFB), in bytes.
const (
	headerSize   = 512
	entrySpan    = 128  // one entry of the directory
	smallSector  = 64   // sectors of the small streams
	smallStreams = 4096 // streams below this are small
	inHeader     = 109  // sectors of the table of chains that the header lists
)

// compound is a file of streams, read with nothing but its own chains: each is
// followed for no more steps than there are sectors.
type compound struct {
	text  []byte
	shift int      // a sector has 1<<shift bytes
	next  []uint32 // sector after a sector
}

// openCompound reads the table of chains; false stands for damage.
func openCompound(text []byte) (*compound, bool) {
	if len(text) < headerSize || !bytes.HasPrefix(text, []byte(compoundMark)) {
		return nil, false
	}
	c := &compound{text: text, shift: int(binary.LittleEndian.Uint16(text[30:]))}
	if c.shift != 9 && c.shift != 12 {
		return nil, false
	}
	c.table(text[76:headerSize])
	more := binary.LittleEndian.Uint32(text[68:])
	for range c.sectors() {
		list := c.sector(more)
		if len(list) < 1<<c.shift {
			break
		}
		c.table(list[:len(list)-4])
		more = binary.LittleEndian.Uint32(list[len(list)-4:])
	}
	return c, true
}

// sectors counts the sectors behind the header, a broken one at the end included.
func (c *compound) sectors() int { return len(c.text)>>c.shift + 1 }

// sector gives one sector, shorter at the end of the file, nil where there is none.
func (c *compound) sector(number uint32) []byte {
	from := (int64(number) + 1) << c.shift
	if from >= int64(len(c.text)) {
		return nil
	}
	return c.text[from:min(from+1<<c.shift, int64(len(c.text)))]
}

// table adds the sectors of a list to the table of chains.
func (c *compound) table(list []byte) {
	for ; len(list) >= 4 && len(c.next) < c.sectors(); list = list[4:] {
		part := c.sector(binary.LittleEndian.Uint32(list))
		for ; len(part) >= 4; part = part[4:] {
			c.next = append(c.next, binary.LittleEndian.Uint32(part))
		}
	}
}

// chain joins the sectors of a chain, up to its end or to so many bytes.
func (c *compound) chain(first uint32, size int) (out []byte) {
	for range c.sectors() {
		part := c.sector(first)
		if part == nil || len(out) >= size {
			break
		}
		out = append(out, part...)
		if int(first) >= len(c.next) {
			break
		}
		first = c.next[first]
	}
	return out[:min(len(out), size)]
}

// stream reads a stream by its name; false stands for damage, or for none of it.
func (c *compound) stream(name string) ([]byte, bool) {
	directory := c.chain(binary.LittleEndian.Uint32(c.text[48:]), len(c.text))
	for at := 0; at+entrySpan <= len(directory); at += entrySpan {
		entry := directory[at : at+entrySpan]
		if !named(entry, name) {
			continue
		}
		first, size := extent(entry)
		if size > len(c.text) {
			return nil, false
		}
		if size >= smallStreams {
			out := c.chain(first, size)
			return out, len(out) == size
		}
		root, rootSize := extent(directory)
		return c.small(c.chain(root, rootSize), first, size)
	}
	return nil, false
}

// small reads a stream that shares its sectors with others.
func (c *compound) small(all []byte, first uint32, size int) (out []byte, whole bool) {
	table := c.chain(binary.LittleEndian.Uint32(c.text[60:]), len(c.text))
	for len(out) < size {
		from, next := int64(first)*smallSector, int64(first)*4
		if from+smallSector > int64(len(all)) || next+4 > int64(len(table)) {
			return nil, false
		}
		out = append(out, all[from:from+smallSector]...)
		first = binary.LittleEndian.Uint32(table[next:])
	}
	return out[:size], true
}

// extent gives the first sector and the size of what an entry stands for.
func extent(entry []byte) (first uint32, size int) {
	return binary.LittleEndian.Uint32(entry[116:]), int(binary.LittleEndian.Uint32(entry[120:]))
}

// named tells whether an entry of the directory is a stream of a name.
func named(entry []byte, name string) bool {
	var wide []byte
	for _, c := range name + "\x00" {
		wide = binary.LittleEndian.AppendUint16(wide, uint16(c))
	}
	return entry[66] == 2 && int(entry[64]) == len(wide) && bytes.HasPrefix(entry, wide)
}
