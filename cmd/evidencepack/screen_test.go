package main

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"evidencepack/testdata/browser"
)

// screens are the states of a page in which a reader may meet it: what must be done to
// bring it there, and how wide the window is.
var screens = []struct {
	name  string
	width int
	panel bool   // opened at an evidence id
	do    string // once it is open
	part  string // what is looked at; "" is the whole page
}{
	{name: "with all tables open", width: 1280, do: fewRows(40) + `; for (const d of document.querySelectorAll('details')) d.open = true`},
	{name: "with a panel", width: 1280, panel: true, part: ".panel"},
	{name: "filtered by service", width: 1280, do: choose("service"), part: "form, .empty, .strip"},
	{name: "filtered by key question", width: 1280, do: choose("question"), part: "form, .empty, .strip"},
	{name: "narrow, with a panel", width: 390, panel: true, do: fewRows(5)},
}

// fewRows leaves so many rows in each table: one row is made like the next.
func fewRows(most int) string {
	return fmt.Sprintf(`for (const body of document.querySelectorAll('tbody')) for (const row of [...body.rows].slice(%d)) row.remove()`, most)
}

// choose takes the last choice of a filter of the page, where it has one.
func choose(kind string) string {
	return `(() => { const select = document.querySelector('.page-filter [data-filter=` + kind + `]');
		select.selectedIndex = select.options.length - 1; select.dispatchEvent(new Event('change', {bubbles: true})); })()`
}

// Axe finds no serious or critical fault in any pack of the sample, in any state.
func TestPacksAreAccessible(t *testing.T) {
	axe := browser.Axe(t)
	out := sharedSample(t)
	for _, pack := range []string{"tender-pack", "inspection-pack", "monthly-report"} {
		t.Run(pack, func(t *testing.T) {
			b := browser.Start(t)
			file := filepath.Join(out, pack+".html")
			id := firstEvidence(t, b, file)
			for _, screen := range screens {
				hash := ""
				if screen.panel {
					hash = "#" + id
				}
				url := b.OpenFile(file, screen.width, hash)
				if screen.width < 600 {
					fitsNarrow(t, b, screen.name)
				}
				b.Run(screen.do, nil)
				b.Run(browser.Settled, nil)
				if got := b.Complaints(url); len(got) > 0 {
					t.Errorf("%s, the page caused:\n%s", screen.name, strings.Join(got, "\n"))
				}
				if got := b.Faults(axe, screen.part); len(got) > 0 {
					t.Errorf("%s:\n%s", screen.name, strings.Join(got, "\n"))
				}
			}
		})
	}
}

// firstEvidence is the id of the first figure of a pack that has a row in its index.
func firstEvidence(t *testing.T, b *browser.Browser, file string) string {
	t.Helper()
	b.OpenFile(file, 1280, "")
	var id string
	b.Run(`document.querySelector('a.evidence').textContent`, &id)
	return id
}

// fitsNarrow looks that nothing sticks out sideways on a telephone, and that what is
// pressed is as high as a finger is wide.
func fitsNarrow(t *testing.T, b *browser.Browser, look string) {
	t.Helper()
	var got struct {
		Sideways bool
		Small    []string
	}
	b.Run(`({sideways: document.documentElement.scrollWidth > innerWidth,
		small: [...document.querySelectorAll('a, button, summary, select')]
			.filter(e => e.checkVisibility() && e.className !== 'skip' && e.getBoundingClientRect().height < 44).map(e => e.outerHTML).slice(0, 5)})`, &got)
	if got.Sideways {
		t.Errorf("%s: the page scrolls sideways", look)
	}
	if len(got.Small) > 0 {
		t.Errorf("%s: under 44 pixels high:\n%s", look, strings.Join(got.Small, "\n"))
	}
}
