// Package templates holds what somebody who is no programmer may edit: which
// metrics stand in which pack, in which order, and the wording around them. The
// files are built into the program; a folder of the user's own overrides single files.
package templates

import (
	"embed"
	"errors"
	"io/fs"
	"slices"
	"strings"
)

//go:embed packs prose frameworks
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

// ReadDir lists the files of both, each name once.
func (o overlay) ReadDir(name string) ([]fs.DirEntry, error) {
	ours, err := fs.ReadDir(builtIn, name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	own, err := fs.ReadDir(o.own, name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	all := append(own, ours...)
	slices.SortStableFunc(all, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return slices.CompactFunc(all, func(a, b fs.DirEntry) bool { return a.Name() == b.Name() }), nil
}

// Open opens the user's file where there is one, otherwise ours.
func (o overlay) Open(name string) (fs.File, error) {
	if info, err := fs.Stat(o.own, name); err == nil && !info.IsDir() {
		return o.own.Open(name)
	}
	return builtIn.Open(name)
}
