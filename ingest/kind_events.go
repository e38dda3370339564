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
	r.Type = b.oneOf("type", cell.IncidentTypes, "other")
	r.Harm = b.word("harm", cell.Harms, "")
	r.Anxiety = cell.Answer(b.raw("anxiety")) == record.Yes
	r.RestrictionUsed = cell.Answer(b.raw("restriction_used")) == record.Yes
	r.Trigger = b.text("trigger")
	r.RecoveryMinutes = b.minutes("recovery_min")
	r.ClosedOn = b.date("closed_at")
	status, known := b.find("status", cell.Statuses, b.text("status"))
	if b.withdrawn() {
		b.pending.struck = codeWithdrawn
	}
	r.Closed = status == "closed" || (!known && r.ClosedOn != 0)
	r.LearningRecorded = cell.Recorded(b.raw("learning"))
	r.PlanUpdatedOn = b.date("plan_updated_at")
	r.PlanTicked = cell.Answer(b.raw("plan_updated"))
	b.incident(r)
	return r
}

// minutes reads a length of time in minutes; −1 is not recorded. A bare number is
// in the unit that the heading names, otherwise in minutes.
func (b *binder) minutes(field string) int {
	unit := cell.UnitMinutes
	if column, there := b.header.match.Columns[field]; there && column < len(b.header.headings) {
		if named := cell.UnitOf(b.header.headings[column]); named != cell.UnitNone {
			unit = named
		}
	}
	v, err := cell.Minutes(b.number(field), unit)
	if err != nil {
		return -1
	}
	return v
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
	r.RaisedBy = b.raisedBy()
	r.Theme = strings.ReplaceAll(cell.Key(b.raw("theme").Text), " ", "_")
	b.feedback(r)
	return r
}

// buildSafeguarding reads one safeguarding concern.
func buildSafeguarding(b *binder) record.Record {
	r := new(record.Safeguarding)
	m := b.needDate("raised_at")
	r.On, r.At = m.On, m.At
	r.Type = b.topic("type", cell.AbuseTypes)
	b.safeguarding(r)
	return r
}
