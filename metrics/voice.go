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
	Title:           "Complaints",
	Means:           "How many complaints we received for every 1,000 days of support.",
	Numerator:       "complaints received, without concerns, compliments and suggestions",
	Denominator:     "care days: the days on which each person was supported",
	NounNumerator:   "complaints",
	NounDenominator: "care days",
	Unit:            Per1000CareDays, Better: Neither, Written: true, Grain: GrainMonth, MinDenominator: 10,
	Partners: []string{"RAT-01", "SAF-01"},
	Needs:    []record.Kind{record.KindFeedback, record.KindPlacement},
	Since:    since, Source: "source articles 000, 001 and 003",
	WhyItMatters: "Complaints tell us what to put right, and people must feel free to make them.",
}, isComplaint).splitBy(byTheme)

var cpl02 = careRate(Def{
	ID:              "CPL-02",
	Title:           "Complaints about how staff treat people",
	Means:           "How many complaints about the way staff treated somebody we received for every 1,000 days of support.",
	Numerator:       "complaints received that are marked as about staff approach, or have it as a theme",
	Denominator:     "care days: the days on which each person was supported",
	NounNumerator:   "complaints about staff approach",
	NounDenominator: "care days",
	Unit:            Per1000CareDays, Better: LowerWithPartners, Written: true, Grain: GrainMonth, MinDenominator: 10,
	Partners: []string{"CPL-01", "RAT-01"},
	Needs:    []record.Kind{record.KindFeedback, record.KindPlacement},
	Columns:  []string{"feedback.about_staff|feedback.theme"},
	Since:    since, Source: "source article 000",
	WhyItMatters: "How staff behave towards a person is the support, as much as what they do.",
}, func(r *record.Feedback) bool {
	return isComplaint(r) && (r.AboutStaff == record.Yes || slices.Contains(r.Themes, themeStaffApproach))
})

var cpl03 = careRate(Def{
	ID:              "CPL-03",
	Title:           "Complaints by families",
	Means:           "How many complaints by families we received for every 1,000 days of support.",
	Numerator:       "complaints received that somebody of the person's family raised",
	Denominator:     "care days: the days on which each person was supported",
	NounNumerator:   "complaints by families",
	NounDenominator: "care days",
	Unit:            Per1000CareDays, Better: LowerWithPartners, Written: true, Grain: GrainMonth, MinDenominator: 10,
	Partners: []string{"CPL-01", "CPL-05"},
	Needs:    []record.Kind{record.KindFeedback, record.KindPlacement},
	Columns:  []string{"feedback.raised_by"},
	Since:    since, Source: "source article 000",
	WhyItMatters: "Families often see first what does not go well.",
}, func(r *record.Feedback) bool { return isComplaint(r) && r.RaisedBy == byFamily }).splitBy(byTheme)

// outcomes are how a complaint may end (domain.md 3.7).
var outcomes = []string{"upheld", "partly_upheld", "not_upheld", "withdrawn"}

// replies counts complaints that were to be answered: all of them by whether the
// answer came in time, and those that ended by how.
type replies struct {
	ratio
	ended [4]ratio // out of all that ended
}

func answeredInTime(r *record.Feedback) Counted {
	if !isComplaint(r) {
		return CountedNeither
	}
	return onTime(r.DueOn, r.RespondedOn)
}

// endedAs counts a complaint under one of the outcomes, out of all that ended.
func endedAs(r *record.Feedback, outcome string) Counted {
	return in(isComplaint(r) && slices.Contains(outcomes, r.Outcome), r.Outcome == outcome)
}

var cpl04 = Define(Def{
	ID:              "CPL-04",
	Title:           "Complaints answered on time",
	Means:           "Out of all complaints that were to be answered by a date, how many were; its parts are how those complaints ended.",
	Numerator:       "complaints answered on or before the day the answer was due; in its parts, complaints that ended in that way",
	Denominator:     "complaints whose answer was due in these dates; in its parts, those of them with an outcome written down",
	NounNumerator:   "complaints answered on time",
	NounDenominator: "complaints due an answer",
	Unit:            Percent, Better: Higher, Grain: GrainMonth, MinDenominator: 10,
	Partners: []string{"CPL-01"},
	Needs:    []record.Kind{record.KindFeedback},
	Columns:  []string{"feedback.due_at", "feedback.responded_at"},
	Since:    since, Source: "national rules for complaints about social care",
	WhyItMatters: "Somebody who complains should not have to wait and wonder.",
}, Rule[*record.Feedback, replies]{
	Day: func(r *record.Feedback) record.Date { return r.DueOn },
	Add: func(s *replies, r *record.Feedback) Counted {
		for i, outcome := range outcomes {
			s.ended[i].add(endedAs(r, outcome), &r.Head)
		}
		return s.add(answeredInTime(r), &r.Head)
	},
	Merge: func(into, from *replies) {
		into.merge(&from.ratio)
		for i := range from.ended {
			into.ended[i].merge(&from.ended[i])
		}
	},
	Finish: func(s *replies, w Window) []Value {
		if word, one := w.part("outcome"); one {
			if i := slices.Index(outcomes, word); i >= 0 {
				return []Value{shareOf(s.ended[i], w)}
			}
		}
		return []Value{shareOf(s.ratio, w)}
	},
	Judge: func(_ *replies, w Window) func(*record.Feedback) Counted {
		return func(r *record.Feedback) Counted {
			if word, one := w.part("outcome"); one {
				return endedAs(r, word)
			}
			return answeredInTime(r)
		}
	},
}).splitBy(Split{Name: "outcome", Words: slices.Clone(outcomes)})

var cpl05 = Define(Def{
	ID:            "CPL-05",
	Title:         "Compliments",
	Means:         "How many compliments we received.",
	Numerator:     "compliments received",
	NounNumerator: "compliments",
	Unit:          Count, Better: Higher, Grows: true, Written: true, Grain: GrainMonth,
	Partners: []string{"CPL-01"},
	Needs:    []record.Kind{record.KindFeedback},
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
