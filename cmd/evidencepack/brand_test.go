package main

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"evidencepack/render/page"
	"evidencepack/render/pdf"
	"evidencepack/testdata/logofile"
)

// TestBrandAndPrintSettings reads the settings of covers and of print; the errors name
// the line and say what to do.
func TestBrandAndPrintSettings(t *testing.T) {
	for text, says := range map[string]string{
		"brand:\n  colour: \"#1B5E7A\"\nprint:\n  body_pt: 11\n": "",
		"print:\n  body_pt: 9.5\n":                               "",
		"print:\n  body_pt: 14\n":                                "",
		"brand:\n":                                               "",
		"provider: A\nprint:\n  body_pt: 9\n":                    "line 3: body_pt is 9, and must be from 9.5 to 14",
		"print:\n  body_pt: 14.5\n":                              "line 2: body_pt is 14.5",
		"print:\n  body_pt: .nan\n":                              "body_pt is NaN",
		"print:\n  body_pt: -.inf\n":                             "must be from 9.5 to 14",
		"print:\n  body_pt: large\n":                             "line 2",
		"print:\n  size: 11\n":                                   `line 2: we do not know "size"`,
		"brand:\n  colour: #1B5E7A\n":                            "line 2: nothing stands behind colour",
		"brand:\n  colour: \"\"\n":                               "nothing stands behind colour",
		"brand:\n  logo:\n":                                      "line 2: nothing stands behind logo",
		"brand:\n  colour: navy\n":                               "line 2: a colour is # and six letters or digits",
		"provider: A\nbrand:\n  colour: \"#FFD700\"\n":           "line 3: this colour is too light for white paper: its contrast is 1.4 to 1",
		"brand:\n  color: \"#1B5E7A\"\n":                         `did you mean "colour"?`,
		"logo: logo.png\n":                                       "write logo below brand",
		"body_pt: 11\n":                                          "write body_pt below print",
	} {
		file := filepath.Join(t.TempDir(), "pack.yaml")
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		s, err := readSettings(file, false)
		said := ""
		if f, told := err.(failure); told {
			said = f.what + " " + strings.Join(f.hints, " ")
		}
		if says == "" && err != nil || says != "" && !strings.Contains(said, says) {
			t.Errorf("%q: %+v, %v %s; want %q", text, s.Brand, err, said, says)
		}
	}
}

// TestLogoFiles builds with logos that cannot be used: nothing is written, and the error
// names the file and says what to do.
func TestLogoFiles(t *testing.T) {
	t.Chdir(t.TempDir())
	writeFiles(t, "in", smallExports)
	writeFiles(t, "in", map[string]string{
		"text.png": "no picture", "large.png": strings.Repeat("x", 1<<20+1), "wide.png": string(logofile.PNG(4100, 30, "")), "cut.jpg": string(logofile.JPEG(300, 100, "")[:200]),
	})
	for name, says := range map[string]string{
		"none.png":      `line 2: there is no logo "none.png". put the picture beside pack.yaml`,
		"text.png":      `the logo "text.png" cannot be used: it is neither a PNG nor a JPEG picture. save it as a PNG of at most 1 MB`,
		"large.png":     `"large.png" cannot be used: it is larger than 1 MB`,
		"wide.png":      `"wide.png" cannot be used: it is 4100 by 30 points, and 4000 by 4000 is the most`,
		"cut.jpg":       `"cut.jpg" cannot be used: it is damaged, or not whole`,
		".":             "cannot be opened",
		"../in/cut.jpg": `"cut.jpg" cannot be used`,
	} {
		writeFiles(t, "in", map[string]string{"pack.yaml": "brand:\n  logo: " + name + "\n"})
		code, _, stderr := tryRun("in", "--out", "out")
		said := strings.ReplaceAll(strings.Join(strings.Fields(stderr), " "), "hint: ", "")
		if code != exitNothing || !strings.Contains(said, says) {
			t.Errorf("%s: exit %d, saying %s; want %q", name, code, said, says)
		}
		if there("out") {
			t.Fatalf("%s: packs were written", name)
		}
	}
}

