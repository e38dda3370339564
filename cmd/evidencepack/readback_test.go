package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"evidencepack/render/readback"
)

// TestEveryFileIsReadBack reads every file of the sample and of the demo back, and
// holds the pages of the PDFs against pdftotext: the same words in the order of
// drawing, and the same letters in the layout, where the other program makes one word
// of two that nearly touch. No rule for hyphens is needed.
func TestEveryFileIsReadBack(t *testing.T) {
	tool, err := exec.LookPath("pdftotext")
	if err != nil && os.Getenv("CI") == "true" {
		t.Fatal("this test compares with pdftotext: install poppler-utils")
	}
	demo := filepath.Join(t.TempDir(), "demo")
	mustRun(t, "demo", "--out", demo)
	for _, dir := range []string{demo, sharedSample(t)} {
		files, err := os.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		if len(files) < 15 {
			t.Fatalf("%d files, want 15", len(files))
		}
		for _, file := range files {
			data, err := os.ReadFile(filepath.Join(dir, file.Name()))
			if err != nil {
				t.Fatal(err)
			}
			pieces, err := readback.Read(file.Name(), data)
			if err != nil {
				t.Error(err)
			}
			if len(pieces) < 40 {
				t.Errorf("%s has only %d pieces", file.Name(), len(pieces))
			}
			if tool != "" && strings.HasSuffix(file.Name(), ".pdf") {
				comparePages(t, filepath.Join(dir, file.Name()), pieces)
			}
		}
	}
}

// comparePages holds the pages of a PDF against what pdftotext finds in them.
func comparePages(t *testing.T, path string, pieces []readback.Piece) {
	t.Helper()
	pages := map[string]string{}
	for _, p := range pieces {
		pages[p.Place] += p.Text
	}
	for _, how := range []string{"-raw", "-layout"} {
		said, err := exec.Command("pdftotext", how, path, "-").Output()
		if err != nil {
			t.Fatal(err)
		}
		sheets := strings.Split(strings.TrimSuffix(string(said), "\f"), "\f")
		if len(sheets) < 10 {
			t.Fatalf("%s has %d pages", path, len(sheets))
		}
		for i, sheet := range sheets {
			page := fmt.Sprintf("page %d", i+1)
			for _, got := range []string{pages[page], pages[page+", as drawn"]} {
				if !slices.Equal(sortedWords(got, how == "-layout"), sortedWords(sheet, how == "-layout")) {
					t.Errorf("%s, %s: not what pdftotext %s finds", filepath.Base(path), page, how)
				}
			}
		}
		if pages[fmt.Sprintf("page %d", len(sheets)+1)] != "" {
			t.Errorf("%s has more pages than pdftotext finds", path)
		}
	}
}

// sortedWords gives the words of a text, or its letters, in their order.
func sortedWords(text string, letters bool) []string {
	parts := strings.Fields(text)
	if letters {
		parts = strings.Split(strings.Join(parts, ""), "")
	}
	slices.Sort(parts)
	return parts
}
