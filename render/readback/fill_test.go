package readback

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"evidencepack/render/brand"
	"evidencepack/render/chart"
	"evidencepack/render/html"
	"evidencepack/render/page"
	"evidencepack/render/pdf"
	"evidencepack/render/xlsx"
	"evidencepack/testdata/logofile"
)

// filler puts another word into every string of a page.
type filler struct {
	words   map[string]string // word to the field it is in
	count   int
	numbers bool // fill in the numbers that may be missing
}

func (f *filler) next(field string) string {
	n := f.count
	f.count++
	word := fmt.Sprintf("q%c%c%cx", 'a'+n/676%26, 'a'+n/26%26, 'a'+n%26)
	f.words[word] = field
	return word
}

// chosen are the values of strings that hold a choice and no words.
var chosen = map[reflect.Type]string{
	reflect.TypeFor[brand.Colour]():     "#1B5E7A",
	reflect.TypeFor[page.Tier]():        string(page.TierInspection),
	reflect.TypeFor[page.Format]():      string(page.FormatPercent),
	reflect.TypeFor[chart.State]():      string(chart.StateConcern),
	reflect.TypeFor[chart.Unit]():       string(chart.UnitPercent),
	reflect.TypeFor[chart.Grain]():      string(chart.GrainMonth),
	reflect.TypeFor[chart.PointState](): string(chart.PointShown),
	reflect.TypeFor[chart.Kind]():       string(chart.KindXmR),
	reflect.TypeFor[chart.Signal]():     string(chart.SignalWorse),
	reflect.TypeFor[chart.LaneKind]():   string(chart.LaneShare),
}

// days are fields that place something in time.
var days = map[string]string{
	"Point.From": "2026-04-01", "Point.To": "2026-04-30", "Level.From": "2026-04-01", "Level.To": "2026-04-30",
	"Mark.From": "2026-04-07", "Mark.To": "2026-04-07", "Spec.From": "2026-04-01", "Spec.To": "2026-05-31",
	"Rebase.From": "2026-05-01", "Timeline.From": "2026-04-01", "Window.From": "2026-04-01", "Window.To": "2026-06-30", "Spark.From": "2026-04-01",
}

// ownLogo is a logo as a build reads it.
var ownLogo = func() brand.Logo {
	read, err := brand.Read(logofile.PNG(600, 150, ""))
	if err != nil {
		panic(err)
	}
	return read
}()

