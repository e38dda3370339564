package cell

import "testing"

// TestExampleF is example F of the domain reference, section 11: the night on which
// the clocks change is an hour shorter or longer, and an hour that never was stands
// as it was written. Half past one on the night with two of them is doubtful, and
// said to be; where versions must be put in order it is the first of the two, where
// Go by itself would pick the second.
func TestExampleF(t *testing.T) {
	for _, c := range []struct {
		from, to string
		hours    int64
	}{
		{"28/03/2026 22:00", "29/03/2026 07:00", 8},
		{"24/10/2026 22:00", "25/10/2026 07:00", 10},
		{"25/11/2026 22:00", "26/11/2026 07:00", 9},
		{"2026-10-25T00:30:00Z", "25/10/2026 01:30", 0},
	} {
		if got := Stamp(Text(c.to), DayFirst) - Stamp(Text(c.from), DayFirst); got != c.hours*3600 {
			t.Errorf("from %s to %s are %d seconds, want %d hours", c.from, c.to, got, c.hours)
		}
	}
	never, err := Date(Text("29/03/2026 01:30"), DayFirst)
	if ChangeAt(never.On+210, 90) != Twice {
		t.Errorf("half past one on %s is not said to come twice", never.On+210)
	}
	if err != nil || never.On.String() != "2026-03-29" || never.At != 90 || ChangeAt(never.On, never.At) != Skipped {
		t.Errorf("an hour that never was: %+v, %v", never, err)
	}
}
