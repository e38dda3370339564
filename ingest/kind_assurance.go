package ingest

import (
	"strings"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/heading"
	"evidencepack/ingest/record"
)

// buildPlanAudit reads one question of one audit of a file.
func buildPlanAudit(b *binder) record.Record {
	r := new(record.PlanAudit)
	r.On, r.At = b.needDate("audited_at").On, record.NoClock
	r.Question = b.question("question", cell.PlanQuestions)
	r.Met = b.audited("met", b.raw("question").Text)
	b.in.keepStaff(b.raw("auditor"))
	b.pending.text = r.Question
	return r
}

// question reads a question. One in no list is kept as its words.
func (b *binder) question(field string, list *cell.Questions) string {
	written := b.raw(field).Text
	if key, known := list.Find(written); known {
		return key
	}
	words := cell.QuestionKey(written)
	if words == "" {
		b.reject(field, codeValueEmpty)
	}
	return b.in.words.keep(words)
}

// buildSupervision reads one supervision, due and perhaps held.
func buildSupervision(b *binder) record.Record {
	r := new(record.Supervision)
	r.DueOn = b.date("due_at")
	if !b.notHeld() {
		r.HeldOn = b.date("held_at")
	}
	if next := b.date("next_due"); r.HeldOn == 0 && r.DueOn == 0 {
		r.DueOn = next // beside one that was held it is the due date of another
		if b.has("next_due") {
			b.derive("due_at")
		}
	}
	r.On, r.At = r.HeldOn, record.NoClock
	if r.On == 0 {
		r.On = r.DueOn
	}
	if r.On == 0 {
		b.reject("held_at", codeDateEmpty)
	}
	if r.Staff = b.worker("staff"); r.Staff == "" {
		b.reject("staff", codeValueEmpty)
	}
	r.Type = b.word("supervision_kind", cell.SupervisionKinds, "")
	r.Reflection, r.Adapted, r.Capability = b.answered("reflection"), b.answered("adapted"), b.answered("capability")
	r.Stopped, r.Evidence = b.answered("stopped"), b.answered("evidence")
	r.Conflicts = b.counted("conflicts")
	b.in.keepStaff(b.raw("staff"), b.raw("supervisor"))
	b.pending.text = string(r.Staff) + "\x00" + r.Type
	return r
}

// notHeldWords begin what people write in the place of the day of a supervision that
// was not held.
var notHeldWords = wordSet("overdue", "outstanding", "cancelled", "canceled", "not", "no", "missed", "due", "postponed", "rearranged", "rescheduled",
	"booked", "awaiting", "pending", "dna", "sick", "sickness", "leave", "maternity", "declined")

// notHeld tells whether words stand where the day should, and say that there is none.
func (b *binder) notHeld() bool {
	raw := b.raw("held_at")
	if raw.Numeric || strings.ContainsAny(raw.Text, "0123456789") {
		return false
	}
	first, _, _ := strings.Cut(cell.Key(raw.Text), " ")
	return notHeldWords[first]
}

// answered tells whether a prompt was answered: by a yes or no, or by the text of
// the answer itself, which is not kept.
func (b *binder) answered(field string) record.Answer {
	raw := b.raw(field)
	if a := cell.Answer(raw); a != record.AnswerNone || !cell.Recorded(raw) {
		return a
	}
	if first, _, _ := strings.Cut(cell.Key(raw.Text), " "); first == "not" || first == "none" || first == "nothing" {
		return record.No
	}
	return record.Yes
}

// buildCompetency reads one course or sign-off of one member of staff. A course
// that is not done yet has no date.
func buildCompetency(b *binder) record.Record {
	r := new(record.Competency)
	if r.Staff = b.worker("staff"); r.Staff == "" {
		b.reject("staff", codeValueEmpty)
	}
	written := b.raw("competency").Text
	if cell.Key(written) == "" {
		b.reject("competency", codeValueEmpty)
	}
	key, known := cell.Courses.Find(written)
	if !known {
		key = record.CategoryOther
	}
	r.Key = key
	r.Competent = record.Answer(b.word("competent", cell.Competences, ""))
	if said, is := cell.Competences.Find(b.text("signed_off_at")); is && b.text("signed_off_at") != "" {
		if r.Competent == record.AnswerNone {
			r.Competent = record.Answer(said) // "booked" or "not required" in the place of a date
		}
	} else {
		r.SignedOn = b.date("signed_off_at")
	}
	if r.ExpiresOn = b.dateOrTick("expires_at"); r.ExpiresOn != 0 && r.ExpiresOn < r.SignedOn {
		b.reject("expires_at", codeEndsFirst)
	}
	if r.SignedOn == 0 && (r.Competent == record.Yes || r.Competent != record.No && r.ExpiresOn != 0) {
		b.reject("signed_off_at", codeDateEmpty) // done, but nobody says when: it is not "not done"
	}
	r.On, r.At = r.SignedOn, record.NoClock
	b.in.keepStaff(b.raw("staff"), b.raw("assessor"))
	b.pending.text = string(r.Staff) + "\x00" + r.Key + "\x00" + cell.Key(written)
	return r
}

// buildSurvey reads one answer to one question.
func buildSurvey(b *binder) record.Record {
	r := &record.Survey{Value: record.Unknown}
	m := b.needDate("survey_date")
	r.On, r.At = m.On, m.At
	r.Respondent = b.needed("respondent", cell.Respondents)
	r.Question = b.question("question", cell.SurveyQuestions)
	r.Agree, r.Value = b.agrees("value", r.Question)
	if b.text(heading.ID) == "" && m.At == record.NoClock {
		b.pending.text = r.Respondent + "\x00" + r.Question
	} else {
		b.pending.text = r.Question
	}
	return r
}

// topAnswer is the highest point of a scale of numbers in a survey.
const topAnswer = 5

// agrees reads an answer: a word or a face, or a number from 1 to 5 of which 4 and 5
// agree and 3 does neither. A count is a number and neither agrees nor not.
func (b *binder) agrees(field, question string) (record.Answer, float64) {
	written := b.text(field)
	if written == "" || cell.Nothing(written) != cell.Present && !b.raw(field).Numeric {
		return record.NotApply, record.Unknown
	}
	v, outOf, err := cell.Score(b.number(field))
	if question == "conflict_moments" && err == nil && v >= 0 {
		return record.NotApply, v
	}
	if word, known := b.find(field, cell.Agreements, written); known {
		return record.Answer(word), record.Unknown
	}
	switch {
	case err != nil, outOf != 0 && outOf != topAnswer, v < 1, v > topAnswer:
		b.unmapped(field, written)
		return record.AnswerNone, record.Unknown
	case v >= 4:
		return record.Yes, v
	case v >= 3:
		return record.Partly, v
	}
	return record.No, v
}
