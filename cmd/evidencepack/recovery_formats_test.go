package main

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"evidencepack/ingest/record"
	"evidencepack/render"
	"evidencepack/render/chart"
	"evidencepack/render/page"
	"evidencepack/render/readback"
)

// The attack of recovery_test.go reads the page from which all formats are drawn. The
// tests here say that this is enough: a reader of the finished PDF, workbook or HTML
// finds no number in it that is not on the page.

// numberIn finds a number as we print it, with its thousands apart.
var numberIn = regexp.MustCompile(`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`)

// numbersOf are all numbers of a page: those of its data, as they are and as they are
// rounded for print, those in its texts, and the ticks of its charts, which follow from it.
func numbersOf(t testing.TB, p *page.Page) map[string]bool {
	saved, err := p.Save()
	if err != nil {
		t.Fatal(err)
	}
	var data any
	if err := json.Unmarshal(saved, &data); err != nil {
		t.Fatal(err)
	}
	out := map[string]bool{}
	var walk func(any)
	walk = func(v any) {
		switch v := v.(type) {
		case map[string]any:
			for _, one := range v {
				walk(one)
			}
		case []any:
			for _, one := range v {
				walk(one)
			}
		case float64:
			out[plainDigits(v)] = true
			for decimals := range 4 {
				power := math.Pow10(decimals)
				out[plainDigits(math.Round(v*power)/power)] = true
			}
		case string:
			for _, token := range numberIn.FindAllString(v, -1) {
				out[digitsOf(token)] = true
			}
			if d, err := record.ParseISO(v); err == nil {
				out[strconv.Itoa(int(d)+firstSerial)] = true // the day as a workbook stores it
			}
		}
	}
	walk(data)
	for _, form := range []string{"20060102150405", "2006", "01", "02"} { // the day in the properties of a file
		out[digitsOf(p.Cover.Day().Format(form))] = true
	}
	for _, tick := range ticksOf(p) {
		out[plainDigits(tick)] = true
	}
	return out
}

// ticksOf are the values at which the time charts of a page have a tick. They are worked
// out of what the page holds, so they say nothing more than it does.
func ticksOf(p *page.Page) (ticks []float64) {
	for _, s := range p.Sections {
		for _, b := range s.Blocks {
			if b.Chart == nil {
				continue
			}
			for _, spec := range []*chart.Spec{&b.Chart.Spec, b.Chart.Partner} {
				if spec == nil {
					continue
				}
				axis := chart.AxisOf(*spec)
				for i := math.Round(axis.Foot / axis.Step); i <= math.Round(axis.Top/axis.Step); i++ {
					ticks = append(ticks, i*axis.Step)
				}
			}
		}
	}
	return ticks
}

// firstSerial is 1 January 1970 as a workbook counts days.
const firstSerial = 25569

func plainDigits(v float64) string { return strconv.FormatFloat(math.Abs(v), 'g', 9, 64) }

// digitsOf writes a number in one way, whatever way it was printed.
func digitsOf(token string) string {
	v, err := strconv.ParseFloat(strings.ReplaceAll(token, ",", ""), 64)
	if err != nil {
		return token
	}
	return plainDigits(v)
}

// Pieces of a file that hold numbers of its look and none of its figures: sizes, colours,
// coordinates. The place of a mark on a chart is no closer than the number beside it.
var looks = regexp.MustCompile(`settings$|style|script|numbers of the drawings|attribute (?:d|x|y|x1|x2|y1|y2|cx|cy|r|width|height|points|transform|viewBox|style|class|id|for|href|src|colspan|rowspan|scope|content|fill|stroke.*|font.*|rx|ry|dx|dy)$|theme|object \d+$|^names of |, tag$|attribute xmlns|part xl/drawings/drawing\d+\.xml$`)

// cellName is a place in a workbook, as the names of ranges and the charts hold it.
var cellName = regexp.MustCompile(`\$[A-Z]{1,3}\$\d+`)

// chartFigure is a piece of the data of a live chart that a reader can see: the height of
// a point, a name, a label, a tip. The rest says where and how it is drawn.
var chartFigure = regexp.MustCompile(`data: (?:labels|tips|option\.aria|option\.series\[\d+\]\.(?:name|mark.*|data\[\d+\](?:\[1\]|\.value\[1\]|\.name|\.label\.formatter)))`)

// besideSeries is a series of a live chart that stands beside the points: flags and windows
// in a lane of their own, and labels, which are moved so that they do not touch.
var besideSeries = regexp.MustCompile(`^(.*data: option\.series\[\d+\])(?:\.yAxisIndex|\.data\[\d+\]\.label\.formatter)$`)

// hatched is a series that lies over what is withheld: lines that slope from edge to
// edge of the chart, in the ink of rules, whatever the figure.
var hatched = regexp.MustCompile(`^(.*data: option\.series\[\d+\])\.lineStyle\.color$`)

// heightOf is the series of a piece that is the height of a point, "" for any other.
var heightOf = regexp.MustCompile(`^(.*data: option\.series\[\d+\])\.data\[\d+\](?:\.value)?\[1\]$`)

// expected are numbers that say nothing: round ones beside an axis.
func expected(token string) bool {
	v, err := strconv.ParseFloat(token, 64)
	return err == nil && (v <= 100 && v == 10*math.Trunc(v/10) || v == 25 || v == 75)
}

