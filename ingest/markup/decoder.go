package markup

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"strings"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"evidencepack/ingest/grid"
)

// namespace is that of the workbooks which Excel 2003 saves as XML.
const namespace = "urn:schemas-microsoft-com:office:spreadsheet"

// mostNesting is how deep elements may stand in each other.
const mostNesting = 100

// longestElement is how many bytes one tag may have.
const longestElement = 1 << 18

// decoder reads XML strictly and within bounds.
type decoder struct {
	xml   *xml.Decoder
	depth int
}

func newDecoder(text []byte) (*decoder, error) {
	if bytes.HasPrefix(text, []byte{0xFF, 0xFE}) || bytes.HasPrefix(text, []byte{0xFE, 0xFF}) {
		decoded, err := unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder().Bytes(text)
		if err != nil {
			return nil, fmt.Errorf("%w: %v", grid.ErrDamaged, err)
		}
		text = decoded
	}
	text = bytes.TrimLeft(bytes.TrimPrefix(text, []byte("\uFEFF")), " \t\r\n")
	if longPiece(text) {
		return nil, grid.ErrTooLarge
	}
	d := &decoder{xml: xml.NewDecoder(bytes.NewReader(text))}
	d.xml.CharsetReader = charsetReader
	return d, nil
}

// longPiece tells whether a tag, a text or a comment is longer than any of a
// workbook: the decoder would keep it as a whole, and room for all attributes.
func longPiece(text []byte) bool {
	for len(text) > 0 {
		end, most := bytes.IndexByte(text, '<'), longestToken
		switch {
		case bytes.HasPrefix(text, []byte("<!--")):
			end = after(text, "-->")
		case bytes.HasPrefix(text, []byte("<![CDATA[")):
			end = after(text, "]]>")
		case end == 0:
			end, most = after(text, ">"), longestElement
		case end < 0:
			end = len(text)
		}
		if end > most {
			return true
		}
		text = text[end:]
	}
	return false
}

// after gives the place behind a mark, or the end.
func after(text []byte, mark string) int {
	if at := bytes.Index(text, []byte(mark)); at >= 0 {
		return at + len(mark)
	}
	return len(text)
}

// charsetReader decodes the character sets in which Windows writes XML. A text
// that says UTF-16 of itself has been decoded already, or never was UTF-16.
func charsetReader(label string, in io.Reader) (io.Reader, error) {
	switch label = strings.ToLower(label); label {
	case "utf-16", "utf-16le", "utf-16be", "us-ascii", "ascii", "unicode":
		return in, nil
	case "windows-1252", "iso-8859-1", "latin1", "cp1252":
		return charmap.Windows1252.NewDecoder().Reader(in), nil
	case "windows-1250":
		return charmap.Windows1250.NewDecoder().Reader(in), nil
	case "iso-8859-2":
		return charmap.ISO8859_2.NewDecoder().Reader(in), nil
	case "iso-8859-15":
		return charmap.ISO8859_15.NewDecoder().Reader(in), nil
	}
	return nil, fmt.Errorf("it is written in a character set that we do not know")
}

// next gives the next token. Errors: io.EOF at the end of a whole file,
// grid.ErrDamaged, grid.ErrEntity, grid.ErrTooLarge.
func (d *decoder) next() (xml.Token, error) {
	token, err := d.xml.Token()
	if err == io.EOF {
		return nil, err
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %s", grid.ErrDamaged, place(err))
	}
	switch token.(type) {
	case xml.StartElement:
		if d.depth++; d.depth > mostNesting {
			return nil, grid.ErrTooLarge
		}
	case xml.EndElement:
		d.depth--
	case xml.Directive:
		return nil, grid.ErrEntity
	}
	return token, nil
}

// place says where an error of XML is. The error itself may quote the file.
func place(err error) string {
	if at, ok := err.(*xml.SyntaxError); ok {
		return fmt.Sprintf("line %d is no XML", at.Line)
	}
	return "it is no XML"
}

// children calls a function for every element inside the one at hand. The
// function must read to the end of its element.
func (d *decoder) children(each func(xml.StartElement) error) error {
	for {
		token, err := d.next()
		if err != nil {
			return inside(err)
		}
		switch element := token.(type) {
		case xml.StartElement:
			if err := each(element); err != nil {
				return err
			}
		case xml.EndElement:
			return nil
		}
	}
}

// skip reads to the end of the element at hand.
func (d *decoder) skip() error {
	for above := d.depth - 1; d.depth > above; {
		if _, err := d.next(); err != nil {
			return inside(err)
		}
	}
	return nil
}

// words gives all the text inside the element at hand, in a room that is used again.
func (d *decoder) words(room []byte) ([]byte, error) {
	for above := d.depth - 1; d.depth > above; {
		token, err := d.next()
		if err != nil {
			return room, inside(err)
		}
		if text, ok := token.(xml.CharData); ok {
			room = append(room, text...)
		}
		if len(room) > longestToken {
			return room, grid.ErrTooLarge
		}
	}
	return room, nil
}

// inside turns an end of the file in the middle of an element into an error.
func inside(err error) error {
	if err == io.EOF {
		return grid.ErrDamaged
	}
	return err
}

// attribute gives an attribute of a workbook's element, "" if it has none.
func attribute(element xml.StartElement, name string) string {
	for _, a := range element.Attr {
		if a.Name.Local == name && (a.Name.Space == namespace || a.Name.Space == "" || a.Name.Space == "ss") {
			return a.Value
		}
	}
	return ""
}

// count gives an attribute that is a whole number, 0 if there is none, and never
// more than the bound.
func count(element xml.StartElement, name string, most int) (int, error) {
	value := strings.TrimSpace(attribute(element, name))
	if value == "" {
		return 0, nil
	}
	v, err := strconv.ParseUint(value, 10, 64)
	if err != nil && strings.Trim(value, "0123456789") != "" {
		return 0, fmt.Errorf("%w: %s is no number", grid.ErrDamaged, name)
	}
	return int(min(v, uint64(most))), nil
}
