package main

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"evidencepack/render"
	"evidencepack/render/page"
)

// checkExports reads the exports again, works out every figure again, and, where
// nothing else changed, makes every file again. Nothing is written.
func (v *verification) checkExports(f exportFlags) error {
	if err := f.folderThere(); err != nil {
		return err
	}
	if !v.manifest.anyInputIn(f.In) {
		return failure{
			code: exitUsage, what: fmt.Sprintf("none of the exports that these packs were made of is in the folder %q.", filepath.ToSlash(f.In)),
			hints: []string{"name the folder of the exports with --in."},
		}
	}
	set, err := f.readSettings()
	if err != nil {
		return err
	}
	j, err := f.job(v.world, v.manifest.over(set), v.out)
	if err != nil {
		return err
	}
	keyed, err := v.sameKey(f.Key, j.key)
	if err != nil {
		return err
	}
	j.releases = j.releases.asOf(v.manifest) // what was sent since then is no change
	if err := j.prepare(); err != nil {
		return err
	}
	if err := j.read(); err != nil {
		return err
	}
	if err := v.checkInputs(j); err != nil {
		return err
	}
	v.compareFiles(&v.settings, v.manifest.Options.Settings, j.confirmed)
	if err := j.count(); err != nil {
		return err
	}
	same := !v.exports.differ() && !v.settings.differ()
	if err := v.checkFigures(j, same, keyed); err != nil {
		return err
	}
	switch {
	case !same:
		return nil // the report says what changed, so no file can be expected to be the same
	case !keyed:
		v.notRemade = "the pseudonyms need the key; add --key."
		return nil
	case v.manifest.Version != version:
		v.notRemade = fmt.Sprintf("version %s made them, and this is version %s.", v.manifest.Version, version)
		return nil
	}
	if err := j.compose(); err != nil {
		return err
	}
	files, err := j.draw()
	if err != nil {
		return err
	}
	return v.checkRemade(files)
}

// sameKey tells whether the pseudonyms can be repeated. Another key is wrong use,
// and so is one where there was none; a missing key leaves the figures to check.
func (v *verification) sameKey(file string, key []byte) (bool, error) {
	built := v.manifest.Options
	switch {
	case built.Key && len(key) == 0:
		return false, nil
	case !built.Key && len(key) > 0:
		return false, failure{code: exitNothing, what: "the packs were made without a key, so their pseudonyms cannot be repeated with one.", hints: []string{"leave --key away."}}
	case keyMark(key) != built.KeyMark:
		return false, failure{
			code: exitNothing, what: fmt.Sprintf("%s is not the key with which the packs were made.", filepath.Base(file)),
			why:   fmt.Sprintf("manifest.json has the mark %s, and this key has %s.", shown(built.KeyMark), keyMark(key)),
			hints: []string{"name the key of that build, or leave --key away to check the figures alone."},
		}
	}
	return true, nil
}

// checkInputs holds the exports against those that the packs were built from.
func (v *verification) checkInputs(j *job) error {
	now, err := asWritten(j.manifestInputs())
	if err != nil {
		return err
	}
	for _, old := range v.manifest.Inputs {
		i := slices.IndexFunc(now, func(in manifestInput) bool { return in.File == old.File })
		switch {
		case i < 0:
			v.exports.add(old.File, "is not there any more")
		case now[i].SHA256 != old.SHA256 || now[i].Size != old.Size:
			v.exports.add(old.File, changedRows(old, now[i]))
		case now[i].Error != old.Error:
			return failure{
				code: exitNothing, what: fmt.Sprintf("%s is the same file, and cannot be read as it was when the packs were built.", shown(old.File)),
				hints: []string{"if it is locked, add --password-file FILE."},
			}
		}
	}
	for _, in := range now {
		if !slices.ContainsFunc(v.manifest.Inputs, func(old manifestInput) bool { return old.File == in.File }) {
			v.exports.add(in.File, "is new since")
		}
	}
	slices.SortFunc(v.exports, func(a, b finding) int { return strings.Compare(a.name, b.name) })
	return nil
}

// asWritten gives the account of inputs as it reads after it was written: a name
// that is no text is then another.
func asWritten(inputs []manifestInput) ([]manifestInput, error) {
	text, err := json.Marshal(inputs)
	if err != nil {
		return nil, err
	}
	var read []manifestInput
	return read, json.Unmarshal(text, &read)
}

// changedRows says how an export changed, as far as its rows tell.
func changedRows(old, now manifestInput) string {
	rows := func(in manifestInput) int {
		n := 0
		for _, s := range in.Sheets {
			n += s.RowsRead
		}
		return n
	}
	switch before, after := rows(old), rows(now); {
	case now.Error != "" && old.Error == "":
		return "changed since, and cannot be used now"
	case before == after:
		return "changed since (same number of rows)"
	default:
		return fmt.Sprintf("changed since (%s, now %s)", plural(before, "row", "rows"), commas(after))
	}
}

// compareFiles holds the files of two lists against each other.
func (v *verification) compareFiles(to *findings, before, now []manifestFile) {
	find := func(list []manifestFile, name string) (manifestFile, bool) {
		for _, f := range list {
			if f.File == name {
				return f, true
			}
		}
		return manifestFile{}, false
	}
	for _, old := range before {
		switch f, there := find(now, old.File); {
		case !there:
			to.add(old.File, "is not there any more")
		case f != old:
			to.add(old.File, "changed since")
		}
	}
	for _, f := range now {
		if _, there := find(before, f.File); !there {
			to.add(f.File, "is new since")
		}
	}
}

// checkFigures holds every figure of evidence.csv against what the exports give now.
func (v *verification) checkFigures(j *job, same, keyed bool) error {
	fresh, err := render.EvidenceCSV(j.figures, j.pseudonyms()[page.TierInternal])
	if err != nil {
		return err
	}
	now, err := readEvidence(fresh)
	if err != nil {
		return err
	}
	v.figures = len(now)
	before, err := v.builtEvidence()
	if err != nil || before == nil {
		return err
	}
	byPerson := keyed && (same || v.manifest.Options.Key) // without a key, pseudonyms change with the exports
	v.hiddenPeople = !byPerson
	v.groups = compareEvidence(before, now, byPerson)
	for _, g := range v.groups {
		v.differing += g.figures()
	}
	return nil
}
