package render

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
	"evidencepack/render/chart"
	"evidencepack/render/page"
	"evidencepack/templates"
)

// The windows of every test here.
var (
	testPeriod   = record.Span{From: record.DateOf(2026, 4, 1), To: record.DateOf(2026, 9, 30)}
	testBaseline = record.Span{From: record.DateOf(2025, 10, 1), To: record.DateOf(2026, 3, 31)}
)

// offers adds offers of support: so many of so many first refused, by so many
// people, spread over a window.
func offers(t *metrics.Table, service string, span record.Span, refused, all, people int) {
	for i := range all {
		outcome := record.Accepted
		if i < refused {
			outcome = record.Refused
		}
		head := record.Head{Service: service, Person: record.Person(fmt.Sprint("person ", i%people)), On: span.From + record.Date(i%span.Days())}
		t.Add(&record.CareTask{Head: head, Category: record.CategoryPersonalCare, Outcome: outcome, Rank: record.NoRank})
	}
}

// ratings adds ratings of comfort: so many of so many at 4 or 5.
func ratings(t *metrics.Table, service string, span record.Span, good, all, people int) {
	for i := range all {
		value := 2.0
		if i < good {
			value = 5
		}
		head := record.Head{Service: service, Person: record.Person(fmt.Sprint("person ", i%people)), On: span.From + record.Date(i%span.Days())}
		t.Add(&record.Rating{Head: head, Scale: record.ScaleComfort, Rater: record.RaterSelf, Value: value})
	}
}