// TestPacksWithABrand builds with a logo and a colour: both are in every pack, words in the
// file of the logo are in none, the logo is taken for no export, and packs can be checked
// and drawn again without it.
func TestPacksWithABrand(t *testing.T) {
	const words = "Muriel Petrovane"
	t.Chdir(t.TempDir())
	writeFiles(t, "in", smallExports)
	writeFiles(t, "in/pictures", map[string]string{"Our Logo.png": string(logofile.PNG(800, 200, words))})
	writeFiles(t, "in", map[string]string{"pack.yaml": "provider: Test Care\nbrand:\n  colour: \"#8A1C5B\"\n  logo: pictures/Our Logo.png\nprint:\n  body_pt: 11\n"})
	made := func(out string) map[string]string {
		if _, _, stderr := tryRun("in", "--out", out); strings.Contains(stderr, "Our Logo") {
			t.Errorf("the logo was taken for an export:\n%s", stderr)
		}
		return filesIn(t, out)
	}
	files := made("out")
	for name, file := range files {
		if strings.Contains(file, "Petrovane") {
			t.Errorf("%s holds words of the logo's file", name)
		}
		logo, colour := "data:image/png;base64,", "#8A1C5B"
		switch filepath.Ext(name) {
		case ".pdf":
			logo, colour = "/Subtype /Image", ""
		case ".xlsx":
			logo, colour = "xl/media/image1.png", ""
		case ".csv":
			continue
		}
		if name != manifestName && (!strings.Contains(file, logo) || !strings.Contains(file, colour)) {
			t.Errorf("%s has no logo or no colour", name)
		}
	}
	if again := made("again"); !maps.Equal(files, again) {
		t.Error("the second build gave other bytes")
	}
	mustRun(t, "verify", "out", "--in", "in")
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if filepath.Ext(name) == ".pdf" {
			mustRun(t, "draw", filepath.Join("out", strings.TrimSuffix(name, ".pdf")+".json"), "--out", "drawn")
		}
	}
	for name, file := range filesIn(t, "drawn") {
		if file != files[name] {
			t.Errorf("%s is drawn with other bytes", name)
		}
	}
	writeFiles(t, "in/pictures", map[string]string{"Our Logo.png": string(logofile.PNG(801, 200, words))})
	if code, stdout, _ := tryRun("verify", "out", "--in", "in"); code != exitChanged || !strings.Contains(stdout, "logo") {
		t.Errorf("another logo: exit %d\n%s", code, stdout)
	}
}

// TestSampleInLargeText builds the sample with text of 11 points: a limit of pages that
// cannot be met with it is told in a line, and the packs are made.
func TestSampleInLargeText(t *testing.T) {
	sharedSample(t)
	out, settings := t.TempDir(), filepath.Join(t.TempDir(), "pack.yaml")
	if err := os.WriteFile(settings, []byte("provider: Harbour Reach Care\nprint:\n  body_pt: 11\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	code, _, stderr := tryRun(append([]string{"build", "--in", filepath.Join(sample.dir, "exports"), "--out", out, "--config", settings}, sampleFlags...)...)
	if code != exitDone {
		t.Fatalf("exit %d\n%s", code, stderr)
	}
	said := strings.Join(strings.Fields(stderr), " ")
	files := filesIn(t, out)
	for name, file := range files {
		if filepath.Ext(name) != ".pdf" {
			continue
		}
		pages := pdf.Pages([]byte(file))
		saved, err := page.Load([]byte(files[strings.TrimSuffix(name, ".pdf")+".json"]))
		if err != nil {
			t.Fatal(err)
		}
		if saved.BodyPoints != 11 {
			t.Errorf("%s has text of %g points", name, saved.BodyPoints)
		}
		most := saved.MostPages
		if told := strings.Contains(said, name+" has "); pages == 0 || told != (most > 0 && pages > most) {
			t.Errorf("%s has %d pages of at most %d; told: %t", name, pages, most, told)
		}
	}
}
