package html

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"evidencepack/render/page"
)

// unprinted are the fields that this format does not print, and why.
var unprinted = map[string]string{
	"Cover.Pack":     "the name of the file",
	"Figure.Section": "where a link leads",
	"Curve.ID":       "the id of an element",
	"Timeline.ID":    "the id of an element",
	"Funnel.ID":      "the id of an element",
	"Stack.ID":       "the name of a sheet in the workbook",
	"Section.ID":     "where a link leads",
	"Spec.ID":        "the id of an element",
	"Table.Sheet":    "the name of a sheet in the workbook",

	"Definitions.Groups": "the choices of the filter; each measure prints its own",
	"Row.Services":       "what the filter goes by",
	"FigureRow.Services": "what the filter goes by; it stands in the scope",
}

// Every text of the document model must reach the reader: in the page itself, or
// in the data of a live chart. A field that is added later and forgotten fails here.
func TestEveryTextIsInThePage(t *testing.T) {
	fields := map[string]string{}
	p := filled(func(field string) string {
		word := fmt.Sprintf("word%dx", len(fields))
		fields[word] = field
		return word
	})
	d := parsed(t, drawn(t, p))
	there := strings.Join(d.text, " ") + islands(t, d)
	for _, e := range d.elements {
		there += " " + attribute(e, "aria-label")
	}
	if len(fields) < 150 {
		t.Errorf("only %d texts were put into the page", len(fields))
	}
	for word, field := range fields {
		if _, exempt := unprinted[field]; !exempt && field != "Section" && !strings.Contains(there, word) {
			t.Errorf("the text of %s is not in the page", field)
		}
	}
	for _, s := range []string{p.Sections[0].Label, p.Sections[0].Title, p.Sections[0].Lead} {
		if !strings.Contains(there, s) {
			t.Errorf("the section's text %q is not in the page", s)
		}
	}
}

// islands is all text of the JSON in the page.
func islands(t *testing.T, d document) string {
	t.Helper()
	var all strings.Builder
	for _, text := range d.data {
		var v any
		if err := json.Unmarshal([]byte(text), &v); err != nil {
			t.Errorf("the data of a live chart is not JSON: %v", err)
		}
		fmt.Fprintf(&all, " %v", v)
	}
	return all.String()
}

// Text that would be code in a careless page stays text, wherever it stands.
func TestQuirk146HostileTextStaysText(t *testing.T) {
	plain := parsed(t, drawn(t, filled(func(string) string { return "plain" })))
	for _, hostile := range []string{
		`</script><script>alert(1)</script>`,
		`</title></style><style>*{color:red}</style><img src=x onerror=alert(1)>`,
		`__f__alert(1)__f__`,
		`"><img src=x onerror=alert(1)>`,
		`'onmouseover='alert(1)`,
		`<!--<script>`,
		`{{.}}${alert(1)}`,
		`javascript:alert(1)`,
	} {
		p := filled(func(string) string { return hostile })
		d := parsed(t, drawn(t, p))
		if !slices.Equal(names(d), names(plain)) {
			t.Errorf("%s changed the elements of the page", hostile)
		}
		if got := strangers(d); len(got) > 0 {
			t.Errorf("%s put %v into a picture", hostile, got)
		}
		if !slices.Equal(d.code, plain.code) {
			t.Errorf("%s changed the scripts of the page", hostile)
		}
		if !strings.Contains(strings.Join(d.text, "\n"), hostile) {
			t.Errorf("%s is not in the page as text", hostile)
		}
		if !strings.Contains(islands(t, d), hostile) {
			t.Errorf("%s is not in the data as text", hostile)
		}
	}
}

// names are the elements of a page with the names of their attributes. The shapes
// of the still pictures are left out: how many there are depends on how a text wraps.
func names(d document) []string {
	var all []string
	for _, e := range d.elements {
		if inDrawing(e) {
			continue
		}
		name := e.Data
		for _, a := range e.Attr {
			name += " " + a.Key
		}
		all = append(all, name)
	}
	return all
}

// inDrawing tells whether an element is a part of a picture.
func inDrawing(e *html.Node) bool {
	for above := range e.Ancestors() {
		if above.Data == "svg" {
			return true
		}
	}
	return false
}

// drawingWords are all elements and attributes that a still picture is made of.
var drawingWords = strings.Fields(`g path d use href symbol id viewBox circle text cx cy r x y fill stroke stroke-width
	stroke-dasharray stroke-linejoin class font-size font-weight text-anchor transform`)

