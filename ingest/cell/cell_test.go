package cell

import (
	"errors"
	"strconv"
	"testing"

	"evidencepack/ingest/record"
)

func shortest(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

func TestClean(t *testing.T) {
	for written, want := range map[string]string{
		"plain": "plain", "": "", "  two  words ": "two words", "a\u00a0b": "a b", "a\r\n b\tc": "a b c",
		"\ufeffDate": "Date", "soft\u00adly": "softly", "zero\u200bwidth": "zerowidth", "bell\x07": "bell", "\x00a": "a",
		"José Ŵyn 🙂": "José Ŵyn 🙂", "\u202fx\u202f": "x",
	} {
		if got := Clean(written); got != want {
			t.Errorf("Clean(%q) is %q, want %q", written, got, want)
		}
	}
}

func TestKey(t *testing.T) {
	for written, want := range map[string]string{
		"Date & Time": "date and time", "Q&A": "q and a", "*Name:": "name", "re-offered – accepted": "re offered accepted",
		"Check-in": "check in", "O/S": "o s", "event_date": "event date", "No.": "no", "what’s new?": "whats new",
		"Level (of support)": "level of support", "Petrovane, Muriel": "petrovane muriel", "✓": "✓", "🙂 ok": "🙂 ok", "---": "", "?": "",
		"ÉCOLE": "école", "Ｏｕｔｃｏｍｅ": "outcome", "ﬁrst e\u0301tage": "first étage", " a  b ": "a b", "a": "a", "1:1": "1 1", "<5": "<5",
	} {
		if got := Key(written); got != want {
			t.Errorf("Key(%q) is %q, want %q", written, got, want)
		}
	}
}

func TestNumber(t *testing.T) {
	for written, want := range map[string]float64{
		"45": 45, "1,204.5": 1204.5, "45 min": 45, "45 mins": 45, "12 minutes": 12, "80%": 80, " 7 ": 7, "-3": -3, "0": 0,
	} {
		if got, err := Number(Text(written)); err != nil || got != want {
			t.Errorf("%q is %v (%v), want %v", written, got, err, want)
		}
	}
	for written, want := range map[string]error{
		"": ErrEmpty, "lots": ErrNotNumber, "NaN": ErrNotNumber, "Inf": ErrNotNumber, "1e300": ErrNotNumber, "1:30": ErrNotNumber, "%": ErrNotNumber, "3-4": ErrNotNumber,
	} {
		if got, err := Number(Text(written)); !errors.Is(err, want) {
			t.Errorf("%q gives %v and %v, want %v", written, got, err, want)
		}
	}
	if v, err := Whole(Text("2")); v != 2 || err != nil {
		t.Errorf("2 is %d (%v)", v, err)
	}
	if _, err := Whole(Text("2.5")); !errors.Is(err, ErrNotNumber) {
		t.Errorf("2.5 is a whole number: %v", err)
	}
	if v, err := Number(Raw{Number: 3.5, Numeric: true}); v != 3.5 || err != nil {
		t.Errorf("a number of a workbook is %v (%v)", v, err)
	}
}

func TestRecorded(t *testing.T) {
	for _, written := range []string{"", " ", "-", "not recorded", "Not Recorded", "unknown", "n/a", "N/A", "?"} {
		if Recorded(Text(written)) {
			t.Errorf("%q is recorded", written)
		}
	}
	for _, written := range []string{"Noise", "Unknown to us, perhaps pain", "No"} {
		if !Recorded(Text(written)) {
			t.Errorf("%q is not recorded", written)
		}
	}
	if !Recorded(Raw{Number: 0, Numeric: true}) {
		t.Error("a number is recorded")
	}
}

func TestAnswer(t *testing.T) {
	for want, list := range map[record.Answer][]string{
		record.Yes:        {"Y", "y", "yes", "Yes.", "TRUE", "1", "x", "✓", "✔", "☑", "met", "Yes – discussed", "yes, with family"},
		record.No:         {"N", "no", "No.", "FALSE", "0", "not met", "No - refused to discuss"},
		record.Partly:     {"partial", "Partly met"},
		record.NotApply:   {"n/a", "N/A", "not applicable", "not observed"},
		record.AnswerNone: {"", "-", "?", "perhaps", "yesterday", "Nobody asked", "Norman", "🙂"},
	} {
		for _, written := range list {
			if got := Answer(Text(written)); got != want {
				t.Errorf("%q is %q, want %q", written, got, want)
			}
		}
	}
	for number, want := range map[float64]record.Answer{1: record.Yes, 0: record.No, 2: record.AnswerNone} {
		if got := Answer(Raw{Number: number, Numeric: true}); got != want {
			t.Errorf("%v is %q, want %q", number, got, want)
		}
	}
}
