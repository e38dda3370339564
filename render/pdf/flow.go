package pdf

import "evidencepack/render/page"

// The sheet, in mm.
const (
	sheetWidth = 210.0
	left       = 20.0
	right      = 190.0
	width      = right - left
	firstTop   = 20.0 // where the content begins under a banner of one line
	bottom     = 281.0
	lastStart  = 250.0 // a block that would start lower begins the next sheet
	within     = 1.5
	parts      = 3.0
	blocks     = 6.0
	sections   = 9.0
)

// continued stands above what goes on from the sheet before.
const (
	continued       = "continued"
	continuedHeight = 3.6
)

// top is where the content of a sheet begins. A banner of several lines pushes it down.
func (p *pen) top() float64 { return firstTop + p.band.height() - bannerLine }

// low is the lower edge of the content. A section that leaves something to the other
// formats keeps the room for the line that says so on each of its sheets, so that this
// line never stands alone on a sheet.
func (p *pen) low() float64 { return bottom - p.kept }

// deepest is the height in mm of the content of a sheet.
func (p *pen) deepest() float64 { return p.low() - p.top() }

// sheet begins a new sheet of paper.
func (p *pen) sheet() {
	if p.doc.PageNo() > 0 {
		p.use(p.waiting != nil)
	}
	p.doc.AddPage()
	p.next, p.fresh = p.top(), true
}

// begin makes room for a block of which at least height mm must stand together,
// and draws the heading that waited for it. A block that starts low on the sheet
// would leave most of itself for the next one, so it goes there.
func (p *pen) begin(height float64) { p.start(height, blocks, lastStart) }

// beginWhole is begin for a block of height mm that is never parted: it may start
// as low as it fits, and stands nearer to what it follows.
func (p *pen) beginWhole(height float64) { p.start(height, parts+within, p.low()) }

func (p *pen) start(height, gap, lowest float64) {
	if p.doc.PageNo() == 0 {
		p.sheet()
	}
	if p.turns() {
		p.turn()
	}
	gap, waiting := p.above(gap)
	switch {
	case p.waiting != nil:
		lowest, height = p.low(), max(height, stump)
	case p.heading != nil:
		lowest = lastStart
	}
	if !p.fresh && (p.next+gap > lowest || p.next+gap+waiting+height > p.low()) {
		p.sheet()
		gap = 0
	}
	p.next += gap
	p.keepHead()
	p.keepHeading()
	if waiting > 0 && p.next+height > p.low() { // the heads alone fill the sheet
		p.sheet()
	}
	p.fresh = false
}

// above gives the air over a block that asks for gap mm of it, and the height of the
// heads that wait for the block.
func (p *pen) above(gap float64) (air, waiting float64) {
	if p.heading != nil {
		gap, waiting = blocks, p.headingHeight(*p.heading)
	}
	if p.waiting != nil {
		gap, waiting = sections, waiting+p.waiting.high(p.set.title(p.role), p.role)
	}
	if p.fresh {
		gap = 0
	}
	return gap * p.set.air(), waiting
}

// free gives the height in mm that a block may have on this sheet.
func (p *pen) free(gap float64) float64 {
	if p.doc.PageNo() == 0 || p.turns() {
		_, waiting := p.above(0)
		return p.deepest() - waiting
	}
	gap, waiting := p.above(gap)
	return p.low() - p.next - gap - waiting
}

// room begins a new sheet where the rest of this one is too low for height mm.
func (p *pen) room(height float64) {
	if !p.fresh && p.next+height > p.low() {
		p.sheet()
	}
	p.fresh = false
}

func (p *pen) headingHeight(h page.Heading) float64 {
	return p.role.sectionHeading.high(p.role.sectionHeading.wrap(h.Text, width)) + p.role.wideNote.high(p.role.wideNote.wrap(h.Note, width)) + within
}

// loneHeading draws a heading that found no block.
func (p *pen) loneHeading() {
	if p.heading != nil {
		p.begin(0)
	}
}

// loneHead draws the head of a section that found no block.
func (p *pen) loneHead() {
	if p.heading != nil || p.waiting != nil {
		p.begin(0)
	}
}

// keepHeading draws the heading that waits, if there is one.
func (p *pen) keepHeading() {
	if p.heading == nil {
		return
	}
	h := *p.heading
	p.heading = nil
	p.next = p.lines(left, p.next, p.role.sectionHeading.wrap(h.Text, width), p.role.sectionHeading)
	p.next = p.lines(left, p.next, p.role.wideNote.wrap(h.Note, width), p.role.wideNote) + within
	p.fresh = false
}

// run sets a text line by line and goes on to the next sheet where it must.
func (p *pen) run(x float64, lines []string, s style) {
	for _, line := range lines {
		p.room(s.leading)
		p.next = p.lines(x, p.next, []string{line}, s)
	}
}

// noteHeight gives the height of a note with the air above it.
func noteHeight(text string, s style) float64 {
	lines := s.wrap(text, width)
	if len(lines) == 0 {
		return 0
	}
	return within + s.high(lines)
}

// note sets the source line or the remark under a block.
func (p *pen) note(text string, s style) {
	if lines := s.wrap(text, width); len(lines) > 0 {
		p.next += within
		p.run(left, lines, s)
	}
}
