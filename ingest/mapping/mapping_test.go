package mapping

import (
	"maps"
	"strings"
	"testing"

	"evidencepack/ingest/record"
)

const medicines = `# Outcomes in the medicines files. Choose from: accepted, refused, ignore
person_ref: Resident no
outcome: "How it went: today"
date_order: mdy
codes:
  A: refused        # 3 rows
  "F": "?"
  See note: ignore
  "1": accepted
`

func TestParse(t *testing.T) {
	m, err := Parse("mappings/medicines.yaml", []byte(medicines))
	if err != nil {
		t.Fatal(err)
	}
	if m.Kind != record.KindMedAdmin || m.File != "mappings/medicines.yaml" || !m.MonthFirst {
		t.Errorf("kind %q, file %q, month first %t", m.Kind, m.File, m.MonthFirst)
	}
	if want := map[string]string{"person_ref": "Resident no", "outcome": "How it went: today"}; !maps.Equal(m.Columns, want) {
		t.Errorf("columns %v, want %v", m.Columns, want)
	}
	if want := map[string]string{"A": "refused", "F": Undecided, "See note": Ignore, "1": "accepted"}; !maps.Equal(m.Codes, want) {
		t.Errorf("codes %v, want %v", m.Codes, want)
	}
	for what, line := range map[string]int{"person_ref": 2, "outcome": 3, "codes A": 6, "codes See note": 8} {
		if m.Lines[what] != line {
			t.Errorf("%s is said to be in line %d, want %d", what, m.Lines[what], line)
		}
	}
}

func TestParseKind(t *testing.T) {
	for _, kind := range record.Kinds {
		if FileName(kind) == ".yaml" {
			t.Errorf("%s has no file name", kind)
			continue
		}
		for _, file := range []string{FileName(kind), "a/b/" + FileName(kind), string(kind) + ".yml"} {
			if m, err := Parse(file, []byte("outcome: Result\n")); err != nil || m.Kind != kind {
				t.Errorf("%s is a mapping for %v (%v), want %s", file, m, err, kind)
			}
		}
	}
	if m, err := Parse("our_system.yaml", []byte("kind: visit\nstatus: State\n")); err != nil || m.Kind != record.KindVisit {
		t.Errorf("a line kind: gives %v (%v)", m, err)
	}
	if m, err := Parse("staff.yaml", nil); err != nil || len(m.Columns)+len(m.Codes) > 0 {
		t.Errorf("an empty file gives %v (%v)", m, err)
	}
}

// TestParseErrors wants the file and, where there is one, the line named.
func TestParseErrors(t *testing.T) {
	for _, c := range []struct{ file, text, want string }{
		{"ours.yaml", "outcome: Result\n", "ours.yaml: we do not know which kind"},
		{"ours.yaml", "# note\nkind: tasks\n", `ours.yaml, line 2: we do not know the kind "tasks"`},
		{"visits.yaml", "status: State\n\ndate_order: ymd\n", "visits.yaml, line 3: date_order is dmy"},
		{"visits.yaml", "status: \"\xff\"\n", "visits.yaml: it is not UTF-8"},
		{"visits.yaml", "status: [\n", "visits.yaml"},
		{"visits.yaml", "status: \"State\n", "visits.yaml"},
		{"visits.yaml", "- status\n- State\n", "visits.yaml"},
		{"visits.yaml", "just a text\n", "visits.yaml"},
		{"visits.yaml", "status: State\nstatus: Outcome\n", "visits.yaml, line 2"},
		{"visits.yaml", "status:\n  a: b\n", "visits.yaml, line 1"},
		{"visits.yaml", "codes: refused\n", "visits.yaml, line 1"},
	} {
		m, err := Parse(c.file, []byte(c.text))
		if err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%q gives %v and %v, want an error of one line with %q", c.text, m, err, c.want)
		}
	}
}

// TestWriteIsReadBack writes awkward headings and codes and reads them again.
func TestWriteIsReadBack(t *testing.T) {
	m := &Mapping{Kind: record.KindCareTask, MonthFirst: true,
		Columns: map[string]string{"outcome": `How "well": #1`, "event_date": "Date & time", "note": `C:\notes`, "person_ref": "1001"},
		Codes:   map[string]string{"A": Undecided, "See: note": "refused", `"x"`: Ignore, "- dash": "accepted", "yes": "accepted", "ŵ 🙂": "partial", "a\x7fb\n\u200b\u00ad": "refused"},
	}
	text := m.Write([]string{"accepted", "refused"})
	again, err := Parse("care_notes.yaml", text)
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	if again.Kind != m.Kind || again.MonthFirst != m.MonthFirst || !maps.Equal(again.Columns, m.Columns) || !maps.Equal(again.Codes, m.Codes) {
		t.Errorf("read back as %+v\n%s", again, text)
	}
	if string(again.Write([]string{"accepted", "refused"})) != string(text) {
		t.Error("written again, it differs")
	}
	if !strings.Contains(string(text), "accepted, refused") {
		t.Errorf("the choices are not named:\n%s", text)
	}
}

// FuzzMapping wants a mapping or an error of one line for any text, and what was
// read written and read back the same.
func FuzzMapping(f *testing.F) {
	for _, s := range []string{medicines, "", "kind: visit\n", "codes:\n  A: b\n", "a: [1, 2]\n", "a: &x b\nc: *x\n", "a: |\n  long\n  text\n", "---\na: b\n---\nc: d\n", "\"\\x41\": 'it''s'\n", "? a\n: b\n", "codes: {A: refused, B: \"?\"}\n", "0: \n\x7f:"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		m, err := Parse("medicines.yaml", []byte(text))
		if err != nil {
			if strings.Contains(err.Error(), "\n") {
				t.Fatalf("an error of several lines: %q", err)
			}
			return
		}
		written := m.Write(nil)
		again, err := Parse("medicines.yaml", written)
		if err != nil {
			t.Fatalf("%q was written as %q, which gives %v", text, written, err)
		}
		if string(again.Write(nil)) != string(written) {
			t.Fatalf("%q was written as %q, and then as %q", text, written, again.Write(nil))
		}
	})
}
