// Package chart says what a chart means (Spec, Alt) and how it is laid out
// (Layout). It draws nothing: Layout is a pure function from a Spec to a Scene
// of lines, polygons, circles and texts, which the PDF draws as vectors and the
// HTML carries as SVG, so that they are the same picture.
package chart

// Unit says what the numbers of a chart are.
type Unit string

// The units, with the word that stands at the axis or in a table head.
const (
	UnitPercent Unit = "%" // 0 to 100, not a fraction
	UnitPlain   Unit = ""  // rates, counts, minutes: the subtitle names them
)

// Grain is the width of one slot of a time chart.
type Grain string

// The grains.
const (
	GrainMonth   Grain = "month"
	GrainQuarter Grain = "quarter"
	GrainEvent   Grain = "event" // one point an event, at its date, between From and To of the Spec
	GrainRow     Grain = "row"   // evenly spaced, each slot named by the label of its point
)

// PointState says why a point is there or not. A gap is a gap: never bridged, never zero.
type PointState string

// The states of a point.
const (
	PointShown    PointState = ""          // it has a value
	PointNoData   PointState = "no data"   // no rows of that kind for these dates
	PointNothing  PointState = "no offers" // rows, but nothing to divide by; Word says it in words
	PointWithheld PointState = "not shown" // a small number withheld
	PointThin     PointState = "too few"   // fewer than 5 counted: one row would move it by a fifth
)

// Kind is which chart a series is drawn as. The numbers choose it, never an author.
type Kind string

// The kinds, with the name that is printed.
const (
	KindRun      Kind = "run chart"            // a median, no limits
	KindPPrime   Kind = "p′ chart"             // shares
	KindUPrime   Kind = "u′ chart"             // rates of events
	KindXmR      Kind = "XmR chart"            // single measures
	KindT        Kind = "t chart"              // days between rare events: one point an event, at its date
	KindQuarters Kind = "quarters with ranges" // a month is too small to show; no limits, no signals
	KindControl  Kind = "control chart"        // any other chart with limits, from the stats command
)

// Signal says that a rule of the chart fired at a point, and on which side.
type Signal string

// The signals.
const (
	SignalNone    Signal = ""
	SignalBetter  Signal = "better"
	SignalWorse   Signal = "worse"
	SignalNeither Signal = "neither" // a measure that is not better either way
)

// Point is one month or quarter, one event of a t chart, or one row of a series.
type Point struct {
	From        string     `json:"from"`                  // first day, 2026-04-01
	To          string     `json:"to"`                    // last day
	Label       string     `json:"label"`                 // Apr 2026, or Apr–Jun 2026
	Value       *float64   `json:"value,omitempty"`       // nil in a gap
	Numerator   *float64   `json:"numerator,omitempty"`   // nil where there is none or it is withheld
	Denominator *float64   `json:"denominator,omitempty"` // as above
	Lower       *float64   `json:"lower,omitempty"`       // 95% interval of the point, drawn for quarters only
	Upper       *float64   `json:"upper,omitempty"`
	State       PointState `json:"state,omitempty"`
	Word        string     `json:"word,omitempty"` // what stands in a table cell instead of the value: "no data", "not worked out", "not shown"

	Centre     *float64 `json:"centre,omitempty"`      // centre line at this point; nil where the chart has none
	LimitLower *float64 `json:"limit_lower,omitempty"` // natural limits at this point; nil in a gap and where there are none
	LimitUpper *float64 `json:"limit_upper,omitempty"`
	Signal     Signal   `json:"signal,omitempty"`
	SignalWhy  string   `json:"signal_why,omitempty"` // which rule: "above the limits", "in a run of 9"
	LeftOut    bool     `json:"left_out,omitempty"`   // drawn, but not in the limits
}

// Rebase is where limits were worked out anew because somebody decided so.
type Rebase struct {
	From string `json:"from"` // first day of the new part
	Text string `json:"text"` // "Limits worked out again from April 2026: J. Manager, new rota" as printed
}

// Level is the value of one whole window: the baseline or the period.
type Level struct {
	From  string   `json:"from"`            // first day
	To    string   `json:"to"`              // last day
	Name  string   `json:"name"`            // baseline or period, under the axis
	Label string   `json:"label"`           // "before 8.0%", in the gutter
	Value *float64 `json:"value,omitempty"` // nil where it is not worked out or not shown
}

// Mark is a dated change of approach. It says when, never why.
type Mark struct {
	Letter string `json:"letter"`
	From   string `json:"from"`  // first day it may have happened
	To     string `json:"to"`    // last day; the same as From where the day is known
	Date   string `json:"date"`  // as printed in the key
	Where  string `json:"where"` // service, or its letter
	What   string `json:"what"`
}

// Spec is the meaning of one time chart: its points with centre line, limits and
// signals, the two windows and the dated changes.
type Spec struct {
	ID              string   `json:"id"`       // stable name within the page: metric and scope
	Title           string   `json:"title"`    // the finding, with both numbers
	Subtitle        string   `json:"subtitle"` // counts, difference and range, unit, grain, what the line is
	State           State    `json:"state"`
	Measure         string   `json:"measure"`          // short name of what is measured
	NumeratorHead   string   `json:"numerator_head"`   // heads of the table of values
	DenominatorHead string   `json:"denominator_head"` // "" where there is no denominator
	ValueHead       string   `json:"value_head"`
	Unit            Unit     `json:"unit"`
	Decimals        int      `json:"decimals"`
	Grain           Grain    `json:"grain"`
	Points          []Point  `json:"points"`
	Kind            Kind     `json:"kind"`
	Rules           string   `json:"rules,omitempty"`        // the named set of rules that looks for signals
	Reason          string   `json:"reason,omitempty"`       // why this chart, printed beneath
	From            string   `json:"from,omitempty"`         // first and last day of the axis; only for GrainEvent
	To              string   `json:"to,omitempty"`           // as above
	ByMonth         bool     `json:"by_month,omitempty"`     // the dates of events only place them in their month; only for GrainEvent
	CentreLabel     string   `json:"centre_label,omitempty"` // "median 7.9", of the centre line at the last point
	Rebases         []Rebase `json:"rebases,omitempty"`
	Levels          []Level  `json:"levels"` // baseline first, then period
	Marks           []Mark   `json:"marks,omitempty"`
	Target          *float64 `json:"target,omitempty"`
	TargetLabel     string   `json:"target_label,omitempty"`
	Alt             string   `json:"alt"` // one sentence for those without the picture
}

// LastCentre gives the centre line at the last point that has one, nil where the
// chart has none.
func (s Spec) LastCentre() *float64 {
	for i := len(s.Points) - 1; i >= 0; i-- {
		if s.Points[i].Centre != nil {
			return s.Points[i].Centre
		}
	}
	return nil
}
