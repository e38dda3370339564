package metrics

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"evidencepack/ingest/record"
)

// partPlace is where cells of parts are kept: by service, not by person, so that they
// stay few.
type partPlace struct {
	service string
	segment record.Date
}

// partCell is the cell of one part. The parts of a split are few, so that looking through
// a list of them takes less time than a map.
type partCell struct {
	word string
	cell any
}

// splitKey names a split of a metric.
type splitKey struct{ metric, split int }

// parts are the cells of the breakdowns of all metrics. Their splits are numbered through.
type parts struct {
	firsts   []int // number of the first split of each metric
	splits   int   // how many there are
	cells    map[partPlace][][]partCell
	words    map[splitKey]map[string]bool // words seen of a metric's split
	services map[string]bool
}

func newParts(metrics []Metric) parts {
	p := parts{cells: map[partPlace][][]partCell{}, words: map[splitKey]map[string]bool{}, services: map[string]bool{}}
	for _, m := range metrics {
		p.firsts = append(p.firsts, p.splits)
		p.splits += len(m.rule.splits)
	}
	return p
}

// at gives the cells of a place, one list for each split.
func (p *parts) at(place partPlace) [][]partCell {
	rows, there := p.cells[place]
	if !there {
		rows = make([][]partCell, p.splits)
		p.cells[place] = rows
		p.services[place.service] = true
	}
	return rows
}

// cell gives the cell of a part in a place, a fresh one where there is none yet.
func (p *parts) cell(rows [][]partCell, split splitKey, word string, fresh func() any) any {
	row := &rows[p.firsts[split.metric]+split.split]
	if cell := find(*row, word); cell != nil {
		return cell
	}
	cell := fresh()
	*row = append(*row, partCell{word, cell})
	if p.words[split] == nil {
		p.words[split] = map[string]bool{}
	}
	p.words[split][word] = true
	return cell
}

func find(row []partCell, word string) any {
	for i := range row {
		if row[i].word == word {
			return row[i].cell
		}
	}
	return nil
}

// addParts takes a record into the parts of a metric that it is in. The rows are those of
// its place.
func (t *Table) addParts(metric int, r record.Record, rows [][]partCell) {
	rule := &t.metrics[metric].rule
	for i := range rule.splits {
		split := &rule.splits[i]
		if split.Part == nil {
			continue
		}
		if word := split.Part(r); word != "" {
			rule.add(t.parts.cell(rows, splitKey{metric, i}, word, rule.fresh), r)
		}
	}
}

func (t *Table) mergeParts(other *parts) {
	for place, from := range other.cells {
		rows := t.parts.at(place)
		for metric := range t.metrics {
			rule := &t.metrics[metric].rule
			for i := range rule.splits {
				for _, part := range from[other.firsts[metric]+i] {
					rule.merge(t.parts.cell(rows, splitKey{metric, i}, part.word, rule.fresh), part.cell)
				}
			}
		}
	}
}

// partState merges the cells of one part in a window into one state, which is for
// reading only.
func (t *Table) partState(metric, split int, word string, w Window) any {
	rule := &t.metrics[metric].rule
	segments := []record.Date{keptWhole}
	if !rule.whole {
		segments = append(segments, t.segmentsOf(w.Span)...)
	}
	services := slices.Sorted(maps.Keys(t.parts.services))
	var cells []any
	for _, service := range services {
		if w.Scope.Service != "" && w.Scope.Service != service && !rule.anyService {
			continue
		}
		for _, segment := range segments {
			if rows := t.parts.cells[partPlace{service, segment}]; rows != nil {
				if cell := find(rows[t.parts.firsts[metric]+split], word); cell != nil {
					cells = append(cells, cell)
				}
			}
		}
	}
	return rule.merged(cells)
}

// Parts gives the breakdowns of a metric for a scope and a span: one value for
// each part with something in it, in order of split and word. A metric without
// breakdowns has none, nor has one person, nor dates without a figure.
func (t *Table) Parts(m Metric, scope Scope, span record.Span) []Value {
	return t.PartsOver(m, scope, span)[0]
}

// PartsOver gives for each span the parts that have something in any of them, so
// that the same places of the lists are the same part.
func (t *Table) PartsOver(m Metric, scope Scope, spans ...record.Span) [][]Value {
	out := make([][]Value, len(spans))
	i := t.find(m)
	if i < 0 || scope.Person != "" || t.metrics[i].rule.many || !t.metrics[i].Breaks() {
		return out
	}
	seen := map[string]bool{}
	all := make([]map[string]Value, len(spans))
	for n, span := range spans {
		w := t.window(i, scope, span)
		all[n] = map[string]Value{}
		if !t.cutsAt(i, w.Span) {
			continue
		}
		for _, p := range t.partsIn(i, w) {
			all[n][p.value.Breakdown] = p.value
			seen[p.value.Breakdown] = seen[p.value.Breakdown] || p.some
		}
	}
	for n, span := range spans {
		for _, breakdown := range t.metrics[i].inOrder(seen) {
			v, there := all[n][breakdown]
			if !there {
				w := t.window(i, scope, span)
				v = w.value(0).not(w.nothing())
				v.Breakdown = breakdown
			}
			out[n] = append(out[n], v)
		}
	}
	return out
}

