package html

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"evidencepack/render/chart"
)

var alonePlot = chart.Scene{Width: 100, Height: 40, Shapes: []chart.Shape{
	chart.Text{At: chart.XY{X: 10, Y: 10}, Text: `<script>alert("&")</script>`, Size: 7, Ink: chart.InkText},
}}

// TestSVGIsAFileOfItsOwn reads the picture as XML: it has a size, its typeface, and
// what is text stays text.
func TestSVGIsAFileOfItsOwn(t *testing.T) {
	picture := SVG(alonePlot, `Refusals "by" <month>`)
	decoder := xml.NewDecoder(bytes.NewReader(picture))
	text := ""
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if data, ok := token.(xml.CharData); ok {
			text += string(data)
		}
	}
	for _, want := range []string{`<script>alert("&")</script>`, "@font-face"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in the picture", want)
		}
	}
	if !bytes.Contains(picture, []byte(`width="100mm" height="40mm" viewBox="0 0 100 40"`)) {
		t.Error("the picture has no size")
	}
	if !bytes.Equal(picture, SVG(alonePlot, `Refusals "by" <month>`)) {
		t.Error("twice the same scene, two pictures")
	}
}

// TestStandaloneRunsNothing looks for scripts and outside sources in the page.
func TestStandaloneRunsNothing(t *testing.T) {
	page, err := Standalone(Alone{
		Title: "<b>Refusals</b>", Subtitle: "24 points", Foot: []string{"Method: pp."},
		Plots: []AlonePlot{{Heading: "Elm", Note: "No signal.", Alt: "Elm", Wide: alonePlot, Narrow: alonePlot}},
		Head:  []string{"Point", "Value"}, Rows: [][]string{{"Jan 2026", "7.4"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	text := string(page)
	for _, want := range []string{"&lt;b&gt;Refusals&lt;/b&gt;", "24 points", "Method: pp.", "<h2>Elm</h2>", "No signal.", `<th scope=row>Jan 2026<td class=number>7.4`, "script-src &#39;none&#39;"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in the page", want)
		}
	}
	for _, bad := range []string{"<script", "http://", "https://", "<b>"} {
		if strings.Contains(strings.ReplaceAll(text, "http://www.w3.org/2000/svg", ""), bad) {
			t.Errorf("%q is in the page", bad)
		}
	}
}
