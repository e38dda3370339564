package main

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// TestGuards asks for what would harm the exports or the user's files. Each is
// refused before the work, and nothing is written.
func TestGuards(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	writeFiles(t, "in", smallExports)
	writeFiles(t, "foreign", map[string]string{"manifest.json": `{"name": "some other program"}`})
	writeFiles(t, "broken", map[string]string{"manifest.json": `{"options": {`})
	writeFiles(t, ".", map[string]string{"file": "mine"})
	writeFiles(t, "packs", nil)
	mustRun(t, "key", "new", "packs/our.key")
	mustRun(t, "key", "new", "our.key")
	for link, to := range map[string]string{"to-in": "in", "nowhere": "gone", "to-export": "in/people.csv", "to-packs": "packs"} {
		if err := os.Symlink(to, link); err != nil {
			t.Skip("no links here: " + err.Error())
		}
	}
	if err := os.Link("in/people.csv", "hard.csv"); err != nil {
		t.Fatal(err)
	}
	before := snapshot(t, "in")
	for _, c := range []struct {
		args string
		want int
		says string
	}{
		{"--out to-in", exitNothing, "folder of the exports"},
		{"--out in/../in/.", exitNothing, "folder of the exports"},
		{"--out file", exitNothing, "file is no folder"},
		{"--out file/deeper", exitNothing, "is no folder"},
		{"--out nowhere", exitNothing, "is no folder"},
		{"--out foreign", exitNothing, "not ours or is damaged"},
		{"--out broken", exitNothing, "not ours or is damaged"},
		{"--out packs --key packs/our.key", exitUsage, "the key lies in packs"},
		{"--out to-packs --key packs/our.key", exitUsage, "the key lies in to-packs"},
		{"--out out --key-sheet to-in/who.csv", exitUsage, "would stand in in"},
		{"--out to-packs --key-sheet packs/who.csv", exitUsage, "would stand in to-packs"},
		{"--out out --key-sheet out", exitUsage, "would stand in out"},
		{"--out out --key-sheet to-export", exitUsage, "would stand in in"},
		{"--out out --key-sheet hard.csv", exitUsage, "no key sheet"},
		{"--out out --key our.key --key-sheet our.key", exitUsage, "name the same file"},
		{"--out out --key-sheet nofolder/who.csv", exitNothing, "we cannot write into nofolder"},
		{"--out out --key-sheet file/who.csv", exitNothing, "we cannot write into file"},
	} {
		code, _, stderr := tryRun(append([]string{"build", "--in", "in"}, strings.Fields(c.args)...)...)
		if code != c.want || !strings.Contains(strings.Join(strings.Fields(stderr), " "), c.says) || strings.Contains(stderr, "worked out") {
			t.Errorf("build --in in %s: exit %d, expected %d, saying %q:\n%s", c.args, code, c.want, c.says, stderr)
		}
	}
	if there("out") || there("gone") || snapshot(t, "in") != before || len(hidden(".", "in", "packs", "foreign")) > 0 {
		t.Error("a refused build wrote something")
	}
}

// TestInputsAreOnlyRead builds from exports that nobody may write, with the packs in
// the folder above them, among them, and through a link: no input is changed.
func TestInputsAreOnlyRead(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	writeFiles(t, "work/in", smallExports)
	writeFiles(t, "work/in", map[string]string{"pack.yaml": "packs: [tender]\n"})
	old := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	for name := range smallExports {
		file := filepath.Join("work/in", name)
		if err := os.Chtimes(file, old, old); err != nil {
			t.Fatal(err)
		}
		if err := os.Chmod(file, 0o444); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Chmod("work/in", 0o555); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(filepath.Join(dir, "work/in"), 0o755) }) // so that it can be taken away
	check := func(what string) {
		t.Helper()
		for name, text := range smallExports {
			got, err := os.ReadFile(filepath.Join("work/in", name))
			info, errInfo := os.Stat(filepath.Join("work/in", name))
			if err != nil || errInfo != nil || string(got) != text || !info.ModTime().Equal(old) || runtime.GOOS != "windows" && info.Mode().Perm() != 0o444 {
				t.Errorf("%s: %s was changed", what, name)
			}
		}
	}
	mustRun(t, "build", "--in", "work/in", "--out", "apart")
	mustRun(t, "build", "--in", "work/in", "--out", "work") // the folder around the exports
	mustRun(t, "build", "--in", "work/in", "--out", "work")
	check("packs beside and above")
	if entries, err := os.ReadDir("work/in"); err != nil || len(entries) != len(smallExports)+1 {
		t.Errorf("something was written among the exports: %v", entries)
	}
	if err := os.Chmod("work/in", 0o755); err != nil {
		t.Fatal(err)
	}
	want := snapshot(t, "apart")
	mustRun(t, "build", "--in", "work/in", "--out", "work/in/for the bid")
	mustRun(t, "build", "--in", "work/in", "--out", "work/in/for the bid")
	check("packs among them")
	if got := snapshot(t, "work/in/for the bid"); got != want {
		t.Error("packs among the exports are read as exports")
	}
}
