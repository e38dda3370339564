package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/sys/unix"
)

// smallDisk mounts a disk of 20 MiB, which only root may.
func smallDisk(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	err := unix.Mount("tmpfs", dir, "tmpfs", unix.MS_NOSUID|unix.MS_NODEV, "size=20m")
	if err != nil && os.Getenv("CI") != "true" {
		t.Skipf("a disk can be mounted here by nobody: %v", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := unix.Unmount(dir, unix.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
	return dir
}

// leave fills a disk but for so many bytes.
func leave(t *testing.T, disk string, free int64) {
	t.Helper()
	var stat unix.Statfs_t
	if err := unix.Statfs(disk, &stat); err != nil {
		t.Fatal(err)
	}
	size := int64(stat.Bavail)*stat.Bsize - free
	f, err := os.Create(filepath.Join(disk, "ballast"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := unix.Fallocate(int(f.Fd()), 0, 0, size); err != nil {
		t.Fatal(err)
	}
}

// TestDiskFullAtAnyByte puts larger files over an earlier build on a small disk with
// less and less space left, until they fit.
func TestDiskFullAtAnyByte(t *testing.T) {
	disk := smallDisk(t)
	larger := []output{{name: manifestName, text: secondFiles[len(secondFiles)-1].text}}
	for i := range 4 {
		larger = append(larger, output{name: fmt.Sprintf("large%d.pdf", i), text: bytes.Repeat([]byte{byte(i)}, 1<<20)})
	}
	for way, stays := range ways {
		fitted := 0
		for free := int64(0); free <= 5<<20; free += 333 << 10 {
			out := filepath.Join(disk, "out")
			if err := errors.Join(os.RemoveAll(out), place(out, firstFiles)); err != nil {
				t.Fatal(err)
			}
			putUsers(t, out)
			leave(t, disk, free)
			err := place(out, larger, stays(out)...)
			got := filesIn(t, out)
			switch {
			case err == nil && holds(got, larger, users):
				fitted++
			case err == nil || !strings.Contains(err.Error(), "the disk is full") || !holds(got, firstFiles, users):
				t.Errorf("%s, %d bytes free: %v; the folder holds %q", way, free, err, keys(got))
			}
			if left := hidden(disk, out); len(left) > 0 {
				t.Errorf("%s, %d bytes free: %q were left behind", way, free, left)
			}
			if err := os.Remove(filepath.Join(disk, "ballast")); err != nil {
				t.Fatal(err)
			}
		}
		if fitted == 0 || fitted > 4 {
			t.Errorf("%s: %d of all fitted", way, fitted)
		}
	}
}

// roomWanted is the hint of how much room a build takes: a few MB.
var roomWanted = regexp.MustCompile(`hint: free about [2-5] MB`)

// TestDiskFull runs the whole program on a full disk, into a folder of it and into
// the disk itself, which no folder can change places with.
func TestDiskFull(t *testing.T) {
	disk := smallDisk(t)
	t.Chdir(t.TempDir())
	writeFiles(t, "exports", smallExports)
	for _, out := range []string{filepath.Join(disk, "out"), disk} {
		mustRun(t, "build", "--in", "exports", "--out", out, "--pack", "tender")
		before := snapshot(t, out)
		leave(t, disk, 200<<10)
		code, _, stderr := tryRun("build", "--in", "exports", "--out", out)
		if code != exitNothing || !strings.Contains(stderr, "error: the disk is full. No pack was written; the old ones are") || !roomWanted.MatchString(stderr) {
			t.Errorf("exit %d, saying:\n%s", code, stderr)
		}
		if err := os.Remove(filepath.Join(disk, "ballast")); err != nil {
			t.Fatal(err)
		}
		if after := snapshot(t, out); after != before {
			t.Error("the old build is not as it was")
		}
		if left := hidden(disk, out); len(left) > 0 {
			t.Errorf("%q were left behind", left)
		}
		mustRun(t, "build", "--in", "exports", "--out", out)
		if !there(filepath.Join(out, "inspection-pack.pdf")) || len(hidden(disk, out)) > 0 {
			t.Error("the next build is not whole")
		}
		if err := os.RemoveAll(filepath.Join(disk, "out")); err != nil {
			t.Fatal(err)
		}
	}
}

// TestNothingIsWrittenWhereNothingMayBe builds from exports on a disk that can only be
// read, and into one: modes bind no root, a disk does.
func TestNothingIsWrittenWhereNothingMayBe(t *testing.T) {
	disk := smallDisk(t)
	t.Chdir(t.TempDir())
	writeFiles(t, filepath.Join(disk, "exports"), smallExports)
	out := filepath.Join(disk, "out")
	mustRun(t, "build", "--in", filepath.Join(disk, "exports"), "--out", out, "--pack", "tender")
	before := snapshot(t, disk)
	if err := unix.Mount("", disk, "", unix.MS_REMOUNT|unix.MS_RDONLY, ""); err != nil {
		t.Fatal(err)
	}
	for _, to := range []string{out, filepath.Join(disk, "new", "deep")} {
		code, _, stderr := tryRun("build", "--in", filepath.Join(disk, "exports"), "--out", to)
		if code != exitNothing || !strings.Contains(stderr, "we cannot write into") {
			t.Errorf("exit %d, saying:\n%s", code, stderr)
		}
	}
	mustRun(t, "build", "--in", filepath.Join(disk, "exports"), "--out", "out")
	if err := settle(out); err != nil {
		t.Error(err)
	}
	if after := snapshot(t, disk); after != before {
		t.Error("something was written")
	}
}
