package main

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"slices"

	"evidencepack/ingest/record"
	"evidencepack/render"
	"evidencepack/render/page"
)

// draw draws every pack in every format and adds the tidy files.
func (j *job) draw() ([]output, error) {
	files, remarks, err := j.drawPages()
	if err != nil {
		return nil, err
	}
	j.progress.stage(fmt.Sprintf("drew %d files", len(j.pages)*len(render.Formats)))
	for _, remark := range remarks {
		j.world.line("warning", remark, "")
	}
	evidence, err := render.EvidenceCSV(j.figures, j.input.Pseudonyms[page.TierInternal])
	if err != nil {
		return nil, err
	}
	quality, err := j.exports.QualityCSV()
	if err != nil {
		return nil, err
	}
	if len(j.outside) > 0 {
		shown, err := shownCSV(j.outside)
		if err != nil {
			return nil, err
		}
		files = append(files, output{shownName, shown, true})
	}
	files = append(files, output{"evidence.csv", evidence, true}, output{"data-quality.csv", quality, true})
	manifest, err := j.manifest(files)
	if err != nil {
		return nil, err
	}
	return append(files, output{"manifest.json", manifest, true}), nil
}

// keySheet lists who is who in the tiers that have people.
func (j *job) keySheet() ([]byte, error) {
	var out bytes.Buffer
	out.WriteString(keySheetHead + "\n")
	w := csv.NewWriter(&out)
	rows := [][]string{}
	for who, entry := range j.exports.People.KeySheet() {
		row := []string{record.CSVText(entry.Ref), record.CSVText(entry.Name)}
		for _, tier := range sheetTiers {
			row = append(row, j.input.Pseudonyms[tier][who])
		}
		rows = append(rows, row)
	}
	slices.SortFunc(rows, func(a, b []string) int { return slices.Compare(a, b) })
	if err := w.WriteAll(rows); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
