package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// copyOf copies a folder of packs, so that a test may change it.
func copyOf(t *testing.T, out string) string {
	t.Helper()
	to := filepath.Join(t.TempDir(), "packs")
	if err := os.CopyFS(to, os.DirFS(out)); err != nil {
		t.Fatal(err)
	}
	return to
}

// flip changes one byte of a file and gives a function that changes it back.
func flip(t *testing.T, file string, at int) (back func()) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	write := func(text []byte) {
		if err := os.WriteFile(file, text, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	changed := append([]byte{}, text...)
	changed[at%len(changed)] ^= 1
	write(changed)
	return func() { write(text) }
}

// TestVerifyFindsOneByte changes one byte of each file that a build of the sample
// wrote, one after the other: each is found, named, and nothing else is.
func TestVerifyFindsOneByte(t *testing.T) {
	out := copyOf(t, sharedSample(t))
	entries, err := os.ReadDir(out)
	if err != nil || len(entries) < 15 {
		t.Fatalf("%d files, expected 15 at least: %v", len(entries), err)
	}
	for _, e := range entries {
		info, err := e.Info()
		if err != nil {
			t.Fatal(err)
		}
		back := flip(t, filepath.Join(out, e.Name()), int(info.Size()/2))
		code, stdout, stderr := tryRun("verify", out)
		back()
		if e.Name() == manifestName && code == exitNothing && strings.Contains(stderr, manifestName) {
			continue // it is no manifest any more
		}
		if code != exitChanged || !strings.Contains(stdout, "1 file of the packs differs") || !strings.Contains(stdout, "  "+e.Name()+"  ") {
			t.Errorf("%s: exit %d\n%s%s", e.Name(), code, stdout, stderr)
		}
	}
	if code, stdout, stderr := tryRun("verify", out); code != exitDone || !strings.HasPrefix(stdout, "The 9 pack files are as built.") || stderr != "" {
		t.Errorf("nothing changed, but exit %d\n%s%s", code, stdout, stderr)
	}
}

// TestAnyByteOfTheManifest changes bytes all over a manifest: it is none any more, or
// its seal does not fit.
func TestAnyByteOfTheManifest(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(sharedSample(t), manifestName))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := parseManifest(text); err != nil || !sealFits(text) {
		t.Fatalf("the manifest of a build does not fit: %v", err)
	}
	for at := 0; at < len(text); at += 11 {
		text[at] ^= 1
		if _, err := parseManifest(text); err == nil && sealFits(text) {
			t.Errorf("byte %d can be changed", at)
		}
		text[at] ^= 1
	}
}

// TestVerifySample checks the whole sample against its exports: nothing is said
// where nothing changed, and one changed cell is found with the figures that follow.
func TestVerifySample(t *testing.T) {
	out := sharedSample(t)
	exports := filepath.Join(filepath.Dir(out), "exports")
	code, stdout, stderr := tryRun("verify", out, "--in", exports)
	if code != exitDone || !strings.HasPrefix(stdout, "Nothing has changed. 39 exports, 9 pack files and ") || strings.Contains(stderr, "note") || strings.Contains(stderr, "warning") {
		t.Errorf("nothing changed, but exit %d\n%s%s", code, stdout, stderr)
	}
	changed := copyOf(t, exports)
	file := filepath.Join(changed, "actions.csv")
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(text), "\n")
	if !strings.Contains(lines[151], "2026-09-27") {
		t.Fatal("line 152 of actions.csv is not the action that was late")
	}
	lines[151] = strings.Replace(lines[151], "2026-09-27", "2026-09-10", 1)
	writeFiles(t, changed, map[string]string{"actions.csv": strings.Join(lines, "\n")})
	code, stdout, stderr = tryRun("verify", out, "--in", changed)
	for _, want := range []string{
		"1 export and ", " figures differ from what was built.", "  actions.csv  changed since (same number of rows)\n",
		"  LRN-04 Actions on time, Lantern Court\n    pack says 8 of 14 (57%)   files say 9 of 14 (64%)\n    and so for September 2026\n",
		"  LRN-04 Actions on time, all services\n    pack says 34 of 44 (77%)   files say 35 of 44 (80%)\n",
		"The packs themselves are untouched.\n",
	} {
		if !strings.Contains(stdout, want) {
			t.Errorf("it does not say %q", want)
		}
	}
	if code != exitChanged || !strings.Contains(stderr, "error: the packs no longer match the exports.") {
		t.Errorf("exit %d\n%s%s", code, stdout, stderr)
	}
}

