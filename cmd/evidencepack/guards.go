package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

// guards refuses, before any work, what would harm the exports or the user's files.
func (c *buildCommand) guards() error {
	for _, check := range []func() error{c.outOfTheWay, c.keyApart, c.keySheetPlace, c.manifestOurs} {
		if err := check(); err != nil {
			return err
		}
	}
	return canWrite(c.Out)
}

// outOfTheWay refuses an out folder that next month would be read as exports. The
// exports may lie in a folder of their own inside it: then nothing of them is moved.
func (c *buildCommand) outOfTheWay() error {
	if sameFolder(c.In, c.Out) {
		return failure{
			code: exitNothing, what: "the packs would go into the folder of the exports.",
			why:   "next month they would be read as exports.",
			hints: []string{"leave --out away; they then go to a folder evidence-packs, which is never read as exports."},
		}
	}
	return nil
}

// keyApart refuses a key among the packs: who gets the packs would get the key.
func (c *buildCommand) keyApart() error {
	if c.Key != "" && inside(c.Out, c.Key) && !(inside(c.Out, c.In) && inside(c.In, c.Key)) {
		return failure{code: exitUsage, what: "the key lies in " + filepath.ToSlash(c.Out) + ", where the packs go.", why: "whoever gets the packs could tell with it who is who.", hints: []string{"move it to a folder that only you can open."}}
	}
	return nil
}

// keySheetPlace refuses a key sheet beside the packs, among the exports, or in the
// place of any other file, before anything is built.
func (c *buildCommand) keySheetPlace() error {
	if c.KeySheet == "" {
		return nil
	}
	for _, dir := range []string{c.Out, c.In} {
		if inside(dir, c.KeySheet) {
			return failure{code: exitUsage, what: "the key sheet would stand in " + filepath.ToSlash(dir) + ".", why: "it says who is who, so it must be kept apart from packs and exports.", hints: []string{"choose another place, for example a folder that only you can open."}}
		}
	}
	for _, other := range []struct{ flag, file string }{{"--key", c.Key}, {"--config", c.Config}, {"--password-file", c.PasswordFile}} {
		if other.file != "" && whereIs(other.file) == whereIs(c.KeySheet) {
			return failure{code: exitUsage, what: "--key-sheet and " + other.flag + " name the same file.", hints: []string{"choose another name for the key sheet."}}
		}
	}
	if info, err := os.Stat(filepath.Dir(c.KeySheet)); err != nil || !info.IsDir() || mayWrite(filepath.Dir(c.KeySheet)) != nil {
		return failure{code: exitNothing, what: fmt.Sprintf("we cannot write into %s.", filepath.ToSlash(filepath.Dir(c.KeySheet))), hints: []string{"make the folder first, or choose another place with --key-sheet."}}
	}
	info, err := os.Lstat(c.KeySheet)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	text, errRead := readOwn(c.KeySheet)
	if err != nil || errRead != nil || !info.Mode().IsRegular() || !bytes.HasPrefix(text, []byte(keySheetHead)) {
		return failure{code: exitUsage, what: fmt.Sprintf("%s is there already and is no key sheet, so it stays.", filepath.Base(c.KeySheet)), hints: []string{"choose another name."}}
	}
	return nil
}

// manifestOurs refuses to replace a manifest.json that some other program wrote.
func (c *buildCommand) manifestOurs() error {
	name := filepath.Join(c.Out, manifestName)
	if !there(name) {
		return nil
	}
	var looks struct {
		Options *struct{} `json:"options"`
		Outputs *[]any    `json:"outputs"`
	}
	text, err := readOwn(name)
	if err != nil || json.Unmarshal(text, &looks) != nil || looks.Options == nil || looks.Outputs == nil {
		return failure{
			code: exitNothing, what: fmt.Sprintf("%s holds a %s that is not ours or is damaged, so it stays.", filepath.ToSlash(c.Out), manifestName),
			hints: []string{"choose another folder with --out, or take that file away if you do not need it."},
		}
	}
	return nil
}

// canWrite finds out before the work whether files can be put into a folder, or
// into the nearest one above it that is there.
func canWrite(dir string) error {
	at := whereIs(dir)
	for {
		info, err := os.Lstat(at)
		if err == nil && !info.IsDir() {
			return noFolder(dir)
		}
		if err == nil || filepath.Dir(at) == at {
			break
		}
		at = filepath.Dir(at)
	}
	if mayWrite(at) != nil {
		return failure{code: exitNothing, what: fmt.Sprintf("we cannot write into %s.", filepath.ToSlash(dir)), hints: []string{"choose another place with --out."}}
	}
	return nil
}

func noFolder(dir string) error {
	return failure{code: exitNothing, what: fmt.Sprintf("%s is no folder, so no pack can go into it.", filepath.ToSlash(dir)), hints: []string{"choose another place with --out."}}
}

func cannotMake(dir string) error {
	return failure{code: exitNothing, what: fmt.Sprintf("we cannot make the folder %s.", filepath.ToSlash(dir)), hints: []string{"choose another place with --out."}}
}

// whereIs gives the place of a file or folder without links, as far as it is there.
func whereIs(name string) string {
	full, err := filepath.Abs(name)
	if err != nil {
		return filepath.Clean(name)
	}
	if real, err := filepath.EvalSymlinks(full); err == nil {
		return real
	}
	if filepath.Dir(full) == full {
		return full
	}
	return filepath.Join(whereIs(filepath.Dir(full)), filepath.Base(full))
}

// inside tells whether a file stands in a folder or below it, whatever links lead
// there and however capitals are written. Neither need be there.
func inside(dir, file string) bool {
	from, to := whereIs(dir), whereIs(file)
	if under(from, to, runtime.GOOS == "windows") {
		return true
	}
	for at := to; ; at = filepath.Dir(at) {
		if sameFolder(from, at) {
			return true
		}
		if filepath.Dir(at) == at {
			return false
		}
	}
}

// sameFolder tells whether two names lead to one folder or file.
func sameFolder(a, b string) bool {
	infoA, errA := os.Stat(a)
	infoB, errB := os.Stat(b)
	if errA == nil && errB == nil {
		return os.SameFile(infoA, infoB)
	}
	a, b = whereIs(a), whereIs(b)
	if runtime.GOOS != "linux" { // there, capitals are usually no difference
		a, b = strings.ToLower(a), strings.ToLower(b)
	}
	return a == b
}

// inUse tells whether a folder must stay the folder that it is: the program runs in
// it, or others that are in use lie in it.
func inUse(dir string, stays []string) bool {
	if here, err := os.Getwd(); err != nil || inside(dir, here) {
		return true
	}
	for _, other := range stays {
		if inside(dir, other) {
			return true
		}
	}
	return false
}

// largestOwn is the most bytes that a file of settings or mappings may have.
const largestOwn = 64 << 20

var errNotPlain = errors.New("is no plain file")

// readOwn reads a file that lies among the exports or the packs and was perhaps not
// put there by the user: nothing that would never end, such as a device or a pipe.
func readOwn(file string) ([]byte, error) {
	info, err := os.Stat(file)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() || info.Size() > largestOwn {
		return nil, errNotPlain
	}
	return os.ReadFile(file)
}
