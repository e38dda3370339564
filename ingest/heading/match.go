package heading

import (
	"slices"

	"evidencepack/ingest/record"
)

// matcher matches one row of headings against one kind.
type matcher struct {
	Match
	*row
	index  *index
	taken  []bool
	shut   map[string]bool // fields of which nobody knows which column is meant
	weight int             // how much the headings speak for the kind
}

// match gives each field the column whose heading stands first in its list. A
// column serves one field; fields earlier in the table of fields choose first
// among equals, and the columns of a saved mapping before all. Whole headings go
// before what stands behind a group, and those before questions.
func (r *row) match(kind record.Kind, saved map[string]string) Match {
	m := &matcher{
		Match: Match{Kind: kind, Columns: make(map[string]int), Sure: make(map[string]float64), Suggest: make(map[int]string), Notes: make(map[int]string)},
		row:   r, index: indexes[kind], taken: make([]bool, len(r.keys)), shut: make(map[string]bool),
	}
	for field, column := range m.named(saved) {
		m.take(field, column, plain, sureSaved)
	}
	for _, wanted := range m.index.order {
		if column := m.whole(wanted); column >= 0 {
			m.take(wanted.field, column, wanted.weight, sureness(wanted))
			if wanted.best {
				m.Score++ // the very word for it; decides between kinds that share their words
			}
		}
	}
	m.beside()
	m.reviewDate()
	m.severity()
	for _, wanted := range m.index.order {
		m.behindGroup(wanted)
	}
	m.questions()
	m.extras()
	m.tidy()
	m.Missing = m.missing()
	if m.Known < 2 || m.weight < plain || 2*len(m.Missing) > len(m.index.needed) {
		m.Score = 0 // too little to say what it is, or what it lacks
	}
	return m.Match
}

// extras gives the fields that say nothing of the kind their columns, of those that
// are left: they never change what a table is, nor which column is another field.
func (m *matcher) extras() {
	known, score, weight := m.Known, m.Score, m.weight
	for _, wanted := range m.index.extra {
		if column := m.whole(wanted); column >= 0 {
			m.take(wanted.field, column, 0, sureness(wanted))
		}
	}
	for _, wanted := range m.index.extra {
		m.behindGroup(wanted)
	}
	m.Known, m.Score, m.weight = known, score, weight
}

// tidy drops what was noted of columns that found a field after all, and
// suggestions of fields that found their column.
func (m *matcher) tidy() {
	for _, column := range m.Columns {
		delete(m.Suggest, column)
		delete(m.Notes, column)
	}
	for column, field := range m.Suggest {
		if m.has(field) {
			delete(m.Suggest, column)
		}
	}
}

func (m *matcher) has(field string) bool {
	_, there := m.Columns[field]
	return there
}

func (m *matcher) take(field string, column, weight int, sure float64) {
	m.Columns[field], m.Sure[field] = column, sure
	m.taken[column] = true
	m.Known++
	m.Score += 2
	if m.index.telling[field] {
		m.Score += 2 * weight
		m.weight += weight
	}
}

// named finds the columns of a saved mapping: field → column.
func (m *matcher) named(saved map[string]string) map[string]int {
	columns := make(map[string]int)
	for field, written := range saved {
		_, known := m.index.telling[field]
		if column := slices.Index(m.shown, Normal(written)); known && column >= 0 && Normal(written) != "" {
			columns[field] = column
		}
	}
	return columns
}

// whole gives the column whose whole heading is the wanted one, or −1. Where the
// heading stands there twice, the first column serves if both say the same;
// otherwise nobody knows which is meant.
func (m *matcher) whole(w wanted) int {
	if m.has(w.field) || m.shut[w.field] || m.later(w) {
		return -1
	}
	var free []int
	for _, column := range m.at[w.heading] {
		if !m.taken[column] && m.fits(w, column) {
			free = append(free, column)
		}
	}
	switch {
	case len(free) == 0:
		return -1
	case len(free) == 1 || m.values == nil:
		return free[0]
	}
	for _, other := range free[1:] {
		if m.values.Compare(free[0], other).Differ > 0 {
			m.leave(w.field, free, "the heading stands there twice, over different values")
			return -1
		}
	}
	for _, column := range free {
		if m.values.Look(column).Filled > 0 {
			return column
		}
	}
	return free[0]
}

// leave leaves columns that could all be one field without any.
func (m *matcher) leave(field string, columns []int, why string) {
	m.shut[field] = true
	for _, column := range columns {
		m.taken[column] = true // nor are they any other field
		m.Notes[column], m.Suggest[column] = why, field
	}
}

// behindGroup takes the column whose heading ends in the wanted one behind a
// group, where no other column ends so.
func (m *matcher) behindGroup(w wanted) {
	columns := m.ends[w.heading]
	if m.has(w.field) || m.shut[w.field] || len(columns) == 0 || m.later(w) {
		return
	}
	if len(columns) > 1 {
		for _, column := range columns {
			if !m.taken[column] && slices.Contains(m.tails[column], w.heading) {
				m.Suggest[column] = w.field
				m.Notes[column] = "another heading ends in the same words"
			}
		}
		return
	}
	column := columns[0]
	if m.taken[column] || !slices.Contains(m.tails[column], w.heading) || m.either(w, column) || !m.fits(w, column) {
		return
	}
	m.take(w.field, column, w.weight, min(sureTail, sureness(w)))
}

// either tells whether a heading names two fields, as Outcome/Reason does: what
// stands before its end is no group, but a heading of another field.
func (m *matcher) either(w wanted, column int) bool {
	key := m.keys[column]
	before := key[:max(0, len(key)-len(w.heading)-1)]
	for field, words := range m.index.words {
		if field != w.field && words[before] && (m.index.late[w.field] || !m.index.late[field]) {
			m.Suggest[column] = w.field
			m.Notes[column] = "the heading names two things"
			return true
		}
	}
	return false
}

// missing lists the needed fields without a column. A person may be known by id
// or by name, in one column or in two.
func (m *matcher) missing() []string {
	var out []string
	for _, field := range m.index.needed {
		if !m.has(field) && m.Constant[field] == "" && !(field == PersonRef && byName(m.Columns)) {
			out = append(out, field)
		}
	}
	if any := m.index.any; len(any) > 0 && !slices.ContainsFunc(any, func(field string) bool { return m.has(field) || m.Constant[field] != "" }) {
		out = append(out, any[0])
	}
	return out
}
