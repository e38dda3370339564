package ingest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"evidencepack/ingest/record"
)

// doubtful reads one file beside the register and gives the details of a doubt.
func doubtful(t *testing.T, code, name, text string) []string {
	t.Helper()
	return doubtsOf(read(t, map[string]string{"people.csv": people, name: text}, Options{}), code)
}

// doubtsOf lists a doubt's details, each with its count.
func doubtsOf(e *Exports, code string) []string {
	var out []string
	for _, i := range e.Issues {
		if i.Code == code {
			out = append(out, strings.TrimSpace(fmt.Sprintf("%s %s ×%d", i.File, i.Detail, i.Count)))
		}
	}
	return out
}

// tableOf writes a heading and n rows, made of the number of the row from 0.
func tableOf(heading string, n int, row func(i int) string) string {
	var b strings.Builder
	b.WriteString(heading + "\n")
	for i := range n {
		b.WriteString(row(i) + "\n")
	}
	return b.String()
}

// wantDoubts compares the details of a doubt, in order.
func wantDoubts(t *testing.T, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("doubts %q, want %q", got, want)
	}
}

// clockOf spreads rows over a day, a minute apart, from seven o'clock.
func clockOf(i int) string { return fmt.Sprintf("%02d:%02d", 7+i/60%12, i%60) }

const careHeading = "Date,Time,Service,Client ID,Category,Outcome"

// careRow writes a care note on one of 28 days of April 2026.
func careRow(i int, service, outcome string) string {
	return fmt.Sprintf("%02d/04/2026,%s,%s,HR1,Meals,%s", 1+i%28, clockOf(i), service, outcome)
}

func TestQuirk127OnlyRefusalsRecorded(t *testing.T) {
	refused := tableOf(careHeading, 12, func(i int) string { return careRow(i, "Harbour View", "Refused") })
	mixed := tableOf(careHeading, 24, func(i int) string {
		if i%2 == 0 {
			return careRow(i, "Harbour View", "Declined")
		}
		return careRow(i, "Quay Street", []string{"Completed", "Refused"}[i%4/2])
	})
	for _, c := range []struct {
		name   string
		files  map[string]string
		want   []string
		marked int
	}{
		{"everywhere", map[string]string{"a.csv": refused}, []string{"in all files ×12"}, 12},
		{"at one service", map[string]string{"a.csv": mixed}, []string{"at Harbour View ×12"}, 12},
		{"too few to tell", map[string]string{"a.csv": tableOf(careHeading, 9, func(i int) string { return careRow(i, "Harbour View", "Refused") })}, nil, 0},
		{"with one that was accepted", map[string]string{"a.csv": refused + careRow(13, "Harbour View", "Completed") + "\n"}, nil, 0},
		{"one file a month, one of them filtered", map[string]string{
			"a.csv": refused,
			"b.csv": strings.ReplaceAll(tableOf(careHeading, 12, func(i int) string { return careRow(i, "Harbour View", "Completed") }), "/04/", "/05/"),
		}, []string{"a.csv  ×12"}, 12},
		{"one log in two files", map[string]string{
			"a.csv": refused,
			"b.csv": tableOf(careHeading, 12, func(i int) string { return careRow(i+20, "Harbour View", "Completed") }),
		}, nil, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.files["people.csv"] = people
			e := read(t, c.files, Options{})
			wantDoubts(t, doubtsOf(e, codeOnlyRefusals), c.want...)
			marked := 0
			for _, r := range records[*record.CareTask](e) {
				if r.RefusalsOnly {
					marked++
				}
			}
			if marked != c.marked {
				t.Errorf("%d rows are marked, want %d", marked, c.marked)
			}
		})
	}
}

func TestQuirk090LooksSwitchedOn(t *testing.T) {
	always := tableOf(careHeading, 200, func(i int) string { return careRow(i, "Quay Street", "Completed") })
	wantDoubts(t, doubtful(t, codeSwitchedOn, "a.csv", always), "at Quay Street ×200")
	wantDoubts(t, doubtful(t, codeSwitchedOn, "a.csv", always+careRow(300, "Quay Street", "Refused")+"\n"))
	wantDoubts(t, doubtful(t, codeSwitchedOn, "a.csv", tableOf(careHeading, 199, func(i int) string { return careRow(i, "Quay Street", "Completed") })))
}

