package html

import (
	"bytes"
	"html/template"
	"strconv"

	"evidencepack/templates/js"
)

// A page for many people would be several megabytes long. What few read at once stands
// packed at its end then, and a script puts each part in its place as soon as the page is
// open. No more is packed than must be: first the time lines of single people, at last what
// each measure counts. Readers without scripts find in the place of a part what it
// would be, in words. What only scripts use is packed always.

// packedPage is the type of the element that holds what is packed.
const packedPage = "text/html" + js.PackedSuffix

// rank says what is packed before what: the lowest first.
type rank int

const (
	rankTimelines   rank = iota // of single people
	rankPeople                  // their rows of the evidence index
	rankPeopleRows              // their rows of other tables
	rankDetails                 // rows of services and of parts of the evidence index
	rankChartTables             // the tables beneath charts
	rankDefinitions             // what each measure counts
	ranks
)

// pageRoom is how many bytes a page takes before more of it is packed; packedShare is the
// share of its length that a part keeps when it is packed, about.
const (
	pageRoom    = 830_000
	packedShare = 1.0 / 7
)

// part is a stretch of the page that may be packed.
type part struct {
	rank     rank
	from, to int    // in what is written of the page
	element  string // that stands in its place: div or tbody
	instead  string // what it holds until the part comes, as HTML
}

// begin starts a part here. Parts do not stand inside each other.
func (p *pen) begin(r rank, element, instead string) {
	p.cuts = append(p.cuts, part{rank: r, from: p.out.Len(), element: element, instead: instead})
}

// end ends the part that was started last.
func (p *pen) end() { p.cuts[len(p.cuts)-1].to = p.out.Len() }

// waiting is what stands in the place of a part that is not in a table.
func waiting(words string) string { return `<p class=note>` + template.HTMLEscapeString(words) }

// waitingRows stand in the place of rows of a table.
func waitingRows(rows, columns int, what string) string {
	return `<tr><td colspan=` + strconv.Itoa(columns) + `>` + number(float64(rows), "count") + " " + what +
		` stand packed in this file: they show as soon as its scripts run.`
}

// packedRanks says up to which rank the page must be packed to keep to its room; others
// is the length of all that stands in it beside what is written of it.
func (p *pen) packedRanks(others int) rank {
	length := float64(others + p.out.Len())
	for up := range ranks {
		if length <= pageRoom {
			return up
		}
		for _, c := range p.cuts {
			if c.rank == up {
				length -= float64(c.to-c.from) * (1 - packedShare)
			}
		}
	}
	return ranks
}

// cut gives what is written of the page with its parts of lower ranks taken out, and
// keeps those among what is packed.
func (p *pen) cut(below rank) []byte {
	var whole bytes.Buffer
	written := p.out.Bytes()
	places := make([]string, len(p.cuts))
	from := 0
	for i, c := range p.cuts {
		if c.rank >= below || c.from == c.to {
			continue
		}
		places[i] = p.place()
		whole.Write(written[from:c.from])
		whole.WriteString("<" + c.element + ` id="` + places[i] + `">` + c.instead + "</" + c.element + ">")
		from = c.to
	}
	whole.Write(written[from:])
	for r := range below { // what is alike stands together and is packed the tighter
		for i, c := range p.cuts {
			if c.rank == r && places[i] != "" {
				p.keep(places[i], written[c.from:c.to])
			}
		}
	}
	return whole.Bytes()
}

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
