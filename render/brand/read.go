package brand

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
)

// The most that the file of a logo may have: bytes, and points across and down.
const (
	MostBytes  = 1 << 20
	MostPoints = 4000
)

// Read makes a logo of a PNG or JPEG file. Only its points are taken over, on white, and no
// more of them than print needs: what else stands in such files, as who made it, where
// and when, is left behind. The same file gives the same bytes. The error says what is
// wrong with a file that is too large, damaged, of another kind, or that shows nothing.
func Read(file []byte) (Logo, error) {
	if len(file) > MostBytes {
		return nil, errors.New("it is larger than 1 MB")
	}
	picture, err := decoded(file)
	if err != nil {
		return nil, err
	}
	plain := onWhite(picture)
	if !seen(plain) {
		return nil, errors.New("nothing of it is seen on white paper")
	}
	var out bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&out, plain); err != nil {
		return nil, errors.New("it cannot be written as a PNG")
	}
	return out.Bytes(), nil
}

// decoded unpacks a picture, after a look at its size: a small file may hold a huge one.
func decoded(file []byte) (image.Image, error) {
	size, unpack := png.DecodeConfig, png.Decode
	switch {
	case bytes.HasPrefix(file, []byte("\x89PNG")):
	case bytes.HasPrefix(file, []byte("\xFF\xD8")):
		size, unpack = jpeg.DecodeConfig, jpeg.Decode
	default:
		return nil, errors.New("it is neither a PNG nor a JPEG picture")
	}
	config, err := size(bytes.NewReader(file))
	if err != nil {
		return nil, errors.New("it is damaged, or not whole")
	}
	if config.Width > MostPoints || config.Height > MostPoints {
		return nil, fmt.Errorf("it is %d by %d points, and %d by %d is the most", config.Width, config.Height, MostPoints, MostPoints)
	}
	picture, err := unpack(bytes.NewReader(file))
	if err != nil || picture.Bounds().Empty() {
		return nil, errors.New("it is damaged, or not whole")
	}
	return picture, nil
}

// onWhite lays a picture on white paper, with no more points than its room needs: each
// point of the result is the mean of those that fall on it.
func onWhite(picture image.Image) *image.NRGBA {
	from := picture.Bounds()
	wide, high := from.Dx(), from.Dy()
	across, down := wide, high
	if across > mostAcross || down > mostDown {
		if across*mostDown > down*mostAcross {
			across, down = mostAcross, max(1, (down*mostAcross+across/2)/across)
		} else {
			across, down = max(1, (across*mostDown+down/2)/down), mostDown
		}
	}
	out := image.NewNRGBA(image.Rect(0, 0, across, down))
	for y := range down {
		for x := range across {
			part := image.Rect(x*wide/across, y*high/down, (x+1)*wide/across, (y+1)*high/down)
			out.SetNRGBA(x, y, mean(picture, part.Add(from.Min)))
		}
	}
	return out
}

// mean gives the mean colour of a part of a picture on white.
func mean(picture image.Image, part image.Rectangle) color.NRGBA {
	const most = 0xFFFF
	var red, green, blue uint64
	for y := part.Min.Y; y < part.Max.Y; y++ {
		for x := part.Min.X; x < part.Max.X; x++ {
			r, g, b, alpha := picture.At(x, y).RGBA()
			white := uint64(most - alpha)
			red, green, blue = red+uint64(r)+white, green+uint64(g)+white, blue+uint64(b)+white
		}
	}
	count := uint64(part.Dx() * part.Dy())
	eight := func(sum uint64) uint8 { return uint8((sum*255 + count*most/2) / (count * most)) }
	return color.NRGBA{eight(red), eight(green), eight(blue), 255}
}

// seen tells whether any point stands out from white.
func seen(picture *image.NRGBA) bool {
	const palest = 0xE0
	for i := 0; i < len(picture.Pix); i += 4 {
		if min(picture.Pix[i], picture.Pix[i+1], picture.Pix[i+2]) < palest {
			return true
		}
	}
	return false
}
