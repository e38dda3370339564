package pdf

import (
	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// CaseStudy draws one story: title and consent, its parts in columns, the figures, the
// strip of steps, and what the story does not show. It begins on a new sheet where the
// rest of this one would part it.
func (p *pen) CaseStudy(story page.CaseStudy) {
	p.block(func() {
		story = tidied(p, story)
		p.begin(min(p.caseHeight(story), p.deepest()-1))
		p.write(left, p.next+2.8*p.role.scale, shortened(story.Label, p.role.sectionLabel, width), p.role.sectionLabel)
		p.next = p.lines(left, p.next+3.6*p.role.scale, p.role.pageTitle.wrap(story.Title, width), p.role.pageTitle) + 0.6
		p.next = p.lines(left, p.next, p.role.leadSentence.wrap(story.Lead, width), p.role.leadSentence) + parts
		p.caseParts(story.Parts)
		if len(story.Figures) > 0 {
			p.next -= blocks - parts // the strip has air of its own
			p.figureRows(story.Figures)
		}
		p.caseSteps(story.Steps)
		p.note(story.Source, p.role.sourceLine)
		if story.Limits == "" {
			return
		}
		p.next += parts
		p.room(p.role.blockHeading.leading + 2*p.role.columnBody.leading)
		p.rule(left, right, p.next, chart.InkText, 0.75)
		p.next += within
		p.run(left, p.role.blockHeading.wrap(page.CaseLimits, width), p.role.blockHeading)
		p.run(left, p.role.columnBody.wrap(story.Limits, longestLine), p.role.columnBody)
	})
}

// caseHeight is about how high a story is, so that it is not parted without need.
func (p *pen) caseHeight(story page.CaseStudy) float64 {
	high := 3.6*p.role.scale + p.role.pageTitle.high(p.role.pageTitle.wrap(story.Title, width)) + p.role.leadSentence.high(p.role.leadSentence.wrap(story.Lead, width)) + parts
	high += p.partsHeight(story.Parts) + noteHeight(story.Source, p.role.sourceLine)
	if len(story.Figures) > 0 {
		high += 42
	}
	if story.Steps != nil {
		high += 16 + chart.StepStrip(*story.Steps, width).Height
	}
	return high + parts + within + p.role.blockHeading.leading + p.role.columnBody.high(p.role.columnBody.wrap(story.Limits, longestLine))
}

const partsGutter = 4.0

// partWidth is the width of one of the columns of a story.
func partWidth(count int) float64 {
	return (width - partsGutter*float64(count-1)) / float64(count)
}

// columnsOf says in how many columns parts stand.
func columnsOf(parts []page.Fact) int { return min(max(len(parts), 1), 4) }

func (p *pen) partsHeight(all []page.Fact) float64 {
	count, high := columnsOf(all), 0.0
	wide := partWidth(count)
	for from := 0; from < len(all); from += count {
		row := 0.0
		for _, part := range all[from:min(from+count, len(all))] {
			row = max(row, p.role.blockHeading.high(p.role.blockHeading.wrap(part.Label, wide))+p.role.columnBody.high(p.role.columnBody.wrap(part.Text, wide)))
		}
		high += row + 2*within
	}
	return high + within
}

// caseParts sets the parts of a story side by side; parts that are longer than half a
// sheet so are set under each other.
func (p *pen) caseParts(all []page.Fact) {
	if len(all) == 0 {
		return
	}
	p.rule(left, right, p.next, chart.InkText, 0.75)
	p.next += within
	if p.partsHeight(all) > p.deepest()/2 {
		for _, part := range all {
			p.run(left, p.role.blockHeading.wrap(part.Label, width), p.role.blockHeading)
			p.run(left, p.role.columnBody.wrap(part.Text, longestLine), p.role.columnBody)
			p.next += within
		}
		return
	}
	count := columnsOf(all)
	wide := partWidth(count)
	for from := 0; from < len(all); from += count {
		row := all[from:min(from+count, len(all))]
		heads, low := 0.0, p.next
		for _, part := range row {
			heads = max(heads, p.role.blockHeading.high(p.role.blockHeading.wrap(part.Label, wide)))
		}
		for i, part := range row {
			x := left + float64(i)*(wide+partsGutter)
			p.lines(x, p.next, p.role.blockHeading.wrap(part.Label, wide), p.role.blockHeading)
			low = max(low, p.lines(x, p.next+heads, p.role.columnBody.wrap(part.Text, wide), p.role.columnBody))
		}
		p.next = low + within
	}
	p.fresh = false
}

// caseSteps draws the strip of steps, or says it in rows where it is higher than a sheet.
func (p *pen) caseSteps(steps *chart.Steps) {
	if steps == nil {
		return
	}
	under := steps.Subtitle
	if !chart.StepChangeFits(*steps, width) {
		under = joinedBy(" ", under, steps.Change)
	}
	p.titled(steps.Title, under)
	drawn := len(steps.Rows) > 0 && p.scenes(0, func(_, _ float64) []chart.Scene {
		return []chart.Scene{chart.StepStrip(*steps, width)}
	})
	if drawn && len(chart.StepStrip(*steps, width).Shapes) > 0 {
		return
	}
	table := page.Table{Columns: []page.Column{{Head: "Step", Weight: 2}, {Head: steps.Change, Weight: 4}}}
	for _, row := range steps.Rows {
		said := ""
		for _, week := range row.Weeks {
			said = joinedBy("; ", said, chart.WeekName(week.Week)+": "+week.Said)
		}
		table.Rows = append(table.Rows, page.Row{Cells: []page.Cell{{Text: joined(row.Number, row.Label)}, {Text: said}}})
	}
	p.grid(table, p.role.plainLook, 0)
}
