//go:build linux || darwin

package main

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"sync"
	"syscall"
	"testing"
	"time"
)

// killedAt names the step at which a run of the tests ends itself, and killedIn the
// way in which it puts files in place.
const (
	killedAt = "TEST_KILLED_AT"
	killedIn = "TEST_KILLED_IN"
)

// placeAndDie puts files into a folder and kills its own process at one step.
func placeAndDie() {
	at, err := strconv.Atoi(os.Getenv(killedAt))
	if err != nil {
		os.Exit(exitUsage)
	}
	step = func(string) {
		if at--; at == 0 {
			_ = syscall.Kill(os.Getpid(), syscall.SIGKILL)
			select {}
		}
	}
	out := os.Args[1]
	if err := place(out, secondFiles, ways[os.Getenv(killedIn)](out)...); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(exitNothing)
	}
	os.Exit(exitDone)
}

// killed tells whether a process was ended by SIGKILL; any other end than the
// right one is an error.
func killed(t *testing.T, err error, said []byte) bool {
	t.Helper()
	if err == nil {
		return false
	}
	var exit *exec.ExitError
	if errors.As(err, &exit) && exit.Sys().(syscall.WaitStatus).Signal() == syscall.SIGKILL {
		return true
	}
	t.Fatalf("%v: %s", err, said)
	return false
}

// TestKilledAtEachStep kills a run between any two steps of putting files in place,
// over an earlier build and over none. Where folders are exchanged, the folder is
// whole at once; where files are moved, it is after the next command has come.
func TestKilledAtEachStep(t *testing.T) {
	for way := range ways {
		for _, earlier := range []bool{true, false} {
			t.Run(fmt.Sprintf("%s, earlier build %v", way, earlier), func(t *testing.T) {
				t.Parallel()
				at := 1
				for ; stopAt(t, way, earlier, at); at++ {
				}
				if at < 10 {
					t.Errorf("only %d steps", at)
				}
			})
		}
	}
}

// stopAt tells whether there was such a step.
func stopAt(t *testing.T, way string, earlier bool, at int) bool {
	above := t.TempDir()
	out := filepath.Join(above, "out")
	own := map[string]string{}
	var old []output
	if earlier {
		if err := place(out, firstFiles); err != nil {
			t.Fatal(err)
		}
		putUsers(t, out)
		old, own = firstFiles, users
	}
	run := exec.Command("evidencepack", out)
	run.Env = append(os.Environ(), fmt.Sprintf("%s=%d", killedAt, at), killedIn+"="+way)
	said, err := run.CombinedOutput()
	was := killed(t, err, said)
	if way != "beside" {
		if err := settle(out); err != nil {
			t.Errorf("step %d: %v", at, err)
		}
	}
	if got := filesIn(t, out); !(was && holds(got, old, own)) && !holds(got, secondFiles, own) {
		t.Errorf("step %d: the folder holds %q", at, keys(got))
	}
	if err := place(out, secondFiles, ways[way](out)...); err != nil {
		t.Errorf("step %d, the next run: %v", at, err)
	}
	if got := filesIn(t, out); !holds(got, secondFiles, own) {
		t.Errorf("step %d: after the next run the folder holds %q", at, keys(got))
	}
	if left := hidden(above, out); len(left) > 0 {
		t.Errorf("step %d: %q were left behind", at, left)
	}
	return was
}

// kills is how many runs of the whole program are killed at a random moment.
var kills = 100

// TestKilledAtAnyMoment kills whole runs at random moments, each over what the one
// before left. After each the folder is absent where it was, or whole: one build
// or the other, and the user's files in it.
func TestKilledAtAnyMoment(t *testing.T) {
	above := t.TempDir()
	t.Chdir(above)
	out := filepath.Join(above, "out")
	var want [2]string
	for i := range want {
		exports := fmt.Sprintf("exports%d", i)
		writeFiles(t, exports, smallExports)
		writeFiles(t, exports, map[string]string{"pack.yaml": fmt.Sprintf("provider: Provider %d\npacks: [tender]\n", i)})
	}
	began := time.Now()
	for i := range want {
		mustBuild(t, i)
		putUsers(t, out)
		want[i] = snapshot(t, out)
	}
	usual := time.Since(began) / 2
	random := rand.New(rand.NewPCG(6, 100))
	stopped := 0
	for n := range kills {
		if n%10 == 9 { // now and then there is no earlier build
			if err := os.RemoveAll(out); err != nil {
				t.Fatal(err)
			}
		}
		run := buildOf(n % 2)
		if err := run.Start(); err != nil {
			t.Fatal(err)
		}
		timer := time.AfterFunc(time.Duration(random.Float64()*float64(usual)), func() { _ = run.Process.Kill() })
		err := run.Wait()
		timer.Stop()
		if killed(t, err, nil) {
			stopped++
		}
		if n%10 == 9 && there(out) {
			putUsers(t, out)
		}
		if got := snapshot(t, out); got != want[0] && got != want[1] && !(got == "" && n%10 == 9) {
			t.Fatalf("kill %d: the folder holds %q", n, keys(filesIn(t, out)))
		}
		if !there(out) {
			mustBuild(t, n%2)
			putUsers(t, out)
		}
	}
	if stopped < kills/3 {
		t.Errorf("only %d of %d runs were killed in time", stopped, kills)
	}
	mustBuild(t, 1)
	if got := snapshot(t, out); got != want[1] || len(hidden(above, out)) > 0 {
		t.Errorf("the last run left %q and %q", hidden(above, out), keys(filesIn(t, out)))
	}
}

func buildOf(i int) *exec.Cmd {
	return exec.Command("evidencepack", "build", "--in", fmt.Sprintf("exports%d", i), "--out", "out")
}

func mustBuild(t *testing.T, i int) {
	t.Helper()
	if said, err := buildOf(i).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
}

// TestTwoRunsAtOnce has several runs put two builds into one folder: all end well,
// and the folder is one of the two.
func TestTwoRunsAtOnce(t *testing.T) {
	for way, stays := range ways {
		above := t.TempDir()
		out := filepath.Join(above, "out")
		var all sync.WaitGroup
		for i := range 8 {
			all.Go(func() {
				files := [][]output{firstFiles, secondFiles}[i%2]
				if err := place(out, files, stays(out)...); err != nil {
					t.Errorf("%s: %v", way, err)
				}
			})
		}
		all.Wait()
		if got := filesIn(t, out); !holds(got, firstFiles, nil) && !holds(got, secondFiles, nil) {
			t.Errorf("%s: the folder holds %q", way, keys(got))
		}
		if left := hidden(above, out); len(left) > 0 {
			t.Errorf("%s: %q were left behind", way, left)
		}
	}
}
