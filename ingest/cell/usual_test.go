package cell

import (
	"fmt"
	"testing"
)

// TestUsualDatesAreReadAlike holds the quick way of reading a day against the way for all
// texts: what it reads at all, it reads as that does.
func TestUsualDatesAreReadAlike(t *testing.T) {
	days := []string{
		"12/04/2026", "31/12/1999", "29/02/2024", "29/02/2025", "00/00/0000", "01/01/1900", "31/12/9999", "13/13/2026", "04/25/2026", "1/04/20266", "ab/04/2026", "12/-4/2026",
		"2026-04-12", "2026-02-30", "9999-12-31", "1899-12-31", "2026-13-01", "12-04-2026", "2026/04/12", "0001-01-01",
	}
	times := []string{"", " 07:05", "T07:05", "t07:05", " 23:59", " 24:00", " 00:00", " 07:60", " 07:05:30", "T07:05:60", " 07.05", "  7:05", " 7:05a", "T07:05:3x", "-07:05", " -1:05", " 01:30", " 02:30:00"}
	read := 0
	for _, day := range days {
		for _, at := range times {
			for _, order := range []Order{DayFirst, MonthFirst} {
				for _, zone := range []Zone{Local, UTC} {
					d := DateReader{Order: order, Zone: zone}
					quick, is := usual(Clean(day+at), order)
					if !is {
						continue
					}
					read++
					got, gotErr := d.zoned(quick)
					want, wantErr := d.written(Clean(day + at))
					if got != want || fmt.Sprint(gotErr) != fmt.Sprint(wantErr) {
						t.Errorf("%q order %d: %+v %v, not %+v %v", day+at, order, got, gotErr, want, wantErr)
					}
				}
			}
		}
	}
	if read < 100 {
		t.Errorf("only %d were read", read)
	}
}

// TestPlainKeysAreKeys holds the quick way to a key against the one for all letters.
func TestPlainKeysAreKeys(t *testing.T) {
	for _, text := range []string{
		"Personal Care", "N/A", "R&D", "&", "a & b", "Don't know!", "x-y_z", "  Total: ", "50% (approx.)", "A.B.", "#N/A", "=1+1", "\"quoted\"", "?", "Type/Kind", "tick > cross <", "&&", "a&", "End.",
	} {
		key, plain := plainKey(Clean(text))
		if !plain || key != slowKey(Clean(text)) {
			t.Errorf("%q: %q, %v, not %q", text, key, plain, slowKey(Clean(text)))
		}
	}
	if _, plain := plainKey("Café"); plain {
		t.Error("a text with an accent is not plain")
	}
}
