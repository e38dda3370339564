package html

import (
	"math"
	"testing"

	"evidencepack/render/chart"
	"evidencepack/render/page"
)

func TestNumber(t *testing.T) {
	for _, c := range []struct {
		value  float64
		format page.Format
		want   string
	}{
		{7.42839156437, page.FormatPercent, "7.4%"}, {0, page.FormatPercent, "0.0%"}, {0.25, page.FormatRate, "0.3"},
		{9531, page.FormatCount, "9,531"}, {1234567, page.FormatCount, "1,234,567"}, {-0.45, page.FormatPoints, "−0.5"},
		{3.2, page.FormatPoints, "+3.2"}, {0.04, page.FormatPoints, "0.0"}, {-0.04, page.FormatPoints, "0.0"},
		{12, page.FormatText, "12"}, {12.5, page.FormatText, "12.5"}, {1000.25, page.FormatText, "1,000.25"},
	} {
		if got := number(c.value, c.format); got != c.want {
			t.Errorf("%v as %q is %q, not %q", c.value, c.format, got, c.want)
		}
	}
}

func TestShareAndSpan(t *testing.T) {
	ten, four := 10.0, 4.0
	for _, c := range []struct {
		numerator, denominator *float64
		want                   string
	}{{&four, &ten, "4 of 10"}, {&four, nil, "4"}, {nil, &ten, "of 10"}, {nil, nil, ""}} {
		if got := share(c.numerator, c.denominator); got != c.want {
			t.Errorf("the share is %q, not %q", got, c.want)
		}
	}
	if got := span(&four, &ten, 1); got != "4.0 to 10.0" {
		t.Errorf("the range is %q", got)
	}
	if got := span(nil, &ten, 1); got != "" {
		t.Errorf("a range without an end is %q", got)
	}
}

// Different texts never share an anchor, and an evidence id keeps its letters.
func TestAnchor(t *testing.T) {
	seen := map[string]string{}
	for _, s := range []string{"", "a", "a b", "a_b", "a_20b", "á", "E-C8C96086", "A", `"><`} {
		a := anchor(s)
		if other, there := seen[a]; there {
			t.Errorf("%q and %q share the anchor %q", s, other, a)
		}
		seen[a] = s
	}
	if anchor("E-C8C96086") != "E-C8C96086" {
		t.Error("an evidence id is not its own anchor")
	}
}

// A scene becomes a picture in attributes only, with its text escaped.
func TestSVG(t *testing.T) {
	got := string((*inks)(nil).svg(chart.Scene{Width: 100, Height: 71, Shapes: []chart.Shape{
		chart.Line{Points: []chart.XY{{X: 1, Y: 2.125}, {X: math.NaN(), Y: 4}}, Ink: chart.InkData, Width: 1, Dash: []float64{1.6, 0.8}},
		chart.Polygon{Points: []chart.XY{{X: 0, Y: 0}, {X: 1, Y: 0}, {X: 1, Y: 1}}, Fill: chart.InkBand},
		chart.Circle{Centre: chart.XY{X: 5, Y: 6}, Radius: 0.72, Outline: chart.InkNoChange, Width: 1.1},
		chart.Circle{Centre: chart.XY{X: 6, Y: 6}, Radius: 0.72, Outline: chart.InkNoChange, Width: 1.1},
		chart.Line{Points: []chart.XY{{X: 0, Y: 0}, {X: 9, Y: 0}}, Ink: chart.InkHairline, Width: 0.4},
		chart.Line{Points: []chart.XY{{X: 0, Y: 1}, {X: 9, Y: 1}}, Ink: chart.InkHairline, Width: 0.4},
		chart.Text{At: chart.XY{X: 7, Y: 8}, Text: "<b>&", Size: 7, Semibold: true, Ink: chart.InkText, Anchor: chart.AnchorEnd, Turned: true},
	}}, `the "sentence"`))
	want := `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="the &#34;sentence&#34;" viewBox="0 0 100 71" font-family="Open Sans, Arial, sans-serif" fill="none" stroke-linejoin="round">` +
		`<path stroke="#2E4A62" stroke-width="0.35" stroke-dasharray="1.6 0.8" d="M1 2.13L0 4"/>` +
		`<path fill="#E6ECF1" d="M0 0H1V1Z"/>` +
		`<g stroke="#5A6670" stroke-width="0.39"><circle cx="5" cy="6" r="0.72"/><circle cx="6" cy="6" r="0.72"/></g>` +
		`<path stroke="#E1E6EA" stroke-width="0.14" d="M0 0H9M0 1H9"/>` +
		`<text font-size="2.47" fill="#16242F" font-weight="600" text-anchor="end" x="7" y="8" transform="rotate(-90 7 8)">&lt;b&gt;&amp;</text></svg>`
	if got != want {
		t.Errorf("the picture is\n%s\nnot\n%s", got, want)
	}
}
