// Package record is the vocabulary of the whole program: one type for each kind
// of row that an adult social care provider's systems can export, as domain.md
// section 4 names them. It is a leaf: it imports nothing of ours.
//
// A record is a row that was understood. A row that was not is an Issue; both
// carry a Ref, so that every figure can be walked back to file, sheet and row.
// Missing is never zero: each field says what its zero value means.
package record

import (
	"maps"
	"path"
	"slices"
	"strings"
)

// Ref says where a row stood in the provider's own files.
type Ref struct {
	File  string // name relative to the folder of exports, with "/"
	Sheet string // name of the sheet, "" for text files
	Row   int    // row of the sheet, or line of the text file on which the record starts; 1 is the first
}

// RowWord is what Row counts, as people name it: the line of a text file, of which a note
// may take several, or the row of a sheet, also where its name is not told.
func (r Ref) RowWord() string {
	switch strings.ToLower(path.Ext(r.File)) {
	case ".xlsx", ".xlsm", ".xls", ".ods":
		return "row"
	}
	if r.Sheet != "" {
		return "row"
	}
	return "line"
}

// Person stands for one person we support. It is an opaque token that the room
// ingest/person made; it holds no name and no number of the source. The empty
// token means that the row names nobody.
type Person string

// Head is what every record carries.
type Head struct {
	Ref
	ID       string // the source's own id of the record, "" where it has none
	Version  int    // version of the record, 0 where the source has none
	Updated  int64  // when the row was last written, in Unix seconds; 0 is unknown
	Service  string // service as the provider names it, "" is unknown
	Person   Person // whom it is about, "" is nobody in particular
	On       Date   // local date of the event, 0 is missing
	At       Clock  // local time of the event; NoClock is missing
	Struck   bool   // struck out, voided or archived in the source
	Unmapped bool   // its outcome, code or level is in no list and no legend
	Recorded int64  // when the row was first written, in Unix seconds; 0 is unknown

	Columns *Columns // which fields its table has a column for; nil is all of them
}

// Columns are the fields that a table has a column for. What has none is not
// known, which is not the same as blank.
type Columns struct {
	names map[string]bool
	mixed []string
}

// NewColumns makes the columns of a table from the names of its fields.
func NewColumns(fields ...string) *Columns {
	c := &Columns{names: make(map[string]bool, len(fields))}
	for _, name := range fields {
		c.names[name] = true
	}
	return c
}

// Has tells whether there is a column for a field. Where nothing is known of the
// columns there is.
func (c *Columns) Has(field string) bool { return c == nil || c.names[field] }

// Contradict notes fields whose column was left out, because its dates cannot all
// have been written in one order of day and month.
func (c *Columns) Contradict(fields ...string) { c.mixed = append(c.mixed, fields...) }

// Contradicting lists the fields whose column was left out for that.
func (c *Columns) Contradicting() []string {
	if c == nil {
		return nil
	}
	return c.mixed
}

// String lists the fields in the order of the alphabet, so that two tables can be
// compared in writing.
func (c *Columns) String() string {
	if c == nil {
		return "all"
	}
	return strings.Join(slices.Sorted(maps.Keys(c.names)), " ")
}

// Worker stands for one member of staff. Like Person it is an opaque token; the
// empty token is nobody, or somebody not known.
type Worker string

// What a number is where none is written. Neither is ever counted.
const (
	Uncounted int     = -1
	Unknown   float64 = -1
)

// Where gives the head of a record.
func (h *Head) Where() *Head { return h }

// Record is one understood row.
type Record interface {
	Where() *Head
	Kind() Kind
}

// Kind is a kind of record, written as domain.md names it.
type Kind string

