package ingest

import (
	"strings"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/record"
)

// careTask reads what an offer of support says beside its outcome. Of a note only
// whether it blames the person is kept.
func (b *binder) careTask(r *record.CareTask) {
	r.Staff = b.worker("staff")
	r.Prompts = b.prompts()
	r.Consent, r.Involved = b.answer("consent"), b.said("involved")
	r.Initiated = b.initiated()
	if b.has("note") {
		r.Wording = cell.Wording(b.raw("note"))
	}
}

// prompts reads how many prompts were given: as written, or as a level of support
// names them ("with two prompts").
func (b *binder) prompts() int {
	if n := b.count("prompts"); n != record.Uncounted {
		return n
	}
	n := cell.Prompts(b.raw("prompts").Text)
	if n == record.Uncounted {
		n = cell.Prompts(b.raw("support_level").Text)
	}
	if n != record.Uncounted {
		b.derive("prompts")
	}
	return n
}

// initiated reads whether the person began it. "Initiated by" names who did.
func (b *binder) initiated() record.Answer {
	answer := b.answer("initiated")
	if answer != record.AnswerNone || !b.has("initiated") {
		return answer
	}
	switch who, _ := cell.Raisers.Find(b.raw("initiated").Text); who {
	case "person":
		return record.Yes
	case "staff", "family", "professional":
		return record.No
	}
	return record.AnswerNone
}

// visit reads what a visit says beside its times and its status.
func (b *binder) visit(r *record.Visit) {
	r.Staff = b.workers("staff", "staff_2")
	r.Window = b.length("window")
	r.TimeCritical, r.ShortStaffed = b.said("time_critical"), b.answer("short_staffed")
	r.PlannedMinutes = b.lasting("planned_min", r.PlannedStart, r.PlannedEnd)
	r.ActualMinutes = b.lasting("actual_min", r.ActualStart, r.ActualEnd)
	r.CheckedIn = b.checkedIn()
	r.Agency = b.answer("agency")
	if r.Agency == record.AnswerNone && b.has("agency") {
		switch word, _ := cell.Employments.Find(b.raw("agency").Text); word {
		case record.EmployedAgency:
			r.Agency = record.Yes
		case record.EmployedPermanent, record.EmployedBank:
			r.Agency = record.No
		}
	}
	reason := b.raw("cancel_reason")
	switch {
	case cell.Anxious(reason.Text) || cell.Anxious(b.raw("status").Text):
		r.Anxiety = record.Yes
	case cell.Recorded(reason):
		r.Anxiety = record.No
	}
}

// minutesOfDay are the minutes of a day.
const minutesOfDay = 24 * 60

// lasting gives how long a visit was: from its times, over midnight too, otherwise
// as it is written.
func (b *binder) lasting(field string, start, end record.Clock) int {
	if start != record.NoClock && end != record.NoClock && start != end {
		b.derive(field)
		return (int(end) - int(start) + minutesOfDay) % minutesOfDay
	}
	return b.length(field)
}

// checkedIn reads how staff said that they came. Below "manual check-in" a yes is
// manual, below "GPS verified" it is electronic.
func (b *binder) checkedIn() string {
	if way := b.known("checkin", cell.CheckIns, ""); way != "" || !b.has("checkin") {
		return way
	}
	answer, manual := b.answer("checkin"), strings.Contains(b.heading("checkin"), "manual")
	switch {
	case answer == record.Yes && manual:
		return record.CheckManual
	case answer == record.Yes, answer == record.No && manual:
		return record.CheckElectronic
	case answer == record.No:
		return record.CheckNone
	}
	return ""
}

// stepRecord reads what an attempt says beside its level.
func (b *binder) stepRecord(r *record.StepRecord) {
	r.Prompts = b.prompts()
	r.Consent = b.answer("consent")
	r.ConfidenceRecorded = b.has("confidence") && cell.Recorded(b.raw("confidence"))
	r.Helped = b.noted("what_helped")
	r.Initiated = b.initiated()
	if b.noted("trigger") {
		r.Trigger = b.known("trigger", cell.StepTriggers, "other")
	}
}

// attendance reads what a row of an activity says beside its status.
func (b *binder) attendance(r *record.Attendance) {
	r.Role = b.known("role", cell.Roles, "other")
	r.Alone = b.answer("alone")
	r.Contacts = b.count("contacts")
}
