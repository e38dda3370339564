package xls

import (
	"math"
	"strconv"
	"strings"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/numfmt"
)

// cell reads one cell of a record; only a record of several numbers has a second.
func (s *sheet) cell(r record, i int) (cell.Raw, error) {
	d := r.data
	style := le16(d[4:])
	switch r.id {
	case recMulRK:
		return s.number(le16(d[4+6*i:]), packedNumber(le32(d[6+6*i:]))), nil
	case recRK:
		if len(d) >= 10 {
			return s.number(style, packedNumber(le32(d[6:]))), nil
		}
	case recNumber:
		if len(d) >= 14 {
			return s.number(style, double(d[6:])), nil
		}
	case recBoolOrError:
		return s.boolOrError(d[6], d[7] != 0), nil
	case recLabelShared:
		if len(d) >= 10 && uint64(le32(d[6:])) < uint64(len(s.shared.ends)) {
			return s.said(s.shared.at(int(le32(d[6:])))), nil
		}
	case recLabel, recRichText:
		text, err := s.text(r, 6, 2)
		return s.said(text), err
	default:
		if len(d) >= 14 {
			return s.formula(r)
		}
	}
	return cell.Raw{}, damaged("a cell is too short")
}

func (s *sheet) said(text string) cell.Raw {
	return cell.Raw{Text: text, From1904: s.from1904 && text != ""}
}

// boolOrError reads a yes, a no or an error; an error is a missing value.
func (s *sheet) boolOrError(value byte, fault bool) cell.Raw {
	switch {
	case fault:
		return cell.Raw{Fault: true}
	case value != 0:
		return s.said("yes")
	}
	return s.said("no")
}

// formula gives the answer that was saved with a formula. A text stands in a
// record behind it.
func (s *sheet) formula(r record) (cell.Raw, error) {
	d := r.data
	if le16(d[12:]) != 0xFFFF {
		return s.number(le16(d[4:]), double(d[6:])), nil
	}
	switch d[6] {
	case 0:
		return s.formulaText(r)
	case 1:
		return s.boolOrError(d[8], false), nil
	case 2:
		return s.boolOrError(d[8], true), nil
	case 3:
		return cell.Raw{}, nil
	}
	return cell.Raw{}, damaged("a formula has no known kind of answer")
}

// formulaText finds the text behind a formula; what the formula shares with
// others may stand between.
func (s *sheet) formulaText(r record) (cell.Raw, error) {
	for {
		next, there := s.stream.record(r.next)
		if !there {
			return cell.Raw{}, damaged("a sheet stops before its end")
		}
		switch next.id {
		case recText:
			text, err := s.text(next, 0, 2)
			return s.said(text), err
		case recContinue, recArray, recTable, recSharedFormula:
			r = next
		default:
			return cell.Raw{NoResult: true}, nil
		}
	}
}

// number makes the cell of a number. What is no number shows as an error in Excel.
func (s *sheet) number(style uint16, v float64) cell.Raw {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return cell.Raw{Fault: true}
	}
	if v == 0 {
		v = 0 // no sign on a zero
	}
	var k numfmt.Kind
	if int(style) < len(s.kinds) {
		k = s.kinds[style]
	}
	return cell.Raw{Text: shortest(v, k.Zeros), Number: v, Numeric: true, Date: k.Date, Percent: k.Percent, From1904: s.from1904}
}

// shortest writes a number in its shortest form, a whole one with zeros in front
// where its format asks for them.
func shortest(v float64, zeros int) string {
	if size := math.Abs(v); size != 0 && (size >= 1e21 || size < 1e-7) {
		return strconv.FormatFloat(v, 'g', -1, 64)
	}
	text := strconv.FormatFloat(v, 'f', -1, 64)
	if v >= 0 && v == math.Trunc(v) && len(text) < zeros {
		return strings.Repeat("0", zeros-len(text)) + text
	}
	return text
}

func double(b []byte) float64 {
	return math.Float64frombits(uint64(le32(b)) | uint64(le32(b[4:]))<<32)
}

// packedNumber reads a number of four bytes: the upper 30 bits of a double or a
// whole number, perhaps a hundred times too large.
func packedNumber(rk uint32) float64 {
	v := math.Float64frombits(uint64(rk&^3) << 32)
	if rk&2 != 0 {
		v = float64(int32(rk) >> 2)
	}
	if rk&1 != 0 {
		v /= 100
	}
	return v
}
