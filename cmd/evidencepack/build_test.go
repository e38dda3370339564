package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"evidencepack/render/disclose"
	"evidencepack/render/page"
	"evidencepack/testdata/caresample"
)

func readManifest(t *testing.T, out string) manifest {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(out, "manifest.json"))
	if err != nil {
		t.Fatal(err)
	}
	var m manifest
	if err := json.Unmarshal(text, &m); err != nil {
		t.Fatal(err)
	}
	return m
}

// TestManifestHashes re-hashes every output, and finds all that the contract names.
func TestManifestHashes(t *testing.T) {
	out := sharedSample(t)
	m := readManifest(t, out)
	named := make(map[string]bool)
	for _, f := range m.Outputs {
		text, err := os.ReadFile(filepath.Join(out, f.File))
		if err != nil {
			t.Error(err)
			continue
		}
		sum := sha256.Sum256(text)
		if hex.EncodeToString(sum[:]) != f.SHA256 || int64(len(text)) != f.Size {
			t.Errorf("%s is not as the manifest says", f.File)
		}
		named[f.File] = true
	}
	for _, pack := range []string{"tender-pack", "inspection-pack", "monthly-report"} {
		for _, ending := range []string{"pdf", "xlsx", "html", "json"} {
			if !named[pack+"."+ending] {
				t.Errorf("the manifest does not name %s.%s", pack, ending)
			}
		}
	}
	if !named["evidence.csv"] || !named["data-quality.csv"] {
		t.Error("the manifest does not name the tidy files")
	}
	text, err := os.ReadFile(filepath.Join(out, "manifest.json"))
	if err != nil || strings.Contains(string(text), filepath.ToSlash(filepath.Dir(out))) {
		t.Errorf("the manifest holds a path, or cannot be read: %v", err)
	}
}

// TestDrawAgain redraws a saved page without the exports: the same bytes.
func TestDrawAgain(t *testing.T) {
	out := sharedSample(t)
	again := t.TempDir()
	mustRun(t, "draw", filepath.Join(out, "inspection-pack.json"), "--out", again)
	for _, ending := range []string{"pdf", "xlsx", "html"} {
		a, errA := os.ReadFile(filepath.Join(out, "inspection-pack."+ending))
		b, errB := os.ReadFile(filepath.Join(again, "inspection-pack."+ending))
		if errA != nil || errB != nil || !bytes.Equal(a, b) {
			t.Errorf("inspection-pack.%s differs when drawn again", ending)
		}
	}
}

// TestNobodyInThePages searches every page, table and message for the names and
// numbers of the sample.
func TestNobodyInThePages(t *testing.T) {
	out := sharedSample(t)
	text, err := caresample.Expected("identifiers.txt")
	if err != nil {
		t.Fatal(err)
	}
	private := make(map[string]string)
	for _, line := range strings.Split(string(text), "\n") {
		if line = strings.TrimSpace(line); strings.Contains(line, " ") || strings.ContainsAny(line, "0123456789") {
			private[line] = "identifier"
		}
	}
	if len(private) < 200 {
		t.Fatalf("only %d identifiers", len(private))
	}
	gate := disclose.NewGate(private)
	for _, name := range []string{"tender-pack.json", "inspection-pack.json", "monthly-report.json", "tender-pack.html", "evidence.csv", "data-quality.csv", "manifest.json"} {
		text, err := os.ReadFile(filepath.Join(out, name))
		if err != nil {
			t.Fatal(err)
		}
		if found := gate.Search(string(text)); len(found) > 0 {
			t.Errorf("%s holds %v", name, found)
		}
	}
}

// TestPagesAreWhole looks in every text of the saved pages for what a slip of ours
// leaves behind: broken characters, holes in templates, texts of blanks.
func TestPagesAreWhole(t *testing.T) {
	out := sharedSample(t)
	for _, name := range []string{"tender-pack.json", "inspection-pack.json", "monthly-report.json"} {
		text, err := os.ReadFile(filepath.Join(out, name))
		if err != nil {
			t.Fatal(err)
		}
		p, err := page.Load(text)
		if err != nil {
			t.Fatal(err)
		}
		for _, text := range p.Texts() {
			for _, slip := range []string{"\uFFFD", "%!", "{n}", "{d}", "{p}", "{b}", "{moved}", "<nil>", "NaN", "  "} {
				if strings.Contains(text, slip) || strings.TrimSpace(text) == "" {
					t.Errorf("%s: %q holds %q", name, text, slip)
				}
			}
		}
	}
}

// TestTenderHoldsNoPeople looks into the saved page of the external tier.
func TestTenderHoldsNoPeople(t *testing.T) {
	out := sharedSample(t)
	text, err := os.ReadFile(filepath.Join(out, "tender-pack.json"))
	if err != nil {
		t.Fatal(err)
	}
	if person := regexp.MustCompile(`\bP-\d+`).Find(text); person != nil {
		t.Errorf("the tender pack's page holds %q", person)
	}
	for _, word := range []string{"Harbour View", "Quay Street", "Lantern Court", "Harbour at Home", "incidents.xlsx", "care_notes"} {
		if bytes.Contains(text, []byte(word)) {
			t.Errorf("the tender pack's page holds %q", word)
		}
	}
	if !bytes.Contains(text, []byte("rests on fewer than 5 people")) {
		t.Error("the tender pack does not say by which rule figures are not shown")
	}
}