// strayNumbers lists the numbers of a finished file that are not on its page.
func strayNumbers(t testing.TB, name string, drawn []byte, on map[string]bool) (stray []string) {
	pieces, err := readback.Read("pack."+name, drawn)
	if err != nil {
		t.Fatal(err)
	}
	sheets, beside := map[string]bool{}, map[string]bool{} // the numbers of the printed pages; see besideSeries
	for _, piece := range pieces {
		if sheet, found := strings.CutPrefix(piece.Place, "page "); found {
			sheets[sheet] = true
		}
		if series := besideSeries.FindStringSubmatch(piece.Place); series != nil {
			beside[series[1]] = true
		}
		if series := hatched.FindStringSubmatch(piece.Place); series != nil && piece.Text == chart.InkRule.Hex() {
			beside[series[1]] = true
		}
	}
	for _, piece := range pieces {
		if series := heightOf.FindStringSubmatch(piece.Place); looks.MatchString(piece.Place) || series != nil && beside[series[1]] {
			continue
		}
		if strings.Contains(piece.Place, "data: ") && !chartFigure.MatchString(piece.Place) {
			continue
		}
		for _, token := range numberIn.FindAllString(cellName.ReplaceAllString(piece.Text, ""), -1) {
			if token = digitsOf(token); !on[token] && !expected(token) && !sheets[token] {
				stray = append(stray, fmt.Sprintf("%s, %s: %s in %.80s", name, piece.Place, token, piece.Text))
			}
		}
	}
	return stray
}

// TestFormatsHoldNoFurtherNumber draws packs of some providers and looks for numbers
// that are not on the page: in texts, cells, data of charts, comments, names, properties.
func TestFormatsHoldNoFurtherNumber(t *testing.T) {
	packs := ourPacks()
	for _, seed := range []uint64{2, 3, 5, 8, 11, 24} {
		p := makeProvider(seed)
		one := p.release(packs[seed%uint64(len(packs))], tableOfRecords(p.records, p.later, nil), p.later, nil)
		on := numbersOf(t, one.page)
		for _, f := range render.Formats {
			for i, stray := range strayNumbers(t, f.Ending, drawnAs(t, one.page, f), on) {
				if i < 20 {
					t.Errorf("provider %d: %s", seed, stray)
				}
			}
		}
	}
}

// drawnAs draws all of a page, without a limit that would leave some of it out.
func drawnAs(t testing.TB, p *page.Page, f render.Format) []byte {
	unlimited := *p
	unlimited.MostPages = 0
	drawn, err := page.Draw(&unlimited, f.New())
	if err != nil {
		t.Fatal(err)
	}
	return drawn
}

// TestFormatsAttackCanFind puts numbers into the index of a page, a large one and a rate
// as small as a tick, after the numbers of the page were listed, and wants them to be
// found in each format.
func TestFormatsAttackCanFind(t *testing.T) {
	p := makeProvider(5)
	one := p.release(ourPacks()[0], tableOfRecords(p.records, p.later, nil), p.later, nil)
	on := numbersOf(t, one.page)
	rate := 0.1
	for on[plainDigits(rate)] {
		if rate += 0.1; rate > 0.95 {
			t.Fatal("every tenth is on the page")
		}
	}
	for _, planted := range []float64{70707, rate} {
		plantedIsFound(t, one.page, planted, on)
	}
}

func plantedIsFound(t *testing.T, p *page.Page, planted float64, on map[string]bool) {
	t.Helper()
	for _, s := range p.Sections {
		for _, b := range s.Blocks {
			if rows := figureRows(b); len(rows) > 0 {
				n := planted
				rows[0].Numerator, rows[0].Value, rows[0].Denominator = &n, &n, &n
			}
		}
	}
	for _, f := range render.Formats {
		stray := strayNumbers(t, f.Ending, drawnAs(t, p, f), on)
		if !slices.ContainsFunc(stray, func(s string) bool { return strings.Contains(s, ": "+plainDigits(planted)+" in") }) {
			t.Errorf("%s: %g was put in and is not found", f.Name, planted)
		}
	}
}

// TestPrintedTextHoldsNoFurtherNumber reads the PDF with a program that is not ours.
func TestPrintedTextHoldsNoFurtherNumber(t *testing.T) {
	program, err := exec.LookPath("pdftotext")
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("pdftotext is not there")
		}
		t.Skip("pdftotext is not there")
	}
	p := makeProvider(5)
	one := p.release(ourPacks()[0], tableOfRecords(p.records, p.later, nil), p.later, nil)
	on := numbersOf(t, one.page)
	i := slices.IndexFunc(render.Formats, func(f render.Format) bool { return f.Ending == "pdf" })
	file := filepath.Join(t.TempDir(), "pack.pdf")
	if err := os.WriteFile(file, drawnAs(t, one.page, render.Formats[i]), 0o600); err != nil {
		t.Fatal(err)
	}
	text, err := exec.Command(program, "-layout", file, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, token := range numberIn.FindAllString(string(text), -1) {
		seen++
		if token = digitsOf(token); !on[token] && !expected(token) {
			t.Errorf("%s is printed and is not on the page", token)
		}
	}
	if seen < 500 {
		t.Errorf("only %d numbers are printed", seen)
	}
}
