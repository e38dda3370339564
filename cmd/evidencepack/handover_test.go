package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// TestHandoverLocksWhatIsSent looks which files are copied, that no copy opens
// without the password, and that what was changed or asked for wrongly is not copied.
func TestHandoverLocksWhatIsSent(t *testing.T) {
	dir := t.TempDir()
	packs, word := filepath.Join(dir, "packs"), filepath.Join(dir, "word.txt")
	mustRun(t, "demo", "--out", packs)
	const password = "a word for the council"
	if err := os.WriteFile(word, []byte(password+"\r\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for to, want := range map[string][]string{
		"":        {"inspection-pack.pdf", "inspection-pack.xlsx", "tender-pack.pdf", "tender-pack.xlsx"},
		"monthly": {"monthly-report.pdf", "monthly-report.xlsx"},
	} {
		copies := filepath.Join(dir, "copies"+to)
		args := []string{"handover", packs, "--to", copies, "--password-file", word}
		if to != "" {
			args = append(args, "--pack", to)
		}
		mustRun(t, args...)
		var got []string
		for _, f := range mustList(t, copies) {
			got = append(got, f.Name())
			text, err := os.ReadFile(filepath.Join(copies, f.Name()))
			if err != nil {
				t.Fatal(err)
			}
			if strings.HasPrefix(string(text), "PK") || (strings.HasPrefix(string(text), "%PDF") && !strings.Contains(string(text), "/Encrypt")) {
				t.Errorf("%s is open", f.Name())
			}
			if info, err := f.Info(); err != nil || info.Mode().Perm()&0o077 != 0 {
				t.Errorf("%s: others of this computer may read it: %v", f.Name(), info.Mode())
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("--pack %q copied %v", to, got)
		}
	}
	book, err := excelize.OpenFile(filepath.Join(dir, "copies", "tender-pack.xlsx"), excelize.Options{Password: password})
	if err != nil || len(book.GetSheetList()) < 3 {
		t.Errorf("the workbook does not open: %v", err)
	}
	t.Setenv(handoverVariable, "")
	for what, c := range map[string]struct {
		args []string
		code int
	}{
		"no password":         {[]string{"--to", filepath.Join(dir, "x")}, exitUsage},
		"inside the packs":    {[]string{"--to", filepath.Join(packs, "x"), "--password-file", word}, exitUsage},
		"around the packs":    {[]string{"--to", dir, "--password-file", word}, exitUsage},
		"a pack that is none": {[]string{"--to", filepath.Join(dir, "x"), "--password-file", word, "--pack", "tendre"}, exitUsage},
	} {
		if code, _, said := tryRun(append([]string{"handover", packs}, c.args...)...); code != c.code {
			t.Errorf("%s: exit %d, %s", what, code, said)
		}
	}
	changed := filepath.Join(packs, "tender-pack.pdf")
	text, err := os.ReadFile(changed)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(changed, append(text, '\n'), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, _, said := tryRun("handover", packs, "--to", filepath.Join(dir, "x"), "--password-file", word); code != exitChanged || !strings.Contains(said, "tender-pack.pdf") {
		t.Errorf("a changed pack: exit %d, %s", code, said)
	}
	if _, err := os.Stat(filepath.Join(dir, "x")); err == nil {
		t.Error("something was copied after a refusal")
	}
}

func mustList(t *testing.T, dir string) []os.DirEntry {
	t.Helper()
	files, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	return files
}
