package render

import (
	"fmt"
	"strings"
	"testing"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// services fills a table with services of different size; of one of them more is refused.
func services(n, refusedAtLast int) *metrics.Table {
	table := newTable()
	for i := range n {
		name := fmt.Sprint("House ", letters(i))
		refused := 40 + 10*i
		if i == n-1 {
			refused = refusedAtLast
		}
		offers(table, name, testBaseline, refused, 500+100*i, 10)
		offers(table, name, testPeriod, refused, 500+100*i, 10)
	}
	return table
}

// TestFunnelNeedsFourServices says why there is none of three, of none counted and of one withheld; it draws one of four, and names whom it shows.
func TestFunnelNeedsFourServices(t *testing.T) {
	pair := &MetricPair{Metric: "REF-01"}
	none := newTable()
	for _, name := range []string{"Ash", "Elm", "Oak", "Yew"} {
		offers(none, name, testPeriod, 0, 500, 10)
	}
	for name, c := range map[string]struct {
		table *metrics.Table
		tier  page.Tier
		title string
		text  string
	}{
		"three services": {services(3, 40), page.TierInternal, "Services side by side: not drawn", "A funnel compares 4 services or more, and there are 3."},
		"no refusal":     {none, page.TierInternal, "Services side by side: not drawn", "Nothing was counted at any service, or everything was, so they do not differ."},
		"withheld":       {services(5, 3), page.TierExternal, "Services side by side: not shown", "At least one service is not shown, and the limits of a funnel rest on all of them."},
	} {
		got := testComposer(t, c.tier, c.table).funnel(pair)
		if len(got) != 1 || got[0].Notice == nil || got[0].Notice.Title != c.title || got[0].Notice.Text != c.text {
			t.Errorf("%s: %+v", name, got)
		}
	}
	if got := testComposer(t, page.TierInternal, services(1, 40)).funnel(pair); len(got) != 0 {
		t.Errorf("%d blocks of one service", len(got))
	}
	c := testComposer(t, page.TierInternal, services(5, 500))
	got := c.funnel(pair)
	if len(got) != 1 || got[0].Funnel == nil {
		t.Fatalf("%+v", got)
	}
	s := got[0].Funnel.Spec
	if !strings.HasSuffix(s.Reason, "none is outside tells little.") {
		t.Error(s.Reason)
	}
	if len(s.Points) != 5 || len(s.Bands) < 10 || s.AverageLabel != "average "+plainNumber(metrics.Percent, s.Average) {
		t.Errorf("%d services, %d limits, %q", len(s.Points), len(s.Bands), s.AverageLabel)
	}
	for _, p := range s.Points {
		if p.Name == "House E" && *p.Numerator != 500 || *p.Value > 100 {
			t.Errorf("%+v", p)
		}
		if p.Signal != chart.SignalNone && p.Signal != chart.SignalNeither {
			t.Errorf("%s is called %s of refusals", p.Name, p.Signal)
		}
	}
	if len(c.figureRows()) < 12 {
		t.Errorf("%d figures in the index", len(c.figureRows()))
	}
}

// TestFunnelNamesWhoIsOutside finds one of twelve services that stands out.
func TestFunnelNamesWhoIsOutside(t *testing.T) {
	table := newTable()
	for i := range 12 {
		refused := 100 + 3*(i%4)
		if i == 11 {
			refused = 260
		}
		offers(table, fmt.Sprint("House ", letters(i)), testPeriod, refused, 1000, 10)
	}
	s := testComposer(t, page.TierInternal, table).funnel(&MetricPair{Metric: "REF-01"})[0].Funnel.Spec
	if s.Title != "First refusals: House L is above the 99.8% limits" {
		t.Error(s.Title)
	}
	if !strings.Contains(s.Alt, "House L is above the 99.8% limits.") {
		t.Error(s.Alt)
	}
	outside := s.Points[11]
	if outside.Signal != chart.SignalNeither || outside.SignalWhy != "above the 99.8% limits" {
		t.Errorf("%+v", outside)
	}
}

// TestFunnelOutsideTheHouse shows no funnel where a service is withheld, and letters
// where none is.
func TestFunnelOutsideTheHouse(t *testing.T) {
	pair := &MetricPair{Metric: "REF-01"}
	if got := testComposer(t, page.TierExternal, services(5, 3)).funnel(pair); len(got) != 1 || got[0].Funnel != nil {
		t.Error("a funnel is drawn although a service is withheld")
	}
	got := testComposer(t, page.TierExternal, services(5, 90)).funnel(pair)
	if len(got) != 1 {
		t.Fatal("no funnel although no service is withheld")
	}
	for _, p := range got[0].Funnel.Spec.Points {
		if !strings.HasPrefix(p.Name, "Service\u00a0") {
			t.Errorf("outside the house a service is called %q", p.Name)
		}
	}
}

// TestFunnelLeavesOutWhatIsThin keeps a service without offers in the table of values.
func TestFunnelLeavesOutWhatIsThin(t *testing.T) {
	table := services(5, 90)
	offers(table, "Zed", testPeriod, 1, 3, 3)
	s := testComposer(t, page.TierInternal, table).funnel(&MetricPair{Metric: "REF-01"})[0].Funnel.Spec
	last := s.Points[len(s.Points)-1]
	if last.Name != "Zed" || last.Value != nil || last.Word != "too few" || !strings.Contains(s.Alt, "Left out: Zed too few.") {
		t.Errorf("%+v: %s", last, s.Alt)
	}
}

// limitsOf adds restrictions that began one a week and of which every second was lifted.
func limitsOf(table *metrics.Table, n, lifted int) {
	for i := range n {
		start := testBaseline.From - 300 + record.Date(7*i)
		r := &record.Restriction{Head: record.Head{Service: "Elm", Person: record.Person(fmt.Sprint("person ", i)), On: start}, Type: "locked door", StartOn: start}
		if i < lifted {
			r.EndOn, r.EndReason = start+100+record.Date(10*i), record.EndLifted
		}
		table.Add(r)
	}
}

// TestCurve draws how long restrictions last, and says in words where it does not.
func TestCurve(t *testing.T) {
	pair := &MetricPair{Metric: curveMetric}
	draw := func(tier page.Tier, n, lifted int) page.Block {
		table := newTable()
		offers(table, "Elm", testPeriod, 10, 200, 10) // something to be a month of
		limitsOf(table, n, lifted)
		return testComposer(t, tier, table).curve(pair)
	}
	thin := draw(page.TierInspection, 20, 16).Curve.Spec
	if thin.Groups[0].Median != nil || thin.MedianLabel != "" || thin.Title != "More than half of the restrictions last longer than 180 days" {
		t.Errorf("a middle that rests on a few: %v, %q, %q", thin.Groups[0].Median, thin.Title, thin.MedianLabel)
	}
	b := draw(page.TierInspection, 40, 30)
	if b.Curve == nil {
		t.Fatalf("%+v", b.Notice)
	}
	s := b.Curve.Spec
	group := s.Groups[0]
	if !strings.Contains(s.Reason, "40 of 40 began before 1 April 2026, where the records begin.") || !strings.Contains(s.Subtitle, "Half were lifted by ") {
		t.Errorf("%s\n%s", s.Subtitle, s.Reason)
	}
	if len(s.Ticks) != len(group.AtRisk) || len(s.Ticks) == 0 || s.Ticks[0] != 90 || group.AtRisk[0] != 40 {
		t.Errorf("at %v there are %v", s.Ticks, group.AtRisk)
	}
	if group.Median == nil || s.MedianLabel != "half lifted by "+days(*group.Median) || !strings.HasSuffix(s.Title, "last longer than "+days(*group.Median)) {
		t.Errorf("%v: %q, %q", group.Median, s.Title, s.MedianLabel)
	}
	left := 100.0
	for _, step := range group.Steps {
		if step.Share > left || step.Share < 0 {
			t.Errorf("at %v days %v are left of %v", step.Time, step.Share, left)
		}
		left = step.Share
	}
	for name, c := range map[string]struct {
		block page.Block
		want  string
	}{
		"outside the house": {draw(page.TierExternal, 20, 16), "not shown"},
		"too few":           {draw(page.TierInternal, 9, 5), "too few to say"},
		"none":              {draw(page.TierInternal, 0, 0), "no data"},
	} {
		if c.block.Notice == nil || !strings.Contains(c.block.Notice.Title, c.want) || c.block.Notice.Text == "" {
			t.Errorf("%s: %+v", name, c.block.Notice)
		}
	}
	few := draw(page.TierInternal, 20, 2)
	if s := few.Curve.Spec; s.Groups[0].Median != nil || s.MedianLabel != "" || s.Title != "How long a restriction lasts: fewer than half were lifted" {
		t.Errorf("%q, %q", s.Title, s.MedianLabel)
	}
}

// TestTicksFindRoom leaves six day counts at most, the last of them.
func TestTicksFindRoom(t *testing.T) {
	watched := make([]int, len(curveTicks))
	for i := range watched {
		watched[i] = 100 - i
	}
	for last, want := range map[float64]string{80: "[] []", 400: "[90 180 365] [100 99 98]", 4000: "[90 365 1095 1825 3650] [100 98 96 94 92]"} {
		ticks, atRisk := ticksUpTo(last, watched)
		if got := fmt.Sprint(ticks, " ", atRisk); got != want || len(ticks) > mostTicks {
			t.Errorf("%v days: %s, want %s", last, got, want)
		}
	}
}

// TestRare draws the days between serious incidents, and says in words where there
// is nothing to draw.
func TestRare(t *testing.T) {
	months := monthsFrom(2025, 4, 18)
	once := make([]int, 18)
	for i := range once {
		once[i] = 1
	}
	draw := func(tier page.Tier, serious []int, harm string) page.Block {
		table := newTable()
		monthlyIncidents(table, months, uneven, harm)
		for m, n := range serious {
			for i := range n {
				day := months[m].From + record.Date(3+5*(m%4)+i)
				table.Add(&record.Incident{Head: record.Head{Service: "Elm", Person: "person 1", On: day}, Type: "fall", Harm: record.HarmSevere, RecoveryMinutes: -1})
			}
		}
		return testComposer(t, tier, table).rare(&MetricPair{Metric: rareMetric})
	}
	often := make([]int, 18)
	for i := range often {
		often[i] = 4
	}
	if b := draw(page.TierInternal, often, record.HarmNone); b.Chart == nil || b.Chart.Spec.Kind != chart.KindPPrime {
		t.Errorf("four days a month are not rare: %+v", b)
	}
	b := draw(page.TierInternal, once, record.HarmNone)
	if b.Chart == nil {
		t.Fatalf("%+v", b.Notice)
	}
	s := b.Chart.Spec
	if s.Kind != chart.KindT || s.Grain != chart.GrainEvent || len(s.Points) != 17 || s.From != "2025-04-01" || s.To != "2026-09-30" {
		t.Errorf("%s of %d points by %s, %s to %s", s.Kind, len(s.Points), s.Grain, s.From, s.To)
	}
	if s.Title != "Serious incidents: 6 before, 6 after" || !strings.Contains(s.Subtitle, "higher is better") {
		t.Errorf("%q: %q", s.Title, s.Subtitle)
	}
	short := draw(page.TierInternal, once[:6], record.HarmNone)
	if short.Chart == nil || short.Chart.Spec.Kind != chart.KindRun || !strings.HasPrefix(short.Chart.Spec.Reason, "Run chart: fewer than 12 points") {
		t.Errorf("%+v", short)
	}
	for name, c := range map[string]struct {
		block       page.Block
		title, text string
	}{
		"outside the house": {draw(page.TierExternal, once, record.HarmNone), "not shown", "readers outside"},
		"none":              {draw(page.TierInternal, nil, record.HarmNone), "No serious incident recorded", "181 incidents carry a grade of harm, and none is graded"},
		"never graded":      {draw(page.TierInternal, nil, ""), "not worked out", "No incident carries a grade"},
		"two":               {draw(page.TierInternal, once[:2], record.HarmNone), "too few to draw", "2 days"},
	} {
		if c.block.Notice == nil || !strings.Contains(c.block.Notice.Title, c.title) || !strings.Contains(c.block.Notice.Text, c.text) {
			t.Errorf("%s: %+v", name, c.block.Notice)
		}
	}
	nothing := testComposer(t, page.TierInternal, newTable()).rare(&MetricPair{Metric: rareMetric})
	if nothing.Notice == nil || !strings.Contains(nothing.Notice.Title, "no data") {
		t.Errorf("%+v", nothing.Notice)
	}
}

// TestBlocksAskForWhatCanBeDrawn refuses metrics that a kind of block cannot show.
func TestBlocksAskForWhatCanBeDrawn(t *testing.T) {
	const head = "pack: x\nfile: x\ntitle: X\ntier: internal\nsections:\n  - id: a\n    blocks:\n      - "
	for block, want := range map[string]string{
		"curve: {metric: RES-01}":             "x.yaml, line 8: a curve is drawn of RES-18 alone",
		"rare: {metric: INC-01}":              "x.yaml, line 8: the days between rare incidents are drawn of INC-10 alone",
		"funnel: {metric: RES-03}":            "x.yaml, line 8: a funnel compares shares, or rates for care days, and RES-03 is neither",
		"funnel: {metric: REF-99}":            `x.yaml, line 8: there is no metric "REF-99"`,
		"curve: {metric: RES-18, colour: no}": `x.yaml: line 8: we do not know "colour"`,
		"curve: {}":                           `x.yaml, line 1: there is no metric ""`,
	} {
		if _, err := parsePack("packs/x.yaml", []byte(head+block+"\n")); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %s", block, err, want)
		}
	}
	for _, block := range []string{"curve: {metric: RES-18}", "rare: {metric: INC-10}", "funnel: {metric: INC-01}"} {
		if _, err := parsePack("packs/x.yaml", []byte(head+block+"\n")); err != nil {
			t.Errorf("%s: %v", block, err)
		}
	}
}

// TestCurveOfOneDay has no curve where every restriction ends on the day it begins.
func TestCurveOfOneDay(t *testing.T) {
	table := newTable()
	offers(table, "Elm", testPeriod, 10, 200, 10)
	for i := range 20 {
		on := testPeriod.From + record.Date(i)
		head := record.Head{Service: "Elm", Person: record.Person(fmt.Sprint("person ", i)), On: on}
		table.Add(&record.Restriction{Head: head, Type: "locked door", StartOn: on, EndOn: on, EndReason: record.EndLifted})
	}
	b := testComposer(t, page.TierInternal, table).curve(&MetricPair{Metric: curveMetric})
	if b.Notice == nil || !strings.Contains(b.Notice.Text, "Check the dates") {
		t.Errorf("%+v", b)
	}
}
