package pdf

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"evidencepack/render/brand"
	"evidencepack/render/chart"
	"evidencepack/render/page"
	"evidencepack/testdata/logofile"
)

// silent are the strings of a page that the PDF does not print, with the reason.
var silent = map[string]string{
	"Page.Cover.Pack":   "the name of the file",
	"Section.ID":        "a name for links",
	"Figure.Section":    "a name for links",
	"Spec.ID":           "a name for links",
	"Spec.Alt":          "fpdf writes no tagged PDF, so there is no place for it; the appendix holds every value",
	"Spec.From":         "an end of the axis",
	"Spec.To":           "an end of the axis",
	"Rebase.From":       "said by Rebase.Text",
	"Steps.Alt":         "as Spec.Alt",
	"StepWeek.Said":     "the boxes show it; the workbook and the web page say it",
	"Curve.ID":          "a name for links",
	"Curve.Alt":         "as Spec.Alt",
	"Funnel.ID":         "a name for links",
	"Funnel.Alt":        "as Spec.Alt",
	"Stack.ID":          "a name for links",
	"Stack.Alt":         "as Spec.Alt",
	"Stack.Measure":     "the title names it",
	"Stack.GroupHead":   "the names of the bars speak for themselves",
	"Timeline.ID":       "a name for links",
	"Timeline.Alt":      "as Spec.Alt",
	"Timeline.From":     "an end of the axis",
	"Window.From":       "an end of the axis",
	"Window.To":         "an end of the axis",
	"Spark.Name":        "it stands in the row of its measure",
	"Spark.Alt":         "as Spark.Name",
	"Spark.From":        "the head of its column says the months",
	"Table.Sheet":       "the name of a sheet of the workbook",
	"Point.From":        "said by Point.Label",
	"Point.To":          "said by Point.Label",
	"Level.From":        "a place on the axis",
	"Level.To":          "a place on the axis",
	"Mark.From":         "said by Mark.Date",
	"Mark.To":           "said by Mark.Date",
	"Definition.Means":  "in the workbook and on the web page, and the PDF says so",
	"Definition.Source": "as Means",
	"Definition.Files":  "as Means",
	"Definition.Groups": "as Means",

	"Definitions.GroupWord": "as Means",
	"Definitions.Groups":    "as Means",
	"Row.Services":          "what a filter of the web page goes by",
	"FigureRow.Services":    "as Row.Services; it stands in the scope",
	"FigureRow.From":        "a date, printed in another form",
	"FigureRow.To":          "a date, printed in another form",
}

// filler puts a different word into every string.
type filler struct {
	count int
	words map[string]string // word to where it stands
	kept  map[string]bool   // silent fields that were met
}

// next gives a word that nothing else contains.
func (f *filler) next(path string) string {
	f.count++
	word := fmt.Sprintf("q%c%c%cx", 'a'+f.count/676%26, 'a'+f.count/26%26, 'a'+f.count%26)
	f.words[word] = path
	return word
}

// chosen are the values of the types that hold a choice instead of words.
var chosen = map[reflect.Type]string{
	reflect.TypeFor[brand.Colour]():     "#1B5E7A",
	reflect.TypeFor[page.Tier]():        string(page.TierInspection),
	reflect.TypeFor[page.Format]():      string(page.FormatPercent),
	reflect.TypeFor[chart.State]():      string(chart.StateConcern),
	reflect.TypeFor[chart.Unit]():       string(chart.UnitPercent),
	reflect.TypeFor[chart.Grain]():      string(chart.GrainMonth),
	reflect.TypeFor[chart.PointState](): string(chart.PointShown),
	reflect.TypeFor[chart.Kind]():       string(chart.KindPPrime),
	reflect.TypeFor[chart.Signal]():     string(chart.SignalWorse),
	reflect.TypeFor[chart.LaneKind]():   string(chart.LaneShare),
}

// ownLogo is a logo as a build reads it.
var ownLogo = func() brand.Logo {
	read, err := brand.Read(logofile.PNG(600, 150, ""))
	if err != nil {
		panic(err)
	}
	return read
}()

