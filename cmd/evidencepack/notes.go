package main

import (
	"fmt"
	"slices"
	"strings"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
	"evidencepack/render"
)

// weaknessNote is what a manager says beside a known weakness, in pack.yaml.
type weaknessNote struct {
	Measure string `yaml:"measure"`
	Service string `yaml:"service"` // "" is all services together
	Note    string `yaml:"note"`
	Owner   string `yaml:"owner"`
	Due     string `yaml:"due"`
}

// noteKeys are the keys of one note, for "did you mean".
var noteKeys = []string{"measure", "service", "note", "owner", "due"}

// mostNoteWords is how long a note may be: it stands under a sentence.
const mostNoteWords = 60

// readNotes checks the notes, before an export is read.
func (s *settings) readNotes(text []byte) error {
	for i, n := range s.Weaknesses {
		line := func(key string) int {
			if at := render.LineAt(text, fmt.Sprintf("$.weaknesses[%d].%s", i, key)); at > 1 {
				return at
			}
			return render.LineAt(text, fmt.Sprintf("$.weaknesses[%d]", i))
		}
		fault := func(key, what, hint string) error {
			return failure{code: exitNothing, what: fmt.Sprintf("%s, line %d: %s.", s.file, line(key), what), hints: []string{hint}}
		}
		m, known := metrics.Find(n.Measure)
		switch {
		case !known:
			return fault("measure", fmt.Sprintf("there is no metric %q", n.Measure), "evidencepack list metrics  shows them.")
		case strings.TrimSpace(n.Note) == "":
			return fault("note", "this weakness has no note", "write what you are doing about it; owner is a role, due a day.")
		case len(strings.Fields(n.Note)) > mostNoteWords:
			return fault("note", fmt.Sprintf("the note has %d words, and may have %d", len(strings.Fields(n.Note)), mostNoteWords), "it stands under a sentence; keep the rest for the action plan.")
		}
		due := ""
		if n.Due != "" {
			day, err := record.ParseISO(n.Due)
			if err != nil {
				return fault("due", err.Error(), "write year-month-day.")
			}
			due = render.DayText(day)
		}
		same := func(o render.Note) bool { return o.Metric == m.ID && o.Service == n.Service }
		if slices.ContainsFunc(s.notes, same) {
			return fault("measure", fmt.Sprintf("%s has two notes for the same services", m.ID), "put them together.")
		}
		s.notes = append(s.notes, render.Note{Metric: m.ID, Service: n.Service, Text: strings.TrimSpace(n.Note), Owner: strings.TrimSpace(n.Owner), Due: due, Line: line("measure")})
	}
	return nil
}

// idleNotes says which notes stand beside no known weakness.
func (j *job) idleNotes() {
	for _, n := range j.settings.notes {
		printed := false
		for _, p := range j.pages {
			printed = printed || slices.ContainsFunc(p.Texts(), func(text string) bool { return strings.Contains(text, n.Text) })
		}
		if !printed {
			j.world.line("note", fmt.Sprintf("the note on %s stands in no pack: it is no known weakness now.", n.Metric), "", fmt.Sprintf("look at %s, line %d.", j.settings.file, n.Line))
		}
	}
}
