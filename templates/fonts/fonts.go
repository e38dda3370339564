// Package fonts carries the typeface of every pack, Open Sans, as bytes, so that
// a page looks the same on a machine that has no such font. The licence is
// Apache 2.0 and stands beside the files as LICENSE.txt.
package fonts

import _ "embed"

// Regular is Open Sans Regular, a TrueType file: text and numbers.
//
//go:embed OpenSans-Regular.ttf
var Regular []byte

// Semibold is Open Sans Semibold, a TrueType file: headings and last values.
//
//go:embed OpenSans-Semibold.ttf
var Semibold []byte

// Italic is Open Sans Italic, a TrueType file: a person's own words.
//
//go:embed OpenSans-Italic.ttf
var Italic []byte

// Licence is the text of the licence under which the three files are passed on.
//
//go:embed LICENSE.txt
var Licence string
