package kpi

import (
	"errors"
	"strings"
	"testing"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
)

const heads = "id,wording,metric,filter,target,direction,bands,period,rounding,validator\n"

// line makes a list of one KPI about planned visits that were missed.
func line(cells ...string) string {
	r := []string{"K1", "Missed visits", "VIS-02", "", "", "", "", "", "", ""}
	for i := 0; i+1 < len(cells); i += 2 {
		for at, head := range columns {
			if head == cells[i] {
				r[at] = `"` + cells[i+1] + `"`
			}
		}
	}
	return heads + strings.Join(r, ",") + "\n"
}

// TestFaults tells each fault with its line, its column and what to do.
func TestFaults(t *testing.T) {
	for name, c := range map[string]struct {
		text   string
		line   int
		column string
		what   string
		hint   string
	}{
		"the bands of North Lincolnshire": {line("direction", "higher", "bands", "Green 100–90, Amber 90–75, Red <75"), 2, "bands", "90 stands in two bands, Green 100–90 and Amber 90–75", "Green >=90; Amber <90"},
		"a gap":                           {line("direction", "higher", "bands", "Green >90; Amber <90"), 2, "bands", "90 is in no band", "cover every figure"},
		"a gap at the end":                {line("direction", "lower", "bands", "Green <=2; Amber >2 and <5"), 2, "bands", "5 is in no band", ""},
		"a gap at the start":              {line("direction", "higher", "bands", "Green >=90; Amber >=75 and <90"), 2, "bands", "0 is in no band", ""},
		"a gap between decimals":          {line("direction", "higher", "bands", "Green >=90; Amber <=89"), 2, "bands", "89.5 is in no band", ""},
		"an overlap inside":               {line("direction", "lower", "bands", "Green <80; Red >75"), 2, "bands", "77 stands in two bands", ""},
		"the worst first":                 {line("direction", "higher", "bands", "Red <75; Green >=75"), 2, "bands", "direction says that higher is better", "best band first"},
		"nothing in a band":               {line("direction", "higher", "bands", "Gold >100; Green <=100"), 2, "bands", "no figure can be in the band Gold >100", ""},
		"a band twice":                    {line("direction", "higher", "bands", "Green >=90; green <90"), 2, "bands", "the band green stands there twice", ""},
		"no such band":                    {line("direction", "higher", "bands", "Green 90ish"), 2, "bands", `we cannot read the band "Green 90ish"`, "for example"},
		"bands without direction":         {line("bands", "Green >=90; Red <90"), 2, "direction", "need a direction", "higher"},
		"another direction":               {line("direction", "up"), 2, "direction", `we do not know the direction "up"`, ""},
		"another id":                      {line("metric", "vis2"), 2, "metric", `there is no metric "vis2"`, "did you mean VIS-02?"},
		"another family":                  {line("metric", "VIS-99"), 2, "metric", "there is no metric", "VIS-01, VIS-02"},
		"no metric":                       {line("metric", ""), 2, "metric", "KPI K1 names no metric", "VIS-02 (Missed visits)"},
		"many figures":                    {line("metric", "CHG-02"), 2, "metric", "a KPI is one figure", ""},
		"another filter":                  {line("filter", "town=Leeds"), 2, "filter", `VIS-02 cannot be filtered by "town"`, "service"},
		"two services":                    {line("filter", "service=A; service=B"), 2, "filter", "one service and one part", ""},
		"half a filter":                   {line("filter", "service"), 2, "filter", `we cannot read the filter "service"`, ""},
		"another period":                  {line("period", "fortnight"), 2, "period", `we do not know the period "fortnight"`, "half_year"},
		"another rounding":                {line("rounding", "up"), 2, "rounding", "we cannot read the rounding", ""},
		"a target with a comma":           {line("direction", "lower", "target", "2,5"), 2, "target", `we cannot read the number "2,5"`, "point"},
		"a target beyond":                 {line("direction", "lower", "target", "200"), 2, "target", "outside 0 to 100", ""},
		"a target the other way":          {line("direction", "lower", "target", "≥90%"), 2, "target", "does not fit the direction lower", ""},
		"no wording":                      {line("wording", ""), 2, "wording", "this cell is empty", ""},
		"a long id":                       {line("id", strings.Repeat("K", 21)), 2, "id", "longer than 20 characters", ""},
		"an id twice":                     {line() + "k1,Again,VIS-01,,,,,,,\n", 3, "id", "the KPI k1 stands there twice", ""},
		"the line after a long cell":      {heads + "K1,\"Missed\nvisits\",VIS-02,,,,,,,\nK2,,VIS-01,,,,,,,\n", 4, "wording", "this cell is empty", ""},
		"the line after remarks":          {"# Ours\n\n" + line("metric", "X"), 4, "metric", "there is no metric", ""},
		"an unknown column":               {"id,wording,metric,goal\n", 1, "goal", "we do not know this column", "target"},
		"a column twice":                  {"id,wording,metric,Metric\n", 1, "metric", "stands there twice", ""},
		"a column missing":                {"id,wording\n", 1, "metric", "this column is missing", ""},
		"an empty file":                   {"", 1, "", "the file has no headings", "id,wording"},
		"too few cells":                   {heads + "K1,Missed visits,VIS-02\n", 2, "", "not as many cells", "quotes"},
		"a quote left open":               {heads + "K1,\"Missed visits,VIS-02,,,,,,,\n", 2, "", "quotation mark", ""},
		"something under no heading":      {"id,wording,metric,\nK1,Missed,VIS-02,ask Jo\n", 2, "column 4", "without a heading", ""},
		"Windows text":                    {"id,wording,metric\nK1,Caf\xe9,VIS-02\n", 0, "", "not text in UTF-8", "CSV UTF-8"},
		"a workbook":                      {"PK\x03\x04rest", 0, "", "not text in UTF-8", "CSV UTF-8"},
	} {
		_, err := Parse("kpi.csv", []byte(c.text))
		var f *Fault
		if !errors.As(err, &f) {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if f.Line != c.line || f.Column != c.column || !strings.Contains(f.What, c.what) || !strings.Contains(f.Hint, c.hint) {
			t.Errorf("%s: line %d, column %q: %s (%s)", name, f.Line, f.Column, f.What, f.Hint)
		}
	}
}

// TestForms reads the same KPI in the forms in which a spreadsheet saves it.
func TestForms(t *testing.T) {
	want := `K1,"Missed visits",VIS-02,,2,lower,"Green <=2; Red >2",quarter,1,Brokerage team`
	for name, text := range map[string]string{
		"commas":           heads + want + "\n",
		"byte order mark":  "\xEF\xBB\xBF" + heads + want,
		"quoted headings":  "\xEF\xBB\xBF" + `"id","wording","metric","filter","target","direction","bands","period","rounding","validator"` + "\n" + want,
		"Windows lines":    strings.ReplaceAll(heads+want+"\n", "\n", "\r\n"),
		"semicolons":       strings.ReplaceAll(heads, ",", ";") + `K1;Missed visits;VIS-02;;≤2%;Lower;"Green <=2; Red >2";Quarter;1;Brokerage team`,
		"sep":              "sep=;\n" + strings.ReplaceAll(heads, ",", ";") + `K1;Missed visits;VIS-02;;2;lower;"Green ≤ 2%; Red over 2%";quarter;1;Brokerage team`,
		"blank ends":       strings.TrimSpace(heads) + ",,\n" + want + ",,\n,,,,,,,,,,,\n\n",
		"another order":    "validator,rounding,period,bands,direction,target,metric,wording,id\nBrokerage team,1,quarter,\"Green at most 2\nRed >2\",lower,<=2,VIS-02,Missed visits,K1\n",
		"remarks in Excel": "\"# one, two\",,,,,,,,,\n" + heads + want,
		"layout blanks":    heads + "K1,Missed\u00a0visits,VIS-02 ,, 2 ,lower,Green<=2;Red>2,quarter,1,Brokerage team",
	} {
		list, err := Parse("kpi.csv", []byte(text))
		if err != nil || len(list) != 1 {
			t.Errorf("%s: %d, %v", name, len(list), err)
			continue
		}
		k := list[0]
		if k.ID != "K1" || k.Wording != "Missed visits" || k.Metric != "VIS-02" || k.Target == nil || k.Target.String() != "2" || k.Better != metrics.Lower ||
			k.Period != PeriodQuarter || k.Rounding != 1 || k.Validator != "Brokerage team" || len(k.Bands) != 2 || k.Bands[1].Name != "Red" || bandOf(k.Bands, (2*one).place()) != "Green" {
			t.Errorf("%s: %+v", name, k)
		}
	}
	if list, err := Parse("kpi.csv", []byte("# nothing yet\n"+heads)); err != nil || len(list) != 0 {
		t.Errorf("an empty list: %v, %v", list, err)
	}
}

// TestEdges puts figures at and beside the edges into bands: exactly, or rounded as
// the buyer says, a half upwards.
func TestEdges(t *testing.T) {
	const three = "Green >=90; Amber >=75 and <90; Red <75"
	for _, c := range []struct {
		bands, rounding string
		better          string
		value           float64
		want            string
	}{
		{three, "", "higher", 90, "Green"},
		{three, "", "higher", 100 * 89999.0 / 100000, "Amber"},
		{three, "", "higher", 75, "Amber"},
		{three, "", "higher", 100 * 2.0 / 3, "Red"},
		{three, "", "higher", 0, "Red"},
		{three, "", "higher", 100, "Green"},
		{three, "0", "higher", 89.5, "Green"},
		{three, "0", "higher", 89.4999, "Amber"},
		{three, "1", "higher", 89.95, "Green"},
		{three, "1", "higher", 89.949, "Amber"},
		{three, "2", "higher", 89.996, "Green"},
		{"Green >90; Amber >75 and <=90; Red <=75", "", "higher", 90, "Amber"},
		{"Green >90; Amber >75 and <=90; Red <=75", "", "higher", 75, "Red"},
		{"Green >90; Amber >75 and <=90; Red <=75", "", "higher", 90.0000004, "Green"},
		{"Green <=2; Amber >2 and <=5; Red >5", "", "lower", 2, "Green"},
		{"Green <=2; Amber >2 and <=5; Red >5", "", "lower", 100 * 3.0 / 149, "Amber"},
		{"Green <=2; Amber >2 and <=5; Red >5", "0", "lower", 2.49, "Green"},
		{"Green <=2.1; Red >2.1", "", "lower", 100 * 21.0 / 1000, "Green"},
		{"Green 90-100; Amber 75-89; Red 0-74", "0", "higher", 89.4, "Amber"},
		{"Green 90-100; Amber 75-89; Red 0-74", "0", "higher", 89.5, "Green"},
		{"Green 100 to 90; Red under 90", "1", "higher", 89.96, "Green"},
	} {
		list, err := Parse("kpi.csv", []byte(line("direction", c.better, "bands", c.bands, "rounding", c.rounding)))
		if err != nil {
			t.Errorf("%s: %v", c.bands, err)
			continue
		}
		m, _ := metrics.Find("VIS-02")
		r := Result{KPI: list[0], Value: metrics.Value{Value: &c.value}}
		r.compare(m, nil)
		if r.Band != c.want {
			t.Errorf("%s, rounding %q: %v is in %q, not in %s", c.bands, c.rounding, c.value, r.Band, c.want)
		}
	}
}

// TestScales lets whole numbers leave out what lies between them, and a count that
// tells of a change go below nought.
func TestScales(t *testing.T) {
	for _, c := range []struct{ metric, bands, fault string }{
		{"RES-03", "Green 0-2; Amber 3-5; Red >=6", ""},
		{"RES-03", "Green <3; Red >4", "3 is in no band"},
		{"RES-04", "Green <=0; Red >0", ""},
		{"RES-04", "Green 0; Red >0", "we cannot read the band"},
		{"RES-04", "Green =0; Red >0", "-1 is in no band"},
		{"INC-01", "Green <=5; Red 6 to 100", "5.5 is in no band"},
		{"none", "Green >=5; Red <3", ""},
		{"none", "Green >=5; Red <=5", "5 stands in two bands"},
	} {
		better := "lower"
		if c.metric == "none" {
			better = "higher"
		}
		_, err := Parse("kpi.csv", []byte(line("metric", c.metric, "direction", better, "bands", c.bands)))
		if (c.fault == "") != (err == nil) || err != nil && !strings.Contains(err.Error(), c.fault) {
			t.Errorf("%s, %s: %v", c.metric, c.bands, err)
		}
	}
}

// TestPeriods finds the latest complete period that ends with the pack's or before.
func TestPeriods(t *testing.T) {
	var months []record.Month
	for m := record.DateOf(2025, 4, 1).Month(); m <= record.DateOf(2026, 10, 1).Month(); m++ {
		months = append(months, m)
	}
	pack := record.Span{From: record.DateOf(2026, 4, 1), To: record.DateOf(2026, 9, 30)}
	for p, want := range map[Period]string{
		PeriodMonth: "2026-09-01 2026-09-30", PeriodQuarter: "2026-07-01 2026-09-30", PeriodHalfYear: "2026-04-01 2026-09-30",
		PeriodYear: "2025-04-01 2026-03-31", PeriodRolling: "2025-10-01 2026-09-30", PeriodContract: "2026-04-01 2026-09-30",
	} {
		span, _, found := p.span(months, pack)
		if got := span.From.String() + " " + span.To.String(); !found || got != want {
			t.Errorf("%s: %s", p, got)
		}
	}
	for _, p := range []Period{PeriodQuarter, PeriodHalfYear, PeriodYear, PeriodRolling} {
		if _, why, found := p.span(months[:2], pack); found || !strings.Contains(why, "no complete") {
			t.Errorf("%s of two months: %s", p, why)
		}
	}
}

// FuzzParse never panics, and every error is a fault.
func FuzzParse(f *testing.F) {
	f.Add([]byte(line("direction", "higher", "bands", "Green 100–90; Amber 90–75; Red <75", "target", "90%")))
	f.Add([]byte("sep=;\nid;wording;metric\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		_, err := Parse("kpi.csv", text)
		var fault *Fault
		if err != nil && !errors.As(err, &fault) {
			t.Errorf("%T: %v", err, err)
		}
	})
}

// TestTemplate is a list without lines, and its example is a KPI.
func TestTemplate(t *testing.T) {
	if list, err := Parse(FileName, []byte(Template)); err != nil || len(list) != 0 {
		t.Fatalf("%d, %v", len(list), err)
	}
	_, example, _ := strings.Cut(Template, "An example: ")
	example, _, _ = strings.Cut(example, "\n")
	example = strings.Replace(example, "METRIC", "VIS-02", 1)
	if list, err := Parse(FileName, []byte(Template+example)); err != nil || len(list) != 1 || len(list[0].Bands) != 3 {
		t.Errorf("%d, %v", len(list), err)
	}
}
