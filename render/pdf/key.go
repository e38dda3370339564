package pdf

import (
	"fmt"
	"slices"

	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// manyMarks is from how many flags on a key is set small, and stands only once.
const manyMarks = 8

// keyPlace is a key that was drawn.
type keyPlace struct {
	marks       []chart.Mark
	sheet, link int
}

// Key explains the lettered flags of the charts. A long one that stands on an earlier
// page is not repeated; a short one is, while there is paper for it.
func (p *pen) Key(key page.Key) {
	p.block(func() {
		key = tidied(p, key)
		if len(key.Marks) >= manyMarks || p.set.oneKey && len(key.Marks) > 0 {
			same := func(k keyPlace) bool { return slices.Equal(k.marks, key.Marks) }
			if i := slices.IndexFunc(p.keys, same); i >= 0 {
				p.keyAgain(key, p.keys[i])
				return
			}
		}
		p.marks(key.Marks, key.Note)
	})
}

// keyAgain says on which page the flags of a key are explained.
func (p *pen) keyAgain(key page.Key, at keyPlace) {
	text := fmt.Sprintf("The flags %s to %s are explained on page %d. ", key.Marks[0].Letter, key.Marks[len(key.Marks)-1].Letter, at.sheet)
	if len(key.Marks) == 1 {
		text = fmt.Sprintf("The flag %s is explained on page %d. ", key.Marks[0].Letter, at.sheet)
	}
	lines := p.role.wideNote.wrap(text+key.Note, width)
	p.beginWhole(p.role.wideNote.high(lines))
	p.doc.Link(left, p.next, width, p.role.wideNote.high(lines), at.link)
	p.run(left, lines, p.role.wideNote)
}

// marks lists flags in two columns, row by row.
func (p *pen) marks(marks []chart.Mark, remark string) {
	text, strong := p.role.columnBody, p.role.columnStrong
	if len(marks) >= manyMarks {
		text, strong = p.role.denseText, p.role.denseText.strong()
	}
	dates, indent := 0.0, 6.0
	for _, mark := range marks {
		dates = max(dates, min(26*p.role.scale, strong.width(mark.Date)+2))
		indent = max(indent, p.role.markerLetter.width(p.tag(mark.Letter))+3)
	}
	texts := make([][]string, len(marks))
	highs := make([]float64, len(marks))
	for i, mark := range marks {
		what := mark.What
		if mark.Where != "" {
			what = mark.Where + ": " + what
		}
		texts[i] = text.wrap(what, halfWidth-indent-dates)
		lines := max(len(texts[i]), len(strong.wrap(mark.Date, dates)), 1)
		highs[i] = max(text.leading*float64(lines), p.markerHigh()+0.4) + 0.9
	}
	p.begin(within + text.leading + p.role.note.leading)
	place := keyPlace{marks: marks, sheet: p.doc.PageNo(), link: p.doc.AddLink()}
	p.doc.SetLink(place.link, p.next, place.sheet)
	p.keys = append(p.keys, place)
	p.rule(left, right, p.next, chart.InkText, 0.75)
	p.next += within
	for i := 0; i < len(marks); i += 2 {
		high := highs[i]
		if i+1 < len(marks) {
			high = max(high, highs[i+1])
		}
		p.room(high)
		for k := i; k < min(i+2, len(marks)); k++ {
			x := left + float64(k-i)*(halfStart-left)
			p.letter(x, p.next+(text.leading-p.markerHigh())/2, marks[k].Letter)
			p.lines(x+indent, p.next, strong.wrap(marks[k].Date, dates), strong)
			p.lines(x+indent+dates, p.next, texts[k], text)
		}
		p.next += high
	}
	p.run(left, p.role.wideNote.wrap(remark, width), p.role.wideNote)
}

// markerHigh is the height of the tag of a flag, in mm.
func (p *pen) markerHigh() float64 { return 3.1 * p.role.scale }

// letter draws the tag of a flag.
func (p *pen) letter(x, y float64, letter string) {
	high := p.markerHigh()
	letter = p.tag(letter)
	wide := max(high, p.role.markerLetter.width(letter)+1.4)
	p.fill(x, y, wide, high, chart.InkMarker)
	p.write(x+(wide-p.role.markerLetter.width(letter))/2, y+2.35*p.role.scale, letter, p.role.markerLetter)
}

// tag keeps the name of a flag to the size of a tag.
func (p *pen) tag(letter string) string { return shortened(letter, p.role.markerLetter, 15) }
