package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// aManifest is a small manifest that is well formed, with some outputs.
func aManifest(names ...string) manifest {
	m := manifest{Version: version, Period: manifestSpan{"2026-01-01", "2026-01-31"}, Baseline: manifestSpan{"2025-12-01", "2025-12-31"}}
	m.Options.Packs = []string{"tender"}
	for _, name := range names {
		m.Outputs = append(m.Outputs, manifestFileOf(name, []byte("x")))
	}
	return m
}

func manifestText(t testing.TB, m manifest) string {
	t.Helper()
	text, err := m.text()
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestHostileManifests gives verify manifests that no build writes. Each is refused
// in words; no name in it leads anywhere.
func TestHostileManifests(t *testing.T) {
	t.Chdir(t.TempDir())
	writeFiles(t, ".", map[string]string{"secret.txt": "x"})
	many := make([]string, mostOutputs+1)
	for i := range many {
		many[i] = fmt.Sprintf("a%d.pdf", i)
	}
	good := manifestText(t, aManifest("a.pdf"))
	cases := map[string]struct{ text, says string }{
		"empty":               {"", "not as we write it"},
		"no object":           {"[]", "not as we write it"},
		"null":                {"null", "does not say which version"},
		"broken":              {good[:len(good)/2], "not as we write it"},
		"more after it":       {good + good, "not as we write it"},
		"deep":                {strings.Repeat("[", 100_000), "not as we write it"},
		"an unknown field":    {strings.Replace(good, `"data_as_at"`, `"extra": 1, "data_as_at"`, 1), "not as we write it"},
		"a later version":     {strings.Replace(good, `"version": "0.1.0"`, `"version": "12.0.0"`, 1), "version 12.0.0 of evidencepack made it"},
		"a version of words":  {strings.Replace(good, `"version": "0.1.0"`, `"version": "one.two.3"`, 1), "does not say which version"},
		"no version":          {strings.Replace(good, `"version": "0.1.0"`, `"version": ""`, 1), "does not say which version"},
		"no date":             {strings.Replace(good, "2026-01-31", "2026-01-32", 1), "no date"},
		"no outputs":          {manifestText(t, aManifest()), "names no packs"},
		"too many outputs":    {manifestText(t, aManifest(many...)), "more than 1,000 files"},
		"a name twice":        {manifestText(t, aManifest("a.pdf", "A.pdf")), "stands twice"},
		"a size below zero":   {strings.Replace(good, `"size": 1`, `"size": -1`, 1), "cannot be right"},
		"a size beyond all":   {strings.Replace(good, `"size": 1`, `"size": 99999999999999`, 1), "cannot be right"},
		"a size of no number": {strings.Replace(good, `"size": 1`, `"size": 1e99`, 1), "not as we write it"},
		"no hash":             {strings.Replace(good, `"sha256": "2d`, `"sha256": "zz`, 1), "cannot be right"},
	}
	for _, name := range []string{
		"/etc/passwd", "../secret.txt", "..", ".", "", "a/b.pdf", `a\b.pdf`, `C:\a.pdf`, "C:a.pdf", ".hidden", "a\x00.pdf", "a\n.pdf", "\x1b[2Ja.pdf",
		"\u202efdp.a", "manifest.json", "MANIFEST.json", "manifest.json.sig", strings.Repeat("a", 300),
	} {
		cases["the name "+fmt.Sprintf("%q", name)] = struct{ text, says string }{manifestText(t, aManifest(name)), "no plain file name"}
	}
	for what, c := range cases {
		writeFiles(t, "out", map[string]string{manifestName: c.text})
		code, stdout, stderr := tryRun("verify", "out")
		if said := strings.Join(strings.Fields(stderr), " "); code != exitNothing || !strings.Contains(said, c.says) || strings.ContainsAny(stdout+stderr, "\x1b\x00") {
			t.Errorf("%s: exit %d, expected %q\n%s%s", what, code, c.says, stdout, stderr)
		}
	}
}

// TestHostileFolders puts something else in the place of the files.
func TestHostileFolders(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	writeFiles(t, ".", map[string]string{"elsewhere.pdf": "x"})
	text := manifestText(t, aManifest("a.pdf", "b.pdf"))
	for _, c := range []struct {
		what string
		put  func(file string) error
		want int
		says string
	}{
		{"as it was", func(file string) error { return os.WriteFile(file, []byte("x"), 0o600) }, exitDone, "2 pack files are as built"},
		{"a link out of the folder", func(file string) error { return os.Symlink(filepath.Join(dir, "elsewhere.pdf"), file) }, exitChanged, "a.pdf  is no plain file"},
		{"a link to a file beside it", func(file string) error { return os.Symlink("b.pdf", file) }, exitChanged, "a.pdf  is no plain file"},
		{"a link to nothing", func(file string) error { return os.Symlink("nowhere", file) }, exitChanged, "a.pdf  is no plain file"},
		{"a device behind a link", func(file string) error { return os.Symlink("/dev/zero", file) }, exitChanged, "a.pdf  is no plain file"},
		{"a folder", func(file string) error { return os.Mkdir(file, 0o755) }, exitChanged, "a.pdf  is no plain file"},
		{"a pipe", func(file string) error { return exec.Command("mkfifo", file).Run() }, exitChanged, "a.pdf  is no plain file"},
		{"a huge file", func(file string) error {
			return os.Truncate(file, 1<<40)
		}, exitChanged, "a.pdf  changed since (1,099,511,627,776 bytes, built with 1)"},
		{"a file nobody may read", func(file string) error { return os.WriteFile(file, []byte("x"), 0) }, exitNothing, "a.pdf"},
	} {
		if os.Getuid() == 0 && strings.Contains(c.what, "nobody") {
			continue // for root, there is no such file
		}
		if runtime.GOOS == "windows" && c.what != "as it was" && c.what != "a folder" {
			continue
		}
		if err := os.RemoveAll("out"); err != nil {
			t.Fatal(err)
		}
		writeFiles(t, "out", map[string]string{manifestName: text, "b.pdf": "x"})
		if c.what == "a huge file" {
			writeFiles(t, "out", map[string]string{"a.pdf": "x"})
		}
		if err := c.put(filepath.Join("out", "a.pdf")); err != nil {
			t.Fatalf("%s: %v", c.what, err)
		}
		code, stdout, stderr := tryRun("verify", "out")
		if code != c.want || !strings.Contains(stdout+stderr, c.says) {
			t.Errorf("%s: exit %d, expected %q\n%s%s", c.what, code, c.says, stdout, stderr)
		}
	}
}

// TestHostileManifestFiles puts something else in the place of the manifest, and
// so many files beside it that nobody could list them.
func TestHostileManifestFiles(t *testing.T) {
	t.Chdir(t.TempDir())
	writeFiles(t, "huge", map[string]string{manifestName: "{"})
	if err := os.Truncate("huge/manifest.json", 1<<40); err != nil {
		t.Fatal(err)
	}
	writeFiles(t, "link", nil)
	if err := os.Symlink("../huge/manifest.json", "link/manifest.json"); err != nil {
		t.Skip("this system makes no links") // Windows, for those who are not its administrators
	}
	writeFiles(t, "folder/manifest.json", nil)
	writeFiles(t, "none", nil)
	writeFiles(t, "many", map[string]string{manifestName: manifestText(t, aManifest("a.pdf")), "a.pdf": "x"})
	for i := range mostEntries {
		writeFiles(t, "many", map[string]string{fmt.Sprintf("b%d", i): ""})
	}
	for _, c := range []struct {
		out  string
		want int
		says string
	}{
		{"huge", exitNothing, "larger than any file of ours"}, {"link", exitNothing, "no plain file"}, {"folder", exitNothing, "no plain file"},
		{"none", exitNothing, "holds no manifest.json"}, {"nowhere", exitNothing, "there is no folder"}, {"huge/manifest.json", exitNothing, "there is no folder"},
		{"many", exitChanged, "more than 10,000 files"},
	} {
		code, stdout, stderr := tryRun("verify", c.out)
		if said := strings.Join(strings.Fields(stdout+stderr), " "); code != c.want || !strings.Contains(said, c.says) {
			t.Errorf("%s: exit %d, expected %q\n%s%s", c.out, code, c.says, stdout, stderr)
		}
	}
}

// TestLongLists names the first of many and counts the rest, unless all are asked for.
func TestLongLists(t *testing.T) {
	t.Chdir(t.TempDir())
	var names []string
	for i := range 57 {
		names = append(names, fmt.Sprintf("a%02d.pdf", i))
	}
	writeFiles(t, "out", map[string]string{manifestName: manifestText(t, aManifest(names...))})
	if _, stdout, _ := tryRun("verify", "out"); !strings.Contains(stdout, "  and 37 more: add --all\n") || strings.Contains(stdout, "a20.pdf") {
		t.Error(stdout)
	}
	if _, stdout, _ := tryRun("verify", "out", "--all"); !strings.Contains(stdout, "a56.pdf") || strings.Contains(stdout, "more") {
		t.Error(stdout)
	}
}

// TestOldManifestDeletesNothing builds over a folder whose manifest names files that
// a build must not take away.
func TestOldManifestDeletesNothing(t *testing.T) {
	t.Chdir(t.TempDir())
	writeFiles(t, "exports", smallExports)
	for _, name := range []string{"../keep.csv", "/etc/hostname", "sub"} {
		writeFiles(t, ".", map[string]string{"keep.csv": "mine"})
		writeFiles(t, "out/sub", nil)
		writeFiles(t, "out", map[string]string{manifestName: manifestText(t, aManifest(name))})
		mustRun(t, "build", "--in", "exports", "--out", "out", "--pack", "monthly")
		for _, kept := range []string{"keep.csv", "out/sub"} {
			if _, err := os.Stat(kept); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
}

// FuzzManifest reads any bytes as a manifest: an error or a list of plain names that
// reads the same after it is written again.
func FuzzManifest(f *testing.F) {
	f.Add([]byte(manifestText(f, aManifest("a.pdf", "b.json"))))
	f.Add([]byte(`{"version":"0.1.0","outputs":[{"file":"../a"}]}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		sealFits(text)
		m, err := parseManifest(text)
		if err != nil {
			return
		}
		for _, o := range m.Outputs {
			if filepath.Base(o.File) != o.File || strings.ContainsAny(o.File, "/\\\x00\n\x1b") || o.File[0] == '.' || o.Size < 0 {
				t.Errorf("%q is taken for a plain name", o.File)
			}
		}
		again, err := m.text()
		if err != nil {
			t.Fatal(err)
		}
		if !sealFits(again) {
			t.Error("a manifest does not fit its own seal")
		}
		read, err := parseManifest(again)
		if err != nil {
			t.Fatal(err)
		}
		m.Seal, read.Seal = "", ""
		a, errA := json.Marshal(m)
		b, errB := json.Marshal(read)
		if errA != nil || errB != nil || string(a) != string(b) {
			t.Errorf("written again it reads otherwise:\n%s\n%s", a, b)
		}
	})
}

// FuzzSignature reads any bytes as a signature and as keys.
func FuzzSignature(f *testing.F) {
	f.Add(signatureText(manifestName, make([]byte, 64)))
	f.Add(keyText(privateType, privateHead, make([]byte, 32)))
	f.Add(keyText(publicType, publicHead, make([]byte, 32)))
	f.Add([]byte("# nothing\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		if signature, err := parseSignature(text); err == nil && len(signature) != 64 {
			t.Errorf("a signature of %d bytes", len(signature))
		}
		for kind, head := range map[string][]byte{privateType: privateHead, publicType: publicHead} {
			if key, why := keyIn(text, kind, head); why == "" && len(key) != 32 {
				t.Errorf("a key of %d bytes", len(key))
			}
		}
	})
}

// FuzzEvidence reads any bytes as evidence.csv and says how it differs from another.
func FuzzEvidence(f *testing.F) {
	const row = "E-00000000,REF-01,Elm,,task=meals,month,2026-01-01,2026-01-31,1,2,50,percent,1,99,2,ok,\n"
	f.Add([]byte(evidenceHead + "\n" + row))
	f.Add([]byte(evidenceHead + "\n" + row + row + "E-1,X,,P-001,,period,a,b,NaN,1e999,-Inf,days,,,,ok,\x1b[2J\n"))
	own, err := readEvidence([]byte(evidenceHead + "\n" + row))
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		lines, err := readEvidence(text)
		if err != nil {
			return
		}
		for _, byPerson := range []bool{true, false} {
			if same := compareEvidence(lines, lines, byPerson); len(same) > 0 {
				t.Errorf("%d groups differ from themselves", len(same))
			}
			for _, g := range compareEvidence(lines, own, byPerson) {
				if said := g.heading() + strings.Join(g.lines(), ""); strings.ContainsAny(said, "\x1b\n\x00") {
					t.Errorf("it would obey %q", said)
				}
			}
		}
	})
}
