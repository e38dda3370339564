package xls

import (
	"strings"

	"evidencepack/ingest/numfmt"
)

// readGlobals reads the part in front of the sheets. A stream without one is a
// single sheet.
func (b *workbook) readGlobals(password string) error {
	version, part, err := b.stream.beginning(0)
	if err != nil {
		return err
	}
	b.version = version
	if err := b.unlock(password); err != nil {
		return err
	}
	b.formats = map[uint16]string{}
	visit := b.global
	if part == partWorksheet {
		b.places = []place{{sheet: true}}
		visit = b.style
	} else if part != partGlobals {
		return damaged("it does not begin as a workbook")
	}
	if _, err := b.stream.walk(0, visit); err != nil {
		return err
	}
	for _, id := range b.styles {
		b.kinds = append(b.kinds, b.kind(id))
	}
	return nil
}

// global reads one record of the part in front of the sheets.
func (b *workbook) global(r record) (err error) {
	switch r.id {
	case recSheet:
		return b.readPlace(r)
	case recSharedText:
		if len(r.data) < 8 {
			return damaged("its table of texts stops")
		}
		b.shared, err = b.stream.sharedTexts(r)
	case recSupBook, recExternSheet:
		b.linked = b.linked || b.linksOut(r)
	default:
		return b.style(r)
	}
	return err
}

// style reads the records that say how to understand numbers and texts.
func (b *workbook) style(r record) error {
	switch r.id {
	case recCodepage, recDate1904, recStyle, recFormat:
		if len(r.data) < 2 || len(r.data) < 4 && (r.id == recStyle || r.id == recFormat) {
			return damaged("a record is too short")
		}
	}
	switch r.id {
	case recCodepage:
		b.codepage = le16(r.data)
	case recDate1904:
		b.from1904 = le16(r.data) == 1
	case recStyle:
		b.styles = append(b.styles, le16(r.data[2:]))
	case recFormat:
		width := 2
		if b.version == biff5 {
			width = 1
		}
		code, err := b.text(r, 2, width)
		if err != nil {
			return err
		}
		b.formats[le16(r.data)] = code
	}
	return nil
}

// kind is what a number format makes of numbers. Writers repeat built-in formats
// in the words of their own country; the number of the format is surer then.
func (b *workbook) kind(id uint16) numfmt.Kind {
	if k := numfmt.Of(int(id), "", false); k != (numfmt.Kind{}) {
		return k
	}
	code, custom := b.formats[id]
	return numfmt.Of(int(id), code, custom)
}

// readPlace reads where a sheet stands, with its name.
func (b *workbook) readPlace(r record) error {
	if len(r.data) < 7 {
		return damaged("its list of sheets stops")
	}
	name, err := b.text(r, 6, 1)
	if err != nil {
		return err
	}
	b.places = append(b.places, place{at: int(le32(r.data)), name: strings.Trim(name, "\x00"), hidden: r.data[4]&3 != 0, sheet: r.data[5] == 0})
	return nil
}

// What stands in a record of references in place of the name of another workbook.
const (
	toItself = 0x0401
	toAddIns = 0x3A01
)

// linksOut tells whether a record of references names another workbook.
func (b *workbook) linksOut(r record) bool {
	if b.version == biff5 {
		return r.id == recExternSheet && len(r.data) > 2 && r.data[0] > 1 && r.data[1] == 1 // 1 begins a path
	}
	if r.id != recSupBook || len(r.data) < 6 {
		return false
	}
	sheets, length := le16(r.data), le16(r.data[2:])
	return sheets > 0 && length > 1 && length != toItself && length != toAddIns
}
