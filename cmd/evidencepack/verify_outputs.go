package main

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// mostEntries is how many entries of a folder are looked at.
const mostEntries = 10_000

// checkOutput holds one file against its line in the manifest.
func (v *verification) checkOutput(root *os.Root, want manifestFile) {
	f, info, err := openPlain(root, want.File)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if !v.sent {
			v.packs.add(want.File, "is not there")
		}
		return
	case errors.Is(err, errNoFile):
		v.packs.add(want.File, err.Error())
		return
	case err != nil:
		v.unopened = append(v.unopened, want.File)
		return
	}
	defer f.Close()
	if isPack(want.File) {
		v.checked++
	}
	if info.Size() != want.Size {
		v.packs.add(want.File, fmt.Sprintf("changed since (%s bytes, built with %s)", commas(int(info.Size())), commas(int(want.Size))))
		return
	}
	h := sha256.New()
	if n, err := io.Copy(h, io.LimitReader(f, want.Size)); err != nil || n != want.Size {
		v.unopened = append(v.unopened, want.File)
		return
	}
	if hex.EncodeToString(h.Sum(nil)) != want.SHA256 {
		v.packs.add(want.File, "changed since (same size)")
	}
}

// lookForOthers finds what lies beside the packs. What could be taken for a part of
// them is a difference; anything else is only named.
func (v *verification) lookForOthers(root *os.Root) error {
	dir, err := root.Open(".")
	if err != nil {
		return failure{code: exitNothing, what: fmt.Sprintf("the folder %s cannot be listed.", filepath.ToSlash(v.out))}
	}
	defer dir.Close()
	entries, err := dir.ReadDir(mostEntries + 1)
	if err != nil && !errors.Is(err, io.EOF) {
		return failure{code: exitNothing, what: fmt.Sprintf("the folder %s cannot be listed.", filepath.ToSlash(v.out))}
	}
	if len(entries) > mostEntries {
		v.packs.add("this folder", fmt.Sprintf("holds more than %s files; no build made them", commas(mostEntries)))
		return nil
	}
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	for _, e := range entries {
		name := e.Name()
		named := slices.ContainsFunc(v.manifest.Outputs, func(f manifestFile) bool { return f.File == name })
		switch {
		case named || name == v.listed || name == v.listed+signatureEnding || strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$"):
			// ours, or what systems and office programs leave behind
		case e.Type().IsDir() || !looksOurs(name):
			v.strangers = append(v.strangers, name)
		default:
			v.packs.add(name, "is no part of this build")
		}
	}
	return nil
}

// looksOurs tells whether a file could be taken for a part of the packs.
func looksOurs(name string) bool {
	return isPack(name) || slices.Contains([]string{".json", ".csv"}, strings.ToLower(filepath.Ext(name)))
}

// checkRemade holds the files that the same exports give now, byte for byte, against
// those in the folder. What was told before is not told again.
func (v *verification) checkRemade(files []output) error {
	root, err := os.OpenRoot(v.out)
	if err != nil {
		return failure{code: exitNothing, what: fmt.Sprintf("the folder %s cannot be opened.", filepath.ToSlash(v.out))}
	}
	defer root.Close()
	for _, made := range files {
		if v.packs.has(made.name) || slices.Contains(v.unopened, made.name) {
			continue
		}
		text, err := readPlain(root, made.name, int64(len(made.text)))
		if v.sent && errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil || string(text) != string(made.text) {
			v.packs.add(made.name, "is not what these exports give")
		}
	}
	for _, f := range v.manifest.Outputs {
		if !v.packs.has(f.File) && !slices.ContainsFunc(files, func(o output) bool { return o.name == f.File }) {
			v.packs.add(f.File, "is not made from these exports")
		}
	}
	return nil
}
