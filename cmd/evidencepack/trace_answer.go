package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
	"evidencepack/render"
	"evidencepack/render/page"
)

// pageRows is how many rows are listed where not all are asked for.
const pageRows = 40

// traceAnswer is one figure with the rows behind it.
type traceAnswer struct {
	t      *tracer
	figure metrics.Figure
	metric metrics.Metric
	before bool // the rows before a change, not those after it
	rows   []metrics.TracedRow
	kept   []record.Record // rows that were kept from it
	line   *evidenceLine   // the figure as evidence.csv would have it
	names  map[record.Person]string
}

// answer finds the rows behind a figure; people have the numbers of the monthly report.
func (t *tracer) answer(f metrics.Figure, before bool) *traceAnswer {
	return t.answerIn(page.TierInternal, f, before)
}

// answerIn finds the rows behind a figure; people have the numbers of a tier.
func (t *tracer) answerIn(tier page.Tier, f metrics.Figure, before bool) *traceAnswer {
	m, _ := metrics.Find(f.MetricID)
	a := &traceAnswer{t: t, figure: f, metric: m, before: before, line: &evidenceLine{}, names: t.pseudonyms()[tier]}
	if before {
		a.rows = t.table.TraceBefore(f, t.records(m))
	} else {
		a.rows = t.table.TraceRows(f, t.records(m))
	}
	a.kept = t.table.TraceKept(f, t.records(m))
	if text, err := render.EvidenceCSV([]metrics.Figure{f}, a.names); err == nil {
		if lines, err := readEvidence(text); err == nil && len(lines) == 1 {
			a.line = &lines[0]
		}
	}
	return a
}

// text says all that people need to find the rows and to count them again.
func (a *traceAnswer) text(all bool, most int) string {
	lines := append([]string{a.title()}, a.who()...)
	lines = append(lines, wrap("", a.window()+": "+a.value(), "  "))
	lines = append(lines, a.definition()...)
	if a.before {
		lines = append(lines, "These are the rows of the days before the change.")
	}
	if why := a.figure.Value.Why; why != "" {
		lines = append(lines, wrap("", "Note: "+why, "  "))
	}
	lines = append(lines, a.keptWords()...)
	if len(a.rows) == 0 {
		return strings.Join(append(lines, "", a.noRows()), "\n")
	}
	lines = append(lines, "")
	shown := a.rows
	if !all && len(shown) > most {
		sorted, line := a.smallerFirst()
		if line != "" {
			lines = append(lines, line, "")
		}
		shown = sorted[:most]
	}
	lines = append(lines, a.table(shown)...)
	if left := len(a.rows) - len(shown); left > 0 {
		lines = append(lines, fmt.Sprintf("  and %s more: add --all, or --csv for a file", commas(left)))
	}
	if slices.ContainsFunc(shown, func(r metrics.TracedRow) bool { return strings.Contains(a.place(r.Record.Where()), "(") }) {
		lines = append(lines, "", wrap("", "Of a text file the row is its line. In brackets stands the row that a spreadsheet program shows: a note of two lines is one row there.", "  "))
	}
	lines = append(lines, "", wrap("", a.tally(), "  "))
	return strings.Join(append(lines, a.next()...), "\n")
}

// smallerFirst are the rows, those of the smaller part first: of 53 out of 54 the one that
// did not count is what people look for. The line says which part that is, "" where all
// rows are of one.
func (a *traceAnswer) smallerFirst() (rows []metrics.TracedRow, line string) {
	var parts [2][]metrics.TracedRow
	for _, r := range a.rows {
		part := 0
		if r.Counted&metrics.CountedNumerator == 0 {
			part = 1
		}
		parts[part] = append(parts[part], r)
	}
	if len(parts[0]) == 0 || len(parts[1]) == 0 {
		return a.rows, ""
	}
	if len(parts[1]) < len(parts[0]) {
		parts[0], parts[1] = parts[1], parts[0]
	}
	words := func(part []metrics.TracedRow) string {
		return commas(len(part)) + " of " + a.countedWords(part[0].Counted)
	}
	return slices.Concat(parts[0], parts[1]), wrap("", "The smaller part first: "+words(parts[0])+", then "+words(parts[1])+".", "  ")
}

