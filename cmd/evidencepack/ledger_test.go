package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"evidencepack/ingest/record"
	"evidencepack/render"
	"evidencepack/render/disclose"
	"evidencepack/render/page"
	"evidencepack/testdata"
)

// tenderAfter makes the tender pack of the exports inside the program, after what was sent
// before, and lists what it shows.
func tenderAfter(t *testing.T, j *job, before ledger) (*page.Page, []render.Shown) {
	t.Helper()
	if j.exports == nil {
		j.world = world{stdout: &bytes.Buffer{}, stderr: &bytes.Buffer{}}
		j.progress, j.folder = &progress{world: j.world}, testdata.Exports()
		for _, step := range []func() error{j.prepare, j.read, j.count} {
			if err := step(); err != nil {
				t.Fatal(err)
			}
		}
	}
	j.releases = before
	made, shown, err := render.ComposeShown(j.packs[0], j.inputOf(disclose.NewGate(nil)))
	if err != nil {
		t.Fatal(err)
	}
	return made, shown
}

// ledgerOf is a ledger of one release.
func ledgerOf(t *testing.T, shown []render.Shown) ledger {
	t.Helper()
	text, err := shownCSV([]shownFigures{{"tender-pack", shown}})
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.SplitAfter(strings.TrimPrefix(string(text), mark), "\n")
	var out strings.Builder
	out.WriteString(mark + strings.Join(ledgerHeads, ",") + "\n")
	for _, line := range lines[1 : len(lines)-1] {
		out.WriteString("1,a council,a tender,,quality lead,2026-11-22," + strings.Replace(line, "tender-pack,", "tender-pack,,,", 1))
	}
	l, err := parseLedger("releases.csv", []byte(out.String()))
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// TestSameReleaseTwice finds the same pack after it was sent: what a reader has tells
// nothing new together with itself.
func TestSameReleaseTwice(t *testing.T) {
	j := &job{}
	first, shown := tenderAfter(t, j, ledger{})
	before := ledgerOf(t, shown)
	if len(before.figures) != len(shown) || len(shown) < 100 {
		t.Fatalf("%d figures are shown, and %d come back from the ledger", len(shown), len(before.figures))
	}
	for i, s := range shown {
		if back := before.figures[i]; back.Figure != s.Figure {
			t.Errorf("%+v comes back as %+v", s.Figure, back.Figure)
		}
	}
	second, again := tenderAfter(t, j, before)
	one, errOne := first.Save()
	two, errTwo := second.Save()
	if errOne != nil || errTwo != nil || !bytes.Equal(one, two) || len(again) != len(shown) {
		t.Errorf("the same pack after it was sent shows %d figures, before %d", len(again), len(shown))
	}
}

// TestLedgerNames writes and reads the names of services, whatever is in them.
func TestLedgerNames(t *testing.T) {
	for _, names := range [][]string{nil, {"Elm House"}, {"Ash; Elm", `Oak\Yew`, "Ty Gwyn"}, {"=Elm"}, {"Łódź House", "  Two  Spaces"}} {
		service := disclose.PoolOf(names)
		if got := disclose.PoolOf(servicesIn(servicesText(service))); got != service {
			t.Errorf("%q comes back as %q", service, got)
		}
	}
}

// TestLedgerFaults names the line of what cannot be understood.
func TestLedgerFaults(t *testing.T) {
	heads := strings.Join(ledgerHeads, ",") + "\n"
	good := "1,a,b,,c,2026-11-22,tender-pack,,,REF-01,,,2026-04-01,2026-09-30,10,100,10,20\n"
	for text, want := range map[string]string{
		"Date,Name\n": "line 1: its first line", heads + good + "x" + good[1:]: "line 3: the column release",
		heads + "1,a\n": "line 2: it has 2 columns", heads + strings.Replace(good, "100", "ten", 1): "line 2: the column denominator",
		heads + strings.Replace(good, "2026-04-01", "1/4/26", 1): "line 2: the column from", heads + `1,"a` + "\n": "line 2: the quotation marks",
		heads + strings.Replace(good, "2026-04-01", "2027-04-01", 1): "line 2: its last day", heads + strings.Replace(good, ",100,", ",NaN,", 1): "line 2: the column denominator",
	} {
		_, err := parseLedger("releases.csv", []byte(text))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, expected %q", text, err, want)
		}
	}
	if l, err := parseLedger("releases.csv", []byte(heads+good)); err != nil || l.last != 1 || len(l.figures) != 1 || *l.figures[0].People != 20 {
		t.Errorf("%+v, %v", l, err)
	}
}

