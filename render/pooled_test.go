package render

import (
	"slices"
	"strings"
	"testing"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
	"evidencepack/render/disclose"
	"evidencepack/render/page"
)

// TestSmallServicesStandTogether shows small services as one, under a name that tells
// nothing of them, and the others by letters that follow no alphabet and stay.
func TestSmallServicesStandTogether(t *testing.T) {
	pool := disclose.PoolOf([]string{"Elm", "Oak"})
	fill := func(names map[string]string, few int) *metrics.Table {
		table := newTable()
		for _, span := range []record.Span{testBaseline, testPeriod} {
			offers(table, names["Ash"], span, 301, 2003, 20)
			offers(table, names["Elm"], span, 31, 307, few)
			offers(table, names["Oak"], span, 47, 411, few)
			offers(table, names["Yew"], span, 207, 1709, 20)
		}
		return table
	}
	alone := map[string]string{"Ash": "Ash", "Elm": "Elm", "Oak": "Oak", "Yew": "Yew"}
	together := map[string]string{"Ash": "Ash", "Elm": pool, "Oak": pool, "Yew": "Yew"}
	for name, c := range map[string]struct {
		people       int // at each of the small ones
		shown, gone  string
		withheldRows int
	}{
		"enough together":       {people: 8, shown: "78 of 718", gone: "31 of 307"},
		"too few even together": {people: 2, shown: "586 of 4,430", gone: "78 of 718", withheldRows: 2},
	} {
		maker := testComposer(t, page.TierExternal, fill(alone, c.people))
		maker.in.Small, maker.in.Pooled, maker.in.Letters = []string{"Elm", "Oak"}, fill(together, c.people), []string{"Yew", "Oak", "Ash", "Elm"}
		maker.placeServices()
		var rows []page.Row
		maker.passes(func(c *composer) { rows = c.byService(&MetricPair{Metric: "REF-01"}).Table.Rows })
		var labels, all []string
		hidden := 0
		for _, r := range rows {
			labels = append(labels, r.Cells[0].Text)
			if r.Cells[4].Withheld {
				hidden++
			}
			for _, cell := range r.Cells {
				all = append(all, cell.Text)
			}
		}
		if want := []string{"Service\u00a0A", "Service\u00a0C", "Other services", "All services"}; !slices.Equal(labels, want) {
			t.Errorf("%s: %q", name, labels)
		}
		if text := strings.Join(all, "|"); !strings.Contains(text, c.shown) || strings.Contains(text, c.gone) || hidden != c.withheldRows {
			t.Errorf("%s: %d rows hidden: %s", name, hidden, text)
		}
	}
}

// TestEarlierReleases withholds what gives a small number away only together with what
// was sent before.
func TestEarlierReleases(t *testing.T) {
	table := newTable()
	offers(table, "Elm", testBaseline, 200, 2000, 20)
	most := record.Span{From: testPeriod.From, To: record.DateOf(2026, 8, 31)}
	september := record.Span{From: record.DateOf(2026, 9, 1), To: testPeriod.To}
	offers(table, "Elm", most, 100, 1000, 20)
	offers(table, "Elm", september, 3, 200, 20)
	n, d, p := 100.0, 1000.0, 20.0
	for name, c := range map[string]struct {
		earlier []disclose.Released
		want    bool
	}{
		"nothing sent": {nil, false},
		"the same months less one": {[]disclose.Released{
			{Figure: disclose.Figure{Metric: "REF-01", Span: most}, Numerator: &n, Denominator: &d, People: &p},
		}, true},
		"of other things": {[]disclose.Released{
			{Figure: disclose.Figure{Metric: "RAT-01", Span: most}, Numerator: &n, Denominator: &d, People: &p},
		}, false},
	} {
		maker := testComposer(t, page.TierExternal, table)
		maker.in.Earlier = c.earlier
		var f finding
		maker.passes(func(c *composer) { f = c.find("REF-01", metrics.Scope{}) })
		if got := maker.rule.Hides(f.after); got != c.want {
			t.Errorf("%s: withheld %v", name, got)
		}
	}
}
