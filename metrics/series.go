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
	ReasonSteady SeriesReason = "steady" // run chart: the values hardly differ (most are the same), so limits cannot be worked out
)

// SeriesGap says why a point of a series has no value.
type SeriesGap string

// The gaps. None is ever bridged or shown as 0.
const (
	GapNone    SeriesGap = ""
	GapNoData  SeriesGap = "no_data"
	GapNothing SeriesGap = "nothing" // a zero denominator
	GapThin    SeriesGap = "thin"    // fewer than LeastCounted or LeastCareDays behind it
)

// Rebase is a decision of the user's to work out limits anew from a day on. It
// speaks of one metric in one scope: that of the whole provider leaves the series
// of single services alone.
type Rebase struct {
	Metric  string
	Service string // "" is the whole provider
	From    record.Date
	Who     string
	Why     string
}

// The least that a chart rests on.
const (
	LeastPoints   = 12 // points of a part below which it has no limits and no signals
	LeastCounted  = 5  // denominator of a share below which its month is too thin to be a point
	LeastCareDays = 30 // care days below which the rate of a month is too thin to be a point
)

// The sets of rules that look for signals. A footer names the one in use.
const (
	RulesAnhoej          = "Anhøj"             // beyond the limits, and runs on one side of the centre line that are longer than chance makes them
	RulesMakingDataCount = "Making Data Count" // beyond the limits, 7 on one side, 7 one way, 2 of 3 near a limit; ranges screened as NHSRplotthedots does
)

// The rules that may fire at a point.
const (
	RuleOutside    = "outside"      // beyond the limits
	RuleRun        = "run"          // in a long run on one side of the centre line
	RuleTrend      = "trend"        // in a row of points that all go one way
	RuleTwoInThree = "two_in_three" // two of three points close to one limit
)

// SeriesPoint is one month of a series, or one event.
type SeriesPoint struct {
	Span         record.Span
	Value        *float64 // in the metric's unit; for SeriesT whole days since the event before; nil in a gap
	Gap          SeriesGap
	Part         int       // from 1; each rebase begins a new one
	Centre       *float64  // also in a gap; nil where fewer than two points of its part have a value
	Lower, Upper *float64  // nil in a gap and where its part has no limits; never below 0, a share never above 100
	Signal       Direction // Lower or Higher than the centre line, of a trend the way it goes; "" is none
	Rule         string    // which rule fired: RuleOutside, RuleRun, RuleTrend, RuleTwoInThree; "" is none
	RunLength    int       // points of the run it is in, where Rule is run
	Events       int       // of a rare series: events on this day; otherwise 0
}

// Series is a metric over time, judged by the chart that suits its data.
type Series struct {
	Kind    SeriesKind
	Reason  SeriesReason
	Rules   string // RulesAnhoej or RulesMakingDataCount; "" where nothing looks for signals
	Points  []SeriesPoint
	Suggest record.Date // where a run that reaches the last point began, long enough to think of new limits; 0 is none

	LastEvent record.Date // of a rare series: day of its last event; 0 where there is none
	DaysSince int         // of a rare series: days from the last event to the last day of data. It is not a point: it is not over
}

// SignalIn gives the points of a window at which a rule fired and the side they
// are on: Lower, Higher, or Neither where there are signals on both. It is false
// where none fired. A month counts where its first day lies in the window.
func (s Series) SignalIn(span record.Span) (side Direction, points []SeriesPoint, found bool) {
	for _, p := range s.Points {
		if p.Signal == "" || !span.Has(p.Span.From) {
			continue
		}
		switch side {
		case "":
			side = p.Signal
		case p.Signal:
		default:
			side = Neither
		}
		points = append(points, p)
	}
	return side, points, len(points) > 0
}
