package main_test

import (
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"testing"
)

// top is the top of the repository, seen from here.
const top = "../.."

// goFiles reads every Go file of the repository, by its path from the top.
func goFiles(t *testing.T) map[string]string {
	t.Helper()
	sources := map[string]string{}
	err := fs.WalkDir(os.DirFS(top), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && strings.HasPrefix(d.Name(), ".") && name != "." {
			return fs.SkipDir
		}
		if d.IsDir() || path.Ext(name) != ".go" {
			return nil
		}
		source, err := os.ReadFile(filepath.Join(top, filepath.FromSlash(name)))
		sources[name] = string(source)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, found := sources["cmd/evidencepack/arch_test.go"]; !found {
		t.Fatal("the test looks in the wrong place: it did not find itself")
	}
	return sources
}

func TestPolicyHoldsEverywhere(t *testing.T) {
	sources := goFiles(t)
	for name, source := range sources {
		for _, f := range check(name, source) {
			t.Error(f)
		}
	}
	for _, f := range checkComments(sources) {
		t.Error(f)
	}
}

func TestTopOfTheRepository(t *testing.T) {
	entries, err := os.ReadDir(top)
	if err != nil {
		t.Fatal(err)
	}
	ignored, err := os.ReadFile(filepath.Join(top, ".gitignore"))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	for _, f := range checkTop(names, string(ignored)) {
		t.Error(f)
	}
}

// TestPackagesOfTestdata runs the tests below testdata, which ./... passes by.
func TestPackagesOfTestdata(t *testing.T) {
	run := exec.Command("go", "test", "./testdata", "./testdata/generate", "./testdata/caresample", "./testdata/reference", "./testdata/scramble")
	run.Dir = top
	if said, err := run.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, said)
	}
}

// TestCheckFinds shows that the checker fails on what it should, and only on that.
func TestCheckFinds(t *testing.T) {
	for _, c := range []struct {
		what, path, source string
		want               string // "" is no fault
	}{
		{"a leaf importing a reader", "metrics/stat/a.go", `import "evidencepack/ingest"`, "metrics/stat may not import ingest"},
		{"metrics importing a reader", "metrics/a.go", `import "evidencepack/ingest"`, "metrics may not import ingest"},
		{"metrics importing the records", "metrics/a.go", `import "evidencepack/ingest/record"`, ""},
		{"a drawer importing metrics", "render/pdf/a.go", `import "evidencepack/metrics"`, "render/pdf may not import metrics"},
		{"a drawer importing another", "render/html/a.go", `import "evidencepack/render/pdf"`, "render/html may not import render/pdf"},
		{"a drawer importing a font", "render/pdf/a.go", `import "evidencepack/templates/fonts"`, ""},
		{"a page importing the joiner", "render/page/a.go", `import "evidencepack/render"`, "render/page may not import render"},
		{"the joiner importing a drawer", "render/a.go", `import "evidencepack/render/pdf"`, ""},
		{"the joiner importing a reader", "render/a.go", `import "evidencepack/ingest"`, "render may not import ingest"},
		{"the command importing test oracles", "cmd/evidencepack/a.go", `import "evidencepack/testdata/caresample"`,
			"cmd/evidencepack may not import testdata/caresample"},
		{"a test importing test oracles", "metrics/a_test.go", `import "evidencepack/testdata/caresample"`, ""},
		{"a test importing a room two below", "render/pdf/a_test.go", `import "evidencepack/metrics/stat"`, ""},
		{"a test importing a room above", "metrics/stat/a_test.go", `import "evidencepack/metrics"`, "metrics/stat may not import metrics"},
		{"a test importing its own package", "metrics/a_test.go", `import "evidencepack/metrics"`, ""},
		{"a room nobody knows", "helpers/a.go", ``, "helpers is in no room of the table"},
		{"the network", "ingest/a.go", `import "net/http"`, "imports net/http: the program never uses the network"},
		{"the clock below cmd", "metrics/a.go", `import "time"; var x = time.Now`, "asks the clock: only cmd may"},
		{"the clock under another name", "metrics/a.go", `import c "time"; var x = c.Now()`, "asks the clock: only cmd may"},
		{"the clock in cmd", "cmd/evidencepack/a.go", `import "time"; var x = time.Now()`, ""},
		{"something else called Now", "metrics/a.go", `type clock struct{ Now int }; var time clock; var x = time.Now`, ""},
		{"an exit below main", "cmd/evidencepack/build.go", `import "os"; func f() { os.Exit(1) }`, "ends the program: only main.go of a command may"},
		{"an exit in main", "cmd/evidencepack/main.go", `import "os"; func f() { os.Exit(1) }`, ""},
		{"work put off", "render/a.go", "// TO" + "DO: later\nvar x int", "holds the mark TO" + "DO"},
		{"a file that does not parse", "render/a.go", `func {`, "does not parse"},
	} {
		faults := check(c.path, "package p\n"+c.source)
		switch {
		case c.want == "" && len(faults) > 0:
			t.Errorf("%s: found %v, want nothing", c.what, faults)
		case c.want != "" && (len(faults) != 1 || !strings.Contains(faults[0].what, c.want)):
			t.Errorf("%s: found %v, want %q", c.what, faults, c.want)
		}
	}
}

func TestCheckCommentsFinds(t *testing.T) {
	faults := checkComments(map[string]string{
		"metrics/a.go":          "package metrics",
		"metrics/doc.go":        "// Package metrics turns records into values.\npackage metrics",
		"render/a.go":           "package render",
		"ingest/cell/a_test.go": "package cell",
	})
	if len(faults) != 1 || faults[0].where != "render" {
		t.Errorf("found %v, want the package render only", faults)
	}
}

func TestCheckTopFinds(t *testing.T) {
	faults := checkTop([]string{"cmd", "README.md", ".ci", "dist", "notes.txt", "a.test"}, "# built\n/dist/\n*.test\n")
	if len(faults) != 1 || faults[0].where != "notes.txt" {
		t.Errorf("found %v, want notes.txt only", faults)
	}
}
