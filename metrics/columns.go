package metrics

import (
	"math/bits"
	"slices"
	"strings"

	"evidencepack/ingest/record"
)

// ColumnNeed is one entry of Def.Columns: the fields of which a table of the kind
// needs one.
type ColumnNeed struct {
	Kind   record.Kind
	Fields []string
}

// ColumnNeeds reads Def.Columns.
func (d Def) ColumnNeeds() []ColumnNeed {
	needs := make([]ColumnNeed, len(d.Columns))
	for i, column := range d.Columns {
		for _, one := range strings.Split(column, "|") {
			kind, field, _ := strings.Cut(one, ".")
			needs[i].Kind = record.Kind(kind)
			needs[i].Fields = append(needs[i].Fields, field)
		}
	}
	return needs
}

// Words says in plain words what is needed.
func (w ColumnNeed) Words() string {
	words := make([]string, len(w.Fields))
	for i, field := range w.Fields {
		words[i] = w.Kind.Words(field)
	}
	return strings.Join(words, " or ")
}

// columnSet holds the needs of a metric by place, bit by bit. A metric has fewer
// than 64.
type columnSet uint64

func (s columnSet) has(i int) bool { return s>>i&1 == 1 }

// lackKey names the rows in one segment whose table lacks the same columns of a
// metric. Rows that count in every window are apart from those of their segment.
type lackKey struct {
	segment record.Date
	whole   bool
	columns columnSet
}

// tableKey names the columns of the rows of one kind in one table.
type tableKey struct {
	kind    record.Kind
	columns *record.Columns
}

// missing gives for each taker of a record's kind the columns that its table
// lacks; nil where no taker lacks any.
func (t *Table) missing(r record.Record) []columnSet {
	head := r.Where()
	if head.Columns == nil {
		return nil
	}
	key := tableKey{r.Kind(), head.Columns}
	if known, there := t.tables[key]; there {
		return known
	}
	var missing []columnSet
	for n, metric := range t.takers[key.kind] {
		for i, w := range t.needs[metric] {
			if w.Kind != key.kind || w.in(head.Columns) {
				continue
			}
			if missing == nil {
				missing = make([]columnSet, len(t.takers[key.kind]))
			}
			missing[n] |= 1 << i
		}
	}
	t.tables[key] = missing
	for _, field := range head.Columns.Contradicting() {
		t.mixed[mixedKey{key.kind, field}] = true
	}
	return missing
}

func (w ColumnNeed) in(columns *record.Columns) bool {
	for _, field := range w.Fields {
		if columns.Has(field) {
			return true
		}
	}
	return false
}

// lacks tells whether a record is kept from a metric, because its table lacks a
// column that the metric cannot do without.
func (t *Table) lacks(metric int, r record.Record) bool {
	head := r.Where()
	if head.Columns == nil {
		return false
	}
	for _, w := range t.needs[metric] {
		if w.Kind == r.Kind() && !w.in(head.Columns) {
			return true
		}
	}
	return false
}

// noteLack counts a row that is kept from a metric. A row that the metric's own
// day leaves out, perhaps because that is the column it lacks, is counted by the day
// of its event.
func (t *Table) noteLack(here *place, metric int, day record.Date, head *record.Head, columns columnSet) {
	key := lackKey{whole: day == keptWhole, columns: columns}
	switch {
	case day != 0 && day != keptWhole:
		key.segment = t.segment(day)
	case head.On != 0:
		key.segment = t.segment(head.On)
	default:
		key.whole = true
	}
	t.countLack(here, metric, key, 1)
}

func (t *Table) countLack(here *place, metric int, key lackKey, rows int) {
	if here.lacks == nil {
		here.lacks = map[int]map[lackKey]int{}
	}
	if here.lacks[metric] == nil {
		here.lacks[metric] = map[lackKey]int{}
	}
	here.lacks[metric][key] += rows
	t.lacking[metric] = true
}

// leftOut counts the rows of a window that were kept from a metric, and says which
// columns they lack, kind by kind.
type leftOut struct {
	rows    map[record.Kind]int
	columns map[record.Kind]columnSet
}

func (t *Table) leftOut(metric int, scope Scope, span record.Span) leftOut {
	out := leftOut{map[record.Kind]int{}, map[record.Kind]columnSet{}}
	if !t.lacking[metric] {
		return out
	}
	needs := t.needs[metric]
	for key, rows := range t.lacksOf(metric, scope) {
		inSpan := span == (record.Span{}) || span.Has(key.segment) || key.whole && key.segment <= span.To
		if !inSpan {
			continue
		}
		kind := needs[bits.TrailingZeros64(uint64(key.columns))].Kind
		out.columns[kind] |= key.columns
		out.rows[kind] += rows
	}
	return out
}

// lacksOf adds up the rows kept from a metric in a scope; the sums are kept until
// the next record.
func (t *Table) lacksOf(metric int, scope Scope) map[lackKey]int {
	key := wholeKey{metric, scope}
	if known, there := t.lacked[key]; there {
		return known
	}
	sums := map[lackKey]int{}
	for _, here := range t.covered(scope) {
		for one, rows := range here.lacks[metric] {
			sums[one] += rows
		}
	}
	t.lacked[key] = sums
	return sums
}

// mixedKey names a field of a kind of which some table has a column of dates that
// contradict each other.
type mixedKey struct {
	kind  record.Kind
	field string
}

// columnWords lists in plain words the needs of a set, those of one kind, and says of
// those that were given but could not be read why.
func (t *Table) columnWords(d Def, kind record.Kind, set columnSet) []string {
	var words []string
	for i, w := range d.ColumnNeeds() {
		if !set.has(i) || w.Kind != kind {
			continue
		}
		said := w.Words()
		if slices.ContainsFunc(w.Fields, func(field string) bool { return t.mixed[mixedKey{kind, field}] }) {
			said += " (its column was left out, as its dates contradict each other)"
		}
		words = append(words, said)
	}
	return words
}
