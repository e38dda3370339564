package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"testing/synctest"
	"time"

	"evidencepack/testdata/caresample"
)

// sameFiles compares the files of two folders byte by byte.
func sameFiles(t *testing.T, what, one, two string) {
	t.Helper()
	names, others := mustList(t, one), mustList(t, two)
	if len(names) < 15 || len(names) != len(others) {
		t.Errorf("%s: %d files and %d", what, len(names), len(others))
	}
	for _, n := range names {
		a, errA := os.ReadFile(filepath.Join(one, n.Name()))
		b, errB := os.ReadFile(filepath.Join(two, n.Name()))
		if errA != nil || errB != nil || !bytes.Equal(a, b) {
			t.Errorf("%s: %s differs", what, n.Name())
		}
	}
}

// TestSameBytes builds the sample as a program of its own, each time with another
// number of processors, time zone, language and folder.
func TestSameBytes(t *testing.T) {
	dir := t.TempDir()
	program := filepath.Join(dir, "evidencepack")
	if said, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	first := ""
	for what, env := range map[string][]string{
		"one processor in London":                {"GOMAXPROCS=1", "TZ=UTC", "LANG=C", "LC_ALL=C"},
		"two processors in New York":             {"GOMAXPROCS=2", "TZ=America/New_York", "LANG=tr_TR.UTF-8", "LC_ALL=tr_TR.UTF-8"},
		"a folder with a blank, west of it all":  {"GOMAXPROCS=2", "TZ=Pacific/Apia", "LANG=C", "LC_ALL=C"},
		"one processor, Turkish, another folder": {"GOMAXPROCS=1", "TZ=Pacific/Apia", "LANG=tr_TR.UTF-8", "LC_ALL=tr_TR.UTF-8"},
	} {
		home := filepath.Join(dir, what, "žluť")
		if err := os.MkdirAll(home, 0o755); err != nil {
			t.Fatal(err)
		}
		if err := caresample.Unpack(home); err != nil {
			t.Fatal(err)
		}
		build := exec.Command(program, append([]string{"build", "--in", "exports", "--out", "packs"}, sampleFlags...)...)
		build.Dir, build.Env = home, append(os.Environ(), env...)
		if said, err := build.CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", what, err, said)
		}
		packs := filepath.Join(home, "packs")
		if first == "" {
			first = packs
			continue
		}
		sameFiles(t, what, first, packs)
	}
}

// TestSameBytesOnAnotherDay builds under a clock that is not the computer's: on
// 1 January 2000, and again 400 days later.
func TestSameBytesOnAnotherDay(t *testing.T) {
	dir := t.TempDir()
	today, then, later := filepath.Join(dir, "today"), filepath.Join(dir, "then"), filepath.Join(dir, "later")
	mustRun(t, "demo", "--out", today)
	synctest.Test(t, func(t *testing.T) {
		if now := time.Now(); now.Year() != 2000 {
			t.Fatalf("the clock is not faked: %s", now)
		}
		mustRun(t, "demo", "--out", then)
		time.Sleep(400 * 24 * time.Hour)
		if now := time.Now(); now.Year() != 2001 {
			t.Fatalf("the clock did not move: %s", now)
		}
		mustRun(t, "demo", "--out", later)
	})
	sameFiles(t, "in the year 2000", today, then)
	sameFiles(t, "400 days later", today, later)
}
