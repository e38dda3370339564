package pdf

import (
	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// Comparison draws many measures before and after, then the counts behind them.
func (p *pen) Comparison(comparison page.Comparison) {
	p.block(func() {
		comparison = tidied(p, comparison)
		p.titled(comparison.Title, comparison.Note)
		rows := make([]chart.DumbbellRow, len(comparison.Rows))
		for i, row := range comparison.Rows {
			rows[i] = chart.DumbbellRow{
				Label: row.Label, Before: row.Before, After: row.After, BeforeValue: row.BeforeValue,
				AfterValue: row.AfterValue, State: row.Verdict.State, Word: row.Verdict.Word,
			}
		}
		counts := p.detailsOf(comparison.Rows)
		under := counts.high() + noteHeight(comparison.Source, p.role.sourceLine)
		drawn := p.scenes(under, func(first, rest float64) []chart.Scene {
			return chart.DumbbellParts(rows, comparison.Unit, width, first, rest)
		})
		if !drawn {
			p.grid(comparisonTable(comparison.Rows), p.set.look(p.role), 0)
		}
		p.details(counts)
		p.note(comparison.Source, p.role.sourceLine)
	})
}

// scenes draws a plate that may go on over several sheets. One of up to half a sheet
// stays whole, with what stands under it, and no sheet gets a last row alone. It
// draws nothing and says so where the words of a single row are higher than a sheet.
func (p *pen) scenes(under float64, lay func(first, rest float64) []chart.Scene) bool {
	const least = 50.0
	highest := 0.0
	for _, scene := range lay(least, least) {
		highest = max(highest, scene.Height)
	}
	rest := p.deepest() - continuedHeight*p.role.scale
	if highest > rest-least {
		return false
	}
	under = min(under, rest-highest)
	if whole := lay(0, 0)[0].Height + under; whole <= p.deepest()/2 {
		p.begin(whole)
	} else {
		p.begin(max(highest, least))
	}
	for i, scene := range balanced(p.low()-p.next, rest, under, lay) {
		if i > 0 {
			p.sheet()
			p.writeEnd(right, p.next+2.4*p.role.scale, continued, p.role.furniture)
			p.next += continuedHeight * p.role.scale
		}
		p.shapes(left, p.next, scene.Shapes)
		p.next += scene.Height
		p.fresh = false
	}
	return true
}

// balanced lays a plate out so that its last piece leaves room for what stands under
// it, and is not so low that the sheet looks empty.
func balanced(first, rest, under float64, lay func(first, rest float64) []chart.Scene) []chart.Scene {
	const lowest, step = 48.0, 5.0
	pieces := lay(first, rest)
	last, limit := len(pieces)-1, rest
	if last == 0 {
		limit = first
	}
	if pieces[last].Height+under > limit {
		first, rest = max(1, first-under), rest-under
		pieces = lay(first, rest)
	}
	for cut := step; len(pieces) > 1 && pieces[len(pieces)-1].Height < lowest && cut < first/2; cut += step {
		shorter := lay(first-cut, rest)
		if len(shorter) > len(pieces) || shorter[len(shorter)-1].Height+under > rest {
			break
		}
		pieces = shorter
	}
	return pieces
}

// comparisonTable says the same in rows that can go on over a sheet.
func comparisonTable(rows []page.ComparisonRow) page.Table {
	table := page.Table{Columns: []page.Column{
		{Head: "Measure", Weight: 4}, {Head: "Before", Numeric: true, Weight: 2}, {Head: "After", Numeric: true, Weight: 2}, {Head: "State", Weight: 2},
	}}
	for _, row := range rows {
		table.Rows = append(table.Rows, page.Row{Cells: []page.Cell{
			{Text: row.Label}, {Text: row.Before}, {Text: row.After, Strong: true}, {Text: row.Verdict.Word, State: row.Verdict.State},
		}})
	}
	return table
}

// forestTable is the same for the changes of approach.
func forestTable(marks []chart.ForestMark) page.Table {
	table := page.Table{Columns: []page.Column{
		{Head: "Change", Weight: 4}, {Head: "Before", Numeric: true, Weight: 2}, {Head: "After", Numeric: true, Weight: 2}, {Head: "State", Weight: 3},
	}}
	for _, mark := range marks {
		table.Rows = append(table.Rows, page.Row{Cells: []page.Cell{
			{Text: mark.Label + "\n" + mark.What}, {Text: mark.Before}, {Text: mark.After},
			{Text: joinedBy("\n", mark.Word, mark.Difference, mark.Why), State: mark.State},
		}})
	}
	return table
}

// Forest draws the changes of approach with the interval of each difference.
func (p *pen) Forest(forest page.Forest) {
	p.block(func() {
		forest = tidied(p, forest)
		p.titled(forest.Title, forest.Note)
		marks := make([]chart.ForestMark, len(forest.Rows))
		for i, row := range forest.Rows {
			marks[i] = chart.ForestMark{
				Label: row.Label, What: joined(row.What, row.Evidence), Before: row.Before, After: row.After,
				Value: row.Value, Lower: row.Lower, Upper: row.Upper, State: row.Verdict.State,
				Word: row.Verdict.Word, Difference: row.Verdict.Difference, Why: row.Why,
			}
		}
		drawn := p.scenes(noteHeight(forest.Source, p.role.sourceLine), func(first, rest float64) []chart.Scene {
			return chart.ForestParts(marks, width, first, rest)
		})
		if !drawn {
			p.grid(forestTable(marks), p.set.look(p.role), noteHeight(forest.Source, p.role.sourceLine))
		}
		p.note(forest.Source, p.role.sourceLine)
	})
}
