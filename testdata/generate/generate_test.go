package main

import (
	"bytes"
	"io/fs"
	"testing"

	"evidencepack/testdata"
)

// TestSameBytes checks that the exports that are kept are those that the
// generator makes, and that it makes the same bytes twice.
func TestSameBytes(t *testing.T) {
	first, err := all()
	if err != nil {
		t.Fatal(err)
	}
	second, err := all()
	if err != nil {
		t.Fatal(err)
	}
	kept, err := fs.ReadDir(testdata.Exports(), ".")
	if err != nil {
		t.Fatal(err)
	}
	if len(kept) != len(first) {
		t.Errorf("%d files are kept, the generator makes %d", len(kept), len(first))
	}
	for i, e := range first {
		if !bytes.Equal(e.data, second[i].data) {
			t.Errorf("%s: two runs differ", e.name)
		}
		data, err := fs.ReadFile(testdata.Exports(), e.name)
		if err != nil {
			t.Errorf("%s: %v", e.name, err)
		} else if !bytes.Equal(data, e.data) {
			t.Errorf("%s: the kept file differs; run: go run ./testdata/generate", e.name)
		}
	}
}

func TestRandomIsOurs(t *testing.T) {
	r := newRandom("care notes")
	got := []int{r.below(1000), r.below(1000), r.below(1000)}
	again := newRandom("care notes")
	for i, want := range got {
		if x := again.below(1000); x != want {
			t.Errorf("number %d: %d, then %d", i, want, x)
		}
	}
	if other := newRandom("medicines"); other.below(1000) == got[0] && other.below(1000) == got[1] {
		t.Error("two tables share one stream")
	}
}

func TestSummerTime(t *testing.T) {
	for _, c := range []struct {
		what string
		got  string
		want string
	}{
		{"winter", utc(date(2026, 3, 28), 480).Format("01-02 15:04"), "03-28 08:00"},
		{"first day of summer time", utc(date(2026, 3, 29), 480).Format("01-02 15:04"), "03-29 07:00"},
		{"midnight in summer", utc(date(2025, 7, 1), 0).Format("01-02 15:04"), "06-30 23:00"},
		{"last Sunday of October", utc(date(2025, 10, 26), 480).Format("01-02 15:04"), "10-26 08:00"},
	} {
		if c.got != c.want {
			t.Errorf("%s: got %s, want %s", c.what, c.got, c.want)
		}
	}
}

func TestTestHealthNumbersHaveTheirCheckDigit(t *testing.T) {
	r := newRandom("numbers")
	for range 200 {
		number, sum, weight := testHealthNumber(r), 0, 10
		for _, c := range number {
			if c != ' ' {
				sum += int(c-'0') * weight
				weight--
			}
		}
		if number[:3] != "999" || sum%11 != 0 {
			t.Errorf("%s is not a number of the test range", number)
		}
	}
}
