package metrics

import (
	"fmt"

	"evidencepack/ingest/record"
	"evidencepack/metrics/stat"
)

// Status says whether a value could be worked out.
type Status string

// The statuses. NoData is missing rows, NotComputable is rows that give nothing
// to divide by. Neither is ever shown as 0.
const (
	OK            Status = "ok"
	NoData        Status = "no_data"
	NotComputable Status = "not_computable"
)

// Scope is whom a figure is for. An empty field is everybody.
type Scope struct {
	Service string
	Person  record.Person
}

// covers tells whether a record is in the scope.
func (s Scope) covers(h *record.Head) bool {
	return (s.Service == "" || s.Service == h.Service) && (s.Person == "" || s.Person == h.Person)
}

// Window is what finish knows besides the state of the cells.
type Window struct {
	Def
	Scope        Scope
	Span         record.Span
	Breakdown    string                 // the one thing that is traced; "" is all
	LastEvent    record.Date            // last event of the whole data, 0 where there is none
	LastIncident record.Date            // last incident of all services, 0 where there is none
	Given        func(record.Kind) bool // tells whether any row of a kind is in the data, of any date
	HasRegister  bool                   // a register of people was given, so that care days can be counted
}

// Value is one finished figure. A nil number is an empty cell: it does not apply
// or is not known.
type Value struct {
	Metric      string // id of the metric
	Numerator   *float64
	Denominator *float64
	Value       *float64 // in Unit
	Lower       *float64 // lower end of the 95% range, in Unit
	Upper       *float64
	Unit        Unit
	People      int // distinct people behind the denominator
	Behind      int // distinct people behind the numerator; People where the two are the same
	Status      Status
	Why         string // plain words; filled where Status is not OK, and for warnings
	Breakdown   string // "" or name=value
	Scope       Scope
	Span        record.Span
	Change      *Change  // only for CHG-02
	Serious     *Serious // only for INC-10
	Withheld    bool     // not for readers outside, whatever it is; set by the pack, never by a metric
}

// Change is what a before-and-after figure adds to its counts, which are those
// after the change.
type Change struct {
	ID                string
	On                record.Date // day of the change
	Area              string      // task category that alone was counted, or another area in words; "" is none named
	What              string      // free text of the provider: never printed outside without approval
	Before            record.Span // the days before
	BeforeNumerator   float64
	BeforeDenominator float64
	Complete          bool // the days after are all in the data
}

func number(v float64) *float64 { return &v }

// value starts a figure of the window.
func (w Window) value(people int) Value {
	return Value{Metric: w.ID, Unit: w.Unit, People: people, Behind: people, Status: OK, Scope: w.Scope, Span: w.Span}
}

// behind says how many people are behind the numerator.
func (v Value) behind(people int) Value {
	v.Behind = people
	return v
}

// noData is the figure of a window for which the source has no rows.
func (w Window) noData() Value {
	v := w.value(0)
	v.Status = NoData
	v.Why = fmt.Sprintf("There are no rows of %s for these dates. That is not the same as none happening.", shortName(w.Needs[0]))
	return v
}

// not marks a value as not computable.
func (v Value) not(why string) Value {
	v.Status, v.Why = NotComputable, why
	v.Value, v.Lower, v.Upper = nil, nil, nil
	return v
}

// nothing says that there is nothing to divide by.
func (w Window) nothing() string {
	return fmt.Sprintf("There were no %s in these dates, so there is nothing to divide by.", w.NounDenominator)
}

// percent is a share of counts with its Wilson range.
func (w Window) percent(numerator, denominator, people int) Value {
	v := w.value(people)
	v.Numerator, v.Denominator = number(float64(numerator)), number(float64(denominator))
	limits, err := stat.Wilson(float64(numerator), float64(denominator), stat.Level95)
	if err != nil {
		return v.not(w.nothing())
	}
	v.Value = number(100 * float64(numerator) / float64(denominator))
	v.Lower, v.Upper = number(100*limits.Lower), number(100*limits.Upper)
	return v
}

// perCareDays is a rate of events for 1,000 care days with its range.
func (w Window) perCareDays(events, days, people int) Value {
	v := w.value(people)
	v.Numerator = number(float64(events))
	if !w.HasRegister {
		return v.not("There is no list of people with their start and end dates, so care days cannot be counted.")
	}
	v.Denominator = number(float64(days))
	limits, err := stat.Rate(float64(events), float64(days), stat.Level95)
	if err != nil {
		return v.not("Nobody was supported on these dates, so there are no care days to divide by.")
	}
	v.Value = number(1000 * float64(events) / float64(days))
	v.Lower, v.Upper = number(1000*limits.Lower), number(1000*limits.Upper)
	return v
}

// count is a plain number of things, below 0 for a net fall.
func (w Window) count(n, people int) Value {
	v := w.value(people)
	v.Numerator, v.Value = number(float64(n)), number(float64(n))
	return v
}
