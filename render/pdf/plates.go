package pdf

import (
	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// Comparison draws many measures before and after, then the counts behind them.
func (p *pen) Comparison(comparison page.Comparison) {
	p.block(func() {
		comparison = cleaned(comparison)
		p.titled(comparison.Title, comparison.Note)
		rows := make([]chart.DumbbellRow, len(comparison.Rows))
		for i, row := range comparison.Rows {
			rows[i] = chart.DumbbellRow{
				Label: row.Label, Before: row.Before, After: row.After, BeforeValue: row.BeforeValue,
				AfterValue: row.AfterValue, State: row.Verdict.State, Word: row.Verdict.Word,
			}
		}
		drawn := p.scenes(func(first, rest float64) []chart.Scene {
			return chart.DumbbellParts(rows, comparison.Unit, width, first, rest)
		})
		if !drawn {
			p.grid(comparisonTable(comparison.Rows), tableText, tableHead, 5.4, nil)
		}
		p.behindRows(comparison.Rows)
		p.note(comparison.Source, sourceLine)
	})
}

// scenes draws a plate that may go on over several sheets. It draws nothing and
// says so where the words of a single row are higher than a sheet.
func (p *pen) scenes(lay func(first, rest float64) []chart.Scene) bool {
	const least = 50.0
	highest := 0.0
	for _, scene := range lay(least, least) {
		highest = max(highest, scene.Height)
	}
	if highest > p.deepest()-continuedHeight-least {
		return false
	}
	p.begin(min(lay(0, 0)[0].Height, max(highest, least)))
	for i, scene := range lay(bottom-p.next, p.deepest()-continuedHeight) {
		if i > 0 {
			p.sheet()
			p.writeEnd(right, p.next+2.4, continued, furniture)
			p.next += continuedHeight
		}
		p.shapes(left, p.next, scene.Shapes)
		p.next += scene.Height
		p.fresh = false
	}
	return true
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

// behindRows prints the counts, the difference and the evidence id of each measure
// in two columns, so that no number of the plate travels alone.
func (p *pen) behindRows(rows []page.ComparisonRow) {
	const half = 83.0
	s := sourceLine.sized(6.5)
	var texts [][]string
	for _, row := range rows {
		if detail := joined(row.Counts, row.Verdict.Difference, row.Evidence); detail != "" {
			texts = append(texts, s.wrap(row.Label+": "+detail, half))
		}
	}
	p.next += within
	rest := (len(texts) + 1) / 2
	for i := range rest {
		high := s.high(texts[i])
		if i+rest < len(texts) {
			high = max(high, s.high(texts[i+rest]))
		}
		p.room(high)
		p.lines(left, p.next, texts[i], s)
		if i+rest < len(texts) {
			p.lines(halfStart, p.next, texts[i+rest], s)
		}
		p.next += high
	}
}

// Forest draws the changes of approach with the interval of each difference.
func (p *pen) Forest(forest page.Forest) {
	p.block(func() {
		forest = cleaned(forest)
		p.titled(forest.Title, forest.Note)
		marks := make([]chart.ForestMark, len(forest.Rows))
		for i, row := range forest.Rows {
			marks[i] = chart.ForestMark{
				Label: row.Label, What: joined(row.What, row.Evidence), Before: row.Before, After: row.After,
				Value: row.Value, Lower: row.Lower, Upper: row.Upper, State: row.Verdict.State,
				Word: row.Verdict.Word, Difference: row.Verdict.Difference, Why: row.Why,
			}
		}
		drawn := p.scenes(func(first, rest float64) []chart.Scene {
			return chart.ForestParts(marks, width, first, rest)
		})
		if !drawn {
			p.grid(forestTable(marks), tableText, tableHead, 5.4, nil)
		}
		p.note(forest.Source, sourceLine)
	})
}
