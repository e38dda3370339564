package main_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// speaking are the packages by which a program could speak to a network, or start
// another program that does.
var speaking = []string{"net", "net/http", "net/rpc", "net/smtp", "crypto/tls", "os/exec", "plugin"}

// exempt are the two ways that may end there. The first is handover's alone. The
// second is the library that is fixed for our tidy CSV: it can also read forms that
// were sent to a web server, which nothing here calls.
var exempt = [][2]string{
	{"evidencepack/cmd/evidencepack", "evidencepack/render/lock"},
	{"github.com/gocarina/gocsv", "mime/multipart"},
}

// TestNothingSpeaksToANetwork reads the import graph of the program: but for the
// exempt ways none leads to a package that could speak.
func TestNothingSpeaksToANetwork(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", "-f", "{{.ImportPath}}: {{join .Imports \" \"}}", ".").Output()
	if err != nil {
		t.Fatal(err)
	}
	imports := make(map[string][]string)
	for line := range strings.Lines(string(out)) {
		from, to, _ := strings.Cut(strings.TrimSpace(line), ": ")
		imports[from] = strings.Fields(to)
	}
	const program = "evidencepack/cmd/evidencepack"
	if len(imports[program]) < 10 {
		t.Fatalf("the graph has no program in it: %d packages", len(imports))
	}
	for _, way := range exempt {
		if !slices.Contains(imports[way[0]], way[1]) {
			t.Errorf("%s does not import %s any more; take it out of the list", way[0], way[1])
		}
	}
	came := map[string]string{program: ""}
	for next := []string{program}; len(next) > 0; next = next[1:] {
		for _, to := range imports[next[0]] {
			if _, seen := came[to]; !seen && !slices.Contains(exempt, [2]string{next[0], to}) {
				came[to] = next[0]
				next = append(next, to)
			}
		}
	}
	for _, bad := range speaking {
		if _, reached := came[bad]; reached {
			way := bad
			for at := came[bad]; at != ""; at = came[at] {
				way = at + " → " + way
			}
			t.Errorf("the program can speak to a network: %s", way)
		}
	}
	if _, reached := came["github.com/xuri/excelize/v2"]; !reached {
		t.Error("the walk ended too early: not even the workbook library was reached")
	}
}

// TestBuildsWithoutANetwork runs a whole build and looks at it again where there is
// no network at all, not even the computer's own.
func TestBuildsWithoutANetwork(t *testing.T) {
	if exec.Command("unshare", "-n", "true").Run() != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("this test needs unshare (Debian package util-linux) and the right to use it")
		}
		t.Skip("unshare -n is not allowed here")
	}
	dir := t.TempDir()
	program := filepath.Join(dir, "evidencepack")
	if said, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	packs := filepath.Join(dir, "packs")
	for _, args := range [][]string{{"demo", "--out", packs}, {"verify", packs}, {"draw", filepath.Join(packs, "tender-pack.json"), "--out", filepath.Join(dir, "again")}} {
		if said, err := exec.Command("unshare", append([]string{"-n", program}, args...)...).CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", args[0], err, said)
		}
	}
	if files, err := os.ReadDir(packs); err != nil || len(files) < 12 {
		t.Errorf("%d files were made: %v", len(files), err)
	}
}
