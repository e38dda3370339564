package heading

import (
	"slices"
	"strings"
	"testing"

	"evidencepack/ingest/record"
)

// synonyms are the headings that care systems and registers are known to write, by
// kind and field. A person may be known by any of the person's fields.
var synonyms = []struct {
	kind  record.Kind // "" is every kind of event
	field string
	words string
}{
	{record.KindCareTask, "person", "person id, person ref, client id, client_id, client ref, client reference, reference code, client no, client number, client, client name, service user, service user id, service user name, su, su id, su ref, su initials, resident, resident id, resident name, resident no, tenant, tenant name, customer, customer id, patient, patient id, patient name, participant, participant id, supported person, person supported, person we support, pws, pws id, individual, individual id, name of individual, subject of care, citizen, member, ls number, care id, nhs number, nhs no, la id, local authority id, swift id, mosaic id, liquidlogic id, case file, full name, name, initials, preferred name, known as, room, room no"},
	{record.KindCareTask, Service, "service, service name, scheme, scheme name, home, care home, care site, community, site, site name, location, location name, location_id, locationid, cqc location id, unit, unit name, house, house name, address, branch, branch_id, branch name, office, area, team, region, project, property, contract, establishment, localestid, estname, department, floor, wing, service provider"},
	{record.KindCareTask, EventDate, "date, event date, date of event, datetimeofevent, DateTimeOfEvent, date time, date/time, date & time, datetime, timestamp, recorded date, date recorded, entry date, log date, note date, day, when, occurred on, occurred at, visit date, shift date, created, created_at, created on, submitted, submission time, completion time, start time"},
	{record.KindCareTask, EventTime, "time, eventtime, event time, time of event, time recorded, hour, shift time, at"},
	{record.KindCareTask, Updated, "recorded at, logged at, system-recorded time, entered on, date entered, entry time, saved at, synced at, uploaded at, updated_at"},
	{record.KindCareTask, "staff", "staff, staff id, staff member, staff name, carer, carer name, carer id, caregiver_id, caregiver, care worker, care actor, support worker, worker, worker id, uniqueworkerid, displayid, employee, employee id, employee no, payroll no, user, username, author, recorded by, created_by, completed by, by, entered by, logged by, signed, signature, initials of staff, keyworker"},
	{record.KindCareTask, Struck, "deleted, is_deleted, archived, is_archived, void, voided, struck through, strike through, cancelled entry, entered in error, rejected"},
	{record.KindCareTask, "note", "notes, note, comments, comment, details, narrative, description, descriptionofevent, additional information, free text, summary, what happened, outcome notes, handover, handover note"},

	{record.KindPlacement, "start_date", "start, start date, admission date, date admitted, moved in, tenancy start, package start, service start date, care start date, commencement"},
	{record.KindPlacement, "end_date", "end, leaving date, discharge date, moved out, service end date, ceased, date of death"},
	{record.KindPlacement, "end_reason", "reason for leaving, leaving reason, destination, discharge destination"},
	{record.KindPlacement, "service_type", "service type, package type, social care package type, care type, type of service"},
	{record.KindPlacement, "birth_date", "dob, date of birth, birth date, age"},
	{record.KindPlacement, "funding", "funding, funder, care funding source, commissioning authority, la, chc, self funder"},

	{record.KindVisit, ID, "visit id, booking id, booking ref, call id, appointment id, shift id, job id, reference"},
	{record.KindVisit, "planned_start", "scheduled start, planned start, rostered start, start, start time, visit start, booked start, due, planned time, scheduled"},
	{record.KindVisit, "planned_end", "planned finish, scheduled end, end time"},
	{record.KindVisit, "actual_start", "actual start, actual start date & time, reported time, check in, check-in, checkin, clock in, logged in, arrived, arrival time, tag in"},
	{record.KindVisit, "actual_end", "actual end, actual end date & time, check out, departed, left, logged out"},
	{record.KindVisit, "status", "status, visit status, call status, booking status, confirmed, unconfirmed, cancelled, outcome, result, state"},
	{record.KindVisit, "cancel_reason", "cancellation type, cancellation reason, cancel reason, reason, reason cancelled"},
	{record.KindVisit, "staff", "carer, carer 1, carer 2, allocated to, assigned to, assignee_id, staff allocated"},
	{record.KindVisit, "checkin", "manual check-in, tag type, login type, gps verified, ecm, qr"},

	{record.KindCareTask, "task_category", "task, activity, task name, care type, category, log type, log title, icon, action, intervention, care need, plan section, domain"},
	{record.KindCareTask, "outcome", "outcome, result, status, completion, completed, task completion, done, accepted, response, engagement, outcomes of the tasks, achieved, how did it go"},
	{record.KindCareTask, "refusal_reason", "reason, reason provided, reason not completed, why, refused reason, decline reason"},
	{record.KindCareTask, "reoffered", "re-offered, offered again, second attempt, returned later"},
	{record.KindCareTask, "support_level", "support level, level of support, assistance, assistance level, level of assistance, prompt level, prompts, prompt, help given, dependency, how much support"},
	{record.KindCareTask, "distress", "distressed, upset, mood during, presentation"},

	{record.KindMedAdmin, "scheduled_at", "due, scheduled, dose time, round, time slot, medication time"},
	{record.KindMedAdmin, "medicine", "medication, medicine, drug, item, product, preparation, medicine name"},
	{record.KindMedAdmin, "prn", "prn, as required, when required"},
	{record.KindMedAdmin, "outcome", "code, mar code, medication outcome, admin status, outcome, result, signed, initials"},
	{record.KindMedAdmin, "refusal_reason", "reason, exception, reason not given, non-administration reason, notes"},
	{record.KindMedAdmin, "witness", "witnessed by, wt, second signature"},

	{record.KindIncident, ID, "eventid, eventuid, incident id, incident no, ref, reference, reference number, form no, ir1 no, web ref, datix ref, id, w number"},
	{record.KindIncident, "person", "person affected, involved, service user involved, injured party, about"},
	{record.KindIncident, "location", "exact location, room, place, where, location"},
	{record.KindIncident, "type", "type, eventtype, eventsubtype, incident type, category, sub category, incident category, nature, classification, event, what happened category, incident types"},
	{record.KindIncident, "trigger", "antecedent, trigger, triggers, lead up, what was happening before, setting event"},
	{record.KindIncident, "restriction_used", "restraint, physical intervention, pi used, prn given, hold used"},
	{record.KindIncident, "recovery_min", "recovery time, time to calm, time to baseline, time to settle, back to baseline"},
	{record.KindIncident, "harm", "severity, harm, level of harm, degree of harm, actual harm, result, injury, injury level, impact, grade, rag, risk rating, consequence score"},
	{record.KindIncident, "status", "status, eventisopen, open/closed, approval status, workflow, stage"},
	{record.KindIncident, "closed_at", "closeddatetime, closed date, date closed, finally approved"},
	{record.KindIncident, "learning", "lessons learned, lesson learned, lessons learnt, learning, learning points, what did we learn, reflections, root cause, contributory factors, debrief, debrief completed"},
	{record.KindIncident, "plan_updated", "care plan updated, support plan updated, plan reviewed, risk assessment updated, ra reviewed, plan changed"},
	{record.KindIncident, "plan_updated_at", "date plan updated"},

	{record.KindAction, ID, "id, action id, action no, ref"},
	{record.KindAction, "source", "source, raised from, linked to, origin, type"},
	{record.KindAction, "source_id", "incident ref, linked record, relations, related to"},
	{record.KindAction, "raised_at", "created_at, raised, date raised, date set"},
	{record.KindAction, "description", "title, description, action, action required, smart action"},
	{record.KindAction, "owner", "assignee_id, owner, lead, responsible, assigned to, who, by whom"},
	{record.KindAction, "due_at", "due_date, due, target date, deadline, by when, complete by"},
	{record.KindAction, "completed_at", "completed, date completed, closed, done, achieved date"},
	{record.KindAction, "status", "status, progress, rag, complete?"},
	{record.KindAction, "effect", "evidence, impact, outcome, difference made, evidence of completion, did it work, effectiveness"},

	{record.KindRestriction, "restriction_type", "type, category, restriction, restrictive practice, restrictive practice type, rp type, practice"},
	{record.KindRestriction, "start_date", "start date, date introduced, date imposed, date agreed, from, implemented"},
	{record.KindRestriction, "rationale", "rationale, reason, reason for restrictive practice, justification, why, risk managed"},
	{record.KindRestriction, "legal_basis", "authorisation, legal framework, mca, bi decision, dols ref, cop ref, consent"},
	{record.KindRestriction, "co_produced", "co-produced, person involved, involved person, views of person, easy read given, advocate involved, family consulted, agreed with"},
	{record.KindRestriction, "review_due", "review date, next review, review due, due for review, review frequency"},
	{record.KindRestriction, "reduction_plan", "reduction plan, plan to eliminate practice, step down plan, exit plan, least restrictive plan"},
	{record.KindRestriction, "end_date", "end date, lifted, date lifted, removed, stopped, discontinued, ceased"},
	{record.KindRestriction, "status", "active, current, live, ended, valid"},

	{record.KindGoal, "goal", "goal, outcome, aim, objective, goal and objective, target, aspiration, what matters, i want to, my outcome, priority"},
	{record.KindGoal, "baseline", "baseline, starting point, initial score, start level, current ability, strength"},
	{record.KindGoal, "review_due", "initial review date, 6 month review due by"},

	{record.KindStepRecord, "goal", "goal, skill, task, activity, adl"},
	{record.KindStepRecord, "step_no", "step, stage, micro-step"},
	{record.KindStepRecord, "step_name", "week, task step, milestone"},
	{record.KindStepRecord, "support_level", "level of support, level, achieved, success"},
	{record.KindStepRecord, "setback", "setback, regression, relapse, unable today"},

	{record.KindRating, "scale", "measure, scale, question, domain, rating type, comfort, mood"},
	{record.KindRating, "value", "score, rating, value, level, 1-5, out of 5, /10, faces, emoji"},
	{record.KindRating, "rater", "rated by, completed with, who answered, self-reported"},

	{record.KindAttendance, "activity", "activity, session, venue, event, group, opportunity"},
	{record.KindAttendance, "status", "attended, attendance, status, took part, engaged, participated, dna, did not attend"},
	{record.KindAttendance, "role", "role and contribution"},

	{record.KindPlanReview, "review_kind", "review type, plan, section, document"},
	{record.KindPlanReview, "due_at", "due, review due, next review date, scheduled, review cycle"},
	{record.KindPlanReview, "completed_at", "reviewed on, completed, date reviewed, last review, review completed"},
	{record.KindPlanReview, "trigger", "reason for review, triggered by"},
	{record.KindPlanReview, "took_part", "attended, involved, took part, contributed, views recorded, signed by person"},
	{record.KindPlanReview, "what_changed", "changes made, what changed, outcome of review, amendments, updates"},

	{record.KindPlanChange, "changed_at", "date, effective from, change date, start date of new approach"},
	{record.KindPlanChange, "what", "what changed, change, compare changes, planned care actions, new approach, method, adjustment, amended to"},
	{record.KindPlanChange, "why", "why, reason, description (reason for committal), because"},

	{record.KindFeedback, "feedback_kind", "type, eventtype, feedback type"},
	{record.KindFeedback, "raised_by", "complainant, from, source, who raised"},
	{record.KindFeedback, "theme", "theme, subject, category, nature, issue, about"},
	{record.KindFeedback, "responded_at", "response date, replied, closed"},
}

