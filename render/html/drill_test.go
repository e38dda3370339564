package html

import (
	"slices"
	"strings"
	"testing"

	"evidencepack/testdata/browser"
)

// until waits in the page until an expression is true, two seconds at most.
func until(expression string) string {
	return `new Promise(done => { let left = 100; const look = () => (` + expression + `) || --left < 0 ? done(true) : setTimeout(look, 20); look(); })`
}

// A figure opens its panel: focus goes in, Esc leads back, the address carries the id.
func panelOpensAndCloses(t *testing.T, b *browser.Browser) {
	url := b.Open(drawn(t, sample(t)), 1280, "")
	b.Run(`document.querySelector('.figure a.evidence').click()`, nil)
	b.Run(browser.Settled, nil)
	var open struct {
		Hash, Role, Text string
		Shown, Inside    bool
		Counts, Scopes   int
	}
	state := `(() => { const panel = document.getElementById('_panel'); return {
		hash: location.hash, role: panel.getAttribute('role'), text: panel.innerText, shown: panel.offsetParent !== null,
		inside: panel.contains(document.activeElement), counts: panel.querySelectorAll('[data-fill=counts] tr').length,
		scopes: panel.querySelectorAll('[data-fill=scopes] tr').length}; })()`
	b.Run(state, &open)
	if open.Hash != "#E-C8C96086" || open.Role != "dialog" || !open.Shown || !open.Inside || open.Counts != 6 || open.Scopes != 4 {
		t.Errorf("the panel did not open as it should: %+v", open)
	}
	for _, part := range []string{"REF-01", "No clear change", "the person first said no", "708", "9,531", "744", "9,330", "6.9 to 8.0", "The likely range includes no difference.", "care notes, 6 files", "Lantern Court", "11.1%"} {
		if !strings.Contains(open.Text, part) {
			t.Errorf("the panel does not say %q:\n%s", part, open.Text)
		}
	}
	order := []string{"First refusals", "No clear change", "evidence E-C8C96086", "What it counts", "Counts", "The difference is", "Where the rows are", "By service"}
	at := 0
	for _, part := range order {
		next := strings.Index(open.Text[at:], part)
		if next < 0 {
			t.Fatalf("%q does not stand where it should in the panel:\n%s", part, open.Text)
		}
		at += next
	}
	b.Press("Escape")
	b.Run(until("document.getElementById('_panel').hidden"), nil)
	var closed struct {
		Hash, Focus string
		Hidden      bool
	}
	b.Run(`({hash: location.hash, focus: document.activeElement.textContent, hidden: document.getElementById('_panel').hidden})`, &closed)
	if closed.Hash != "" || closed.Focus != "E-C8C96086" || !closed.Hidden {
		t.Errorf("Esc did not lead back to the figure: %+v", closed)
	}
	if got := b.Complaints(url); len(got) > 0 {
		t.Errorf("the panel caused:\n%s", strings.Join(got, "\n"))
	}

	b.Open(drawn(t, sample(t)), 390, "#E-C8C96086")
	b.Run(browser.Settled, nil)
	b.Run(state, &open)
	if !open.Shown || open.Hash != "#E-C8C96086" {
		t.Errorf("an address with an evidence id does not open its panel: %+v", open)
	}
}

// The back button closes a panel, and the forward button opens it again.
func backButtonClosesThePanel(t *testing.T, b *browser.Browser) {
	b.Open(drawn(t, sample(t)), 1280, "")
	b.Run(`document.querySelector('.figure a.evidence').click()`, nil)
	for _, step := range []struct {
		move   string
		hidden bool
		hash   string
	}{{"back", true, ""}, {"forward", false, "#E-C8C96086"}} {
		b.Run("history."+step.move+"()", nil)
		b.Run(until("document.getElementById('_panel').hidden === "+map[bool]string{true: "true", false: "false"}[step.hidden]), nil)
		var got struct {
			Hidden bool
			Hash   string
		}
		b.Run(`({hidden: document.getElementById('_panel').hidden, hash: location.hash})`, &got)
		if got.Hidden != step.hidden || got.Hash != step.hash {
			t.Errorf("after going %s: %+v", step.move, got)
		}
	}
}

// shownParts lists what is seen of a kind of part.
func shownParts(b *browser.Browser, selector string) []string {
	var texts []string
	b.Run(`[...document.querySelectorAll('`+selector+`')].filter(e => e.checkVisibility()).map(e => e.textContent.replace(/\s+/g, ' ').trim())`, &texts)
	return texts
}

// The page is filtered by service and by key question, and says what it leaves out.
func pageIsFiltered(t *testing.T, b *browser.Browser) {
	b.Open(drawn(t, sample(t)), 1280, "")
	all := len(shownParts(b, ".index tbody tr"))
	b.Choose("[data-filter=service]", "Lantern Court")
	if rows := shownParts(b, ".index tbody tr"); len(rows) != 2 || !strings.Contains(strings.Join(rows, " "), "E-3EA78CE5") {
		t.Errorf("the index shows %q", rows)
	}
	for _, said := range []string{"Service: Lantern Court. Showing ", "are left out, with every figure of all services together", "Nothing for this choice in: "} {
		if got := strings.Join(shownParts(b, ".page-filter .shown"), ""); !strings.Contains(got, said) {
			t.Errorf("the page does not say %q: %s", said, got)
		}
	}
	if rows := shownParts(b, "#summary .table tbody tr"); len(rows) != 1 || !strings.HasPrefix(rows[0], "Lantern Court") {
		t.Errorf("the table by service shows %q", rows)
	}
	if figures := shownParts(b, ".strip .figure"); len(figures) > 0 {
		t.Errorf("figures of all services are shown: %q", figures)
	}
	b.Choose("[data-filter=service]", "")
	b.Choose("[data-filter=question]", "Responsive")
	metrics := shownParts(b, ".index td:nth-child(2) b")
	if len(metrics) == 0 || slices.ContainsFunc(metrics, func(m string) bool { return m != "IND-01" }) {
		t.Errorf("a key question shows %q", metrics)
	}
	if got := shownParts(b, ".definition h4"); len(got) != 1 || !strings.HasPrefix(got[0], "IND-01") {
		t.Errorf("a key question shows the definitions %q", got)
	}
	b.Run(`document.querySelector('.page-filter button').click()`, nil)
	if got := len(shownParts(b, ".index tbody tr")); got != all {
		t.Errorf("after showing everything there are %d rows, not %d", got, all)
	}
}

// The evidence index can be filtered by itself, and says how much it shows.
func indexIsFiltered(t *testing.T, b *browser.Browser) {
	b.Open(drawn(t, sample(t)), 1280, "")
	b.Choose("[data-filter=scope]", "Lantern Court")
	var rows []string
	b.Run(`[...document.querySelectorAll('.index tbody tr')].filter(r => r.offsetParent).map(r => r.dataset.scope)`, &rows)
	if len(rows) == 0 || slices.ContainsFunc(rows, func(scope string) bool { return scope != "Lantern Court" }) {
		t.Errorf("the filter shows %v", rows)
	}
	if want, got := "Showing 2 of 14 figures: Lantern Court", strings.Join(shownParts(b, ".index-filter .shown"), ""); got != want {
		t.Errorf("the index says %q, not %q", got, want)
	}
	b.Run(`document.querySelector('.figure a.evidence').click()`, nil)
	b.Run(`document.querySelector('[data-fill=row]').click()`, nil)
	if got := len(shownParts(b, ".index tbody tr")); got != 14 {
		t.Errorf("a link to a row that the filter hides shows %d rows, not all", got)
	}
}
