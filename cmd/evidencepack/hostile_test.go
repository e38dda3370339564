package main

import (
	"archive/zip"
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"evidencepack/testdata"
)

// hostileWords take the place of the words of the demo's exports that get onto pages.
var hostileWords = map[string]string{
	"Wimble House":                        `=HYPERLINK("http://127.0.0.1/","House")`,
	"Wimble at Home":                      `</script><script>alert(1)</script><img src=x onerror=alert(1)>`,
	"Personal care":                       `Personal care`, // stays, so that there is something to compare
	"Complaint":                           `"><svg onload=alert(1)>{{7*7}}__f__alert(1)__f__`,
	"Morning call moved 30 minutes later": "@SUM(1+1)*cmd|' /C calc'!A0 \x1b[31m <b onclick=alert(1)>\u2028*/alert(1)//",
}

// hostileDemo writes the demo's exports with hostile words, and with a hostile file
// name and provider.
func hostileDemo(t *testing.T, dir string) {
	t.Helper()
	exports := testdata.Exports()
	err := fs.WalkDir(exports, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(exports, name)
		if err != nil {
			return err
		}
		if strings.HasSuffix(name, ".csv") {
			for plain, hostile := range hostileWords {
				cell := []byte(`"` + strings.ReplaceAll(hostile, `"`, `""`) + `"`)
				for _, end := range []string{",", "\r\n", "\n"} {
					text = bytes.ReplaceAll(text, []byte(","+plain+end), append(append([]byte(","), cell...), end...))
				}
			}
		}
		if name == "attendance.csv" {
			name = "=cmd.csv"
		}
		return os.WriteFile(filepath.Join(dir, name), text, 0o600)
	})
	if err != nil {
		t.Fatal(err)
	}
	settings := "provider: '=2+2\"><script>alert(1)</script>'\n"
	if err := os.WriteFile(filepath.Join(dir, "pack.yaml"), []byte(settings), 0o600); err != nil {
		t.Fatal(err)
	}
}

// TestHostileWordsStayWords builds from exports in which names of services, changes,
// files and the provider are formulas and scripts. They are printed, and nothing more.
func TestHostileWordsStayWords(t *testing.T) {
	dir := t.TempDir()
	plain, out := filepath.Join(dir, "plain"), filepath.Join(dir, "out")
	mustRun(t, "demo", "--out", plain)
	exports := filepath.Join(dir, "exports")
	if err := os.Mkdir(exports, 0o755); err != nil {
		t.Fatal(err)
	}
	hostileDemo(t, exports)
	if code, _, said := tryRun("build", "--in", exports, "--out", out); code != exitDone {
		t.Fatalf("exit %d: %s", code, said)
	} else if strings.ContainsRune(said, '\x1b') {
		t.Error("what an export holds colours the terminal")
	}
	printed := 0
	for _, pack := range []string{"tender-pack", "inspection-pack", "monthly-report"} {
		before, _ := scriptsIn(t, filepath.Join(plain, pack+".html"))
		after, words := scriptsIn(t, filepath.Join(out, pack+".html"))
		if before == 0 || before != after {
			t.Errorf("%s.html has %d scripts, and %d with hostile words", pack, before, after)
		}
		printed += strings.Count(words, "HYPERLINK")
		formulasIn(t, filepath.Join(out, pack+".xlsx"))
	}
	if printed == 0 {
		t.Error("the hostile words are not printed at all, so nothing was tried")
	}
	for _, name := range []string{"evidence.csv", "data-quality.csv"} {
		for i, row := range readCSV(t, filepath.Join(out, name)) {
			for field, cell := range row {
				if _, err := strconv.ParseFloat(cell, 64); err != nil && cell != "" && strings.ContainsAny(cell[:1], "=+-@\t\r\n") {
					t.Errorf("%s, row %d, %s would be a formula", name, i+2, field)
				}
			}
		}
	}
}

// scriptsIn counts the scripts of a page that run, which data does not, and looks for attributes that are scripts;
// words are all its text.
func scriptsIn(t *testing.T, file string) (scripts int, words string) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	tree, err := html.Parse(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for n := range tree.Descendants() {
		switch {
		case n.Type == html.TextNode:
			all.WriteString(n.Data)
		case n.Type == html.ElementNode && n.Data == "script" && !slices.Contains(n.Attr, html.Attribute{Key: "type", Val: "application/json"}):
			scripts++
		}
		for _, a := range n.Attr {
			if strings.HasPrefix(strings.ToLower(a.Key), "on") || strings.HasPrefix(strings.ToLower(strings.TrimSpace(a.Val)), "javascript:") {
				t.Errorf("%s: <%s %s> is a script", filepath.Base(file), n.Data, a.Key)
			}
		}
	}
	return scripts, all.String()
}

// formulasIn looks that the workbook's formulas are ours, and that nothing in it
// reaches outside it.
func formulasIn(t *testing.T, file string) {
	t.Helper()
	book, err := zip.OpenReader(file)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	for _, part := range book.File {
		f, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		var text bytes.Buffer
		if _, err := text.ReadFrom(f); err != nil {
			t.Fatal(err)
		}
		f.Close()
		for piece := range strings.SplitSeq(text.String(), "<f>") {
			formula, _, isFormula := strings.Cut(piece, "</f>")
			if isFormula && (strings.Contains(formula, "HYPERLINK(") && strings.Contains(formula, "http") || strings.Contains(formula, "cmd|")) {
				t.Errorf("%s, %s: a formula that is not ours", filepath.Base(file), part.Name)
			}
		}
		if strings.Contains(text.String(), `TargetMode="External"`) || strings.HasPrefix(part.Name, "xl/externalLinks") {
			t.Errorf("%s, %s reaches outside", filepath.Base(file), part.Name)
		}
	}
}
