package main

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/alecthomas/kong"

	"evidencepack/testdata"
)

// example is one command of the README with the output that it promises.
type example struct {
	line    int
	command string
	output  string
}

// examples reads the console blocks of a page: lines that start with "$ " are
// commands, what follows is their standard output.
func examples(text string) []example {
	var out []example
	inside := false
	for i, line := range strings.Split(text, "\n") {
		switch {
		case strings.HasPrefix(line, "```"):
			inside = line == "```console"
		case inside && strings.HasPrefix(line, "$ "):
			out = append(out, example{line: i + 1, command: line[2:]})
		case inside && len(out) > 0:
			out[len(out)-1].output += line + "\n"
		}
	}
	return out
}

// tables reads the small tables of a page: a block that begins with csv and the
// name of a file.
func tables(text string) map[string]string {
	out := map[string]string{}
	name := ""
	for line := range strings.Lines(text) {
		if rest, found := strings.CutPrefix(strings.TrimSpace(line), "```"); found {
			name, _ = strings.CutPrefix(rest, "csv ")
			if name == rest {
				name = ""
			}
			continue
		}
		if name != "" {
			out[name] += line
		}
	}
	return out
}

// nowPrints begins what differs where an example prints something else.
const nowPrints = "it now prints:\n"

// check runs an example in the current folder and says what differs, "" where
// nothing does.
func (e example) check() string {
	words := strings.Fields(e.command)
	switch {
	case e.command == "go test ./..." || strings.HasPrefix(e.command, "go run ./cmd/release"):
		if strings.TrimSpace(e.output) != "" {
			return "its output depends on the machine and must not stand here"
		}
		return ""
	case len(words) > 2 && words[0] == "go" && words[1] == "run" && words[2] == "./cmd/evidencepack":
		words = words[3:]
	case words[0] == "evidencepack":
		words = words[1:]
	default:
		return "we do not know how to run this"
	}
	var stdout, stderr bytes.Buffer
	code := run(words, world{stdin: &bytes.Buffer{}, stdout: &stdout, stderr: &stderr})
	if code != exitDone && code != exitPartly {
		return "it ended with an error: " + stderr.String()
	}
	if got, want := strings.TrimSpace(stdout.String()), strings.TrimSpace(e.output); got != want {
		return nowPrints + got
	}
	return ""
}

// TestReadme runs every command of the README and compares what it prints.
func TestReadme(t *testing.T) {
	readme, err := filepath.Abs("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	found := examples(string(text))
	if len(found) < 4 {
		t.Fatalf("only %d commands in the README", len(found))
	}
	dir := t.TempDir()
	copyExports(t, filepath.Join(dir, "exports"))
	writeFiles(t, dir, tables(string(text)))
	t.Chdir(dir)
	for _, e := range found {
		differ := e.check()
		if prints, changed := strings.CutPrefix(differ, nowPrints); *update && changed {
			text = bytes.Replace(text, []byte(e.output), []byte(prints+"\n"), 1)
		} else if differ != "" {
			t.Errorf("README line %d, %s: %s", e.line, e.command, differ)
		}
	}
	if *update {
		if err := os.WriteFile(readme, text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	commands := make(map[string]bool)
	for _, e := range found {
		commands[e.command] = true
	}
	for _, must := range []string{"go run ./cmd/evidencepack demo", "go test ./..."} {
		if !commands[must] {
			t.Errorf("the README does not give the command %q", must)
		}
	}
}

// TestReadmeCheckCanFail shows that a changed output is noticed.
func TestReadmeCheckCanFail(t *testing.T) {
	e := example{command: "evidencepack list formats", output: "something else\n"}
	if e.check() == "" {
		t.Error("a changed output went unnoticed")
	}
	if (example{command: "rm -rf exports"}).check() == "" {
		t.Error("a command that nobody runs went unnoticed")
	}
}

// TestEveryCommandIsDocumented looks for each command in the README.
func TestEveryCommandIsDocumented(t *testing.T) {
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	parser, err := kong.New(&commands{})
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range parser.Model.Children {
		if !strings.Contains(string(text), "evidencepack "+n.Name) {
			t.Errorf("the README does not mention evidencepack %s", n.Name)
		}
	}
}

func copyExports(t *testing.T, to string) {
	t.Helper()
	exports := testdata.Exports()
	err := fs.WalkDir(exports, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		target := filepath.Join(to, filepath.FromSlash(name))
		if d.IsDir() {
			return os.MkdirAll(target, 0o755)
		}
		text, err := fs.ReadFile(exports, name)
		if err != nil {
			return err
		}
		return os.WriteFile(target, text, 0o644)
	})
	if err != nil {
		t.Fatal(err)
	}
}
