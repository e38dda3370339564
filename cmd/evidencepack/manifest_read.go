package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"evidencepack/ingest/record"
)

// The name of the manifest, and how much of one we read: more is none of ours.
const (
	manifestName    = "manifest.json"
	largestManifest = 16 << 20
	mostOutputs     = 1000
	largestOutput   = 1 << 30
)

// openManifest reads the manifest of a folder of packs. A file that is no manifest
// of ours, or that a later version of the program made, is an error that says so.
func openManifest(out string) (manifest, []byte, error) {
	return openList(out, manifestName)
}

// openList reads a list of files by its name: that of a build, or that of copies.
func openList(out, name string) (manifest, []byte, error) {
	text, err := readListBytes(out, name)
	if err != nil {
		return manifest{}, nil, err
	}
	m, err := listFrom(out, name, text)
	return m, text, err
}

// listFrom reads the text of a list, and says in words why it cannot.
func listFrom(out, name string, text []byte) (manifest, error) {
	parse := parseManifest
	if name == handoverName {
		parse = parseHandover
	}
	m, err := parse(text)
	if err != nil {
		return m, failure{code: exitNothing, what: fmt.Sprintf("%s in %s cannot be used: %s.", name, filepath.ToSlash(out), err), hints: []string{askAgain}}
	}
	return m, nil
}

// readListBytes reads the file and nothing larger, and no link or device.
func readListBytes(out, name string) ([]byte, error) {
	if info, err := os.Stat(out); err != nil || !info.IsDir() {
		return nil, failure{code: exitNothing, what: fmt.Sprintf("there is no folder %q.", filepath.ToSlash(out)), hints: nearFolder(out)}
	}
	root, err := os.OpenRoot(out)
	if err != nil {
		return nil, failure{code: exitNothing, what: fmt.Sprintf("the folder %s cannot be opened.", filepath.ToSlash(out))}
	}
	defer root.Close()
	text, err := readPlain(root, name, largestManifest)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, failure{
			code: exitNothing, what: fmt.Sprintf("%s holds no %s, so it is no folder of finished packs.", filepath.ToSlash(out), manifestName),
			hints: []string{"evidencepack FOLDER  makes packs from a folder of exports."},
		}
	case err != nil:
		return nil, failure{code: exitNothing, what: fmt.Sprintf("%s in %s cannot be used: it %s.", name, filepath.ToSlash(out), notPlain(err))}
	}
	return text, nil
}

// What can be wrong with a file before it is read.
var (
	errNoFile   = errors.New("is no plain file, but a folder, a link or a device")
	errTooLarge = errors.New("is larger than any file of ours")
)

// notPlain says why a file was not read.
func notPlain(err error) string {
	if errors.Is(err, errNoFile) || errors.Is(err, errTooLarge) {
		return err.Error()
	}
	return "cannot be opened"
}

// openPlain opens a plain file of a folder, by its name; a link is not followed.
func openPlain(root *os.Root, name string) (*os.File, fs.FileInfo, error) {
	info, err := root.Lstat(name)
	if err != nil {
		return nil, nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, nil, errNoFile
	}
	f, err := root.Open(name)
	if err != nil {
		return nil, nil, err
	}
	return f, info, nil
}

// readPlain reads a plain file of at most so many bytes.
func readPlain(root *os.Root, name string, most int64) ([]byte, error) {
	f, _, err := openPlain(root, name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, most+1))
	if err == nil && int64(len(text)) > most {
		return nil, errTooLarge
	}
	return text, err
}

// errChangedSince says that a file is not the one that was built.
var errChangedSince = errors.New("is not as it was built")

// asBuilt reads a file of a list, and fails where it is not the one that was listed.
func asBuilt(root *os.Root, f manifestFile) ([]byte, error) {
	text, err := readPlain(root, f.File, largestOutput)
	if err == nil && manifestFileOf(f.File, text) != f {
		err = errChangedSince
	}
	return text, err
}

