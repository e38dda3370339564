package xls

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"

	"evidencepack/ingest/grid"
)

// spans reads what stands in one record and in those that continue it. A record
// holds 8,224 bytes at most, so long texts are cut, sometimes in their middle.
type spans struct {
	s    stream
	part []byte // what is left of the present record
	next int    // the record after it
	err  error
}

func (s stream) spans(r record, skip int) *spans {
	p := &spans{s: s, part: r.data, next: r.next}
	p.skip(skip)
	return p
}

// more goes on to the next record where the present one is used up.
func (p *spans) more() bool {
	for len(p.part) == 0 && p.err == nil {
		r, there := p.s.record(p.next)
		if !there || r.id != recContinue {
			p.err = damaged("a text stops before its end")
			return false
		}
		p.part, p.next = r.data, r.next
	}
	return p.err == nil
}

func (p *spans) byte() byte {
	if !p.more() {
		return 0
	}
	b := p.part[0]
	p.part = p.part[1:]
	return b
}

func (p *spans) short() int { return int(p.byte()) | int(p.byte())<<8 }
func (p *spans) long() int  { return p.short() | p.short()<<16 }

func (p *spans) skip(n int) {
	for n > 0 && p.more() {
		step := min(n, len(p.part))
		p.part = p.part[step:]
		n -= step
	}
}

// What the byte in front of a text says of it.
const (
	wide     = 1 << 0 // two bytes a character, otherwise one
	phonetic = 1 << 2 // with readings behind it
	rich     = 1 << 3 // with fonts behind it
)

// unicode adds a text of BIFF8 to out: its length is known, its flags come next.
// Readings and fonts behind it are passed over.
func (p *spans) unicode(out *strings.Builder, length int) {
	flags := p.byte()
	fonts, readings := 0, 0
	if flags&rich != 0 {
		fonts = p.short()
	}
	if flags&phonetic != 0 {
		readings = p.long()
	}
	high := rune(0) // first half of a character that takes two units
	for length > 0 && p.err == nil {
		if len(p.part) == 0 {
			flags = p.byte() // where a text is cut it may change its width
			continue
		}
		if flags&wide == 0 {
			n := min(length, len(p.part))
			narrow(out, p.part[:n])
			p.part, length = p.part[n:], length-n
			continue
		}
		if len(p.part) < 2 {
			p.err = damaged("a text is cut inside a character")
			return
		}
		high = unit(out, high, rune(le16(p.part)))
		p.part, length = p.part[2:], length-1
	}
	if high != 0 {
		out.WriteRune(utf8.RuneError)
	}
	p.skip(4*fonts + readings)
}

// unit adds one unit of UTF-16 and gives the first half of a character that is
// still to be completed.
func unit(out *strings.Builder, high, u rune) rune {
	if high != 0 {
		both := utf16.DecodeRune(high, u)
		out.WriteRune(both)
		if both != utf8.RuneError {
			return 0
		}
	}
	if u >= 0xD800 && u < 0xDC00 {
		return u
	}
	out.WriteRune(u)
	return 0
}

// narrow adds characters of one byte. They are the first 256 of Unicode; where
// those are control characters, old writers mean Windows-1252, and no export
// means the control character.
func narrow(out *strings.Builder, b []byte) {
	for _, c := range b {
		switch {
		case c < 0x80:
			out.WriteByte(c)
		case c < 0xA0:
			out.WriteRune(charmap.Windows1252.DecodeByte(c))
		default:
			out.WriteRune(rune(c))
		}
	}
}

// codepages are the encodings that texts of BIFF5 may have.
var codepages = map[uint16]encoding.Encoding{
	437: charmap.CodePage437, 850: charmap.CodePage850, 852: charmap.CodePage852, 855: charmap.CodePage855,
	858: charmap.CodePage858, 860: charmap.CodePage860, 862: charmap.CodePage862, 863: charmap.CodePage863,
	865: charmap.CodePage865, 866: charmap.CodePage866, 874: charmap.Windows874,
	932: japanese.ShiftJIS, 936: simplifiedchinese.GBK, 949: korean.EUCKR, 950: traditionalchinese.Big5,
	1250: charmap.Windows1250, 1251: charmap.Windows1251, 1252: charmap.Windows1252, 1253: charmap.Windows1253,
	1254: charmap.Windows1254, 1255: charmap.Windows1255, 1256: charmap.Windows1256, 1257: charmap.Windows1257,
	1258: charmap.Windows1258, 10000: charmap.Macintosh, 10007: charmap.MacintoshCyrillic,
	0x8000: charmap.Macintosh, 0x8001: charmap.Windows1252,
}

// coded reads a text of BIFF5, which has one byte a character or, in the East, two.
func (b *workbook) coded(text []byte) (string, error) {
	if ascii(text) {
		return string(text), nil
	}
	page, known := codepages[b.codepage]
	if !known {
		return "", grid.Unsupported{Format: "biff5"}
	}
	out, err := page.NewDecoder().Bytes(text)
	if err != nil {
		return "", damaged("a text is not in the encoding of the workbook")
	}
	return string(out), nil
}

func ascii(text []byte) bool {
	for _, c := range text {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// text reads a text whose length stands in front of it, in one byte or in two.
func (b *workbook) text(r record, skip, lengthBytes int) (string, error) {
	p := b.stream.spans(r, skip)
	length := int(p.byte())
	if lengthBytes == 2 {
		length |= int(p.byte()) << 8
	}
	if p.err != nil || length == 0 {
		return "", p.err
	}
	if b.version == biff5 {
		if length > len(p.part) {
			return "", damaged("a text stops before its end")
		}
		return b.coded(p.part[:length])
	}
	var out strings.Builder
	p.unicode(&out, length)
	return out.String(), p.err
}

// texts are the shared texts of a workbook, one behind the other.
type texts struct {
	all  string
	ends []uint32
}

func (t *texts) at(i int) string {
	from := uint32(0)
	if i > 0 {
		from = t.ends[i-1]
	}
	return t.all[from:t.ends[i]]
}

// sharedTexts reads the table of shared texts. Errors: grid.ErrDamaged,
// grid.ErrTooLarge.
func (s stream) sharedTexts(r record) (texts, error) {
	p := s.spans(r, 4) // how often they are used does not matter
	count := p.long()
	t := texts{ends: make([]uint32, 0, min(count, (len(s)-r.at)/3))} // each has a length and flags
	var out strings.Builder
	for range count {
		if p.err != nil {
			return t, p.err
		}
		p.unicode(&out, p.short())
		if out.Len() > grid.MostTexts {
			return t, grid.ErrTooLarge
		}
		t.ends = append(t.ends, uint32(out.Len()))
	}
	t.all = out.String()
	return t, p.err
}
