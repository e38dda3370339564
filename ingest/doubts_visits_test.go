package ingest

import (
	"fmt"
	"strings"
	"testing"

	"evidencepack/ingest/heading"
	"evidencepack/ingest/record"
)

const visitHeading = "Visit ID,Client ID,Service,Visit date,Planned start,Planned end,Actual start,Actual end,Status"

// visitRow writes a visit planned from 8:00 to 8:30.
func visitRow(i int, start, end string) string {
	return fmt.Sprintf("V%d,HR%d,Quay Street,%02d/04/2026,08:00,08:30,%s,%s,Completed", i, 1+i/28, 1+i%28, start, end)
}

func TestQuirk135BilledTimes(t *testing.T) {
	billed := tableOf(visitHeading, 50, func(i int) string { return visitRow(i, "08:15", "08:45") })
	wantDoubts(t, doubtful(t, codeRoundedTimes, "a.csv", billed), "at Quay Street ×50")
	wantDoubts(t, doubtful(t, codeRoundedTimes, "a.csv", billed+visitRow(51, "08:01", "08:33")+"\n"))
	wantDoubts(t, doubtful(t, codeRoundedTimes, "a.csv", tableOf(visitHeading, 49, func(i int) string { return visitRow(i, "08:15", "08:45") })))
}

// TestQuirk135BilledIsNotActual wants no time of day taken from a column of what is billed.
func TestQuirk135BilledIsNotActual(t *testing.T) {
	m := heading.Recognise([]string{"Visit ID", "Client ID", "Visit date", "Planned start", "Status", "Billed start", "Billed end", "Billable minutes"})
	if m.Kind != record.KindVisit || m.Known != 5 {
		t.Errorf("%s: %v", m.Kind, m.Columns)
	}
}

func TestQuirk136ActualEqualsPlanned(t *testing.T) {
	fixed := func(n int) string {
		return tableOf(visitHeading, 50, func(i int) string {
			if i < n {
				return visitRow(i, "08:00", "08:30")
			}
			return visitRow(i, fmt.Sprintf("08:%02d", 1+i%9), "08:37")
		})
	}
	wantDoubts(t, doubtful(t, codeAsPlanned, "a.csv", fixed(10)), "10 of 50 (20%) at Quay Street ×10")
	wantDoubts(t, doubtful(t, codeAsPlanned, "a.csv", fixed(9)))
}

func TestQuirk137DoubleUpVisits(t *testing.T) {
	double := visitHeading + "\nV1,HR1,Quay Street,01/04/2026,08:00,08:30,08:01,08:31,Completed\nV2,HR1,Quay Street,01/04/2026,08:00,08:30,08:02,08:30,Completed\nV3,HR2,Quay Street,01/04/2026,08:00,08:30,08:02,08:30,Completed\n"
	e := read(t, map[string]string{"people.csv": people, "a.csv": double}, Options{})
	wantDoubts(t, doubtsOf(e, codeDoubleUp), "at Quay Street ×1")
	if n := len(records[*record.Visit](e)); n != 3 {
		t.Errorf("%d visits count, want each row: 3", n)
	}
	wantDoubts(t, doubtful(t, codeDoubleUp, "a.csv", strings.Replace(double, "V2,HR1,Quay Street,01", "V2,HR1,Quay Street,02", 1)))
}

func TestQuirk138CancelledThenRebooked(t *testing.T) {
	day := func(lost, again, status string) string {
		return visitHeading + "\nV1,HR1,Quay Street,01/04/2026," + lost + ",,,,Cancelled by person\nV2,HR1,Quay Street,01/04/2026," + again + ",,,," + status + "\n"
	}
	wantDoubts(t, doubtful(t, codeRebooked, "a.csv", day("08:00", "09:00", "Completed")), "at Quay Street ×1")
	wantDoubts(t, doubtful(t, codeRebooked, "a.csv", day("09:00", "08:00", "Completed")), "at Quay Street ×1")
	wantDoubts(t, doubtful(t, codeRebooked, "a.csv", day("08:00", "12:30", "Completed"))) // lunch stands for itself
	wantDoubts(t, doubtful(t, codeRebooked, "a.csv", day("08:00", "09:00", "Missed")))
}
