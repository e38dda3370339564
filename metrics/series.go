package metrics

import "evidencepack/ingest/record"

// SeriesKind is which control chart a series of values is judged by.
type SeriesKind string

// The kinds.
const (
	SeriesRun    SeriesKind = "run"
	SeriesPPrime SeriesKind = "pp"
	SeriesUPrime SeriesKind = "up"
	SeriesXmR    SeriesKind = "xmr"
	SeriesT      SeriesKind = "t"
)

// SeriesReason is why a kind was chosen; templates/prose/charts.yaml says it in words.
type SeriesReason string

// The reasons.
const (
	ReasonShare  SeriesReason = "share"  // p′: a share of a number that differs by month
	ReasonRate   SeriesReason = "rate"   // u′: events for care days that differ by month
	ReasonSingle SeriesReason = "single" // XmR: one measure a month
	ReasonRare   SeriesReason = "rare"   // t: events too rare to count by month
	ReasonShort  SeriesReason = "short"  // run chart: fewer than 12 points, too few points for limits
	ReasonStock  SeriesReason = "stock"  // run chart without signals: the same things are counted again each month
	ReasonCount  SeriesReason = "count"  // run chart: a count, with nothing to divide by
	ReasonSteady SeriesReason = "steady" // run chart: the values hardly differ, so limits cannot be worked out
)

// SeriesGap says why a point of a series has no value.
type SeriesGap string

// The gaps. None is ever bridged or shown as 0.
const (
	GapNone    SeriesGap = ""
	GapNoData  SeriesGap = "no_data"
	GapNothing SeriesGap = "nothing" // a zero denominator
	GapThin    SeriesGap = "thin"    // fewer than LeastCounted behind it
)

// Rebase is a decision of the user's to work out limits anew from a day on.
type Rebase struct {
	Metric  string
	Service string // "" is the whole provider
	From    record.Date
	Who     string
	Why     string
}

// SeriesPoint is one month of a series, or one event.
type SeriesPoint struct {
	Span         record.Span
	Value        *float64 // in the metric's unit; nil in a gap
	Gap          SeriesGap
	Part         int // from 1; each rebase begins a new one
	Centre       *float64
	Lower, Upper *float64
	Signal       Direction // Lower or Higher than the centre line; "" is none
	Rule         string    // which rule fired: outside, run, trend, two_in_three; "" is none
	RunLength    int       // points of the run it is in, where Rule is run
}

// Series is a metric over time, judged by the chart that suits its data.
type Series struct {
	Kind    SeriesKind
	Reason  SeriesReason
	Rules   string // name of the set of rules: "Anhøj", "Making Data Count"
	Points  []SeriesPoint
	Suggest record.Date // where a run that reaches the last point began, long enough to think of new limits; 0 is none
}

// SeriesOf chooses the chart for the monthly values of a metric in one scope and
// works out its lines and signals.
func SeriesOf(m Metric, monthly []Value, rebases []Rebase) Series {
	return Series{}
}
