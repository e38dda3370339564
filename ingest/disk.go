package ingest

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"
)

// What in a folder is no file that can be read.
var (
	errLink    = errors.New("a link that leads out of the folder, to another folder, or nowhere")
	errNoPlain = errors.New("a device, a pipe or a socket, and no file")
)

// Folder gives a folder of the disk for reading. A link to a plain file in the same
// folder or below it is followed. Any other link is not, so that nothing is read that
// the user did not put there and no walk goes in circles; and no device, pipe or
// socket is opened, which could wait or go on for ever. Files are opened for reading only.
func Folder(dir string) fs.FS { return disk{os.DirFS(dir), dir} }

type disk struct {
	fs.FS
	dir string
}

// Open opens a plain file or a folder.
func (d disk) Open(name string) (fs.File, error) {
	if err := d.check("open", name); err != nil {
		return nil, err
	}
	return d.FS.Open(name)
}

// Stat describes a plain file or a folder.
func (d disk) Stat(name string) (fs.FileInfo, error) {
	if err := d.check("stat", name); err != nil {
		return nil, err
	}
	return fs.Stat(d.FS, name)
}

// ReadFile reads a plain file.
func (d disk) ReadFile(name string) ([]byte, error) {
	if err := d.check("read", name); err != nil {
		return nil, err
	}
	return fs.ReadFile(d.FS, name)
}

// check refuses what is neither a plain file nor a folder.
func (d disk) check(op, name string) error {
	if !fs.ValidPath(name) {
		return &fs.PathError{Op: op, Path: name, Err: fs.ErrInvalid}
	}
	full := filepath.Join(d.dir, filepath.FromSlash(name))
	info, err := os.Lstat(full)
	if err != nil || name == "." {
		return err // the folder itself may be a link
	}
	linked := info.Mode()&fs.ModeSymlink != 0
	if linked && !d.leadsInside(full) {
		return &fs.PathError{Op: op, Path: name, Err: errLink}
	}
	if info, err = os.Stat(full); err != nil {
		return err
	}
	switch {
	case info.Mode().IsRegular() || info.IsDir() && !linked:
		return nil
	case info.IsDir():
		return &fs.PathError{Op: op, Path: name, Err: errLink}
	}
	return &fs.PathError{Op: op, Path: name, Err: errNoPlain}
}

// leadsInside tells whether a link ends in the folder or below it.
func (d disk) leadsInside(link string) bool {
	top, err := filepath.EvalSymlinks(d.dir)
	if err != nil {
		return false
	}
	end, err := filepath.EvalSymlinks(link)
	if err != nil {
		return false
	}
	if top, err = filepath.Abs(top); err != nil {
		return false
	}
	if end, err = filepath.Abs(end); err != nil {
		return false
	}
	rel, err := filepath.Rel(top, end)
	return err == nil && filepath.IsLocal(rel)
}

// mostNested is how deep folders may stand in one another.
const mostNested = 50

// tooDeep tells whether a folder is not looked into.
func tooDeep(name string) bool { return strings.Count(name, "/") >= mostNested }

// plainToShow tells whether a name can be printed as it is: no sign in it commands a
// screen, turns the line round or breaks it, and it is UTF-8.
func plainToShow(name string) bool {
	return utf8.ValidString(name) && strings.IndexFunc(name, unshown) < 0
}

func unshown(r rune) bool {
	return unicode.IsControl(r) || r >= '\u2028' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069'
}

// shownName writes a name with %1B and the like in the place of what cannot be shown,
// and cuts one that is longer than any screen.
func shownName(name string) string {
	if plainToShow(name) && len(name) <= longestName {
		return name
	}
	var b strings.Builder
	for i, r := range name {
		if b.Len() > longestName {
			return b.String() + "..."
		}
		_, size := utf8.DecodeRuneInString(name[i:])
		switch part := name[i : i+size]; {
		case r == utf8.RuneError && size == 1, unshown(r):
			for _, one := range []byte(part) {
				fmt.Fprintf(&b, "%%%02X", one)
			}
		default:
			b.WriteString(part)
		}
	}
	return b.String()
}

// longestName is the most bytes of the name of a file that is not read which are
// shown. The path of one that is read is in the manifest in full.
const longestName = 300