// strangers are the elements and attributes inside pictures that no picture has.
func strangers(d document) []string {
	var all []string
	for _, e := range d.elements {
		if !inDrawing(e) {
			continue
		}
		words := []string{e.Data}
		for _, a := range e.Attr {
			words = append(words, a.Key)
		}
		for _, word := range words {
			if !slices.Contains(drawingWords, word) {
				all = append(all, word)
			}
		}
	}
	return all
}

// The page allows just what was put into it, each by its hash, and nothing from outside.
func TestQuirk145PolicyNamesEveryScriptAndStyle(t *testing.T) {
	d := parsed(t, drawn(t, sample(t)))
	var policy string
	for _, e := range d.elements {
		if attribute(e, "http-equiv") == "Content-Security-Policy" {
			policy = attribute(e, "content")
		}
		for _, name := range []string{"src", "href", "action", "data", "poster", "srcset"} {
			if to := attribute(e, name); to != "" && !strings.HasPrefix(to, "#") {
				t.Errorf("%s %s=%q leads out of the page", e.Data, name, to)
			}
		}
		if attribute(e, "style") != "" {
			t.Errorf("%s has an inline style, which the policy forbids", e.Data)
		}
	}
	for _, part := range []string{"default-src 'none';", "img-src data:;", "font-src data:;", "base-uri 'none';"} {
		if !strings.Contains(policy, part) {
			t.Errorf("the policy lacks %s: %s", part, policy)
		}
	}
	if strings.Contains(policy, "unsafe") || strings.Contains(policy, "http") {
		t.Errorf("the policy is too wide: %s", policy)
	}
	if want := strings.Count(policy, "'sha256-"); want != len(d.code)+len(d.style) {
		t.Errorf("%d hashes for %d scripts and %d style sheets", want, len(d.code), len(d.style))
	}
	for _, text := range append(d.code, d.style...) {
		if !strings.Contains(policy, hash(text)) {
			t.Errorf("no hash for %.60q", text)
		}
	}
}

func TestQuirk147SamePageSameBytes(t *testing.T) {
	first := drawn(t, sample(t))
	for range 5 {
		if !bytes.Equal(first, drawn(t, sample(t))) {
			t.Fatal("the same page gave different bytes")
		}
	}
}

// A page in British English, with each id once and each link with an end.
func TestLinksAndIds(t *testing.T) {
	d := parsed(t, drawn(t, sample(t)))
	ids := map[string]bool{}
	for _, e := range d.elements {
		if id := attribute(e, "id"); id != "" {
			if ids[id] {
				t.Errorf("two elements have the id %q", id)
			}
			ids[id] = true
		}
	}
	if !ids["E-C8C96086"] || !ids["D-REF-01"] || !ids["refusals"] {
		t.Error("an anchor of the evidence index, of the definitions or of a section is missing")
	}
	if attribute(d.elements[0], "lang") != "en-GB" {
		t.Error("the language of the page is not British English")
	}
	evidence := 0
	for _, e := range d.elements {
		if to := attribute(e, "href"); to != "" && !ids[strings.TrimPrefix(to, "#")] {
			t.Errorf("the link %q leads nowhere", to)
		}
		if attribute(e, "class") == "evidence" && e.Data == "a" {
			evidence++
		}
	}
	if evidence < 10 {
		t.Errorf("only %d evidence ids are links", evidence)
	}
}

// What is put into the page for the live charts is complete JSON.
func TestIslandsAreJSON(t *testing.T) {
	for _, text := range parsed(t, drawn(t, sample(t))).data {
		var data struct {
			Option struct{ Series, YAxis []json.RawMessage }
			Labels []string
			Ticks  []tick
			Tips   [][]string
			Top    float64
		}
		if err := json.Unmarshal([]byte(text), &data); err != nil {
			t.Fatal(err)
		}
		slots := len(data.Labels)
		if len(data.Option.Series) == 0 || len(data.Tips) == 0 || slots+len(data.Ticks) == 0 || slots > 0 && slots != len(data.Tips[0]) || data.Top <= 0 {
			t.Errorf("a live chart lacks a part: %.200s", text)
		}
	}
}

// The page of a pack without any section is still a page.
func TestEmptyPage(t *testing.T) {
	out := drawn(t, &page.Page{Schema: page.Schema, Cover: page.Cover{Pack: "p", Provider: "Harbour Reach Care", Tier: page.TierExternal}})
	if !bytes.HasSuffix(out, []byte("</html>\n")) {
		t.Error("the page has no end")
	}
}

func BenchmarkDraw(b *testing.B) {
	p := sample(b)
	for b.Loop() {
		out, err := page.Draw(p, New())
		if err != nil {
			b.Fatal(err)
		}
		b.SetBytes(int64(len(out)))
	}
}
