package xls

import "evidencepack/ingest/grid"

// A workbook stream is a row of records: a number, a length, and so many bytes.
// The names are those of [MS-XLS], in plain words.
const (
	recFormula       = 0x0006
	recEnd           = 0x000A
	recExternSheet   = 0x0017
	recNote          = 0x001C
	recFilePass      = 0x002F
	recContinue      = 0x003C
	recDate1904      = 0x0022
	recCodepage      = 0x0042
	recSheet         = 0x0085 // BOUNDSHEET
	recFilterMode    = 0x009B
	recFilter        = 0x009E // AUTOFILTER: what one column is filtered by
	recMulRK         = 0x00BD
	recRichText      = 0x00D6 // RSTRING
	recStyle         = 0x00E0 // XF
	recMerges        = 0x00E5
	recSharedText    = 0x00FC // SST
	recLabelShared   = 0x00FD // LABELSST
	recSupBook       = 0x01AE
	recNumber        = 0x0203
	recLabel         = 0x0204
	recBoolOrError   = 0x0205
	recFormula3      = 0x0206
	recText          = 0x0207 // STRING: the text that a formula gave
	recRow           = 0x0208
	recArray         = 0x0221
	recTable         = 0x0236
	recRK            = 0x027E
	recFormula4      = 0x0406
	recFormat        = 0x041E
	recSharedFormula = 0x04BC
	recBegin         = 0x0809 // BOF
)

// The versions that BEGIN names.
const (
	biff5 = 0x0500
	biff8 = 0x0600
)

// The kinds of a part that BEGIN names.
const (
	partGlobals   = 0x0005
	partWorksheet = 0x0010
)

// record is one record with its place in the stream.
type record struct {
	id   uint16
	at   int // where its head stands
	data []byte
	next int // where the record after it stands
}

// stream is a workbook stream, decrypted where it was encrypted.
type stream []byte

// record reads the record at a place. It is false where the stream stops.
func (s stream) record(at int) (record, bool) {
	if at < 0 || at+4 > len(s) {
		return record{}, false
	}
	next := at + 4 + int(le16(s[at+2:]))
	if next > len(s) {
		return record{}, false
	}
	return record{id: le16(s[at:]), at: at, data: s[at+4 : next], next: next}, true
}

// walk gives the records of the part that begins at a place, without those of
// parts inside it, such as charts, and returns the place behind its end.
func (s stream) walk(at int, visit func(record) error) (int, error) {
	first, there := s.record(at)
	if !there || first.id != recBegin {
		return 0, damaged("a sheet does not begin where it should")
	}
	depth := 1
	for at = first.next; depth > 0; {
		r, there := s.record(at)
		if !there {
			return 0, damaged("a sheet stops before its end")
		}
		switch {
		case r.id == recBegin:
			depth++
		case r.id == recEnd:
			depth--
		case depth == 1:
			if err := visit(r); err != nil {
				return 0, err
			}
		}
		at = r.next
	}
	return at, nil
}

// beginning gives the version and the kind of the part that begins at a place.
// Writers that leave the version out write records of BIFF5.
func (s stream) beginning(at int) (version, part uint16, err error) {
	r, there := s.record(at)
	if !there || len(r.data) < 4 || r.id != recBegin {
		return 0, 0, damaged("it does not begin as a workbook")
	}
	version, part = le16(r.data), le16(r.data[2:])
	switch version {
	case biff5, biff8:
	case 0:
		version = biff5
	default:
		return 0, 0, grid.Unsupported{Format: "xls"}
	}
	return version, part, nil
}
