package xlsx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"reflect"
	"strings"
	"testing"

	"evidencepack/render/brand"
	"evidencepack/render/chart"
	"evidencepack/render/page"
	"evidencepack/testdata/logofile"
)

// filler puts a word of its own into every string of a page and a part of every
// kind into a section, whatever fields the document model has or gains.
type filler struct {
	words   map[string]string // word to the field it is in
	numbers bool              // fill pointers to numbers too
	count   int
}

// enumerations are strings that choose, so they hold a choice and no word.
var enumerations = map[reflect.Type]string{
	reflect.TypeFor[brand.Colour]():     "#1B5E7A",
	reflect.TypeFor[page.Tier]():        string(page.TierInternal),
	reflect.TypeFor[page.Format]():      string(page.FormatPercent),
	reflect.TypeFor[chart.State]():      string(chart.StateConcern),
	reflect.TypeFor[chart.Unit]():       string(chart.UnitPercent),
	reflect.TypeFor[chart.Grain]():      string(chart.GrainMonth),
	reflect.TypeFor[chart.PointState](): string(chart.PointShown),
	reflect.TypeFor[chart.Kind]():       string(chart.KindXmR),
	reflect.TypeFor[chart.Signal]():     string(chart.SignalWorse),
	reflect.TypeFor[chart.LaneKind]():   string(chart.LaneShare),
}

// days are fields that place something in time; they become true dates.
var days = map[string]string{
	"Point.From": "2026-04-01", "Point.To": "2026-04-30",
	"Level.From": "2026-04-01", "Level.To": "2026-04-30",
	"Mark.From": "2026-04-07", "Mark.To": "2026-04-07",
	"Spec.From": "2026-04-01", "Spec.To": "2026-05-31",
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
		f.text(v, field)
	case reflect.Float64:
		if field == "Page.BodyPoints" {
			return // a size that the tests of sizes choose
		}
		f.count++
		v.SetFloat(float64(f.count%90) + 1)
	case reflect.Int:
		f.count++
		v.SetInt(int64(f.count))
	case reflect.Pointer:
		kind := v.Type().Elem().Kind()
		if f.numbers || kind != reflect.Float64 && kind != reflect.Int {
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

func (f *filler) text(v reflect.Value, field string) {
	if choice, there := enumerations[v.Type()]; there {
		v.SetString(choice)
		return
	}
	if day, there := days[field]; there {
		v.SetString(day)
		return
	}
	f.count++
	word := fmt.Sprintf("word%04dend", f.count)
	f.words[word] = field
	v.SetString(word)
}

// filled is a page with one section that holds a block of every kind.
func filled(f *filler) *page.Page {
	f.words = map[string]string{}
	p := &page.Page{Schema: page.Schema}
	f.fill(reflect.ValueOf(&p.Cover).Elem(), "Cover")
	s := page.Section{}
	for i := range reflect.TypeFor[page.Block]().NumField() {
		if reflect.TypeFor[page.Block]().Field(i).Type.Kind() != reflect.Pointer {
			continue // in which formats it stands
		}
		var b page.Block
		f.fill(reflect.ValueOf(&b).Elem().Field(i), "Block")
		s.Blocks = append(s.Blocks, b)
	}
	for _, text := range []*string{&s.Label, &s.Title, &s.Lead} {
		f.fill(reflect.ValueOf(text).Elem(), "Section")
	}
	s.ID = "section"
	p.Sections = []page.Section{s}
	for _, b := range s.Blocks {
		if b.Stack != nil { // a bar with a word has no shares, and only bars with shares are drawn
			delete(f.words, b.Stack.Spec.Bars[0].Word)
			b.Stack.Spec.Bars[0].Word = ""
		}
		if b.Table != nil { // one plain row and one group row, each with all its cells
			b.Table.Rows[0].Group, b.Table.Rows[0].Total = false, false
			b.Table.Rows[1].Group, b.Table.Rows[1].Total = true, false
		}
	}
	return p
}

// sample is a pack as the program saves it, cut to a few rows of each kind.
func sample(t testing.TB) *page.Page { return loaded(t, "testdata/pack.json") }

func loaded(t testing.TB, file string) *page.Page {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	p, err := page.Load(text)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func drawn(t testing.TB, p *page.Page) []byte {
	t.Helper()
	out, err := page.Draw(p, New())
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// partsOf unpacks a workbook: its parts by name.
func partsOf(t testing.TB, out []byte) map[string]string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(out), int64(len(out)))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, file := range archive.File {
		in, err := file.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		if err := in.Close(); err != nil {
			t.Fatal(err)
		}
		all[file.Name] = string(text)
	}
	return all
}

// wellFormed reads a part to its end and gives its texts and attributes.
func wellFormed(t testing.TB, name, part string) string {
	t.Helper()
	var all strings.Builder
	in := xml.NewDecoder(strings.NewReader(part))
	for {
		token, err := in.Token()
		if errors.Is(err, io.EOF) {
			return all.String()
		}
		if err != nil {
			t.Fatalf("%s is no XML: %v", name, err)
		}
		switch token := token.(type) {
		case xml.CharData:
			all.Write(token)
			all.WriteByte('\n')
		case xml.StartElement:
			for _, a := range token.Attr {
				all.WriteString(a.Value + "\n")
			}
		}
	}
}
