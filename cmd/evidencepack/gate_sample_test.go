package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"evidencepack/ingest"
	"evidencepack/render/disclose"
	"evidencepack/render/readback"
	"evidencepack/templates/js"
	"evidencepack/testdata/caresample"
)

// identifiers are the lines of the sample's list: names in each order and each word
// of them, numbers, dates of birth, postcodes.
func identifiers(t *testing.T) []string {
	t.Helper()
	text, err := caresample.Expected("identifiers.txt")
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for line := range strings.Lines(string(text)) {
		if line = strings.TrimSpace(line); line != "" {
			list = append(list, line)
		}
	}
	if len(list) < 1000 {
		t.Fatalf("only %d identifiers", len(list))
	}
	return list
}

// within lists the identifiers that stand in a text as whole words, in any case. It
// shares nothing with the gate.
func within(text string, list []string) []string {
	text = strings.ToLower(text)
	words := make(map[string]bool)
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		words[word] = true
	}
	var found []string
	for _, id := range list {
		id = strings.ToLower(id)
		first := strings.FieldsFunc(id, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		if !words[first[0]] || !strings.Contains(text, id) || len(first) > 1 && !regexp.MustCompile(`(^|[^\pL\pN])`+regexp.QuoteMeta(id)+`($|[^\pL\pN])`).MatchString(text) {
			continue
		}
		found = append(found, id)
	}
	return found
}

// TestNoIdentifierInTheBytes searches the finished files of the sample for every line
// of its list of identifiers: as they are read back, and in the bytes themselves by
// other means (every part of the workbook as it is unzipped, the HTML as it stands,
// the PDF as pdftotext reads it).
func TestNoIdentifierInTheBytes(t *testing.T) {
	out := sharedSample(t)
	list := identifiers(t)
	if got := within("for ‘Muriel’, 12/12/1941.", list); len(got) != 2 {
		t.Fatalf("the search finds %v", got)
	}
	for _, pack := range []string{"tender-pack", "inspection-pack", "monthly-report"} {
		for _, ending := range []string{"pdf", "xlsx", "html", "json"} {
			name := pack + "." + ending
			data, err := os.ReadFile(filepath.Join(out, name))
			if err != nil {
				t.Fatal(err)
			}
			pieces, err := readback.Read(name, data, js.Packed())
			if err != nil {
				t.Fatal(err)
			}
			var text strings.Builder
			for _, p := range pieces {
				text.WriteString(p.Text + "\n" + p.Place + "\n")
			}
			if found := within(text.String(), list); len(found) > 0 {
				t.Errorf("%s read back holds %d identifiers", name, len(found))
			}
			raw, whole := bare(t, filepath.Join(out, name), data)
			if whole && len(raw) < 10000 {
				t.Errorf("%s gives only %d bytes by other means", name, len(raw))
			}
			if found := within(raw, list); len(found) > 0 {
				t.Errorf("the bytes of %s hold %d identifiers", name, len(found))
			}
		}
	}
}

// bare is the text of a file by means that share nothing with the reader of our own;
// false where a tool is missing, which is a failure in CI.
func bare(t *testing.T, file string, data []byte) (string, bool) {
	t.Helper()
	switch filepath.Ext(file) {
	case ".pdf":
		out, err := exec.Command("pdftotext", "-layout", file, "-").Output()
		if err != nil && os.Getenv("CI") == "true" {
			t.Fatalf("pdftotext is needed: %v", err)
		}
		return string(out), err == nil
	case ".xlsx":
		book, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		var all strings.Builder
		for _, part := range book.File {
			r, err := part.Open()
			if err != nil {
				t.Fatal(err)
			}
			if _, err := io.Copy(&all, r); err != nil {
				t.Fatal(err)
			}
			all.WriteString("\n" + part.Name + "\n")
		}
		return all.String(), true
	}
	return strings.ReplaceAll(string(data), js.Packed(), "") + packedPart(t, string(data)), true
}

// TestOurOwnWordsAreNoNames takes every word that the packs of the sample write with
// a capital for somebody's surname. None may be a find but those that come from the
// exports: otherwise a member of staff of that name would stop every build.
func TestOurOwnWordsAreNoNames(t *testing.T) {
	out := sharedSample(t)
	private := make(map[string]string)
	var texts []string
	for _, name := range []string{"tender-pack.pdf", "inspection-pack.xlsx", "monthly-report.html", "inspection-pack.json"} {
		data, err := os.ReadFile(filepath.Join(out, name))
		if err != nil {
			t.Fatal(err)
		}
		pieces, err := readback.Read(name, data, js.Packed())
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range pieces {
			if printedID.MatchString(p.Text) || strings.Contains(p.Text, "sha256-") {
				continue
			}
			texts = append(texts, p.Text)
			for word := range strings.FieldsFuncSeq(p.Text, func(r rune) bool { return !unicode.IsLetter(r) }) {
				if unicode.IsUpper([]rune(word)[0]) && len(word) > 2 {
					private["Qzxq "+word] = "name of " + strings.ToLower(word)
				}
			}
		}
	}
	if len(private) < 400 {
		t.Fatalf("only %d words", len(private))
	}
	gate := disclose.NewGate(private)
	found := make(map[string]bool)
	for _, text := range texts {
		for _, f := range gate.Search(text) {
			found[f.What] = true
		}
	}
	for what := range found {
		t.Errorf("%s: if that is a word of ours, it is missing in the list of own words", what)
	}
}

