package metrics

import (
	"fmt"
	"slices"
	"strings"

	"evidencepack/ingest/record"
)

// least are the fields without which an export of a kind tells nothing. With the
// columns that a metric names they are what a reader is asked for.
var least = map[record.Kind][]string{
	record.KindPlacement:         {"start_date", "end_date"},
	record.KindStaff:             {"start_date", "end_date"},
	record.KindCareTask:          {"event_date", "outcome"},
	record.KindMedAdmin:          {"scheduled_at", "outcome"},
	record.KindVisit:             {"event_date", "status"},
	record.KindIncident:          {"event_date", "type"},
	record.KindAction:            {"raised_at", "due_at", "completed_at"},
	record.KindRestriction:       {"restriction_type", "start_date", "end_date"},
	record.KindRestrictionReview: {"restriction", "reviewed_at", "outcome"},
	record.KindAuthorisation:     {"authorisation_kind"},
	record.KindGoal:              {"goal", "set_at"},
	record.KindStep:              {"goal", "step_no"},
	record.KindStepRecord:        {"event_date", "goal", "step_no", "support_level"},
	record.KindRating:            {"event_date", "scale", "value", "rater"},
	record.KindAttendance:        {"event_date", "status"},
	record.KindPlanReview:        {"due_at", "completed_at"},
	record.KindPlanChange:        {"changed_at", "what"},
	record.KindPlanAudit:         {"audited_at", "question", "met"},
	record.KindObservation:       {"event_date", "criterion", "met"},
	record.KindSupervision:       {"staff", "held_at"},
	record.KindCompetency:        {"staff", "competency", "signed_off_at"},
	record.KindFeedback:          {"feedback_kind", "received_at"},
	record.KindSafeguarding:      {"raised_at"},
	record.KindSurvey:            {"survey_date", "respondent", "question", "value"},
	record.KindPlacementEvent:    {"event_kind", "event_date"},
	record.KindWorkforceMonth:    {"month"},
	record.KindExposure:          {"month"},
}

// Lack is one thing that keeps a metric from being worked out, wholly or in part:
// an export that was not given, or columns that tables of it do not have.
type Lack struct {
	Kind    record.Kind
	Given   bool     // false: there are no rows of the kind at all
	Columns []string // plain words of what is missing: of an export that was not given, all that is needed
	Rows    int      // rows given that lack a column, of any date; 0 where none was given
}

// Lacking lists what keeps a metric from being worked out from all records of the
// table, in the order of the kinds that it needs. It is empty where nothing is
// missing, and of a metric for which any one export is enough also where one of
// them is complete.
func (t *Table) Lacking(m Metric) []Lack {
	i := t.find(m)
	if i < 0 {
		return nil
	}
	var lacks []Lack
	out := t.leftOut(i, Scope{}, record.Span{})
	complete := false
	for _, kind := range m.Needs {
		words := t.columnWords(m.Def, kind, out.columns[kind])
		switch given := t.given(kind, "", record.Span{}); {
		case !given:
			lacks = append(lacks, Lack{Kind: kind, Columns: m.asksFor(kind)})
		case len(words) > 0:
			lacks = append(lacks, Lack{Kind: kind, Given: true, Columns: words, Rows: out.rows[kind]})
		default:
			complete = true
		}
	}
	if m.AnyOf && complete {
		return nil
	}
	return lacks
}

// asksFor lists in plain words the columns of a kind that a metric needs.
func (d Def) asksFor(kind record.Kind) []string {
	var words []string
	for _, field := range least[kind] {
		words = append(words, kind.Words(field))
	}
	for _, w := range d.ColumnNeeds() {
		if one := w.Words(); w.Kind == kind && !slices.Contains(words, one) {
			words = append(words, one)
		}
	}
	return words
}

// given tells whether an export of the kind was given at all, or it was written of
// all the dates that nothing happened.
func (t *Table) given(kind record.Kind, service string, span record.Span) bool {
	return t.Rows(kind, record.Span{}) > 0 || t.saidNone(kind, service, span)
}

