package ingest

import (
	"slices"
	"strings"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/record"
)

// incident reads what an incident says beside what happened.
func (b *binder) incident(r *record.Incident) {
	r.TriggerKey = cell.Trigger(b.raw("trigger"))
	r.Frustration, r.MedicineRelated = b.answer("frustration"), b.answer("medicine_related")
	r.PersonalCare, r.Mealtime = b.answer("personal_care"), b.answer("mealtime")
	r.CareLinked, r.Conflict = b.answer("care_linked"), b.answer("conflict")
	r.HarmMind = b.known("harm_mind", cell.Harms, "")
	r.Hospital = b.said("hospital")
	if b.noted("learning_response") {
		r.LearningResponse = b.known("learning_response", cell.LearningResponses, "other")
	}
	r.ManagerReviewedOn = b.day("manager_reviewed_at")
	r.CandourApplies = b.answer("candour_applies")
	r.CandourToldOn, r.CandourApologyOn, r.CandourWrittenOn = b.day("candour_told_at"), b.day("candour_apology_at"), b.day("candour_written_at")
	r.Notifiable, r.NotifiedOn = b.answer("notifiable"), b.day("notified_at")
	b.regulator(r)
}

// regulator reads from other columns whether the regulator was told: a box or a
// date, or a list of who was told. Who was told had to be; a no leaves it open.
func (b *binder) regulator(r *record.Incident) {
	if r.NotifiedOn == 0 {
		if r.NotifiedOn = b.day("cqc_notified"); r.NotifiedOn != 0 {
			b.derive("notified_at")
		}
	}
	told := r.NotifiedOn != 0 || b.answer("cqc_notified") == record.Yes ||
		b.has("reported_to") && cell.NamesRegulator(b.raw("reported_to").Text) || b.has("cqc_notified") && cell.NamesRegulator(b.raw("cqc_notified").Text)
	if r.Notifiable == record.AnswerNone && told {
		r.Notifiable = record.Yes
		b.derive("notifiable")
	}
}

// feedback reads what a complaint or compliment says beside its kind.
func (b *binder) feedback(r *record.Feedback) {
	r.Themes = b.themes()
	r.AboutStaff = b.answer("about_staff")
	if r.AboutStaff == record.AnswerNone && len(r.Themes) > 0 {
		b.derive("about_staff")
		if r.AboutStaff = record.No; slices.Contains(r.Themes, "staff_approach") {
			r.AboutStaff = record.Yes
		}
	}
	if b.noted("stage") {
		r.Stage = b.known("stage", cell.ComplaintStages, "")
	}
	r.AcknowledgedOn, r.DueOn, r.RespondedOn = b.day("acknowledged_at"), b.day("due_at"), b.day("responded_at")
	r.ClosedOn = b.day("closed_at")
	if !b.has("closed_at") && strings.Contains(b.heading("responded_at"), "closed") {
		r.ClosedOn = r.RespondedOn
		b.derive("closed_at")
	}
	r.Outcome = b.known("outcome", cell.ComplaintOutcomes, "")
	r.ActionNoted, r.Told = b.noted("learning"), b.said("told")
}

// themes reads what a feedback is about; the list is shared by all rows that write
// the same.
func (b *binder) themes() []string {
	written := b.text("theme")
	list, known := b.in.themes[written]
	if !known {
		list = cell.Themes(b.raw("theme"))
		b.in.themes[written] = list
	}
	return list
}

// raisedBy reads who raised something, in a word of our list where it is one.
func (b *binder) raisedBy() string {
	written := b.text("raised_by")
	if who, known := b.find("raised_by", cell.Raisers, written); known {
		return who
	}
	return strings.ReplaceAll(cell.Key(written), " ", "_")
}

// safeguarding reads what a concern says beside its type. A type that is about
// money is exploitation, one about being controlled is coercion.
func (b *binder) safeguarding(r *record.Safeguarding) {
	r.RaisedBy = b.raisedBy()
	if r.RaisedBy == "staff" {
		r.RaisedBy = "own_staff"
	}
	r.Coercion, r.Dignity, r.Exploitation = b.answer("coercion"), b.answer("dignity"), b.answer("exploitation")
	for field, flag := range map[string]*record.Answer{"coercion": &r.Coercion, "dignity": &r.Dignity, "exploitation": &r.Exploitation} {
		if *flag == record.AnswerNone && slices.Contains(cell.AbuseFlags.Find(b.raw("type").Text), field) {
			*flag = record.Yes
			b.derive(field)
		}
	}
	if r.Exploitation == record.AnswerNone && r.Type != "" {
		r.Exploitation = record.No
		b.derive("exploitation")
	}
	r.Section42 = b.said("s42")
	r.PlanUpdated, r.NotifiedOn, r.ClosedOn = b.day("plan_updated_at"), b.day("notified_at"), b.day("closed_at")
}
