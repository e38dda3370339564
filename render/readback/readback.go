// Package readback reads finished files back: what a person, or a program that
// looks harder than a person, can find in their bytes. The gate searches it for
// what must not be there. It knows only the files that this program writes: what it
// meets in no such file is an error, because it might hide something.
//
// What is read, by the ending of the name:
//
//   - pdf: every byte of the file belongs to a numbered object, to the table of the
//     objects or to the trailer, or the file is refused; so nothing stands between the
//     objects, and no earlier version stands behind the last. Each page is given twice,
//     as the lines that are seen ("page 3") and in the order in which it was drawn
//     ("page 3, as drawn": a text that runs over several lines stays together). All
//     strings of all objects: "properties", "bookmark 4", "link, page 2", "object 17".
//   - xlsx: every part of the archive. Cells with their shared strings resolved
//     ("sheet Figures, cell B7": what is stored, the formula, and for a day its date),
//     other texts of a sheet ("sheet Figures, oddHeader"), texts of all other parts
//     ("part xl/charts/chart3.xml"), and the values of all attributes, each once a part
//     (the same place and ", settings"). Names of sheets, of parts and of tags. Hidden
//     sheets and cells are read like any other.
//   - html: texts ("line 12"), attributes ("line 12, attribute title"), comments, style
//     sheets, data ("line 80, data: option.series[0].name"), scripts, what an address
//     of the form data: holds, and what stands packed in it ("line 90, packed: line 12").
//   - json: every string and every number ("sections[2].blocks[0].chart.title"), and
//     every name of a field once.
//   - csv: every cell that is not empty ("row 7, column 3").
//
// Escapes of each format are resolved before a text is given. A cell that is wide apart
// from the one before it on a line of the PDF stands behind a tab.
//
// What is not read: the shapes of letters and of drawings (the place of a point is no
// text; the numbers of an HTML drawing are given, as "numbers of the drawings"), embedded
// fonts, the points of a plain picture, and how a script would put pieces of a text
// together. A picture of any other kind is an error: a plain one is three bytes a point
// and nothing else, which is checked to its last byte. A word that is broken at the end of a line comes in two parts.
//
// The name of a sheet is part of a place, and it comes from the file; it is also a
// piece of its own ("name of sheet 3"). Who prints a place must have searched it.
package readback

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// Piece is one text of a finished file and where it stands.
type Piece struct {
	Place string // "page 3", "sheet Figures, cell B7", "properties": never a value
	Text  string // never empty
}

// Read gives every text of a finished file: what is shown, and what is not (alternative
// text, properties, hidden sheets, comments, defined names, data of charts, scripts).
// The ending of the name says what it is: pdf, xlsx, html, json or csv. A file that
// cannot be read to its end is an error: what cannot be searched cannot be released.
// The error names the file and its part, and repeats nothing that stands in it.
//
// Known are scripts and style sheets that are no secret, such as the chart library: one
// that stands in an HTML file letter for letter is passed over.
func Read(name string, data []byte, known ...string) ([]Piece, error) {
	r := newReader(maxUnpacked)
	r.known = known
	var err error
	switch strings.ToLower(path.Ext(name)) {
	case ".pdf":
		err = r.pdf(data)
	case ".xlsx":
		err = r.workbook(data)
	case ".html":
		err = r.page(data)
	case ".json":
		err = r.json(data)
	case ".csv":
		err = r.csv(data)
	default:
		err = errors.New("it is of a kind that we never write")
	}
	if err != nil {
		return nil, fmt.Errorf("%s cannot be read back: %w", path.Base(name), err)
	}
	r.give("names of tags and their attributes", strings.Join(r.names, "\n"))
	return r.pieces, nil
}

// maxUnpacked is how much may come out of the packed parts of one file, in bytes: some
// hundred times what the largest pack holds.
const maxUnpacked = 256 << 20

// maxDeep is how deeply parts may stand inside each other, in any format.
const maxDeep = 100

// reader collects the pieces of one file.
type reader struct {
	pieces []Piece
	known  []string
	room   int             // bytes that may still be unpacked
	named  map[string]bool // names of tags and attributes of XML that were met
	names  []string        // the same, in their order

	streams, raw io.ReadCloser // what unpacks streams of a PDF and members of an archive, used again
	again        bytes.Buffer  // what was unpacked last from a PDF
}

// newReader gives a reader that may unpack so many bytes.
func newReader(room int) *reader { return &reader{room: room, named: map[string]bool{}} }

// give adds a piece unless there is nothing in it.
func (r *reader) give(place, text string) {
	if strings.TrimSpace(text) != "" {
		r.pieces = append(r.pieces, Piece{place, text})
	}
}
