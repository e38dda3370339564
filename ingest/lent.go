package ingest

import (
	"slices"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/grid"
	"evidencepack/ingest/heading"
	"evidencepack/ingest/mapping"
)

// sureLent is how sure a field is that stands over the rows, not in a column.
const sureLent = 0.7

// lend gives a table the fields that stand outside its columns: in the lone texts
// above blocks of rows (quirk 41), or in the name of its sheet (quirk 46). A saved
// mapping says so; without one only a lone text is used, and only where the table
// lacks just what it can be.
func (in *intake) lend(t *table, h *header) {
	saved := h.saved
	if saved == nil {
		saved = new(mapping.Mapping)
	}
	sure, section := 1.0, saved.Section
	if section == "" && t.shape.Sectioned() {
		sure, section = sureLent, sectionField(*t, h, saved)
	}
	if section != "" {
		shape := t.shape
		t.lent(h, section, sure, func(r grid.Row) string { return shape.Section(r.Line) })
		t.seen = append(t.seen, Oddity{Code: sectionCodes[section], Row: shape.FirstSection(), Count: len(shape.Sections())})
	}
	if field := saved.SheetIs; field != "" && field != mapping.SheetIsMonth && t.sheet != "" {
		name := placeName(t.file, t.sheet)
		t.lent(h, field, 1, func(grid.Row) string { return name })
		t.seen = append(t.seen, Oddity{Code: codeSheetName, Count: 1})
	}
}

// sectionCodes say what lone texts were taken for; another field is only ever
// named by a saved mapping.
var sectionCodes = map[string]string{heading.Service: codeSectionService, heading.PersonName: codeSectionPerson}

// lent adds a column with a text for each row, and makes it the column of a field.
func (t *table) lent(h *header, field string, sure float64, text func(grid.Row) string) {
	t.widen([]string{"stands outside the columns: " + field}, func(r grid.Row, out emit) bool { return out(cell.Text(text(r))) })
	h.headings = t.names
	h.match.Columns[field], h.match.Sure[field] = len(t.names)-1, sure
	h.match.Missing = slices.DeleteFunc(h.match.Missing, func(missing string) bool {
		return missing == field || missing == heading.PersonRef && field == heading.PersonName
	})
}

// sectionField says what the lone texts above the rows are, "" where that is not
// certain: the person where that is all that is missing, the service where each row
// names its person and none a service. Months, times of day and words of our own
// lists are neither.
func sectionField(t table, h *header, saved *mapping.Mapping) string {
	for _, text := range t.shape.Sections() {
		_, band := cell.ReadBand(text)
		if band || cell.Known(text) || weekdayWords[cell.Key(text)] || monthOf(text, "2000") != 0 || knownHeadings[heading.Normal(text)] {
			return ""
		}
		if _, _, _, dated := cell.ParsePeriod(text); dated {
			return ""
		}
	}
	if h.match.Score == 0 {
		return ""
	}
	if slices.Equal(h.match.Missing, []string{heading.PersonRef}) {
		return heading.PersonName
	}
	_, service := h.match.Columns[heading.Service]
	_, ref := h.match.Columns[heading.PersonRef]
	_, name := h.match.Columns[heading.PersonName]
	if service || saved.Constants[heading.Service] != "" || saved.Without(heading.Service) || saved.SheetIs == heading.Service || !(ref || name) {
		return ""
	}
	return heading.Service
}
