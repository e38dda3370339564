package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// room is a hidden folder in which one run works at a time, so that a second run
// into the same place waits, and what a killed run left behind is known to be nobody's.
// The lock goes with the process, however it ends.
type room struct {
	dir  string
	lock *os.File
}

var (
	errHeld   = errors.New("another run is at work here")
	errNoRoom = errors.New("no folder for the work can be had here")
)

// Names of the hidden folders. Both begin with a dot, so they are never read as exports.
const (
	insideRoom = ".evidencepack"
	besideEnd  = ".evidencepack"
	lockName   = "lock"
)

// waitForRoom is how long a run waits for another to put its files in place, which
// takes a second or two.
var waitForRoom = 30 * time.Second

// besideName is the hidden folder beside a folder. A very long name is cut; two
// folders may then share one, and wait for each other.
func besideName(dir string) string {
	const most = 200
	base := filepath.Base(dir)
	return filepath.Join(filepath.Dir(dir), "."+strings.ToValidUTF8(base[:min(len(base), most)], "")+besideEnd)
}

// enter makes a room or takes over one that a killed run left, and holds its lock.
// The error is errHeld where another run stays in it, else errNoRoom.
func enter(dir string) (*room, error) {
	until := time.Now().Add(waitForRoom)
	for {
		lock, err := openLock(dir)
		if err == nil {
			return &room{dir, lock}, nil
		}
		if errors.Is(err, errNoRoom) || time.Now().After(until) {
			return nil, err
		}
		time.Sleep(20 * time.Millisecond)
	}
}

// openLock tries once. The error is errHeld where it is worth trying again.
func openLock(dir string) (*os.File, error) {
	if err := os.Mkdir(dir, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return nil, errors.Join(errNoRoom, err)
	}
	info, err := os.Lstat(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, errHeld // the other run has just left
	}
	if err != nil || !info.IsDir() || !ownedByUs(info) {
		return nil, errNoRoom
	}
	name := filepath.Join(dir, lockName)
	lock, err := os.OpenFile(name, os.O_CREATE|os.O_RDWR, 0o600)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, errHeld
	}
	if err != nil {
		_ = os.Remove(dir) // where it is empty, we made it
		return nil, errors.Join(errNoRoom, err)
	}
	// A file system without locks says another error: there, runs cannot wait for
	// each other, and each goes on.
	held := errors.Is(tryLock(lock), errHeld)
	mine, errMine := lock.Stat()
	now, errNow := os.Lstat(name)
	if held || errMine != nil || errNow != nil || !os.SameFile(mine, now) { // the last: it was taken away while we waited for it
		lock.Close()
		return nil, errHeld
	}
	return lock, nil
}

// path is a name inside the room.
func (r *room) path(names ...string) string {
	return filepath.Join(append([]string{r.dir}, names...)...)
}

// leave gives the room up, and takes it away where it is empty but for the lock.
func (r *room) leave() {
	if entries, err := os.ReadDir(r.dir); err == nil && len(entries) == 1 {
		removeLock(r.lock)
		_ = os.Remove(r.dir) // another run may be in it by now
		return
	}
	r.lock.Close()
}
