package metrics

import (
	"slices"

	"evidencepack/ingest/record"
)

// The points of spot checks that are measures of their own or parts of one
// (domain.md 4.18).
const (
	pointLadder  = "prompt_ladder_followed"
	pointConsent = "consent_check_done"
	pointRefusal = "refusal_response_consistent"
)

var points = []string{
	"followed_plan", "followed_script", pointLadder, pointConsent, "one_prompt_at_a_time", "offered_two_options",
	"paused_when_signalled", "reoffer_as_planned", "privacy_standard", "stepped_back", pointRefusal, "language_respectful",
	"medication_competent",
}

var obs01 = share(Def{
	ID:              "OBS-01",
	AddsUp:          Sums{Numerator: overDays("points met"), Denominator: overDays("points")},
	PartsAddUp:      map[string]Sums{"result=met": {Numerator: overDays("points met"), Denominator: overDays("points")}},
	Title:           "Approach followed at spot checks",
	Means:           "Out of everything looked at in spot checks, how often staff did it the way the person's plan says.",
	Numerator:       "points of spot checks that were met",
	Denominator:     "points of spot checks that were met, partly met or not met",
	NounNumerator:   "points met",
	NounDenominator: "points looked at",
	Unit:            Percent, Better: Higher, Grain: GrainMonth, Amount: true, MinDenominator: 10,
	Partners: []string{"REF-01"},
	Needs:    []record.Kind{record.KindObservation},
	Columns:  []string{"observation.met"},
	Since:    since, Source: "source articles 000, 002 and 003",
	WhyItMatters: "A good plan helps only if every member of staff works that way.",
}, func(r *record.Observation) Counted {
	return in(lookedAt(r.Met), r.Met == record.Yes)
}).splitBy(Split{Name: "question", Part: func(r record.Record) string {
	if seen, ok := r.(*record.Observation); ok && slices.Contains(points, seen.Criterion) {
		return seen.Criterion
	}
	return ""
}}, Split{Name: "result", Mix: true, Part: func(r record.Record) string {
	if seen, ok := r.(*record.Observation); ok {
		return result(seen.Met)
	}
	return ""
}})

// pointShare is a percentage of the times that one point was looked at. The people
// behind it are the staff who were seen.
func pointShare(d Def, point string) Metric {
	d.Unit, d.Better, d.Grain, d.Amount, d.MinDenominator = Percent, Higher, GrainMonth, true, 10
	d.Needs = []record.Kind{record.KindObservation}
	d.Columns = []string{"observation.criterion", "observation.met"}
	return shareAmong(d, nil, func(r *record.Observation) record.Worker { return r.Staff },
		func(r *record.Observation) Counted {
			return in(r.Criterion == point && lookedAt(r.Met), r.Met == record.Yes)
		})
}

var obs02 = pointShare(Def{
	ID:              "OBS-02",
	AddsUp:          Sums{Numerator: overDays("points met").under("question=refusal_response_consistent"), Denominator: overDays("points").under("question=refusal_response_consistent")},
	Title:           "The same response to a refusal",
	Means:           "Out of all times a spot check looked at what staff do when a person says no, how often they did what was agreed for that person.",
	Numerator:       "times the response to a refusal was the agreed one in full",
	Denominator:     "times the response to a refusal was looked at and found met, partly met or not met",
	NounNumerator:   "agreed responses",
	NounDenominator: "responses looked at",
	Partners:        []string{"OBS-01", "REF-03"},
	Since:           since, Source: "source article 000",
	WhyItMatters: "A no that gets a different answer from each member of staff is hard on the person.",
}, pointRefusal)

