package xlsx

import (
	"strings"

	"evidencepack/ingest/grid"
)

const (
	chunkSize   = 1 << 20   // bytes of one block of the arena
	longestText = chunkSize // bytes of one text; a cell of Excel holds 32,767 characters
	entrySize   = 8         // bytes that the place of one text takes
)

// arena holds the shared strings of a workbook one after the other, so that a
// million of them are a handful of blocks. A text never crosses blocks.
type arena struct {
	blocks []string
	block  strings.Builder
	places []place
}

// place is where a text stands, in bytes from the start of the first block.
type place struct{ from, to uint32 }

// texts reads the shared strings. Errors: grid.ErrDamaged, grid.ErrTooLarge, grid.ErrEntity.
func (p *pack) texts(part string) (*arena, error) {
	r, err := p.Reader(part, false)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	s, err := newScanner(r)
	if err != nil {
		return nil, err
	}
	if err := s.root("sst"); err != nil {
		return nil, err
	}
	a := new(arena)
	var text []byte
	err = s.each(func(name []byte) error {
		if string(name) != "si" {
			return nil
		}
		if text, err = s.rich(text[:0]); err != nil {
			return err
		}
		return a.add(text)
	})
	if err != nil {
		return nil, err
	}
	a.blocks = append(a.blocks, a.block.String())
	return a, s.finished()
}

// add keeps one more text.
func (a *arena) add(text []byte) error {
	if a.block.Len()+len(text) > chunkSize {
		a.blocks = append(a.blocks, a.block.String())
		a.block = strings.Builder{}
	}
	if (len(a.blocks)+1)*chunkSize+(len(a.places)+1)*2*entrySize > grid.MostTexts {
		return grid.ErrTooLarge
	}
	if a.block.Cap() == 0 && len(a.blocks) > 0 {
		a.block.Grow(chunkSize)
	}
	from := len(a.blocks)*chunkSize + a.block.Len()
	a.block.Write(text)
	a.places = append(a.places, place{uint32(from), uint32(from + len(text))})
	return nil
}

// get gives a text by its number.
func (a *arena) get(number int) (text string, there bool) {
	if number < 0 || number >= len(a.places) {
		return "", false
	}
	at := a.places[number]
	from, to := at.from%chunkSize, at.to-at.from
	if to == 0 {
		return "", true
	}
	return a.blocks[at.from/chunkSize][from : from+to], true
}