// shortName is the title of a kind without what follows a comma.
func shortName(kind record.Kind) string {
	name, _, _ := strings.Cut(kind.Title(), ",")
	return name
}

// without gives the value of a window that has no data: an export was not given, or
// has no rows in these dates. It is false where there is data. Care days without a
// register are for the figure itself to tell.
func (t *Table) without(w Window) (Value, bool) {
	scope, has := w.Scope.Service, func(kind record.Kind) bool {
		return t.HasData(kind, w.Span) || t.saidNone(kind, w.Scope.Service, w.Span)
	}
	if w.AnyOf {
		if slices.ContainsFunc(w.Needs, has) {
			return Value{}, false
		}
		if slices.ContainsFunc(w.Needs, func(kind record.Kind) bool { return t.given(kind, scope, w.Span) }) {
			return w.noData(), true
		}
		return w.notGiven(w.Needs...), true
	}
	for i, kind := range w.Needs {
		careDays := i > 0 && kind == record.KindPlacement && w.Unit == Per1000CareDays
		if !careDays && !t.given(kind, scope, w.Span) {
			return w.notGiven(kind), true
		}
	}
	if !has(w.Needs[0]) {
		return w.noData(), true
	}
	return Value{}, false
}

// notGiven is the figure of a metric for which an export was never given: one of
// those named would do.
func (w Window) notGiven(kinds ...record.Kind) Value {
	v := w.value(0)
	v.Status = NoData
	var names, asks []string
	for _, kind := range kinds {
		names = append(names, shortName(kind))
		asks = append(asks, strings.Join(w.asksFor(kind), ", "))
	}
	v.Why = fmt.Sprintf("No export of %s was given.", strings.Join(names, " or "))
	if asked := strings.Join(asks, "; or "); asked != "" {
		v.Why += fmt.Sprintf(" It would need: %s.", asked)
	}
	return v
}

// leavesOut tells whether a figure of the unit stands where some rows are not in
// it: a share or a middle value of the others does, a count or a rate is too low.
func (u Unit) leavesOut() bool {
	switch u {
	case Percent, Days, Minutes, MedianScore:
		return true
	}
	return false
}

// withoutRows says of a value which rows were kept from it, or that there is none
// where the others alone would give a wrong one. Of the kind that is counted, and
// of kinds that any other could stand in for, a share or a middle value can do
// without some rows.
func (t *Table) withoutRows(metric int, v Value, w Window) Value {
	out := t.leftOut(metric, w.Scope, w.Span)
	for _, kind := range slices.Concat(w.Needs, w.Also) {
		rows := out.rows[kind]
		if rows == 0 {
			continue
		}
		names := strings.Join(t.columnWords(w.Def, kind, out.columns[kind]), ", ")
		spared := w.AnyOf || kind == w.Needs[0] || slices.Contains(w.Also, kind)
		switch {
		case v.Status == OK && spared && w.Unit.leavesOut():
			v.Why = strings.TrimSpace(fmt.Sprintf("%s Not in it: %s, because the export has no column for: %s.", v.Why, rowsOf(rows, kind), names))
		case t.leftOut(metric, Scope{}, record.Span{}).rows[kind] == t.Rows(kind, record.Span{}):
			return w.value(0).not(fmt.Sprintf("The export of %s has no column for: %s.", shortName(kind), names))
		default:
			return w.value(0).not(fmt.Sprintf("Among the rows are %s whose export has no column for: %s.", rowsOf(rows, kind), names))
		}
	}
	return v
}

// rowsOf says how many rows of a kind there are: 1 row of incidents.
func rowsOf(n int, kind record.Kind) string {
	if n == 1 {
		return "1 row of " + shortName(kind)
	}
	return fmt.Sprintf("%d rows of %s", n, shortName(kind))
}