// printedID is an id of ours; its letters say nothing.
var printedID = regexp.MustCompile(`\bE-[0-9A-Z]{8}`)

// TestGateLooksEverywhere draws a page with a name in each kind of text, and wants it
// found in each format with its place; and a workbook and a web page with a name in a
// place that pages never write.
func TestGateLooksEverywhere(t *testing.T) {
	out := sharedSample(t)
	gate := disclose.NewGate(map[string]string{"Muriel Petrovane": "name of a person", "HR1013": "reference code"})
	book, err := os.ReadFile(filepath.Join(out, "tender-pack.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ part, before, planted, place string }{
		{"docProps/core.xml", "</coreProperties>", "<dc:subject>Muriel Petrovane</dc:subject>", "docProps/core.xml"},
		{"xl/workbook.xml", "</definedNames>", `<definedName name="HR1013">Figures!$A$1</definedName>`, "xl/workbook.xml"},
		{"xl/charts/chart1.xml", "</c:chartSpace>", "<c:v>muriel petrovane</c:v>", "chart1.xml"},
		{"xl/drawings/drawing1.xml", "</xdr:wsDr>", `<xdr:cNvPr id="99" name="x" descr="of Muriel Petrovane"/>`, "drawing1.xml"},
	} {
		data := withPlanted(t, book, c.part, c.before, c.planted)
		list, err := sightings(newCleanTexts(gate), output{"tender-pack.xlsx", data, false})
		if err != nil || len(list) != 1 || !strings.Contains(list[0].place, c.place) {
			t.Errorf("%s: %v, %v", c.part, list, err)
		}
	}
	html, err := os.ReadFile(filepath.Join(out, "tender-pack.html"))
	if err != nil {
		t.Fatal(err)
	}
	for _, planted := range []string{`<p title="HR1013">x</p>`, "<!-- Muriel Petrovane -->", "<p hidden>Petrovane</p>", "<p>M&#117;riel&nbsp;Petrovane</p>", `<svg><desc>petrovane muriel</desc></svg>`} {
		data := bytes.Replace(html, []byte("</main>"), []byte(planted+"</main>"), 1)
		list, err := sightings(newCleanTexts(gate), output{"tender-pack.html", data, false})
		if len(data) == len(html) || err == nil && (len(list) == 0 || !strings.HasPrefix(list[0].place, "line ")) {
			t.Errorf("%s: %v, %v", planted, list, err)
		}
	}
	for _, name := range []string{"tender-pack.pdf", "inspection-pack.pdf"} {
		data, err := os.ReadFile(filepath.Join(out, name))
		if err != nil {
			t.Fatal(err)
		}
		words := disclose.NewGate(map[string]string{"Evidence Pack": "name of a person"}) // it stands on every page
		list, err := sightings(newCleanTexts(words), output{name, data, false})
		places := fmt.Sprint(list)
		if err != nil || !strings.Contains(places, "page 1") || !strings.Contains(places, "properties") {
			t.Errorf("%s: %v, %v", name, list, err)
		}
	}
}

// withPlanted puts a text into a part of a workbook.
func withPlanted(t *testing.T, book []byte, name, before, planted string) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	done := false
	for _, part := range in.File {
		r, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if part.Name == name && bytes.Contains(text, []byte(before)) {
			text, done = bytes.Replace(text, []byte(before), []byte(planted+before), 1), true
		}
		to, err := w.Create(part.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := to.Write(text); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil || !done {
		t.Fatalf("nothing could be planted in %s: %v", name, err)
	}
	return out.Bytes()
}

// TestGateKnowsTheSample finds each line of the list of identifiers that points at
// somebody by itself, where it stands alone.
func TestGateKnowsTheSample(t *testing.T) {
	dir := t.TempDir()
	if err := caresample.Unpack(dir); err != nil {
		t.Fatal(err)
	}
	exports, err := ingest.Read(os.DirFS(filepath.Join(dir, "exports")), ingest.Options{})
	if err != nil {
		t.Fatal(err)
	}
	gate := disclose.NewGate(exports.People.Private())
	missed := 0
	for _, id := range identifiers(t) {
		if len(gate.Search("x: "+id+".")) == 0 {
			missed++
			t.Logf("not found alone: %d letters", len(id))
		}
	}
	if missed > 0 {
		t.Errorf("%d identifiers are not found", missed)
	}
}