// changedSince is what a command says that does nothing with such a file.
func changedSince(out, file, so string) failure {
	return failure{
		code: exitChanged, what: fmt.Sprintf("%s is not as it was built, so %s.", file, so),
		hints: []string{"evidencepack verify " + filepath.ToSlash(out) + "  says what differs. Build again if the change was meant."},
	}
}

// parseManifest reads a manifest strictly: what it does not know is an error.
func parseManifest(text []byte) (manifest, error) {
	var m manifest
	var versioned struct {
		Version string `json:"version"`
	}
	if err := json.Unmarshal(text, &versioned); err != nil {
		return m, errors.New("it is not as we write it, or not whole")
	}
	if err := knownVersion(versioned.Version); err != nil {
		return m, err
	}
	read := json.NewDecoder(bytes.NewReader(text))
	read.DisallowUnknownFields()
	if err := read.Decode(&m); err != nil {
		return m, errors.New("it is not as we write it, or not whole")
	}
	return m, m.wellFormed()
}

// knownVersion refuses what a later version wrote: its figures may mean other things.
func knownVersion(written string) error {
	theirs, ours := strings.Split(written, "."), strings.Split(version, ".")
	if len(theirs) != len(ours) {
		return errors.New("it does not say which version of the program made it")
	}
	later := 0
	for i, part := range theirs {
		n, err := strconv.ParseUint(part, 10, 16)
		if err != nil {
			return errors.New("it does not say which version of the program made it")
		}
		own, err := strconv.ParseUint(ours[i], 10, 16)
		if err != nil {
			return err
		}
		if later == 0 && n != own {
			later = 1
			if n < own {
				later = -1
			}
		}
	}
	if later > 0 {
		return fmt.Errorf("version %s of evidencepack made it, and this is version %s", written, version)
	}
	return nil
}

// wellFormed says what no build of ours would write.
func (m manifest) wellFormed() error {
	for _, day := range []string{m.Period.From, m.Period.To, m.Baseline.From, m.Baseline.To} {
		if _, err := record.ParseISO(day); err != nil {
			return errors.New("a day of the period or the baseline is no date")
		}
	}
	if len(m.Outputs) == 0 || len(m.Options.Packs) == 0 {
		return errors.New("it names no packs")
	}
	return filesFormed(m.Outputs)
}

// filesFormed says what we would write of no files.
func filesFormed(files []manifestFile) error {
	if len(files) > mostOutputs {
		return fmt.Errorf("it names more than %s files", commas(mostOutputs))
	}
	var names []string
	for _, f := range files {
		if !ownName(f.File) {
			return errors.New("a name in its list of outputs is no plain file name")
		}
		if f.Size < 0 || f.Size > largestOutput || !hexSum(f.SHA256) {
			return errors.New("a size or a SHA-256 in its list of outputs cannot be right")
		}
		names = append(names, strings.ToLower(f.File))
	}
	slices.Sort(names)
	if len(slices.Compact(names)) != len(files) {
		return errors.New("a name stands twice in its list of outputs")
	}
	return nil
}

// ownName tells whether a name is that of a file in the folder itself, as we write
// them: no way to another folder, no hidden file, nothing that a screen would obey.
func ownName(name string) bool {
	switch {
	case name == "" || len(name) > 200 || name[0] == '.' || strings.ContainsAny(name, `/\:`):
		return false
	case strings.EqualFold(name, manifestName) || strings.EqualFold(name, signatureName) || strings.EqualFold(name, handoverName):
		return false
	}
	return filepath.IsLocal(name) && !strings.ContainsFunc(name, func(r rune) bool { return r == unicode.ReplacementChar || !unicode.IsPrint(r) })
}

func hexSum(s string) bool {
	return len(s) == 64 && !strings.ContainsFunc(s, func(r rune) bool { return !strings.ContainsRune("0123456789abcdef", r) })
}

// sealFits tells whether a manifest is as it was written, as far as it can tell by
// itself. Who changes it on purpose can change the seal too; a signature cannot be.
func sealFits(text []byte) bool {
	tail := len(sealAfter(strings.Repeat("0", 64)))
	if len(text) < tail {
		return false
	}
	body := text[:len(text)-tail]
	return string(text[len(body):]) == sealAfter(sealOf(body))
}
