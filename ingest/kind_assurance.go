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
	r.Met = b.audited("met")
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

// audited reads a finding: a word, or a number of which the highest of its column
// is met, 0 is not met and all between are partly met.
func (b *binder) audited(field string) record.Answer {
	written := b.text(field)
	if written == "" {
		return record.AnswerNone
	}
	if word, known := b.find(field, cell.AuditAnswers, written); known {
		return record.Answer(word)
	}
	if v, outOf, err := cell.Score(b.number(field)); err == nil && v >= 0 {
		switch top := b.top(field); {
		case v == 0:
			return record.No
		case outOf > 0 && v == outOf, outOf == 0 && v == top:
			return record.Yes
		case v < max(outOf, top):
			return record.Partly
		}
	}
	if a := cell.Answer(b.raw(field)); a != record.AnswerNone {
		return a
	}
	b.unmapped(field, written)
	return record.AnswerNone
}

// top gives the highest score of a column, 100 where one is a percentage.
func (b *binder) top(field string) float64 {
	if top, decided := b.tops[field]; decided {
		return top
	}
	top := 1.0
	column, there := b.header.match.Columns[field]
	if !there {
		column = len(b.header.headings)
	}
	for r := range b.table.rows {
		c := cellAt(r, column)
		if v, outOf, err := cell.Score(c); err == nil && outOf == 0 {
			top = max(top, v)
			if strings.HasSuffix(cell.Clean(c.Text), "%") {
				top = max(top, 100)
			}
		}
	}
	if b.tops == nil {
		b.tops = make(map[string]float64)
	}
	b.tops[field] = top
	return top
}

// buildSupervision reads one supervision, due and perhaps held.
func buildSupervision(b *binder) record.Record {
	r := new(record.Supervision)
	r.DueOn, r.HeldOn = b.date("due_at"), b.date("held_at")
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
