package html

import (
	"encoding/base64"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"evidencepack/testdata/browser"
)

// printedWithItsFilter prints the page and reads the paper back: every section's
// heading, the values beneath the charts, and the choice as a sentence.
func printedWithItsFilter(t *testing.T, b *browser.Browser) {
	whole := sample(t)
	b.Open(drawn(t, whole), 1280, "")
	text := paper(t, b)
	for _, s := range whole.Sections {
		if !strings.Contains(text, plainly(s.Title)) {
			t.Errorf("the paper lacks the heading %q", s.Title)
		}
	}
	for _, want := range []string{"Page 1 of ", "INSPECTION", "Sep 2026", "data as at 30 September 2026"} {
		if !strings.Contains(text, want) {
			t.Errorf("the paper lacks %q", want)
		}
	}
	for _, unwanted := range []string{"Save as PNG", "Showing everything", "Copy", "All services All of them"} {
		if strings.Contains(text, unwanted) {
			t.Errorf("the paper says %q", unwanted)
		}
	}
	b.Choose("[data-filter=service]", "Lantern Court")
	if text := paper(t, b); !strings.Contains(text, "Service: Lantern Court. Showing ") || !strings.Contains(text, "Nothing for this choice in: ") {
		t.Error("the paper does not say how it was filtered")
	}
}

func plainly(text string) string { return strings.Join(strings.Fields(text), " ") }

// paper prints the page as it stands and gives the words on the paper.
func paper(t *testing.T, b *browser.Browser) string {
	t.Helper()
	var printed struct{ Data string }
	b.Ask("Page.printToPDF", map[string]any{"preferCSSPageSize": true}, &printed)
	data, err := base64.StdEncoding.DecodeString(printed.Data)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "paper.pdf")
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("pdftotext", "-raw", file, "-").Output()
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("pdftotext is needed to read the paper back (on Debian: poppler-utils): %v", err)
		}
		t.Skipf("pdftotext is not at hand: %v", err)
	}
	return plainly(string(out))
}
