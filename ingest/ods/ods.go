// Package ods reads OpenDocument spreadsheets and their templates, as LibreOffice,
// Excel and Google write them. The sheets are read as they are unpacked; nothing is
// written to disk, and what a cell is said to be counts, not what would be shown.
package ods

import (
	"strings"

	"evidencepack/ingest/archive"
	"evidencepack/ingest/grid"
)

// Bounds of what is unpacked. An export of a hundred thousand rows and twenty
// columns comes near them.
const (
	mostContent = 256 << 20 // bytes of the sheets
	mostPart    = 16 << 20  // bytes of each other part
)

// Open reads a spreadsheet as a whole. Errors: grid.ErrLocked, grid.ErrDamaged,
// grid.ErrTooLarge, grid.ErrEntity, grid.ErrEmpty, grid.ErrNotTable and
// grid.Unsupported for other kinds of documents.
func Open(text []byte) (*grid.Book, error) {
	if len(text) == 0 {
		return nil, grid.ErrEmpty
	}
	a, err := archive.Open(text)
	if err != nil {
		return nil, err
	}
	if err := checkKind(a); err != nil {
		return nil, err
	}
	if err := checkParts(a); err != nil {
		return nil, err
	}
	r, err := a.Reader("content.xml", false)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return newContent(&bounded{r: r, left: mostContent}).read()
}

// otherKinds are documents that are packed in the same way.
var otherKinds = []struct{ kind, format string }{
	{"application/vnd.oasis.opendocument.text", "odt"},
	{"application/vnd.oasis.opendocument.presentation", "odp"},
	{"application/vnd.oasis.opendocument.graphics", "odg"},
	{"application/vnd.oasis.opendocument.base", "odb"},
	{"application/vnd.sun.xml.calc", "sxc"},
}

// checkKind refuses other documents, if the package says what it is.
func checkKind(a *archive.Archive) error {
	if !a.Has("mimetype") {
		return nil
	}
	kind, err := a.All("mimetype", mostPart)
	if err != nil {
		return err
	}
	for _, other := range otherKinds {
		if strings.HasPrefix(string(kind), other.kind) {
			return grid.Unsupported{Format: other.format}
		}
	}
	return nil
}

// checkParts reads the parts beside the sheets. What is in them does not matter,
// but a package of which one is broken was cut or changed on its way, and no
// office program opens it.
func checkParts(a *archive.Archive) error {
	for _, name := range []string{"meta-inf/manifest.xml", "meta.xml", "settings.xml", "styles.xml"} {
		if !a.Has(name) {
			continue
		}
		r, err := a.Reader(name, false)
		if err != nil {
			return err
		}
		err = checkPart(newScanner(&bounded{r: r, left: mostPart}))
		r.Close()
		if err != nil {
			return err
		}
	}
	return nil
}

// checkPart goes through one part. The list of parts says which are encrypted.
func checkPart(s *scanner) error {
	for {
		switch kind, err := s.next(); {
		case err != nil:
			return err
		case kind == done:
			return nil
		case kind == opened && s.is(manifest, "encryption-data"):
			return grid.ErrLocked
		}
	}
}
