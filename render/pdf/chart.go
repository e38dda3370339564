package pdf

import (
	"strings"

	"evidencepack/render/chart"
	"evidencepack/render/page"
)

const (
	halfWidth   = 83.0
	halfStart   = 107.0 // x of the second half
	sceneHeight = 58.0  // plot of 46 with its dates and windows

	partnerAbove = 1.0 // between the hairline and the words "Read with"
	partnerBelow = 0.8 // between these words and the top tick of the partner
)

// Chart draws a trend with its title, its partner and its source as one piece. A
// half-width chart waits for the next block: if that is one too, they share a row.
func (p *pen) Chart(trend page.Chart) {
	p.try(func() {
		trend = cleaned(trend)
		p.behind = append(p.behind, behind{chart: &trend})
		switch {
		case !trend.Half:
			p.loneHalf()
			p.chartRow([]chartPlate{newChartPlate(trend, left, width)})
		case p.half == nil:
			p.half = &trend
		default:
			first := *p.half
			p.half = nil
			p.chartRow([]chartPlate{newChartPlate(first, left, halfWidth), newChartPlate(trend, halfStart, halfWidth)})
		}
	})
}

// loneHalf draws the half-width chart that waits, over the whole width.
func (p *pen) loneHalf() {
	if p.half != nil {
		alone := *p.half
		p.half = nil
		p.chartRow([]chartPlate{newChartPlate(alone, left, width)})
	}
}

// chartPlate is a chart and its texts, broken into lines for its width.
type chartPlate struct {
	page.Chart
	x, wide                           float64
	titles, subtitles, remarks, under []string
	partners                          []string // after the words "Read with"
	title, small                      style
}

const readWith = "Read with"

func newChartPlate(trend page.Chart, x, wide float64) chartPlate {
	c := chartPlate{Chart: trend, x: x, wide: wide, title: blockHeading, small: wideNote}
	if wide < width {
		c.title, c.small = halfHeading, note
	}
	state := trend.Spec.State
	if state == chart.StateImprovement || state == chart.StateConcern {
		c.title = c.title.in(state.Ink())
	}
	c.titles = c.title.wrap(trend.Spec.Title, wide-c.indent())
	c.subtitles = c.small.wrap(trend.Spec.Subtitle, wide)
	c.remarks = c.small.strong().wrap(unsaid(trend), wide)
	c.partners = note.wrap(trend.PartnerTitle, wide-c.partnerIndent())
	c.under = append(sourceLine.wrap(trend.Source, wide), sourceLine.wrap(becauseOf(trend.Spec), wide)...)
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

func (c chartPlate) partnerIndent() float64 { return noteStrong.width(readWith) + 1.6 }

func (c chartPlate) headHeight() float64 {
	return c.title.high(c.titles) + 0.6 + c.small.high(c.remarks) + c.small.high(c.subtitles) + within
}

func (c chartPlate) partnerHeight() float64 {
	high := 0.0
	if c.PartnerTitle != "" || c.Partner != nil {
		high = partnerAbove + max(note.leading, note.high(c.partners))
	}
	if c.Partner != nil {
		high += partnerBelow + chart.Strip(*c.Partner, c.wide).Height
	}
	return high
}

// chartRow draws charts side by side; their plots stand at one height.
func (p *pen) chartRow(plates []chartPlate) {
	head, partner, under := 0.0, 0.0, 0.0
	for _, c := range plates {
		head = max(head, c.headHeight())
		partner = max(partner, c.partnerHeight())
		under = max(under, within+sourceLine.high(c.under))
	}
	if high := head + sceneHeight + partner + under; high <= p.deepest() {
		p.begin(high)
		for _, c := range plates {
			p.plate(c, head)
		}
		p.next += high
		return
	}
	for _, c := range plates { // words longer than a sheet stand before their picture
		p.begin(2 * body.leading)
		p.run(left, c.titles, c.title)
		p.run(left, append(c.remarks, c.subtitles...), c.small)
		c.titles, c.remarks, c.subtitles = nil, nil, nil
		partners, sources := c.partners, c.under
		c.partners, c.under = nil, nil
		p.room(sceneHeight + c.partnerHeight())
		p.plate(c, 0)
		p.next += sceneHeight + c.partnerHeight()
		p.run(left, append(partners, sources...), sourceLine)
	}
}

// plate draws one chart; the foot of its words is head below the top.
func (p *pen) plate(c chartPlate, head float64) {
	y := p.next
	if len(c.titles) > 0 {
		p.state(c.Spec.State, c.x, y+c.title.leading/2, 1.25)
		y = p.lines(c.x+c.indent(), y, c.titles, c.title) + 0.6
	}
	y = p.lines(c.x, y, c.remarks, c.small.strong().in(c.Spec.State.Ink()))
	p.lines(c.x, y, c.subtitles, c.small)
	y = p.next + head
	p.shapes(c.x, y, chart.Layout(c.Spec, c.wide, sceneHeight).Shapes)
	y += sceneHeight
	if c.PartnerTitle != "" || c.Partner != nil {
		p.rule(c.x, c.x+c.wide, y+0.4, chart.InkHairline, 0.5)
		p.lines(c.x, y+partnerAbove, []string{readWith}, noteStrong)
		p.lines(c.x+c.partnerIndent(), y+partnerAbove, c.partners, note)
		y += partnerAbove + max(note.leading, note.high(c.partners))
	}
	if c.Partner != nil {
		strip := chart.Strip(*c.Partner, c.wide)
		p.shapes(c.x, y+partnerBelow, strip.Shapes)
		y += partnerBelow + strip.Height
	}
	p.lines(c.x, y+within, c.under, sourceLine)
}