func (f *filler) fill(v reflect.Value, field string) {
	if v.Type() == reflect.TypeFor[brand.Logo]() {
		v.Set(reflect.ValueOf(ownLogo))
		return
	}
	switch v.Kind() {
	case reflect.String:
		if choice, there := chosen[v.Type()]; there {
			v.SetString(choice)
		} else if day, there := days[field]; there {
			v.SetString(day)
		} else {
			v.SetString(f.next(field))
		}
	case reflect.Int:
		v.SetInt(7)
	case reflect.Float64:
		if field == "Page.BodyPoints" {
			return // a size that the tests of sizes choose
		}
		v.SetFloat(12.5)
	case reflect.Pointer:
		if kind := v.Type().Elem().Kind(); f.numbers || kind != reflect.Float64 && kind != reflect.Int {
			v.Set(reflect.New(v.Type().Elem()))
			f.fill(v.Elem(), field)
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range v.Len() {
			f.fill(v.Index(i), field)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			f.fill(v.Field(i), v.Type().Name()+"."+v.Type().Field(i).Name)
		}
	}
}

// filled gives a page with a block of every kind, each in a section of its own.
func filled(numbers bool) (*page.Page, *filler) {
	f := &filler{words: map[string]string{}, numbers: numbers}
	whole := &page.Page{Schema: page.Schema}
	f.fill(reflect.ValueOf(&whole.Cover).Elem(), "")
	delete(f.words, whole.Cover.Pack)
	whole.Cover.Pack = "pack" // it becomes the name of a file
	for i := range reflect.TypeFor[page.Block]().NumField() {
		if reflect.TypeFor[page.Block]().Field(i).Type.Kind() != reflect.Pointer {
			continue // in which formats it stands
		}
		var block page.Block
		f.fill(reflect.ValueOf(&block).Elem().Field(i), "")
		if block.Stack != nil { // a bar with a word has no shares, and only bars with shares are drawn
			delete(f.words, block.Stack.Spec.Bars[0].Word)
			block.Stack.Spec.Bars[0].Word = ""
		}
		section := page.Section{ID: fmt.Sprintf("s%d", i), Blocks: []page.Block{block}}
		for _, text := range []*string{&section.Label, &section.Title, &section.Lead} {
			*text = f.next("Section")
		}
		whole.Sections = append(whole.Sections, section)
	}
	return whole, f
}

// notWritten are the fields that a format does not write, with the reason.
var notWritten = map[string]map[string]string{
	"pdf": {
		"Figure.Section": "a name for links", "Spec.ID": "a name for links", "Curve.ID": "a name for links",
		"Funnel.ID": "a name for links", "Table.Sheet": "the name of a sheet",
		"Spec.Alt": "there is no place for it", "Curve.Alt": "there is no place for it", "Funnel.Alt": "there is no place for it", "Stack.Alt": "there is no place for it",
		"Stack.ID": "a name for links", "Stack.Measure": "the title names it", "Stack.GroupHead": "the names of the bars speak for themselves",
		"FigureRow.From": "a date in another form", "FigureRow.To": "a date in another form",
		"Timeline.ID": "a name for links", "Timeline.Alt": "there is no place for it", "Steps.Alt": "there is no place for it",
		"StepWeek.Said":    "the boxes show it",
		"Definition.Means": "in the workbook and on the web page", "Definition.Source": "in the workbook and on the web page",
		"Definition.Files": "as Means", "Definition.Groups": "as Means", "Definitions.GroupWord": "as Means",
		"Definitions.Groups": "as Means", "Row.Services": "for a filter", "FigureRow.Services": "for a filter",
		"Spark.Name": "it stands in the row of its measure", "Spark.Alt": "there is no place for it",
	},
	"xlsx": {
		"Figure.Section": "a name for links", "Spec.ID": "a name for links", "Timeline.ID": "a name for links",
		"Point.Label":        "the month is a true date in its cell",
		"Definitions.Groups": "each measure has its own", "Row.Services": "for a filter", "FigureRow.Services": "for a filter",
	},
	"html": {"Figure.Section": "a name for links", "Table.Sheet": "the name of a sheet", "Stack.ID": "the name of a sheet"},
}

// instead are the fields whose words stand only where there are numbers, or only where
// there are none.
var instead = map[bool][]string{
	true: {"Figure.Before", "Figure.After", "ComparisonRow.Before", "ComparisonRow.After", "Cell.Text",
		"Point.Word", "FunnelPoint.Word", "FigureRow.Status"},
	false: {"Spec.CentreLabel", "Spec.TargetLabel"},
}

func drawn(t testing.TB, whole *page.Page, pen page.Pen) []byte {
	t.Helper()
	file, err := page.Draw(whole, pen)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

func read(t testing.TB, name string, file []byte) []Piece {
	t.Helper()
	pieces, err := Read(name, file)
	if err != nil {
		t.Fatal(err)
	}
	return pieces
}

func together(pieces []Piece) string {
	var all strings.Builder
	for _, p := range pieces {
		all.WriteString(p.Text + "\n")
	}
	return all.String()
}

// pens are the formats that are drawn.
var pens = map[string]func() page.Pen{"pdf": pdf.New, "xlsx": xlsx.New, "html": html.New}

// TestEveryWordComesBack wants what the pens promise to write to come back from each format.
func TestEveryWordComesBack(t *testing.T) {
	for kind, pen := range pens {
		for _, numbers := range []bool{true, false} {
			whole, f := filled(numbers)
			text := together(read(t, "pack."+kind, drawn(t, whole, pen())))
			if len(f.words) < 150 {
				t.Fatalf("the page holds only %d words", len(f.words))
			}
			for word, field := range f.words {
				_, exempt := notWritten[kind][field]
				if !exempt && !slices.Contains(instead[numbers], field) && !strings.Contains(text, word) {
					t.Errorf("%s, numbers %t: %s of %s does not come back", kind, numbers, word, field)
				}
			}
		}
	}
}

// TestEveryWordOfTheDataComesBack follows each place through the data by another
// reader: what stands there must be what was given.
func TestEveryWordOfTheDataComesBack(t *testing.T) {
	whole, f := filled(true)
	saved, err := whole.Save()
	if err != nil {
		t.Fatal(err)
	}
	pieces := read(t, "pack.json", saved)
	text := together(pieces)
	for word, field := range f.words {
		if !strings.Contains(text, word) {
			t.Errorf("%s of %s does not come back", word, field)
		}
	}
	var data any
	in := json.NewDecoder(bytes.NewReader(saved))
	in.UseNumber()
	if err := in.Decode(&data); err != nil {
		t.Fatal(err)
	}
	values := 0
	for _, p := range pieces {
		switch there := at(data, p.Place).(type) {
		case string:
			values++
			if there != p.Text && !strings.HasSuffix(p.Place, p.Text) {
				t.Errorf("%s holds %q, not %q", p.Place, there, p.Text)
			}
		case json.Number:
			values++
			if there.String() != p.Text && !strings.HasSuffix(p.Place, p.Text) {
				t.Errorf("%s holds %s, not %q", p.Place, there, p.Text)
			}
		}
	}
	if values < 400 {
		t.Errorf("only %d values were found at their places", values)
	}
}

var step = regexp.MustCompile(`[^.\[\]]+`)

// at follows a place such as sections[2].title.
func at(data any, place string) any {
	for _, name := range step.FindAllString(place, -1) {
		switch here := data.(type) {
		case map[string]any:
			data = here[name]
		case []any:
			i, err := strconv.Atoi(name)
			if err != nil || i >= len(here) {
				return nil
			}
			data = here[i]
		}
	}
	return data
}

// TestCellsAreWhereTheyAre compares every cell with what another reader finds in it.
func TestCellsAreWhereTheyAre(t *testing.T) {
	whole, _ := filled(true)
	file := drawn(t, whole, xlsx.New())
	found := map[string]string{}
	for _, p := range read(t, "pack.xlsx", file) {
		if _, met := found[p.Place]; !met { // the second piece of a cell is its day
			found[p.Place] = p.Text
		}
	}
	other, err := excelize.OpenReader(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	cells := 0
	for _, sheet := range other.GetSheetList() {
		rows, err := other.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		for r, row := range rows {
			for c, want := range row {
				name, err := excelize.CoordinatesToCellName(c+1, r+1)
				if err != nil {
					t.Fatal(err)
				}
				place := "sheet " + sheet + ", cell " + name
				if want = strings.TrimSpace(want); want != "" {
					cells++
				}
				if strings.TrimSpace(found[place]) != want {
					t.Errorf("%s holds %q, we read %q", place, want, found[place])
				}
			}
		}
	}
	if cells < 200 {
		t.Errorf("only %d cells were compared", cells)
	}
}

// unpackedPart is what stands packed in a page.
func unpackedPart(t *testing.T, file []byte) []byte {
	t.Helper()
	_, after, there := bytes.Cut(file, []byte(`<script type="text/html+gzip" id=_rest>`))
	text, _, _ := bytes.Cut(after, []byte("</script>"))
	if !there {
		t.Fatal("the page has nothing packed")
	}
	packed, ok := bytesOfSigns(string(text))
	if !ok {
		t.Fatal("what is packed cannot be read")
	}
	in, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	unpacked, err := io.ReadAll(in)
	if err != nil {
		t.Fatal(err)
	}
	return unpacked
}

// TestLinesOfHTMLAreWhereTheyAre wants a word to stand behind the line that is named
// and nowhere before it.
func TestLinesOfHTMLAreWhereTheyAre(t *testing.T) {
	whole, f := filled(false)
	file := drawn(t, whole, html.New())
	lines := strings.Split(string(file), "\n")
	packed := strings.Split(string(unpackedPart(t, file)), "\n")
	words := 0
	for _, p := range read(t, "pack.html", file) {
		lines, place := lines, p.Place
		if _, inside, there := strings.Cut(place, "packed: "); there {
			lines, place = packed, inside
		}
		number, _, _ := strings.Cut(strings.TrimPrefix(place, "line "), ",")
		line, err := strconv.Atoi(number)
		if err != nil {
			continue
		}
		for _, word := range strings.Fields(p.Text) {
			if f.words[word] == "" {
				continue
			}
			words++
			if !strings.Contains(strings.Join(lines[line-1:min(line+3, len(lines))], "\n"), word) {
				t.Errorf("%s of %s is not at %s", word, f.words[word], p.Place)
			}
		}
	}
	if words < 150 {
		t.Errorf("only %d words were found at their places", words)
	}
}
