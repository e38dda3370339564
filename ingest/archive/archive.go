// Package archive opens zip files, which workbooks are too, without trusting
// what they say of themselves: all that is unpacked counts against one bound, and
// nothing is ever written to disk.
package archive

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"evidencepack/ingest/grid"
)

// mostMembers is how many members a zip file may have.
const mostMembers = 10_000

// Archive is an open zip file. It is not safe for use by several goroutines.
type Archive struct {
	members map[string]*zip.File // by plain name
	names   []string             // plain names in the order of the file
	twice   map[string]bool      // plain names that several members have; the last of them is read
	left    int64                // bytes that may still be unpacked
}

// Open reads the directory of a zip file. Errors: grid.ErrDamaged, grid.ErrTooLarge.
func Open(text []byte) (*Archive, error) {
	z, err := zip.NewReader(bytes.NewReader(text), int64(len(text)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, fmt.Errorf("%w: %v", grid.ErrDamaged, err)
	}
	if len(z.File) > mostMembers {
		return nil, grid.ErrTooLarge
	}
	a := &Archive{members: make(map[string]*zip.File, len(z.File)), twice: make(map[string]bool), left: grid.MostUnpacked}
	for _, f := range z.File {
		name := Plain(f.Name)
		if strings.HasSuffix(f.Name, "/") || name == "" {
			continue
		}
		if _, twice := a.members[name]; twice {
			a.twice[name] = true
		} else {
			a.names = append(a.names, name)
		}
		a.members[name] = f
	}
	return a, nil
}

// Plain gives the name of a member as it is compared: with / between its parts,
// without case, and never above the archive.
func Plain(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/"))
}

// Names lists the members by plain name, in the order of the file.
func (a *Archive) Names() []string { return a.names }

// Written gives the name of a member as it was written.
func (a *Archive) Written(name string) string {
	if f := a.members[Plain(name)]; f != nil {
		return f.Name
	}
	return name
}

// Has tells whether there is a member of a name.
func (a *Archive) Has(name string) bool { return a.members[Plain(name)] != nil }

// Reader unpacks one member as it is read. What it gives counts against the bound
// of the whole archive, each time that a member is read for checking; rewind tells
// that the same member was read before and is only walked again. Errors, also from
// reading: grid.ErrDamaged, grid.ErrTooLarge.
func (a *Archive) Reader(name string, rewind bool) (io.ReadCloser, error) {
	f := a.members[Plain(name)]
	if f == nil {
		return nil, fmt.Errorf("%w: it has no part %s", grid.ErrDamaged, path.Base(name))
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("%w: %v", grid.ErrDamaged, err)
	}
	return &member{r: r, archive: a, free: rewind}, nil
}

// All unpacks one member as a whole, up to most bytes.
func (a *Archive) All(name string, most int64) ([]byte, error) {
	r, err := a.Reader(name, false)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	text, err := io.ReadAll(io.LimitReader(r, most+1))
	if err != nil {
		return nil, err
	}
	if int64(len(text)) > most {
		return nil, grid.ErrTooLarge
	}
	return text, nil
}

// member counts what is unpacked of one member.
type member struct {
	r       io.ReadCloser
	archive *Archive
	free    bool
}

// Read unpacks the next bytes.
func (m *member) Read(p []byte) (int, error) {
	n, err := m.r.Read(p)
	if !m.free {
		if m.archive.left -= int64(n); m.archive.left < 0 {
			return 0, grid.ErrTooLarge
		}
	}
	if err != nil && err != io.EOF {
		err = fmt.Errorf("%w: %v", grid.ErrDamaged, err)
	}
	return n, err
}

// Close gives the member back.
func (m *member) Close() error { return m.r.Close() }
