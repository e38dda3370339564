package render

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"strings"
	"testing"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// TestQuirk134EveryEdgeIsOnOneSide tries the numbers at which a verdict turns: a
// number is on one side of its edge, never on both.
func TestQuirk134EveryEdgeIsOnOneSide(t *testing.T) {
	for _, c := range []struct {
		name string
		fill func(*metrics.Table)
		want verdict
	}{
		{"nine offers are too few", func(tb *metrics.Table) {
			offers(tb, "Elm", testBaseline, 5, 10, 5)
			offers(tb, "Elm", testPeriod, 5, 9, 5)
		}, tooFew},
		{"ten are not", func(tb *metrics.Table) {
			offers(tb, "Elm", testBaseline, 5, 10, 5)
			offers(tb, "Elm", testPeriod, 5, 10, 5)
		}, noChange},
		{"four people are too few", func(tb *metrics.Table) {
			offers(tb, "Elm", testBaseline, 5, 10, 5)
			offers(tb, "Elm", testPeriod, 5, 10, 4)
		}, tooFew},
		{"three offers a day, before four, are too much less", func(tb *metrics.Table) {
			offers(tb, "Elm", testBaseline, 364, 4*testBaseline.Days(), 10)
			offers(tb, "Elm", testPeriod, 274, 3*testPeriod.Days(), 10)
		}, lessNoted},
		{"one more is compared", func(tb *metrics.Table) {
			offers(tb, "Elm", testBaseline, 364, 4*testBaseline.Days(), 10)
			offers(tb, "Elm", testPeriod, 274, 3*testPeriod.Days()+1, 10)
		}, noChange},
	} {
		table := newTable()
		c.fill(table)
		f := testComposer(t, page.TierInternal, table).find("REF-01", metrics.Scope{Service: "Elm"})
		if f.verdict != c.want {
			t.Errorf("%s: %s, want %s", c.name, f.verdict.page().Word, c.want.page().Word)
		}
	}
}

// TestQuirk140TwoToOneIsNoClaim wants "half as many" of two and one not to be said.
func TestQuirk140TwoToOneIsNoClaim(t *testing.T) {
	table := newTable()
	offers(table, "Elm", testBaseline, 2, 9, 6)
	offers(table, "Elm", testPeriod, 1, 9, 6)
	for tier, want := range map[page.Tier]verdict{page.TierInternal: tooFew, page.TierExternal: notShown} {
		c := testComposer(t, tier, table)
		f := c.find("REF-01", metrics.Scope{Service: "Elm"})
		text := entire(c.claim(f))
		if f.verdict != want || strings.Contains(text, "lower") || strings.Contains(text, "50%") {
			t.Errorf("%s: %s, %q", tier, f.verdict.page().Word, text)
		}
		if tier == page.TierInternal && !strings.Contains(text, "1 of 9") {
			t.Errorf("the counts are not there: %q", text)
		}
	}
}

// TestQuirk143OutbreaksAreFlags draws what a provider writes in the file of changes,
// such as an outbreak, as a flag at its day, on the charts that it concerns.
func TestQuirk143OutbreaksAreFlags(t *testing.T) {
	table := newTable()
	offers(table, "Elm", testPeriod, 30, 300, 10)
	offers(table, "Oak", testPeriod, 30, 300, 10)
	c := testComposer(t, page.TierInternal, table)
	day := record.DateOf(2026, 6, 12)
	c.in.Changes = []*record.PlanChange{{Head: record.Head{ID: "C1", Service: "Elm", On: day}, Area: "environment", What: "Norovirus outbreak, visits stopped"}}
	c.prepareChanges()
	for service, want := range map[string]int{"": 1, "Elm": 1, "Oak": 0} {
		marks := c.trend(&MetricPair{Metric: "REF-01"}, metrics.Scope{Service: service}).Chart.Spec.Marks
		if len(marks) != want || want == 1 && (marks[0].From != day.String() || marks[0].What != "Norovirus outbreak, visits stopped") {
			t.Errorf("the chart of %q has the flags %+v", service, marks)
		}
	}
}

// TestQuirk101NoFormulasInTheEvidence wants a service whose name looks like a
// formula to stay text where evidence.csv is opened in a spreadsheet program.
func TestQuirk101NoFormulasInTheEvidence(t *testing.T) {
	for _, name := range []string{"=HYPERLINK(\"http://x\")", "+44 Quay Street", "-Elm", "@Elm", "Elm"} {
		table := newTable()
		offers(table, name, testPeriod, 30, 300, 10)
		out, err := EvidenceCSV(metrics.Figures(table, metrics.Windows{Period: testPeriod}), nil)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(bytes.NewReader(out)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		want := "'" + name
		if name == "Elm" {
			want = name
		}
		found := false
		for _, r := range rows[1:] {
			if found = found || r[2] == want; r[2] != "" && r[2] != want {
				t.Fatalf("the service %s is written %s", name, r[2])
			}
		}
		if !found {
			t.Errorf("%s is in no row", name)
		}
	}
}

// TestQuirk153ChartsHaveNoWithheldNumber looks at the charts of an external page:
// where a figure is withheld, no point of any chart may have it.
func TestQuirk153ChartsHaveNoWithheldNumber(t *testing.T) {
	table := newTable()
	for m := testBaseline.From.Month(); m <= testPeriod.To.Month(); m++ {
		refused := 20
		if m == testBaseline.From.Month()+1 {
			refused = 3
		}
		offers(table, "Elm", record.Span{From: m.First(), To: m.Last()}, refused, 217, 10)
	}
	block := testComposer(t, page.TierExternal, table).trend(&MetricPair{Metric: "REF-01"}, metrics.Scope{Service: "Elm"})
	if block.Chart == nil || block.Chart.Spec.Grain != chart.GrainQuarter {
		t.Fatalf("a month of 3 is withheld, so quarters are drawn: %+v", block)
	}
	for _, p := range block.Chart.Spec.Points {
		if p.Numerator != nil && *p.Numerator == 3 || p.Denominator != nil && *p.Denominator == 217 {
			t.Errorf("%s has the numbers of the month that is withheld", p.Label)
		}
	}
}

// TestQuirk154PinnedVersions reads go.mod: the newest excelize asks for a module
// that cannot be had.
func TestQuirk154PinnedVersions(t *testing.T) {
	text, err := os.ReadFile("../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	for _, pinned := range []string{"github.com/xuri/excelize/v2 v2.11.0\n", "github.com/xuri/efp v0.0.1 "} {
		if !strings.Contains(string(text), pinned) {
			t.Errorf("go.mod does not hold %s", fmt.Sprintf("%q", pinned))
		}
	}
}
