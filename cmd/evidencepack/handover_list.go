package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// handoverName is the list that goes with copies that were handed over, so that whoever
// receives them can see that nobody touched them. It names the copies, their sizes and
// their SHA-256, and nothing of what they were made from: the manifest of a build counts
// rows exactly, so it stays at home.
const handoverName = "handover.json"

// handoverList is that file.
type handoverList struct {
	Version string         `json:"version"` // of the program
	Files   []manifestFile `json:"files"`   // in order of name
}

// copiesList makes the list of some copies, and of earlier ones that they do not replace.
func copiesList(copies []output, earlier []manifestFile) ([]byte, error) {
	l := handoverList{Version: version}
	for _, f := range copies {
		l.Files = append(l.Files, manifestFileOf(f.name, f.text))
	}
	for _, f := range earlier {
		if !slices.ContainsFunc(copies, func(o output) bool { return o.name == f.File }) {
			l.Files = append(l.Files, f)
		}
	}
	slices.SortFunc(l.Files, func(a, b manifestFile) int { return strings.Compare(a.File, b.File) })
	text, err := json.MarshalIndent(l, "", " ")
	return append(text, '\n'), err
}

// earlierCopies are those that a folder's list names and that are as they were.
func earlierCopies(dir string) []manifestFile {
	m, _, err := openList(dir, handoverName)
	if err != nil {
		return nil
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil
	}
	defer root.Close()
	return slices.DeleteFunc(m.Outputs, func(f manifestFile) bool {
		_, err := asBuilt(root, f)
		return err != nil
	})
}

// listIn names the list that a folder has: of a build, or of copies.
func listIn(dir string) string {
	if _, err := os.Lstat(filepath.Join(dir, manifestName)); !errors.Is(err, os.ErrNotExist) {
		return manifestName
	}
	if _, err := os.Lstat(filepath.Join(dir, handoverName)); err == nil {
		return handoverName
	}
	return manifestName
}

// parseHandover reads a list strictly, as a manifest that has nothing but outputs.
func parseHandover(text []byte) (manifest, error) {
	var l handoverList
	read := json.NewDecoder(bytes.NewReader(text))
	read.DisallowUnknownFields()
	if err := read.Decode(&l); err != nil {
		return manifest{}, errors.New("it is not as we write it, or not whole")
	}
	if err := knownVersion(l.Version); err != nil {
		return manifest{}, err
	}
	if len(l.Files) == 0 {
		return manifest{}, errors.New("it names no files")
	}
	return manifest{Version: l.Version, Outputs: l.Files}, filesFormed(l.Files)
}
