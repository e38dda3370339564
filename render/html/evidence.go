package html

import (
	"regexp"
	"strconv"
	"strings"

	"evidencepack/render/page"
)

// index holds the evidence ids that have a row in the evidence index of the page.
type index map[string]bool

func indexOf(p *page.Page) index {
	ids := make(index)
	for _, s := range p.Sections {
		for _, b := range s.Blocks {
			if b.Figures == nil {
				continue
			}
			for _, row := range b.Figures.Rows {
				ids[row.Evidence] = row.Evidence != ""
			}
		}
	}
	return ids
}

// mention is a piece of text: an evidence id, with the anchor of its row where it
// has one, or plain text.
type mention struct {
	Text       string
	ID, Anchor string
	Known      bool
}

// of makes a mention of one evidence id.
func (x index) of(id string) mention {
	return mention{ID: id, Anchor: anchor(id), Known: x[id]}
}

// known gives the id back where the index has a row for it.
func (x index) known(id string) string {
	if x[id] {
		return id
	}
	return ""
}

// evidenceID is the shape of an evidence id in running text (contract.md 2).
var evidenceID = regexp.MustCompile(`\bE-[0-9A-Z]{8,12}\b`)

// linked cuts a text at the evidence ids that the index knows.
func (x index) linked(text string) []mention {
	var pieces []mention
	from := 0
	for _, at := range evidenceID.FindAllStringIndex(text, -1) {
		if id := text[at[0]:at[1]]; x[id] {
			pieces = append(pieces, mention{Text: text[from:at[0]]}, x.of(id))
			from = at[1]
		}
	}
	return append(pieces, mention{Text: text[from:]})
}

// first gives the first id in a text that the index knows, or "".
func (x index) first(text string) string {
	for _, m := range x.linked(text) {
		if m.ID != "" {
			return m.ID
		}
	}
	return ""
}

// figureRow is a row of the evidence index as it is printed.
type figureRow struct {
	page.FigureRow
	Anchor                                    string
	Dates, Counts, Value, Range, People, Unit string
}

// Figures draws the evidence index; the script builds the panel of a figure from its rows.
func (p *pen) Figures(f page.Figures) {
	view := struct {
		page.Figures
		Rows []figureRow
	}{Figures: f, Rows: make([]figureRow, 0, len(f.Rows))}
	for _, r := range f.Rows {
		view.Rows = append(view.Rows, p.figureRow(r))
	}
	p.write("figures", view)
}

func (p *pen) figureRow(r page.FigureRow) figureRow {
	row := figureRow{FigureRow: r, Anchor: p.claim(anchor(r.Evidence)), Dates: date(r.From) + " to " + date(r.To)}
	row.Counts = orDash(share(r.Numerator, r.Denominator))
	digits, known := decimals[r.Format]
	if !known {
		digits = 2
	}
	row.Range = orDash(span(r.Lower, r.Upper, digits))
	var value []string
	if r.Value != nil {
		value = append(value, number(*r.Value, r.Format))
	}
	if r.Status != "ok" {
		value = append(value, r.Status)
	}
	row.Value = orDash(strings.Join(value, " "))
	row.Unit = unitWords(r.Unit)
	row.People = "–"
	if r.People != nil {
		row.People = strconv.Itoa(*r.People)
	}
	return row
}

// orDash puts a dash where there is nothing to print: no cell is empty.
func orDash(s string) string {
	if s == "" {
		return "–"
	}
	return s
}

// unitWords turns the unit codes of evidence.csv into words. The per cent sign
// stands at the number already; a unit that is in words stays as it is.
func unitWords(unit string) string {
	switch unit {
	case "percent", "per cent", "count":
		return ""
	case "per_1000_care_days":
		return "per 1,000 care days"
	}
	return strings.ReplaceAll(unit, "_", " ")
}

// Definitions draws what each measure counts.
func (p *pen) Definitions(d page.Definitions) {
	type row struct {
		page.Definition
		Anchor string
	}
	view := struct {
		Title, GroupWord string
		Names            []string
		Rows             []row
	}{Title: d.Title, GroupWord: d.GroupWord}
	for _, r := range d.Rows {
		view.Names = append(view.Names, r.Metric+" "+r.Title)
		view.Rows = append(view.Rows, row{r, p.claim("D-" + anchor(r.Metric))})
	}
	p.write("definitions", view)
}
