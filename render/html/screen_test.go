package html

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"evidencepack/render/chart"
	"evidencepack/render/page"
	"evidencepack/testdata/browser"
)

// One browser looks at everything that only a browser can see.
func TestInTheBrowser(t *testing.T) {
	b := browser.Start(t)
	for _, look := range []struct {
		name string
		at   func(*testing.T, *browser.Browser)
	}{
		{"every chart is drawn", everyChartIsDrawn},
		{"signals are seen", signalsAreSeen},
		{"breaches are seen", breachesAreSeen},
		{"hostile text does not run", hostileTextDoesNotRun},
		{"panel", panelOpensAndCloses},
		{"filter", pageIsFiltered},
		{"filter of the index", indexIsFiltered},
		{"back button", backButtonClosesThePanel},
		{"copy", textsAreCopied},
		{"save", chartsAreSaved},
		{"keys alone", walkedByKeys},
		{"print", printedWithItsFilter},
		{"points by keys", pointsByKeys},
		{"packed parts", packedComesToItsPlace},
		{"paper and no scripts", paperAndNoScripts}, // the last: it switches scripts off
	} {
		t.Run(look.name, func(t *testing.T) {
			b.T = t
			look.at(t, b)
		})
	}
	b.T = t
}

// A reader opens the file without a network: every chart is drawn, the console
// stays silent, and nothing is asked for but the file itself.
func everyChartIsDrawn(t *testing.T, b *browser.Browser) {
	for name, p := range map[string]*page.Page{"pack": sample(t), "charts": everyChart(t)} {
		out := drawn(t, p)
		for _, width := range []int{1280, 800, 390} {
			url := b.Open(out, width, "")
			chartsAreDrawn(t, b, fmt.Sprintf("%s, %d wide", name, width), liveCharts(t, out))
			if got := b.Complaints(url); len(got) > 0 {
				t.Errorf("%s, %d wide, the page caused:\n%s", name, width, strings.Join(got, "\n"))
			}
		}
	}
	b.Open(drawn(t, sample(t)), 390, "")
	var small []string
	b.Run(`[...document.querySelectorAll('a, button, summary, select')]
		.filter(e => e.offsetParent && e.className !== 'skip' && e.getBoundingClientRect().height < 44)
		.map(e => e.outerHTML)`, &small)
	if len(small) > 0 {
		t.Errorf("targets under 44 pixels on a narrow screen:\n%s", strings.Join(small, "\n"))
	}
}

// liveCharts is how many charts of a page come alive.
func liveCharts(t *testing.T, out []byte) int {
	t.Helper()
	boxes := 0
	for _, e := range parsed(t, out).elements {
		if attribute(e, "class") == "live" {
			boxes++
		}
	}
	return boxes
}

// chartsAreDrawn looks at each live chart of the page, and that nothing sticks out.
func chartsAreDrawn(t *testing.T, b *browser.Browser, where string, want int) {
	t.Helper()
	var charts []struct{ Lines, Words, Width, Room int }
	b.Run(`[...document.querySelectorAll('.live')].map(box => ({
		lines: box.querySelectorAll('svg path').length, words: box.querySelectorAll('svg text').length,
		width: box.querySelector('svg').clientWidth, room: box.parentElement.clientWidth}))`, &charts)
	if len(charts) != want || len(charts) < 5 {
		t.Errorf("%s: %d live charts, not %d", where, len(charts), want)
	}
	for i, c := range charts {
		if c.Lines < 10 || c.Words < 3 || c.Width < 200 || c.Width > c.Room {
			t.Errorf("%s, chart %d is not drawn: %+v", where, i+1, c)
		}
	}
	var sideways bool
	b.Run(`document.documentElement.scrollWidth > innerWidth`, &sideways)
	if sideways {
		t.Errorf("%s: the page scrolls sideways", where)
	}
}

// What only the new kinds of chart show: coloured signals, the ground of the limits,
// numbers at risk, names of services; and that each point says what it is.
func signalsAreSeen(t *testing.T, b *browser.Browser) {
	url := b.Open(drawn(t, everyChart(t)), 1280, "")
	var charts []struct {
		Text, Fills, Said string
	}
	b.Run(`[...document.querySelectorAll('.live')].map(box => {
		box.focus();
		box.dispatchEvent(new KeyboardEvent('keydown', {key: 'End'}));
		return {text: [...box.querySelectorAll('svg text')].map(e => e.textContent).join('|'),
			fills: [...box.querySelectorAll('svg path')].map(e => e.getAttribute('fill')).join('|').toUpperCase(),
			said: box.parentElement.querySelector('.readout').textContent}; })`, &charts)
	for at, want := range map[int]struct{ text, fill, said string }{
		0:  {"new limits", chart.InkConcern.Hex(), "Sep 2026. First refusals: 8.6% (28 of 325). limits 2.7 to 11.7. centre line 7.2%"},
		2:  {"average 11.0", chart.InkBand.Hex(), "Mar 2026. Incidents: 12.1"},
		3:  {"mean 5.3", chart.InkImprovement.Hex(), "Signal, better: in a run of 7"},
		5:  {"middle 58", chart.InkImprovement.Hex(), "5 Sep 2026. Days between serious incidents: 46"},
		7:  {"half lifted by", chart.InkBand.Hex(), "at risk,"},
		9:  {"Lantern Court", chart.InkBandNear.Hex(), "Mill Lane. First refusals"},
		10: {"Service 8", chart.InkBandWide.Hex(), "Service 30. First refusals"},
	} {
		if at >= len(charts) {
			t.Fatalf("there are %d live charts", len(charts))
		}
		c := charts[at]
		if !strings.Contains(c.Text, want.text) || !strings.Contains(c.Fills, want.fill) || !strings.Contains(c.Said, want.said) {
			t.Errorf("chart %d lacks %+v:\n%s\n%s", at+1, want, c.Text, c.Said)
		}
	}
	if got := b.Complaints(url); len(got) > 0 {
		t.Errorf("the points caused:\n%s", strings.Join(got, "\n"))
	}
}

