// Package templates holds what somebody who is no programmer may edit: which
// metrics stand in which pack, in which order, and the wording around them. The
// files are built into the program; a folder of the user's own overrides single files.
package templates

import (
	"embed"
	"io/fs"
)

//go:embed packs prose
var builtIn embed.FS

// Files gives the built-in files.
func Files() fs.FS { return builtIn }

// Over gives the built-in files with those of another folder laid over them: a
// file of the same name in it is taken instead of ours. Nil changes nothing.
func Over(own fs.FS) fs.FS {
	if own == nil {
		return builtIn
	}
	return overlay{own}
}

type overlay struct{ own fs.FS }

// Open opens the user's file where there is one, otherwise ours.
func (o overlay) Open(name string) (fs.File, error) {
	if info, err := fs.Stat(o.own, name); err == nil && !info.IsDir() {
		return o.own.Open(name)
	}
	return builtIn.Open(name)
}
