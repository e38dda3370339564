package cell

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

// String gives the band in plain words.
func (b Band) String() string {
	if b > Night {
		return ""
	}
	return []string{"", "morning", "midday", "afternoon", "evening", "night"}[b]
}
