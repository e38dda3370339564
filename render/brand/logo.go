package brand

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"image/png"
	"slices"
	"strings"
)

// Logo is a picture as a plain PNG: three bytes a point, and no part but those that the
// points need. Nil is none.
type Logo []byte

// The room of a logo on a cover, in mm, and how many points a logo has for each: about
// 300 an inch, as print needs.
const (
	MostWide  = 40.0
	MostHigh  = 15.0
	pointsPer = 12
)

// The most points of a logo.
const (
	mostAcross = int(MostWide * pointsPer)
	mostDown   = int(MostHigh * pointsPer)
)

// Size gives the size on paper in mm: at most MostWide by MostHigh, and of few points no
// more than a screen would take, so that they are not seen one by one. No logo has none.
func (l Logo) Size() (wide, high float64) {
	const onScreen = 25.4 / 96
	across, down := l.Points()
	if across == 0 || down == 0 {
		return 0, 0
	}
	scale := min(MostWide/float64(across), MostHigh/float64(down), onScreen)
	return float64(across) * scale, float64(down) * scale
}

// Points gives the size in points; 0 where there is no logo.
func (l Logo) Points() (across, down int) {
	if len(l) < 24 {
		return 0, 0
	}
	return int(binary.BigEndian.Uint32(l[16:20])), int(binary.BigEndian.Uint32(l[20:24]))
}

// Alt is the text for those who do not see the logo.
func Alt(provider string) string { return "Logo of " + provider }

var errNoLogo = errors.New("its logo is not as we write one")

// Check tells whether a logo is as Read gives it, whatever file it comes from. No logo is
// one that may be there.
func (l Logo) Check() error {
	if l == nil {
		return nil
	}
	const plainHead = "\x08\x02\x00\x00\x00" // eight bits, three colours, not interlaced
	if !bytes.HasPrefix(l, []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")) || len(l) < 29 || string(l[24:29]) != plainHead {
		return errNoLogo
	}
	if across, down := l.Points(); across < 1 || down < 1 || across > mostAcross || down > mostDown {
		return errNoLogo
	}
	if !l.partsAre("IHDR", "IDAT", "IEND") {
		return errNoLogo
	}
	if _, err := png.Decode(bytes.NewReader(l)); err != nil {
		return errNoLogo
	}
	return nil
}

// partsAre tells whether a PNG has no parts but these and nothing behind the last.
func (l Logo) partsAre(allowed ...string) bool {
	const lengthAndName, sum = 8, 4
	for rest := []byte(l[8:]); ; {
		if len(rest) < lengthAndName+sum {
			return false
		}
		length, name := int(binary.BigEndian.Uint32(rest)), string(rest[4:8])
		if length > len(rest)-lengthAndName-sum || !slices.Contains(allowed, name) {
			return false
		}
		rest = rest[lengthAndName+length+sum:]
		if name == "IEND" {
			return len(rest) == 0 && length == 0
		}
	}
}

const addressStart = "data:image/png;base64,"

// Address gives the logo as an address that is its own content, or "" for none.
func (l Logo) Address() string {
	if len(l) == 0 {
		return ""
	}
	return addressStart + base64.StdEncoding.EncodeToString(l)
}

// MarshalText writes the logo as such an address.
func (l Logo) MarshalText() ([]byte, error) { return []byte(l.Address()), nil }

// UnmarshalText reads what MarshalText wrote. Whether it is a logo is for Check to say.
func (l *Logo) UnmarshalText(text []byte) error {
	packed, found := strings.CutPrefix(string(text), addressStart)
	if !found {
		return errNoLogo
	}
	picture, err := base64.StdEncoding.DecodeString(packed)
	if err != nil || len(picture) == 0 {
		return errNoLogo
	}
	*l = picture
	return nil
}
