package html

import (
	"html/template"
	"strconv"

	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// comparisonPicture draws the measures of a comparison before and after; nothing
// where it has no rows.
func (p *pen) comparisonPicture(c page.Comparison) template.HTML {
	var rows []chart.DumbbellRow
	for _, r := range c.Rows {
		rows = append(rows, chart.DumbbellRow{
			Label: r.Label, Before: r.Before, After: r.After, BeforeValue: r.BeforeValue, AfterValue: r.AfterValue,
			State: r.Verdict.State, Word: r.Verdict.Word,
		})
	}
	return p.picture(len(rows), c.Title+". "+strconv.Itoa(len(rows))+" measures, before and after. The table below holds every value.",
		func(width float64) chart.Scene { return chart.Dumbbell(rows, c.Unit, width) })
}

// forestPicture draws the changes of approach with the interval of each
// difference; nothing where there are none.
func (p *pen) forestPicture(f page.Forest) template.HTML {
	var rows []chart.ForestMark
	for _, r := range f.Rows {
		rows = append(rows, chart.ForestMark{
			Label: r.Label, What: r.What, Before: r.Before, After: r.After, Value: r.Value, Lower: r.Lower, Upper: r.Upper,
			State: r.Verdict.State, Word: r.Verdict.Word, Difference: r.Verdict.Difference, Why: r.Why,
		})
	}
	return p.picture(len(rows), f.Title+". "+strconv.Itoa(len(rows))+" changes, each with its difference and likely range. The table below holds every value.",
		func(width float64) chart.Scene { return chart.Forest(rows, width) })
}

// picture draws a plate for a wide and for a narrow screen. That for a narrow one is
// packed: without scripts the wide one is there to be moved sideways.
func (p *pen) picture(rows int, alt string, draw func(width float64) chart.Scene) template.HTML {
	if rows == 0 {
		return ""
	}
	narrow := p.place()
	p.keep(narrow, []byte(`<div class="picture picture-narrow">`+p.inks.svg(draw(narrowWide), alt)+`</div>`))
	return `<div class="picture picture-wide">` + p.inks.svg(draw(plateWidth), alt) + `</div>` + placeholder(narrow)
}
