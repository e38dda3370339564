package ingest

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"evidencepack/ingest/mapping"
	"evidencepack/ingest/record"
)

// ofFile lists what is said of one file's rows and sheets, each as code:row.
func ofFile(e *Exports, file string) []string {
	var out []string
	for _, i := range e.Issues {
		if i.File == file {
			out = append(out, fmt.Sprintf("%s:%d", i.Code, i.Row))
		}
	}
	return out
}

// with reads one file beside the register, with a mapping or without.
func with(t *testing.T, name, text string, yaml ...string) *Exports {
	t.Helper()
	var o Options
	for i, y := range yaml {
		m, err := mapping.Parse(fmt.Sprintf("m%d.yaml", i), []byte(y))
		if err != nil {
			t.Fatal(err)
		}
		o.Mappings = append(o.Mappings, m)
	}
	return read(t, map[string]string{"people.csv": people, name: text}, o)
}

func TestQuirk082NilReturns(t *testing.T) {
	const head = "Incident no,Incident date,Service,Client ID,Incident type,Level of harm,Status,What happened\n"
	const nilRows = ",31/08/2026,quay street,,Nil,,Closed,\n" + // one word, in the column of types
		",September 2026,Quay Street,N/A,,None,,No incidents to report\n" + // a month for a day
		",,,,Incidents: nil this month,,,\n" // no month at all
	const events = "I1,02/07/2026,Quay Street,HR1,Fall,Low,Closed,slipped\n" +
		"I2,03/07/2026,Quay Street,HR1,,None,Closed,\n" + // no harm is no nil return
		"I3,04/07/2026,Quay Street,,None,,Closed,Door found open\n" // somebody saw something
	e := with(t, "i.csv", head+nilRows+events)
	if got, want := ofFile(e, "i.csv"), []string{codeNilReturn + ":2", codeNilReturn + ":3", codeNilReturn + ":4", codeUnknownWord + ":7"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if l := ledger(t, e, "i.csv"); counts(l) != "3/0/0/0/3" {
		t.Errorf("%s used/rejected/unmapped/duplicates/struck out", counts(l))
	}
	want := []NilReturn{
		{record.KindIncident, "Quay Street", record.DateOf(2026, 8, 1).Month()}, {record.KindIncident, "Quay Street", record.DateOf(2026, 9, 1).Month()},
	}
	if got := e.NilReturns(); !slices.Equal(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
}

func TestQuirk084FormulasNeverWorkedOut(t *testing.T) {
	e := readOne(t, "ratings.xlsx", workbookWithFormula(t))
	if l := ledger(t, e, "ratings.xlsx"); counts(l) != "1/1/0/0/0" {
		t.Errorf("%s used/rejected/unmapped/duplicates/struck out", counts(l))
	}
	if got := ofFile(e, "ratings.xlsx"); !slices.Contains(got, codeValueEmpty+":3") {
		t.Errorf("%v", got)
	}
	if !slices.ContainsFunc(e.Headers[0].NoRecords, func(o Oddity) bool { return o.Code == codeNoResult && o.Row == 3 && o.Column == 5 }) {
		t.Errorf("%+v", e.Headers[0].NoRecords)
	}
}

func TestQuirk086DecimalsOfTheColumn(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []float64
	}{
		{"a comma that can only be one", "Date;Client ID;Scale;Rater;Value\n12/04/2026;HR1;Comfort;Self;3,5\n13/04/2026;HR1;Comfort;Self;4\n", []float64{3.5, 4}},
		{"in quotes", "Date,Client ID,Scale,Rater,Value\n12/04/2026,HR1,Comfort,Self,\"3,5\"\n13/04/2026,HR1,Comfort,Self,4\n", []float64{3.5, 4}},
		{"both in one column", "Date,Client ID,Scale,Rater,Value\n12/04/2026,HR1,Comfort,Self,\"3,5\"\n13/04/2026,HR1,Comfort,Self,4.5\n", []float64{4.5}},
	} {
		var got []float64
		for _, r := range records[*record.Rating](with(t, "r.csv", c.text)) {
			got = append(got, r.Value)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestQuirk087LettersOfCharts(t *testing.T) {
	const chart = "Dose ID,Resident ID,Due,Medicine,Outcome\n1,HR1,12/04/2026 08:00,Aspirin 75mg,A\n2,HR1,13/04/2026 08:00,Aspirin 75mg,R\n"
	for _, c := range []struct {
		yaml []string
		want map[string]record.Outcome
	}{
		{nil, map[string]record.Outcome{"2": record.Refused}}, // A is given in one system and refused in another
		{[]string{"kind: med_admin\nfiles: \"mar*\"\ncodes:\n  A: accepted\n"}, map[string]record.Outcome{"1": record.Accepted, "2": record.Refused}},
		{[]string{"kind: med_admin\nfiles: \"mar*\"\ncodes:\n  A: refused\n  R: clinical_hold\n"}, map[string]record.Outcome{"1": record.Refused, "2": record.ClinicalHold}},
		{[]string{"kind: med_admin\nfiles: \"other*\"\ncodes:\n  A: refused\n"}, map[string]record.Outcome{"2": record.Refused}}, // the legend of another chart
	} {
		e, got := with(t, "mar.csv", chart, c.yaml...), make(map[string]record.Outcome)
		for _, r := range records[*record.MedAdmin](e) {
			got[r.ID] = r.Outcome
		}
		if !maps.Equal(got, c.want) {
			t.Errorf("%q: %v, want %v", c.yaml, got, c.want)
		}
		if asked := e.Unexplained(); asked != 2-len(c.want) {
			t.Errorf("%q: %d rows wait for an answer", c.yaml, asked)
		}
	}
}

func TestQuirk091SeveralTypesAreOneIncident(t *testing.T) {
	e := with(t, "i.csv", incidentHead+"I1,12/04/2026,HR1,Fall; Medication error,Low,Closed\nI2,12/04/2026,HR1,\"Anger|Choking;\",Low,Closed\nI3,12/04/2026,HR1,Fall;,Low,Closed\nI4,12/04/2026,HR1,\"Fall\nChoking\",Low,Closed\nI5,12/04/2026,HR1,Fall; with injury,Low,Closed\n")
	var got []string
	for _, r := range records[*record.Incident](e) {
		got = append(got, r.ID+" "+r.Type)
	}
	if want := []string{"I1 fall", "I2 choking", "I3 fall", "I4 fall", "I5 fall_injury"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if got := notes(e, "i.csv"); !slices.Equal(got, []string{codeSeveralWords + " ×3"}) {
		t.Errorf("%v", said(e))
	}
}

func TestQuirk095OutsideTheScale(t *testing.T) {
	e := with(t, "r.csv", "Date,Client ID,Scale,Rater,Value\n12/04/2026,HR1,Comfort,Self,6\n13/04/2026,HR1,Comfort,Self,0\n14/04/2026,HR1,Comfort,Self,55\n15/04/2026,HR1,Comfort,Self,5\n16/04/2026,HR1,Comfort,Self,\n")
	want := map[int]string{2: codeOutsideScale, 3: codeOutsideScale, 4: codeOutsideScale, 6: codeValueEmpty}
	if got := codes(e, "r.csv"); !maps.Equal(got, want) || counts(ledger(t, e, "r.csv")) != "1/4/0/0/0" {
		t.Errorf("%v, want %v", got, want)
	}
}

// TestQuirk097WordsOfAnotherTime lets one word mean something else in the files of
// another time: the mapping of each names them.
func TestQuirk097WordsOfAnotherTime(t *testing.T) {
	row := func(id, date, word string) string { return id + "," + date + ",HR1," + word + ",Low,Closed\n" }
	var o Options
	for name, yaml := range map[string]string{
		"early.yaml": "kind: incident\nfiles: \"*2026-05*\"\ncodes:\n  Behaviour: distress_behaviour\n",
		"late.yaml":  "kind: incident\nfiles: \"*2026-06*\"\ncodes:\n  Behaviour: aggression_to_staff\n  Vocal: distress_behaviour\n  Withdrawn: distress_behaviour\n",
	} {
		m, err := mapping.Parse(name, []byte(yaml))
		if err != nil {
			t.Fatal(err)
		}
		o.Mappings = append(o.Mappings, m)
	}
	e := read(t, map[string]string{"people.csv": people,
		"incidents 2026-05.csv": incidentHead + row("I1", "12/05/2026", "Behaviour"),
		"incidents 2026-06.csv": incidentHead + row("I2", "12/06/2026", "Vocal") + row("I3", "13/06/2026", "Withdrawn") + row("I4", "14/06/2026", "Behaviour"),
	}, o)
	got := make(map[string]string)
	for _, r := range records[*record.Incident](e) {
		got[r.ID] = r.Type
	}
	if want := map[string]string{"I1": "distress_behaviour", "I2": "distress_behaviour", "I3": "distress_behaviour", "I4": "aggression_to_staff"}; !maps.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestQuirk099FirstAndFinal(t *testing.T) {
	e := with(t, "i.csv", "Incident no,Incident date,Client ID,Incident type,Initial severity,Severity,Final severity\nI1,12/04/2026,HR1,Fall,Severe,Severe,Low\n")
	if got := records[*record.Incident](e); len(got) != 1 || got[0].Harm != record.HarmLow {
		t.Errorf("%v", said(e))
	}
	if h := e.Headers[0]; h.Fields[4] != "" || h.Headings[4] != "Initial severity" {
		t.Errorf("the first grade is taken as %q", h.Fields[4])
	}
	e = with(t, "a.csv", "Task ID,Date,Client ID,Category,Outcome,Final outcome\nT1,12/04/2026,HR1,Meals,Refused,Accepted\nT2,12/04/2026,HR1,Meals,Refused,Refused\nT3,12/04/2026,HR1,Meals,Refused,See diary\n")
	if got := refusals(e); got["T1"] != record.AcceptedOnReoffer || got["T2"] != record.Refused || len(got) != 2 {
		t.Errorf("%v", got)
	}
}

func TestQuirk101NoFormulasInTheQualityFile(t *testing.T) {
	files := map[string]string{"people.csv": people, "=cmd.csv": careHeading + "\n31/06/2026,08:00,Elm,HR1,Meals,=HYPERLINK(\"x\")\n12/04/2026,08:00,Elm,HR1,Meals,@x\n"}
	quality, err := read(t, files, Options{}).QualityCSV()
	if err != nil {
		t.Fatal(err)
	}
	text := string(bytes.TrimPrefix(quality, []byte("\xEF\xBB\xBF")))
	if !strings.Contains(text, "'=cmd.csv,") {
		t.Errorf("the name of the file stands there as it is:\n%s", text)
	}
	for line := range strings.Lines(text) {
		for part := range strings.SplitSeq(line, ",") {
			if part = strings.TrimPrefix(part, `"`); part != "" && strings.ContainsRune("=+-@", rune(part[0])) {
				t.Errorf("%q begins like a formula", part)
			}
		}
	}
}

func TestQuirk103NotesInHTMLAreRead(t *testing.T) {
	e := with(t, "c.csv", "Change ID,Change date,Area,What changed,Why\nC1,12/04/2026,Meals,<p>Smaller&nbsp;plates</p>,\"pain <5, eats < half\"\n")
	if got := records[*record.PlanChange](e); len(got) != 1 || got[0].What != "Smaller plates" || got[0].Why != "pain <5, eats < half" {
		t.Errorf("%+v %v", got, said(e))
	}
	e = with(t, "i.csv", "Incident no,Incident date,Client ID,Incident type,Lessons learned\nI1,12/04/2026,HR1,Fall,<p>&nbsp;</p>\nI2,12/04/2026,HR1,Fall,<p>More light</p>\n")
	if got := records[*record.Incident](e); len(got) != 2 || got[0].LearningRecorded || !got[1].LearningRecorded {
		t.Errorf("%+v", got)
	}
}