// The kinds of record.
const (
	KindPlacement    Kind = "person"
	KindCareTask     Kind = "care_task"
	KindMedAdmin     Kind = "med_admin"
	KindVisit        Kind = "visit"
	KindIncident     Kind = "incident"
	KindAction       Kind = "action"
	KindRestriction  Kind = "restriction"
	KindGoal         Kind = "goal"
	KindStepRecord   Kind = "step_record"
	KindRating       Kind = "rating"
	KindPlanReview   Kind = "plan_review"
	KindPlanChange   Kind = "plan_change"
	KindObservation  Kind = "observation"
	KindFeedback     Kind = "feedback"
	KindSafeguarding Kind = "safeguarding"
	KindAttendance   Kind = "attendance"
	KindStaff        Kind = "staff"

	KindStep              Kind = "step"
	KindRestrictionReview Kind = "restriction_review"
	KindAuthorisation     Kind = "authorisation"
	KindPlanAudit         Kind = "plan_audit"
	KindSupervision       Kind = "supervision"
	KindCompetency        Kind = "competency"
	KindSurvey            Kind = "survey"
	KindPlacementEvent    Kind = "placement_event"
	KindWorkforceMonth    Kind = "workforce_month"
	KindExposure          Kind = "exposure"
	KindSource            Kind = "source" // made by the reader, never read from a file
)

// Kinds lists every kind in the order in which people meet them.
var Kinds = []Kind{
	KindCareTask, KindMedAdmin, KindVisit, KindStepRecord, KindRating, KindAttendance,
	KindObservation, KindPlanReview, KindIncident, KindAction, KindFeedback, KindRestriction,
	KindPlacement, KindStaff, KindGoal, KindSafeguarding, KindPlanChange,
	KindStep, KindRestrictionReview, KindAuthorisation, KindPlanAudit, KindSupervision, KindCompetency, KindSurvey,
	KindPlacementEvent, KindWorkforceMonth, KindExposure,
}

// kindTitles are the words a reader sees for a kind of export.
var kindTitles = map[Kind]string{
	KindCareTask:     "care notes, one row an offer",
	KindMedAdmin:     "medicines given",
	KindVisit:        "homecare visits",
	KindStepRecord:   "enablement steps",
	KindRating:       "ratings",
	KindAttendance:   "activities",
	KindObservation:  "spot checks",
	KindPlanReview:   "plan reviews",
	KindIncident:     "incidents",
	KindAction:       "learning actions",
	KindFeedback:     "complaints and compliments",
	KindRestriction:  "restrictions",
	KindPlacement:    "people (placements)",
	KindStaff:        "staff",
	KindGoal:         "goals",
	KindSafeguarding: "safeguarding concerns",
	KindPlanChange:   "changes of approach",

	KindStep:              "planned steps of goals",
	KindRestrictionReview: "reviews of restrictions",
	KindAuthorisation:     "authorisations and risk decisions",
	KindPlanAudit:         "plan audits",
	KindSupervision:       "supervisions",
	KindCompetency:        "training and sign-offs",
	KindSurvey:            "surveys",
	KindPlacementEvent:    "hospital stays and moves",
	KindWorkforceMonth:    "staffing by month",
	KindExposure:          "hours and days of support by month",
	KindSource:            "files that were read",
}

// Title says in plain words what a kind of export holds.
func (k Kind) Title() string { return kindTitles[k] }

// IsEvent tells whether records of the kind happen on a day. The months of the
// data run from the first to the last event; registers and due dates do not
// stretch them.
func (k Kind) IsEvent() bool {
	switch k {
	case KindCareTask, KindMedAdmin, KindVisit, KindIncident, KindStepRecord, KindRating,
		KindAttendance, KindObservation, KindFeedback, KindSafeguarding:
		return true
	}
	return false
}

// IsRegister tells whether the kind is a list that always holds, even in a
// month in which no row is dated: no row then means none, not no data.
func (k Kind) IsRegister() bool {
	switch k {
	case KindPlacement, KindRestriction, KindAction, KindGoal, KindStaff, KindPlanChange,
		KindStep, KindAuthorisation, KindCompetency, KindSource:
		return true
	}
	return false
}

// NeedsPerson tells whether a row of the kind is worth nothing without a person
// of the register.
func (k Kind) NeedsPerson() bool {
	switch k {
	case KindCareTask, KindMedAdmin, KindVisit, KindRating, KindStepRecord, KindPlanReview,
		KindAttendance, KindSafeguarding, KindAuthorisation, KindPlacementEvent:
		return true
	}
	return false
}
