package ingest

import (
	"evidencepack/ingest/cell"
	"evidencepack/ingest/record"
)

// listOf gives the list of the words that a field of a kind may hold, for the
// fields of which an unknown word keeps a row out of every figure. Nil is none.
func listOf(kind record.Kind, field string) *cell.List {
	if list := moreLists[kind][field]; list != nil {
		return list
	}
	switch {
	case field == "outcome" || field == "final_outcome":
		return cell.Outcomes
	case field == "support_level":
		return cell.Levels
	case field == "status" && kind == record.KindVisit:
		return cell.VisitStatuses
	case field == "status" && kind == record.KindAttendance:
		return cell.AttendanceStatuses
	case field == "feedback_kind":
		return cell.FeedbackTypes
	case field == "met":
		return cell.Answers
	}
	return nil
}

// moreLists are the lists of the fields of the kinds about plans, staff and services.
var moreLists = map[record.Kind]map[string]*cell.List{
	record.KindRestrictionReview: {"outcome": cell.ReviewOutcomes},
	record.KindAuthorisation:     {"authorisation_kind": cell.AuthorisationKinds, "outcome": cell.AuthorisationOutcomes},
	record.KindPlanAudit:         {"met": cell.AuditAnswers},
	record.KindSurvey:            {"respondent": cell.Respondents, "value": cell.Agreements},
	record.KindPlacementEvent:    {"event_kind": cell.PlacementEvents},
}

// Choices lists the words that a code of a field may stand for, in the order in
// which a person is asked to choose. Nil is that any word of our lists may do.
func Choices(kind record.Kind, field string) []string {
	list := listOf(kind, field)
	var out []string
	switch list {
	case nil:
		return nil
	case cell.Outcomes:
		for _, o := range record.Outcomes {
			out = append(out, string(o))
		}
	case cell.Levels:
		for _, l := range record.DefaultLadder {
			out = append(out, string(l))
		}
		out = append(out, string(record.LevelDeclined), string(record.LevelNotAttempted), string(record.LevelNotApplicable))
	default:
		out = list.Words()
	}
	return out
}

// Resembles gives the word of a field's list that an unknown word may be a typing
// slip for, "" where none is near. It is for a hint only.
func Resembles(kind record.Kind, field, word string) string {
	if list := listOf(kind, field); list != nil {
		canonical, _ := cell.Suggest(list, word)
		return canonical
	}
	return ""
}
