package ingest

import (
	"fmt"
	"slices"
	"strings"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/record"
)

// placement reads what the register says of a person beside the stay. Of the date
// of birth only ten years are kept.
func (b *binder) placement(r *record.Placement) {
	r.Hours = b.hours("hours")
	r.Preferred, r.Avoid = b.preference("preferred_staff", r), b.preference("avoid_staff", r)
	r.Language = b.in.words.keep(strings.ToLower(b.text("language")))
	if cell.Nothing(r.Language) != cell.Present {
		r.Language = ""
	}
	r.AgeBand = ageBand(b.pending.born, r.Start)
	b.pending.text = cell.Key(r.EndReason) // the register's own word tells whether somebody left
	r.EndReason = b.known("end_reason", cell.LeavingReasons, "other")
}

// preference reads staff whom a person wants, or does not. "No preference" is a
// preference that is known, and names nobody.
func (b *binder) preference(field string, r *record.Placement) []record.Worker {
	if !b.has(field) {
		return nil
	}
	written := b.text(field)
	absence := cell.Nothing(written)
	switch key := cell.Key(written); {
	case absence == cell.NoneRecorded || noPreference[key]:
		r.PreferenceKnown = true
		return nil
	case absence != cell.Present || !cell.Recorded(b.raw(field)):
		return nil
	}
	r.PreferenceKnown = true
	return b.workers(field)
}

// noPreference are ways to say that anybody may come.
var noPreference = map[string]bool{
	"no preference": true, "no preferences": true, "none stated": true, "any": true, "anyone": true, "any staff": true, "any carer": true,
	"no": true, "does not mind": true, "doesnt mind": true, "no preference stated": true, "happy with anyone": true,
}

// oldest is the most years that anybody is believed to be.
const oldest = 120

// ageBand gives ten years in which the age on a day lies, "" where it is not known.
func ageBand(born, on record.Date) string {
	if born == 0 || on == 0 || on < born {
		return ""
	}
	year, month, day := born.Parts()
	nowYear, nowMonth, nowDay := on.Parts()
	age := nowYear - year
	if nowMonth < month || nowMonth == month && nowDay < day {
		age--
	}
	if age > oldest {
		return ""
	}
	return fmt.Sprintf("%d-%d", age/10*10, age/10*10+9)
}

// staff reads what the register says of a member of staff beside the role.
func (b *binder) staff(r *record.Staff) {
	b.member(r)
	r.Employment = b.known("employment", cell.Employments, "")
	for language := range strings.FieldsFuncSeq(b.raw("languages").Text, func(r rune) bool { return strings.ContainsRune(",;/|&\n", r) }) {
		if language = strings.ToLower(cell.Clean(language)); cell.Nothing(language) == cell.Present && !slices.Contains(r.Languages, language) {
			r.Languages = append(r.Languages, b.in.words.keep(language))
		}
	}
}

// restriction reads what the register says of a restriction beside its dates.
func (b *binder) restriction(r *record.Restriction) {
	r.Proportionate = b.said("proportionate")
	r.TimeLimited = b.noted("time_limit") || r.ReviewDueOn != 0
	if b.has("review_due") {
		b.derive("time_limit")
	}
	r.LastReviewedOn = b.day("last_reviewed")
	r.ReductionPlan = b.said("reduction_plan")
	r.AppliesTo = b.count("applies_to")
}

// goal reads what a goal says beside its levels.
func (b *binder) goal(r *record.Goal) {
	r.HasBaseline = b.noted("baseline")
	r.InPersonWords = b.said("in_person_words")
	r.ClosedOn = b.day("closed_at")
	r.Status = b.known("status", cell.GoalStatuses, "")
}

// action reads what an action says beside its dates.
func (b *binder) action(r *record.Action, status string) {
	r.Status = status
	r.SourceID = b.text("source_id")
	if themes := b.themes(); len(themes) > 0 {
		r.Theme = themes[0]
	}
}

// planReview reads what a review says beside its dates. Its text is kept until it
// was held against the one before.
func (b *binder) planReview(r *record.PlanReview) {
	r.NextDueOn = b.day("next_due")
	r.ChangeNoted, r.ReasonNoted = b.noted("what_changed"), b.noted("why_changed")
	r.NoChange, r.Joint = b.answer("no_change"), b.said("joint")
	r.OwnerNamed, r.TriggerSet = b.noted("owner"), b.noted("review_trigger")
	if b.has("review_text") {
		b.pending.review = strings.Clone(cell.Clean(b.raw("review_text").Text))
	}
	if b.has("owner") {
		b.in.keepSigned(b.text("owner"))
	}
}

// observation reads who was seen at work, and how.
func (b *binder) observation(r *record.Observation) {
	r.Staff = b.worker("staff")
	r.Type = b.known("observation_kind", cell.ObservationTypes, "other")
}