// Breaks tells whether a metric has breakdowns.
func (m Metric) Breaks() bool { return len(m.rule.splits) > 0 || m.rule.parts != nil }

// BrokenBy tells whether a metric has a breakdown of the name.
func (m Metric) BrokenBy(name string) bool { return slices.Contains(m.Breakdowns(), name) }

// ShareOfWhole tells whether the parts of a breakdown are counted out of the whole
// numerator, so that they add up.
func (m Metric) ShareOfWhole(name string) bool {
	i := m.splitNamed(name)
	return i >= 0 && m.rule.splits[i].Share
}

// MadeUpOf tells whether the whole denominator is made up of the parts of a breakdown:
// levels of support, grades of harm.
func (m Metric) MadeUpOf(name string) bool {
	i := m.splitNamed(name)
	return i >= 0 && m.rule.splits[i].Mix
}

func (m Metric) splitNamed(name string) int {
	return slices.IndexFunc(m.rule.splits, func(s Split) bool { return s.Name == name })
}

// inOrder lists the breakdowns with something in them by split and word; those that
// a rule gives itself come last.
func (m Metric) inOrder(seen map[string]bool) []string {
	place := func(breakdown string) int {
		name, _, _ := strings.Cut(breakdown, "=")
		if i := slices.IndexFunc(m.rule.splits, func(s Split) bool { return s.Name == name }); i >= 0 {
			return i
		}
		return len(m.rule.splits)
	}
	maps.DeleteFunc(seen, func(_ string, some bool) bool { return !some })
	return slices.SortedFunc(maps.Keys(seen), func(a, b string) int {
		return cmp.Or(cmp.Compare(place(a), place(b)), cmp.Compare(a, b))
	})
}

// part is the value of a part, and whether there is something in it.
type part struct {
	value Value
	some  bool
}

// partsIn works out all parts of a window, none where the whole has no figure.
func (t *Table) partsIn(metric int, w Window) []part {
	m := &t.metrics[metric]
	whole := t.finish(metric, w)[0]
	if whole.Status != OK {
		return nil
	}
	var found []part
	for i, split := range m.rule.splits {
		for _, word := range slices.Sorted(maps.Keys(t.parts.words[splitKey{metric, i}])) {
			found = append(found, t.part(metric, i, word, w, whole))
		}
		for _, word := range split.Words {
			one := w
			one.Breakdown = split.Name + "=" + word
			found = append(found, partOf(m.rule.finish(t.gather(metric, one), one)[0], one.Breakdown))
		}
	}
	if m.rule.parts != nil {
		for _, v := range m.rule.parts(t.gather(metric, w), w) {
			found = append(found, partOf(v, v.Breakdown))
		}
	}
	return found
}

func partOf(v Value, breakdown string) part {
	v.Breakdown = breakdown
	above := func(p *float64) bool { return p != nil && *p != 0 }
	return part{v, above(v.Numerator) || above(v.Denominator)}
}

// part works out one part of a split.
func (t *Table) part(metric, split int, word string, w Window, whole Value) part {
	rule := &t.metrics[metric].rule
	s := rule.splits[split]
	own := rule.finish(t.partState(metric, split, word, w), w)[0]
	found := partOf(own, s.Name+"="+word)
	switch {
	case s.Share:
		found.value = w.shareOfWhole(own.Numerator, own.Behind, whole)
		found.some = own.Numerator != nil && *own.Numerator != 0
	case s.Mix:
		found.value = w.shareOfWhole(own.Denominator, own.People, whole)
		found.value.Unit = Percent
		found.some = own.Denominator != nil && *own.Denominator != 0
	}
	found.value.Breakdown = s.Name + "=" + word
	return found
}

// shareOfWhole is what a part adds to the value of the whole, in the unit of the
// whole: its count out of the whole denominator.
func (w Window) shareOfWhole(count *float64, behind int, whole Value) Value {
	if count == nil {
		return w.value(0).not(w.nothing())
	}
	n := int(*count)
	var v Value
	switch {
	case whole.Denominator == nil:
		v = w.count(n, behind)
	case w.Unit == Per1000CareDays:
		v = w.perCareDays(n, int(*whole.Denominator), whole.People)
	default:
		v = w.percent(n, int(*whole.Denominator), whole.People)
	}
	return v.behind(behind)
}
