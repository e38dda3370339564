package ingest

import (
	"maps"
	"slices"
	"strings"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/heading"
	"evidencepack/ingest/mapping"
	"evidencepack/ingest/record"
)

// dateRoles are the fields that hold dates, and what a date there stands for.
var dateRoles = map[string]cell.Role{
	heading.EventDate: cell.Event, heading.Updated: cell.Event, "start_date": cell.Event, "end_date": cell.Due, "scheduled_at": cell.Event,
	"given_at": cell.Event, "planned_start": cell.Event, "planned_end": cell.Event, "actual_start": cell.Event, "actual_end": cell.Event,
	"closed_at": cell.Event, "plan_updated_at": cell.Event, "raised_at": cell.Event, "due_at": cell.Due, "completed_at": cell.Event,
	"review_due": cell.Due, "last_reviewed": cell.Event, "set_at": cell.Event, "changed_at": cell.Event, "received_at": cell.Event,
	"responded_at": cell.Event, "birth_date": cell.Birth, "reviewed_at": cell.Event, "next_review_due": cell.Due, "applied_at": cell.Event,
	"granted_at": cell.Event, "expires_at": cell.Due, "notified_at": cell.Event, "audited_at": cell.Event, "held_at": cell.Event,
	"signed_off_at": cell.Event, "survey_date": cell.Event, "month": cell.Event, "next_due": cell.Due,
	"manager_reviewed_at": cell.Event, "candour_told_at": cell.Event, "candour_apology_at": cell.Event, "candour_written_at": cell.Event,
	"cqc_notified": cell.Event, "acknowledged_at": cell.Event, heading.RecordedAt: cell.Event,
}

// spare are fields of dates whose column is left out where its order cannot be told:
// the rows still count in every figure that does without it, and a figure that
// needs it says that the dates of the column contradict each other.
var spare = map[string]bool{heading.Updated: true, "birth_date": true, "last_reviewed": true, "responded_at": true, "given_at": true, "manager_reviewed_at": true,
	"candour_told_at": true, "candour_apology_at": true, "candour_written_at": true, "notified_at": true, "cqc_notified": true,
	"acknowledged_at": true, "next_due": true, heading.RecordedAt: true}

// spareOf are fields that are spare in some kinds only.
var spareOf = map[record.Kind][]string{
	record.KindGoal: {"closed_at"}, record.KindFeedback: {"due_at", "closed_at"}, record.KindSafeguarding: {"plan_updated_at", "closed_at"},
}

// orders decides for each column of dates in which order day and month stand,
// from all rows of the table (quirks 60 and 61). Where columns contradict
// themselves the table cannot be used: false.
func (in *intake) orders(t table, h *header, about *SheetHeader) bool {
	columns := make(map[string]*cell.DateColumn)
	lost, at := newLostCells(len(h.headings)), make([]*cell.DateColumn, len(h.headings))
	for field, column := range h.match.Columns {
		if _, is := dateRoles[field]; is {
			if at[column] == nil {
				at[column] = new(cell.DateColumn) // two fields may share a column
			}
			columns[field] = at[column]
		}
	}
	for r := range t.rows {
		for i, c := range r.Cells {
			if i < len(at) && at[i] != nil {
				at[i].See(c)
			}
		}
		lost.see(r)
	}
	about.NoRecords = append(about.NoRecords, lost.oddities()...)
	if span, told := reportSpan(t.shape.Titles); told {
		for field, c := range columns {
			if dateRoles[field] == cell.Event {
				c.Within(span)
			}
		}
	}
	hint(columns)
	h.orders = make(map[string]cell.Order)
	usable := true
	for _, field := range slices.Sorted(maps.Keys(columns)) {
		usable = in.order(field, columns[field], h, about) && usable
	}
	return usable
}

// reportSpan gives the dates that a report was made for, where a line above its
// headings says so: "Period: 1 September 2025 to 30 September 2025".
func reportSpan(titles []string) (record.Span, bool) {
	for _, title := range titles {
		_, after, _ := strings.Cut(title, ":")
		for _, text := range []string{title, after} {
			from, to, _, told := cell.ParsePeriod(strings.TrimSpace(text))
			if told && to > from {
				return record.Span{From: from, To: to}, true
			}
		}
	}
	return record.Span{}, false
}

// hint tells the columns that prove nothing what the others prove: an export
// writes all its dates alike.
func hint(columns map[string]*cell.DateColumn) {
	for field, c := range columns {
		order, proof := c.Order()
		if proof != cell.Proven {
			continue
		}
		for other, d := range columns {
			if other != field && d != c {
				d.Hint(order)
			}
		}
	}
}

// order settles the order of one column and notes what is to be said of it.
func (in *intake) order(field string, c *cell.DateColumn, h *header, about *SheetHeader) bool {
	column := h.match.Columns[field]
	order, proof := c.Order()
	if h.saved != nil && h.saved.DateOrder != "" && proof != cell.HalfSwapped {
		order, proof = cell.DayFirst, cell.Proven
		if h.saved.DateOrder == mapping.MonthFirst {
			order = cell.MonthFirst
		}
	}
	h.orders[field] = order
	about.Orders[column] = orderName(order, proof, c.Tally())
	issue := record.Issue{
		Ref: record.Ref{File: about.File, Sheet: about.Sheet}, Kind: h.match.Kind, Field: field,
		Severity: record.SeverityWarning, Detail: about.Headings[column], Count: 1, Class: record.Used,
	}
	switch {
	case proof == cell.Assumed:
		about.Notes[column] = "no day is above 12, so it is read with the day first"
		issue.Code, issue.Severity = codeDayOrMonth, record.SeverityWarning
	case proof.Usable():
		return true
	case spare[field] || slices.Contains(spareOf[h.match.Kind], field):
		delete(h.match.Columns, field)
		h.mixed = append(h.mixed, field)
		about.Fields[column], about.Confidence[column] = "", 0
		about.Notes[column] = "its dates contradict each other, so it is left out"
		issue.Code = codeMixedOrders
	default:
		issue.Code, issue.Class = codeMixedOrders, record.Rejected
		if proof == cell.HalfSwapped {
			issue.Code = codeHalfSwapped
		}
		h.unusable = &issue
		about.Notes[column] = "its dates contradict each other, so none of the table is used"
		return false
	}
	in.out.Issues = append(in.out.Issues, issue)
	return true
}

// orderName is the order of a column as inspect says it.
func orderName(order cell.Order, proof cell.Proof, t cell.Tally) string {
	switch {
	case !proof.Usable():
		return "contradictory"
	case proof == cell.SelfEvident && t.True+t.Plain == 0:
		return ""
	case proof == cell.SelfEvident:
		return "iso"
	case order == cell.MonthFirst:
		return mapping.MonthFirst
	}
	return mapping.DayFirst
}

// role says what the dates of a field stand for.
func role(field string) cell.Role {
	if strings.HasSuffix(field, "_time") {
		return cell.Event
	}
	return dateRoles[field]
}
