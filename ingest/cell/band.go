package cell

import "evidencepack/ingest/record"

// Band is a part of the day, where a file gives no time.
type Band uint8

// The bands. NoBand is missing.
const (
	NoBand    Band = iota
	Morning        // 06:00 to 10:59
	Midday         // 11:00 to 13:59
	Afternoon      // 14:00 to 17:59, tea among it
	Evening        // 18:00 to 21:59
	Night          // 22:00 to 05:59
)

// bands are the words for parts of the day, in English and Welsh.
var bands = map[string]Band{
	"am": Morning, "a m": Morning, "morning": Morning, "mornings": Morning, "early": Morning, "early shift": Morning, "breakfast": Morning, "early morning": Morning, "mid morning": Morning, "bore": Morning,
	"midday": Midday, "mid day": Midday, "lunch": Midday, "lunchtime": Midday, "lunch time": Midday, "noon": Midday, "canol dydd": Midday,
	"pm": Afternoon, "p m": Afternoon, "afternoon": Afternoon, "tea": Afternoon, "teatime": Afternoon, "tea time": Afternoon, "mid afternoon": Afternoon, "prynhawn": Afternoon,
	"evening": Evening, "eve": Evening, "evenings": Evening, "bedtime": Evening, "bed time": Evening, "supper": Evening, "noswaith": Evening,
	"night": Night, "nights": Night, "overnight": Night, "waking night": Night, "sleep in": Night, "night shift": Night, "midnight": Night, "nos": Night,
}

// ReadBand reads a part of the day in words. It is for cells that hold no time.
func ReadBand(written string) (Band, bool) {
	b, known := bands[Key(written)]
	return b, known
}

// BandOf gives the part of the day of a time; NoClock has none.
func BandOf(at record.Clock) Band {
	switch {
	case at < 0 || at >= 1440:
		return NoBand
	case at < 6*60 || at >= 22*60:
		return Night
	case at < 11*60:
		return Morning
	case at < 14*60:
		return Midday
	case at < 18*60:
		return Afternoon
	}
	return Evening
}

// String gives the band in plain words.
func (b Band) String() string {
	if b > Night {
		return ""
	}
	return []string{"", "morning", "midday", "afternoon", "evening", "night"}[b]
}

// Midnights counts how many times of a column are exactly midnight, which many
// systems write for a time that was not recorded.
type Midnights struct{ Times, AtMidnight int }

// fewTimes is how many times it takes to judge a column.
const fewTimes = 10

// See takes the time of one row. A missing one does not count.
func (m *Midnights) See(at record.Clock) {
	if at == record.NoClock {
		return
	}
	m.Times++
	if at == 0 {
		m.AtMidnight++
	}
}

// Unknown tells whether midnight means "not recorded" in the column: more than one
// in five of at least ten times.
func (m Midnights) Unknown() bool { return m.Times >= fewTimes && 5*m.AtMidnight > m.Times }