func (f *filler) fill(v reflect.Value, path string) {
	if v.Type() == reflect.TypeFor[brand.Logo]() {
		v.Set(reflect.ValueOf(ownLogo))
		return
	}
	switch v.Kind() {
	case reflect.String:
		if choice, ok := chosen[v.Type()]; ok {
			v.SetString(choice)
		} else if _, ok := silent[path]; ok {
			f.kept[path] = true
		} else {
			v.SetString(f.next(path))
		}
	case reflect.Int:
		v.SetInt(7)
	case reflect.Float64:
		if path == "Page.BodyPoints" {
			return // a size that the tests of sizes choose
		}
		v.SetFloat(12.5)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		f.fill(v.Elem(), path)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range v.Len() {
			f.fill(v.Index(i), path)
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[page.Block]() {
			return // a block holds one part only
		}
		name := v.Type().Name()
		if path == "Page" && name == "Cover" {
			name = "Page.Cover"
		}
		for i := range v.NumField() {
			if v.Type().Field(i).Name == "NotIn" {
				continue // in which formats it stands
			}
			f.fill(v.Field(i), name+"."+v.Type().Field(i).Name)
		}
	}
}

// filled gives a page with a block of every kind.
func filled() (*page.Page, *filler) {
	f := &filler{words: map[string]string{}, kept: map[string]bool{}}
	whole := &page.Page{Schema: page.Schema}
	f.fill(reflect.ValueOf(&whole.Cover).Elem(), "Page")
	whole.Cover.Pack = "pack"
	kinds := reflect.TypeFor[page.Block]().NumField()
	for i := range kinds {
		if reflect.TypeFor[page.Block]().Field(i).Type.Kind() != reflect.Pointer {
			continue // in which formats it stands
		}
		section := page.Section{}
		f.fill(reflect.ValueOf(&section).Elem(), "Page.Sections")
		block := page.Block{}
		f.fill(reflect.ValueOf(&block).Elem().Field(i), "Block")
		section.Blocks = []page.Block{block}
		whole.Sections = append(whole.Sections, section)
	}
	for _, section := range whole.Sections {
		for _, block := range section.Blocks {
			f.settle(block)
		}
	}
	return whole, f
}

// settle gives dates to the charts, and a gap, so that its word has a place.
func (f *filler) settle(block page.Block) {
	if block.Chart != nil {
		for _, spec := range []*chart.Spec{&block.Chart.Spec, block.Chart.Partner} {
			for i := range spec.Points {
				spec.Points[i].From, spec.Points[i].To = fmt.Sprintf("2026-%02d-01", i+4), fmt.Sprintf("2026-%02d-28", i+4)
			}
			for i := range spec.Levels {
				spec.Levels[i].From, spec.Levels[i].To = spec.Points[i].From, spec.Points[i].To
			}
			for i := range spec.Marks {
				spec.Marks[i].From, spec.Marks[i].To = spec.Points[i].From, spec.Points[i].From
			}
			spec.Points[1].Value, spec.Points[1].State = nil, chart.PointNoData
			delete(f.words, spec.Points[0].Word) // a point with a value has no word
			spec.Points[0].Word = ""
		}
	}
	if block.Timeline != nil {
		block.Timeline.Spec.From = "2026-04-01"
	}
	if block.Funnel != nil {
		points := block.Funnel.Spec.Points
		points[1].Value = nil
		delete(f.words, points[0].Word) // a service with a value has no word
		points[0].Word = ""
	}
	if block.Figures != nil {
		block.Figures.Rows[1].Value = nil
		delete(f.words, block.Figures.Rows[0].Status)
		block.Figures.Rows[0].Status = "ok"
	}
}

func TestThePDFSaysEverything(t *testing.T) {
	whole, f := filled()
	text := pdftotext(t, draw(t, whole))
	if len(f.words) < 150 {
		t.Fatalf("the page holds only %d words", len(f.words))
	}
	for word, path := range f.words {
		if !strings.Contains(text, word) {
			t.Errorf("%s is not in the PDF (%s)", path, word)
		}
	}
}

func TestEverySilentFieldExists(t *testing.T) {
	_, f := filled()
	for path := range silent {
		if !f.kept[path] {
			t.Errorf("%s is listed as silent but no page has it", path)
		}
	}
}