func TestQuirk071MidnightMeansUnknown(t *testing.T) {
	incidents := func(atMidnight int) string {
		return tableOf("Incident no,Date of event,Time of event,Service,Person affected,Incident type", 20, func(i int) string {
			at := clockOf(i + 1)
			if i < atMidnight {
				at = "00:00"
			}
			return fmt.Sprintf("I%d,%02d/04/2026,%s,Quay Street,HR1,Fall", i, 1+i, at)
		})
	}
	wantDoubts(t, doubtful(t, codeMidnight, "a.csv", incidents(5)), "5 of 20 (25%) of incidents ×5")
	wantDoubts(t, doubtful(t, codeMidnight, "a.csv", incidents(4))) // one in five is not more than one in five
	doses := tableOf("Dose ID,Resident ID,Due,Medicine,Outcome", 30, func(i int) string {
		return fmt.Sprintf("D%d,HR1,%02d/04/2026 00:00,Aspirin 75mg,Given", i, 1+i)
	})
	wantDoubts(t, doubtful(t, codeMidnight, "a.csv", doses)) // a dose may be due at midnight
}

func TestQuirk132DoneWhenRaised(t *testing.T) {
	actions := func(done ...string) string {
		return tableOf("Action ID,Raised,Due date,Date completed,Action required", len(done), func(i int) string {
			return fmt.Sprintf("A%d,10/04/2026,20/04/2026,%s,Call the GP", i, done[i])
		})
	}
	wantDoubts(t, doubtful(t, codeDoneWhenRaised, "a.csv", actions("12/04/2026", "10/04/2026", "")))
	wantDoubts(t, doubtful(t, codeDoneWhenRaised, "a.csv", actions("09/04/2026", "15/04/2026", "16/04/2026", "")), "a.csv 1 of 3 (33%) done ×1")
	same := slices.Repeat([]string{"10/04/2026"}, 5)
	wantDoubts(t, doubtful(t, codeDoneWhenRaised, "a.csv", actions(same...)), "a.csv 5 of 5 (100%) done ×5")
}

func TestQuirk133PlanTickedEveryTime(t *testing.T) {
	incidents := func(n int, ticked func(i int) string) string {
		return tableOf("Incident no,Date of event,Person affected,Incident type,Care plan updated,Date plan updated", n, func(i int) string {
			return fmt.Sprintf("I%d,%02d/04/2026,HR%d,Fall,%s", i, 1+i, 1+i%2, ticked(i))
		})
	}
	always := incidents(20, func(i int) string {
		if i == 0 {
			return "Yes,01/04/2026"
		}
		return "Yes,"
	})
	wantDoubts(t, doubtful(t, codePlanTicked, "a.csv", always), "everywhere, 20 claimed, 1 verified by a date, a changed plan or a review within 28 days ×20")
	wantDoubts(t, doubtful(t, codePlanTicked, "a.csv", incidents(20, func(i int) string { return []string{"Yes,", "No,"}[i%10/9] })))
	wantDoubts(t, doubtful(t, codePlanTicked, "a.csv", incidents(19, func(int) string { return "Yes," })))
	e := read(t, map[string]string{"people.csv": people, "a.csv": always,
		"reviews.csv": "Review ID,Person ID,Review type,Review due,Date reviewed,Took part\nR1,HR2,Care plan,20/04/2026,18/04/2026,Yes\n",
	}, Options{})
	wantDoubts(t, doubtsOf(e, codePlanTicked), "everywhere, 20 claimed, 10 verified by a date, a changed plan or a review within 28 days ×20") // nine more of HR2 up to 18 April
}

func TestQuirk133PlanTickedAtOneService(t *testing.T) {
	text := tableOf("Incident no,Date of event,Service,Person affected,Incident type,Care plan updated", 40, func(i int) string {
		if i < 20 {
			return fmt.Sprintf("I%d,%02d/04/2026,Harbour View,HR1,Fall,Yes", i, 1+i)
		}
		return fmt.Sprintf("I%d,%02d/04/2026,Quay Street,HR2,Fall,%s", i, i-19, []string{"Yes", "No"}[i%2])
	})
	wantDoubts(t, doubtful(t, codePlanTicked, "a.csv", text), "at Harbour View, 20 claimed, 0 verified by a date, a changed plan or a review within 28 days ×20")
}

