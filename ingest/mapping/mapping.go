// Package mapping holds what a person confirmed about one kind of export: which
// column is which field, what its codes mean, and how the file is laid out. It
// is a small YAML file that next month's exports are read with.
//
// Mappings for layouts that are publicly documented come with the program
// (shipped). What the user's own file says goes before them.
package mapping

import (
	"slices"
	"strings"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/record"
)

// Any is the kind of a mapping that holds for tables of every kind: a layout
// whose questions are the user's own.
const Any record.Kind = "any"

// Ignore is the code word for rows that are to be left out on purpose.
const Ignore = "ignore"

// Undecided is what stands behind a code that nobody has answered yet.
const Undecided = "?"

// The orders of day and month, the time zones, and the ways to record a re-offer.
const (
	DayFirst   = "dmy" // 03/04 is 3 April
	MonthFirst = "mdy" // 03/04 is 4 March

	UTC    = "UTC"
	London = "Europe/London"

	ReofferRows    = "rows"    // a second offer is a row of its own
	ReofferColumns = "columns" // a second offer stands in columns beside the first
)

// What the name of a sheet may stand for, beside the fields person_name and service_ref.
const SheetIsMonth = "month"

// Mapping is one saved mapping. Every part may be missing: nothing is said about it then.
type Mapping struct {
	File string      // name of the file it was read from
	Kind record.Kind // kind of export that it speaks of, or Any

	Files     []string // patterns of file names that it holds for; none: every file of the kind
	Sheets    []string // patterns of names of sheets that it holds for; none: every sheet
	Headings  []string // headings that a table must have, all of them; none: every table
	HeaderRow int      // row of the headings, from 1; 0 is not said

	Columns   map[string][]string // field → headings, the first that is there wins; an empty list: the field is in no column
	Constants map[string]string   // field → text that holds for every row, where the file has no such column
	Wide      []Block             // score columns of which each block becomes a row of its own

	Codes   map[string]string            // code or word of any field → canonical word; Ignore and Undecided are allowed
	CodesOf map[string]map[string]string // field → its codes, which go before Codes
	Legend  string                       // name of a shipped legend, whose codes come after our user's own; "" is none

	Scales     map[string]Scale // scale → its ends and which end is better
	DateOrder  string           // DayFirst, MonthFirst, or "" for what the columns themselves prove
	TimeZone   string           // UTC, London, or "" for local times
	Reoffer    string           // ReofferRows, ReofferColumns, or ""
	Section    string           // field that a lone cell above a block of rows gives, or ""
	SheetIs    string           // what the sheet's name stands for: a field, SheetIsMonth, or ""
	GroupMark  string           // sign between a group's name and the heading, such as "/", or ""
	ListMark   string           // sign between several choices in one cell, such as ";", or ""
	Ignored    []string         // headings that are known and not wanted
	Dropped    []string         // headings of personal details that are not read at all
	SkipRows   map[string][]string
	Documented string // where the layout is published; only of shipped mappings
	AsOf       string // day on which that was looked at, as year-month-day

	Unused  []string       // comments about headings that were seen and are no field
	Shipped bool           // it came with the program
	Lines   map[string]int // field, option or code → line of the file, for messages

	own *Mapping // the user's own part, where this was laid over one of ours
}

// Own gives what the user wrote, without what was added from a mapping of ours;
// nil where all of it is ours.
func (m *Mapping) Own() *Mapping {
	switch {
	case m == nil || m.Shipped:
		return nil
	case m.own != nil:
		return m.own
	}
	return m
}

// Block is one of several groups of columns that stand side by side, such as the
// score at the start and the score after six months: each makes a row of its own.
type Block struct {
	Columns   map[string]string // field → heading
	Constants map[string]string // field → text
}

// Scale says what the numbers of a rating mean.
type Scale struct {
	From, To float64 // the lowest and the highest value
	Better   string  // "higher", "lower", or "" where nobody said
}