// title names the measure and the scope.
func (a *traceAnswer) title() string {
	g := figureGroup{differences: []figureDifference{{files: a.line}}}
	words := g.heading()
	return words
}

// who names the person of a figure in every pack that has people: the numbers differ, so
// that nobody takes one for the other.
func (a *traceAnswer) who() []string {
	who := a.figure.Scope.Person
	if who == "" {
		return nil
	}
	all := a.t.pseudonyms()
	return []string{wrap("", fmt.Sprintf("This is %s in the monthly report and %s in the inspection pack.", all[page.TierInternal][who], all[page.TierInspection][who]), "  ")}
}

func (a *traceAnswer) window() string {
	span := a.figure.Span
	if a.before {
		span = a.figure.Value.Change.Before
	}
	from, to := longDay(span.From.String()), longDay(span.To.String())
	switch {
	case span.From == span.From.Month().First() && span.To == span.From.Month().Last():
		return monthWords(span.From.String())
	case from[len(from)-4:] == to[len(to)-4:]:
		from = from[:len(from)-5] // the year once
	}
	return from + " to " + to
}

// value says the figure in words, of a before-and-after figure both sides.
func (a *traceAnswer) value() string {
	v := a.figure.Value
	if v.Change == nil {
		if v.Status == metrics.NotComputable && v.Numerator != nil && v.Denominator != nil {
			return fmt.Sprintf("not worked out (%s of %s)", numberWords(a.line[colNumerator]), numberWords(a.line[colDenominator]))
		}
		if a.metric.Signed && v.Value != nil && *v.Value > 0 {
			return "+" + figureWords(a.line)
		}
		return figureWords(a.line)
	}
	sides := fmt.Sprintf("%s of %s after, %s of %s before", numberWords(a.line[colNumerator]), numberWords(a.line[colDenominator]),
		commas(int(v.Change.BeforeNumerator)), commas(int(v.Change.BeforeDenominator)))
	return figureWords(a.line) + " (" + sides + ")"
}

// definition says what the two numbers count.
func (a *traceAnswer) definition() []string {
	d := a.metric.Def
	if name, _, found := strings.Cut(a.figure.Value.Breakdown, "="); found && a.figure.Value.Change == nil && a.metric.ShareOfWhole(name) {
		return []string{wrap("", fmt.Sprintf("Counted: %s, this part of them.", d.Numerator), "  "), wrap("", "Out of: "+d.Denominator+".", "  ")}
	}
	lines := []string{wrap("", "Counted: "+d.Numerator+".", "  ")}
	if d.NounNumerator == "" {
		lines[0] = wrap("", "Middle value of: "+d.Numerator+".", "  ")
	}
	if d.Denominator != "" {
		lines = append(lines, wrap("", "Out of: "+d.Denominator+".", "  "))
	}
	return lines
}

// keptWords names the files whose rows were kept from the figure.
func (a *traceAnswer) keptWords() []string {
	rows := make(map[string]int)
	for _, r := range a.kept {
		rows[r.Where().File]++
	}
	var lines []string
	for _, file := range slices.Sorted(maps.Keys(rows)) {
		lines = append(lines, wrap("", fmt.Sprintf("Kept back: %s of %s; its columns do not say what this figure needs.", plural(rows[file], "row", "rows"), shown(file)), "  "))
	}
	return lines
}

// noRows says why a figure has no rows.
func (a *traceAnswer) noRows() string {
	if a.figure.Value.Status == metrics.NoData {
		return "There are no rows behind it: nothing was exported for these dates."
	}
	return "There are no rows behind it: nothing in the exports counted."
}

// next says where to look.
func (a *traceAnswer) next() []string {
	files := make(map[string]bool)
	for _, r := range a.rows {
		files[shown(r.Record.Where().File)] = true
	}
	where := "the files"
	if names := slices.Sorted(maps.Keys(files)); len(names) <= 3 {
		where = strings.Join(names, ", ")
	}
	lines := []string{wrap("", "Next: open "+where+" at these rows. Names are there, not here.", "  ")}
	if a.figure.Value.Change != nil && !a.before {
		lines = append(lines, "The rows before the change: add --before.")
	}
	return lines
}