func TestQuirk131ReviewDateOverwritten(t *testing.T) {
	var register strings.Builder
	register.WriteString("Person ID,Full name,Start date\n")
	for i := range 20 {
		fmt.Fprintf(&register, "HR%d,Someone Else%d,01/04/2024\n", i, i)
	}
	reviews := tableOf("Review ID,Person ID,Review type,Review due,Date reviewed,Took part", 20, func(i int) string {
		return fmt.Sprintf("R%d,HR%d,Care plan,01/04/2026,%02d/%02d/%d,Yes", i, i, 1+i, 1+i%12, 2025+i%2)
	})
	e := read(t, map[string]string{"people.csv": register.String(), "a.csv": reviews}, Options{})
	wantDoubts(t, doubtsOf(e, codeLatestReview), "2025-01-01 to 2026-12-12 ×20")
	e = read(t, map[string]string{"people.csv": register.String(), "a.csv": reviews + "R99,HR3,Care plan,01/09/2025,05/09/2025,Yes\n"}, Options{})
	wantDoubts(t, doubtsOf(e, codeLatestReview))
}

func TestQuirk050SheetEndsAtTheLastRow(t *testing.T) {
	for read, want := range map[int]string{1_048_575: "a.csv  ×1048575", 65_535: "a.csv  ×65535", 1_048_574: ""} {
		e := &Exports{Ledgers: []record.Ledger{{File: "a.csv", Kind: record.KindCareTask, HeaderRow: 1, Read: read}}}
		e.reportLimits()
		if got := strings.Join(doubtsOf(e, codeSheetFull), ""); got != want {
			t.Errorf("%d rows below the headings: %q, want %q", read, got, want)
		}
	}
}

func TestQuirk055ReportStopsAtARoundNumber(t *testing.T) {
	wantDoubts(t, doubtful(t, codeReportCap, "a.csv", tableOf(careHeading, 200, func(i int) string { return careRow(i, "Quay Street", "Completed") })), "a.csv exactly 200 ×200")
	wantDoubts(t, doubtful(t, codeReportCap, "a.csv", tableOf(careHeading, 201, func(i int) string { return careRow(i, "Quay Street", "Completed") })))
	for _, read := range []int{5_000, 10_000} {
		e := &Exports{Ledgers: []record.Ledger{{File: "a.csv", Read: read}}}
		if e.reportLimits(); len(doubtsOf(e, codeReportCap)) != 1 {
			t.Errorf("%d rows are not told", read)
		}
	}
}

func TestQuirk144OnePersonDominates(t *testing.T) {
	incidents := func(who ...int) string {
		return tableOf("Incident no,Date of event,Service,Person affected,Incident type", len(who), func(i int) string {
			return fmt.Sprintf("I%d,%02d/04/2026,Quay Street,HR%d,Fall", i, 1+i, who[i])
		})
	}
	got := doubtful(t, codeOnePerson, "a.csv", incidents(2, 2, 2, 2, 2, 2, 2, 2, 3, 3))
	wantDoubts(t, got, "one person has 8 of 10 (80%) incidents at Quay Street ×8")
	if strings.Contains(got[0], "HR2") {
		t.Error("the person is named")
	}
	wantDoubts(t, doubtful(t, codeOnePerson, "a.csv", incidents(2, 2, 2, 2, 1, 1, 1, 3, 3, 3)))
	wantDoubts(t, doubtful(t, codeOnePerson, "a.csv", incidents(2, 2, 2, 2, 2, 2, 2, 2, 3))) // nine are too few
	wantDoubts(t, doubtful(t, codeOnePerson, "a.csv", incidents(2, 2, 2, 2, 2, 2, 2, 2, 2, 2)))
}

// TestDoubtsAreInTheCatalogue wants every doubt explained in words.
func TestDoubtsAreInTheCatalogue(t *testing.T) {
	for _, code := range doubtCodes {
		if p := Explain(code); p.Done == "" || p.Hint == "" || p.Title == code {
			t.Errorf("%s is not explained", code)
		}
	}
}
