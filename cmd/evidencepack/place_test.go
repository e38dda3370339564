package main

import (
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The files of two small builds; the first has one that the second does not make.
var (
	firstFiles  = finished("first", "a-pack.json", "b-pack.pdf", "c-page.html")
	secondFiles = finished("second", "a-pack.json", "b-pack.pdf", "d-pack.xlsx")
)

// finished makes files with a manifest that names them, as a build does.
func finished(what string, names ...string) []output {
	var files []output
	m := manifest{Version: version, Period: manifestSpan{"2026-02-01", "2026-02-28"}, Baseline: manifestSpan{"2026-01-01", "2026-01-31"}}
	m.Options.Packs = []string{what}
	for _, name := range names {
		text := []byte(strings.Repeat(what+" "+name+"\n", 50))
		files = append(files, output{name, text, strings.HasPrefix(name, "a")})
		m.Outputs = append(m.Outputs, manifestFileOf(name, text))
	}
	text, err := m.text()
	if err != nil {
		panic(err)
	}
	return append(files, output{manifestName, text, true})
}

// filesIn maps each file below a folder to its bytes, without hidden ones.
func filesIn(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := make(map[string]string)
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || name == dir || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(name)
		rel, _ := filepath.Rel(dir, name)
		all[filepath.ToSlash(rel)] = string(text)
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	return all
}

// holds tells whether a folder holds these files, the user's own, and nothing else.
func holds(got map[string]string, files []output, own map[string]string) bool {
	if len(got) != len(files)+len(own) {
		return false
	}
	for _, f := range files {
		if got[f.name] != string(f.text) {
			return false
		}
	}
	for name, text := range own {
		if got[name] != text {
			return false
		}
	}
	return true
}

// users are files of the user's among the packs.
var users = map[string]string{"my notes.txt": "mine", "letters/to the council.txt": "also mine", "letters/old/one.txt": "old"}

func putUsers(t *testing.T, dir string) {
	t.Helper()
	for name, text := range users {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// hidden lists what begins with a dot in some folders.
func hidden(dirs ...string) []string {
	var all []string
	for _, dir := range dirs {
		entries, _ := os.ReadDir(dir) // one that is not there hides nothing
		for _, e := range entries {
			if strings.HasPrefix(e.Name(), ".") {
				all = append(all, e.Name())
			}
		}
	}
	return all
}

// ways are how files come into a folder: beside it and exchanged, or file by file.
var ways = map[string]func(dir string) []string{
	"beside":       func(string) []string { return nil },
	"file by file": func(dir string) []string { return []string{dir} },
}

// TestPlaceKeepsWhatIsTheUsers puts a second build over a first one.
func TestPlaceKeepsWhatIsTheUsers(t *testing.T) {
	for way, stays := range ways {
		t.Run(way, func(t *testing.T) {
			above := t.TempDir()
			out := filepath.Join(above, "out")
			if err := place(out, firstFiles, stays(out)...); err != nil {
				t.Fatal(err)
			}
			putUsers(t, out)
			before, err := os.Stat(filepath.Join(out, "my notes.txt"))
			if err != nil {
				t.Fatal(err)
			}
			if err := os.Chmod(out, 0o750); err != nil {
				t.Fatal(err)
			}
			if err := place(out, secondFiles, stays(out)...); err != nil {
				t.Fatal(err)
			}
			if got := filesIn(t, out); !holds(got, secondFiles, users) {
				t.Errorf("the folder holds %q", keys(got))
			}
			after, err := os.Stat(filepath.Join(out, "my notes.txt"))
			if err != nil || !os.SameFile(before, after) || !before.ModTime().Equal(after.ModTime()) {
				t.Error("the user's file is another one now")
			}
			if info, err := os.Stat(out); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o750 {
				t.Errorf("the folder's mode was not kept: %v", info.Mode())
			}
			if left := hidden(above, out); len(left) > 0 {
				t.Errorf("%q were left behind", left)
			}
		})
	}
}

func keys(m map[string]string) []string {
	var all []string
	for k := range m {
		all = append(all, k)
	}
	slices.Sort(all)
	return all
}

// TestLateNotesAreKept saves a note while the new folder is made, and again just
// before the old one is taken away: the later version stays.
func TestLateNotesAreKept(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	if err := place(out, firstFiles); err != nil {
		t.Fatal(err)
	}
	putUsers(t, out)
	t.Cleanup(func() { step = func(string) {} })
	step = func(at string) {
		if at != "ready" {
			return
		}
		later := filepath.Join(out, "fresh.tmp") // as an office program saves: a new file takes the place of the old
		if os.WriteFile(later, []byte("mine, changed"), 0o644) != nil || os.Rename(later, filepath.Join(out, "my notes.txt")) != nil ||
			os.WriteFile(filepath.Join(out, "letters", "new.txt"), []byte("late"), 0o644) != nil {
			t.Error("the note could not be saved")
		}
	}
	if err := place(out, secondFiles); err != nil {
		t.Fatal(err)
	}
	want := map[string]string{"letters/new.txt": "late"}
	for name, text := range users {
		want[name] = text
	}
	want["my notes.txt"] = "mine, changed"
	if got := filesIn(t, out); !holds(got, secondFiles, want) {
		t.Errorf("the folder holds %q", got)
	}
}

// TestOpenInExcel has one file that cannot be moved: nothing is replaced.
func TestOpenInExcel(t *testing.T) {
	for _, stuck := range []string{"a-pack.json", "c-page.html", "d-pack.xlsx", manifestName} {
		out := filepath.Join(t.TempDir(), "out")
		if err := place(out, firstFiles); err != nil {
			t.Fatal(err)
		}
		putUsers(t, out)
		t.Cleanup(func() { move = os.Rename })
		move = func(from, to string) error {
			if filepath.Base(from) == stuck {
				return fs.ErrPermission
			}
			return os.Rename(from, to)
		}
		err := place(out, secondFiles, out)
		move = os.Rename
		if err == nil || !strings.Contains(err.Error(), stuck+" is open in another program, so it stays.") {
			t.Errorf("%s: %v", stuck, err)
		}
		if got := filesIn(t, out); !holds(got, firstFiles, users) {
			t.Errorf("%s: the folder holds %q", stuck, keys(got))
		}
		if left := hidden(out, filepath.Dir(out)); len(left) > 0 {
			t.Errorf("%s: %q were left behind", stuck, left)
		}
	}
}

// TestAnotherRunIsWriting holds the lock of a folder while a second run comes.
func TestAnotherRunIsWriting(t *testing.T) {
	wait := waitForRoom
	t.Cleanup(func() { waitForRoom = wait })
	waitForRoom = 0
	out := filepath.Join(t.TempDir(), "out")
	if err := place(out, firstFiles); err != nil {
		t.Fatal(err)
	}
	held, err := enter(besideName(out))
	if err != nil {
		t.Fatal(err)
	}
	err = place(out, secondFiles)
	if err == nil || !strings.Contains(err.Error(), "another run is writing") || !holds(filesIn(t, out), firstFiles, nil) {
		t.Errorf("the second run did not give way: %v", err)
	}
	held.leave()
	if err := place(out, secondFiles); err != nil {
		t.Error(err)
	}
}

// TestJournalMovesNothingElse gives a journal that came with the folder and names
// files outside of it.
func TestJournalMovesNothingElse(t *testing.T) {
	above := t.TempDir()
	out := filepath.Join(above, "out")
	work := filepath.Join(out, insideRoom)
	for _, dir := range []string{newName, oldName} {
		if err := os.MkdirAll(filepath.Join(work, dir), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(above, "mine.txt"), []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"../mine.txt", `..\mine.txt`, "/mine.txt", "..", "."} {
		text, err := json.Marshal(journal{Gone: []string{name}})
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(work, journalName), text, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := settle(out); err == nil || !there(filepath.Join(above, "mine.txt")) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestModes builds into a new folder: what holds people is its owner's alone.
func TestModes(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("files have no such modes there")
	}
	dir := t.TempDir()
	t.Chdir(dir)
	writeFiles(t, "exports", smallExports)
	mustRun(t, "build", "--in", "exports", "--out", "out", "--key-sheet", "who.csv")
	want := func(name string, mode fs.FileMode) {
		t.Helper()
		if info, err := os.Stat(name); err != nil || info.Mode().Perm() != mode {
			t.Errorf("%s: %v, expected %v (%v)", name, info.Mode().Perm(), mode, err)
		}
	}
	want("out", 0o700)
	want("who.csv", 0o600)
	entries, err := os.ReadDir("out")
	if err != nil || len(entries) < 15 {
		t.Fatalf("%d files: %v", len(entries), err)
	}
	for _, e := range entries {
		mode := fs.FileMode(0o600)
		if strings.HasPrefix(e.Name(), "tender-pack") {
			mode = 0o644
		}
		want(filepath.Join("out", e.Name()), mode)
	}
}

// TestSingleFiles writes files beside others: whole or not at all, and never
// through a link.
func TestSingleFiles(t *testing.T) {
	dir := t.TempDir()
	name, other := filepath.Join(dir, "sheet.csv"), filepath.Join(dir, "other.csv")
	if err := createFile(name, []byte("one"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := createFile(name, []byte("two"), 0o600); !errors.Is(err, fs.ErrExist) {
		t.Errorf("a file that is there was replaced: %v", err)
	}
	if err := os.Rename(name, other); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(other, name); err != nil {
		t.Skip("no links here: " + err.Error())
	}
	if err := createFile(name, []byte("two"), 0o600); !errors.Is(err, fs.ErrExist) {
		t.Errorf("a link was written through: %v", err)
	}
	if err := os.WriteFile(besideName(name), []byte("of a killed run"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := replaceFile(name, []byte("three"), 0o600); err != nil {
		t.Error(err)
	}
	if got := filesIn(t, dir); len(got) != 2 || got["sheet.csv"] != "three" || got["other.csv"] != "one" {
		t.Errorf("%q", got)
	}
}

// snapshot is one hash of all that a folder holds, "" where it is not there.
func snapshot(t *testing.T, dir string) string {
	t.Helper()
	all := filesIn(t, dir)
	if len(all) == 0 {
		return ""
	}
	h := sha256.New()
	for _, name := range keys(all) {
		fmt.Fprintf(h, "%q %s", name, strconv.Quote(all[name]))
	}
	return fmt.Sprintf("%x", h.Sum(nil))
}