// testComposer makes a composer over a table, for one tier.
func testComposer(t *testing.T, tier page.Tier, table *metrics.Table) *composer {
	t.Helper()
	in := Input{Provider: "Test", Table: table, Period: testPeriod, Baseline: testBaseline, Safe: func(string) bool { return true }, Templates: templates.Files()}
	c, err := newComposer(Pack{Tier: tier}, in)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func newTable() *metrics.Table {
	return metrics.NewTable(metrics.All, []record.Span{testPeriod, testBaseline})
}

// TestQuirk140Verdicts tries every branch of the rule that chooses the sentence, with the
// figures of voice.md 4.2 where it has an example.
func TestQuirk140Verdicts(t *testing.T) {
	cases := []struct {
		name    string
		fill    func(*metrics.Table)
		tier    page.Tier
		want    verdict
		state   chart.State
		phrases []string
	}{
		{"lower and backed up", func(tb *metrics.Table) {
			offers(tb, "Elm", testBaseline, 260, 2292, 15)
			offers(tb, "Elm", testPeriod, 168, 2353, 14)
			ratings(tb, "Elm", testBaseline, 209, 376, 15)
			ratings(tb, "Elm", testPeriod, 246, 390, 14)
		}, page.TierInternal, better, chart.StateImprovement, []string{
			"At Elm people first refused 168 of 2,353 offers (7.1%) from April to September 2026.",
			"In the six months before: 260 of 2,292 (11.3%).",
			"That is 4.2 points lower (likely range 2.5 to 5.9; 14 people, before 15).",
			"Comfort was rated 4 or 5 in 246 of 390 ratings (63.1%), before 209 of 376 (55.6%)",
		}},
		{"higher", func(tb *metrics.Table) {
			offers(tb, "Elm", testBaseline, 96, 1939, 12)
			offers(tb, "Elm", testPeriod, 214, 1925, 11)
		}, page.TierInternal, worse, chart.StateConcern, []string{"That is 6.2 points higher (likely range 4.5 to 7.9; 11 people, before 12)."}},
		{"no clear change", func(tb *metrics.Table) {
			offers(tb, "Elm", testBaseline, 744, 9330, 56)
			offers(tb, "Elm", testPeriod, 708, 9531, 54)
		}, page.TierInternal, noChange, chart.StateNoChange, []string{"No clear change: the likely range runs from 1.3 points lower to 0.2 higher (54 people, before 56)."}},
		{"too few", func(tb *metrics.Table) {
			offers(tb, "Elm", testBaseline, 3, 8, 5)
			offers(tb, "Elm", testPeriod, 1, 9, 5)
		}, page.TierInternal, tooFew, chart.StateTooFew, []string{"These are too few to say more."}},
		{"too few people", func(tb *metrics.Table) {
			offers(tb, "Elm", testBaseline, 30, 80, 3)
			offers(tb, "Elm", testPeriod, 10, 90, 3)
		}, page.TierInternal, tooFew, chart.StateTooFew, []string{"Only 3 people are behind either figure"}},
		{"not backed up, because fewer offers were made", func(tb *metrics.Table) {
			offers(tb, "Elm", testBaseline, 300, 1000, 10)
			offers(tb, "Elm", testPeriod, 100, 800, 10)
		}, page.TierInternal, notBacked, chart.StateNoChange, []string{"Offers per person a week: 3.1, before 3.8.", "But we offered less, so we do not call it an improvement."}},
		{"not backed up, because comfort fell", func(tb *metrics.Table) {
			offers(tb, "Elm", testBaseline, 300, 1000, 10)
			offers(tb, "Elm", testPeriod, 100, 1000, 10)
			ratings(tb, "Elm", testBaseline, 90, 100, 10)
			ratings(tb, "Elm", testPeriod, 40, 100, 10)
		}, page.TierInternal, notBacked, chart.StateNoChange, []string{"Comfort was rated 4 or 5 in 40 of 100 ratings (40.0%), before 90 of 100 (90.0%)."}},
		{"less was recorded", func(tb *metrics.Table) {
			offers(tb, "Elm", testBaseline, 200, 1000, 10)
			offers(tb, "Elm", testPeriod, 50, 600, 10)
		}, page.TierInternal, lessNoted, chart.StateTooFew, []string{"We have 600 offers, before 1,000: 40% fewer a day", "Less was recorded, so we do not compare them."}},
		{"no data before", func(tb *metrics.Table) {
			offers(tb, "Elm", testPeriod, 50, 600, 10)
		}, page.TierInternal, unknown, chart.StateTooFew, []string{"we do not know"}},
		{"withheld at the external tier", func(tb *metrics.Table) {
			offers(tb, "Elm", testBaseline, 30, 300, 10)
			offers(tb, "Elm", testPeriod, 3, 300, 10)
		}, page.TierExternal, notShown, chart.StateTooFew, []string{"not shown"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			table := newTable()
			c.fill(table)
			composer := testComposer(t, c.tier, table)
			f := composer.find("REF-01", metrics.Scope{Service: "Elm"})
			if f.verdict != c.want || f.verdict.page().State != c.state {
				t.Errorf("verdict %v (%s), expected %v", f.verdict, f.verdict.page().Word, c.want)
			}
			text := entire(composer.claim(f))
			for _, p := range c.phrases {
				if !strings.Contains(text, p) {
					t.Errorf("%q does not say %q", text, p)
				}
			}
			for _, banned := range []string{"because of", "due to", "led to", "caused", "thanks to", "significant"} {
				if strings.Contains(text, banned) {
					t.Errorf("%q says %q", text, banned)
				}
			}
		})
	}
}

// TestUnlikeWindows never sets a month beside six months, where the figure grows
// with the length of the window.
func TestUnlikeWindows(t *testing.T) {
	table := newTable()
	c := testComposer(t, page.TierInternal, table)
	for _, m := range metrics.All {
		if !m.Grows {
			continue
		}
		n, share := 50.0, 10.0
		v := metrics.Value{Unit: m.Unit, Status: metrics.OK, Numerator: &n, Denominator: &n, Value: &share, People: 20, Behind: 20}
		f := finding{metric: m, before: v, after: v}
		f.before.Span, f.after.Span = testBaseline, record.Span{From: record.DateOf(2026, 9, 1), To: testPeriod.To}
		if c.judge(&f); f.verdict != notLike {
			t.Errorf("%s: a month is compared with six", m.ID)
		}
		f.after.Span = testPeriod
		if c.judge(&f); f.verdict == notLike {
			t.Errorf("%s: six months are not compared with six", m.ID)
		}
	}
}

// TestMixedServices finds that a total hides two directions.
func TestMixedServices(t *testing.T) {
	table := newTable()
	offers(table, "Elm", testBaseline, 300, 1000, 10)
	offers(table, "Elm", testPeriod, 100, 1000, 10)
	offers(table, "Oak", testBaseline, 100, 1000, 10)
	offers(table, "Oak", testPeriod, 290, 1000, 10)
	c := testComposer(t, page.TierInternal, table)
	text := entire(c.claim(c.find("REF-01", metrics.Scope{})))
	if !strings.Contains(text, "The total hides two directions: lower at Elm, higher at Oak.") {
		t.Error(text)
	}
}

// TestQuirk153WithheldNumbersAreNowhere looks for a withheld count in everything that an
// external page is made of.
func TestQuirk153WithheldNumbersAreNowhere(t *testing.T) {
	table := newTable()
	offers(table, "Elm", testBaseline, 290, 1117, 10)
	offers(table, "Elm", testPeriod, 3, 1117, 10)
	c := testComposer(t, page.TierExternal, table)
	blocks := []page.Block{
		c.headline([]string{"REF-01"}), c.byService(&MetricPair{Metric: "REF-01"}), c.trend(&MetricPair{Metric: "REF-01", Partner: "REF-09"}, metrics.Scope{}),
		c.claims(&MetricList{Metrics: []string{"REF-01"}}), c.compare(&MetricList{Metrics: []string{"REF-01"}}),
		{Figures: &page.Figures{Rows: c.figureRows()}},
	}
	p := &page.Page{Schema: page.Schema, Cover: page.Cover{Provider: "Test", Pack: "test"}, Sections: []page.Section{{ID: "all", Blocks: blocks}}}
	text, err := p.Save()
	if err != nil {
		t.Fatal(err)
	}
	for _, leak := range []string{"3 of 1,117", "0.3%", "0.2685", `"numerator": 3,`} {
		if strings.Contains(string(text), leak) {
			t.Errorf("the page holds %q", leak)
		}
	}
	if !strings.Contains(string(text), "not shown") {
		t.Error("nothing says that a figure is not shown")
	}
}

func TestWords(t *testing.T) {
	for got, want := range map[string]string{
		thousands(9531):                         "9,531",
		thousands(-5):                           "−5",
		decimal(2.65):                           "2.7",
		decimal(-0.04):                          "0.0",
		decimal(1234.56):                        "1,234.6",
		signed(9.74):                            "+9.7",
		signed(-0.54):                           "−0.5",
		shareInText(79.7, 69):                   "80%",
		shareInText(7.428, 9531):                "7.4%",
		spanWords(testPeriod):                   "1 April to 30 September 2026",
		spanWords(testBaseline):                 "1 October 2025 to 31 March 2026",
		baselineWords(testBaseline, testPeriod): "the six months before",
		baselineWords(record.Span{From: testBaseline.From + 1, To: testBaseline.To}, testPeriod): "2 October 2025 to 31 March 2026",
		quarterLabel(record.Span{From: testPeriod.From, To: record.DateOf(2026, 6, 30)}):         "Apr–Jun 2026",
		listWords([]string{"A", "B", "C"}):                                                       "A, B and C",
		lowerFirst("Comfort"):                                                                    "comfort",
		upperFirst("") + lowerFirst(""):                                                          "",
		lowerFirst("CQC ratings"):                                                                "CQC ratings",
		letters(0) + letters(25) + letters(26):                                                   "AZAA",
	} {
		if got != want {
			t.Errorf("%q, expected %q", got, want)
		}
	}
}

// TestPacksAreChecked tries what a user's own pack may get wrong.
func TestPacksAreChecked(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"unknown key":    {"pack: x\nfile: x\ntitle: X\ntier: internal\nsectoins: []\n", `x.yaml: line 5: we do not know "sectoins"`},
		"unknown metric": {"pack: x\nfile: x\ntitle: X\ntier: internal\nsections:\n  - id: a\n    blocks:\n      - headline: [REF-10a]\n", `x.yaml, line 8: there is no metric "REF-10a"`},
		"unknown tier":   {"pack: x\nfile: x\ntitle: X\ntier: public\n", "tier is internal, inspection or external"},
		"too few pages":  {"pack: x\nfile: x\ntitle: X\ntier: internal\nmost_pages: 1\n", `x.yaml, line 5: most_pages is a whole number from 2`},
		"no pages":       {"pack: x\nfile: x\ntitle: X\ntier: internal\nmost_pages: 0\n", `x.yaml, line 5: most_pages is a whole number from 2`},
		"pages in words": {"pack: x\nfile: x\ntitle: X\ntier: internal\nmost_pages: ten\n", `x.yaml: line 5: `},
		"flowing spread": {"pack: x\nfile: x\ntitle: X\ntier: internal\nsections:\n  - id: a\n    flow: true\n    spread: true\n", `x.yaml, line 6: a section has flow or spread`},
		"no title":       {"pack: x\nfile: x\ntier: internal\n", "needs the lines"},
	} {
		_, err := Packs(templates.Over(fstest.MapFS{"packs/x.yaml": {Data: []byte(c.text)}}), nil)
		if err == nil {
			_, err = parsePack("packs/x.yaml", []byte(c.text))
		}
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, expected %q", name, err, c.want)
		}
	}
	packs, err := Packs(templates.Files(), nil)
	if err != nil || len(packs) != 3 || packs[0].Tier != page.TierExternal {
		t.Errorf("%d packs: %v", len(packs), err)
	}
}

