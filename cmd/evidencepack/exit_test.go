package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"evidencepack/testdata/caresample"
)

// smallExports are the least that packs can be made from: two people, two months.
var smallExports = map[string]string{
	"people.csv": "Person ID,Full name,Service,Start date,End date\nA1,Una Testperson,Elm,01/01/2020,\nA2,Duo Testperson,Elm,01/01/2020,\n",
	"notes.csv": "Task ID,Date,Time,Service,Client ID,Category,Outcome\n" +
		"1,01/01/2026,08:00,Elm,A1,Personal care,Completed\n2,02/01/2026,08:00,Elm,A1,Personal care,Refused\n" +
		"3,01/02/2026,08:00,Elm,A2,Meals,Completed\n4,28/02/2026,08:00,Elm,A2,Personal care,Declined\n",
}

func writeFiles(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// tryRun runs the program and gives its exit code and what it said.
func tryRun(args ...string) (code int, stdout, stderr string) {
	var out, err bytes.Buffer
	code = run(args, world{stdin: &bytes.Buffer{}, stdout: &out, stderr: &err})
	return code, out.String(), err.String()
}

// TestExitCodes tries every exit code of the contract, each exactly.
func TestExitCodes(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	writeFiles(t, "good", smallExports)
	writeFiles(t, "partly", smallExports)
	writeFiles(t, "bad", map[string]string{"x.pdf": "%PDF-1.4"})
	for i := range 12 {
		writeFiles(t, "partly", map[string]string{fmt.Sprintf("broken%02d.csv", i): ""})
	}
	if err := os.Mkdir("empty", 0o755); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		args string
		want int
		says string
	}{
		{"", exitUsage, "Start here"},
		{"help", exitDone, ""},
		{"good --out a", exitDone, ""},
		{"build good --out a --no-cache", exitDone, ""},
		{"build --in good --out a --pack tender", exitDone, ""},
		{"partly --out b", exitPartly, "12 files could not be used"},
		{"build --in partly --out b --pack tender", exitPartly, "without 12 files"},
		{"empty", exitNothing, "no files"},
		{"bad", exitNothing, "PDF"},
		{"nowhere", exitUsage, "no folder or command"},
		{"build --in nowhere", exitNothing, "no folder"},
		{"build --in good --pack tenders", exitUsage, "no pack"},
		{"build --in good --pack tender,tender", exitUsage, "named twice"},
		{"build --in good --nonsense", exitUsage, "unknown flag"},
		{"build --in good --from 2026-02-01 --to 2026-01-01", exitUsage, "ends before it begins"},
		{"build --in good --from 2026-02-01 --to 2026-02-28 --baseline-from 2026-01-01 --baseline-to 2026-02-10", exitUsage, "share days"},
		{"build --in good --from 2031-01-01 --to 2031-02-01", exitNothing, "nothing is recorded"},
		{"build --in good --out good", exitNothing, "folder of the exports"},
		{"build --in good --out c --key-sheet c/who.csv", exitUsage, "would stand in c"},
		{"build --in good --out c --key-sheet good/who.csv", exitUsage, "would stand in good"},
		{"build --in good --out c --key-sheet partly/people.csv", exitUsage, "no key sheet"},
		{"inspect good", exitDone, ""},
		{"inspect good partly", exitPartly, "cannot be used"},
		{"inspect bad", exitNothing, "none of these"},
		{"inspect nowhere", exitNothing, "no file or folder"},
		{"good/notes.csv", exitUsage, "is one file"},
		{"build --in good --out a --key good/people.csv", exitNothing, "is no key"},
		{"draw nowhere.json", exitNothing, "no saved page"},
		{"list everything", exitUsage, "takes one of these words"},
	} {
		code, _, stderr := tryRun(strings.Fields(c.args)...)
		if code != c.want || !strings.Contains(stderr, c.says) {
			t.Errorf("evidencepack %s: exit %d, expected %d, saying %q:\n%s", c.args, code, c.want, c.says, stderr)
		}
	}
	if _, err := os.Stat("c"); err == nil {
		t.Error("a refused build left its folder behind")
	}
}

