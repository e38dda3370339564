//go:build linux || darwin

package main

import (
	"bufio"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"
)

// TestStopped stops a build with Ctrl-C when it has read the exports: one line, the end
// that the signal has by itself, and no packs.
func TestStopped(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	run := exec.Command("evidencepack", "build", "--in", filepath.Join(filepath.Dir(sharedSample(t)), "exports"), "--out", out)
	pipe, err := run.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := run.Start(); err != nil {
		t.Fatal(err)
	}
	var said []string
	lines := bufio.NewScanner(pipe)
	for lines.Scan() {
		said = append(said, lines.Text())
		if strings.HasPrefix(lines.Text(), "evidencepack: read ") {
			if err := run.Process.Signal(os.Interrupt); err != nil {
				t.Fatal(err)
			}
		}
	}
	err = run.Wait()
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.Sys().(syscall.WaitStatus).Signal() != syscall.SIGINT {
		t.Errorf("it ended with %v", err)
	}
	if last := said[len(said)-1]; last != "evidencepack: note: stopped; nothing was changed." {
		t.Errorf("it said %q", said)
	}
	if there(out) {
		t.Error("there are packs")
	}
}

// TestLedgerUnwritten says why a ledger cannot be written.
func TestLedgerUnwritten(t *testing.T) {
	for says, err := range map[string]error{
		"the disk is full.":                 &fs.PathError{Op: "write", Path: "x", Err: unix.ENOSPC},
		"you may not write into its folder": &fs.PathError{Op: "open", Path: "x", Err: unix.EACCES},
		"you may not write into its":        &fs.PathError{Op: "open", Path: "x", Err: unix.EROFS},
		"close it if it is open":            &fs.PathError{Op: "rename", Path: "x", Err: unix.EBUSY},
	} {
		f := ledgerUnwritten("releases.csv", err)
		if !strings.Contains(f.why+" "+strings.Join(f.hints, " "), says) || !strings.Contains(f.what, "the old one is untouched") {
			t.Errorf("%v: %q, %q, %q", err, f.what, f.why, f.hints)
		}
	}
}
