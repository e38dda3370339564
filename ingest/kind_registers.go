package ingest

import (
	"evidencepack/ingest/cell"
	"evidencepack/ingest/heading"
	"evidencepack/ingest/record"
)

// buildPlacement reads one row of the register of people. NHS number, date of
// birth, phone and postcode are kept only as things that must not appear in a pack.
func buildPlacement(b *binder) record.Record {
	r := &record.Placement{Hours: record.Unknown}
	r.Start = b.needDate("start_date").On
	r.On = r.Start
	r.At = record.NoClock
	r.End = b.date("end_date")
	b.inOrder(r.Start, r.End)
	r.EndReason = b.text("end_reason")
	r.ServiceType = b.word("service_type", cell.ServiceTypes, "")
	if b.pending.ref == "" && b.pending.name == "" {
		b.reject(heading.PersonRef, codePersonEmpty)
	}
	if born, err := b.dates("birth_date").Date(b.raw("birth_date")); err == nil {
		b.pending.born = born.On
		b.in.keep(private{birth, born.On.String()})
	}
	b.placement(r)
	b.keepPrivate("NHS number", "nhs_number")
	b.keepPrivate(birth, "birth_date")
	b.keepPrivate("phone number", "phone")
	b.keepPrivate("postcode", "postcode")
	return r
}

// buildStaff reads one row of the register of staff.
func buildStaff(b *binder) record.Record {
	r := new(record.Staff)
	r.Role = b.text("role")
	r.StartOn, r.EndOn = b.date("start_date"), b.date("end_date")
	r.On, r.At = r.StartOn, record.NoClock
	b.keepPrivate("name of a member of staff", "staff_name")
	if name := b.personName(); b.text("staff_name") == "" && name != "" {
		b.in.keep(private{"name of a member of staff", name})
	}
	b.keepPrivate("phone number", "phone")
	b.staff(r)
	b.pending.ref, b.pending.name = "", "" // staff are no people we support
	return r
}

// buildRestriction reads one row of the register of restrictions.
func buildRestriction(b *binder) record.Record {
	r := &record.Restriction{AppliesTo: record.Uncounted}
	r.StartOn = b.needDate("start_date").On
	r.On, r.At = r.StartOn, record.NoClock
	r.EndOn = b.date("end_date")
	b.inOrder(r.StartOn, r.EndOn)
	r.ReviewDueOn = b.date("review_due")
	r.Type = b.word("restriction_type", cell.RestrictionTypes, "other")
	r.EndReason = b.word("end_reason", cell.EndReasons, "")
	said, _ := cell.Answers.Find(b.raw("rationale").Text)
	r.RationaleWritten = cell.Recorded(b.raw("rationale")) && said != string(record.No)
	r.CoProduced = cell.Answer(b.raw("co_produced")) == record.Yes
	r.LegalBasis = record.LegalBasisNone
	if cell.Recorded(b.raw("legal_basis")) {
		r.LegalBasis = b.word("legal_basis", cell.LegalBases, "other")
	}
	b.restriction(r)
	b.pending.text = r.Type + "\x00" + cell.Key(b.raw("description").Text)
	return r
}

// buildGoal reads one goal. Its text is the person's own and is not kept.
func buildGoal(b *binder) record.Record {
	r := new(record.Goal)
	r.SetOn = b.date("set_at")
	r.On, r.At = r.SetOn, record.NoClock
	r.ReviewDueOn = b.date("review_due")
	r.Domain = b.topic("domain", cell.LifeAreas)
	r.Baseline, r.Target = record.NoRank, record.NoRank
	for field, rank := range map[string]*int8{"baseline": &r.Baseline, "target_level": &r.Target} {
		if level, known := b.level(field, b.text(field)); known {
			*rank = b.in.options.Ladder.Rank(level)
		}
	}
	b.goal(r)
	if b.text(heading.ID) == "" {
		b.reject(heading.ID, codeValueEmpty)
	}
	return r
}

// buildAction reads one learning or improvement action.
func buildAction(b *binder) record.Record {
	r := new(record.Action)
	r.RaisedOn = b.needDate("raised_at").On
	r.DueOn = b.needDate("due_at").On
	r.CompletedOn = b.date("completed_at")
	r.On, r.At = r.RaisedOn, record.NoClock
	r.Source = b.topic("source", cell.ActionSources)
	status, _ := b.find("status", cell.Statuses, b.text("status"))
	r.Cancelled = status == record.ActionStatusCancelled
	b.action(r, status)
	r.EffectRecorded = cell.Recorded(b.raw("effect"))
	b.in.keepStaff(b.raw("owner"))
	return r
}

// buildPlanReview reads one review of a plan, due or done.
func buildPlanReview(b *binder) record.Record {
	r := new(record.PlanReview)
	r.DueOn, r.CompletedOn = b.date("due_at"), b.date("completed_at")
	r.On, r.At = r.CompletedOn, record.NoClock
	if r.On == 0 {
		r.On = r.DueOn
	}
	if r.On == 0 {
		b.reject("due_at", codeDateEmpty)
	}
	r.Review = b.topic("review_kind", cell.ReviewKinds, cell.LifeAreas)
	r.TookPart = cell.Answer(b.raw("took_part"))
	r.Trigger = b.topic("trigger", cell.ChangeTriggers)
	b.planReview(r)
	b.pending.text = cell.Key(b.raw("review_kind").Text) // two kinds of review in no list are two
	return r
}

// buildPlanChange reads one change of approach. What and why are the provider's
// own words; the tiers decide who may read them.
func buildPlanChange(b *binder) record.Record {
	r := &record.PlanChange{HoursBefore: record.Unknown, HoursAfter: record.Unknown}
	r.On, r.At = b.needDate("changed_at").On, record.NoClock
	r.Area = record.ChangeAreaNone
	if written := b.text("area"); written != "" {
		if category, known := cell.Categories.Find(written); known {
			r.Area = category
		} else {
			r.Area = b.word("area", cell.ChangeAreas, record.ChangeAreaNone)
		}
	}
	r.What, r.Why = b.text("what"), b.text("why")
	r.Method = b.word("method", cell.ChangeMethods, "")
	r.Trigger = b.topic("trigger", cell.ChangeTriggers)
	r.CoProduced = cell.Answer(b.raw("co_produced"))
	r.HoursBefore, r.HoursAfter = b.hours("hours_before"), b.hours("hours_after")
	if b.text(heading.ID) == "" {
		b.reject(heading.ID, codeValueEmpty) // two changes without an id could not be told apart
	}
	return r
}
