package pdf

import (
	"strings"

	"evidencepack/render/chart"
	"evidencepack/render/page"
)

const (
	halfWidth = 83.0
	halfStart = 107.0 // x of the second half

	partnerAbove = 1.0 // between the hairline and the words "Read with"
	partnerBelow = 0.8 // between these words and the top tick of the partner
)

// Chart draws a trend with its title, its partner and its source as one piece. A
// half-width chart waits for the next block: if that is one too, they share a row.
func (p *pen) Chart(trend page.Chart) {
	p.try(func() {
		trend = tidied(p, trend)
		p.behind = append(p.behind, behind{chart: &trend})
		switch {
		case !trend.Half:
			p.loneHalf()
			p.chartRow(p.newChartPlate(trend, left, width))
		case p.half == nil:
			p.half = &trend
		default:
			first := *p.half
			p.half = nil
			p.chartRow(p.newChartPlate(first, left, halfWidth), p.newChartPlate(trend, halfStart, halfWidth))
		}
	})
}

// loneHalf draws the half-width chart that waits, with its words beside it.
func (p *pen) loneHalf() {
	if p.half != nil {
		alone := *p.half
		p.half = nil
		p.chartBeside(p.newChartPlate(alone, left, width))
	}
}

// chartPlate is a chart and its texts, broken into lines for its width.
type chartPlate struct {
	page.Chart
	role                       *roles
	x, wide                    float64
	titles, subtitles, remarks []string
	partners                   []string // after the words "Read with"
	sources, reasons           []string
	title, small               style
}

const readWith = "Read with"

func (p *pen) newChartPlate(trend page.Chart, x, wide float64) chartPlate {
	c := chartPlate{Chart: trend, role: p.role, x: x, wide: wide, title: p.role.blockHeading, small: p.role.wideNote}
	if wide < width {
		c.title, c.small = p.role.halfHeading, p.role.note
	}
	state := trend.Spec.State
	if state == chart.StateImprovement || state == chart.StateConcern {
		c.title = c.title.in(state.Ink())
	}
	c.titles = c.title.wrap(trend.Spec.Title, wide-c.indent())
	c.subtitles = c.small.wrap(trend.Spec.Subtitle, wide)
	c.remarks = c.small.strong().wrap(unsaid(trend), wide)
	c.partners = p.role.note.wrap(trend.PartnerTitle, wide-c.partnerIndent())
	c.sources, c.reasons = p.role.sourceLine.wrap(trend.Source, wide), p.role.sourceLine.wrap(becauseOf(trend.Spec), wide)
	return c
}

// unsaid gives what of the verdict stands neither in the title nor in the subtitle.
func unsaid(trend page.Chart) string {
	said := strings.ToLower(trend.Spec.Title + " " + trend.Spec.Subtitle)
	var words []string
	for _, text := range []string{trend.Verdict.Word, trend.Verdict.Difference} {
		if text != "" && !strings.Contains(said, strings.ToLower(text)) {
			words = append(words, text)
		}
	}
	return strings.Join(words, ": ")
}

func (c chartPlate) indent() float64 {
	if c.Spec.State == chart.StateNone {
		return 0
	}
	return 4
}

func (c chartPlate) partnerIndent() float64 { return c.role.noteStrong.width(readWith) + 1.6 }

func (c chartPlate) headHeight() float64 {
	return c.title.high(c.titles) + 0.6 + c.small.high(c.remarks) + c.small.high(c.subtitles) + within
}

func (c chartPlate) partnerHeight() float64 {
	high := 0.0
	if c.PartnerTitle != "" || c.Partner != nil {
		high = partnerAbove + max(c.role.note.leading, c.role.note.high(c.partners))
	}
	if c.Partner != nil {
		high += partnerBelow + chart.Strip(*c.Partner, c.wide).Height
	}
	return high
}

// chartRow draws charts side by side; their plots stand at one height. What is true of
// all of them, why they are of their kind, stands once over the whole width.
func (p *pen) chartRow(plates ...chartPlate) {
	shared := p.sharedReason(plates)
	head, partner, under := 0.0, 0.0, 0.0
	for _, c := range plates {
		head = max(head, c.headHeight())
		partner = max(partner, c.partnerHeight())
		under = max(under, within+p.role.sourceLine.high(c.sources)+p.role.sourceLine.high(c.reasons))
	}
	others := head + partner + under + p.role.sourceLine.high(shared)
	scene := p.sceneHeight(others)
	if high := others + scene; high <= p.deepest() {
		p.beginWhole(high)
		for _, c := range plates {
			p.plate(c, head, scene)
		}
		p.next += high - p.role.sourceLine.high(shared)
		p.next = p.lines(left, p.next, shared, p.role.sourceLine)
		return
	}
	for _, c := range plates { // words longer than a sheet stand before their picture
		p.begin(2 * p.role.body.leading)
		p.run(left, c.titles, c.title)
		p.run(left, append(c.remarks, c.subtitles...), c.small)
		c.titles, c.remarks, c.subtitles = nil, nil, nil
		partners, sources := c.partners, append(c.sources, c.reasons...)
		c.partners, c.sources, c.reasons = nil, nil, nil
		p.room(scene + c.partnerHeight())
		p.plate(c, 0, scene)
		p.next += scene + c.partnerHeight()
		p.run(left, append(partners, sources...), p.role.sourceLine)
	}
	p.run(left, shared, p.role.sourceLine)
}

