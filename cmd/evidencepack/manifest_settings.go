package main

import (
	"cmp"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
)

// mostSettings is how many files a folder of templates may hold: more are no
// templates, but a folder that was named by mistake.
const mostSettings = 1000

// confirmed lists what the user confirmed and a build follows: the settings, the saved
// mappings, the aliases, the logo and the user's own templates. They bear the names that
// they have by default, wherever they stand, so that no path is in them.
func (f exportFlags) confirmed(mappings string, own fs.FS, logo logoFile) ([]manifestFile, error) {
	files := []manifestFile{}
	add := func(name, file string) error {
		text, err := os.ReadFile(file)
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err != nil {
			return failure{code: exitNothing, what: fmt.Sprintf("the file %s cannot be opened.", filepath.Base(file))}
		}
		files = append(files, manifestFileOf(name, text))
		return nil
	}
	if err := add("pack.yaml", cmp.Or(f.Config, filepath.Join(f.In, "pack.yaml"))); err != nil {
		return nil, err
	}
	saved, err := filepath.Glob(filepath.Join(mappings, "*.yaml"))
	if err != nil {
		return nil, err
	}
	for _, file := range append(saved, filepath.Join(mappings, aliasFile)) {
		if err := add("mappings/"+filepath.Base(file), file); err != nil {
			return nil, err
		}
	}
	if own != nil {
		templates, err := templateFiles(own)
		if err != nil {
			return nil, err
		}
		files = append(files, templates...)
	}
	if logo.logo != nil {
		files = append(files, manifestFileOf("logo", logo.text))
	}
	slices.SortFunc(files, func(a, b manifestFile) int { return cmp.Compare(a.File, b.File) })
	return files, nil
}

// templateFiles lists the user's files that stand in the place of ours.
func templateFiles(own fs.FS) ([]manifestFile, error) {
	var files []manifestFile
	for _, folder := range []string{"packs", "prose", "frameworks"} {
		err := fs.WalkDir(own, folder, func(name string, d fs.DirEntry, err error) error {
			switch {
			case errors.Is(err, fs.ErrNotExist):
				return nil
			case err != nil:
				return err
			case d.IsDir():
				return nil
			case len(files) == mostSettings:
				return failure{code: exitNothing, what: fmt.Sprintf("the folder of templates holds more than %s files.", commas(mostSettings)), hints: []string{"look at templates: in pack.yaml."}}
			}
			text, err := fs.ReadFile(own, name)
			files = append(files, manifestFileOf("templates/"+name, text))
			return err
		})
		var told failure
		if errors.As(err, &told) {
			return nil, told
		}
		if err != nil {
			return nil, failure{code: exitNothing, what: fmt.Sprintf("the folder %s of your templates cannot be read.", path.Base(folder))}
		}
	}
	return files, nil
}

// keyMark tells one pseudonym key from another, "" where there is none. It is a part
// of a keyed hash (HMAC-SHA-256) of 32 random bytes, so the key cannot be found from it.
func keyMark(key []byte) string {
	if len(key) == 0 {
		return ""
	}
	h := hmac.New(sha256.New, key)
	h.Write([]byte("mark of a key in manifest.json"))
	return hex.EncodeToString(h.Sum(nil)[:8])
}

// over lays the options of a build over settings, so that the build can be repeated.
func (m manifest) over(s settings) settings {
	s.From, s.To = m.Period.From, m.Period.To
	s.BaselineFrom, s.BaselineTo = m.Baseline.From, m.Baseline.To
	s.Packs = slices.Clone(m.Options.Packs)
	if s.Provider = m.Options.Provider; s.Provider == noProvider {
		s.Provider = ""
	}
	return s
}
