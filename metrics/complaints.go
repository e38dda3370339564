package metrics

import (
	"slices"

	"evidencepack/ingest/record"
)

// The words of complaints that the measures read (domain.md 3.7 and 4.21).
const (
	themeStaffApproach = "staff_approach"
	byFamily           = "family"
)

func isComplaint(r *record.Feedback) bool { return r.Type == record.FeedbackComplaint }

// byTheme parts complaints by the first theme written, so that the parts add up.
var byTheme = Split{Name: "theme", Share: true, Part: func(r record.Record) string {
	if f, ok := r.(*record.Feedback); ok && len(f.Themes) > 0 {
		return f.Themes[0]
	}
	return ""
}}

var cpl01 = careRate(Def{
	ID:              "CPL-01",
	AddsUp:          Sums{Numerator: overDays("complaints"), Denominator: overDays("care days"), People: active("people taken on", "people gone")},
	Title:           "Complaints",
	Means:           "How many complaints we received for every 1,000 days of support.",
	Numerator:       "complaints received, without concerns, compliments and suggestions",
	Denominator:     "care days: the days on which each person was supported",
	NounNumerator:   "complaints",
	NounDenominator: "care days",
	Unit:            Per1000CareDays, Better: Neither, Written: true, Grain: GrainMonth, MinDenominator: 10,
	Partners: []string{"RAT-01", "SAF-01"},
	Needs:    []record.Kind{record.KindFeedback, record.KindPlacement},
	Columns:  []string{"feedback.feedback_kind"},
	Since:    since, Source: "source articles 000, 001 and 003",
	WhyItMatters: "Complaints tell us what to put right, and people must feel free to make them.",
}, isComplaint).splitBy(byTheme)

var cpl02 = careRate(Def{
	ID:              "CPL-02",
	AddsUp:          Sums{Denominator: overDays("care days"), People: active("people taken on", "people gone")},
	Among:           [][2]string{{"CPL-02 numerator", "complaints"}},
	Title:           "Complaints about how staff treat people",
	Means:           "How many complaints about the way staff treated somebody we received for every 1,000 days of support.",
	Numerator:       "complaints received that are marked as about staff approach, or have it as a theme",
	Denominator:     "care days: the days on which each person was supported",
	NounNumerator:   "complaints about staff approach",
	NounDenominator: "care days",
	Unit:            Per1000CareDays, Better: LowerWithPartners, Written: true, Grain: GrainMonth, MinDenominator: 10,
	Partners: []string{"CPL-01", "RAT-01"},
	Needs:    []record.Kind{record.KindFeedback, record.KindPlacement},
	Columns:  []string{"feedback.feedback_kind", "feedback.about_staff|feedback.theme"},
	Since:    since, Source: "source article 000",
	WhyItMatters: "How staff behave towards a person is the support, as much as what they do.",
}, func(r *record.Feedback) bool {
	return isComplaint(r) && (r.AboutStaff == record.Yes || slices.Contains(r.Themes, themeStaffApproach))
})

var cpl03 = careRate(Def{
	ID:              "CPL-03",
	AddsUp:          Sums{Denominator: overDays("care days"), People: active("people taken on", "people gone")},
	Among:           [][2]string{{"CPL-03 numerator", "complaints"}},
	Title:           "Complaints by families",
	Means:           "How many complaints by families we received for every 1,000 days of support.",
	Numerator:       "complaints received that somebody of the person's family raised",
	Denominator:     "care days: the days on which each person was supported",
	NounNumerator:   "complaints by families",
	NounDenominator: "care days",
	Unit:            Per1000CareDays, Better: LowerWithPartners, Written: true, Grain: GrainMonth, MinDenominator: 10,
	Partners: []string{"CPL-01", "CPL-05"},
	Needs:    []record.Kind{record.KindFeedback, record.KindPlacement},
	Columns:  []string{"feedback.feedback_kind", "feedback.raised_by"},
	Since:    since, Source: "source article 000",
	WhyItMatters: "Families often see first what does not go well.",
}, func(r *record.Feedback) bool { return isComplaint(r) && r.RaisedBy == byFamily }).splitBy(byTheme)

var cpl04 = shareByDay(Def{
	ID:              "CPL-04",
	Title:           "Complaints answered on time",
	Means:           "Out of all complaints that were to be answered by a date, how many were; its parts say how those complaints ended.",
	Numerator:       "complaints answered on or before the day the answer was due",
	Denominator:     "complaints whose answer was due in these dates",
	NounNumerator:   "complaints answered on time",
	NounDenominator: "complaints due an answer",
	Unit:            Percent, Better: Higher, Grain: GrainMonth, MinDenominator: 10,
	Partners: []string{"CPL-01"},
	Needs:    []record.Kind{record.KindFeedback},
	Columns:  []string{"feedback.feedback_kind", "feedback.due_at", "feedback.responded_at"},
	Since:    since, Source: "national rules for complaints about social care",
	WhyItMatters: "Somebody who complains should not have to wait and wonder.",
}, func(r *record.Feedback) record.Date { return r.DueOn }, func(r *record.Feedback) Counted {
	if !isComplaint(r) {
		return CountedNeither
	}
	return onTime(r.DueOn, r.RespondedOn)
}).splitBy(Split{Name: "outcome", Mix: true, Part: func(r record.Record) string {
	if f, ok := r.(*record.Feedback); ok && slices.Contains(outcomes, f.Outcome) {
		return f.Outcome
	}
	return ""
}})

// outcomes are how a complaint may end (domain.md 3.7).
var outcomes = []string{"upheld", "partly_upheld", "not_upheld", "withdrawn"}

var cpl05 = Define(Def{
	ID:            "CPL-05",
	Title:         "Compliments",
	Means:         "How many compliments we received.",
	Numerator:     "compliments received",
	NounNumerator: "compliments",
	Unit:          Count, Better: Higher, Grows: true, Written: true, Grain: GrainMonth,
	Partners: []string{"CPL-01"},
	Needs:    []record.Kind{record.KindFeedback},
	Columns:  []string{"feedback.feedback_kind"},
	Since:    since, Source: "our own measure beside CPL-01",
	WhyItMatters: "What people thank us for is what they would miss.",
}, Rule[*record.Feedback, ratio]{
	Add: func(s *ratio, r *record.Feedback) Counted {
		if r.Type != record.FeedbackCompliment {
			return CountedNeither
		}
		return s.add(CountedNumerator, &r.Head)
	},
	Merge:  func(into, from *ratio) { into.merge(from) },
	Finish: func(s *ratio, w Window) []Value { return []Value{w.count(s.numerator, len(s.counted))} },
})
