package ingest

import (
	"evidencepack/ingest/cell"
	"evidencepack/ingest/heading"
	"evidencepack/ingest/record"
)

// buildCareTask reads one offer of support.
func buildCareTask(b *binder) record.Record {
	r := &record.CareTask{Prompts: record.Uncounted}
	r.On, r.At = b.event(heading.EventDate)
	r.Category = b.word("task_category", cell.Categories, record.CategoryOther)
	r.Outcome = b.outcome()
	r.Reason = b.text("refusal_reason")
	r.ReasonRecorded = cell.Recorded(b.raw("refusal_reason"))
	r.Reoffered = cell.Answer(b.raw("reoffered"))
	r.Distress = cell.Answer(b.raw("distress"))
	r.Rank = record.NoRank
	if written := b.text("support_level"); written != "" {
		level, known := b.level("support_level", written)
		if !known {
			b.note("support_level", written) // a note's level is no outcome: only the level is left blank
		}
		r.Rank = b.in.options.Ladder.Rank(level)
	}
	b.careTask(r)
	if b.raw(heading.ID).Empty() {
		// The task as it is written: two unknown tasks are two tasks, though both are "other".
		b.pending.text = cell.Key(b.raw("task_category").Text) + "\x00" + cell.Key(b.raw("note").Text)
	}
	return r
}

// outcome reads first and final outcome together. A word in no list and no
// legend leaves the row unmapped: it is in no figure.
func (b *binder) outcome() record.Outcome {
	written := b.text("outcome")
	o, known := cell.Outcome(written, b.legend("outcome").outcomes)
	if !known {
		b.unmapped("outcome", written)
		return record.OutcomeNone
	}
	if o != record.Refused || b.raw("final_outcome").Empty() {
		return o
	}
	last, known := cell.Outcome(b.text("final_outcome"), b.legend("final_outcome").outcomes)
	if !known {
		b.unmapped("final_outcome", b.text("final_outcome"))
		return record.OutcomeNone
	}
	return finally(o, last)
}

// level reads a level of support. Single letters stand on the ladder where a
// saved mapping says so, or where every single letter of the column is on it.
func (b *binder) level(field, written string) (record.Level, bool) {
	w, known := b.find(field, cell.Levels, written)
	if known || len([]rune(written)) != 1 {
		return record.Level(w), known
	}
	level, known := cell.LevelLetter(written)
	return level, known && !b.legend(field).ignored[cell.Key(written)] && b.onLadder(field)
}

// onLadder tells whether every single letter in the column of a field is on the ladder.
func (b *binder) onLadder(field string) bool {
	all, decided := b.letters[field]
	if decided {
		return all
	}
	all = true
	column, there := b.header.match.Columns[field]
	if !there {
		column = len(b.header.headings) // no column decides: the text holds for every row
	}
	for r := range b.table.rows {
		if column >= len(r.Cells) {
			continue
		}
		written := cell.Clean(r.Cells[column].Text)
		_, known := cell.LevelLetter(written)
		_, meant := b.legend(field).words[cell.Key(written)]
		all = all && (known || meant || len([]rune(written)) != 1 || cell.Key(written) == "")
	}
	b.letters[field] = all
	return all
}

// buildMedAdmin reads one dose. The medicine's name only tells doses without an
// id apart; it is not kept.
func buildMedAdmin(b *binder) record.Record {
	r := new(record.MedAdmin)
	m := b.needDate("scheduled_at")
	r.On, r.At = m.On, m.At
	if at, err := b.dates("scheduled_at").Time(b.raw("scheduled_time")); err == nil && m.At == record.NoClock {
		r.At = at
	}
	r.AsNeed = cell.Answer(b.raw("prn")) == record.Yes
	r.Outcome = b.outcome()
	r.Reoffered = b.answer("reoffered")
	if b.raw(heading.ID).Empty() {
		b.pending.text = cell.Key(b.raw("medicine").Text)
	}
	return r
}

