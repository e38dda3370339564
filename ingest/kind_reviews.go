package ingest

import (
	"strconv"
	"strings"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/heading"
	"evidencepack/ingest/record"
)

// buildStep reads one planned step of a goal.
func buildStep(b *binder) record.Record {
	r := &record.Step{StepDownTo: record.NoRank}
	r.At = record.NoClock
	r.Goal, r.Number = b.text("goal"), b.text("step_no")
	if r.Goal == "" {
		b.reject("goal", codeValueEmpty)
	}
	if r.Number == "" {
		b.reject("step_no", codeValueEmpty)
	}
	r.ReviewDueOn = b.date("review_due")
	if written := b.text("step_down_to"); written != "" {
		level, known := b.level("step_down_to", written)
		if !known {
			b.note("step_down_to", written)
		}
		r.StepDownTo = b.in.options.Ladder.Rank(level)
	}
	r.Criterion = timesInARow(b.raw("criterion"))
	b.pending.text = r.Goal + "\x00" + r.Number
	return r
}

// timesInARow reads how often in a row a step must go well: 3, or "3 times in a
// row". Any other criterion is not counted.
func timesInARow(written cell.Raw) int {
	if n, err := cell.Whole(written); err == nil && n > 0 && !written.Date {
		return n
	}
	return firstNumber(written.Text)
}

// buildRestrictionReview reads one review of one restriction.
func buildRestrictionReview(b *binder) record.Record {
	r := new(record.RestrictionReview)
	r.ReviewedOn = b.needDate("reviewed_at").On
	r.On, r.At = r.ReviewedOn, record.NoClock
	if r.Restriction = b.text("restriction"); r.Restriction == "" {
		b.reject("restriction", codeValueEmpty)
	}
	r.Outcome = b.reviewOutcome()
	said, _ := cell.Answers.Find(b.raw("rationale").Text)
	r.Rationale = cell.Recorded(b.raw("rationale")) && said != string(record.No)
	r.Involved = cell.Answer(b.raw("involved"))
	r.NextDueOn = b.date("next_review_due")
	b.pending.text = r.Restriction
	b.in.keepStaff(b.raw("reviewer"))
	return r
}

// reviewOutcome reads what a review decided: a word of the list, or one with more
// said behind it, such as "Reduce to nights only".
func (b *binder) reviewOutcome() string {
	written := b.text("outcome")
	if _, known := b.find("outcome", cell.ReviewOutcomes, written); !known {
		cut := len(written)
		for _, sign := range []string{" - ", " – ", ": ", ", ", "; ", " (", " to "} {
			if at := strings.Index(written, sign); at > 0 && at < cut {
				cut = at
			}
		}
		if word, is := cell.ReviewOutcomes.Find(written[:cut]); is && word != "" {
			return word
		}
	}
	return b.needed("outcome", cell.ReviewOutcomes)
}

// buildAuthorisation reads one decision about a person's freedom. It stands on the
// day it was granted, otherwise on the day it was asked for.
func buildAuthorisation(b *binder) record.Record {
	r := &record.Authorisation{Conditions: record.Uncounted, ConditionsMet: record.Uncounted}
	said, inPlace := cell.AuthorisationOutcomes.Find(b.text("granted_at"))
	if inPlace = inPlace && said != ""; !inPlace {
		r.GrantedOn = b.date("granted_at")
	}
	r.AppliedOn, r.ExpiresOn = b.date("applied_at"), b.date("expires_at")
	r.ReviewedOn, r.NotifiedOn = b.date("reviewed_at"), b.dateOrTick("notified_at")
	r.On, r.At = r.GrantedOn, record.NoClock
	if r.On == 0 {
		r.On = r.AppliedOn
	}
	r.Type = b.needed("authorisation_kind", cell.AuthorisationKinds)
	if r.Outcome = b.word("outcome", cell.AuthorisationOutcomes, ""); r.Outcome == "" && inPlace && said != "granted" {
		r.Outcome = said // "awaiting" or "refused" in the place of a date
	}
	r.CoProduced = cell.Answer(b.raw("co_produced"))
	r.Conditions, r.ConditionsMet = b.counted("conditions"), b.counted("conditions_met")
	if r.ConditionsMet < 0 && cell.Answer(b.raw("conditions_met")) == record.Yes {
		r.ConditionsMet = r.Conditions // all of them
	}
	b.pending.text = r.Type
	return r
}

// buildPlacementEvent reads one hospital stay, move or other event in where a
// person lives.
func buildPlacementEvent(b *binder) record.Record {
	r := new(record.PlacementEvent)
	r.On, r.At = b.event(heading.EventDate)
	r.EndOn = b.date("end_date")
	b.inOrder(r.On, r.EndOn)
	r.Type = b.needed("event_kind", cell.PlacementEvents)
	r.Avoidable = cell.Answer(b.raw("avoidable"))
	r.PlanUpdatedOn = b.dateOrTick("plan_updated_at")
	b.pending.text = r.Type
	return r
}

// needed reads a word of a list without which a row says nothing. A blank makes the
// row unusable; a word in no list leaves it out of every figure.
func (b *binder) needed(field string, list *cell.List) string {
	written := b.text(field)
	if written == "" {
		b.reject(field, codeValueEmpty)
		return ""
	}
	word, known := b.find(field, list, written)
	if !known {
		word, known = b.firstOf(field, list, written)
	}
	if !known {
		b.unmapped(field, written)
	}
	return word
}

// dateOrTick reads a date under a heading where some write a yes or a no: a tick
// says that it was done, but not when.
func (b *binder) dateOrTick(field string) record.Date {
	if raw := b.raw(field); cell.Answer(raw) != record.AnswerNone && !raw.Date {
		return 0
	}
	return b.date(field)
}

// counted reads a whole number of things; "none" is 0, and anything else is not
// counted.
func (b *binder) counted(field string) int {
	raw := b.number(field)
	if n, err := cell.Whole(raw); err == nil && n >= 0 && !raw.Date {
		return n
	}
	if key := cell.Key(raw.Text); key == "none" || key == "nil" || key == "no" {
		return 0
	}
	return record.Uncounted
}

// firstNumber gives the one whole number of a text, Uncounted where there is none
// or more than one. Weeks and days are no times.
func firstNumber(text string) int {
	found := record.Uncounted
	for word := range strings.FieldsSeq(cell.Key(text)) {
		if strings.HasPrefix(word, "week") || strings.HasPrefix(word, "day") || strings.HasPrefix(word, "month") {
			return record.Uncounted
		}
		n, err := strconv.Atoi(word)
		if err != nil || n <= 0 || n > 100 {
			continue
		}
		if found != record.Uncounted {
			return record.Uncounted
		}
		found = n
	}
	return found
}
