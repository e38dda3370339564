// Package logofile makes pictures for tests, with words in them as cameras and drawing
// programs leave them: who made the picture, and where.
package logofile

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
)

// PNG gives a picture with a see-through ground, and words in a part for texts.
func PNG(wide, high int, words string) []byte {
	var out bytes.Buffer
	if err := png.Encode(&out, drawn(wide, high)); err != nil {
		panic(err)
	}
	const head = 33 // the mark of a PNG and its first part
	return bytes.Join([][]byte{out.Bytes()[:head], part("tEXt", "Author\x00"+words), part("eXIf", "MM\x00*"+words), out.Bytes()[head:]}, nil)
}

// part is a part of a PNG.
func part(name, content string) []byte {
	out := binary.BigEndian.AppendUint32(nil, uint32(len(content)))
	out = append(out, name+content...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[4:]))
}

// JPEG gives a picture with words in a remark and in the part that cameras write.
func JPEG(wide, high int, words string) []byte {
	var out bytes.Buffer
	if err := jpeg.Encode(&out, drawn(wide, high), nil); err != nil {
		panic(err)
	}
	const mark = 2
	return bytes.Join([][]byte{out.Bytes()[:mark], segment(0xE1, "Exif\x00\x00"+words), segment(0xFE, words), out.Bytes()[mark:]}, nil)
}

// segment is a part of a JPEG.
func segment(kind byte, content string) []byte {
	out := binary.BigEndian.AppendUint16([]byte{0xFF, kind}, uint16(len(content)+2))
	return append(out, content...)
}

// drawn is a dark bar over the middle third of nothing.
func drawn(wide, high int) *image.NRGBA {
	out := image.NewNRGBA(image.Rect(0, 0, wide, high))
	for y := high / 3; y < high-high/3; y++ {
		for x := range wide {
			out.SetNRGBA(x, y, color.NRGBA{27, uint8(94 + x%40), 122, 255})
		}
	}
	return out
}
