package ingest

import (
	"slices"
	"testing"

	"evidencepack/ingest/record"
)

// TestColumns wants each record to carry the fields that its table can speak of,
// and one set of them for all records of a table.
func TestColumns(t *testing.T) {
	e := read(t, map[string]string{
		"people.csv": people,
		"notes.csv":  "Task ID,Date,Client ID,Category,Outcome,Notes\nT1,12/04/2026 08:15,HR1,Meals,Completed,\nT2,13/04/2026,HR1,Meals,Completed,\n",
		"older.csv":  "Task ID,Date,Client ID,Category,Outcome,Decline reason\nT3,12/03/2026,HR1,Meals,Refused,\n",
	}, Options{})
	all := records[*record.CareTask](e)
	if len(all) != 3 || all[0].Columns != all[1].Columns || all[0].Columns == all[2].Columns || all[0].Columns == nil {
		t.Fatalf("%v", said(e))
	}
	for _, c := range []struct {
		field        string
		notes, older bool
	}{
		{"note", true, false}, {"refusal_reason", false, true}, {"outcome", true, true}, {"person_ref", true, true},
		{"event_time", true, false}, {"reoffered", false, false}, {"prompts", false, false},
	} {
		if notes, older := all[0].Columns.Has(c.field), all[2].Columns.Has(c.field); notes != c.notes || older != c.older {
			t.Errorf("%s: %v and %v, want %v and %v", c.field, notes, older, c.notes, c.older)
		}
	}
	if all[0].Prompts != record.Uncounted {
		t.Errorf("prompts %d, none are written", all[0].Prompts)
	}
	if stays := records[*record.Placement](e); !slices.ContainsFunc(stays, func(p *record.Placement) bool { return p.Hours == record.Unknown }) {
		t.Error("no hours are written, but some are known")
	}
}
