package pdf

import (
	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// Section draws the head of a section: label, finding, lead. Its title is the
// largest thing on the sheet.
func (p *pen) Section(section page.Section) {
	p.block(func() {
		p.loneHeading()
		first := section.Blocks
		section.Blocks = nil // each block is cleaned when it is drawn
		section = cleaned(section)
		titles := pageTitle.wrap(section.Title, width)
		leads := leadSentence.wrap(section.Lead, width)
		high := 4.4 + pageTitle.high(titles) + leadSentence.high(leads)
		p.place(section.NewPage, high+firstHeight(first))
		p.arrive(section.Label, section.Title, p.next)
		p.write(left, p.next+2.8, shortened(section.Label, sectionLabel, width), sectionLabel)
		p.next = p.lines(left, p.next+3.2, titles, pageTitle) + 0.6
		p.next = p.lines(left, p.next, leads, leadSentence) + parts
		p.fresh = false
		if !ruled(first) {
			p.rule(left, right, p.next, chart.InkText, 0.75)
			p.next += within
		}
		p.headed = true
	})
}

// firstHeight is how much of the first block, in mm, a sheet must have room for
// below the head of its section, so that no head stands alone: a short table, with
// its title and remark, is never parted.
func firstHeight(blocks []page.Block) float64 {
	if len(blocks) > 0 && blocks[0].Table != nil {
		return 85
	}
	return 45
}

// place begins a new sheet for a section that asks for one, or that would start
// too low. The first section never shares the cover.
func (p *pen) place(always bool, high float64) {
	switch {
	case p.doc.PageNo() == 0, p.opened == 0, !p.fresh && always, !p.fresh && p.next+sections+high > bottom:
		p.sheet()
	case !p.fresh:
		p.next += sections
	}
}

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
		clean := cleaned(heading)
		p.heading = &clean
	})
}

// Prose draws running text. Lines over the whole width are set in body size; text
// of several paragraphs too.
func (p *pen) Prose(prose page.Prose) {
	p.block(func() {
		prose = cleaned(prose)
		if high := proseHeight(prose); high < 30 {
			p.beginWhole(high)
		} else {
			p.begin(2 * body.leading)
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
func proseHeight(prose page.Prose) float64 {
	high := -within
	for _, paragraph := range prose.Paragraphs {
		high += body.high(body.strong().wrap(paragraph.Lead+" "+paragraph.Text, longestLine)) + within
	}
	return high
}

// paragraph sets a paragraph; its lead stands in semibold on a line of its own
// where both do not fit on one.
func (p *pen) paragraph(paragraph page.Paragraph) {
	lead := body.strong()
	if paragraph.Lead == "" {
		p.run(left, body.wrap(paragraph.Text, longestLine), body)
		return
	}
	start := lead.width(paragraph.Lead) + 1.6
	if start > longestLine/2 {
		p.run(left, lead.wrap(paragraph.Lead, longestLine), lead)
		p.run(left, body.wrap(paragraph.Text, longestLine), body)
		return
	}
	p.room(body.leading)
	p.write(left, p.next+body.drop(), paragraph.Lead, lead)
	first, rest := firstLine(paragraph.Text, longestLine-start, body)
	p.run(left+start, []string{first}, body)
	p.run(left, body.wrap(rest, longestLine), body)
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
		notice = cleaned(notice)
		x := left + bar + pad
		textAt := x
		if notice.State != chart.StateNone {
			textAt += indent
		}
		titles := blockHeading.wrap(notice.Title, right-pad-textAt)
		texts := columnBody.wrap(notice.Text, right-pad-textAt)
		high := 2*pad + blockHeading.high(titles) + columnBody.high(texts)
		if high > p.deepest() { // longer than a sheet: as running text
			p.begin(2 * body.leading)
			p.run(left, blockHeading.wrap(notice.Title, width), blockHeading)
			p.run(left, body.wrap(notice.Text, width), body)
			return
		}
		p.beginWhole(high)
		p.fill(left, p.next, width, high, chart.InkWash)
		p.fill(left, p.next, bar, high, notice.State.Ink())
		p.state(notice.State, x, p.next+pad+blockHeading.leading/2, 1.25)
		y := p.lines(textAt, p.next+pad, titles, blockHeading)
		p.lines(textAt, y, texts, columnBody.in(chart.InkSecond))
		p.next += high
	})
}
