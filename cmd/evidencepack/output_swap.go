package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// freshName is the folder in the room beside OUT: the new one until it is in its
// place, and from then on the old one. madeName says which it is.
const (
	freshName = "packs"
	madeName  = "made"
)

// swap makes a whole new folder beside the old one and lets the two change places.
// An error means that nothing was changed.
func (p *placing) swap(beside *room) (err error) {
	fresh := beside.path(freshName)
	replaces, mode := there(p.dir), p.mode()
	if replaces {
		mode = 0o700 // until it is made like the old one
	}
	if err = os.Mkdir(fresh, mode); err != nil {
		return err // perhaps an old folder from which not all could be saved
	}
	defer func() {
		if err != nil {
			_ = os.RemoveAll(fresh) // it never was in its place
			_ = os.Remove(beside.path(madeName))
		}
	}()
	step("made the new folder")
	if err = writeThrough(beside.path(madeName), []byte(identity(fresh)), 0o600); err != nil {
		return err
	}
	if err = p.writeAll(fresh); err != nil {
		return err
	}
	if replaces {
		k := keeping{ours: p.ours(p.dir)}
		if err = k.link(p.dir, fresh, true); err != nil {
			return err
		}
	}
	if err = errors.Join(syncFolder(fresh), syncFolder(beside.dir)); err != nil {
		return err
	}
	step("ready")
	changing.Store(true)
	if replaces {
		err = exchange(fresh, p.dir)
	} else {
		err = os.Rename(fresh, p.dir)
	}
	if err != nil {
		return err
	}
	step("in place")
	_ = syncFolder(filepath.Dir(p.dir)) // it is in place; whether the disk has noted it yet changes nothing that can be told
	p.clear(beside)
	return nil
}

// clear empties the room beside: of a new folder that never came into its place, or
// of the old one, from which anything that the user put there meanwhile is saved.
func (p *placing) clear(beside *room) {
	if left := beside.path(freshName); there(left) {
		made, err := os.ReadFile(beside.path(madeName))
		never := err == nil && len(made) > 0 && string(made) == identity(left)
		if !never && there(p.dir) {
			k := keeping{ours: p.ours(left)}
			for _, name := range append(madeBefore(left, nil), manifestName) {
				k.ours[name] = true
			}
			if k.rescue(left, p.dir, true) != nil {
				return // what is not safe stays where it is, for the next run
			}
			step("rescued")
		}
		if os.RemoveAll(left) != nil {
			return
		}
		step("removed the old folder")
	}
	_ = os.Remove(beside.path(madeName)) // where it stays, the room does, until the next run
	step("cleared")
}

// ours names what is not the user's in a folder: what is written now, and what that
// takes away.
func (p *placing) ours(dir string) map[string]bool {
	mine := map[string]bool{insideRoom: true}
	for _, f := range p.files {
		mine[f.name] = true
	}
	for _, name := range p.gone(dir) {
		mine[name] = true
	}
	return mine
}

// keeping carries what is the user's from an old folder into a new one.
type keeping struct {
	ours map[string]bool // names at the top that are not the user's
	n    int
}

// mostKept is how many files and folders of the user's are carried. A folder with
// more is a place of work with packs in it, and stays the folder that it is.
const mostKept = 200

var (
	errTooMany  = errors.New("too many other files")
	errNotSaved = errors.New("a file stands in the place of a folder")
)

// link puts all that is the user's into a new folder as well, without copying: a
// file that is open goes on as the same file.
func (k *keeping) link(from, to string, top bool) error {
	entries, err := os.ReadDir(from)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if top && k.ours[e.Name()] {
			continue
		}
		if k.n++; k.n > mostKept {
			return errTooMany
		}
		if err := k.linkOne(filepath.Join(from, e.Name()), filepath.Join(to, e.Name()), e.Type()); err != nil {
			return err
		}
		step("kept " + e.Name())
	}
	return makeAlike(from, to)
}

func (k *keeping) linkOne(from, to string, kind fs.FileMode) error {
	switch {
	case kind.IsDir():
		if err := os.Mkdir(to, 0o700); err != nil {
			return err
		}
		if err := k.link(from, to, false); err != nil {
			return err
		}
		info, err := os.Lstat(from)
		if err != nil {
			return err
		}
		return errors.Join(os.Chtimes(to, info.ModTime(), info.ModTime()), syncFolder(to))
	case kind&fs.ModeSymlink != 0:
		target, err := os.Readlink(from)
		if err != nil {
			return err
		}
		return os.Symlink(target, to)
	}
	return os.Link(from, to)
}

// rescue moves what came into the old folder after its files were linked: a note
// that was just saved. Of two versions of a file the later one is kept.
func (k *keeping) rescue(old, now string, top bool) error {
	entries, err := os.ReadDir(old)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if top && k.ours[e.Name()] {
			continue
		}
		from, to := filepath.Join(old, e.Name()), filepath.Join(now, e.Name())
		a, errA := os.Lstat(from)
		b, errB := os.Lstat(to)
		switch {
		case errA != nil:
			err = errA
		case errors.Is(errB, fs.ErrNotExist):
			err = os.Rename(from, to)
		case errB != nil:
			err = errB
		case a.IsDir() && b.IsDir():
			err = k.rescue(from, to, false)
		case a.IsDir() || b.IsDir():
			err = errNotSaved
		case os.SameFile(a, b):
		case a.ModTime().After(b.ModTime()):
			err = os.Rename(from, to)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
