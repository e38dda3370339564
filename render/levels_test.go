package render

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
	"evidencepack/render/page"
)

// looked adds points of spot checks of one service: so many met, partly met and not met.
func looked(t *metrics.Table, service string, span record.Span, counts ...int) {
	for i, answer := range []record.Answer{record.Yes, record.Partly, record.No} {
		for n := range counts[i] {
			t.Add(&record.Observation{
				Head:      record.Head{Service: service, Person: record.Person(fmt.Sprint("person ", n)), On: span.From + record.Date(n%28)},
				Criterion: "followed_plan", Met: answer, Staff: "somebody",
			})
		}
	}
}

// found is the block of the example in the words of LevelsBlock.
func found(bars string) *LevelsBlock {
	return &LevelsBlock{Metric: "OBS-01", By: "result", Bars: bars, Title: "Spot checks", Note: "Never by member of staff.", Levels: []LevelGroup{
		{"met", []string{"met"}}, {"partly met", []string{"partly_met"}}, {"not met", []string{"not_met"}},
	}}
}

// inspected is a composer of the inspection tier with these services.
func inspected(t *testing.T, table *metrics.Table, services ...string) *composer {
	t.Helper()
	c := testComposer(t, page.TierInspection, table)
	c.services = services
	return c
}

func TestLevelsBeforeAndAfter(t *testing.T) {
	table := newTable()
	looked(table, "Elm", testBaseline, 30, 10, 10)
	looked(table, "Elm", testPeriod, 45, 3, 2)
	c := inspected(t, table, "Elm")
	for _, bars := range []string{"", barsOfPeriods, barsOfServices} { // one service is not set beside itself
		blocks := c.levels(found(bars))
		if len(blocks) != 1 || blocks[0].Stack == nil {
			t.Fatalf("%q gives %+v", bars, blocks)
		}
		spec := blocks[0].Stack.Spec
		if got := fmt.Sprint(spec.Bars); got != "[{before [30 10 10] } {after [45 3 2] }]" {
			t.Errorf("%q: the bars are %s", bars, got)
		}
		if spec.Title != "Spot checks: met, 60.0% before, 90.0% after" {
			t.Errorf("%q: the title is %q", bars, spec.Title)
		}
		for _, want := range []string{"Never by member of staff.", "1 October 2025 to 31 March 2026", "points looked at"} {
			if !strings.Contains(spec.Subtitle, want) {
				t.Errorf("%q is not in %q", want, spec.Subtitle)
			}
		}
		if want := "After: met 90.0%, partly met 6.0%, not met 4.0%, of 50."; !strings.Contains(strings.ReplaceAll(spec.Alt, "after:", "After:"), want) {
			t.Errorf("%q is not in %q", want, spec.Alt)
		}
	}
	var kept []string
	for _, row := range c.figureRows() {
		if row.Window == string(metrics.GrainPeriod) && row.Numerator != nil {
			kept = append(kept, fmt.Sprintf("%s %g of %g", row.Title, *row.Numerator, *row.Denominator))
		}
	}
	for _, want := range []string{"Approach followed at spot checks: met 45 of 50", "Approach followed at spot checks: partly met 3 of 50", "Approach followed at spot checks: not met 2 of 50"} {
		if !slices.Contains(kept, want) {
			t.Errorf("the evidence index has no %q: %q", want, kept)
		}
	}
}

func TestLevelsByService(t *testing.T) {
	table := newTable()
	looked(table, "Elm", testPeriod, 46, 3, 3)
	looked(table, "Oak", testPeriod, 20, 5, 0)
	looked(table, "Tŷ Gwyn", testPeriod, 4, 1, 1)
	spec := inspected(t, table, "Elm", "Oak", "Tŷ Gwyn", "Yew").levels(found(barsOfServices))[0].Stack.Spec
	if got := fmt.Sprint(spec.Bars); got != "[{Elm [46 3 3] } {Oak [20 5 0] } {Tŷ Gwyn [4 1 1] too few to split} {Yew [] none counted}]" {
		t.Errorf("the bars are %s", got)
	}
	if spec.Title != "Spot checks: met, 80.0% to 88.5% by service" || strings.Contains(spec.Subtitle, "Before") {
		t.Errorf("%q, %q", spec.Title, spec.Subtitle)
	}
	if !strings.Contains(spec.Alt, "Yew: none counted") || !strings.Contains(spec.Alt, "Tŷ Gwyn: too few to split") {
		t.Errorf("the words of bars that are not drawn are not in %q", spec.Alt)
	}
}

