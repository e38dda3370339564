package html

import (
	"html/template"
	"slices"
	"strconv"
	"strings"

	"evidencepack/render/page"
)

// The rows of tables are most of a page. They are written here and not by a part of
// templates/html, without what a browser knows by itself: the end of a cell and of a row,
// that the first cell of a row heads it, and, from the class of the table, which columns
// hold numbers.

// mostColumns is how many columns the style sheet knows by their place; a number beyond
// them says by itself that it is one.
const mostColumns = 16

// columnClasses are the classes of a table that say which of its columns, counted from 1,
// hold numbers and which come after such a one. They stand behind another class.
func columnClasses(numeric ...int) string {
	var b strings.Builder
	for _, at := range numeric {
		if at <= mostColumns {
			b.WriteString(" n" + strconv.Itoa(at))
		}
	}
	for _, at := range numeric {
		if next := at + 1; next <= mostColumns && !slices.Contains(numeric, next) {
			b.WriteString(" a" + strconv.Itoa(next))
		}
	}
	return b.String()
}

// numericColumns gives the places of the columns of numbers, counted from 1.
func numericColumns(columns []page.Column) (places []int) {
	for i, c := range columns {
		if c.Numeric {
			places = append(places, i+1)
		}
	}
	return places
}

// columnRules are the rules of the style sheet for those classes.
func columnRules() string {
	var all, cells, after []string
	for at := 1; at <= mostColumns; at++ {
		n := strconv.Itoa(at)
		all = append(all, ".n"+n+" tr>:nth-child("+n+")")
		cells = append(cells, ".n"+n+" td:nth-child("+n+")")
		after = append(after, ".a"+n+" tr>:nth-child("+n+")")
	}
	return strings.Join(all, ",") + "{text-align:right}\n" + strings.Join(cells, ",") + "{white-space:nowrap}\n" +
		strings.Join(after, ",") + "{padding-left:14px}\n"
}

// rowWriter writes rows of tables.
type rowWriter struct{ strings.Builder }

func (w *rowWriter) text(s string) { w.WriteString(template.HTMLEscapeString(s)) }

// cell writes a cell that holds nothing but a text.
func (w *rowWriter) cell(s string) {
	w.WriteString("<td>")
	w.text(s)
}

// attribute writes an attribute, unless it is empty.
func (w *rowWriter) attribute(name, value string) {
	switch {
	case value == "":
	case strings.ContainsAny(value, " \t\r\n\f\"'=<>`&"):
		w.WriteString(" " + name + `="`)
		w.text(value)
		w.WriteByte('"')
	default:
		w.WriteString(" " + name + "=" + value)
	}
}

// ofPerson tells whether a text begins with a pseudonym, as what is of one person does.
func ofPerson(text string) bool {
	return len(text) > 2 && text[:2] == "P-" && '0' <= text[2] && text[2] <= '9'
}

// fewestApart is how many rows of single people must follow each other to be a part.
const fewestApart = 5

// rows writes the bodies of a table. Rows of single people that follow each other are a
// body of their own.
func (p *pen) rows(t page.Table) template.HTML {
	var w rowWriter
	for from := 0; from < len(t.Rows); {
		to, person := from, personRow(t.Rows[from])
		for to < len(t.Rows) && personRow(t.Rows[to]) == person {
			to++
		}
		if person && to-from >= fewestApart {
			p.cuts = append(p.cuts, part{
				rank: rankPeopleRows, from: p.out.Len() + w.Len(), element: "tbody", instead: waitingRows(to-from, max(1, len(t.Columns)), "rows of single people"),
			})
		}
		w.WriteString("<tbody>\n")
		for _, r := range t.Rows[from:to] {
			p.row(&w, t.Columns, r)
		}
		w.WriteString("</tbody>\n")
		if person && to-from >= fewestApart {
			p.cuts[len(p.cuts)-1].to = p.out.Len() + w.Len()
		}
		from = to
	}
	return template.HTML(w.String())
}

// personRow tells whether a row is about one person.
func personRow(r page.Row) bool { return !r.Group && len(r.Cells) > 0 && ofPerson(r.Cells[0].Text) }

func (p *pen) row(w *rowWriter, columns []page.Column, r page.Row) {
	if r.Group {
		w.WriteString("<tr class=group>")
		for _, c := range r.Cells {
			w.WriteString(`<th scope=colgroup colspan=` + strconv.Itoa(max(1, len(columns))) + `>`)
			w.text(c.Text)
		}
		w.WriteByte('\n')
		return
	}
	w.WriteString("<tr")
	if r.Total {
		w.WriteString(" class=total")
	}
	w.attribute("data-service", strings.Join(r.Services, "|"))
	w.WriteByte('>')
	for i, c := range r.Cells {
		p.tableCell(w, c, i, column(columns, i).Numeric)
	}
	w.WriteByte('\n')
}

// tableCell writes the cell at a place of a row; the first heads the row.
func (p *pen) tableCell(w *rowWriter, c page.Cell, at int, numeric bool) {
	if at == 0 {
		w.WriteString("<th")
	} else {
		w.WriteString("<td")
	}
	w.attribute("class", cellClass(c, at, numeric))
	w.WriteByte('>')
	if c.Spark != nil {
		w.WriteString(string(p.sparkOf(c.Spark)))
	}
	if at == 0 {
		w.WriteString(string(stateShape(c.State)))
	}
	if c.Withheld || c.Tone != "" {
		w.WriteString("<span>")
		w.text(c.Text)
		w.WriteString("</span>")
	} else {
		w.text(c.Text)
	}
	if c.Below != "" {
		w.WriteString(" <span class=below>")
		w.text(c.Below)
		w.WriteString("</span>")
	}
}

// cellClass is what the style sheet must know of one cell.
func cellClass(c page.Cell, at int, numeric bool) string {
	var classes []string
	if numeric && at >= mostColumns {
		classes = append(classes, "number")
	}
	if c.Strong && at > 0 {
		classes = append(classes, "strong")
	}
	if c.Withheld {
		classes = append(classes, "withheld")
	}
	if c.State != "" && at > 0 {
		classes = append(classes, "state", "state-"+stateClass(c.State))
	}
	if c.Tone != "" && at > 0 {
		classes = append(classes, "tone-"+stateClass(c.Tone))
	}
	return strings.Join(classes, " ")
}
