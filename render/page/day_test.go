package page

import (
	"testing"
	"time"
)

// TestDay takes the day of a file from its data, never from a clock.
func TestDay(t *testing.T) {
	for text, want := range map[string]string{"30 September 2026": "2026-09-30", "September 2026": "2026-09-01", "": "2000-01-01", "soon": "2000-01-01"} {
		if got := (Cover{DataAsAt: text}).Day().Format(time.DateOnly); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}
