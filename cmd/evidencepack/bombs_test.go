//go:build unix

package main

import (
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
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
		start := time.Now()
		said, err := inspect.CombinedOutput()
		if inspect.ProcessState == nil {
			t.Fatal(err)
		}
		if took := time.Since(start); took > 15*time.Second {
			t.Errorf("%s took %s", name, took)
		}
		if usage, known := inspect.ProcessState.SysUsage().(*syscall.Rusage); known && usage.Maxrss > 200<<10 {
			t.Errorf("%s took %d MB", name, usage.Maxrss>>10)
		}
		if !strings.Contains(string(said), name) {
			t.Errorf("%s is not named: %s", name, said)
		}
	}
}
