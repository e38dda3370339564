package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// place puts finished files into a folder, all or none, and takes away what an
// earlier build left there and this one does not make. What else is in the folder
// is the user's and stays. Folders in stays are in use, and are not moved.
//
// What each system promises, when the program is killed, the power goes or the
// disk is full:
//
//   - Linux and macOS: the folder is whole, the old or the new, at every moment. The
//     new one is made beside it, with links to the user's own files, is written
//     through to the disk, and the two change places in one step (output_swap.go).
//   - Every system, where the folder is not there yet: it appears whole, by one renaming.
//   - Windows; a file system without such a step or without links; a folder that is
//     a mount, the current folder, has the exports in it, holds very many files of the
//     user's, or stands in a folder that takes nothing: file by file, with a journal
//     that is on the disk before the first move (output_journal.go). A run that
//     fails puts all back. After a kill in the middle, the next command that reads or
//     writes the folder ends what was begun, before it does anything else.
//
// Two runs at once: the second waits until the first has put its files in place;
// then it replaces them. Of a run that was killed, hidden folders may stay: the next
// run into the same folder takes them away, once no living run holds their lock.
func place(dir string, files []output, stays ...string) error {
	p, err := newPlacing(dir, files)
	if err != nil {
		return err
	}
	beside, err := enter(besideName(p.dir))
	if errors.Is(err, errHeld) {
		return p.busy()
	}
	if err == nil {
		defer beside.leave()
		p.clear(beside)
	}
	if err := settle(p.dir); err != nil {
		return err
	}
	step("settled")
	if beside != nil && !inUse(p.dir, stays) {
		if err := p.swap(beside); err == nil {
			return nil
		}
	}
	return p.told(p.inPlace())
}

// placing is files on their way into a folder.
type placing struct {
	said  string // the folder as the user wrote it
	dir   string // where it is, without links
	files []output
}

// step is called between any two steps that a kill may come between; tests stop there.
var step = func(string) {}

// newPlacing finds the folder, and makes those above it where they are not there.
func newPlacing(dir string, files []output) (*placing, error) {
	p := &placing{said: filepath.ToSlash(dir), dir: whereIs(dir), files: files}
	for _, f := range files {
		if !bareName(f.name) {
			return nil, failure{code: exitNothing, what: fmt.Sprintf("%q cannot be the name of a file.", f.name)}
		}
		if realFolder(filepath.Join(p.dir, f.name)) {
			return nil, failure{code: exitNothing, what: fmt.Sprintf("%s is a folder of yours, so no pack takes its place.", p.said+"/"+f.name), hints: []string{"give it another name, or choose another place with --out."}}
		}
	}
	if info, err := os.Lstat(p.dir); err == nil && !info.IsDir() || filepath.Dir(p.dir) == p.dir {
		return nil, noFolder(dir) // also not the top of a disk
	}
	if err := os.MkdirAll(filepath.Dir(p.dir), 0o755); err != nil {
		return nil, cannotMake(dir)
	}
	return p, nil
}

// bareName tells whether a name is that of a file in a folder, and leads nowhere else.
func bareName(name string) bool {
	return filepath.IsLocal(name) && filepath.Base(name) == name && name != "." && !strings.ContainsAny(name, `/\`)
}

// gone lists what a folder holds of an earlier build and these files do not replace.
// Only a whole build, which has a manifest, takes anything away, and a list of copies its
// old signature.
func (p *placing) gone(dir string) []string {
	for _, f := range p.files {
		if f.name == manifestName {
			return madeBefore(dir, p.files)
		}
		if f.name == handoverName { // its signature does not fit the new list
			if info, err := os.Lstat(filepath.Join(dir, handoverName+signatureEnding)); err == nil && info.Mode().IsRegular() {
				return []string{handoverName + signatureEnding}
			}
		}
	}
	return nil
}

// mode is how a new folder is to be opened: by its owner alone where people are in it.
func (p *placing) mode() fs.FileMode {
	for _, f := range p.files {
		if f.people {
			return 0o700
		}
	}
	return 0o755
}

// writeAll writes the files into an empty folder, through to the disk.
func (p *placing) writeAll(dir string) error {
	for _, f := range p.files {
		mode := fs.FileMode(0o644)
		if f.people {
			mode = 0o600
		}
		if err := writeThrough(filepath.Join(dir, f.name), f.text, mode); err != nil {
			return err
		}
		step("wrote " + f.name)
	}
	return syncFolder(dir)
}

// told words an error; what was there before is as it was.
func (p *placing) told(err error) error {
	var f failure
	if err == nil || errors.As(err, &f) {
		return err
	}
	if errors.Is(err, errHeld) {
		return p.busy()
	}
	if diskFull(err) {
		size := 0
		for _, f := range p.files {
			size += len(f.text)
		}
		return failure{
			code: exitNothing, what: "the disk is full. No pack was written; the old ones are untouched.",
			hints: []string{fmt.Sprintf("free about %d MB or choose another place with --out.", size/1_000_000+1)},
		}
	}
	return failure{
		code: exitNothing, what: fmt.Sprintf("we cannot write into %s. No pack was written; the old ones are untouched.", p.said),
		hints: []string{"choose another place with --out."},
	}
}

func (p *placing) busy() error {
	return failure{code: exitNothing, what: fmt.Sprintf("another run is writing into %s, so it stays as it is.", p.said), hints: []string{"wait until that run has ended and run the same command again."}}
}
