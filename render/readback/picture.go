package readback

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"io"
)

// The only picture of a pack is the provider's logo. A plain picture has points and
// nothing else, so no text can stand in it: one with any other part is refused.

// pngMark is how a PNG begins.
const pngMark = "\x89PNG\r\n\x1a\n"

// mostPicture is how many bytes of points the largest logo unpacks to, with room.
const mostPicture = 1 << 20

// plainPNG tells whether a file is a PNG of points alone, three bytes each, as we write
// one: no part for a text, and nothing before, between or behind the parts.
func plainPNG(file []byte) bool {
	rest, found := bytes.CutPrefix(file, []byte(pngMark))
	if !found {
		return false
	}
	var wide, high int
	var packed []byte
	for at := 0; ; at++ {
		if len(rest) < 12 {
			return false
		}
		length := binary.BigEndian.Uint32(rest)
		if uint64(length) > uint64(len(rest)-12) {
			return false
		}
		name, content := string(rest[4:8]), rest[8:8+length]
		if crc32.ChecksumIEEE(rest[4:8+length]) != binary.BigEndian.Uint32(rest[8+length:]) {
			return false
		}
		rest = rest[12+length:]
		switch {
		case name == "IHDR" && at == 0 && length == 13 && string(content[8:]) == "\x08\x02\x00\x00\x00":
			wide, high = int(binary.BigEndian.Uint32(content)), int(binary.BigEndian.Uint32(content[4:]))
		case name == "IDAT" && at > 0:
			packed = append(packed, content...)
		case name == "IEND" && at > 1 && length == 0:
			return len(rest) == 0 && onlyPoints(packed, wide, high)
		default:
			return false
		}
	}
}

// onlyPoints tells whether packed bytes are so many rows of points, three bytes each with
// the byte in front of a row that says how it is packed, and nothing behind them.
func onlyPoints(packed []byte, wide, high int) bool {
	if wide < 1 || high < 1 || wide > mostPicture || high > mostPicture || (1+3*wide)*high > mostPicture {
		return false
	}
	in := bytes.NewReader(packed)
	unpacking, err := zlib.NewReader(in)
	if err != nil {
		return false
	}
	points, err := io.ReadAll(io.LimitReader(unpacking, mostPicture+1))
	if err != nil || len(points) != (1+3*wide)*high || in.Len() > 0 {
		return false
	}
	for row := 0; row < len(points); row += 1 + 3*wide {
		if points[row] > 4 {
			return false
		}
	}
	return true
}

// pictures checks the pictures that a page of a PDF may draw: each is points and nothing
// else. It gives their names.
func (d *pdfDocument) pictures(all pdfDict) (map[pdfName]bool, error) {
	names := map[pdfName]bool{}
	for _, e := range all {
		o := d.object(e.value)
		if o == nil || o.stream == nil || !ownPictureName(e.key) || names[e.key] {
			return nil, errPicture
		}
		if !d.used[o.number] && !plainPicture(o) {
			return nil, fmt.Errorf("object %d: %w", o.number, errPicture)
		}
		d.used[o.number] = true
		names[e.key] = true
	}
	return names, nil
}

// ownPictureName tells whether a picture is named as ours are: I and a hash.
func ownPictureName(n pdfName) bool {
	return len(n) == 41 && n[0] == 'I' && hexDigits(string(n[1:]))
}

// plainPicture tells whether an object is a picture of points as a plain PNG has them.
func plainPicture(o *pdfObject) bool {
	whole := func(d pdfDict, key pdfName) int {
		n, _ := d.get(key).(float64)
		if n < 1 || n > mostPicture || n != float64(int(n)) {
			return 0
		}
		return int(n)
	}
	d := o.dict()
	wide, high := whole(d, "Width"), whole(d, "Height")
	packing, _ := d.get("DecodeParms").(pdfDict)
	isPNG := len(packing) == 4 && whole(packing, "Predictor") == 15 && whole(packing, "Colors") == 3 &&
		whole(packing, "BitsPerComponent") == 8 && whole(packing, "Columns") == wide
	return len(d) == 9 && isPNG && d.get("Type") == pdfName("XObject") && d.get("Subtype") == pdfName("Image") &&
		d.get("ColorSpace") == pdfName("DeviceRGB") && whole(d, "BitsPerComponent") == 8 &&
		d.get("Filter") == pdfName("FlateDecode") && onlyPoints(o.stream, wide, high)
}
