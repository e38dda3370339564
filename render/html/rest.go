package html

import (
	"html/template"
	"strconv"

	"evidencepack/templates/js"
)

// A page for many people would be several megabytes long, of which most is what few read
// at once: the time lines of single people, their rows of the evidence index, pictures
// for narrow screens, the data of live charts. These stand packed at its end, and a
// script puts each in its place as soon as the page is open. Readers without scripts
// find there what it would be, in words.

// packedPage is the type of the element that holds them.
const packedPage = "text/html" + js.PackedSuffix

// place names a place for a packed part.
func (p *pen) place() string {
	p.places++
	return "_part-" + strconv.Itoa(p.places)
}

// placeholder is the element that a packed part takes the place of.
func placeholder(place string) template.HTML {
	return template.HTML(`<div id="` + place + `"></div>`)
}

// keep adds a part to what is packed.
func (p *pen) keep(place string, part []byte) {
	p.rest.WriteString(`<template data-place="` + place + `">`)
	p.rest.Write(part)
	p.rest.WriteString("</template>\n")
}

// keepPart draws a named part into what is packed, unless an earlier one failed.
func (p *pen) keepPart(place, part string, data any) {
	p.rest.WriteString(`<template data-place="` + place + `">`)
	if p.err == nil {
		p.err = p.parts.ExecuteTemplate(&p.rest, part, data)
	}
	p.rest.WriteString("</template>\n")
}
