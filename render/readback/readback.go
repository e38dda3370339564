// Package readback reads finished files back: what a person, or a program that
// looks harder than a person, can find in their bytes. The gate searches it for
// what must not be there. It knows only the files that this program writes.
package readback

import "fmt"

// Piece is one text of a finished file and where it stands.
type Piece struct {
	Place string // "page 3", "sheet Figures, cell B7", "properties": never a value
	Text  string
}

// Read gives every text of a finished file: what is shown, and what is not (alternative
// text, properties, hidden sheets, comments, defined names, data of charts, scripts).
// The ending of the name says what it is: pdf, xlsx, html, json or csv. A file that
// cannot be read to its end is an error: what cannot be searched cannot be released.
func Read(name string, data []byte) ([]Piece, error) {
	return nil, fmt.Errorf("%s is of a kind that we cannot read back", name)
}
