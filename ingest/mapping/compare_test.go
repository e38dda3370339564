package mapping

import (
	"reflect"
	"strings"
	"testing"

	"evidencepack/ingest/record"
)

const lastMonth = `person_ref: Client ID
outcome: [Result, Outcome]
refusal_reason: Decline reason
service_ref: =Oak
staff:
ignore_columns: Badge
codes:
  A: "?"
  F: refused
codes_of:
  outcome:
    G: ignore
# Not used: Mood at visit (looks like words: 3 different)
`

// TestCompare is voice.md 2.6: two columns renamed, one of them to a heading that
// we do not know.
func TestCompare(t *testing.T) {
	saved, err := Parse("care_notes.yaml", []byte(lastMonth))
	if err != nil {
		t.Fatal(err)
	}
	headings := []string{"Supported person ID", "Outcome", "Colour", "Reason they said no", "Badge", "Mood at visit", ""}
	got := Compare(saved, record.KindCareTask, headings, map[string]int{"person_ref": 0, "outcome": 1})
	base := Difference{Kind: record.KindCareTask, File: "care_notes.yaml"}
	renamed, gone, colour, why := base, base, base, base
	renamed.Change, renamed.Field, renamed.Was, renamed.Now = Renamed, "person_ref", "Client ID", "Supported person ID"
	gone.Change, gone.Field, gone.Was, gone.Candidates = Gone, "refusal_reason", "Decline reason", []string{"Reason they said no", "Colour"}
	colour.Change, colour.Now = New, "Colour"
	why.Change, why.Now = New, "Reason they said no"
	if want := []Difference{renamed, gone, colour, why}; !reflect.DeepEqual(got, want) {
		t.Fatalf("different is\n%+v, want\n%+v", got, want)
	}
	for _, c := range []struct {
		d                   Difference
		sentence, why, hint string
	}{
		{renamed, `care notes: "Client ID" is now "Supported person ID".`, "the new name is in our list for the same field. Matched.", "nothing to do."},
		{gone, `care notes: "Decline reason" is gone. It may be one of 2 new columns, but we are not sure.`, "refusal reason", "if one is the same, add its line to mappings/care_notes.yaml\n  refusal_reason: Reason they said no\n  refusal_reason: Colour"},
		{Difference{Change: Gone, Kind: record.KindCareTask, File: "care_notes.yaml", Field: "refusal_reason", Was: "Decline reason", Candidates: []string{"Why not"}},
			`care notes: "Decline reason" is gone, and we are not sure that "Why not" is the same. We left it out.`, "no data", "if it is the same, add this line to mappings/care_notes.yaml\n  refusal_reason: Why not"},
		{Difference{Change: Gone, Kind: record.KindPlacement, File: "people.yaml", Field: "end_date", Was: "Left"}, `people: "Left" is gone.`, "end date", "export that column again"},
		{colour, `care notes: the column "Colour" is new, and we do not know what it holds.`, "no figure", "ignore_columns"},
	} {
		if c.d.Sentence() != c.sentence && !strings.HasPrefix(c.d.Sentence(), c.sentence) || !strings.Contains(c.d.Why(), c.why) || !strings.HasPrefix(c.d.Hint(), c.hint) && !strings.Contains(c.d.Hint(), c.hint) {
			t.Errorf("it says %q, why %q, hint %q", c.d.Sentence(), c.d.Why(), c.d.Hint())
		}
	}
	if got := Compare(saved, record.KindCareTask, []string{"client id", "Result", "Decline reason"}, map[string]int{"person_ref": 0, "outcome": 1, "refusal_reason": 2}); got != nil {
		t.Errorf("as it was, and yet different: %+v", got)
	}
	if got := Compare(nil, record.KindCareTask, headings, nil); got != nil {
		t.Errorf("nothing saved, and yet different: %+v", got)
	}
}

// TestLinesSettle adds the line that a difference offers, and wants it settled.
func TestLinesSettle(t *testing.T) {
	saved, _ := Parse("care_notes.yaml", []byte(lastMonth))
	headings := []string{"Client ID", "Result", "Why not"}
	got := Compare(saved, record.KindCareTask, headings, map[string]int{"person_ref": 0, "outcome": 1})
	if len(got) != 2 || got[0].Change != Gone || len(got[0].Lines()) != 1 {
		t.Fatalf("different is %+v", got)
	}
	again, err := Parse("care_notes.yaml", []byte(lastMonth+got[0].Lines()[0]+"\n"))
	if err != nil || again.Named(headings)["refusal_reason"] != "Why not" {
		t.Errorf("with the line %q: %v", got[0].Lines()[0], err)
	}
	if left := Compare(again, record.KindCareTask, headings, map[string]int{"person_ref": 0, "outcome": 1, "refusal_reason": 2}); left != nil {
		t.Errorf("still different: %+v", left)
	}
}

// TestSettle wants a column gone only where no table of the mapping has it.
func TestSettle(t *testing.T) {
	gone := Difference{Change: Gone, Field: "note", Was: "Notes"}
	renamed := Difference{Change: Renamed, Field: "outcome", Was: "Outcome", Now: "Result"}
	if got := Settle([]Difference{gone, renamed}, []Difference{renamed}); !reflect.DeepEqual(got, []Difference{renamed}) {
		t.Errorf("of two tables one has it: %+v", got)
	}
	if got := Settle([]Difference{gone}, []Difference{renamed, gone}); !reflect.DeepEqual(got, []Difference{gone, renamed}) {
		t.Errorf("no table has it: %+v", got)
	}
}

func TestNewWords(t *testing.T) {
	saved, _ := Parse("medicines.yaml", []byte(lastMonth))
	meds := Compared(saved, record.KindMedAdmin, []Word{{Field: "outcome", Text: "a", Rows: 3}, {Field: "outcome", Text: "G", Rows: 1}, {Field: "outcome", Text: "RF", Rows: 19}})
	notes := Compared(&Mapping{File: "care_notes.yaml"}, record.KindCareTask, []Word{{Field: "outcome", Text: "Deferred", Rows: 4}})
	sentence, hint := SayNewWords([]NewWords{meds, notes})
	if want := "2 codes are new, so 23 rows are in no figure yet: RF in medicines given (19 rows), Deferred in care notes (4 rows)."; sentence != want {
		t.Errorf("it says %q, want %q", sentence, want)
	}
	if want := "add them under codes: in mappings/medicines.yaml and mappings/care_notes.yaml. We do not guess."; hint != want {
		t.Errorf("it hints %q, want %q", hint, want)
	}
	if sentence, _ := SayNewWords([]NewWords{Compared(nil, record.KindVisit, []Word{{Text: "Z"}})}); sentence != "" {
		t.Errorf("with nothing saved nothing is new: %q", sentence)
	}
}

func TestAlike(t *testing.T) {
	for _, c := range []struct{ wanted, near, far string }{
		{"Decline reason refusal_reason", "Reason not done", "Colour"},
		{"outcome", "Outcomes", "Notes"},
		{"Client ID", "ClientRef ID", "Date"},
	} {
		if Alike(c.wanted, c.near) <= Alike(c.wanted, c.far) {
			t.Errorf("%q is no more like %q than %q", c.wanted, c.near, c.far)
		}
	}
}
