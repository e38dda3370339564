package ingest

import (
	"strings"
	"testing"

	"evidencepack/ingest/mapping"
	"evidencepack/ingest/record"
)

// TestDatesThatAreNoDay sets a row aside with the reason that is true.
func TestDatesThatAreNoDay(t *testing.T) {
	const head = "Task ID,Date,Client ID,Category,Outcome\nT0,22/04/2026,HR1,Meals,Completed\n"
	for written, want := range map[string]string{
		"Mar 2026": codeDatePartial, "w/c 6/4": codeDatePartial, "2026": codeDatePartial, "202604": codeDatePartial, "12/04": codeDatePartial,
		"1–3 Apr 2026": codeDateRange, "01/04/2026 - 03/04/2026": codeDateRange, "1.Monday": codeNotDate, "31/12/9999": codeDateEmpty, "00/00/0000": codeDateEmpty, "29/02/2026": codeNoSuchDate,
	} {
		e := read(t, map[string]string{"people.csv": people, "a.csv": head + "T1," + written + ",HR1,Meals,Completed\n"}, Options{})
		if len(e.Issues) != 1 || e.Issues[0].Code != want || e.Issues[0].Class != record.Rejected {
			t.Errorf("%q: %v, want %s", written, said(e), want)
		}
	}
}

// TestScoresAsTheyAreWritten reads numbers, fractions and the words of one scale.
func TestScoresAsTheyAreWritten(t *testing.T) {
	const head = "Date,Client ID,Scale,Rater,Value\n"
	for _, c := range []struct {
		values string
		want   []float64
	}{
		{"4 3/5 2.5 5|of|5 4|-|happy", []float64{4, 3, 2.5, 5, 4}},
		{"very|happy happy ok very|unhappy", []float64{5, 4, 3, 1}},
		{"happy ok", nil},           // no end of the scale is there
		{"3/10 <3 3-4 6 0 55", nil}, // another scale, no number, outside (quirks.md 94, 95)
	} {
		text := head
		for written := range strings.FieldsSeq(c.values) {
			text += "12/04/2026,HR1,Comfort,Self," + strings.ReplaceAll(written, "|", " ") + "\n"
		}
		var got []float64
		for _, r := range records[*record.Rating](read(t, map[string]string{"people.csv": people, "a.csv": text}, Options{})) {
			got = append(got, r.Value)
		}
		if len(got) != len(c.want) {
			t.Errorf("%s: %v, want %v", c.values, got, c.want)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%s: %v, want %v", c.values, got, c.want)
			}
		}
	}
}

// TestMinutesInTheUnitOfTheHeading reads lengths of time; what is none is missing.
func TestMinutesInTheUnitOfTheHeading(t *testing.T) {
	for heading, want := range map[string][]int{
		"Recovery min":   {90, 45, 90, -1, -1, -1, 2},
		"Recovery (hrs)": {5400, 45, 90, -1, -1, 90, 90},
	} {
		text := "Incident ID,Event date,Client ID,Incident type,Harm," + heading + "\n"
		for i, written := range []string{"90", "45 mins", "1h 30m", "<5", "", "1:30", "1.5"} {
			text += string(rune('A'+i)) + ",12/04/2026,HR1,Fall,No physical harm," + written + "\n"
		}
		var got []int
		m := &mapping.Mapping{Kind: record.KindIncident, Columns: map[string][]string{"recovery_min": {heading}}}
		for _, r := range records[*record.Incident](read(t, map[string]string{"people.csv": people, "a.csv": text}, Options{Mappings: []*mapping.Mapping{m}})) {
			if got = append(got, r.RecoveryMinutes); r.Harm != record.HarmNone {
				t.Errorf("no physical harm is %q", r.Harm)
			}
		}
		if len(got) != len(want) {
			t.Errorf("%s: %v, want %v", heading, got, want)
			continue
		}
		for i := range got {
			if got[i] != want[i] {
				t.Errorf("%s: %v, want %v", heading, got, want)
			}
		}
	}
}
