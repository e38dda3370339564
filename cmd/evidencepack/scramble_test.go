package main

import (
	"bytes"
	"flag"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/fstest"

	"evidencepack/ingest"
	"evidencepack/ingest/record"
	"evidencepack/metrics"
	"evidencepack/render"
	"evidencepack/render/page"
	"evidencepack/testdata/caresample"
	"evidencepack/testdata/scramble"
)

// scrambledUsually and scrambledInCI are rounds: each reads the whole sample.
var scrambledUsually, scrambledInCI uint64 = 10, 40

// How the rounds are drawn. To replay one that failed, give all three:
//
//	go test ./cmd/evidencepack -run Scrambled -scramble.seed=7 -scramble.first=12 -scramble.rounds=1
var (
	scrambleSeed   = flag.Uint64("scramble.seed", 20261122, "seed of the scrambled exports; 0 draws one")
	scrambleFirst  = flag.Uint64("scramble.first", 1, "first round of the scrambled exports")
	scrambleRounds = flag.Uint64("scramble.rounds", 0, "rounds of scrambled exports; 0 is 40 where CI is set, otherwise 10")
)

// scrambleMonthFirst lets dates be written as 11/3/2025 for 3 November.
const scrambleMonthFirst = true

// scrambledPeriods are the windows of the sample's expected figures.
var scrambledPeriods = metrics.Windows{
	Period:   record.Span{From: record.DateOf(2026, 4, 1), To: record.DateOf(2026, 9, 30)},
	Baseline: record.Span{From: record.DateOf(2025, 10, 1), To: record.DateOf(2026, 3, 31)},
}

// TestScrambledExportsGiveTheSameFigures writes the care sample again as other
// systems would have written it, many times: evidence.csv must be the same to
// the byte, and every row must be where it was in the ledger.
func TestScrambledExportsGiveTheSameFigures(t *testing.T) {
	dir := t.TempDir()
	if err := caresample.Unpack(dir); err != nil {
		t.Fatal(err)
	}
	source := os.DirFS(filepath.Join(dir, "exports"))
	want, err := understood(source)
	if err != nil {
		t.Fatal(err)
	}
	if rows := bytes.Count(want.evidence, []byte("\n")); rows < 6384 {
		t.Fatalf("evidence.csv has %d lines", rows)
	}
	exports, err := scramble.Open(source)
	if err != nil {
		t.Fatal(err)
	}
	seed, rounds := *scrambleSeed, *scrambleRounds
	if seed == 0 {
		seed = rand.Uint64()
	}
	if rounds == 0 {
		if rounds = scrambledUsually; os.Getenv("CI") != "" {
			rounds = scrambledInCI
		}
	}
	t.Logf("%d rounds, -scramble.seed=%d", rounds, seed)
	s := scrambling{t: t, exports: exports, source: source, want: want, seed: seed}
	s.next.Store(*scrambleFirst - 1)
	s.last = *scrambleFirst + rounds - 1
	defer debug.SetGCPercent(debug.SetGCPercent(300)) // every round makes and drops the whole sample
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(s.work)
	}
	workers.Wait()
}

// scrambling is the state of all rounds.
type scrambling struct {
	t       *testing.T
	exports *scramble.Exports
	source  fs.FS
	want    reading
	seed    uint64
	next    atomic.Uint64 // round that was begun last
	last    uint64
	failed  atomic.Bool
}

// work does rounds until all are done or one failed.
func (s *scrambling) work() {
	for !s.failed.Load() {
		round := s.next.Add(1)
		if round > s.last {
			return
		}
		files, err := s.exports.Round(s.seed, round, scrambleMonthFirst)
		if err != nil {
			s.t.Error(err)
			return
		}
		folder := make(fstest.MapFS)
		for _, f := range files {
			folder[f.Name] = &fstest.MapFile{Data: f.Data}
		}
		got, err := understood(folder)
		if err == nil && bytes.Equal(got.evidence, s.want.evidence) && len(s.want.differ(got)) == 0 {
			continue
		}
		if !s.failed.Swap(true) {
			s.tell(round, files, got, err)
		}
	}
}

// tell says which round failed, and of which files what was done to them.
func (s *scrambling) tell(round uint64, files []scramble.File, got reading, err error) {
	s.t.Errorf("failed: -scramble.seed=%d -scramble.first=%d -scramble.rounds=1 (error: %v)", s.seed, round, err)
	differ := s.want.differ(got)
	for _, f := range files {
		why, differs := differ[f.Name]
		if len(differ) == 0 {
			why, differs = "its values differ", s.alone(f)
		}
		if differs {
			s.t.Errorf("%s: %s\n  %s", f.Name, why, strings.ReplaceAll(f.Done, "; ", "\n  "))
		}
	}
	s.t.Errorf("first line that differs: %s", firstDifference(got.evidence, s.want.evidence))
}

// alone tells whether one scrambled file among the source's others changes a figure.
func (s *scrambling) alone(f scramble.File) bool {
	got, err := understood(over{s.source, f})
	return err != nil || !bytes.Equal(got.evidence, s.want.evidence)
}

// over is a folder in which one file is another.
type over struct {
	fs.FS
	file scramble.File
}

func (o over) Open(name string) (fs.File, error) {
	if name == o.file.Name {
		return fstest.MapFS{name: &fstest.MapFile{Data: o.file.Data}}.Open(name)
	}
	return o.FS.Open(name)
}

// reading is what one reading of a folder gave.
type reading struct {
	evidence []byte
	ledgers  map[string]string // file → kind and counts
}

// understood reads a folder and works out evidence.csv. The key keeps the
// pseudonyms the same, which would otherwise follow from the bytes of the files.
func understood(folder fs.FS) (reading, error) {
	key := []byte("a key that only this test uses")
	exports, err := ingest.Read(folder, ingest.Options{Key: key})
	if err != nil {
		return reading{}, err
	}
	table := metrics.NewTable(metrics.All, []record.Span{scrambledPeriods.Period, scrambledPeriods.Baseline})
	for r := range exports.Records() {
		table.Add(r)
	}
	for _, s := range exports.Sources() {
		table.Add(s)
	}
	out := reading{ledgers: make(map[string]string)}
	out.evidence, err = render.EvidenceCSV(metrics.Figures(table, scrambledPeriods), exports.People.Pseudonyms(string(page.TierInternal), true))
	for _, l := range exports.Ledgers {
		out.ledgers[l.File] += fmt.Sprint(l.Kind, " read ", l.Read, ", by class ", l.Counts, " ")
	}
	for _, in := range exports.Inputs {
		if in.Error != nil {
			out.ledgers[in.File] += fmt.Sprint(in.Error.Code, " ", in.Error.Kind, " ", in.Error.Field)
		}
	}
	return out, err
}

// differ lists the files whose ledgers differ: file → how.
func (r reading) differ(got reading) map[string]string {
	out := make(map[string]string)
	for file, want := range r.ledgers {
		if got := got.ledgers[file]; got != want {
			out[file] = fmt.Sprintf("the ledger is %q, want %q", got, want)
		}
	}
	return out
}

// firstDifference gives the first line of two texts that differs.
func firstDifference(got, want []byte) string {
	a, b := strings.Split(string(got), "\n"), strings.Split(string(want), "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return fmt.Sprintf("%d: %q, want %q", i+1, a[i], b[i])
		}
	}
	return fmt.Sprintf("%d lines, want %d", len(a), len(b))
}
