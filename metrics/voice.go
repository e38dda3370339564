package metrics

import "evidencepack/ingest/record"

// answerCounted counts an answer to a question: agreed out of those who said anything.
// What does not apply, or was left blank, is no answer.
func answerCounted(a record.Answer) Counted {
	switch a {
	case record.Yes:
		return CountedBoth
	case record.Partly, record.No:
		return CountedDenominator
	}
	return CountedNeither
}

// byPersonOrFamily tells whether a survey was answered by the person or family.
func byPersonOrFamily(r *record.Survey) bool {
	return r.Respondent == record.AboutPerson || r.Respondent == record.AboutFamily
}

// surveyAnswer counts the answers of people and families to one question.
func surveyAnswer(r *record.Survey, question string) Counted {
	if r.Question != question || !byPersonOrFamily(r) {
		return CountedNeither
	}
	return answerCounted(r.Agree)
}

// byRespondent parts the answers of a survey by who gave them.
var byRespondent = Split{Name: "respondent", Part: func(r record.Record) string {
	one, ok := r.(*record.Survey)
	if !ok || !byPersonOrFamily(one) {
		return ""
	}
	return one.Respondent
}}

// The words of the survey's questions, as domain.md names them.
const (
	askedSatisfied = "overall_satisfaction"
	askedAboutMe   = "plan_is_about_me"
	askedStaffKnow = "staff_know_me"
	askedChoice    = "choice_and_control"
	askedControl   = "control_over_daily_life"
	auditedAboutMe = "recognisable_to_person"
)

var sat01 = share(Def{
	ID:              "SAT-01",
	Title:           "Satisfied with the support",
	Means:           "Out of all people and families who told us how satisfied they are, how many are satisfied or very satisfied.",
	Numerator:       "answers of people and families that they are satisfied or very satisfied",
	Denominator:     "answers of people and families on how satisfied they are; “does not apply” and blanks are not answers",
	NounNumerator:   "satisfied answers",
	NounDenominator: "answers",
	Unit:            Percent, Better: Higher, Grain: GrainMonth, Amount: true, MinDenominator: 10,
	Partners: []string{"CPL-01", "RAT-01"},
	Needs:    []record.Kind{record.KindSurvey},
	Columns:  []string{"survey.respondent"},
	Since:    since, Source: "source article 004",
	WhyItMatters: "It is what people and families say themselves, but only those who answered.",
}, func(r *record.Survey) Counted { return surveyAnswer(r, askedSatisfied) }).splitBy(byRespondent)

var sat02 = share(Def{
	ID:    "SAT-02",
	Title: "“The plan is about me”",
	Means: "Out of all answers on whether the plan is about the person, how many say yes.",
	Numerator: "answers of people and families that the plan is about the person, and audits in which " +
		"the person could be recognised in the plan",
	Denominator:     "answers to these questions; “does not apply” and blanks are not answers",
	NounNumerator:   "plans about the person",
	NounDenominator: "answers",
	Unit:            Percent, Better: Higher, Grain: GrainMonth, Amount: true, MinDenominator: 10,
	Partners: []string{"AUD-08", "SAT-01"},
	Needs:    []record.Kind{record.KindSurvey, record.KindPlanAudit},
	AnyOf:    true,
	Columns:  []string{"survey.respondent"},
	Since:    since, Source: "source article 003",
	WhyItMatters: "A plan that could be anybody's does not help staff to support this person.",
}, planAboutMe).splitBy(Split{Name: "source", Part: func(r record.Record) string { return string(r.Kind()) }})

// planAboutMe counts an answer for SAT-02.
func planAboutMe(r record.Record) Counted {
	switch one := r.(type) {
	case *record.Survey:
		return surveyAnswer(one, askedAboutMe)
	case *record.PlanAudit:
		if one.Question == auditedAboutMe {
			return answerCounted(one.Met)
		}
	}
	return CountedNeither
}

var rel01 = share(Def{
	ID:              "REL-01",
	Title:           "“Staff know me well”",
	Means:           "Out of all people and families who told us whether staff know the person well, how many say yes.",
	Numerator:       "answers of people and families that staff know the person well",
	Denominator:     "answers of people and families to this question; “does not apply” and blanks are not answers",
	NounNumerator:   "answers that staff know the person",
	NounDenominator: "answers",
	Unit:            Percent, Better: Higher, Grain: GrainMonth, Amount: true, MinDenominator: 10,
	Partners: []string{"CON-01", "SAT-01"},
	Needs:    []record.Kind{record.KindSurvey},
	Columns:  []string{"survey.respondent"},
	Since:    since, Source: "source article 004",
	WhyItMatters: "People feel safe with staff who know them, and staff who know them see early when something is wrong.",
}, func(r *record.Survey) Counted { return surveyAnswer(r, askedStaffKnow) }).splitBy(byRespondent)

// inControl counts an answer or a rating for RAT-06.
func inControl(r record.Record) Counted {
	switch one := r.(type) {
	case *record.Rating:
		switch one.Scale {
		case record.ScaleInControl, record.ScaleCalm, record.ScaleRespected:
			return in(one.Rater == record.RaterSelf, one.Value >= comfortable)
		}
	case *record.Survey:
		switch one.Question {
		case askedChoice, askedControl:
			if one.Respondent == record.AboutPerson {
				return answerCounted(one.Agree)
			}
		}
	}
	return CountedNeither
}

var rat06 = share(Def{
	ID:    "RAT-06",
	Title: "In control, calm and respected",
	Means: "Out of all the times people said how far they felt in control, calm or respected, how often it was a good answer.",
	Numerator: "people's own ratings of 4 or 5 of feeling in control, calm or respected, and their own answers that they have " +
		"choice and control",
	Denominator:     "people's own ratings of these, from 1 to 5, and their own answers; those by family or staff are not in here",
	NounNumerator:   "good answers",
	NounDenominator: "ratings and answers",
	Unit:            Percent, Better: Higher, Grain: GrainMonth, Amount: true, MinDenominator: 10,
	Partners: []string{"RAT-01", "REF-01"},
	Needs:    []record.Kind{record.KindRating, record.KindSurvey},
	AnyOf:    true,
	Columns:  []string{"rating.rater", "survey.respondent"},
	Since:    since, Source: "source articles 001, 002 and 003",
	WhyItMatters: "Support that gets things done but leaves a person feeling pushed has not worked.",
}, inControl).splitBy(Split{Name: "question", Part: func(r record.Record) string {
	switch one := r.(type) {
	case *record.Rating:
		if inControl(one) != CountedNeither {
			return one.Scale
		}
	case *record.Survey:
		if inControl(one) != CountedNeither {
			return one.Question
		}
	}
	return ""
}})

var rat08 = share(Def{
	ID:              "RAT-08",
	Title:           "Ratings by others",
	Means:           "Out of all ratings, how many were given by family or staff and not by the person.",
	Numerator:       "ratings by family or staff",
	Denominator:     "ratings with it written down who gave them",
	NounNumerator:   "ratings by others",
	NounDenominator: "ratings",
	Unit:            Percent, Better: Neither, Grain: GrainMonth, MinDenominator: 10,
	Partners: []string{"RAT-01", "RAT-07"},
	Needs:    []record.Kind{record.KindRating},
	Columns:  []string{"rating.rater"},
	Since:    since, Source: "our own check of whose voice is heard; ratings by others are never mixed with a person's own",
	WhyItMatters: "What others think a person feels is not what the person says.",
}, func(r *record.Rating) Counted { return in(r.Rater != "", r.Rater != record.RaterSelf) })
