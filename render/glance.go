package render

import (
	"fmt"

	"evidencepack/metrics"
	"evidencepack/render/page"
)

// glance sets services and measures in one table: each service's figure of the period
// with its counts, and the state of its change where that is clear. Services stand in
// the order of their names, never by rank: small ones would be first and last by chance.
func (c *composer) glance(l *MetricList) []page.Block {
	if len(c.services) < 2 {
		return nil
	}
	t := &page.Table{
		Title: l.Title, Sheet: "Services at a glance",
		Note:    "The period, with its counts beneath. A shape marks a clear change from the baseline; no shape is no clear change, or too few to say.",
		Columns: []page.Column{{Head: "Service", Weight: 2}},
		Source:  fmt.Sprintf("Period: %s. Baseline: %s. Services are in order of name, not of rank.", spanWords(c.in.Period), spanWords(c.in.Baseline)),
	}
	ids := c.evidencedOf(l.Metrics)
	for _, id := range ids {
		t.Columns = append(t.Columns, page.Column{Head: mustFind(id).Title, Numeric: true, Weight: 1})
	}
	for _, s := range c.services {
		t.Rows = append(t.Rows, page.Row{Cells: c.glanceRow(c.service(s), ids, metrics.Scope{Service: s})})
	}
	t.Rows = append(t.Rows, page.Row{Cells: c.glanceRow("All services", ids, metrics.Scope{}), Total: true})
	return []page.Block{{Table: t}}
}

func (c *composer) glanceRow(label string, ids []string, scope metrics.Scope) []page.Cell {
	cells := []page.Cell{{Text: label}}
	for _, id := range ids {
		f := c.find(id, scope)
		cell := c.valueCell(f.after, false)
		if !cell.Withheld && f.after.Value != nil {
			cell.Below = c.countsOf(f, f.after, false)
			if v := c.verdictOf(f); f.verdict == better || f.verdict == worse {
				cell.State = v.State
				cell.Below = v.Word + ", " + cell.Below
			}
		}
		cells = append(cells, cell)
	}
	return cells
}
