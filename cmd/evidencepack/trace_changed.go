package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"evidencepack/metrics"
	"evidencepack/render"
)

// changes lists the exports and the settings that are not as the packs were built from.
func (t *tracer) changes() findings {
	v := verification{manifest: t.manifest}
	now, err := asWritten(t.manifestInputs())
	if err != nil {
		return findings{{"the list of exports", "cannot be compared"}}
	}
	v.compareFiles(&v.exports, filesOf(t.manifest.Inputs), filesOf(now))
	v.compareFiles(&v.exports, t.manifest.Options.Settings, t.confirmed)
	return v.exports
}

func filesOf(inputs []manifestInput) []manifestFile {
	files := make([]manifestFile, len(inputs))
	for i, in := range inputs {
		files[i] = in.manifestFile
	}
	return files
}

// warn says what is not as it was when the packs were built, and whether the figure
// is another now. Nothing here stops the answer.
func (t *tracer) warn(out string, f metrics.Figure) error {
	changed := t.changes()
	if len(changed) > 0 {
		what := ""
		for i, c := range changed {
			if i == manyFiles {
				what += fmt.Sprintf("; and %d more", len(changed)-i)
				break
			}
			if i > 0 {
				what += "; "
			}
			what += shown(c.name) + " " + c.what
		}
		t.world.line("warning", what+".", "the rows below are those of now, and may not be those behind the packs.", "evidencepack verify PACKS --in FOLDER  says which figures changed.")
	}
	if t.manifest.Version != version {
		t.world.line("warning", fmt.Sprintf("version %s made the packs, and this is version %s.", t.manifest.Version, version), "")
	}
	pack, now, err := t.writtenAndNow(out, f)
	if err != nil || now == nil {
		return err
	}
	switch {
	case pack == nil && f.Scope.Person != "" && len(changed) > 0:
		// without a key the pseudonyms follow from the exports, so nothing can be compared
	case pack == nil:
		t.world.line("warning", "evidence.csv does not have this figure, so it cannot be compared.", "")
	case pack[colStatus] != now[colStatus] || !slices.Equal(pack[colNumerator:colUnit], now[colNumerator:colUnit]):
		t.world.line("warning", fmt.Sprintf("the figure is another now: evidence.csv says %s, the exports say %s.", figureWords(pack), figureWords(now)), "")
	}
	return nil
}

// writtenAndNow gives the figure as evidence.csv has it and as the exports give it;
// the first is nil where it is not there, both where evidence.csv cannot be read.
func (t *tracer) writtenAndNow(out string, f metrics.Figure) (pack, now *evidenceLine, err error) {
	text, err := render.EvidenceCSV([]metrics.Figure{f}, t.names)
	if err != nil {
		return nil, nil, err
	}
	lines, err := readEvidence(text)
	if err != nil || len(lines) != 1 {
		return nil, nil, err
	}
	root, err := os.OpenRoot(out)
	if err != nil {
		return nil, nil, failure{code: exitNothing, what: fmt.Sprintf("the folder %s cannot be opened.", filepath.ToSlash(out))}
	}
	defer root.Close()
	written, err := readPlain(root, evidenceName, largestEvidence)
	if err != nil {
		return nil, &lines[0], nil
	}
	all, err := readEvidence(written)
	if err != nil {
		return nil, &lines[0], nil // a file that somebody changed holds no figure to compare with
	}
	for i := range all {
		if all[i].key() == lines[0].key() {
			return &all[i], &lines[0], nil
		}
	}
	return nil, &lines[0], nil
}
