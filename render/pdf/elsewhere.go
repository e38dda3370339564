package pdf

import (
	"fmt"
	"strings"

	"evidencepack/render/page"
)

// What a PDF leaves to the other formats, said where it would stand.
const (
	moreOfSection   = "Left to the workbook and the web page: "
	moreSections    = "Sections of the workbook and the web page alone: "
	valuesElsewhere = "The values behind the charts: in the workbook a sheet for each chart, on the web page a table under each."
	indexElsewhere  = "This part is left to the workbook (sheet " + page.SheetFigures + ") and the web page: each figure with its evidence id, its counts and its dates."
	wordsElsewhere  = "This part is left to the workbook (sheet " + page.SheetDefinitions + ") and the web page: what each measure counts, and what to read it with."
)

// keepFor breaks what a section leaves to the other formats into lines and keeps room
// for them.
func (p *pen) keepFor(names []string) {
	most := 14 * p.role.scale // a longer text may go on over a sheet
	p.left, p.kept = nil, 0
	if len(names) > 0 {
		p.left = p.role.note.wrap(moreOfSection+strings.Join(merged(names), "; ")+".", width)
		p.kept = min(p.role.note.high(p.left)+parts+within, most)
	}
}

// elsewhere names what the section that ends here leaves to the other formats.
func (p *pen) elsewhere() {
	lines := p.left
	p.left, p.kept = nil, 0
	if len(lines) > 0 {
		p.beginWhole(p.role.note.high(lines[:min(len(lines), 2)]))
		p.run(left, lines, p.role.note)
	}
}

// merged joins names that differ only in their sheet, so that a chart of each of many
// services is named once.
func merged(names []string) []string {
	var out, firsts []string
	more := map[string]int{}
	for _, name := range names {
		first, _, _ := strings.Cut(name, " (sheet ")
		if more[first]++; more[first] == 1 {
			out, firsts = append(out, name), append(firsts, first)
		}
	}
	for i, first := range firsts {
		if others := more[first] - 1; others > 0 {
			out[i] = fmt.Sprintf("%s and %d more", out[i], others)
		}
	}
	return out
}

// shortTable gives a table with no more rows than the drawing allows, and says under it
// where the others are. Totals stay.
func (p *pen) shortTable(table page.Table) page.Table {
	most := p.set.rows
	if most == 0 || p.keep || p.waiting != nil || len(table.Rows) <= most+2 {
		return table
	}
	var rows []page.Row
	all, shown := 0, 0
	for _, row := range table.Rows {
		plain := !row.Total && !row.Group
		if plain {
			all++
		}
		if row.Total || len(rows) < most {
			rows = append(rows, row)
			if plain {
				shown++
			}
		}
	}
	sheet := table.Sheet
	if sheet == "" {
		sheet = p.home
	}
	table.Rows = rows
	table.Source = joinedBy(" · ", table.Source, fmt.Sprintf("%d of %d rows; the workbook (sheet %s) and the web page have all", shown, all, sheet))
	return table
}

// inOneLine says in the place of a part where it stands.
func (p *pen) inOneLine(text string) {
	lines := p.role.body.wrap(text, longestLine)
	p.beginWhole(p.role.body.high(lines))
	p.run(left, lines, p.role.body)
}
