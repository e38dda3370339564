package metrics

import (
	"testing"

	"evidencepack/ingest/record"
)

// TestSupported holds the one rule of who was supported to its edges.
func TestSupported(t *testing.T) {
	june := month(2026, 6)
	for _, c := range []struct {
		what       string
		start, end record.Date
		in, last   bool
	}{
		{"all of it", june.From, june.To, true, true},
		{"the first day", june.From - 9, june.From, true, false},
		{"the last day", june.To, june.To, true, true},
		{"open", june.From - 9, 0, true, true},
		{"over before", june.From - 9, june.From - 1, false, false},
		{"not begun", june.To + 1, 0, false, false},
		{"ended before it began", june.To, june.To - 1, false, false},
	} {
		stay := &record.Placement{Head: about("P1", c.start), Start: c.start, End: c.end}
		days, _ := stays{stay}.careDays(june)
		if in := stayIn(stay, june); in != c.in || in != (days > 0) || in != (stays{stay}).supportedIn(june).has("P1") {
			t.Errorf("%s: %t in the span with %d care days, want %t", c.what, in, days, c.in)
		}
		if on := stayHolds(stay, june.To); on != c.last || on != (stays{stay}).supportedOn(june.To)("P1") {
			t.Errorf("%s: %t on the last day, want %t", c.what, on, c.last)
		}
		if staysOf([]record.Record{new(record.Rating), stay}).supportedOn(june.To)("P2") {
			t.Errorf("%s: the register does not hold P2", c.what)
		}
	}
	if !(stays{}).supportedOn(june.To)("P1") {
		t.Error("without a register everybody is supported")
	}
}
