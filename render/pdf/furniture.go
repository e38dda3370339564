package pdf

import (
	"fmt"

	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// furnish puts the banner and the foot on every sheet and the page numbers into the
// contents. It comes last, when the number of sheets is known.
func (p *pen) furnish() {
	sheets := p.doc.PageCount()
	for number := 1; number <= sheets; number++ {
		p.doc.SetPage(number)
		p.banner()
		p.foot(number, sheets)
		for _, entry := range p.contents {
			if entry.sheet == number {
				p.writeEnd(entry.x, entry.y, fmt.Sprint(entry.starts), p.role.contentsNumber)
			}
		}
	}
	p.doc.SetPage(sheets)
}

const (
	bannerTop    = 10.0
	bannerLine   = 5.4 // height of a banner of one line, in the usual size
	bannerIndent = 2.0
	wordLimit    = 40.0 // mm; no word of a tier is as long
	draftLimit   = 60.0
)

// bannerText is the banner, fitted to its width.
type bannerText struct {
	word, draft    string
	lines          []string
	start          float64 // x of the sentence
	strong, spoken style
	line           float64 // height of a banner of one line
}

func newBannerText(cover page.Cover, r *roles) bannerText {
	_, ink := bannerInks(cover.Tier)
	b := bannerText{strong: r.bannerWord.in(ink), spoken: r.bannerText.in(ink), line: bannerLine * r.scale}
	b.word, b.draft = shortened(cover.TierWord, b.strong, wordLimit), shortened(cover.Draft, b.strong, draftLimit)
	b.start = left + bannerIndent + b.strong.width(b.word) + 3
	end := right - bannerIndent
	if b.draft != "" {
		end = b.draftStart() - bannerIndent
	}
	b.lines = b.spoken.wrap(cover.TierLine, end-b.start)
	return b
}

// draftStart is where the box of the draft words begins.
func (b bannerText) draftStart() float64 { return right - b.strong.width(b.draft) - 2*bannerIndent }

// height gives the height in mm of the banner.
func (b bannerText) height() float64 {
	return b.line + b.spoken.leading*float64(max(0, len(b.lines)-1))
}

// banner says who may read the sheet, and in a box of the opposite tone whether it
// is a draft. Where one line is too short for that, the sentence takes more.
func (p *pen) banner() {
	fill, ink := bannerInks(p.page.Cover.Tier)
	b := p.band
	high := b.height()
	p.fill(left, bannerTop, width, high, fill)
	p.frame(left, bannerTop, width, high, chart.InkText, 0.6)
	baseline := bannerTop + 3.75*p.role.scale
	p.write(left+bannerIndent, baseline, b.word, b.strong)
	p.lines(b.start, baseline-b.spoken.drop(), b.lines, b.spoken)
	if b.draft != "" {
		start := b.draftStart()
		p.fill(start, bannerTop, right-start, high, ink)
		p.frame(start, bannerTop, right-start, high, chart.InkText, 0.6)
		p.write(start+bannerIndent, baseline, b.draft, b.strong.in(opposite(ink)))
	}
}

// opposite gives the ink that is read on a ground of ink or of paper.
func opposite(ground chart.Ink) chart.Ink {
	if ground == chart.InkWhite {
		return chart.InkText
	}
	return chart.InkWhite
}

// bannerInks gives the ground of a tier's banner and the ink of its words.
func bannerInks(tier page.Tier) (fill, ink chart.Ink) {
	switch tier {
	case page.TierInternal:
		return chart.InkText, chart.InkWhite
	case page.TierInspection:
		return chart.InkBand, chart.InkText
	}
	return chart.InkWhite, chart.InkText
}

// foot names the provider, the pack, the date of the data and the sheet.
func (p *pen) foot(number, sheets int) {
	const ruleAt, baseline, air, longest = 284.5, 288.0, 4.0, 72.0
	cover, s := p.page.Cover, p.role.furniture
	p.rule(left, right, ruleAt, chart.InkRule, 0.5)
	count := fmt.Sprintf("Page %d of %d", number, sheets)
	who := shortened(cover.Provider+" · "+cover.Title, s, longest)
	start, end := left+s.width(who)+air, right-s.width(count)-air
	when := shortened("Data as at "+cover.DataAsAt+" · "+cover.Definitions, s, end-start)
	middle := min(max(start, left+width/2-s.width(when)/2), end-s.width(when))
	p.write(left, baseline, who, s)
	p.write(middle, baseline, when, s)
	p.writeEnd(right, baseline, count, s)
}

// shortened cuts a text of the furniture that is too long for its place. The cover
// has it in full.
func shortened(text string, s style, width float64) string {
	if s.width(text) <= width {
		return text
	}
	lines := s.wrap(text, width-s.width("…"))
	if len(lines) == 0 {
		return ""
	}
	return lines[0] + "…"
}
