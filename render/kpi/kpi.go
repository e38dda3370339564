// Package kpi reads a buyer's own list of key performance indicators, checks it
// before anything is built, and puts the figures of a table of metrics into the
// buyer's bands. It computes no metric and writes no page.
package kpi

import (
	"fmt"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
)

// FileName is the file that is looked for in a folder of exports.
const FileName = "contract_kpi.csv"

// Exact is the rounding of a figure that is compared as it is.
const Exact = -1

// KPI is one line of the buyer's list, checked. It stands for one figure: a metric,
// for all services or one, for all records or one part of them.
type KPI struct {
	ID        string // the buyer's own number
	Wording   string // the buyer's own words
	Metric    string // id of a metric of the register; "" is not from exports, filled in by hand
	Service   string // "" is all services
	Breakdown string // name=value as in evidence.csv; "" is all records
	Target    *Number
	Better    metrics.Direction // Lower or Higher; "" where there is neither target nor band
	Bands     []Band            // from the best to the worst, without gap or overlap; may be empty
	Period    Period
	Rounding  int    // decimals of the compared figure, 0 to 3; Exact is not rounded
	Validator string // who checks the figure for the buyer; may be ""
	Line      int    // of the file, from 1
}

// Fault is what is wrong with a list, and where. It holds nothing but what stands
// in the list itself.
type Fault struct {
	File   string
	Line   int    // from 1; 0 is the whole file
	Column string // heading, or ""
	What   string
	Hint   string // one thing to do next, or ""
}

// Error names the file, the line and the column.
func (f *Fault) Error() string {
	where := f.File
	if f.Line > 0 {
		where = fmt.Sprintf("%s, line %d", where, f.Line)
	}
	if f.Column != "" {
		where += ", column " + f.Column
	}
	return where + ": " + f.What
}

// Result is what the data say of one KPI.
type Result struct {
	KPI      KPI
	Span     record.Span   // the days of the figure; the zero span where there is none
	Value    metrics.Value // its zero value where the KPI is filled in by hand
	Compared *Number       // the figure as it is compared, rounded as the KPI says; nil is no figure
	Band     string        // name of the band, "" where there is none or no figure
	Met      *bool         // whether the target is met; nil without a target or a figure
	Why      string        // plain words, where there is no figure

	// Without lists the months that were not exported. A share is judged without them;
	// a count or a rate is too low by them and is not, so Compared is nil.
	Without []record.Month
}

// ByHand tells whether the figure comes from no export.
func (r Result) ByHand() bool { return r.KPI.Metric == "" }

// Missed tells whether the buyer will ask why: the target is not met, or, without a
// target, the figure is not in the best band.
func (r Result) Missed() bool {
	if r.Met != nil {
		return !*r.Met
	}
	return r.Band != "" && r.Band != r.KPI.Bands[0].Name
}
