// Package html draws a page as one HTML file that needs nothing else: no network,
// no other file and, to be read, no scripts but for what a long page packs (rest.go).
// What may be edited without programming (parts, styles, scripts) is in templates/html.
package html

import (
	"bytes"
	"compress/gzip"
	"html/template"

	"evidencepack/render/chart"
	"evidencepack/render/page"
	"evidencepack/templates/js"
)

// New gives a pen that draws one page as one HTML file.
func New() page.Pen { return new(pen) }

// pen writes the parts of one page one after the other. The first error stops
// all further writing and is given back by Close.
type pen struct {
	page     *page.Page
	parts    *template.Template
	out      bytes.Buffer
	rest     bytes.Buffer    // what stands packed in the page: templates, each with its place
	islands  bytes.Buffer    // the data of the live charts
	inks     inks            // how their drawings are painted
	cuts     []part          // what of the page may be packed, in its order
	places   int             // places of packed parts given so far
	evidence index           // ids of the evidence index, so that every mention of one can link to it
	anchors  map[string]bool // anchors already given, so that no two parts share one
	sections int             // sections started so far
	inside   bool            // a section is open
	drawings int             // charts drawn so far, for their ids
	err      error
}

// head is what the start of the file and its end show.
type head struct {
	Cover    page.Cover
	Tier     string
	Policy   string
	Styles   []template.CSS
	Inks     template.CSS // of the drawings
	Contents []entry
	Logo     logo

	GroupWord, Groups string // of the filter; the groups joined by a bar
}

// entry is a line of the contents.
type entry struct{ Anchor, Label, Title string }

// Open makes ready for the page; its head is written last, because its policy names the
// style of all drawings.
func (p *pen) Open(pg *page.Page) error {
	p.page = pg
	p.evidence = indexOf(pg)
	p.anchors = map[string]bool{}
	p.out.Grow(pageRoom)
	p.parts, p.err = newParts(p)
	return p.err
}

// head writes the furniture of the page, its cover and its contents.
func (p *pen) head(code ownScripts) ([]byte, error) {
	sheets, err := styles(p.page.Cover)
	if err != nil {
		return nil, err
	}
	h := head{Cover: p.page.Cover, Tier: anchor(string(p.page.Cover.Tier)), Styles: sheets, Inks: p.inks.style(), Logo: logoOf(p.page.Cover)}
	h.Policy = policy(append(sheets[:len(sheets):len(sheets)], h.Inks), code.hashes)
	h.GroupWord, h.Groups = filterGroups(p.page)
	for _, s := range p.page.Sections {
		h.Contents = append(h.Contents, entry{Anchor: anchor(s.ID), Label: s.Label, Title: s.Title})
	}
	var out bytes.Buffer
	err = p.parts.ExecuteTemplate(&out, "head", h)
	return out.Bytes(), err
}

// Section ends the section before and starts the next one.
func (p *pen) Section(s page.Section) {
	p.endSection()
	p.inside = true
	p.sections++
	p.write("section", struct {
		page.Section
		Anchor string
		Number int
	}{s, p.claim(anchor(s.ID)), p.sections})
}

func (p *pen) endSection() {
	if p.inside {
		p.write("section-end", nil)
	}
	p.inside = false
}

// Close ends the file and gives its bytes. It gives the first error of any part.
func (p *pen) Close() ([]byte, error) {
	p.endSection()
	p.write("foot", head{Cover: p.page.Cover})
	code, err := scripts()
	if p.err == nil {
		p.err = err
	}
	if p.err != nil {
		return nil, p.err
	}
	head, err := p.head(code)
	if err != nil {
		return nil, err
	}
	others := len(head) + len(code.first) + len(code.packed) + len(js.Packed()) + int(float64(p.rest.Len()+p.islands.Len())*packedShare)
	body := p.cut(p.packedRanks(others))
	islands := p.place()
	p.keep(islands, p.islands.Bytes())
	packed := js.Pack(p.rest.Bytes(), gzip.DefaultCompression)
	out := make([]byte, 0, others+len(body)+len(packed))
	out = append(append(out, head...), body...)
	for _, text := range []string{
		p.inks.defined(), string(placeholder(islands)), "\n",
		`<script type="` + packedPage + `" id=_rest>`, packed, "</script>\n",
		`<script type="` + js.PackedType + `" id=_code>`, code.packed, "</script>\n",
		`<script type="` + js.PackedType + `" id=_library>`, js.Packed(), "</script>\n",
		"<script>", code.first, "</script>\n</body>\n</html>\n",
	} {
		out = append(out, text...)
	}
	return out, nil
}

