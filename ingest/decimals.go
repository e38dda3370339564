package ingest

import (
	"strings"

	"evidencepack/ingest/cell"
)

// number gives the cell of a field of numbers. Where its column writes a comma
// before decimals, 3,5 comes as 3.5 and 1.234 as 1234.
func (b *binder) number(field string) cell.Raw {
	r := b.raw(field)
	if r.Numeric || !strings.ContainsAny(r.Text, ",.") || b.decimal(field) != cell.DecimalComma {
		return r
	}
	if v, err := cell.NumberIn(r, cell.DecimalComma); err == nil {
		return cell.Raw{Text: r.Text, Number: v, Numeric: true}
	}
	return r
}

// decimal decides once for a column which sign stands before decimals. Columns
// that contradict themselves are read with a point: what has a comma is then no number.
func (b *binder) decimal(field string) cell.Decimal {
	if d, decided := b.decimals[field]; decided {
		return d
	}
	var numbers cell.NumberColumn
	if in := b.in.out.Inputs; len(in) > 0 && in[len(in)-1].Delimiter == "semicolon" {
		numbers.Hint(cell.DecimalComma)
	}
	column, there := b.header.match.Columns[field]
	if !there {
		column = len(b.header.headings) // no column decides: the text holds for every row
	}
	for r := range b.table.rows {
		if column < len(r.Cells) {
			numbers.See(r.Cells[column])
		}
	}
	b.decimals[field], _ = numbers.Decimal()
	return b.decimals[field]
}
