package pdf

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"

	"evidencepack/render/page"
)

// fixture loads the saved page that the tests draw.
func fixture(t testing.TB) *page.Page {
	t.Helper()
	saved, err := os.ReadFile(filepath.Join("testdata", "inspection-pack.json"))
	if err != nil {
		t.Fatal(err)
	}
	whole, err := page.Load(saved)
	if err != nil {
		t.Fatal(err)
	}
	return whole
}

func draw(t testing.TB, whole *page.Page) []byte {
	t.Helper()
	file, err := page.Draw(whole, New())
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// pdftotext reads a file back with another program than the one that wrote it.
func pdftotext(t testing.TB, file []byte, arguments ...string) string {
	t.Helper()
	tool, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Fatal("these tests read the PDF back with pdftotext, which is not here: install poppler-utils")
	}
	path := filepath.Join(t.TempDir(), "drawn.pdf")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	var out, said bytes.Buffer
	command := exec.Command(tool, append(arguments, path, "-")...)
	command.Stdout, command.Stderr = &out, &said
	if err := command.Run(); err != nil {
		t.Fatalf("pdftotext: %v %s", err, said.String())
	}
	if said.Len() > 0 {
		t.Errorf("pdftotext complains: %s", said.String())
	}
	return out.String()
}

// word is a word on a sheet with its place in mm.
type word struct {
	sheet                    int
	left, top, right, bottom float64
	text                     string
}

var (
	wordOrPage = regexp.MustCompile(`<page |<word xMin="([-0-9.]+)" yMin="([-0-9.]+)" xMax="([-0-9.]+)" yMax="([-0-9.]+)">(.*?)</word>`)
)

// words reads every word with its place.
func words(t testing.TB, file []byte) []word {
	t.Helper()
	var all []word
	sheet := 0
	for _, found := range wordOrPage.FindAllStringSubmatch(pdftotext(t, file, "-bbox"), -1) {
		if found[1] == "" {
			sheet++
			continue
		}
		var place [4]float64
		for i := range place {
			points, err := strconv.ParseFloat(found[i+1], 64)
			if err != nil {
				t.Fatal(err)
			}
			place[i] = points * millimetresPerPoint
		}
		all = append(all, word{sheet, place[0], place[1], place[2], place[3], found[5]})
	}
	if len(all) == 0 {
		t.Fatal("no word was read back")
	}
	return all
}