var obs03 = pointShare(Def{
	ID:              "OBS-03",
	AddsUp:          Sums{Numerator: overDays("points met").under("question=prompt_ladder_followed"), Denominator: overDays("points").under("question=prompt_ladder_followed")},
	Title:           "Prompts in the agreed order",
	Means:           "Out of all times a spot check looked at how staff prompt, how often they began with the least help and gave more only when needed.",
	Numerator:       "times the agreed order of prompts was followed in full",
	Denominator:     "times the order of prompts was looked at and found met, partly met or not met",
	NounNumerator:   "times followed",
	NounDenominator: "times looked at",
	Partners:        []string{"OBS-01", "IND-01"},
	Since:           since, Source: "source article 002",
	WhyItMatters: "Help that comes too soon takes away the chance to do it alone.",
}, pointLadder)

// consent counts the checks of consent that somebody saw, and apart from them those
// that staff wrote down themselves: a few hundred against many thousands.
type consent struct{ seen, written ratio }

func (s *consent) add(r record.Record) Counted {
	switch one := r.(type) {
	case *record.Observation:
		return s.seen.add(consentSeen(one), staffHead(one.Staff))
	case *record.CareTask:
		return s.written.add(consentWritten(one), one.Where())
	}
	return CountedNeither
}

func consentSeen(r *record.Observation) Counted {
	return in(r.Criterion == pointConsent && lookedAt(r.Met), r.Met == record.Yes)
}

func consentWritten(r *record.CareTask) Counted {
	return in(r.Offered() && (r.Consent == record.Yes || r.Consent == record.No), r.Consent == record.Yes)
}

// The two parts of consent checks.
const (
	whereSeen    = "observed"
	whereWritten = "recorded"
)

// isWritten tells which of the two a figure is of. It is the same for all dates and
// services, so that what was seen is never set against what was written.
func isWritten(w Window) bool {
	if where, one := w.part("where"); one {
		return where == whereWritten
	}
	return !w.Given(record.KindObservation)
}

var obs04 = Define(Def{
	ID:     "OBS-04",
	AddsUp: Sums{Numerator: overDays("points met").under("question=consent_check_done"), Denominator: overDays("points").under("question=consent_check_done")},
	PartsAddUp: map[string]Sums{
		"where=observed": {Numerator: overDays("points met").under("question=consent_check_done"), Denominator: overDays("points").under("question=consent_check_done")},
	},
	Title:           "Consent checks",
	Means:           "Out of all times a spot check looked at it, how often staff asked for the person's consent; without any spot checks it is what care notes say.",
	Numerator:       "times the check of consent was seen in full; where no spot checks were exported, support for which consent is written as given",
	Denominator:     "times a spot check looked at consent; where no spot checks were exported, offers of support with yes or no written under consent",
	NounNumerator:   "consent checks",
	NounDenominator: "times looked at",
	Unit:            Percent, Better: Higher, Grain: GrainPeriod, Amount: true, MinDenominator: 10,
	Partners: []string{"OBS-01", "REF-01"},
	Needs:    []record.Kind{record.KindObservation, record.KindCareTask},
	Columns:  []string{"observation.criterion", "observation.met"},
	AnyOf:    true,
	Since:    since, Source: "source articles 001 and 002",
	WhyItMatters: "Asking first is how people stay in charge of their own bodies and homes.",
}, Rule[record.Record, consent]{
	Add: (*consent).add,
	Merge: func(into, from *consent) {
		into.seen.merge(&from.seen)
		into.written.merge(&from.written)
	},
	Finish: func(s *consent, w Window) []Value {
		if !isWritten(w) {
			return []Value{shareOf(s.seen, w)}
		}
		v := shareOf(s.written, w)
		if w.Breakdown == "" {
			v.Why = "It is what staff wrote in care notes; no spot checks were exported."
		}
		return []Value{v}
	},
	Judge: func(_ *consent, w Window) func(record.Record) Counted {
		written := isWritten(w)
		return func(r record.Record) Counted {
			if _, note := r.(*record.CareTask); note != written {
				return CountedNeither
			}
			return new(consent).add(r)
		}
	},
}).notOfOne().splitBy(Split{Name: "where", Words: []string{whereSeen, whereWritten}})
