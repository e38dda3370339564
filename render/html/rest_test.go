package html

import (
	"fmt"
	"strings"
	"testing"

	"evidencepack/render/page"
	"evidencepack/testdata/browser"
)

// crowded is a page for so many people that not all of it has room.
func crowded(t *testing.T, people int) *page.Page {
	p := sample(t)
	for _, s := range p.Sections {
		for _, b := range s.Blocks {
			if b.Figures == nil {
				continue
			}
			like := b.Figures.Rows[0]
			like.Why = strings.Repeat("a long reason ", 180)
			for i := range people {
				like.Evidence, like.Scope = fmt.Sprintf("E-P%07d", i), fmt.Sprintf("P-%03d, Lantern Court", i)
				b.Figures.Rows = append(b.Figures.Rows, like)
			}
		}
	}
	return p
}

// A page that has the room packs nothing that people read; one that has not, what few
// read first; and nothing is lost.
func TestPagePacksNoMoreThanItMust(t *testing.T) {
	for people, want := range map[int]string{
		10:  "<tr id=E-P0000009>",
		400: "400 rows of single people stand packed in this file: they show as soon as its scripts run.",
	} {
		out := drawn(t, crowded(t, people))
		if !strings.Contains(string(out), want) {
			t.Errorf("for %d people the page itself does not hold %q", people, want)
		}
		if len(out) > 900_000 {
			t.Errorf("for %d people the page has %d bytes", people, len(out))
		}
		if all := strings.Join(parsed(t, out).text, "\n"); !strings.Contains(all, fmt.Sprintf("P-%03d, Lantern Court", people-1)) {
			t.Errorf("for %d people the last one is lost", people)
		}
		if !strings.Contains(string(out), "data-metric=\"REF-01\"") {
			t.Errorf("for %d people the definitions are packed too", people)
		}
	}
}

// packedComesToItsPlace opens a page with packed rows: they stand where they belong, and an
// address leads to one of them.
func packedComesToItsPlace(t *testing.T, b *browser.Browser) {
	url := b.Open(drawn(t, crowded(t, 400)), 1280, "#E-P0000399")
	b.Run(browser.Settled, nil)
	var got struct {
		Rows, Waiting int
		Panel         string
		Seen          bool
	}
	b.Run(`({rows: document.querySelectorAll('.index tbody tr[id]').length, waiting: [...document.querySelectorAll('td')].filter(e => e.textContent.includes('stand packed')).length,
		panel: document.getElementById('_panel').innerText, seen: (() => { const at = document.getElementById('E-P0000399').getBoundingClientRect(); return at.top >= 0 && at.top < innerHeight; })()})`, &got)
	if got.Rows != 414 || got.Waiting != 0 || !got.Seen || !strings.Contains(got.Panel, "P-399, Lantern Court") {
		t.Errorf("what was packed did not come to its place: %d rows, %d still waited for, seen %t, panel %.200q", got.Rows, got.Waiting, got.Seen, got.Panel)
	}
	if said := b.Complaints(url); len(said) > 0 {
		t.Errorf("unpacking caused:\n%s", strings.Join(said, "\n"))
	}
}
