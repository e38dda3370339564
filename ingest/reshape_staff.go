package ingest

import (
	"slices"
	"strings"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/grid"
	"evidencepack/ingest/heading"
	"evidencepack/ingest/record"
)

// complete adds to a table the one thing that it lacks where its other columns say it,
// and tells whether it did.
func (in *intake) complete(t *table, m heading.Match) bool {
	switch {
	case slices.Equal(m.Missing, []string{"staff"}) && (m.Kind == record.KindSupervision || m.Kind == record.KindCompetency):
		return t.joinStaffName()
	case slices.Equal(m.Missing, []string{"authorisation_kind"}) && m.Kind == record.KindAuthorisation && t.speaksOf("dols"):
		t.widen([]string{"type of authorisation"}, func(_ grid.Row, out emit) bool { return out(cell.Text("DoLS")) })
		return true
	case slices.Equal(m.Missing, []string{"type"}) && m.Kind == record.KindIncident && !t.guess:
		columns, names := t.headedBy(cell.IncidentTypes)
		if len(columns) < fewestQuestions || !t.ticked(columns) {
			return false
		}
		t.joinBoxes(columns, names, "incident type")
		return true
	}
	return false
}

// joinStaffName makes one column of the first name and the surname of staff, which a
// table that is about nobody else has side by side.
func (t *table) joinStaffName() bool {
	first, last := -1, -1
	for column, name := range t.open() {
		for field, at := range map[string]*int{heading.FirstName: &first, heading.LastName: &last} {
			if namesPart(field, name) {
				if *at >= 0 {
					return false // two first names: of whom?
				}
				*at = column
			}
		}
	}
	if first < 0 || last < 0 {
		return false
	}
	t.spread[first], t.spread[last] = "read together with the surname", "read together with the first name"
	t.widen([]string{"staff full name"}, func(r grid.Row, out emit) bool {
		return out(cell.Text(strings.TrimSpace(cell.Clean(cellAt(r, first).Text) + " " + cell.Clean(cellAt(r, last).Text))))
	})
	return true
}

// namesPart tells whether a heading is that of a first name or a surname, of whoever
// the table is about.
func namesPart(field, name string) bool {
	key := heading.Normal(name)
	for _, who := range []string{"staff ", "employee ", "worker ", "carer "} {
		key = strings.TrimPrefix(key, who)
	}
	if strings.Contains(key, "client") || strings.Contains(key, "resident") || strings.Contains(key, "person") || strings.Contains(key, "user") {
		return false
	}
	for _, f := range heading.Fields(record.KindPlacement) {
		if f.Name == field {
			return slices.Contains(f.Headings, key)
		}
	}
	return false
}

// speaksOf tells whether a word stands in a heading.
func (t *table) speaksOf(word string) bool {
	for _, name := range t.open() {
		if slices.Contains(strings.Fields(heading.Normal(name)), word) {
			return true
		}
	}
	return false
}