// TestEveryMetricOfAPackCanBeSaid finds a phrase for each share that a pack makes a claim of.
func TestEveryMetricOfAPackCanBeSaid(t *testing.T) {
	phrases, err := Phrases(templates.Files())
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range metrics.All {
		if _, said := phrases[m.ID]; m.Unit == metrics.Percent && !said {
			t.Errorf("no phrase for %s", m.ID)
		}
	}
}

// TestNamedMetricsExist checks the ids that stand in the code of this room.
func TestNamedMetricsExist(t *testing.T) {
	for _, id := range []string{changeMetric, notesMetric, curveMetric, rareMetric} {
		if _, known := metrics.Find(id); !known {
			t.Errorf("there is no %s", id)
		}
	}
}

// TestCollidingIDs gives two figures whose ids collide two more characters each.
func TestCollidingIDs(t *testing.T) {
	var figures []metrics.Figure
	for i := range 400 {
		figures = append(figures, metrics.Figure{MetricID: "REF-01", Scope: metrics.Scope{Service: fmt.Sprint("service ", i)}, Grain: metrics.GrainPeriod, Span: testPeriod})
	}
	ids := evidenceIDs(figures, nil)
	if len(ids) != len(figures) {
		t.Fatalf("%d ids for %d figures", len(ids), len(figures))
	}
	for _, id := range ids {
		if !strings.HasPrefix(id, "E-") || len(id) != 10 {
			t.Errorf("%s is not E- and eight characters", id)
		}
	}
}

func TestQuarters(t *testing.T) {
	var months []record.Span
	for m := record.DateOf(2025, 5, 1).Month(); m <= record.DateOf(2026, 2, 1).Month(); m++ {
		months = append(months, record.Span{From: m.First(), To: m.Last()})
	}
	got := quarters(months)
	if len(got) != 2 || got[0].From != record.DateOf(2025, 7, 1) || got[1].To != record.DateOf(2025, 12, 31) {
		t.Errorf("%v", got)
	}
}