// TestLedgerAsOf leaves out what was sent after a build, and nothing else.
func TestLedgerAsOf(t *testing.T) {
	heads := mark + strings.Join(ledgerHeads, ",") + "\n"
	row := "1,a,b,,c,2026-11-22,tender-pack,,,REF-01,,,2026-04-01,2026-09-30,10,100,10,20\n"
	then, errThen := parseLedger("releases.csv", []byte(heads+row))
	now, errNow := parseLedger("releases.csv", []byte(heads+row+"2"+row[1:]))
	if errThen != nil || errNow != nil {
		t.Fatal(errThen, errNow)
	}
	m := manifest{Inputs: []manifestInput{then.manifest()}}
	if got := now.asOf(m); got.rows != 1 || got.manifest().SHA256 != then.manifest().SHA256 {
		t.Errorf("%d rows", got.rows)
	}
	if got := now.asOf(manifest{}); got.name != "" {
		t.Error("a ledger that was begun after a build was no input of it")
	}
	changed, err := parseLedger("releases.csv", []byte(heads+strings.Replace(row, ",100,", ",101,", 1)))
	if err != nil || changed.asOf(m).manifest().SHA256 == then.manifest().SHA256 {
		t.Error("a changed row does not show")
	}
}

// TestPooledTable counts a person who moved between two small services once.
func TestPooledTable(t *testing.T) {
	j := &job{}
	tenderAfter(t, j, ledger{})
	services := j.table.Services()
	small := services[:2]
	pooled := pooledTable(j.exports, j.spans(), small)
	if got := pooled.Services(); len(got) != len(services)-1 || !slices.Contains(got, disclose.PoolOf(small)) {
		t.Fatalf("%q", got)
	}
	people := func(service string) int { return pooled.PeopleAt(service, j.spans()...) }
	sum := j.table.PeopleAt(small[0], j.spans()...) + j.table.PeopleAt(small[1], j.spans()...)
	if got := people(disclose.PoolOf(small)); got == 0 || got > sum {
		t.Errorf("%d people at both, %d one by one", got, sum)
	}
	if j.table.Rows(record.KindCareTask, record.Span{}) != pooled.Rows(record.KindCareTask, record.Span{}) || !slices.Equal(j.table.Services(), services) {
		t.Error("the records themselves were changed")
	}
}

// TestReleasesAtOnce notes eight releases at the same moment: each gets a number of its own
// and none is lost.
func TestReleasesAtOnce(t *testing.T) {
	dir := t.TempDir()
	packs, ledger := filepath.Join(dir, "packs"), filepath.Join(dir, "ledger", "releases.csv")
	writeFiles(t, filepath.Dir(ledger), map[string]string{"about.txt": "the ledger stands here\n"})
	mustRun(t, "demo", "--out", packs)
	var all sync.WaitGroup
	for i := range 8 {
		all.Go(func() {
			if code, _, stderr := tryRun("release", packs, "--ledger", ledger, "--to", fmt.Sprint("Council ", i), "--purpose", "Tender", "--approved-by", "Quality lead", "--date", "2026-11-22"); code != exitDone {
				t.Errorf("exit %d: %s", code, stderr)
			}
		})
	}
	all.Wait()
	text, err := os.ReadFile(ledger)
	if err != nil {
		t.Fatal(err)
	}
	numbers := map[string]bool{}
	for i := range 8 {
		for line := range strings.Lines(string(text)) {
			if strings.Contains(line, fmt.Sprint(",Council ", i, ",")) {
				number, _, _ := strings.Cut(line, ",")
				numbers[number] = true
				break
			}
		}
	}
	if len(numbers) != 8 {
		t.Errorf("eight releases have %d numbers", len(numbers))
	}
	if left, err := os.ReadDir(filepath.Dir(ledger)); err != nil || len(left) != 2 {
		t.Errorf("beside the ledger stand %v", left)
	}
}