// The watch of the tests above sees what it must see, under the policy of a pack.
func breachesAreSeen(t *testing.T, b *browser.Browser) {
	frame := `<!doctype html><meta http-equiv="Content-Security-Policy" content="` + policy(nil, []string{hash("1")}) + `"><body>`
	if got := b.Complaints(b.Open([]byte(frame), 1280, "")); len(got) > 0 {
		t.Errorf("an empty page caused %v", got)
	}
	for name, addition := range map[string]string{
		"a script that is not ours": `<script>window.foreign = 1</script>`,
		"a request":                 `<img src="https://example.invalid/x.png" alt="">`,
		"an inline style":           `<p style="color:red">x</p>`,
	} {
		if url := b.Open([]byte(frame+addition), 1280, ""); len(b.Complaints(url)) == 0 {
			t.Errorf("%s was not noticed", name)
		}
	}
}

// Hostile text in every place of the page does not run, and is written as it is.
func hostileTextDoesNotRun(t *testing.T, b *browser.Browser) {
	hostile := `</script><script>window.foreign = 1</script>__f__window.foreign = 1__f__` +
		`"><img src=x onerror="window.foreign = 1">{a}{b|x}<b>`
	url := b.Open(drawn(t, filled(func(string) string { return hostile })), 1280, "")
	b.Run(`document.querySelectorAll('.live').forEach(box => { box.focus(); box.dispatchEvent(new KeyboardEvent('keydown', {key: 'End'})) })`, nil)
	b.Run(browser.Settled, nil)
	var foreign bool
	b.Run(`'foreign' in window`, &foreign)
	if got := b.Complaints(url); foreign || len(got) > 0 {
		t.Errorf("hostile text ran or broke the page: %v %v", foreign, got)
	}
	var said []string
	b.Run(`[...document.querySelectorAll('.live svg text')].map(e => e.textContent.replaceAll('\u2060', ''))`, &said)
	if !slices.ContainsFunc(said, func(s string) bool { return strings.Contains(s, hostile) }) {
		t.Error("hostile text is not written in a live chart")
	}
}

// Without a pointer the points of a chart are reached by the arrow keys.
func pointsByKeys(t *testing.T, b *browser.Browser) {
	b.Open(drawn(t, sample(t)), 1280, "")
	b.Run(`document.querySelector('.live').focus()`, nil)
	b.Press("End")
	var said string
	b.Run(`document.querySelector('.readout').textContent`, &said)
	if want := "Sep 2026. First refusals: 8.3% ("; !strings.HasPrefix(said, want) {
		t.Errorf("the last point says %q, not %q", said, want)
	}
	var label struct{ Role, Text string }
	b.Run(`({role: document.querySelector('.live').getAttribute('role'), text: document.querySelector('.live').getAttribute('aria-label')})`, &label)
	if label.Role != "img" || !strings.HasPrefix(label.Text, "Run chart, First refusals") {
		t.Errorf("the chart is described as %+v", label)
	}
}

// On paper and without scripts the still pictures stand in place of the live charts.
func paperAndNoScripts(t *testing.T, b *browser.Browser) {
	out := drawn(t, sample(t))
	shown := `[document.querySelectorAll('.still svg').length > 0,
		[...document.querySelectorAll('.drawing')].every(d => [...d.querySelectorAll('.still svg')].some(s => s.checkVisibility())),
		[...document.querySelectorAll('.live')].some(l => l.checkVisibility())]`
	check := func(where string) {
		t.Helper()
		var got []bool
		b.Run(shown, &got)
		if want := []bool{true, true, false}; !slices.Equal(got, want) {
			t.Errorf("%s: still pictures there, all visible, a live chart visible: %v, not %v", where, got, want)
		}
	}
	b.Open(out, 1280, "")
	b.Ask("Emulation.setEmulatedMedia", map[string]any{"media": "print"}, nil)
	check("on paper")
	b.Ask("Emulation.setEmulatedMedia", map[string]any{"media": ""}, nil)
	var paper struct{ Data string }
	b.Ask("Page.printToPDF", map[string]any{"preferCSSPageSize": true}, &paper)
	if len(paper.Data) < 20_000 {
		t.Errorf("the printed page has only %d letters of base 64", len(paper.Data))
	}

	b.Ask("Emulation.setScriptExecutionDisabled", map[string]any{"value": true}, nil)
	b.Silent = true
	b.Open(out, 1280, "")
	check("without scripts")
	b.Open(out, 390, "")
	check("without scripts, narrow")
}