// TestVerifyNames changes one thing at a time of a small build, and wants it named.
func TestVerifyNames(t *testing.T) {
	t.Chdir(t.TempDir())
	writeFiles(t, "exports", smallExports)
	writeFiles(t, "exports", map[string]string{
		"pack.yaml": "provider: Elm Care\ntemplates: ours\n", "contract_kpi.csv": "id,wording,metric\n1,First refusals,REF-01\n",
		"goals.csv": "not,an,export\n",
	})
	writeFiles(t, "exports/mappings", map[string]string{"care_notes.yaml": "kind: care_task\ncodes:\n  Perhaps: partial\n", aliasFile: "kind,written,means\n"})
	writeFiles(t, "exports/ours/packs", map[string]string{"board.yaml": boardPack})
	code, _, stderr := tryRun("exports", "--out", "out")
	if code != exitPartly {
		t.Fatalf("exit %d: %s", code, stderr)
	}
	if code, stdout, stderr := tryRun("verify", "out", "--in", "exports"); code != exitDone {
		t.Fatalf("nothing changed, but exit %d\n%s%s", code, stdout, stderr)
	}
	for _, c := range []struct {
		file, text string // "" takes the file away
		says       string
	}{
		{"exports/notes.csv", strings.Replace(smallExports["notes.csv"], "Refused", "Completed", 1), "notes.csv  changed since (same number of rows)\n"},
		{"exports/notes.csv", smallExports["notes.csv"] + "5,28/02/2026,09:00,Elm,A2,Personal care,Declined\n", "notes.csv  changed since (4 rows, now 5)\n"},
		{"exports/goals.csv", "", "goals.csv  is not there any more\n"},
		{"exports/more.csv", smallExports["notes.csv"], "more.csv  is new since\n"},
		{"exports/pack.yaml", "provider: Elm House\ntemplates: ours\n", "pack.yaml  changed since\n"},
		{"exports/contract_kpi.csv", "id,wording,metric\n2,First refusals,REF-01\n", "contract_kpi.csv  changed since"},
		{"exports/mappings/care_notes.yaml", "kind: care_task\ncodes:\n  Perhaps: refused\n", "mappings/care_notes.yaml  changed since\n"},
		{"exports/mappings/aliases.csv", "", "mappings/aliases.csv  is not there any more\n"},
		{"exports/mappings/visits.yaml", "kind: visit\n", "mappings/visits.yaml  is new since\n"},
		{"exports/ours/packs/board.yaml", boardPack + "    flow: true\n", "templates/packs/board.yaml  changed since\n"},
		{"out/tender-pack.pdf", "", "tender-pack.pdf  is not there\n"},
		{"out/tender-pack (2).pdf", "%PDF", "tender-pack (2).pdf  is no part of this build\n"},
		{"out/figures.csv", "a", "figures.csv  is no part of this build\n"},
	} {
		old, errOld := os.ReadFile(c.file)
		if c.text == "" {
			if err := os.Remove(c.file); err != nil {
				t.Fatal(err)
			}
		} else {
			writeFiles(t, filepath.Dir(c.file), map[string]string{filepath.Base(c.file): c.text})
		}
		code, stdout, stderr := tryRun("verify", "out", "--in", "exports")
		if code != exitChanged || !strings.Contains(stdout, "  "+c.says) {
			t.Errorf("%s: exit %d, expected %q\n%s%s", c.file, code, c.says, stdout, stderr)
		}
		if errOld != nil {
			os.Remove(c.file)
		} else {
			writeFiles(t, filepath.Dir(c.file), map[string]string{filepath.Base(c.file): string(old)})
		}
	}
}

// boardPack is a pack of the user's own.
const boardPack = "pack: board\nfile: board-page\ntitle: For the board\ntier: internal\nsections:\n  - id: one\n    label: Refusals\n    finding: [REF-01]\n    blocks:\n      - headline: [REF-01]\n"

// reseal gives a folder a manifest that agrees with a file that was changed.
func reseal(t *testing.T, out string, change func(*manifest)) {
	t.Helper()
	m := readManifest(t, out)
	for i, f := range m.Outputs {
		text, err := os.ReadFile(filepath.Join(out, f.File))
		if err != nil {
			t.Fatal(err)
		}
		m.Outputs[i] = manifestFileOf(f.File, text)
	}
	if change != nil {
		change(&m)
	}
	text, err := m.text()
	if err != nil {
		t.Fatal(err)
	}
	writeFiles(t, out, map[string]string{manifestName: string(text)})
}

