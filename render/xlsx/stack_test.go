package xlsx

import (
	"strings"
	"testing"

	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// TestStackSheet wants the counts and shares as live cells, and bars over the shares of
// those groups that have them.
func TestStackSheet(t *testing.T) {
	p := everyChart(t)
	out := drawn(t, p)
	f, parts := opened(t, out), partsOf(t, out)
	const sheet = "Levels OBS-01 result"
	spec := p.Sections[3].Blocks[1].Stack.Spec
	met, total, share := headed(t, f, sheet, "met", 1), headed(t, f, sheet, "points looked at", 1), headed(t, f, sheet, "met, %", 1)
	status := headed(t, f, sheet, "Status", 1)
	for i, bar := range spec.Bars {
		row := headRow + 1 + i
		var counts [3]*float64
		if len(bar.Counts) > 0 {
			first, all := float64(bar.Counts[0]), float64(bar.Total())
			counts[0], counts[1] = &first, &all
		}
		if value, known := bar.Share(0); known && bar.Word == "" {
			counts[2] = &value
		}
		for k, column := range []int{met, total, share} {
			if text := raw(t, f, sheet, at(column, row)); counts[k] == nil && text != "" {
				t.Errorf("%s, column %d holds %q and has no number", bar.Name, column, text)
			} else if counts[k] != nil {
				sameNumber(t, bar.Name, text, counts[k])
			}
		}
		if got := raw(t, f, sheet, at(status, row)); got != bar.Word {
			t.Errorf("%s says %q", bar.Name, got)
		}
	}
	part := parts["xl/charts/chart12.xml"]
	for _, want := range []string{
		`<c:barDir val="bar"/><c:grouping val="stacked"/>`, `<c:overlap val="100"/>`, `<a:pattFill prst="ltUpDiag">`,
		escaped(place(sheet, "$F$5:$F$8")), escaped(place(sheet, "$A$5:$A$8")), escaped(place(sheet, "$B$4")),
	} {
		if !strings.Contains(part, want) {
			t.Errorf("the chart has no %s", want)
		}
	}
	if n := strings.Count(part, `<c:delete val="1"/>`); n != 8 { // two groups without a bar in each of three levels, and two small pieces
		t.Errorf("%d labels are left out, not 8", n)
	}
	if _, there := parts["xl/charts/chart13.xml"]; there {
		t.Error("there are more charts than blocks")
	}
}

// Stacks without anything to show are sheets without a chart.
func TestEmptyStacks(t *testing.T) {
	p := everyChart(t)
	p.Sections[3].Blocks = []page.Block{
		{Stack: &page.Stack{}}, {Stack: &page.Stack{Spec: chart.Stack{Levels: []string{"a", "b"}, Bars: []chart.StackBar{{Name: "x", Word: "no data"}}}}},
		{Stack: &page.Stack{Spec: chart.Stack{Bars: []chart.StackBar{{Name: "more counts than levels", Counts: []int{1, 2}}}}}},
	}
	parts := partsOf(t, drawn(t, p))
	if _, there := parts["xl/charts/chart11.xml"]; there {
		t.Error("a chart is drawn over nothing")
	}
}
