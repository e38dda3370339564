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
		"":        {handoverName, "tender-pack.pdf", "tender-pack.xlsx"},
		"monthly": {handoverName, "monthly-report.pdf", "monthly-report.xlsx"},
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
			if f.Name() == handoverName {
				continue
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

// TestReceiverCanCheck hands packs over and checks the copies as their receiver does:
// without the manifest, with a signature, and after each thing that can happen to them.
func TestReceiverCanCheck(t *testing.T) {
	dir := t.TempDir()
	packs, copies, word, key := filepath.Join(dir, "packs"), filepath.Join(dir, "copies"), filepath.Join(dir, "word.txt"), filepath.Join(dir, "sign.key")
	mustRun(t, "demo", "--out", packs)
	writeFiles(t, dir, map[string]string{"word.txt": "a word for the council\n"})
	mustRun(t, "key", "new", key, "--signing")
	mustRun(t, "handover", packs, "--to", copies, "--password-file", word)
	mustRun(t, "handover", packs, "--to", copies, "--password-file", word, "--pack", "inspection") // joins the first
	if said := mustRun(t, "verify", copies); !strings.Contains(said, "Nothing has changed: 4 copies are as handed over.") {
		t.Error(said)
	}
	mustRun(t, "sign", copies, "--key", key)
	if said := mustRun(t, "verify", copies, "--public-key", key+".pub"); !strings.Contains(said, "as handed over, and the signature fits") {
		t.Error(said)
	}
	list, err := os.ReadFile(filepath.Join(copies, handoverName))
	if err != nil {
		t.Fatal(err)
	}
	for _, inside := range []string{"rows", "inputs", ".csv", "seal"} {
		if strings.Contains(string(list), inside) {
			t.Errorf("the list for the receiver says %q", inside)
		}
	}
	if code, _, said := tryRun("verify", copies, "--in", packs); code != exitUsage || !strings.Contains(said, "cannot be held against exports") {
		t.Errorf("exit %d: %s", code, said)
	}
	read := func(name string) string {
		text, err := os.ReadFile(filepath.Join(copies, name))
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	for what, c := range map[string]struct {
		name, text, says string
	}{
		"one byte":   {"tender-pack.pdf", "%" + read("tender-pack.pdf")[1:len(read("tender-pack.pdf"))-1] + "x", "tender-pack.pdf  changed since"},
		"taken away": {"tender-pack.xlsx", "", "tender-pack.xlsx  is not there"},
		"added":      {"more.pdf", "%PDF", "more.pdf  is no part of this build"},
		"a new list": {handoverName, strings.Replace(read(handoverName), "tender-pack.pdf", "tender-pack2.pdf", 1), "does not fit"},
	} {
		was, wasErr := os.ReadFile(filepath.Join(copies, c.name))
		if c.text == "" {
			wasErr = os.Remove(filepath.Join(copies, c.name))
		} else {
			writeFiles(t, copies, map[string]string{c.name: c.text})
		}
		code, stdout, stderr := tryRun("verify", copies, "--public-key", key+".pub")
		if code != exitChanged || !strings.Contains(stdout, c.says) || !strings.Contains(stderr, "not as they were handed over") {
			t.Errorf("%s: exit %d\n%s%s", what, code, stdout, stderr)
		}
		if wasErr == nil {
			writeFiles(t, copies, map[string]string{c.name: string(was)})
		} else if err := os.Remove(filepath.Join(copies, c.name)); err != nil {
			t.Fatal(err)
		}
	}
	mustRun(t, "handover", packs, "--to", copies, "--password-file", word) // other bytes, so the signature goes
	if _, err := os.Stat(filepath.Join(copies, handoverName+signatureEnding)); err == nil {
		t.Error("the signature of other copies stays")
	}
	mustRun(t, "verify", copies)
}