// names of the files, by kind.
var names = map[record.Kind]string{
	record.KindPlacement: "people", record.KindCareTask: "care_notes", record.KindMedAdmin: "medicines",
	record.KindVisit: "visits", record.KindIncident: "incidents", record.KindAction: "actions",
	record.KindRestriction: "restrictions", record.KindGoal: "goals", record.KindStepRecord: "steps",
	record.KindRating: "ratings", record.KindPlanReview: "reviews", record.KindPlanChange: "changes",
	record.KindObservation: "spot_checks", record.KindFeedback: "feedback",
	record.KindSafeguarding: "safeguarding", record.KindAttendance: "activities", record.KindStaff: "staff",
	record.KindStep: "planned_steps", record.KindRestrictionReview: "restriction_reviews", record.KindAuthorisation: "authorisations",
	record.KindPlanAudit: "plan_audits", record.KindSupervision: "supervisions", record.KindCompetency: "training",
	record.KindSurvey: "surveys", record.KindPlacementEvent: "hospital_and_moves", record.KindWorkforceMonth: "staffing_by_month",
	record.KindExposure: "hours_and_days",
}

// FileName is the name under which the mapping of a kind is saved.
func FileName(kind record.Kind) string { return names[kind] + ".yaml" }

// form is how headings are compared here: case, blanks and signs make no difference.
func form(heading string) string { return strings.ReplaceAll(cell.Key(heading), " ", "") }

// at gives the first column under a heading, or −1.
func at(headings []string, wanted string) int {
	key := form(wanted)
	if key == "" {
		return -1
	}
	return slices.IndexFunc(headings, func(h string) bool { return form(h) == key })
}

// ColumnOf gives the first column under a heading, however it is written, or −1.
func ColumnOf(headings []string, wanted string) int { return at(headings, wanted) }

// Named gives the heading of each field as this table writes it. Fields of which
// no heading is there are left out.
func (m *Mapping) Named(headings []string) map[string]string {
	named := make(map[string]string)
	for field, all := range m.Columns {
		for _, wanted := range all {
			if i := at(headings, wanted); i >= 0 {
				named[field] = headings[i]
				break
			}
		}
	}
	return named
}

// Visible gives a copy of a row of headings in which those that are ignored or
// dropped are empty.
func (m *Mapping) Visible(headings []string) []string {
	out := slices.Clone(headings)
	for _, hidden := range slices.Concat(m.Ignored, m.Dropped) {
		for i, h := range out {
			if form(h) == form(hidden) {
				out[i] = ""
			}
		}
	}
	return out
}

// Without tells whether the mapping says that a field is in no column, although
// our own lists may find one.
func (m *Mapping) Without(field string) bool {
	all, said := m.Columns[field]
	return said && len(all) == 0
}

// Skips tells whether rows with this text under this heading are to be left out.
func (m *Mapping) Skips(heading, text string) bool {
	for wanted, words := range m.SkipRows {
		if form(wanted) == form(heading) && slices.ContainsFunc(words, func(w string) bool { return cell.Key(w) == cell.Key(text) }) {
			return true
		}
	}
	return false
}

// knows tells whether the mapping says something about a heading.
func (m *Mapping) knows(heading string) bool {
	for _, all := range m.Columns {
		if at(all, heading) >= 0 {
			return true
		}
	}
	for _, block := range m.Wide {
		for _, h := range block.Columns {
			if form(h) == form(heading) {
				return true
			}
		}
	}
	for h := range m.SkipRows {
		if form(h) == form(heading) {
			return true
		}
	}
	return at(m.Ignored, heading) >= 0 || at(m.Dropped, heading) >= 0
}

// lead opens the comment about a heading that is no field, by which it is found again.
const lead = "# Not used: "

// saw tells whether a comment lists a heading as not used.
func (m *Mapping) saw(heading string) bool {
	shown := visible(heading)
	return slices.ContainsFunc(m.Unused, func(s string) bool { return s == shown || strings.HasPrefix(s, shown+" (") })
}
