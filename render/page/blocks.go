package page

import "evidencepack/render/chart"

// Curve is how long something lasts, as a Kaplan–Meier plot.
type Curve struct {
	Spec   chart.Curve `json:"spec"`
	Source string      `json:"source"`
}

// Timeline is the trail of one person: figures before and after, and everything that
// was recorded on one time line.
type Timeline struct {
	Spec    chart.Timeline `json:"spec"`
	Lead    string         `json:"lead,omitempty"`    // one line under the title
	Figures []Figure       `json:"figures,omitempty"` // at most four
	Source  string         `json:"source"`
}

// Funnel sets services side by side.
type Funnel struct {
	Spec   chart.Funnel `json:"spec"`
	Source string       `json:"source"`
}

// Stack is how what was counted parts into levels that have an order, one bar a group.
type Stack struct {
	Spec   chart.Stack `json:"spec"`
	Source string      `json:"source"`
}

// Forest is the list of changes of approach with the interval of each difference.
type Forest struct {
	Title  string      `json:"title"`
	Note   string      `json:"note,omitempty"`
	Rows   []ForestRow `json:"rows"`
	Source string      `json:"source,omitempty"`
}

// ForestRow is one change: eight weeks before, eight weeks after.
type ForestRow struct {
	Label    string   `json:"label"` // date, service, person
	What     string   `json:"what"`
	Before   string   `json:"before"` // "21 of 56 (38%)"
	After    string   `json:"after"`
	Value    *float64 `json:"value,omitempty"` // percentage points; nil where it is not compared
	Lower    *float64 `json:"lower,omitempty"`
	Upper    *float64 `json:"upper,omitempty"`
	Verdict  Verdict  `json:"verdict"`
	Why      string   `json:"why,omitempty"` // why it is not compared, or a caveat
	Evidence string   `json:"evidence,omitempty"`
}

// Key explains the lettered flags of the charts.
type Key struct {
	Marks []chart.Mark `json:"marks"`
	Note  string       `json:"note,omitempty"`
}

// Notice is a box: a concern, a limit, or why a part is empty.
type Notice struct {
	State chart.State `json:"state"`
	Title string      `json:"title"`
	Text  string      `json:"text,omitempty"`
}

// Claims are sentences that the numbers carry.
type Claims struct {
	Title  string  `json:"title,omitempty"`
	Claims []Claim `json:"claims"`
}

// Claim is one of them: before and after, how many, when, the likely range and the
// verdict. Words counts the words of Text alone, for a tender.
type Claim struct {
	Text     string      `json:"text"`
	More     string      `json:"more,omitempty"` // what it is read with: partners, limits, gaps; printed small
	State    chart.State `json:"state"`
	Word     string      `json:"word,omitempty"`
	Metric   string      `json:"metric"`
	Evidence string      `json:"evidence"`
	Words    int         `json:"words"`
}

// SetAside is the ledger of rows: what was read and what became of it.
type SetAside struct {
	Totals  LedgerRow   `json:"totals"`
	Files   int         `json:"files"`
	Rows    []LedgerRow `json:"rows"`    // by kind of export
	Reasons []Reason    `json:"reasons"` // why, most frequent first
	Note    string      `json:"note,omitempty"`
}

// LedgerRow holds read = used + duplicates + rejected + unmapped + struck out.
type LedgerRow struct {
	Label      string `json:"label"`
	Read       int    `json:"read"`
	Used       int    `json:"used"`
	Duplicates int    `json:"duplicates"`
	Rejected   int    `json:"rejected"`
	Unmapped   int    `json:"unmapped"`
	StruckOut  int    `json:"struck_out"`
}

// Aside counts the rows that are in no figure and are no repeats.
func (l LedgerRow) Aside() int { return l.Rejected + l.Unmapped + l.StruckOut }

// Reason is why rows were set aside and what to do about it.
type Reason struct {
	Reason    string `json:"reason"`
	Rows      int    `json:"rows"`
	FirstSeen string `json:"first_seen,omitempty"` // file and row; never in the external tier
	WhatToDo  string `json:"what_to_do"`
}

// Figures is the evidence index: each figure of the pack, one row each.
type Figures struct {
	Title string      `json:"title"`
	Note  string      `json:"note,omitempty"`
	Rows  []FigureRow `json:"rows"`
}

// FigureRow is one figure with its counts.
type FigureRow struct {
	Evidence    string   `json:"evidence"`
	Metric      string   `json:"metric"`
	Title       string   `json:"title"`
	Scope       string   `json:"scope"`             // "All services", a service, a pseudonym
	Service     string   `json:"service,omitempty"` // of the scope; "" is all of them
	Window      string   `json:"window"`            // "period", "baseline"
	From        string   `json:"from"`
	To          string   `json:"to"`
	Numerator   *float64 `json:"numerator,omitempty"`
	Denominator *float64 `json:"denominator,omitempty"`
	Value       *float64 `json:"value,omitempty"`
	Lower       *float64 `json:"lower,omitempty"`
	Upper       *float64 `json:"upper,omitempty"`
	Unit        string   `json:"unit"`
	Format      Format   `json:"format"`
	People      *int     `json:"people,omitempty"`
	Status      string   `json:"status"`           // "ok", or a word of voice.md 1.8
	Detail      bool     `json:"detail,omitempty"` // of a service, a person or a part: a short index leaves it out
	Why         string   `json:"why,omitempty"`
}

// Definitions say what each measure counts.
type Definitions struct {
	Title string       `json:"title"`
	Rows  []Definition `json:"rows"`

	GroupWord string   `json:"group_word,omitempty"` // what the groups are: "Key question"
	Groups    []string `json:"groups,omitempty"`     // all of them, in the order of the framework
}

// Definition is one measure in plain words.
type Definition struct {
	Metric      string `json:"metric"`
	Title       string `json:"title"`
	Means       string `json:"means"`
	Numerator   string `json:"numerator"`
	Denominator string `json:"denominator,omitempty"`
	Unit        string `json:"unit"`
	Direction   string `json:"direction"` // "lower is better" …
	ReadWith    string `json:"read_with,omitempty"`
	Source      string `json:"source"`

	Files  string   `json:"files,omitempty"`  // where its rows are: "incidents.xlsx, sheet Log"; external "incidents, 1 file"
	Groups []string `json:"groups,omitempty"` // the key questions that it speaks to
}
