// Package testdata holds the demo's exports: the files of one invented provider.
// The program carries them, so that its demo needs no other file.
//
// A pattern such as ./... passes this folder by: its packages are tested by name.
package testdata

import (
	"embed"
	"io/fs"
)

//go:embed exports
var files embed.FS

// Exports gives the demo's exports, with the files at its root.
func Exports() fs.FS {
	root, err := fs.Sub(files, "exports")
	if err != nil {
		return files // not reached: the folder is part of the program
	}
	return root
}