// TestNamesRefuseAPack builds with a person's name as the provider's: exit 3, and
// nothing is put in place.
func TestNamesRefuseAPack(t *testing.T) {
	t.Chdir(t.TempDir())
	writeFiles(t, "exports", smallExports)
	writeFiles(t, "exports", map[string]string{"pack.yaml": "provider: The house of Una Testperson\n"})
	code, _, stderr := tryRun("exports", "--out", "out")
	if code != exitPrivate || strings.Contains(stderr, "Una") {
		t.Errorf("exit %d, saying:\n%s", code, stderr)
	}
	if _, err := os.Stat("out"); err == nil {
		t.Error("a refused pack was put in place")
	}
}

// TestFreeTextStaysInside gives a change of approach names in its words; none of
// them may reach a pack.
func TestFreeTextStaysInside(t *testing.T) {
	t.Chdir(t.TempDir())
	writeFiles(t, "exports", smallExports)
	writeFiles(t, "exports", map[string]string{"changes.csv": "Change ID,Change date,Person ID,Service,Area,What changed,Why,Method\n" +
		"C1,01/02/2026,,Elm,Una likes late tea,Tea with Una at four,Una asked,as Duo said\n" +
		"C2,02/02/2026,,Elm,Staffing,Strangerson asked for it,,pacing\n"})
	writeFiles(t, "exports", map[string]string{"attendance.csv": "Date,Name,Activity,Status\n01/02/2026,Jane Strangerson,Choir,Attended\n"})
	if code, _, stderr := tryRun("exports", "--out", "out"); code != exitDone {
		t.Fatal(stderr)
	}
	for _, pack := range []string{"tender-pack", "inspection-pack", "monthly-report"} {
		text, err := os.ReadFile(filepath.Join("out", pack+".json"))
		if err != nil {
			t.Fatal(err)
		}
		for _, leak := range []string{"Una", "late tea", "Duo", "Strangerson"} {
			if bytes.Contains(text, []byte(leak)) {
				t.Errorf("%s holds %q", pack, leak)
			}
		}
	}
}

// TestStalePacksGo builds one pack where three stood: the manifest speaks of all
// that is there.
func TestStalePacksGo(t *testing.T) {
	t.Chdir(t.TempDir())
	writeFiles(t, "exports", smallExports)
	mustRun(t, "exports", "--out", "out")
	writeFiles(t, "out", map[string]string{"my-notes.txt": "mine"})
	mustRun(t, "build", "--in", "exports", "--out", "out", "--pack", "monthly")
	if _, err := os.Stat("out/tender-pack.pdf"); err == nil {
		t.Error("the old tender pack is still there")
	}
	if _, err := os.Stat("out/my-notes.txt"); err != nil {
		t.Error("a file that is not ours is gone")
	}
}

// TestOwnPack finds a pack of the user's own by its file.
func TestOwnPack(t *testing.T) {
	t.Chdir(t.TempDir())
	writeFiles(t, "exports", smallExports)
	writeFiles(t, "exports", map[string]string{"pack.yaml": "templates: ours\n"})
	writeFiles(t, "exports/ours/packs", map[string]string{"board.yaml": "pack: board\nfile: board-page\ntitle: For the board\ntier: internal\nsections:\n  - id: one\n    label: Refusals\n    finding: [REF-01]\n    blocks:\n      - headline: [REF-01]\n"})
	mustRun(t, "build", "--in", "exports", "--out", "out", "--pack", "board")
	if _, err := os.Stat("out/board-page.pdf"); err != nil {
		t.Error(err)
	}
}

// TestSavedMappingsCanBeRead saves what was found in every kind of export and
// builds with it: the same figures.
func TestSavedMappingsCanBeRead(t *testing.T) {
	dir := t.TempDir()
	if err := caresample.Unpack(dir); err != nil {
		t.Fatal(err)
	}
	exports := filepath.Join(dir, "exports")
	mustRun(t, "inspect", exports, "--save", filepath.Join(exports, "mappings"))
	mustRun(t, append([]string{"build", "--in", exports, "--out", filepath.Join(dir, "out")}, sampleFlags...)...)
	a, errA := os.ReadFile(filepath.Join(dir, "out", "evidence.csv"))
	b, errB := os.ReadFile(filepath.Join(sharedSample(t), "evidence.csv"))
	if errA != nil || errB != nil || !bytes.Equal(a, b) {
		t.Errorf("with the mappings that we saved the figures are others: %v, %v", errA, errB)
	}
}
