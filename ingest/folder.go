package ingest

import (
	"encoding/json"
	"io/fs"
	"maps"
	"path"
	"sort"
	"strings"
)

// list names the files of a folder and its subfolders that may be exports, in
// order of name. Hidden files, Excel's own lock files, settings and packs that
// we made are never read. A subfolder that cannot be opened, is nested too deep or
// has a name that cannot be shown is listed by its name, so that it is told like a
// file that cannot be read.
func list(folder fs.FS, skip func(string) bool) ([]string, error) {
	var files []string
	made := make(map[string]bool)
	err := fs.WalkDir(folder, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil && name == "." {
			return err
		}
		if err != nil {
			files = append(files, name)
			return fs.SkipDir
		}
		base := path.Base(name)
		if name != "." && (strings.HasPrefix(base, ".") || strings.HasPrefix(base, "~$") || (skip != nil && skip(name))) {
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if name != "." && (!plainToShow(base) || d.IsDir() && tooDeep(name)) {
			files = append(files, name)
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if d.IsDir() {
			maps.Copy(made, ours(folder, name))
			return nil
		}
		if made[name] {
			return nil
		}
		if lower := strings.ToLower(base); lower == "aliases.csv" || lower == "aliases-to-check.csv" {
			return nil // names that the user confirmed, or is to check
		}
		switch strings.ToLower(path.Ext(base)) {
		case ".yaml", ".yml":
			return nil
		case ".ini", ".db", ".lnk":
			return nil // desktop.ini, Thumbs.db and shortcuts that Windows leaves in folders
		}
		files = append(files, name)
		return nil
	})
	sort.Strings(files)
	return files, err
}

// largestManifest is the most bytes that a manifest of ours has.
const largestManifest = 64 << 20

// ours lists the files in a folder that a build of ours put there: what its
// manifest names, and the manifest.
func ours(folder fs.FS, dir string) map[string]bool {
	name := path.Join(dir, "manifest.json")
	if info, err := fs.Stat(folder, name); err != nil || info.Size() > largestManifest {
		return nil
	}
	text, err := fs.ReadFile(folder, name)
	if err != nil {
		return nil
	}
	var manifest struct {
		Options *struct{} `json:"options"`
		Outputs []struct {
			File   string `json:"file"`
			SHA256 string `json:"sha256"`
		} `json:"outputs"`
	}
	if err := json.Unmarshal(text, &manifest); err != nil || manifest.Options == nil {
		return nil // somebody else's file of that name
	}
	files := map[string]bool{name: true}
	for _, o := range manifest.Outputs {
		if o.SHA256 != "" {
			files[path.Join(dir, o.File)] = true
		}
	}
	return files
}
