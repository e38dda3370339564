package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// journal lists the moves of a build that is being put in place, file by file: from
// it alone, and from which files stand where, any run can end what was begun.
type journal struct {
	Files []string `json:"files"` // in new, to go into the folder; the manifest is the last
	Gone  []string `json:"gone"`  // in the folder, to go away
}

// Names in the room inside OUT.
const (
	journalName = "journal.json"
	newName     = "new"
	oldName     = "old"
)

// inPlace puts the files into the folder one by one. An error means that all is
// as it was.
func (p *placing) inPlace() (err error) {
	made := os.Mkdir(p.dir, p.mode()) == nil
	defer func() {
		if made && err != nil {
			_ = os.Remove(p.dir) // it was not there before
		}
	}()
	work, err := enter(filepath.Join(p.dir, insideRoom))
	if err != nil {
		return err
	}
	defer work.leave()
	defer work.sweep()
	if err := errors.Join(os.Mkdir(work.path(newName), 0o700), os.Mkdir(work.path(oldName), 0o700)); err != nil {
		return err
	}
	if err := p.writeAll(work.path(newName)); err != nil {
		return err
	}
	j := journal{Gone: p.gone(p.dir)}
	for _, f := range p.files {
		j.Files = append(j.Files, f.name)
	}
	slices.SortStableFunc(j.Files, func(a, b string) int { return last(a) - last(b) })
	if err := work.begin(j); err != nil {
		return err
	}
	if stuck, err := j.forward(work); err != nil {
		if back := j.back(work); back != nil {
			return failure{code: exitNothing, what: fmt.Sprintf("%s is half replaced, and we cannot put it right now.", p.said), hints: []string{"close every file of that folder and run the same command again."}}
		}
		return failure{
			code: exitNothing, what: fmt.Sprintf("%s is open in another program, so it stays.", filepath.ToSlash(filepath.Join(p.said, stuck))),
			hints: []string{"close it and run the same command again. No pack was replaced."},
		}
	}
	return nil
}

// last puts the manifest behind all others.
func last(name string) int {
	if name == manifestName {
		return 1
	}
	return 0
}

// begin writes the journal, through to the disk, before the first move.
func (r *room) begin(j journal) error {
	text, err := json.Marshal(j)
	if err != nil {
		return err
	}
	if err := writeThrough(r.path("begun"), text, 0o600); err != nil {
		return err
	}
	changing.Store(true)
	if err := errors.Join(syncFolder(r.path(newName)), syncFolder(r.path(oldName)), os.Rename(r.path("begun"), r.path(journalName))); err != nil {
		return err
	}
	err = syncFolder(r.dir)
	step("journal")
	return err
}

// move gives a file another name; tests put one in its place that cannot, as where a
// file is open in Excel.
var move = os.Rename

// forward makes all moves that are not made yet. It gives the file that cannot move.
func (j journal) forward(r *room) (stuck string, err error) {
	out := filepath.Dir(r.dir)
	for _, name := range slices.Concat(j.Gone, j.Files) {
		target, fresh, aside := filepath.Join(out, name), r.path(newName, name), r.path(oldName, name)
		placed := slices.Contains(j.Files, name)
		if placed && !there(fresh) {
			continue // it is in its place
		}
		if there(target) && !there(aside) {
			if err := move(target, aside); err != nil {
				return name, err
			}
			step("aside " + name)
		}
		if placed {
			if err := move(fresh, target); err != nil {
				return name, err
			}
			step("moved " + name)
		}
	}
	return "", errors.Join(syncFolder(out), j.end(r))
}

// back undoes all moves that were made.
func (j journal) back(r *room) error {
	out := filepath.Dir(r.dir)
	names := slices.Concat(j.Gone, j.Files)
	slices.Reverse(names)
	for _, name := range names {
		target, fresh, aside := filepath.Join(out, name), r.path(newName, name), r.path(oldName, name)
		if slices.Contains(j.Files, name) && !there(fresh) && there(target) {
			if err := os.Rename(target, fresh); err != nil {
				return err
			}
		}
		if there(aside) {
			if err := os.Rename(aside, target); err != nil {
				return err
			}
		}
		step("back " + name)
	}
	return errors.Join(syncFolder(out), j.end(r))
}

// end takes the journal away: what the folder holds now is what it is to hold.
func (journal) end(r *room) error {
	err := os.Remove(r.path(journalName))
	step("ended")
	return errors.Join(err, syncFolder(r.dir))
}

// settle ends a build that was stopped in the middle of being put in place. Every
// command that writes into a folder of packs calls it first; for those that only read,
// settled is enough. Where nothing was
// stopped, it does nothing and writes nothing.
func settle(dir string) error {
	dir = whereIs(dir)
	if !there(filepath.Join(dir, insideRoom)) {
		return nil
	}
	half := failure{code: exitNothing, what: fmt.Sprintf("a run was stopped while it put packs into %s, and we cannot end it now.", filepath.ToSlash(filepath.Base(dir))), hints: []string{"close every file of that folder and run the same command again."}}
	work, err := enter(filepath.Join(dir, insideRoom))
	if err != nil {
		if there(filepath.Join(dir, insideRoom, journalName)) {
			return half
		}
		return nil // nothing was moved yet; the folder may only be read
	}
	defer work.leave()
	text, err := os.ReadFile(work.path(journalName))
	if errors.Is(err, fs.ErrNotExist) {
		work.sweep()
		return nil
	}
	var j journal
	if err != nil || json.Unmarshal(text, &j) != nil || !j.safe() || !realFolder(work.path(newName)) || !realFolder(work.path(oldName)) {
		return half
	}
	changing.Store(true)
	if _, err := j.forward(work); err != nil {
		if err := j.back(work); err != nil {
			return half
		}
	}
	work.sweep()
	return nil
}

// settled refuses a folder in which a build was stopped in the middle of being put in
// place. Commands that only read never end it themselves: the folder may come from
// somebody else, and what its journal asks for with it.
func settled(dir string) error {
	if !there(filepath.Join(whereIs(dir), insideRoom, journalName)) {
		return nil
	}
	return failure{
		code: exitNothing, what: fmt.Sprintf("a run was stopped while it put packs into %s.", filepath.ToSlash(filepath.Base(whereIs(dir)))),
		hints: []string{"build again: that ends what was stopped."},
	}
}

// safe tells whether a journal moves files of its folder only: it may come from
// anywhere, as the folder may.
func (j journal) safe() bool {
	return !slices.ContainsFunc(slices.Concat(j.Files, j.Gone), func(name string) bool { return !bareName(name) })
}

// sweep takes away what is in the room but for the lock, unless a journal says that
// it is still needed.
func (r *room) sweep() {
	if there(r.path(journalName)) {
		return
	}
	step("to sweep")
	for _, name := range []string{newName, oldName, "begun"} {
		_ = os.RemoveAll(r.path(name)) // what stays is tried again by the next run
	}
}

// there tells whether something of a name is there, be it a link that leads nowhere.
func there(name string) bool {
	_, err := os.Lstat(name)
	return err == nil
}

// realFolder tells whether a name is a folder, and no link to one.
func realFolder(name string) bool {
	info, err := os.Lstat(name)
	return err == nil && info.IsDir()
}