// buildVisit reads one planned visit.
func buildVisit(b *binder) record.Record {
	r := &record.Visit{PlannedStart: record.NoClock, PlannedEnd: record.NoClock, ActualStart: record.NoClock, ActualEnd: record.NoClock,
		Window: record.Uncounted, PlannedMinutes: record.Uncounted, ActualMinutes: record.Uncounted}
	start, startErr := b.dates("planned_start").Date(b.raw("planned_start"))
	if b.has(heading.EventDate) || startErr != nil {
		r.On = b.needDate(heading.EventDate).On
	} else {
		r.On = start.On // the planned start holds the date as well
	}
	for field, at := range map[string]*record.Clock{"planned_start": &r.PlannedStart, "planned_end": &r.PlannedEnd, "actual_start": &r.ActualStart, "actual_end": &r.ActualEnd} {
		if t, err := b.dates(field).Time(b.raw(field)); err == nil {
			*at = t
		}
	}
	r.At = r.PlannedStart
	written := b.text("status")
	status, known := b.find("status", cell.VisitStatuses, written)
	if !known {
		if written == "" {
			status = "unknown"
		} else if status, known = b.cancelledBy(written); !known {
			b.unmapped("status", written)
		}
	}
	r.Status = status
	b.visit(r)
	r.Manual = cell.Key(b.raw("checkin").Text) == "manual"
	return r
}

// cancelledWords say that a visit was cancelled, and not by whom.
var cancelledWords = wordSet("cancelled", "canceled", "cancelled visit", "visit cancelled", "cancelled call", "call cancelled", "cancel")

// cancelledBy reads who cancelled a visit from the reason, where the status does not
// say it. Without such a reason it is not known.
func (b *binder) cancelledBy(written string) (string, bool) {
	reason := b.text("cancel_reason")
	if !cancelledWords[cell.Key(written)] || reason == "" {
		return "", false
	}
	return b.find("cancel_reason", cell.CancelReasons, reason)
}

// buildStepRecord reads one attempt at one step.
func buildStepRecord(b *binder) record.Record {
	r := &record.StepRecord{Rank: record.NoRank, Prompts: record.Uncounted}
	r.On, r.At = b.event(heading.EventDate)
	r.Goal, r.Step = b.text("goal"), b.text("step_no")
	r.Setback = cell.Answer(b.raw("setback")) == record.Yes
	switch written := b.text("support_level"); {
	case written == "":
		r.Rank = record.NoRank
	default:
		level, known := b.level("support_level", written)
		if !known {
			b.unmapped("support_level", written)
		}
		r.Rank = b.in.options.Ladder.Rank(level)
	}
	b.stepRecord(r)
	b.pending.text = r.Goal + "\x00" + r.Step
	return r
}

// buildRating reads one value on one scale.
func buildRating(b *binder) record.Record {
	r := new(record.Rating)
	r.On, r.At = b.event(heading.EventDate)
	r.Scale = b.word("scale", cell.Scales, cell.Key(b.text("scale")))
	r.Rater = b.word("rater", cell.Raters, "")
	r.Value = b.readScore(r.Scale)
	r.Context = b.known("context", cell.RatingContexts, "other")
	b.pending.text = r.Scale + "\x00" + r.Rater
	return r
}

// wordScale finds the scale of a column whose points are words or faces; nil where
// there is none.
func (b *binder) wordScale(field string) *cell.WordScale {
	if scale, decided := b.scales[field]; decided {
		return scale
	}
	var words []string
	seen := make(map[string]bool)
	column, there := b.header.match.Columns[field]
	if !there {
		column = len(b.header.headings) // no column decides: the text holds for every row
	}
	for r := range b.table.rows {
		if column >= len(r.Cells) {
			continue
		}
		if written := r.Cells[column].Text; !r.Cells[column].Numeric && !seen[written] {
			seen[written] = true
			words = append(words, written)
		}
	}
	b.scales[field], _ = cell.FindScale(words)
	return b.scales[field]
}

// buildAttendance reads one planned activity.
func buildAttendance(b *binder) record.Record {
	r := &record.Attendance{Contacts: record.Uncounted}
	r.On, r.At = b.event(heading.EventDate)
	r.Activity = b.text("activity")
	written := b.text("status")
	status, known := b.find("status", cell.AttendanceStatuses, written)
	if !known {
		b.unmapped("status", written)
	}
	r.Status = status
	b.attendance(r)
	b.pending.text = cell.Key(r.Activity) + "\x00" + status
	return r
}

// buildObservation reads one criterion of one spot check.
func buildObservation(b *binder) record.Record {
	r := new(record.Observation)
	r.On, r.At = b.event(heading.EventDate)
	r.Criterion = b.in.words.keep(cell.CriterionKey(b.raw("criterion").Text))
	r.Met = cell.Answer(b.raw("met"))
	if written := b.text("met"); r.Met == record.AnswerNone && !b.raw("met").Empty() {
		word, known := b.find("met", cell.Answers, written)
		if r.Met = record.Answer(word); !known {
			b.unmapped("met", written)
		}
	}
	b.in.keepStaff(b.raw("staff"), b.raw("observer"))
	b.observation(r)
	b.pending.text = cell.Key(b.raw("criterion").Text) // two points of one check stay two, though both have one key
	return r
}
