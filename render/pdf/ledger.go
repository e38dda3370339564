package pdf

import (
	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// SetAside draws the ledger: four totals, the kinds of export, the reasons.
func (p *pen) SetAside(ledger page.SetAside) {
	p.block(func() {
		ledger = tidied(p, ledger)
		p.totals(ledger)
		p.exports(ledger)
		p.reasons(ledger.Reasons, ledger.Note)
		p.note(ledger.Note, p.role.note)
	})
}

func (p *pen) totals(ledger page.SetAside) {
	all := ledger.Totals
	files := chart.Decimal(float64(ledger.Files), 0) + " files and sheets"
	if ledger.Files == 1 {
		files = "1 file"
	}
	p.stripRow([]page.Figure{
		{Label: "Rows read", After: number(all.Read), AfterCount: files},
		{Label: "Used", After: number(all.Used), AfterCount: share(all.Used, all.Read)},
		{Label: "Duplicates", After: number(all.Duplicates), AfterCount: share(all.Duplicates, all.Read)},
		{Label: "Set aside", After: number(all.Aside()), AfterCount: share(all.Aside(), all.Read)},
	})
}

func (p *pen) exports(ledger page.SetAside) {
	table := page.Table{Columns: []page.Column{
		{Head: "Export", Weight: 3.4}, {Head: "Rows read", Numeric: true, Weight: 1.3}, {Head: "Used", Numeric: true, Weight: 1.3},
		{Head: "Duplicates", Numeric: true, Weight: 1.3}, {Head: "Not usable", Numeric: true, Weight: 1.2},
		{Head: "Not understood", Numeric: true, Weight: 1.4}, {Head: "Struck out", Numeric: true, Weight: 1.1},
		{Head: "Set aside", Numeric: true, Weight: 1.1},
	}}
	most := 1
	for _, row := range ledger.Rows {
		most = max(most, row.Aside())
	}
	var bars []float64
	for _, row := range ledger.Rows {
		table.Rows = append(table.Rows, page.Row{Cells: ledgerCells(row)})
		bars = append(bars, float64(row.Aside())/float64(most))
	}
	table.Rows = append(table.Rows, page.Row{Cells: ledgerCells(ledger.Totals), Total: true})
	p.titled("Which files", "")
	p.grid(table, p.set.look(p.role), 0, append(bars, 0)...)
}

func ledgerCells(row page.LedgerRow) []page.Cell {
	cells := []page.Cell{{Text: row.Label}, {Text: number(row.Read)}, {Text: number(row.Used)}}
	for _, count := range []int{row.Duplicates, row.Rejected, row.Unmapped, row.StruckOut, row.Aside()} {
		text := number(count)
		if count == 0 {
			text = "–"
		}
		cells = append(cells, page.Cell{Text: text})
	}
	return cells
}

// reasons say why and what to do; where no row may be named, that column is left out.
// The remark follows below.
func (p *pen) reasons(reasons []page.Reason, remark string) {
	if len(reasons) == 0 {
		return
	}
	named := false
	for _, reason := range reasons {
		named = named || reason.FirstSeen != ""
	}
	table := page.Table{Columns: []page.Column{{Head: "Reason", Weight: 2.8}, {Head: "Rows", Numeric: true, Weight: 0.8}}}
	if named {
		table.Columns = append(table.Columns, page.Column{Head: "First seen", Weight: 3})
	}
	table.Columns = append(table.Columns, page.Column{Head: "What to do", Weight: 3.8})
	for _, reason := range reasons {
		cells := []page.Cell{{Text: reason.Reason}, {Text: number(reason.Rows)}}
		if named {
			seen := reason.FirstSeen
			if seen == "" {
				seen = "–"
			}
			cells = append(cells, page.Cell{Text: seen})
		}
		table.Rows = append(table.Rows, page.Row{Cells: append(cells, page.Cell{Text: reason.WhatToDo})})
	}
	p.titled("Why, and what to do", "")
	p.grid(table, p.set.look(p.role), noteHeight(remark, p.role.note))
}

func number(count int) string { return chart.Decimal(float64(count), 0) }

// share writes a part of the rows read; small ones with two decimals.
func share(part, whole int) string {
	if whole == 0 {
		return "no rows read"
	}
	percent := 100 * float64(part) / float64(whole)
	switch {
	case percent > 0 && percent < 0.01:
		return "under 0.01% of rows read"
	case percent > 0 && percent < 1:
		return chart.Decimal(percent, 2) + "% of rows read"
	}
	return chart.Decimal(percent, 1) + "% of rows read"
}
