package metrics

import (
	"testing"

	"evidencepack/ingest/record"
)

// Which words of a record count, and which do not.
func TestWhatCounts(t *testing.T) {
	day := on(2026, 6, 2)
	head := func() record.Head { return about("P1", day) }
	review := func(a record.Answer) record.Record {
		return &record.PlanReview{Head: head(), CompletedOn: day, TookPart: a}
	}
	check := func(a record.Answer) record.Record { return &record.Observation{Head: head(), Met: a} }
	activity := func(status string) record.Record { return &record.Attendance{Head: head(), Status: status} }
	feedback := func(kind string) record.Record { return &record.Feedback{Head: head(), Type: kind} }
	stay := &record.Placement{Head: head(), Start: on(2026, 1, 1)}
	harm := func(kind, grade string, anxiety bool) record.Record {
		return &record.Incident{Head: head(), Type: kind, Harm: grade, Anxiety: anxiety, RecoveryMinutes: -1}
	}
	refused := func(category string, reason bool) record.Record {
		return &record.CareTask{Head: head(), Outcome: record.Refused, Category: category, ReasonRecorded: reason}
	}
	limit := func(basis string, together bool) record.Record {
		return &record.Restriction{Head: head(), StartOn: day, LegalBasis: basis, CoProduced: together}
	}
	attempt := func(rank int8) record.Record { return &record.StepRecord{Head: head(), Rank: rank} }
	for _, c := range []struct {
		id                     string
		numerator, denominator float64
		rows                   []record.Record
	}{
		{"AUD-08", 1, 4, []record.Record{review(record.Yes), review(record.No), review(record.Partly), review(record.AnswerNone),
			&record.PlanReview{Head: head(), DueOn: day}}},
		{"OBS-01", 1, 3, []record.Record{check(record.Yes), check(record.Partly), check(record.No), check(record.NotApply), check(record.AnswerNone)}},
		{"ATT-01", 2, 5, []record.Record{
			activity(record.Attended), activity(record.AttendedPart), activity(record.AttendDeclined), activity(record.AttendCancelPerson),
			activity(record.AttendCancelAnxiety), activity(record.AttendCancelProvider), activity(record.AttendCancelExternal), activity(record.AttendNotRecorded),
		}},
		{"CPL-01", 1, 30, []record.Record{stay, feedback(record.FeedbackComplaint), feedback(record.FeedbackConcern),
			feedback(record.FeedbackCompliment), feedback(record.FeedbackSuggestion)}},
		{"INC-01", 2, 30, []record.Record{stay, harm("fall", "", true), harm("fall", "", false)}},
		{"INC-02", 1, 30, []record.Record{stay, harm("fall", "", true), harm("fall", "", false)}},
		{"INC-12", 2, 3, []record.Record{harm("fall", "", false), harm("fall", record.HarmNone, false), harm("fall", record.HarmLow, false),
			harm(record.IncidentNearMiss, "", false)}},
		{"SAF-01", 1, 30, []record.Record{stay, &record.Safeguarding{Head: head()}}},
		{"REF-05", 1, 1, []record.Record{refused(record.CategoryPersonalCare, true), refused("domestic", true)}},
		{"REF-07", 1, 2, []record.Record{refused("domestic", true), refused("domestic", false)}},
		{"RES-09", 1, 2, []record.Record{limit("consent_person", true), limit("consent_person", false)}},
		{"RES-13", 2, 3, []record.Record{limit("consent_person", true), limit(record.LegalBasisNone, true), limit("", true)}},
		{"IND-01", 1, 3, []record.Record{attempt(0), attempt(1), attempt(7), attempt(record.NoRank)}},
	} {
		v := one(t, tableOf(nil, c.rows...), c.id, Scope{}, june)
		if v.Numerator == nil || *v.Numerator != c.numerator || *v.Denominator != c.denominator {
			t.Errorf("%s is %s of %s, want %v of %v", c.id, show(v.Numerator), show(v.Denominator), c.numerator, c.denominator)
		}
	}
}
