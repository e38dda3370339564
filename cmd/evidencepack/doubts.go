package main

import (
	"fmt"
	"strings"

	"evidencepack/ingest"
	"evidencepack/ingest/record"
)

// doubt is a warning about rows that are sound one by one.
type doubt struct{ ingest.Doubt }

// doubts lists the warnings that the pages repeat. Notes stand in data-quality.csv
// alone, and the table tells of missing months itself.
func (j *job) doubts() []doubt {
	var out []doubt
	for _, d := range j.exports.Doubts() {
		if d.Severity == record.SeverityWarning && d.Code != ingest.MissingMonth {
			out = append(out, doubt{d})
		}
	}
	return out
}

// where says what a doubt is about: the file, the place, the number of rows.
func (d doubt) where() string {
	var parts []string
	for _, part := range []string{d.File, d.Detail} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(append(parts, plural(d.Rows, "row", "rows")), ", ")
}

// tellDoubts says each doubt in a line, with what to do.
func (j *job) tellDoubts() {
	for _, d := range j.doubts() {
		j.world.line("warning", fmt.Sprintf("%s: %s.", d.Title, d.where()), "", d.Hint)
	}
}
