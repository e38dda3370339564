//go:build linux || darwin

package ingest

import (
	"errors"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestFolderWithTraps reads a folder with links, a pipe, a socket, a device and names
// that no screen should see. Each is listed with a reason, and reading ends.
func TestFolderWithTraps(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	outside := filepath.Join(t.TempDir(), "people.csv")
	must(t, os.WriteFile(outside, []byte(people), 0o600), os.Mkdir("sub", 0o755), os.WriteFile("people.csv", []byte(people), 0o400),
		os.WriteFile("sub/more.csv", []byte(people), 0o600))
	for link, to := range map[string]string{
		"up": "..", "sub/loop": ".", "passwd.csv": "/etc/passwd", "zero.csv": "/dev/zero", "out.csv": outside,
		"gone.csv": "nothing", "round.csv": "round.csv", "beside.csv": "people.csv", "sub/above.csv": "../people.csv",
		"full.csv": filepath.Join(dir, "sub", "more.csv"),
	} {
		must(t, os.Symlink(to, link))
	}
	socket, err := net.Listen("unix", "socket.csv")
	must(t, err, syscall.Mkfifo("pipe.csv", 0o600), syscall.Mkfifo("sub/manifest.json", 0o600))
	defer socket.Close()
	plain := []string{"con.csv", "a:b.csv", "-rf.csv", "--out", "=cmd.csv", strings.Repeat("n", 251) + ".csv", "\u200emarked.csv"}
	for _, name := range plain {
		must(t, os.WriteFile(name, []byte(people), 0o600))
	}
	hostile := map[string]string{"red\x1b[31m.csv": "red%1B[31m.csv", "two\nlines.csv": "two%0Alines.csv", "turned\u202evsc.csv": "turned%E2%80%AEvsc.csv", "lone\x9b.csv": "lone%9B.csv"}
	for name := range hostile {
		if err := os.WriteFile(name, []byte(people), 0o600); err != nil && name == "lone\x9b.csv" {
			delete(hostile, name) // a system whose names are always UTF-8
		}
	}
	must(t, os.Mkdir("bad\x1bfolder", 0o755), os.WriteFile("bad\x1bfolder/people.csv", []byte(people), 0o600))
	hostile["bad\x1bfolder"] = "bad%1Bfolder"

	want := map[string]string{
		"up": codeLink, "sub/loop": codeLink, "passwd.csv": codeLink, "zero.csv": codeLink, "out.csv": codeLink, "gone.csv": codeOpenElsewhere, "round.csv": codeLink,
		"pipe.csv": codeNoPlain, "socket.csv": codeNoPlain, "sub/manifest.json": codeNoPlain,
		"people.csv": "", "beside.csv": "", "sub/above.csv": "", "sub/more.csv": "", "full.csv": "",
	}
	for _, name := range plain {
		want[name] = ""
	}
	for _, shown := range hostile {
		want[shown] = codeName
	}
	e := readSoon(t, dir)
	for _, in := range e.Inputs {
		code := ""
		if in.Error != nil {
			code = in.Error.Code
		}
		if expected, listed := want[in.File]; !listed || code != expected {
			t.Errorf("%q: %q, expected %q", in.File, code, expected)
		}
		delete(want, in.File)
	}
	for name := range want {
		t.Errorf("%q is not listed", name)
	}
	quality, err := e.QualityCSV()
	if err != nil || strings.ContainsAny(string(quality), "\x1b\u009b") || strings.Contains(string(quality), "\u202e") {
		t.Errorf("data-quality.csv holds what a screen obeys: %v", err)
	}
}

func must(t *testing.T, errs ...error) {
	t.Helper()
	if err := errors.Join(errs...); err != nil {
		t.Fatal(err)
	}
}

// readSoon reads a folder, and fails where that does not end.
func readSoon(t *testing.T, dir string) *Exports {
	t.Helper()
	done := make(chan *Exports, 1)
	go func() {
		e, err := Read(Folder(dir), Options{})
		if err != nil {
			t.Error(err)
		}
		done <- e
	}()
	select {
	case e := <-done:
		return e
	case <-time.After(time.Minute):
		t.Fatal("reading does not end")
		return nil
	}
}

// TestNestedFolders reads a folder with 10,000 folders in one another: those up to
// the limit are read, and the rest is one line.
func TestNestedFolders(t *testing.T) {
	dir := t.TempDir()
	at, err := os.OpenRoot(dir)
	must(t, err)
	roots := []*os.Root{at}
	put := func() error {
		f, err := at.Create("people.csv")
		if err != nil {
			return err
		}
		_, err = f.WriteString(people)
		return errors.Join(err, f.Close())
	}
	must(t, put())
	for depth := range 10_000 {
		must(t, at.Mkdir("d", 0o755))
		next, err := at.OpenRoot("d")
		must(t, err)
		if depth > 0 {
			at.Close()
		}
		at = next
		if depth == mostNested-1 || depth == mostNested {
			must(t, put())
		}
	}
	at.Close()
	e := readSoon(t, dir)
	var codes []string
	for _, in := range e.Inputs {
		if in.Error != nil {
			codes = append(codes, in.File+" "+in.Error.Code)
		}
	}
	if want := strings.Repeat("d/", mostNested) + "d " + codeTooDeep; len(e.Inputs) != 3 || len(codes) != 1 || codes[0] != want {
		t.Errorf("%d inputs, not read %q", len(e.Inputs), codes)
	}
	takeAway(t, roots[0])
}

// takeAway removes the folders from within, a part at a time: their whole path is
// longer than any system takes.
func takeAway(t *testing.T, top *os.Root) {
	t.Helper()
	defer top.Close()
	for n := 0; ; n++ {
		if _, err := top.Stat("d/d"); errors.Is(err, fs.ErrNotExist) {
			return
		}
		must(t, top.RemoveAll("d/people.csv"))
		must(t, top.Rename("d/d", "e"), top.Remove("d"), top.Rename("e", "d"))
	}
}
