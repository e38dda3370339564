package main

import (
	"archive/zip"
	"io"
	"io/fs"
	"time"
)

// member is one file of a zip.
type member struct {
	name string
	data []byte
	runs bool // a program: it may be run after unpacking
}

// packedOn is the time that every member carries, so that the bytes do not
// depend on when the zip was made. It is the earliest a zip can hold.
var packedOn = time.Date(1980, time.January, 1, 0, 0, 0, 0, time.UTC)

// writeZip writes the members in their order.
func writeZip(w io.Writer, members []member) error {
	packed := zip.NewWriter(w)
	for _, m := range members {
		head := &zip.FileHeader{Name: m.name, Method: zip.Deflate, Modified: packedOn}
		mode := fs.FileMode(0o644)
		if m.runs {
			mode = 0o755
		}
		head.SetMode(mode)
		out, err := packed.CreateHeader(head)
		if err != nil {
			return err
		}
		if _, err := out.Write(m.data); err != nil {
			return err
		}
	}
	return packed.Close()
}
