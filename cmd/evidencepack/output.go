package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// place puts finished files into a folder, all or none: they are written into a
// private folder inside it first, the old ones step aside, the new ones step in.
// A file that is open in Excel cannot step aside; then everything stays as it was.
func place(dir string, files []output) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return failure{code: exitNothing, what: fmt.Sprintf("we cannot make the folder %s.", filepath.ToSlash(dir)), hints: []string{"choose another place with --out."}}
	}
	fresh, err := os.MkdirTemp(dir, ".new-")
	if err != nil {
		return failure{code: exitNothing, what: fmt.Sprintf("we cannot write into %s.", filepath.ToSlash(dir)), hints: []string{"choose another place with --out."}}
	}
	defer os.RemoveAll(fresh)
	for _, f := range files {
		if err := os.WriteFile(filepath.Join(fresh, f.name), f.text, 0o644); err != nil {
			return failure{
				code: exitNothing, what: "the packs could not be written; the disk may be full. The old ones are untouched.",
				hints: []string{"free some space, or choose another place with --out."},
			}
		}
	}
	old, err := os.MkdirTemp(dir, ".old-")
	if err != nil {
		return failure{code: exitNothing, what: fmt.Sprintf("we cannot write into %s.", filepath.ToSlash(dir))}
	}
	defer os.RemoveAll(old)
	for i, f := range files {
		if err := swap(dir, fresh, old, f.name); err != nil {
			for _, done := range files[:i] {
				undo(dir, old, done.name)
			}
			return failure{
				code: exitNothing, what: fmt.Sprintf("%s is open in another program, so it stays.", filepath.ToSlash(filepath.Join(dir, f.name))),
				hints: []string{"close it and run the same command again. No pack was replaced."},
			}
		}
	}
	return nil
}

// swap moves the old file of a name aside and the new one in.
func swap(dir, fresh, old, name string) error {
	target, aside := filepath.Join(dir, name), filepath.Join(old, name)
	if err := os.Rename(target, aside); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := os.Rename(filepath.Join(fresh, name), target); err != nil {
		undo(dir, old, name)
		return err
	}
	return nil
}

// undo brings an old file back, or takes the new one away where there was none.
func undo(dir, old, name string) {
	target, aside := filepath.Join(dir, name), filepath.Join(old, name)
	if _, err := os.Stat(aside); err != nil {
		_ = os.Remove(target) // it was new; if it cannot go, the message names the folder anyway
		return
	}
	_ = os.Rename(aside, target) // the same: there is nothing more that could be done
}

// canWrite finds out before the work whether files can be put into a folder, or
// into the nearest one above it that is there.
func canWrite(dir string) error {
	at := dir
	for {
		if _, err := os.Stat(at); err == nil || filepath.Dir(at) == at {
			break
		}
		at = filepath.Dir(at)
	}
	probe, err := os.MkdirTemp(at, ".evidencepack-")
	if err != nil {
		return failure{code: exitNothing, what: fmt.Sprintf("we cannot write into %s.", filepath.ToSlash(dir)), hints: []string{"choose another place with --out."}}
	}
	return os.Remove(probe)
}
