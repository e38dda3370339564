package html

import (
	"html/template"
	"strings"
)

// figureRows writes the bodies of the evidence index: figures of all, then those of
// services and parts, then those of single people.
func (p *pen) figureRows(rows []figureRow) template.HTML {
	var whole, details, people []*figureRow
	for i := range rows {
		r := &rows[i]
		switch {
		case ofPerson(r.Scope):
			people = append(people, r)
		case r.Detail:
			details = append(details, r)
		default:
			whole = append(whole, r)
		}
	}
	var w rowWriter
	w.Grow(rowLength * len(rows))
	p.figureBody(&w, whole)
	for _, body := range []struct {
		rank rank
		rows []*figureRow
		what string
	}{{rankDetails, details, "rows of services and parts"}, {rankPeople, people, "rows of single people"}} {
		if len(body.rows) == 0 {
			continue
		}
		p.cuts = append(p.cuts, part{
			rank: body.rank, from: p.out.Len() + w.Len(), element: "tbody", instead: waitingRows(len(body.rows), figureColumns, body.what),
		})
		p.figureBody(&w, body.rows)
		p.cuts[len(p.cuts)-1].to = p.out.Len() + w.Len()
	}
	return template.HTML(w.String())
}

// rowLength is how long a row of the evidence index is, about.
const rowLength = 256

// figureColumns is how many columns the evidence index has.
const figureColumns = 8

func (p *pen) figureBody(w *rowWriter, rows []*figureRow) {
	w.WriteString("<tbody>\n")
	for _, r := range rows {
		w.WriteString("<tr")
		w.attribute("id", r.Anchor)
		w.attribute("data-service", strings.Join(r.Services, "|"))
		w.WriteString("><th>" + evidenceLink(p.evidence.of(r.Evidence)) + "<td><b>")
		w.text(r.Metric)
		w.WriteString("</b> ")
		w.text(r.Title)
		w.cell(r.Scope)
		w.WriteString("<td><b>")
		w.text(r.Window)
		w.WriteString("</b> ")
		w.text(r.Dates)
		w.cell(r.Counts)
		figureValue(w, r)
		w.cell(r.Range)
		w.cell(r.People)
		w.WriteByte('\n')
	}
	w.WriteString("</tbody>\n")
}

// figureValue writes a value with its unit and with what is to be said of it; those three
// stay together on a narrow screen.
func figureValue(w *rowWriter, r *figureRow) {
	w.WriteString("<td>")
	if r.Unit == "" && r.Why == "" {
		w.text(r.Value)
		return
	}
	w.WriteString("<span>")
	w.text(r.Value)
	if r.Unit != "" {
		w.WriteString(" <i>")
		w.text(r.Unit)
		w.WriteString("</i>")
	}
	if r.Why != "" {
		w.WriteString(" <span class=why>")
		w.text(r.Why)
		w.WriteString("</span>")
	}
	w.WriteString("</span>")
}

// evidenceLink writes an evidence id, as a link where the index knows it.
func evidenceLink(m mention) string {
	id := template.HTMLEscapeString(m.ID)
	if m.Known {
		return `<a class=evidence href="#` + m.Anchor + `">` + id + "</a>"
	}
	return `<span class=evidence>` + id + "</span>"
}
