// Package web holds the two faces of Open Sans that an HTML pack carries, cut
// down to the letters of English, Welsh, Polish and the other languages of
// Europe that use Latin letters. README.md says how the files were made; the
// licence is that of the whole fonts: Apache 2.0, in LICENSE.
package web

import _ "embed"

// Regular is Open Sans Regular as WOFF2.
//
//go:embed OpenSans-Regular.woff2
var Regular []byte

// Semibold is Open Sans Semibold as WOFF2.
//
//go:embed OpenSans-Semibold.woff2
var Semibold []byte