// exceptions are synonyms that we do not take for their field, and why.
var exceptions = map[string]string{
	"care_task person nhs number": "the law protects it: a mapping must name it", "care_task person nhs no": "the same",
	"care_task person initials": "of the member of staff as often as of the person", "care_task person room": "a place as often as a person",
	"care_task person room no": "the same", "care_task service_ref address": "a personal detail",
	"care_task staff signature": "a picture, and personal", "care_task staff keyworker": "says who looks after the person, not who was there",
	"person birth_date age": "an age is no date", "visit status confirmed": "one of several boxes to tick, or a number of visits",
	"visit status unconfirmed": "the same", "visit status cancelled": "the same", "visit staff carer 2": "the second worker of a visit is not kept",
	"visit actual_start check in": "only where times stand below it", "visit actual_start check-in": "the same", "visit actual_start checkin": "the same",
	"restriction review_due review frequency": "a length of time, no date", "step_record support_level achieved": "yes or no is no level",
	"step_record support_level success": "the same", "rating scale comfort": "the name of one scale, which heads a column of values",
	"rating scale mood": "the same", "rating value /10": "a bare 10 heads day 10 of a chart", "attendance status dna": "yes means no there",
	"attendance status did not attend": "the same", "plan_review due_at review cycle": "a length of time, no date",
	"plan_change what method": "has a field of its own",
}

// TestSynonyms wants each of those headings in its field, in a table with the
// other columns that its kind needs. A word that many fields share needs a column
// beside it that tells the kind.
func TestSynonyms(t *testing.T) {
	for _, c := range synonyms {
		for _, word := range strings.Split(c.words, ", ") {
			row := []string{word}
			for _, f := range Fields(c.kind) {
				telling := f.Telling && vague[Normal(word)] > 0
				if (f.Needed || telling) && f.Name != c.field && (f.Name != PersonRef || c.field != "person") {
					row = append(row, f.Headings[0])
				}
			}
			m := Recognise(row)
			got := fieldAt(m, 0)
			is := m.Kind == c.kind && (got == c.field || c.field == "person" && slices.Contains([]string{PersonRef, PersonName}, got))
			if why := exceptions[string(c.kind)+" "+c.field+" "+word]; is == (why != "") {
				t.Errorf("%s: %q is %s of %s, want %s (%s)", c.kind, word, got, m.Kind, c.field, why)
			}
		}
	}
}
