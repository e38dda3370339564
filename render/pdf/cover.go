package pdf

import (
	"strings"

	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// entry is one line of the contents.
type entry struct {
	sheet  int     // sheet on which the line stands
	x, y   float64 // where its page number ends, on its baseline
	link   int
	starts int // sheet on which the section starts; 0 until it is drawn
}

// cover draws the first sheet: what the pack is, what it covers, what is weaker
// than it looks, and the contents.
func (p *pen) cover() {
	p.sheet()
	p.fresh = false
	cover := p.page.Cover
	p.next += 9
	wide, under := p.logo(cover)
	p.run(left, p.role.coverName.wrap(cover.Provider, wide), p.role.coverName)
	p.run(left, p.role.coverTitle.wrap(cover.Title, wide), p.role.coverTitle)
	if cover.Draft != "" {
		p.run(left, p.role.sectionHeading.wrap(cover.Draft, wide), p.role.sectionHeading.in(chart.InkConcern))
	}
	p.next = max(p.next, under) + parts
	p.brandRule(cover.Colour)
	p.next += blocks
	p.facts(cover)
	p.warnings(cover.Warnings)
	p.howToRead(cover.HowToRead)
	p.contentsList(p.page.Sections)
	p.note(p.onlyElsewhere(), p.role.note)
}

// onlyElsewhere names the sections that the PDF leaves to the other formats.
func (p *pen) onlyElsewhere() string {
	if len(p.page.Elsewhere) == 0 {
		return ""
	}
	return moreSections + strings.Join(p.page.Elsewhere, "; ") + "."
}

// longFact is from how many lines on a fact of the cover is set small.
const longFact = 5

// facts lists the period and what else the cover knows, label by label.
func (p *pen) facts(cover page.Cover) {
	const textAt = left + 44
	facts := []page.Fact{
		{Label: "Period", Text: cover.Period}, {Label: "Compared with", Text: cover.Baseline},
		{Label: "Services", Text: cover.Services}, {Label: "Data as at", Text: cover.DataAsAt},
		{Label: "Definitions", Text: cover.Definitions},
	}
	for _, fact := range append(facts, cover.Facts...) {
		if fact.Text == "" {
			continue
		}
		labels, text := p.role.leadSentence.wrap(fact.Label, textAt-left-parts), p.role.body
		lines := text.wrap(fact.Text, right-textAt)
		if len(lines) > longFact { // the names of many services
			text = p.role.denseText
			lines = text.wrap(fact.Text, right-textAt)
		}
		high := max(p.role.leadSentence.high(labels), text.high(lines))
		p.room(high)
		p.lines(left, p.next, labels, p.role.leadSentence)
		p.lines(textAt, p.next, lines, text)
		p.next += high + within
	}
}

// warnings stand in a box, because they change how everything else is read.
func (p *pen) warnings(warnings []string) {
	if len(warnings) == 0 {
		return
	}
	const pad, bar, bullet = 3.0, 1.0, 4.0
	var lines [][]string
	high := 2*pad + p.role.blockHeading.leading
	for _, warning := range warnings {
		wrapped := p.role.body.wrap(warning, width-2*pad-bar-bullet)
		lines = append(lines, wrapped)
		high += p.role.body.high(wrapped) + within
	}
	p.next += parts
	boxed := high <= p.deepest()
	if boxed {
		p.room(high)
		p.fill(left, p.next, width, high, chart.InkWash)
		p.fill(left, p.next, bar, high, chart.InkConcern)
	}
	p.next += pad
	x := left + bar + pad
	p.run(x, []string{"Read this first"}, p.role.blockHeading)
	for _, wrapped := range lines {
		p.next += within
		p.room(p.role.body.leading)
		p.write(x, p.next+p.role.body.drop(), "•", p.role.body)
		p.run(x+bullet, wrapped, p.role.body)
	}
	p.next += pad
}

func (p *pen) howToRead(sentences []string) {
	if len(sentences) == 0 {
		return
	}
	p.next += blocks
	p.room(p.role.sectionHeading.leading + 2*p.role.body.leading)
	p.run(left, []string{"How to read this pack"}, p.role.sectionHeading)
	for _, sentence := range sentences {
		p.run(left, p.role.body.wrap(sentence, width), p.role.body)
		p.next += within
	}
}

// contentsList names the sections. Their page numbers follow when all is drawn. Where
// the list with its titles is longer than what is left of the cover, it has the labels
// alone, in two columns; each title heads its section.
func (p *pen) contentsList(sections []page.Section) {
	if len(sections) == 0 {
		return
	}
	all := append(append([]page.Section{}, sections...), p.appendixEntry()...)
	lines := p.contentsLines(all)
	high := blocks + p.role.sectionHeading.leading + within + noteHeight(p.onlyElsewhere(), p.role.note)
	for _, line := range lines {
		high += line.high
	}
	p.next += blocks
	if p.next-blocks+high > p.low() {
		p.contentsInTwo(all)
		return
	}
	p.run(left, []string{"Contents"}, p.role.sectionHeading)
	p.next += within
	p.rule(left, right, p.next, chart.InkText, 0.75)
	for _, line := range lines {
		p.lines(left, p.next+1.1, line.labels, p.role.contentsLabel)
		p.lines(line.titleAt, p.next+1.45, line.titles, p.role.contentsTitle)
		p.contentsEntry(left, p.next, width, line.high, 1.1)
		p.next += line.high
		p.rule(left, right, p.next, chart.InkHairline, 0.5)
	}
}

// contentsEntry links a line of the contents, and notes where its page number goes.
func (p *pen) contentsEntry(x, y, wide, high, air float64) {
	link := p.doc.AddLink()
	p.doc.Link(x, y, wide, high, link)
	p.contents = append(p.contents, entry{sheet: p.doc.PageNo(), x: x + wide, y: y + air + p.role.contentsNumber.drop(), link: link})
}

// contentsInTwo sets the labels in two columns, from top to bottom and then beside, closer
// together where only that keeps them on the cover.
func (p *pen) contentsInTwo(sections []page.Section) {
	high, air, numberWidth := 5.4*p.role.scale, 1.1, 8.0*p.role.scale
	around := p.role.sectionHeading.leading + within + noteHeight(p.onlyElsewhere(), p.role.note)
	if rows := float64((len(sections) + 1) / 2); p.next+around+rows*high > p.low() {
		high, air = 4.8*p.role.scale, 0.6
	}
	p.room(p.role.sectionHeading.leading + within + 3*high)
	p.run(left, []string{"Contents"}, p.role.sectionHeading)
	p.next += within
	for from := 0; from < len(sections); {
		if p.next+high > p.low() {
			p.sheet()
		}
		p.fresh = false
		rows := min((len(sections)-from+1)/2, max(1, int((p.low()-p.next)/high)))
		to := min(from+2*rows, len(sections))
		top := p.next
		for i, section := range sections[from:to] {
			x, y := left+float64(i/rows)*(halfStart-left), top+float64(i%rows)*high
			p.rule(x, x+halfWidth, y, chart.InkHairline, 0.5)
			name := section.Label
			if name == "" {
				name = section.Title
			}
			p.write(x, y+air+p.role.contentsLabel.drop(), shortened(name, p.role.contentsLabel, halfWidth-numberWidth), p.role.contentsLabel)
			p.contentsEntry(x, y, halfWidth, high, air)
		}
		p.next = top + float64(rows)*high
		from = to
	}
}

// contentsLine is the label and the title of a section, broken for their columns.
type contentsLine struct {
	labels, titles []string
	titleAt, high  float64
}

// contentsLines gives the labels one width, so that the titles begin under each other.
func (p *pen) contentsLines(sections []page.Section) []contentsLine {
	const narrowest, widest, many = 40.0, 66.0, 11
	numberWidth := 8 * p.role.scale
	air := 2.2
	if len(sections) > many {
		air = 0.5 // so that a long list stays on the cover
	}
	labelWidth := narrowest
	for _, section := range sections {
		labelWidth = max(labelWidth, min(widest, p.role.contentsLabel.width(section.Label)+parts+0.1))
	}
	var lines []contentsLine
	for _, section := range sections {
		line := contentsLine{
			labels:  p.role.contentsLabel.wrap(section.Label, labelWidth-parts),
			titles:  p.role.contentsTitle.wrap(section.Title, width-labelWidth-numberWidth),
			titleAt: left + labelWidth,
		}
		line.high = max(p.role.contentsLabel.high(line.labels), p.role.contentsTitle.high(line.titles), p.role.contentsLabel.leading) + air
		lines = append(lines, line)
	}
	return lines
}

// appendixEntry is the line of the contents for the values behind the charts, where they
// are printed.
func (p *pen) appendixEntry() []page.Section {
	if p.set.noAppendix {
		return nil
	}
	for _, section := range p.page.Sections {
		for _, block := range section.Blocks {
			if block.Chart != nil || block.Curve != nil || block.Funnel != nil {
				return []page.Section{{Label: appendixLabel, Title: appendixTitle}}
			}
		}
	}
	return nil
}

// arrive notes that the next section of the contents starts here.
func (p *pen) arrive(label, title string, y float64) {
	name := label
	if name == "" {
		name = title
	}
	p.doc.SetFont(family, "", p.role.body.size) // the outline takes the coding of the current font
	p.doc.Bookmark(name, 0, y)
	if p.opened < len(p.contents) {
		p.contents[p.opened].starts = p.doc.PageNo()
		p.doc.SetLink(p.contents[p.opened].link, y, p.doc.PageNo())
	}
	p.opened++
}