// Many services have their bars where there is room: the PDF has them together.
func TestLevelsOfManyServices(t *testing.T) {
	table := newTable()
	var services []string
	for i := range 60 {
		services = append(services, fmt.Sprintf("Service %02d", i))
		looked(table, services[i], testPeriod, 12+i%5, 2, 1)
	}
	blocks := inspected(t, table, services...).levels(found(barsOfServices))
	if len(blocks) != 2 || len(blocks[0].NotIn) > 0 || !slices.Equal(blocks[1].NotIn, []string{"pdf"}) {
		t.Fatalf("%d blocks, the second not in %q", len(blocks), blocks[len(blocks)-1].NotIn)
	}
	if bars := blocks[0].Stack.Spec.Bars; len(bars) != 2 || bars[0].Word != "no data" || bars[1].Total() != 60*15+120 {
		t.Errorf("all services together are %+v", bars)
	}
	if bars := blocks[1].Stack.Spec.Bars; len(bars) != 60 {
		t.Errorf("%d bars for 60 services", len(bars))
	}
	if alt := blocks[1].Stack.Spec.Alt; len(alt) > 700 || !strings.Contains(alt, "the table holds the others") {
		t.Errorf("the words for those who do not see it are %q", alt)
	}
}

// What is in no level is told; a measure without a figure draws nothing.
func TestWhatIsInNoLevel(t *testing.T) {
	table := newTable()
	looked(table, "Elm", testPeriod, 20, 5, 6)
	b := found("")
	b.Levels = b.Levels[:2]
	if reason := inspected(t, table, "Elm").levels(b)[0].Stack.Spec.Reason; reason != "6 more, with another level, are in no bar." {
		t.Errorf("what is in no level is told as %q", reason)
	}
	b.Levels[0].Words, b.Levels[1].Words = []string{"a word"}, []string{"another"}
	if bars := inspected(t, table, "Elm").levels(b)[0].Stack.Spec.Bars; bars[1].Word != "none counted" || bars[1].Counts != nil {
		t.Errorf("levels that nothing is under are %+v", bars)
	}
	if blocks := inspected(t, newTable(), "Elm").levels(found("")); blocks != nil {
		t.Errorf("no data gives %+v", blocks)
	}
}

func TestPacksWithWrongLevels(t *testing.T) {
	pack := func(tier, levels string) string {
		return "pack: own\nfile: own\ntitle: Own\ntier: " + tier + "\nsections:\n  - id: one\n    label: One\n    blocks:\n      - levels: " + levels + "\n"
	}
	const two = "levels: [{name: a, words: [met]}, {name: b, words: [not_met]}]}"
	for _, c := range []struct{ text, says string }{
		{pack("internal", "{metric: OBS-01, by: result, "+two), ""},
		{pack("external", "{metric: OBS-01, by: result, "+two), "no pack of the external tier has levels"},
		{pack("internal", "{metric: OBS-99, by: result, "+two), `there is no metric "OBS-99"`},
		{pack("internal", "{metric: OBS-01, by: question, "+two), "is not made up of parts by"},
		{pack("internal", "{metric: OBS-01, by: result, bars: months, "+two), "bars is periods or services"},
		{pack("internal", "{metric: OBS-01, by: result, levels: [{name: a, words: [met]}]}"), "levels are 2 to 5"},
		{pack("internal", "{metric: OBS-01, by: result, levels: [{name: a, words: [met]}, {name: b, words: [met]}]}"), "is in two levels"},
		{pack("internal", "{metric: OBS-01, by: result, levels: [{name: a, words: [met]}, {name: b}]}"), "needs a name and its words"},
		{strings.Replace(pack("internal", "{metric: OBS-01, by: task, "+two+"]}"), "- levels: {", "- key_question: {group: safe, levels: [{", 1), "is not made up of parts by"},
	} {
		_, err := parsePack("packs/own.yaml", []byte(c.text))
		switch {
		case c.says == "" && err != nil:
			t.Errorf("%s: %v", c.text, err)
		case c.says != "" && (err == nil || !strings.Contains(err.Error(), c.says) || !strings.Contains(err.Error(), "own.yaml, line 9")):
			t.Errorf("%s: %v, want line 9 and %q", c.text, err, c.says)
		}
	}
}
