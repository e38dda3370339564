//go:build unix

package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"
)

// TestBombsAreBounded has a program of its own look at the files of the corpus that
// are made to hurt, and measures what it took.
func TestBombsAreBounded(t *testing.T) {
	dir := t.TempDir()
	program := filepath.Join(dir, "evidencepack")
	if said, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	for _, name := range []string{"calamine__issue_594_dos.ods", "poi__poc-xmlbomb.xlsx", "poi__xxe_in_schema.xlsx"} {
		inspect := exec.Command(program, "inspect", filepath.Join(corpusRoots[0], "workbook", name))
		var said bytes.Buffer
		inspect.Stdout, inspect.Stderr = &said, &said
		start := time.Now()
		if err := inspect.Start(); err != nil {
			t.Fatal(err)
		}
		most := watchMemory(inspect.Process.Pid)
		_ = inspect.Wait() // the exit code says what it thinks of the file
		if took := time.Since(start); took > 15*time.Second {
			t.Errorf("%s took %s", name, took)
		}
		if took := most(); took > 200<<10 || runtime.GOOS == "linux" && took < 5<<10 {
			t.Errorf("%s took %d MB", name, took>>10)
		}
		if !strings.Contains(said.String(), name) {
			t.Errorf("%s is not named: %s", name, said.String())
		}
	}
}

// watchMemory looks again and again at the most memory that a program has had so far, and
// gives the last answer in KiB; 0 where the system does not say. What the system reports
// of a program that has ended counts what this test had when it started it.
func watchMemory(pid int) func() int {
	most, done, ended := 0, make(chan struct{}), make(chan struct{})
	look := func() {
		text, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
		_, rest, found := strings.Cut(string(text), "VmHWM:")
		if err != nil || !found {
			return
		}
		if n, err := strconv.Atoi(strings.Fields(rest)[0]); err == nil {
			most = max(most, n)
		}
	}
	go func() {
		defer close(ended)
		for {
			look()
			select {
			case <-done:
				return
			case <-time.After(2 * time.Millisecond):
			}
		}
	}()
	return func() int { close(done); <-ended; return most }
}
