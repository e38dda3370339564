// Package xls reads workbooks of Excel 5.0 to 2003: a compound file with a stream
// of records, which may be encrypted. It reads what the cells hold, never what
// Excel would display, and writes nothing to disk.
package xls

import (
	"bytes"

	"evidencepack/ingest/grid"
	"evidencepack/ingest/numfmt"
)

// mostStream bounds the stream of a workbook. A sheet of Excel 2003 that is full to
// its last row, with forty columns of numbers and three of long notes, takes less.
const mostStream = 96 << 20

// otherFiles are the streams and folders by which other compound files are known.
var otherFiles = []struct{ name, format string }{
	{"worddocument", "doc"},
	{"powerpoint document", "ppt"},
	{"pp97_dualstorage", "ppt"},
	{"__properties_version1.0", "msg"},
	{"visiodocument", "vsd"},
	{"quill", "pub"},
	{"wkssswkbook", "wks"},
}

// Open reads a workbook as a whole. The password is "" where none is given; one
// that is not needed does no harm. Formulas give the answers saved with them: a
// writer that saves none leaves 0 or an empty text, and nothing tells those from
// true answers. Errors: grid.ErrLocked, grid.ErrWrongPassword, grid.ErrDamaged,
// grid.ErrTooLarge, grid.ErrEmpty and grid.Unsupported.
func Open(text []byte, password string) (*grid.Book, error) {
	s, err := workbookStream(text)
	if err != nil {
		return nil, err
	}
	b := &workbook{stream: s, codepage: 1252}
	if err := b.readGlobals(password); err != nil {
		return nil, err
	}
	return b.book()
}

// workbookStream finds the stream of records.
func workbookStream(text []byte) (stream, error) {
	switch {
	case len(text) == 0:
		return nil, grid.ErrEmpty
	case !bytes.HasPrefix(text, oleMark[:4]):
		return bareStream(text)
	}
	c, err := openContainer(text)
	if err != nil {
		return nil, err
	}
	for _, name := range []string{"workbook", "book"} { // some hold both, the second for old readers
		if _, there := c.streams[name]; there {
			return c.stream(name)
		}
	}
	if _, there := c.streams["encryptedpackage"]; there {
		return nil, grid.ErrLocked
	}
	for _, other := range otherFiles {
		if _, there := c.streams[other.name]; there || c.folders[other.name] {
			return nil, grid.Unsupported{Format: other.format}
		}
	}
	return nil, damaged("no workbook is in it")
}

// bareStream takes a file that is nothing but records: web programs write such
// ones, and the first versions of Excel did.
func bareStream(text []byte) (stream, error) {
	r, there := stream(text).record(0)
	switch {
	case !there || len(r.data) < 4 || len(r.data) > 16:
	case r.id == 0x0009:
		return nil, grid.Unsupported{Format: "biff2"}
	case r.id == 0x0209:
		return nil, grid.Unsupported{Format: "biff3"}
	case r.id == 0x0409:
		return nil, grid.Unsupported{Format: "biff4"}
	case r.id == recBegin && len(text) > mostStream:
		return nil, grid.ErrTooLarge
	case r.id == recBegin:
		return bytes.Clone(text), nil
	}
	return nil, damaged("it is no workbook")
}

// workbook is what the sheets need of the part in front of them.
type workbook struct {
	stream   stream
	version  uint16
	codepage uint16
	from1904 bool
	linked   bool
	shared   texts
	formats  map[uint16]string // number formats by their number
	styles   []uint16          // style → number of its format
	kinds    []numfmt.Kind     // style → what its format makes of a number
	places   []place
	cells    int // cells counted so far, over all sheets
	read     int // bytes of sheets read so far
}

// place says where a sheet stands and what it is.
type place struct {
	at     int
	name   string
	hidden bool
	sheet  bool // a worksheet, not a chart or a page of macros
}

// book reads the sheets.
func (b *workbook) book() (*grid.Book, error) {
	out := &grid.Book{Format: "xls"}
	for _, p := range b.places {
		if !p.sheet {
			continue
		}
		sheet, worksheet, err := b.sheet(p)
		if err != nil {
			return nil, err
		}
		if worksheet {
			out.Sheets = append(out.Sheets, sheet)
		}
	}
	if len(out.Sheets) == 0 {
		return nil, grid.ErrEmpty
	}
	out.Linked = b.linked
	return out, nil
}