// sceneHeight gives the height of the pictures of a block whose words need others mm:
// less than usual where only that keeps the block on this sheet.
func (p *pen) sceneHeight(others float64) float64 {
	if free := p.free(blocks) - others; free < p.set.scene && free >= leastScene {
		return free
	}
	return p.set.scene
}

// sharedReason takes what is said of each of several charts in the same words out of
// them, and gives it broken for the whole width.
func (p *pen) sharedReason(plates []chartPlate) []string {
	why := becauseOf(plates[0].Spec)
	for _, c := range plates {
		if becauseOf(c.Spec) != why {
			return nil
		}
	}
	for i := range plates {
		plates[i].reasons = nil
	}
	return p.role.sourceLine.wrap(why, width)
}

// Of a chart that stands alone the picture has two thirds of the width, the words one.
const (
	besidePicture = 112.0
	besideWords   = width - besidePicture - 4
)

// chartBeside draws a chart without a neighbour: its words stand beside it. Words higher
// than their picture stand above it, as those of a chart over the whole width do.
func (p *pen) chartBeside(wide chartPlate) {
	c := p.newChartPlate(wide.Chart, left, besideWords)
	c.partners = p.role.note.wrap(c.PartnerTitle, besidePicture-c.partnerIndent())
	partner := c
	partner.wide = besidePicture
	words := c.headHeight() + p.role.sourceLine.high(c.sources) + p.role.sourceLine.high(c.reasons) + within
	scene := p.sceneHeight(partner.partnerHeight())
	if words > scene+partner.partnerHeight() {
		p.chartRow(wide)
		return
	}
	p.beginWhole(scene + partner.partnerHeight())
	top := p.next
	x := right - besideWords
	p.state(c.Spec.State, x, top+c.title.leading/2, 1.25)
	y := p.lines(x+c.indent(), top, c.titles, c.title) + 0.6
	y = p.lines(x, y, c.remarks, c.small.strong().in(c.Spec.State.Ink()))
	y = p.lines(x, y, c.subtitles, c.small) + within
	y = p.lines(x, y, c.sources, p.role.sourceLine)
	p.lines(x, y, c.reasons, p.role.sourceLine)
	c.titles, c.remarks, c.subtitles, c.sources, c.reasons = nil, nil, nil, nil, nil
	c.wide = besidePicture
	p.plate(c, 0, scene)
	p.next = top + scene + c.partnerHeight()
}

// plate draws one chart; the foot of its words is head below the top.
func (p *pen) plate(c chartPlate, head, scene float64) {
	y := p.next
	if len(c.titles) > 0 {
		p.state(c.Spec.State, c.x, y+c.title.leading/2, 1.25)
		y = p.lines(c.x+c.indent(), y, c.titles, c.title) + 0.6
	}
	y = p.lines(c.x, y, c.remarks, c.small.strong().in(c.Spec.State.Ink()))
	p.lines(c.x, y, c.subtitles, c.small)
	y = p.next + head
	p.shapes(c.x, y, chart.Layout(c.Spec, c.wide, scene).Shapes)
	y += scene
	if c.PartnerTitle != "" || c.Partner != nil {
		p.rule(c.x, c.x+c.wide, y+0.4, chart.InkHairline, 0.5)
		p.lines(c.x, y+partnerAbove, []string{readWith}, p.role.noteStrong)
		p.lines(c.x+c.partnerIndent(), y+partnerAbove, c.partners, p.role.note)
		y += partnerAbove + max(p.role.note.leading, p.role.note.high(c.partners))
	}
	if c.Partner != nil {
		strip := chart.Strip(*c.Partner, c.wide)
		p.shapes(c.x, y+partnerBelow, strip.Shapes)
		y += partnerBelow + strip.Height
	}
	y = p.lines(c.x, y+within, c.sources, p.role.sourceLine)
	p.lines(c.x, y, c.reasons, p.role.sourceLine)
}
