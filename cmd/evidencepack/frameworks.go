package main

import (
	"fmt"
	"io/fs"
	"slices"

	"evidencepack/render"
)

// placesOf gives the line of each entry of a list in a settings file, from 1.
func placesOf(text []byte, key string, count int) []int {
	lines := make([]int, count)
	for i := range lines {
		lines[i] = render.LineAt(text, fmt.Sprintf("$.%s[%d]", key, i))
	}
	return lines
}

// knownFrameworks refuses a framework that is not there, or that is named twice.
func (s settings) knownFrameworks(files fs.FS) error {
	if len(s.Frameworks) == 0 {
		return nil
	}
	all, err := render.Frameworks(files)
	if err != nil {
		return failure{code: exitNothing, what: err.Error() + "."}
	}
	var ids []string
	for _, f := range all {
		ids = append(ids, f.ID)
	}
	for i, id := range s.Frameworks {
		where := fmt.Sprintf("%s, line %d", s.file, s.frameworkLines[i])
		if slices.Contains(s.Frameworks[:i], id) {
			return failure{code: exitNothing, what: fmt.Sprintf("%s: the framework %q is named twice.", where, id)}
		}
		if !slices.Contains(ids, id) {
			f := failure{code: exitNothing, what: fmt.Sprintf("%s: there is no framework %q; there are %s.", where, id, render.FrameworkNames(all))}
			if near := nearest(id, ids); near != "" {
				f.hints = []string{fmt.Sprintf("did you mean %q?", near)}
			}
			return f
		}
	}
	return nil
}
