package main

import (
	"fmt"
	"time"
)

// auditQuestions are the questions of a plan audit, a column each.
var auditQuestions = []string{
	"What matters in own words", "Person's voice quoted", "Specific staff actions", "What to avoid", "Triggers for change", "Escalation route",
	"Micro-steps", "Step-down pathway", "Review dates tied to outcomes", "Review owner named", "Consent in routines", "Least restrictive option checked",
	"Communication profile",
}

// planAudits makes the audits of plans: three files a month, better in the period.
func planAudits() ([]export, error) {
	r := newRandom("plan audits")
	var rows [][]string
	for month := firstDay; !month.After(lastDay); month = month.AddDate(0, 1, 0) {
		for i, service := range services {
			day := month.AddDate(0, 0, 6+3*i)
			there := supported(service, day)
			row := []string{fmt.Sprintf("PA%03d", len(rows)+1), british(day), service, there[r.below(len(there))].ref, manager(service).name()}
			for range auditQuestions {
				row = append(row, auditFinding(r, day))
			}
			rows = append(rows, row)
		}
	}
	heading := append([]string{"Audit ID", "Audit date", "Service", "Person ID", "Auditor"}, auditQuestions...)
	return one(plainCSV.file("plan_audits.csv", heading, rows))
}

func auditFinding(r *random, day time.Time) string {
	if halfYear(day) == 2 {
		return r.draw([]share{{70, "Met"}, {16, "Partly met"}, {10, "Not met"}, {4, "N/A"}})
	}
	return r.draw([]share{{50, "Met"}, {24, "Partly met"}, {21, "Not met"}, {5, "N/A"}})
}

// survey makes the answers to the survey of every quarter, as a form program
// exports them: a column for each question.
func survey() ([]export, error) {
	r := newRandom("survey")
	var rows [][]string
	for quarter := firstDay; !quarter.After(lastDay); quarter = quarter.AddDate(0, 3, 0) {
		for _, service := range services {
			for _, who := range []share{{5, "Person supported"}, {3, "Family"}, {3, "Staff"}} {
				for range who.weight {
					if r.chance(250) {
						continue // did not answer
					}
					day := quarter.AddDate(0, 0, r.between(40, 60))
					rows = append(rows, surveyRow(r, len(rows)+1, day, service, who.word))
				}
			}
		}
	}
	return one(markedCSV.file("survey.csv", []string{"Response ID", "Survey date", "Service", "I am a...", "Overall, how satisfied are you?",
		"I feel safe", "Staff listen to me", "I have control over my daily life", "My plan is about me", "I know who is coming", "I can speak up", "I am confident to adapt support"}, rows))
}

func surveyRow(r *random, number int, day time.Time, service, who string) []string {
	row := []string{fmt.Sprintf("SU%03d", number), british(day), service, who}
	good := 40 + 8*halfYear(day)
	for question := range 8 {
		answer := ""
		if ofStaff := question >= 6; ofStaff == (who == "Staff") {
			answer = r.draw([]share{{good / 2, "Strongly agree"}, {good, "Agree"}, {18, "Neither agree nor disagree"}, {12, "Disagree"}, {4, "Strongly disagree"}, {6, "Don't know"}})
		}
		row = append(row, answer)
	}
	return row
}

// moves makes the hospital stays and moves. A stay is followed by its discharge;
// who moved in the register of people moved here on the same day.
func moves() ([]export, error) {
	r := newRandom("moves")
	var rows [][]string
	add := func(day time.Time, ref, kind string, end time.Time, avoidable, updated string) {
		rows = append(rows, []string{british(day), ref, kind, britishOrBlank(end), avoidable, updated})
	}
	for _, day := range days(firstDay, lastDay) {
		for _, p := range people {
			if day.Equal(p.start) {
				add(day, p.ref, "Move in", time.Time{}, "", "")
			}
			if p.movedTo != "" && day.Equal(p.end) {
				add(day, p.ref, "Move on planned", time.Time{}, "", british(day.AddDate(0, 0, 3)))
			} else if day.Equal(p.end) {
				add(day, p.ref, "Death", time.Time{}, "", "")
			}
		}
		if !r.chance([]int{60, 56, 40}[halfYear(day)]) {
			continue
		}
		there := supported(r.pick(services...), day)
		p := there[r.below(len(there))]
		back := day.AddDate(0, 0, r.between(2, 11))
		if back.After(lastDay) || p.serviceOn(back) == "" {
			continue
		}
		kind := r.pick("Unplanned admission", "Unplanned admission", "Planned admission", "A&E")
		add(day, p.ref, kind, back, map[bool]string{true: yesNo(r.chance(250))}[kind != "Planned admission"], "")
		updated := ""
		if r.chance([]int{500, 550, 800}[halfYear(day)]) {
			updated = british(back.AddDate(0, 0, r.between(0, 9)))
		}
		add(back, p.ref, "Discharge", time.Time{}, "", updated)
	}
	return one(plainCSV.file("hospital_and_moves.csv", []string{"Date of event", "Person ID", "Kind of event", "End date", "Avoidable", "Date plan updated"}, rows))
}

// restrictionReviews makes the reviews of the restrictions in the register: about
// every quarter while one holds, and the one in which it ended.
func restrictionReviews() ([]export, error) {
	r := newRandom("restriction reviews")
	var rows [][]string
	for i, x := range restrictions {
		ref := fmt.Sprintf("RR-%02d", i+1)
		add := func(day time.Time, outcome string) {
			next := ""
			if outcome != "Lifted" {
				next = british(day.AddDate(0, 0, 91))
			}
			rows = append(rows, []string{fmt.Sprintf("RV%03d", len(rows)+1), ref, british(day), outcome, reviewReason(r, outcome), yesNo(x.coProduced && r.chance(800)), next})
		}
		for day := x.start.AddDate(0, 0, 91); !day.After(lastDay) && (x.end.IsZero() || day.Before(x.end)); day = day.AddDate(0, 0, r.between(80, 120)) {
			if !day.Before(firstDay) && !r.chance(150) {
				add(day, r.pick("Unchanged", "Unchanged", "Unchanged", "Reduced"))
			}
		}
		if (x.endReason == "Lifted" || x.endReason == "Reduced") && !x.end.Before(firstDay) {
			add(x.end, x.endReason)
		}
	}
	return one(plainCSV.file("restriction_reviews.csv", []string{"Review ID", "Restriction ID", "Date reviewed", "Review outcome", "Rationale",
		"Person involved", "Next review due"}, rows))
}

func reviewReason(r *random, outcome string) string {
	if outcome == "Unchanged" {
		return r.pick("Risk is still there", "No safer way found yet", "", "Not recorded")
	}
	return r.pick("A safer way was practised", "Not needed for a month", "Agreed with the person")
}
