package html

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"image/png"
	"io"
	"strings"
	"testing"

	"evidencepack/testdata/browser"
)

// copied presses a button and gives what it put into the clipboard, by the newer way
// or, where that is refused, by the older one.
func copied(b *browser.Browser, selector string, refused bool) (text, said, name string) {
	b.Run(`(() => { window.taken = ''; window.refused = `+map[bool]string{true: "true", false: "false"}[refused]+`;
		const clipboard = {writeText: async (text) => { if (window.refused) throw new Error('refused'); window.taken = text; }};
		Object.defineProperty(navigator, 'clipboard', {value: clipboard, configurable: true});
		document.execCommand = (what) => { window.taken = document.activeElement.value; return what === 'copy'; };
		const button = document.querySelector('`+selector+`'); button.focus(); button.click(); })()`, nil)
	b.Run(until("window.taken !== '' && document.getElementById('_said').textContent !== ''"), nil)
	var got struct{ Text, Said, Name, Focus string }
	b.Run(`({text: window.taken, said: document.getElementById('_said').textContent, name: document.querySelector('`+selector+`').textContent})`, &got)
	return got.Text, got.Said, got.Name
}

// A claim, a figure and a chart are copied with one click, with the clipboard of a page
// from the web and with that of a page from a disk.
func textsAreCopied(t *testing.T, b *browser.Browser) {
	for _, refused := range []bool{false, true} {
		b.Open(drawn(t, sample(t)), 1280, "")
		for selector, wants := range map[string][]string{
			".claim button.copy":       {"708 of 9,531", "from 1 April to 30 September 2026"},
			".figure button.copy":      {"Offers of support first refused: 8.0% to 7.4%.", "744 of 9,330", "708 of 9,531", "No clear change", "Read with", "1 April to 30 September 2026, compared with", "E-C8C96086"},
			".chart .keep :last-child": {"First refusals", "offers", "Read with", "E-44D098AB", "1 April to 30 September 2026"},
		} {
			text, said, name := copied(b, selector, refused)
			for _, want := range wants {
				if !strings.Contains(text, want) {
					t.Errorf("refused %t: %s copies %q, which lacks %q", refused, selector, text, want)
				}
			}
			if said != "Copied" || name != "Copied" {
				t.Errorf("refused %t: after copying %s the page says %q and the button %q", refused, selector, said, name)
			}
		}
	}
}

// A chart is saved as a drawing and as a picture; both carry what it must not be read without.
func chartsAreSaved(t *testing.T, b *browser.Browser) {
	url := b.Open(drawn(t, sample(t)), 1280, "")
	dir := b.Downloads()
	const name = "E-44D098AB-first-refusals"
	b.Run(`document.querySelector('.chart [data-save=svg]').click()`, nil)
	drawing := b.Downloaded(dir, name+".svg")
	text, links := drawingText(t, drawing)
	for _, want := range []string{
		"First refusals", "E-44D098AB", "744 of 9,330", "708 of 9,531", "Read with", "Harbour Reach Care",
		"1 April to 30 September 2026, compared with 1 October 2025 to 31 March 2026", "data as at 30 September 2026", "INSPECTION", "Run chart",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the saved drawing lacks %q:\n%s", want, text)
		}
	}
	if len(links) > 0 || !bytes.Contains(drawing, []byte("@font-face")) {
		t.Errorf("the saved drawing needs something outside it: %v", links)
	}
	b.Run(`document.querySelector('.chart [data-save=png]').click()`, nil)
	picture, err := png.Decode(bytes.NewReader(b.Downloaded(dir, name+".png")))
	if err != nil {
		t.Fatal(err)
	}
	if size := picture.Bounds().Size(); size.X != 2000 || size.Y < 800 {
		t.Errorf("the picture is %v pixels", size)
	}
	inks := map[[3]uint32]bool{}
	for y := 0; y < picture.Bounds().Dy(); y += 3 {
		for x := 0; x < picture.Bounds().Dx(); x += 3 {
			red, green, blue, _ := picture.At(x, y).RGBA()
			inks[[3]uint32{red >> 8, green >> 8, blue >> 8}] = true
		}
	}
	for _, ink := range [][3]uint32{{255, 255, 255}, {0x2E, 0x4A, 0x62}, {0x16, 0x24, 0x2F}} {
		if !inks[ink] {
			t.Errorf("no point of the picture has the colour %x", ink)
		}
	}
	if got := b.Complaints(url); len(got) > 0 {
		t.Errorf("saving caused:\n%s", strings.Join(got, "\n"))
	}
}

// drawingText takes a drawing apart: its words, and every address in it that is not
// its own content.
func drawingText(t *testing.T, drawing []byte) (text string, links []string) {
	t.Helper()
	decoder := xml.NewDecoder(bytes.NewReader(drawing))
	var words strings.Builder
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return words.String(), links
		}
		if err != nil {
			t.Fatalf("the saved drawing is no XML: %v", err)
		}
		switch token := token.(type) {
		case xml.CharData:
			words.Write(token)
			words.WriteByte('\n')
		case xml.StartElement:
			for _, a := range token.Attr {
				if strings.Contains(a.Name.Local, "href") || a.Name.Local == "src" {
					links = append(links, a.Value)
				}
			}
		}
	}
}

// With the keyboard alone a reader skips to the evidence, opens a figure, comes back,
// and reaches every control; each shows that it has the focus.
func walkedByKeys(t *testing.T, b *browser.Browser) {
	b.Open(drawn(t, sample(t)), 1280, "")
	b.Press("Tab")
	b.Press("Enter")
	var at string
	b.Run(`document.activeElement.id`, &at)
	if at != "_main" {
		t.Errorf("the first stop does not lead to the evidence but to %q", at)
	}
	var met []struct{ Name, Outline string }
	kinds := map[string]bool{}
	opened := false
	for range 60 {
		b.Press("Tab")
		var stop struct {
			Name, Kind, Outline string
			Seen                bool
		}
		b.Run(`(() => { const e = document.activeElement; const box = e.getBoundingClientRect(); return {
			name: (e.getAttribute('aria-label') || e.textContent).trim().slice(0, 60), kind: e.className || e.dataset.save || e.tagName,
			outline: getComputedStyle(e).outlineStyle, seen: box.width > 0 && box.height > 0}; })()`, &stop)
		kinds[stop.Kind] = true
		if stop.Name == "" || stop.Outline == "none" || !stop.Seen {
			t.Errorf("stop %d has no name, shows no focus or is not seen: %+v", len(met)+1, stop)
		}
		met = append(met, struct{ Name, Outline string }{stop.Name, stop.Outline})
		if stop.Kind == "evidence" && !opened {
			opened = true
			b.Press("Enter")
			var inside bool
			b.Run(`document.getElementById('_panel').contains(document.activeElement)`, &inside)
			b.Press("Escape")
			b.Run(until("document.getElementById('_panel').hidden && document.activeElement.className === 'evidence'"), nil)
			var back string
			b.Run(`document.activeElement.textContent.slice(0, 60)`, &back)
			if !inside || back != stop.Name {
				t.Errorf("the panel of %q: focus inside %t, and then back at %q", stop.Name, inside, back)
			}
		}
	}
	for _, kind := range []string{"evidence", "copy", "png", "svg", "live", "SUMMARY"} {
		if !kinds[kind] {
			text, _ := json.Marshal(met)
			t.Errorf("60 stops do not lead to %q: %s", kind, text)
		}
	}
}
