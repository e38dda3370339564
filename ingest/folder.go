package ingest

import (
	"io/fs"
	"path"
	"sort"
	"strings"
)

// list names the files of a folder and its subfolders that may be exports, in
// order of name. Hidden files, Excel's own lock files, settings and packs that
// we made are never read. A subfolder that cannot be opened is listed by its name,
// so that it is told like a file that cannot.
func list(folder fs.FS, skip func(string) bool) ([]string, error) {
	var files []string
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
		if d.IsDir() {
			if ours(folder, name) {
				return fs.SkipDir
			}
			return nil
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

// ours tells whether a folder holds packs that we made.
func ours(folder fs.FS, name string) bool {
	for _, file := range []string{"manifest.json", "evidence.csv", "data-quality.csv"} {
		if _, err := fs.Stat(folder, path.Join(name, file)); err != nil {
			return false
		}
	}
	return true
}
