package ingest

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// notesByMonth writes so many care notes in each month from January 2025.
func notesByMonth(perMonth ...int) string {
	var b strings.Builder
	b.WriteString(careHeading + "\n")
	for month, n := range perMonth {
		first := time.Date(2025, time.Month(1+month), 1, 0, 0, 0, 0, time.UTC)
		last := first.AddDate(0, 1, -1).Day()
		for i := range n {
			outcome := "Completed"
			if i%9 == 0 {
				outcome = "Refused"
			}
			fmt.Fprintf(&b, "%s,%s,Quay Street,HR1,Meals,%s\n", first.AddDate(0, 0, i*(last-1)/max(n-1, 1)).Format("02/01/2006"), clockOf(i), outcome)
		}
	}
	return b.String()
}

func TestQuirk128RecordingChanged(t *testing.T) {
	for _, c := range []struct {
		name string
		rows []int
		want []string
	}{
		{"three times as much", []int{30, 30, 30, 30, 90, 90}, []string{"May 2025, at Quay Street: 90 rows, 30 in the middle month before ×90"}},
		{"a third", []int{90, 90, 90, 90, 30, 30}, []string{"May 2025, at Quay Street: 30 rows, 90 in the middle month before ×30"}},
		{"up and down again", []int{30, 30, 30, 30, 90, 90, 90, 90, 25, 25}, []string{
			"May 2025, at Quay Street: 90 rows, 30 in the middle month before ×90", "September 2025, at Quay Street: 25 rows, 90 in the middle month before ×25"}},
		{"not quite", []int{31, 31, 31, 31, 90, 90}, nil},
		{"the first month is a beginning", []int{2, 60, 60, 60, 60}, nil},
		{"few rows do it by chance", []int{10, 10, 10, 10, 40, 10}, nil},
		{"a month without any is a gap", []int{90, 90, 90, 90, 0, 90}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			wantDoubts(t, doubtful(t, codeRecordingChanged, "a.csv", notesByMonth(c.rows...)), c.want...)
		})
	}
}

func TestQuirk142MissingMonth(t *testing.T) {
	wantDoubts(t, doubtful(t, codeMissingMonth, "a.csv", notesByMonth(5, 5, 0, 5, 0, 5, 5)), "care notes, March 2025, May 2025; 5 of 7 months are here ×1")
	wantDoubts(t, doubtful(t, codeMissingMonth, "a.csv", notesByMonth(5, 5, 5)))
	wantDoubts(t, doubtful(t, codeMissingMonth, "a.csv", notesByMonth(5, 0, 0, 5))) // seldom written down, not lost
}

func TestQuirk141PartMonth(t *testing.T) {
	whole := notesByMonth(5, 5)
	wantDoubts(t, doubtful(t, codePartMonth, "a.csv", whole))
	wantDoubts(t, doubtful(t, codePartMonth, "a.csv", whole+"12/03/2025,07:00,Quay Street,HR1,Meals,Completed\n"), "March 2025 has 12 of 31 days in the files ×1")
	wantDoubts(t, doubtful(t, codePartMonth, "a.csv", whole+"20/12/2024,07:00,Quay Street,HR1,Meals,Completed\n"), "December 2024 has 12 of 31 days in the files ×1")
	wantDoubts(t, doubtful(t, codePartMonth, "a.csv", careHeading+"\n12/03/2025,07:00,Quay Street,HR1,Meals,Completed\n")) // no month is whole
}
