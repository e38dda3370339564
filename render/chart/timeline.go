package chart

// Timeline is everything that was recorded about one person, month by month: a lane for
// each kind of record, one under the other, on the same months.
type Timeline struct {
	ID     string `json:"id"`    // short name for links
	Title  string `json:"title"` // pseudonym, and where
	Alt    string `json:"alt"`
	From   string `json:"from"`   // first day of the first month
	Months int    `json:"months"` // how many months every lane has
	Lanes  []Lane `json:"lanes"`
	Marks  []Mark `json:"marks,omitempty"`

	Baseline Window `json:"baseline"` // the two windows that are compared
	Period   Window `json:"period"`
}

// Window is some days, the last one too.
type Window struct {
	From string `json:"from"`
	To   string `json:"to"`
}

// LaneKind is how the months of a lane are drawn.
type LaneKind string

// The kinds of lanes.
const (
	LaneShare LaneKind = "share" // a column of 0 to 100 per cent, with its counts above it
	LaneStock LaneKind = "stock" // how many are in force at the end of the month: a bar with the number in it
	LaneEvent LaneKind = "event" // one square for each event; a concern is a diamond
	LaneDone  LaneKind = "done"  // one square for each; those done are filled
)

// Lane is one kind of record.
type Lane struct {
	Name   string      `json:"name"`
	Note   string      `json:"note,omitempty"` // what the marks mean, under the name
	Kind   LaneKind    `json:"kind"`
	Months []LaneMonth `json:"months"`
}

// LaneMonth is one month of a lane.
type LaneMonth struct {
	Text  string   `json:"text"`            // as a table says it: "6 of 39", "2", "no data"
	Value *float64 `json:"value,omitempty"` // per cent for a share, else how many; nil is a gap, never 0
	Part  int      `json:"part,omitempty"`  // of the events those of concern; of what was due that which was done
}
