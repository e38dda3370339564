package archive

import (
	"archive/zip"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"evidencepack/ingest/grid"
)

// Bounds of a zip file of exports.
const (
	// MostMember is how many bytes one export in a zip file may unpack to; it is
	// what to give to All.
	MostMember = 512 << 20
	// A member that unpacks to many times its size is made to fill a computer.
	// Exports of nothing but delimiters are as dense, but small.
	mostTimes     = 400
	denseAndSmall = 16 << 20
)

// What is wrong with a member.
const (
	ProblemLocked = "locked with a password"
	ProblemNested = "a zip file inside a zip file"
	ProblemTwice  = "several files in the zip file have this name"
)

// Member is one export in a zip file.
type Member struct {
	Name    string // as written, with / between its parts, never above the archive: to show
	Plain   string // the name to read it by
	Problem string // why it cannot be read; "" if nothing speaks against it
}

// Exports lists what a zip file holds that is no workbook, in the order of the
// plain names. Folders, hidden files and what systems leave behind are not listed.
// What cannot be read is listed with its problem; a zip file inside is one, by its
// name. Error: grid.ErrTooLarge if the members would unpack to more than any export
// holds, by what the directory says of them or by how dense they are.
func (a *Archive) Exports() ([]Member, error) {
	var list []Member
	total := uint64(0)
	for _, plain := range slices.Sorted(slices.Values(a.names)) {
		if leftBehind(plain) {
			continue
		}
		f := a.members[plain]
		if tooDense(f) {
			return nil, grid.ErrTooLarge
		}
		if total += f.UncompressedSize64; total > grid.MostUnpacked {
			return nil, grid.ErrTooLarge
		}
		m := Member{Name: display(f), Plain: plain}
		switch {
		case a.twice[plain]:
			m.Problem = ProblemTwice
		case f.Flags&1 != 0:
			m.Problem = ProblemLocked
		case strings.HasSuffix(plain, ".zip"):
			m.Problem = ProblemNested
		}
		list = append(list, m)
	}
	return list, nil
}

// tooDense tells whether a member is larger than any export, or packed more
// closely than any large one.
func tooDense(f *zip.File) bool {
	size, packed := f.UncompressedSize64, f.CompressedSize64
	return size > MostMember || size > denseAndSmall && size/mostTimes > packed
}

// leftBehind tells by its plain name whether a file is no export but something
// that a system or an open program leaves behind.
func leftBehind(plain string) bool {
	for part := range strings.SplitSeq(plain, "/") {
		if strings.HasPrefix(part, ".") || part == "__macosx" {
			return true
		}
	}
	base := path.Base(plain)
	return strings.HasPrefix(base, "~$") || base == "thumbs.db" || base == "desktop.ini"
}

// display gives the name of a member to show: in the letters of old Windows where
// it says so, and without control characters.
func display(f *zip.File) string {
	name := f.Name
	if !utf8.ValidString(name) {
		if decoded, err := charmap.CodePage437.NewDecoder().String(name); err == nil {
			name = decoded
		}
	}
	name = strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return -1
		}
		return r
	}, name)
	return strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/")
}
