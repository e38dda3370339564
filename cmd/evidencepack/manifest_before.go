package main

import (
	"os"
	"slices"
)

// madeBefore lists the files in a folder that an earlier build made and this one
// does not, and its signature: they would stand beside a manifest that does not
// know them. Only plain files that are as the old manifest says are in it.
func madeBefore(dir string, files []output) []string {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil
	}
	defer root.Close()
	var old []string
	if m, _, err := openManifest(dir); err == nil { // what is no manifest of ours names nothing of ours
		for _, f := range m.Outputs {
			if text, err := readPlain(root, f.File, largestOutput); err == nil && manifestFileOf(f.File, text) == f { // what was changed since is the user's
				old = append(old, f.File)
			}
		}
	}
	old = append(old, signatureName)
	return slices.DeleteFunc(old, func(name string) bool {
		info, err := root.Lstat(name)
		return err != nil || !info.Mode().IsRegular() || slices.ContainsFunc(files, func(o output) bool { return o.name == name })
	})
}
