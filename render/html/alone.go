package html

import (
	"encoding/base64"
	"fmt"
	"html/template"
	"strings"

	"evidencepack/render/chart"
	"evidencepack/templates/fonts/web"
)

// SVG gives a scene as a picture file of its own, with its typeface inside and a
// sentence for those who do not see it. One unit of the picture is one millimetre.
func SVG(s chart.Scene, alt string) []byte {
	picture := string((*inks)(nil).svg(s, alt))
	open := strings.Index(picture, ">") + 1
	sized := strings.Replace(picture[:open], " viewBox", ` width="`+mm(s.Width)+`mm" height="`+mm(s.Height)+`mm" viewBox`, 1)
	return []byte(`<?xml version="1.0" encoding="UTF-8"?>` + "\n" + sized + "<style>" + faces() + "</style>" + picture[open:] + "\n")
}

// faces are the fonts as rules of a style sheet.
func faces() string {
	var b strings.Builder
	for _, face := range []struct {
		weight int
		font   []byte
	}{{400, web.Regular}, {600, web.Semibold}} {
		fmt.Fprintf(&b, "@font-face{font-family:\"Open Sans\";font-weight:%d;src:url(data:font/woff2;base64,%s) format(\"woff2\")}\n",
			face.weight, base64.StdEncoding.EncodeToString(face.font))
	}
	return b.String()
}

// Alone is one chart as a web page of its own.
type Alone struct {
	Title    string
	Subtitle string
	Plots    []AlonePlot
	Foot     []string   // remarks under the chart
	Head     []string   // of the table of values
	Rows     [][]string // as long as Head; the first cell names the row
}

// AlonePlot is one plot of it, laid out for a wide and for a narrow screen.
type AlonePlot struct {
	Heading      string // "" where there is one plot
	Note         string // what stands under the heading
	Alt          string
	Wide, Narrow chart.Scene
}

// The widths in mm for which the plots of an Alone are laid out.
const (
	AloneWide   = fullWidth
	AloneNarrow = narrowWide
)

// Standalone writes the page. It needs no network and runs no scripts.
func Standalone(a Alone) ([]byte, error) {
	parts, err := newParts(new(pen))
	if err != nil {
		return nil, err
	}
	style, err := commonStyle()
	if err != nil {
		return nil, err
	}
	type plot struct {
		Heading, Note string
		Wide, Narrow  template.HTML
	}
	view := struct {
		Alone
		Plots  []plot
		Policy string
		Style  template.CSS
	}{Alone: a, Policy: policy([]template.CSS{style}, nil), Style: style}
	var none *inks
	for _, p := range a.Plots {
		view.Plots = append(view.Plots, plot{p.Heading, p.Note, none.svg(p.Wide, p.Alt), none.svg(p.Narrow, p.Alt)})
	}
	var b strings.Builder
	if err := parts.ExecuteTemplate(&b, "alone", view); err != nil {
		return nil, err
	}
	return []byte(b.String()), nil
}
