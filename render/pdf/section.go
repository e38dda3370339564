package pdf

import (
	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// sectionHead is the head of a section: label, finding, lead. It waits for the first
// block, so that no head stands alone at the foot of a sheet.
type sectionHead struct {
	label, title  string
	titles, leads []string
	own, spread   bool // begins a sheet; a left one
	ruled         bool // the first block begins with a rule of its own
}

// stump is how much of a section, in mm, must have room under its head.
const stump = 30.0

// Section keeps the head of a section for its first block. Its title is the largest
// thing on the sheet.
func (p *pen) Section(section page.Section) {
	p.block(func() {
		p.loneHead()
		p.elsewhere()
		first := section.Blocks
		section.Blocks = nil // each block is cleaned when it is drawn
		section = tidied(p, section)
		p.home, p.keep = section.Name(), section.Keep
		p.keepFor(section.Elsewhere)
		if p.sections++; p.sections == 1 {
			p.home = page.SheetSummary
		}
		p.waiting = &sectionHead{
			label: section.Label, title: section.Title, own: section.NewPage, spread: section.Spread, ruled: ruled(first),
			titles: p.set.title(p.role).wrap(section.Title, width), leads: p.role.leadSentence.wrap(section.Lead, width),
		}
	})
}

func (h *sectionHead) high(title style, r *roles) float64 {
	return 3.2*r.scale + 0.6 + title.high(h.titles) + r.leadSentence.high(h.leads) + parts + within
}

// keepHead draws the head that waits, if there is one.
func (p *pen) keepHead() {
	if p.waiting == nil {
		return
	}
	h := p.waiting
	p.waiting = nil
	p.arrive(h.label, h.title, p.next)
	p.write(left, p.next+2.8*p.role.scale, shortened(h.label, p.role.sectionLabel, width), p.role.sectionLabel)
	p.next = p.lines(left, p.next+3.2*p.role.scale, h.titles, p.set.title(p.role)) + 0.6
	p.next = p.lines(left, p.next, h.leads, p.role.leadSentence) + parts
	if !h.ruled {
		p.rule(left, right, p.next, chart.InkText, 0.75)
		p.next += within
	}
	p.fresh = false
}

// turns says whether the head that waits begins a sheet of its own. The first section
// never shares the cover, but what its contents took of a second sheet. One that asks for a sheet gets it only where the sheet before
// is not left half empty by that.
func (p *pen) turns() bool {
	const filled = 0.6
	switch {
	case p.waiting == nil:
		return false
	case p.opened == 0 && p.doc.PageNo() == 1:
		return true
	case p.fresh || p.set.follow:
		return false
	case p.waiting.spread:
		return true
	}
	used := (p.next - p.top()) / p.deepest()
	return p.waiting.own && used >= filled
}

// turn begins the sheet of the head that waits. A spread that would begin on a right
// page leaves that page to its reader, and says why.
func (p *pen) turn() {
	p.sheet()
	if p.waiting.spread && !p.set.follow && p.doc.PageNo()%2 != 0 {
		p.lines(left, p.next, []string{leftEmpty}, p.role.note)
		p.next += p.role.note.leading
		p.sheet()
	}
}

// leftEmpty stands on a page that only keeps a spread together.
const leftEmpty = "The two pages that follow belong side by side, so this one is left for notes."

// ruled says whether the first block begins with a rule of its own.
func ruled(blocks []page.Block) bool {
	if len(blocks) == 0 {
		return false
	}
	first := blocks[0]
	return first.Strip != nil || first.SetAside != nil || first.Key != nil || first.Claims != nil && first.Claims.Title == "" ||
		first.Table != nil && first.Table.Title == "" && first.Table.Note == ""
}

// Heading waits for its block, so that the two are never parted.
func (p *pen) Heading(heading page.Heading) {
	p.block(func() {
		p.loneHeading()
		clean := tidied(p, heading)
		p.heading = &clean
	})
}

// Prose draws running text. Lines over the whole width are set in body size; text
// of several paragraphs too.
func (p *pen) Prose(prose page.Prose) {
	p.block(func() {
		prose = tidied(p, prose)
		if high := p.proseHeight(prose); high < 30 {
			p.beginWhole(high)
		} else {
			p.begin(2 * p.role.body.leading)
		}
		for i, paragraph := range prose.Paragraphs {
			if i > 0 {
				p.next += within
			}
			p.paragraph(paragraph)
		}
	})
}

const longestLine = 160.0 // mm: about 95 letters

// proseHeight gives the height of short paragraphs, at most.
func (p *pen) proseHeight(prose page.Prose) float64 {
	high := -within
	for _, paragraph := range prose.Paragraphs {
		high += p.role.body.high(p.role.body.strong().wrap(paragraph.Lead+" "+paragraph.Text, longestLine)) + within
	}
	return high
}

// paragraph sets a paragraph; its lead stands in semibold on a line of its own
// where both do not fit on one.
func (p *pen) paragraph(paragraph page.Paragraph) {
	lead := p.role.body.strong()
	if paragraph.Lead == "" {
		p.run(left, p.role.body.wrap(paragraph.Text, longestLine), p.role.body)
		return
	}
	start := lead.width(paragraph.Lead) + 1.6
	if start > longestLine/2 {
		p.run(left, lead.wrap(paragraph.Lead, longestLine), lead)
		p.run(left, p.role.body.wrap(paragraph.Text, longestLine), p.role.body)
		return
	}
	p.room(p.role.body.leading)
	p.write(left, p.next+p.role.body.drop(), paragraph.Lead, lead)
	first, rest := firstLine(paragraph.Text, longestLine-start, p.role.body)
	p.run(left+start, []string{first}, p.role.body)
	p.run(left, p.role.body.wrap(rest, longestLine), p.role.body)
}

// firstLine cuts from a text the words that fit into the width.
func firstLine(text string, width float64, s style) (first, rest string) {
	lines := s.wrap(text, width)
	if len(lines) == 0 {
		return "", ""
	}
	return lines[0], text[min(len(text), len(lines[0])):]
}

// Notice draws a box with the colour of its state at the left edge.
func (p *pen) Notice(notice page.Notice) {
	const pad, bar, indent = 2.4, 1.0, 4.0
	p.block(func() {
		notice = tidied(p, notice)
		x := left + bar + pad
		textAt := x
		if notice.State != chart.StateNone {
			textAt += indent
		}
		titles := p.role.blockHeading.wrap(notice.Title, right-pad-textAt)
		texts := p.role.columnBody.wrap(notice.Text, right-pad-textAt)
		high := 2*pad + p.role.blockHeading.high(titles) + p.role.columnBody.high(texts)
		if high > p.deepest() { // longer than a sheet: as running text
			p.begin(2 * p.role.body.leading)
			p.run(left, p.role.blockHeading.wrap(notice.Title, width), p.role.blockHeading)
			p.run(left, p.role.body.wrap(notice.Text, width), p.role.body)
			return
		}
		p.beginWhole(high)
		p.fill(left, p.next, width, high, chart.InkWash)
		p.fill(left, p.next, bar, high, notice.State.Ink())
		p.state(notice.State, x, p.next+pad+p.role.blockHeading.leading/2, 1.25)
		y := p.lines(textAt, p.next+pad, titles, p.role.blockHeading)
		p.lines(textAt, y, texts, p.role.columnBody.in(chart.InkSecond))
		p.next += high
	})
}
