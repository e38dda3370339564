package ingest

import (
	"slices"
	"strings"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/grid"
	"evidencepack/ingest/heading"
	"evidencepack/ingest/record"
)

// tickMarks stand between the name of a question and one of its answers.
var tickMarks = []string{"/", " – ", ":"}

// ticks are the columns of one question with a box for each answer.
type ticks struct {
	question string
	columns  []int
	answers  []string
}

// joinTicks puts questions together whose answers have a column each (quirk 93):
// refusal_reason/pain and refusal_reason/noise become refusal_reason, with the
// answers that are ticked. Where the question has a column of its own too, that
// one counts and the boxes are left out.
func (in *intake) joinTicks(t *table) {
	if t.guess {
		return
	}
	for _, q := range ticksIn(t.open(), in.groupMarks(*t)) {
		summed := slices.ContainsFunc(t.names[:t.width], func(name string) bool { return heading.Normal(name) == heading.Normal(q.question) })
		if !(summed || knownHeadings[heading.Normal(q.question)] && !q.fields()) || !t.ticked(q.columns) {
			continue
		}
		note := "a box of " + q.question + ": the ticked ones are read together"
		if summed {
			note = "a box of " + q.question + ", whose own column is read"
		}
		for _, column := range q.columns {
			t.spread[column] = note
		}
		t.seen = append(t.seen, Oddity{Code: codeTicks, Row: t.headingRow(), Column: q.columns[0] + 1, Count: len(q.columns)})
		if summed {
			continue
		}
		t.widen([]string{q.question}, func(r grid.Row, out emit) bool {
			var said []string
			for i, column := range q.columns {
				if cell.Answer(cellAt(r, column)) == record.Yes {
					said = append(said, q.answers[i])
				}
			}
			return out(cell.Text(strings.Join(said, "; ")))
		})
	}
}

// groupMarks gives the signs between a question and its answers: that of a saved
// mapping first.
func (in *intake) groupMarks(t table) []string {
	for _, kind := range record.Kinds {
		if m := in.saved(t, t.names, kind); m != nil && m.GroupMark != "" && !slices.Contains(tickMarks, m.GroupMark) {
			return append([]string{m.GroupMark}, tickMarks...)
		}
	}
	return tickMarks
}

// ticksIn finds headings that share a question, in the order of the columns.
func ticksIn(names, marks []string) []*ticks {
	var all []*ticks
	at := make(map[string]*ticks)
	for column, name := range names {
		question, answer, found := splitTick(name, marks)
		if !found {
			continue
		}
		q := at[question]
		if q == nil {
			q = &ticks{question: question}
			at[question] = q
			all = append(all, q)
		}
		q.columns, q.answers = append(q.columns, column), append(q.answers, answer)
	}
	return slices.DeleteFunc(all, func(q *ticks) bool { return len(q.columns) < 2 })
}

// splitTick parts a heading at the last sign between a question and its answer.
func splitTick(name string, marks []string) (question, answer string, found bool) {
	for _, mark := range marks {
		if cut := strings.LastIndex(name, mark); cut > 0 {
			question, answer = strings.TrimSpace(name[:cut]), strings.TrimSpace(name[cut+len(mark):])
			if question != "" && answer != "" {
				return question, answer, true
			}
		}
	}
	return "", "", false
}

// fields tells whether an answer is a heading of its own: then the columns are a
// group of questions, not the answers to one.
func (q *ticks) fields() bool {
	return slices.ContainsFunc(q.answers, func(a string) bool { return knownHeadings[heading.Normal(a)] })
}

// ticked tells whether columns hold ticks and nothing else, and something at all.
func (t *table) ticked(columns []int) bool {
	filled := 0
	for r := range t.rows {
		for _, column := range columns {
			c := cellAt(r, column)
			if !stands(c) {
				continue
			}
			if a := cell.Answer(c); a != record.Yes && a != record.No {
				return false
			}
			filled++
		}
	}
	return filled > 0
}

// knownHeadings are all headings of all fields, as they are compared.
var knownHeadings = func() map[string]bool {
	all := make(map[string]bool)
	for _, kind := range record.Kinds {
		for _, f := range heading.Fields(kind) {
			for _, h := range append([]string{f.Name}, f.Headings...) {
				all[heading.Normal(h)] = true
			}
		}
	}
	return all
}()
