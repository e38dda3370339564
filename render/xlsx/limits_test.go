package xlsx

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// everyChart is a page with a chart of each kind: limits, signals, new limits, gaps,
// events, rows, curves of 60 steps, funnels of 4 and of 30 services.
func everyChart(t testing.TB) *page.Page { return loaded(t, "../page/testdata/charts.json") }

// headed gives the column of a sheet with a head, from a column on.
func headed(t *testing.T, f *excelize.File, sheet, head string, from int) int {
	t.Helper()
	for column := from; column < from+60; column++ {
		if raw(t, f, sheet, at(column, headRow)) == head {
			return column
		}
	}
	t.Fatalf("the sheet %q has no column %q", sheet, head)
	return 0
}

func TestLimitsAreLiveCells(t *testing.T) {
	p := everyChart(t)
	f := opened(t, drawn(t, p))
	const sheet = "Trend REF-01"
	spec := chartsOf(p)[0].Spec
	centre, lower, upper := headed(t, f, sheet, "Centre line", 1), headed(t, f, sheet, "Lower limit", 1), headed(t, f, sheet, "Upper limit", 1)
	signal := headed(t, f, sheet, "Signal", 1)
	for i, point := range spec.Points {
		row := headRow + 1 + i
		sameNumber(t, point.Label+" centre", raw(t, f, sheet, at(centre, row)), point.Centre)
		sameNumber(t, point.Label+" lower", raw(t, f, sheet, at(lower, row)), point.LimitLower)
		sameNumber(t, point.Label+" upper", raw(t, f, sheet, at(upper, row)), point.LimitUpper)
		if got := raw(t, f, sheet, at(signal, row)); got != chart.SignalWords(point.Signal, point.SignalWhy, point.LeftOut) {
			t.Errorf("%s says %q", point.Label, got)
		}
	}
	heads := []string{}
	for column := 1; column <= 9; column++ {
		heads = append(heads, raw(t, f, sheet, at(column, headRow)))
	}
	if want := []string{"Month", "First refusals", "Offers", "Refused first, %", "Centre line", "Lower limit", "Upper limit", "Signal", "Status"}; !slices.Equal(heads, want) {
		t.Errorf("the columns are %q", heads)
	}
}

// Where limits begin anew, no line joins the old ones with the new ones.
func TestNewLimitsAreNotJoined(t *testing.T) {
	p := everyChart(t)
	f := opened(t, drawn(t, p))
	const sheet = "Trend REF-01"
	first, second := headed(t, f, sheet, "Upper limit, part 1", 10), headed(t, f, sheet, "Upper limit, part 2", 10)
	for i, point := range chartsOf(p)[0].Spec.Points {
		row := headRow + 1 + i
		old, anew := raw(t, f, sheet, at(first, row)), raw(t, f, sheet, at(second, row))
		if isNew := point.From >= "2026-01-01"; isNew && old != "" || !isNew && anew != "" {
			t.Errorf("%s: the old limit is %q, the new one %q", point.Label, old, anew)
		}
	}
}

// Signals are series of markers, each with its shape and colour, empty elsewhere.
func TestSignalsAreMarkers(t *testing.T) {
	p := everyChart(t)
	out := drawn(t, p)
	f, parts := opened(t, out), partsOf(t, out)
	chart := parts["xl/charts/chart1.xml"]
	for _, want := range []string{
		`<c:symbol val="circle"/><c:size val="8"/><c:spPr><a:solidFill><a:srgbClr val="0B5CAD"/>`,
		`<c:symbol val="diamond"/><c:size val="9"/><c:spPr><a:solidFill><a:srgbClr val="B4460A"/>`,
		`<c:symbol val="circle"/><c:size val="6"/><c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/>`,
	} {
		if !strings.Contains(chart, want) {
			t.Errorf("the chart has no marker %s", want)
		}
	}
	column := headed(t, f, "Trend REF-01", "Signal, better", 10)
	there := 0
	for i, point := range chartsOf(p)[0].Spec.Points {
		if text := raw(t, f, "Trend REF-01", at(column, headRow+1+i)); text != "" {
			there++
			sameNumber(t, point.Label, text, point.Value)
		}
	}
	if there != 1 {
		t.Errorf("%d months are drawn as better, not one", there)
	}
	if events := parts["xl/charts/chart5.xml"]; !strings.Contains(events, `<c:baseTimeUnit val="days"/>`) {
		t.Error("the chart of events has no axis of days")
	}
}

func TestCurveSheet(t *testing.T) {
	p := everyChart(t)
	out := drawn(t, p)
	f := opened(t, out)
	const sheet = "How long RST-04"
	steps := p.Sections[1].Blocks[0].Curve.Spec.Groups[0].Steps
	share := headed(t, f, sheet, "Share still there", 1)
	drawnShare := headed(t, f, sheet, "Share", 8)
	for i, step := range steps {
		sameNumber(t, "step "+strconv.Itoa(i), raw(t, f, sheet, at(share, headRow+1+i)), &step.Share)
		// A step goes down at its day: the corner before it is as high as the one before that.
		before, after := raw(t, f, sheet, at(drawnShare, headRow+2+2*i)), raw(t, f, sheet, at(drawnShare, headRow+3+2*i))
		if want := raw(t, f, sheet, at(drawnShare, headRow+1+2*i)); before != want {
			t.Errorf("step %d begins at %q, not %q", i, before, want)
		}
		sameNumber(t, "corner "+strconv.Itoa(i), after, &step.Share)
	}
	if part := partsOf(t, out)["xl/charts/chart7.xml"]; !strings.Contains(part, "<c:scatterChart>") || !strings.Contains(part, `<c:max val="100"/>`) {
		t.Error("the curve is not drawn over numbers, up to 100")
	}
}

func TestFunnelSheet(t *testing.T) {
	p := everyChart(t)
	out := drawn(t, p)
	f, parts := opened(t, out), partsOf(t, out)
	few, many := parts["xl/charts/chart9.xml"], parts["xl/charts/chart10.xml"]
	if !strings.Contains(few, "<a:t>Quay Street</a:t>") || !strings.Contains(few, "<a:t>average 8.1%</a:t>") {
		t.Error("services or the average have no names in the funnel of four")
	}
	if strings.Contains(many, "<a:t>Service 11</a:t>") || !strings.Contains(many, "<a:t>Lantern Court</a:t>") || !strings.Contains(many, "<a:t>Service 8</a:t>") {
		t.Error("the funnel of thirty does not name just those outside the limits")
	}
	const sheet = "Funnel REF-01 30"
	if got := raw(t, f, sheet, "D14"); got != "" {
		t.Errorf("a service without a value holds %q", got)
	}
	if got := raw(t, f, sheet, at(headed(t, f, sheet, "Status", 1), 14)); got != "not shown" {
		t.Errorf("a service without a value says %q", got)
	}
}

// Curves and funnels without anything to show are sheets without a chart.
func TestEmptyCurvesAndFunnels(t *testing.T) {
	p := everyChart(t)
	p.Sections[1].Blocks = []page.Block{{Curve: &page.Curve{}}, {Funnel: &page.Funnel{}}}
	p.Sections[1].Blocks[0].Curve.Spec.Ticks = []float64{90}
	f := opened(t, drawn(t, p))
	for _, sheet := range []string{"How long", "Funnel"} {
		if !slices.Contains(f.GetSheetList(), sheet) {
			t.Errorf("there is no sheet %q in %q", sheet, f.GetSheetList())
		}
	}
}
