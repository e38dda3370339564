package ingest

import (
	"strings"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/heading"
	"evidencepack/ingest/record"
)

// buildIncident reads one incident.
func buildIncident(b *binder) record.Record {
	r := &record.Incident{RecoveryMinutes: -1}
	r.On, r.At = b.event(heading.EventDate)
	r.Type = b.word("type", cell.IncidentTypes, "other")
	r.Harm = b.word("harm", cell.Harms, "")
	r.Anxiety = cell.Answer(b.raw("anxiety")) == record.Yes
	r.RestrictionUsed = cell.Answer(b.raw("restriction_used")) == record.Yes
	r.Trigger = b.text("trigger")
	r.RecoveryMinutes = b.minutes("recovery_min")
	r.ClosedOn = b.date("closed_at")
	status, known := b.find("status", cell.Statuses, b.text("status"))
	r.Closed = status == "closed" || (!known && r.ClosedOn != 0)
	r.LearningRecorded = cell.Recorded(b.raw("learning"))
	r.PlanUpdatedOn = b.date("plan_updated_at")
	return r
}

// minutes reads a length of time in minutes; −1 is not recorded. A workbook may
// hold it as a part of a day.
func (b *binder) minutes(field string) int {
	raw := b.raw(field)
	if raw.Numeric && raw.Date {
		return int(raw.Number*1440 + 0.5)
	}
	if v, err := cell.Number(raw); err == nil && v >= 0 {
		return int(v + 0.5)
	}
	return -1
}

// buildFeedback reads one complaint, concern, compliment or suggestion.
func buildFeedback(b *binder) record.Record {
	r := new(record.Feedback)
	m := b.needDate("received_at")
	r.On, r.At = m.On, m.At
	written := b.text("feedback_kind")
	kind, known := b.find("feedback_kind", cell.FeedbackTypes, written)
	if !known {
		b.unmapped("feedback_kind", written)
	}
	r.Type = kind
	r.RaisedBy = strings.ReplaceAll(cell.Key(b.raw("raised_by").Text), " ", "_")
	r.Theme = strings.ReplaceAll(cell.Key(b.raw("theme").Text), " ", "_")
	return r
}

// buildSafeguarding reads one safeguarding concern.
func buildSafeguarding(b *binder) record.Record {
	r := new(record.Safeguarding)
	m := b.needDate("raised_at")
	r.On, r.At = m.On, m.At
	r.Type = strings.ReplaceAll(cell.Key(b.raw("type").Text), " ", "_")
	return r
}
