package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// staged is a single file, such as a key sheet, that is written and on the disk
// under a hidden name, and waits for its place.
type staged struct{ fresh, file string }

// stage writes a file under a hidden name beside its place. What a killed run left
// under that name is replaced. Mode is narrowed by the umask as usual.
func stage(file string, text []byte, mode fs.FileMode) (*staged, error) {
	fresh := besideName(file)
	if err := os.Remove(fresh); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	if err := writeThrough(fresh, text, mode); err != nil {
		return nil, err
	}
	step("staged")
	return &staged{fresh, file}, nil
}

// put moves the file into its place in one step. A link that stands there is
// replaced; what it leads to is not touched. No file is nothing to do.
func (s *staged) put() error {
	if s == nil {
		return nil
	}
	defer s.drop()
	if info, err := os.Lstat(s.file); err == nil && info.IsDir() {
		return fs.ErrExist
	}
	changing.Store(true)
	if err := os.Rename(s.fresh, s.file); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(s.file))
}

// drop gives the file up.
func (s *staged) drop() {
	if s != nil {
		_ = os.Remove(s.fresh) // after put there is none
	}
}

// replaceFile writes a single file whole or not at all, in the place of one that may
// be there. Mode is 0600 for what names people, else 0644.
func replaceFile(file string, text []byte, mode fs.FileMode) error {
	s, err := stage(file, text, mode)
	if err != nil {
		return err
	}
	return s.put()
}

// createFile writes a single file whole or not at all. The error is fs.ErrExist where
// anything of that name is there, which then stays as it is.
func createFile(file string, text []byte, mode fs.FileMode) error {
	if there(file) {
		_ = os.Remove(besideName(file)) // what a killed run may have left, a second name of a secret
		return fs.ErrExist
	}
	s, err := stage(file, text, mode)
	if err != nil {
		return err
	}
	defer s.drop()
	changing.Store(true)
	err = os.Link(s.fresh, file) // unlike a renaming it never replaces
	if err != nil && !errors.Is(err, fs.ErrExist) {
		err = writeThrough(file, text, mode) // a disk without links
	}
	if err != nil {
		return err
	}
	return syncFolder(filepath.Dir(file))
}

// writeThrough writes a file that is not there yet, through to the disk. One that
// cannot be written whole is taken away.
func writeThrough(file string, text []byte, mode fs.FileMode) error {
	f, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	_, err = f.Write(text)
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err != nil {
		_ = os.Remove(file)
	}
	return err
}