// write draws one named part, unless an earlier one failed.
func (p *pen) write(part string, data any) {
	if p.err == nil {
		p.err = p.parts.ExecuteTemplate(&p.out, part, data)
	}
}

// claim gives an anchor the first time it is asked for and nothing afterwards:
// an id may stand once in a page.
func (p *pen) claim(anchor string) string {
	if p.anchors[anchor] {
		return ""
	}
	p.anchors[anchor] = true
	return anchor
}

func (p *pen) Heading(h page.Heading) { p.write("heading", h) }
func (p *pen) Prose(t page.Prose)     { p.write("prose", t) }
func (p *pen) Key(k page.Key)         { p.write("key", k) }
func (p *pen) Notice(n page.Notice)   { p.write("notice", n) }
func (p *pen) Claims(c page.Claims)   { p.write("claims", c) }
func (p *pen) Answers(a page.Answers) { p.write("answers", a) }

// CaseStudy draws one story, with the strip of steps and the table of its weeks.
func (p *pen) CaseStudy(s page.CaseStudy) {
	view := struct {
		page.CaseStudy
		LimitsTitle string
		Linked      []linkedFigure
		Picture     template.HTML
	}{CaseStudy: s, LimitsTitle: page.CaseLimits, Linked: p.linkedFigures(s.Figures)}
	if s.Steps != nil {
		view.Picture = p.picture(len(s.Steps.Rows), s.Steps.Alt, func(width float64) chart.Scene { return chart.StepStrip(*s.Steps, width) })
	}
	p.write("case-study", view)
}

func (p *pen) Table(t page.Table) { p.write("table", t) }

func (p *pen) SetAside(s page.SetAside) { p.write("set-aside", s) }

// Strip draws figures side by side; each leads to its section and its evidence.
func (p *pen) Strip(s page.Strip) {
	p.write("strip", struct{ Figures []linkedFigure }{p.linkedFigures(s.Figures)})
}

// linkedFigure is a figure with the anchor of the section that tells more, if there is one.
type linkedFigure struct {
	page.Figure
	Link string
}

func (p *pen) linkedFigures(figures []page.Figure) (all []linkedFigure) {
	for _, f := range figures {
		all = append(all, linkedFigure{f, p.section(f.Section)})
	}
	return all
}

// section gives the anchor of a section of this page, or nothing where the page has no such section.
func (p *pen) section(id string) string {
	for _, s := range p.page.Sections {
		if s.ID == id && id != "" {
			return anchor(id)
		}
	}
	return ""
}

// Comparison draws the dumbbell plate and the table of its values.
func (p *pen) Comparison(c page.Comparison) {
	p.write("comparison", struct {
		page.Comparison
		Picture template.HTML
		File    string
	}{c, p.comparisonPicture(c), p.file(c.Source, c.Title)})
}

// Forest draws the changes with the interval of each difference, and their table.
func (p *pen) Forest(f page.Forest) {
	p.write("forest", struct {
		page.Forest
		Picture template.HTML
		File    string
	}{f, p.forestPicture(f), p.file(f.Source, f.Title)})
}

// Chart draws the trend, the partner that must be read with it, and both tables.
func (p *pen) Chart(c page.Chart) {
	type partner struct {
		Title   string
		Drawing drawing
		Spec    values
	}
	view := struct {
		Head    chart.Spec
		Half    bool
		Source  string
		File    string
		Verdict verdict
		Main    drawing
		Spec    values
		Partner *partner
	}{Head: c.Spec, Half: c.Half, Source: c.Source, File: p.file(c.Source, orWord(c.Spec.Measure, c.Spec.Title)), Verdict: verdict{Verdict: c.Verdict, Of: p.evidence.first(c.Source)}, Spec: valuesOf(c.Spec)}
	view.Spec.Subtitle = "" // it stands under the title already; that of the partner stands at its table
	if view.Main, p.err = p.draw(c.Spec, c.Half, false); p.err != nil {
		return
	}
	if c.Partner != nil {
		d, err := p.draw(*c.Partner, c.Half, true)
		if p.err = err; err != nil {
			return
		}
		view.Partner = &partner{Title: c.PartnerTitle, Drawing: d, Spec: valuesOf(*c.Partner)}
	}
	p.write("chart", view)
}

// draw makes the still and the live drawing of one chart.
func (p *pen) draw(s chart.Spec, half, compact bool) (drawing, error) {
	if p.err != nil {
		return drawing{}, p.err
	}
	p.drawings++
	return p.drawingOf(s, half, compact)
}
