package xlsx

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// office turns a workbook into another format with LibreOffice, in a profile of its own.
func office(t *testing.T, out []byte, kind, ending string) string {
	t.Helper()
	program, err := exec.LookPath("soffice")
	if err != nil {
		t.Fatal("this test needs LibreOffice Calc (Debian package libreoffice-calc): soffice was not found")
	}
	folder := t.TempDir()
	from := filepath.Join(folder, "pack.xlsx")
	if err := os.WriteFile(from, out, 0o600); err != nil {
		t.Fatal(err)
	}
	said, err := exec.Command(program, "-env:UserInstallation=file://"+t.TempDir(), "--headless",
		"--convert-to", kind, "--outdir", folder, from).CombinedOutput()
	if err != nil {
		t.Fatalf("LibreOffice could not open the workbook: %v\n%s", err, said)
	}
	made, err := filepath.Glob(filepath.Join(folder, "*."+ending))
	if err != nil || len(made) == 0 {
		t.Fatalf("LibreOffice made nothing of the workbook: %s", said)
	}
	var all strings.Builder
	for _, name := range made {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		all.WriteString(filepath.Base(name) + "\n" + string(text))
	}
	return all.String()
}

// everySheet asks for one CSV file a sheet: comma, quote, UTF-8, the numbers behind the formats.
const everySheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"

func TestLibreOfficeOpensTheWorkbook(t *testing.T) {
	text := office(t, drawn(t, sample(t)), everySheet, "csv")
	for _, want := range []string{
		"pack-Read me.csv", "pack-Figures.csv", "pack-Trend REF-01.csv", "pack-Rows set aside.csv", "pack-Definitions.csv",
		"Harbour Reach Care: Inspection evidence pack", "/2025,128,1551,8.25274016763,", "No clear change", "no data",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("LibreOffice does not show %q", want)
		}
	}
	if strings.Contains(text, "#REF!") || strings.Contains(text, "#NAME?") || strings.Contains(text, "Err:") {
		t.Error("LibreOffice shows an error in a cell")
	}
}

func TestLibreOfficeOpensEveryKindOfChart(t *testing.T) {
	text := office(t, drawn(t, everyChart(t)), everySheet, "csv")
	for _, want := range []string{
		"pack-How long RST-04.csv", "pack-Funnel REF-01 30.csv", "Making Data Count", "Signal, better: below the limits",
		"Limits worked out again from January 2026", "half lifted by 782 days", "outside the 99.8% limits",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("LibreOffice does not show %q", want)
		}
	}
	if strings.Contains(text, "#REF!") || strings.Contains(text, "#NAME?") || strings.Contains(text, "Err:") {
		t.Error("LibreOffice shows an error in a cell")
	}
	if picture := office(t, drawn(t, everyChart(t)), "pdf", "pdf"); len(picture) < 50_000 {
		t.Errorf("the printed workbook has only %d bytes", len(picture))
	}
}

func BenchmarkDraw(b *testing.B) {
	p := sample(b)
	for b.Loop() {
		drawn(b, p)
	}
}