// TestVerifySeesThroughANewManifest changes the packs and makes the manifest agree:
// without the exports nobody can tell, with them everybody can.
func TestVerifySeesThroughANewManifest(t *testing.T) {
	t.Chdir(t.TempDir())
	writeFiles(t, "exports", smallExports)
	mustRun(t, "exports", "--out", "built")
	for _, c := range []struct {
		what   string
		change func(out string)
		says   []string
	}{
		{"a figure", func(out string) {
			text, err := os.ReadFile(filepath.Join(out, evidenceName))
			if err != nil {
				t.Fatal(err)
			}
			lines := strings.Split(string(text), "\n")
			for i, line := range lines {
				if strings.Contains(line, "REF-01,,,,period,") {
					lines[i] = strings.Replace(line, ",1,2,50,", ",0,2,0,", 1)
				}
			}
			writeFiles(t, out, map[string]string{evidenceName: strings.Join(lines, "\n")})
			reseal(t, out, nil)
		}, []string{"1 figure differ", "  REF-01 First refusals, all services\n    pack says 0 of 2 (0%)   files say 1 of 2 (50%)", "  evidence.csv   is not what", "  manifest.json  is not what"}},
		{"a page", func(out string) {
			flip(t, filepath.Join(out, "tender-pack.pdf"), 1000)
			reseal(t, out, nil)
		}, []string{"2 files of the packs differ", "  tender-pack.pdf  is not what these exports give\n", "  manifest.json    is not what these exports give\n"}},
		{"the provider", func(out string) {
			reseal(t, out, func(m *manifest) { m.Options.Rebase = []manifestRebase{{Metric: "REF-01"}} })
		},
			[]string{"1 file of the packs differs", "  manifest.json  is not what"}},
		{"a file more", func(out string) {
			writeFiles(t, out, map[string]string{"letter.pdf": "%PDF"})
			reseal(t, out, func(m *manifest) { m.Outputs = append(m.Outputs, manifestFileOf("letter.pdf", []byte("%PDF"))) })
		}, []string{"  letter.pdf     is not made from these exports\n"}},
	} {
		out := copyOf(t, "built")
		c.change(out)
		if code, stdout, stderr := tryRun("verify", out); code != exitDone {
			t.Errorf("%s: without the exports exit %d\n%s%s", c.what, code, stdout, stderr)
		}
		code, stdout, stderr := tryRun("verify", out, "--in", "exports")
		if code != exitChanged {
			t.Errorf("%s: exit %d\n%s", c.what, code, stderr)
		}
		for _, want := range c.says {
			if !strings.Contains(stdout, want) {
				t.Errorf("%s: it does not say %q:\n%s", c.what, want, stdout)
			}
		}
	}
}

// TestVerifyKeys wants the key of the build, and checks the figures alone without it.
func TestVerifyKeys(t *testing.T) {
	t.Chdir(t.TempDir())
	writeFiles(t, "exports", smallExports)
	mustRun(t, "key", "new", "our.key")
	mustRun(t, "key", "new", "other.key")
	mustRun(t, "exports", "--out", "keyed", "--key", "our.key")
	mustRun(t, "exports", "--out", "plain")
	for _, c := range []struct {
		args string
		want int
		says string
	}{
		{"keyed --key our.key", exitDone, ""},
		{"keyed", exitDone, "was not checked: the pseudonyms need the key"},
		{"keyed --key other.key", exitNothing, "other.key is not the key with which the packs were made"},
		{"plain", exitDone, ""},
		{"plain --key our.key", exitNothing, "made without a key"},
		{"plain --key missing.key", exitNothing, "cannot be opened"},
	} {
		code, stdout, stderr := tryRun(append([]string{"verify", "--in", "exports"}, strings.Fields(c.args)...)...)
		if code != c.want || !strings.Contains(strings.Join(strings.Fields(stderr), " "), c.says) {
			t.Errorf("%s: exit %d\n%s%s", c.args, code, stdout, stderr)
		}
	}
	key, err := os.ReadFile("our.key")
	if err != nil {
		t.Fatal(err)
	}
	if text, err := os.ReadFile("keyed/manifest.json"); err != nil || strings.Contains(string(text), string(key[:8])) {
		t.Errorf("the manifest holds the key: %v", err)
	}
}

// TestVerifySent checks a part of the packs, as somebody has it who was sent one.
func TestVerifySent(t *testing.T) {
	t.Chdir(t.TempDir())
	writeFiles(t, "exports", smallExports)
	mustRun(t, "exports", "--out", "out")
	writeFiles(t, "sent", nil)
	for _, name := range []string{manifestName, "inspection-pack.pdf"} {
		if err := os.Rename("out/"+name, "sent/"+name); err != nil {
			t.Fatal(err)
		}
	}
	if said := mustRun(t, "verify", "sent", "--sent"); !strings.HasPrefix(said, "The 1 pack file is as built.") {
		t.Error(said)
	}
	if code, stdout, _ := tryRun("verify", "sent"); code != exitChanged || !strings.Contains(stdout, "tender-pack.pdf") {
		t.Errorf("exit %d\n%s", code, stdout)
	}
	flip(t, "sent/inspection-pack.pdf", 99)
	if code, stdout, _ := tryRun("verify", "sent", "--sent"); code != exitChanged || !strings.Contains(stdout, "inspection-pack.pdf  changed since") {
		t.Errorf("exit %d\n%s", code, stdout)
	}
}
