package ingest

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"evidencepack/ingest/record"
)

// Rows can each be sound and their sum still mislead: tasks that a system ticks by
// itself, a month in which only the recording changed, a log of refusals without
// what was accepted. doubts looks over the used records for such things and says
// so; it judges no single row. One of them changes figures: where only refusals
// are recorded there is nothing to divide by (doubts_offers.go).
func (e *Exports) doubts() {
	e.onlyRefusals()
	e.switchedOn()
	e.midnight()
	e.doneWhenRaised()
	e.planTicked()
	e.latestReviewOnly()
	e.visitTimes()
	e.visitPairs()
	e.recordingChanged()
	e.missingMonths()
	e.partMonths()
	e.reportLimits()
	e.onePerson()
}

// doubt enters one doubt. Where no single file is meant the ref is empty. The
// detail is counts and names of services, never of people.
func (e *Exports) doubt(code string, severity record.Severity, kind record.Kind, where record.Ref, detail string, count int) {
	e.Issues = append(e.Issues, record.Issue{
		Ref: where, Kind: kind, Severity: severity, Code: code, Detail: detail, Count: count, Class: record.Used,
	})
}

// recordsOf lists the used records of one type, in order.
func recordsOf[R record.Record](e *Exports) []R {
	var out []R
	for _, r := range e.records {
		if one, is := r.(R); is {
			out = append(out, one)
		}
	}
	return out
}

// byService parts records by service, in order of name. Records without a service
// come under the empty name.
func byService[R record.Record](records []R) []serviceRows[R] {
	parts := make(map[string][]R)
	for _, r := range records {
		service := r.Where().Service
		parts[service] = append(parts[service], r)
	}
	var out []serviceRows[R]
	for _, service := range slices.Sorted(maps.Keys(parts)) {
		out = append(out, serviceRows[R]{service, parts[service]})
	}
	return out
}

// serviceRows is the records of one service.
type serviceRows[R record.Record] struct {
	service string
	records []R
}

// atService names the place of a group in a detail.
func atService(service string) string {
	if service == "" {
		return "where no service is named"
	}
	return "at " + service
}

// called names a kind of record in a sentence.
func called(kind record.Kind) string {
	name, _, _ := strings.Cut(kind.Title(), ",")
	return name
}

// outOf writes a share with both its counts.
func outOf(part, whole int) string {
	return fmt.Sprintf("%d of %d (%d%%)", part, whole, (200*part+whole)/(2*whole))
}

// countIf counts the records that pass a test.
func countIf[R record.Record](records []R, is func(R) bool) int {
	n := 0
	for _, r := range records {
		if is(r) {
			n++
		}
	}
	return n
}

// middle gives the middle of some counts, the lower of two.
func middle(counts []int) int {
	counts = slices.Clone(counts)
	slices.SortFunc(counts, cmp.Compare)
	return counts[(len(counts)-1)/2]
}

// Doubt is one thing that makes figures weaker than they look.
type Doubt struct {
	Problem
	File     string // "" where no single file is meant
	Detail   string // counts, months and services; never a person
	Severity record.Severity
	Rows     int
}

// Doubts lists what was found in the used rows taken together, in the order of
// data-quality.csv: warnings, and notes that only say what was decided.
func (e *Exports) Doubts() []Doubt {
	var out []Doubt
	for _, i := range e.Issues {
		if slices.Contains(doubtCodes, i.Code) {
			out = append(out, Doubt{Problem: Explain(i.Code), File: i.File, Detail: i.Detail, Severity: i.Severity, Rows: i.Count})
		}
	}
	return out
}

// doubtCodes are the entries of the catalogue that doubts finds.
var doubtCodes = []string{
	codeOnlyRefusals, codeSwitchedOn, codeMidnight, codeDoneWhenRaised, codePlanTicked, codeLatestReview, codeRoundedTimes, codeAsPlanned,
	codeDoubleUp, codeRebooked, codeRecordingChanged, codeMissingMonth, codePartMonth, codeSheetFull, codeReportCap, codeOnePerson,
}
