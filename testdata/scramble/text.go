package scramble

import (
	"bytes"
	"fmt"
	"iter"
	"math/rand/v2"
	"strings"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// look is how a text file is written.
type look struct {
	delimiter string
	lineEnd   string
	encoding  string
	quoting   string
	trailing  bool // a delimiter more at the end of each line
	padded    bool // titles and footers have as many delimiters as the rows
	width     int
}

// The encodings and ways of quoting.
const (
	plainUTF8 = "UTF-8"
	markUTF8  = "UTF-8 with a mark"
	littleEnd = "UTF-16LE"
	bigEnd    = "UTF-16BE"
	windows   = "Windows-1252"

	quoteLeast = "least"
	quoteTexts = "texts"
	quoteAll   = "all"
)

func drawLook(r *rand.Rand, width int) look {
	return look{
		delimiter: []string{",", ";", "\t", "|"}[r.IntN(4)],
		lineEnd:   []string{"\n", "\r\n", "\r"}[r.IntN(3)],
		encoding:  []string{plainUTF8, markUTF8, littleEnd, bigEnd, windows}[r.IntN(5)],
		quoting:   []string{quoteLeast, quoteTexts, quoteAll}[r.IntN(3)],
		trailing:  r.IntN(4) == 0,
		padded:    r.IntN(2) == 0,
		width:     width,
	}
}

// String says what a file looks like.
func (l look) String() string {
	return fmt.Sprintf("delimiter %q, line end %q, %s, quotes %s, trailing delimiter %v, padded titles %v", l.delimiter, l.lineEnd, l.encoding, l.quoting, l.trailing, l.padded)
}

// write writes the rows of a sheet as text.
func (l look) write(rows iter.Seq[[]value]) []byte {
	var b bytes.Buffer
	for row := range rows {
		for i, v := range row {
			if i > 0 {
				b.WriteString(l.delimiter)
			}
			l.cell(&b, v.text)
		}
		if l.padded && len(row) < l.width {
			b.WriteString(strings.Repeat(l.delimiter, l.width-max(len(row), 1)))
		}
		if l.trailing && (l.padded || len(row) == l.width) {
			b.WriteString(l.delimiter)
		}
		b.WriteString(l.lineEnd)
	}
	return l.encode(b.Bytes())
}

func (l look) cell(b *bytes.Buffer, s string) {
	quoted := l.quoting == quoteAll || (l.quoting == quoteTexts && !plainNumber(s))
	for i := 0; i < len(s) && !quoted; i++ {
		quoted = s[i] == '"' || s[i] == '\r' || s[i] == '\n' || s[i] == l.delimiter[0]
	}
	if !quoted {
		b.WriteString(s)
		return
	}
	b.WriteByte('"')
	b.WriteString(strings.ReplaceAll(s, `"`, `""`))
	b.WriteByte('"')
}

// plainNumber tells whether a text is empty or a number.
func plainNumber(s string) bool {
	return strings.Trim(s, "0123456789.-") == ""
}

// encode puts text into the drawn encoding. What Windows-1252 has no sign for
// stays UTF-8.
func (l look) encode(text []byte) []byte {
	switch l.encoding {
	case markUTF8:
		return append([]byte("\xEF\xBB\xBF"), text...)
	case littleEnd, bigEnd:
		order := unicode.LittleEndian
		if l.encoding == bigEnd {
			order = unicode.BigEndian
		}
		if out, err := unicode.UTF16(order, unicode.UseBOM).NewEncoder().Bytes(text); err == nil {
			return out
		}
	case windows:
		if out, err := charmap.Windows1252.NewEncoder().Bytes(text); err == nil {
			return out
		}
	}
	return text
}
