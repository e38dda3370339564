package html

import (
	"bytes"
	"compress/gzip"
	"encoding/ascii85"
	"io"
	"os"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"evidencepack/render/brand"
	"evidencepack/render/chart"
	"evidencepack/render/page"
	"evidencepack/templates/js"
	"evidencepack/testdata/logofile"
)

// filler puts text into every string of a page and a part of every kind into a
// section, whatever fields the document model has or gains.
type filler struct {
	text  func(field string) string
	count int
}

// enumerations are strings that choose, so they hold a choice and no text.
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

// days are fields that place something on the x axis; the text beside them is what is printed.
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
		if choice, there := enumerations[v.Type()]; there {
			v.SetString(choice)
		} else if day, there := days[field]; there {
			v.SetString(day)
		} else {
			v.SetString(f.text(field))
		}
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
		v.Set(reflect.New(v.Type().Elem()))
		f.fill(v.Elem(), field)
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

// filled is a page with one section that holds a block of every kind.
func filled(text func(field string) string) *page.Page {
	f := &filler{text: text}
	p := &page.Page{Schema: page.Schema}
	f.fill(reflect.ValueOf(&p.Cover).Elem(), "")
	if strings.Trim(p.Cover.Pack, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
		p.Cover.Pack = "pack" // no other name can be drawn: it becomes the name of a file
	}
	var s page.Section
	for i := range reflect.TypeFor[page.Block]().NumField() {
		if reflect.TypeFor[page.Block]().Field(i).Type.Kind() != reflect.Pointer {
			continue // in which formats it stands
		}
		var b page.Block
		f.fill(reflect.ValueOf(&b).Elem().Field(i), "")
		s.Blocks = append(s.Blocks, b)
	}
	for _, field := range []*string{&s.ID, &s.Label, &s.Title, &s.Lead} {
		*field = text("Section")
	}
	p.Sections = []page.Section{s}
	withGap(p)
	return p
}

// withGap makes the second point of each chart one that is not shown, so that a
// shown point and a gap are both drawn, and the second row of each table a group.
func withGap(p *page.Page) {
	for _, b := range p.Sections[0].Blocks {
		if b.Chart != nil {
			for _, spec := range []*chart.Spec{&b.Chart.Spec, b.Chart.Partner} {
				spec.Points[1].From, spec.Points[1].To = "2026-05-01", "2026-05-31"
				spec.Points[1].Value, spec.Points[1].State = nil, chart.PointWithheld
			}
		}
		if b.Table != nil {
			b.Table.Rows[0].Group = false
		}
	}
}

// sample is a small pack with every kind of block, months, quarters and gaps.
func sample(t testing.TB) *page.Page { return loaded(t, "testdata/pack.json") }

// everyChart is a page with a chart of each kind: limits, signals, new limits, gaps,
// events, rows, curves of 60 steps, funnels of 4 and of 30 services.
func everyChart(t testing.TB) *page.Page { return loaded(t, "../page/testdata/charts.json") }

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

// document is a finished page as a reader's browser takes it apart.
type document struct {
	text, data, code, style []string     // of text, JSON islands, scripts, style sheets
	elements                []*html.Node // in the order of the page
}

func parsed(t testing.TB, out []byte) document {
	t.Helper()
	var d document
	d.take(t, string(out))
	return d
}

// take takes a page, or what stands packed in one, apart.
func (d *document) take(t testing.TB, text string) {
	t.Helper()
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			d.elements = append(d.elements, n)
		}
		if n.Type != html.TextNode {
			continue
		}
		switch {
		case n.Parent.Data == "script" && attribute(n.Parent, "type") == "application/json":
			d.data = append(d.data, n.Data)
		case n.Parent.Data == "script" && attribute(n.Parent, "type") == packedPage:
			d.take(t, unpacked(t, n.Data))
		case n.Parent.Data == "script" && attribute(n.Parent, "type") == js.PackedType:
			d.code = append(d.code, unpacked(t, n.Data))
		case n.Parent.Data == "script":
			d.code = append(d.code, n.Data)
		case n.Parent.Data == "style":
			d.style = append(d.style, n.Data)
		default:
			d.text = append(d.text, n.Data)
		}
	}
}

// unsigned reads what is written in signs, by way of the base 85 that Adobe made.
func unsigned(text string) []byte {
	const signs = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%()*+,./:;=?@[]^_{|}~"
	other := strings.Map(func(r rune) rune { return '!' + rune(strings.IndexRune(signs, r)) }, text)
	out := make([]byte, len(text))
	n, _, err := ascii85.Decode(out, []byte(other), true)
	if err != nil {
		panic(err)
	}
	return out[:n]
}

// unpacked is a script that stands packed in the page, as the page unpacks it.
func unpacked(t testing.TB, text string) string {
	t.Helper()
	r, err := gzip.NewReader(bytes.NewReader(unsigned(text)))
	if err != nil {
		t.Fatal(err)
	}
	code, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(code)
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}
