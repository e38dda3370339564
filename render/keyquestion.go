package render

import (
	"fmt"
	"slices"
	"strings"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// KeyQuestionBlock is what the records show for one key question of the first framework
// of the pack: figures, what people say, what was observed, what was changed, gaps.
// Which measures stand under which head is the mapping of the framework's file.
type KeyQuestionBlock struct {
	Group    string   `yaml:"group"`     // id of the key question in the framework's file
	First    []string `yaml:"first"`     // measures that come first in what the data shows
	Changed  []string `yaml:"changed"`   // measures of what was changed
	LeaveOut []string `yaml:"leave_out"` // measures that the mapping has and that belong to others: a breakdown
	Most     int      `yaml:"most"`      // measures under each head; 0 is all

	Levels []*LevelsBlock `yaml:"levels"` // drawn between the table and the gaps
}

// The parts of a key question, in the order in which they are read, with the categories
// of evidence of domain.md 7 that belong to them.
var questionParts = []struct {
	title, none string
	evidence    []string
}{
	{"What our data shows", "No export that was given has figures for this.", []string{"OU", "PR"}},
	{"What people and partners say", "Nothing here says what people or partners think.", []string{"PE", "PF"}},
	{"What staff say", "Nothing here says what staff think.", []string{"SF"}},
	{"What we observed", "No spot checks with figures for this were given.", []string{"OB"}},
}

// keyQuestion makes the table of one key question and, under it, its gaps.
func (c *composer) keyQuestion(b *KeyQuestionBlock) []page.Block {
	f, found := c.questions()
	if !found {
		return []page.Block{notice(chart.StateTooFew, "No framework with key questions", "The frameworks of this pack have no key questions; see frameworks in pack.yaml.")}
	}
	t := &page.Table{
		Sheet: "Key questions", Title: f.groupTitle(b.Group) + ": what the records show", Note: questionNote(f, b.Group),
		Columns: []page.Column{
			{Head: "Measure", Weight: 3}, {Head: "Before", Numeric: true, Weight: 1}, {Head: "Period", Numeric: true, Weight: 1}, {Head: "Counts, period", Numeric: true, Weight: 1.5},
			{Head: c.courseHead(), Weight: 1.6}, {Head: "State", Weight: 2}, {Head: "Evidence", Weight: 1.3},
		},
		Source: "Rates are for 1,000 care days, the rest per cent where no unit is named. The small charts begin at 0 and break where a month has no data. " + frameworkEdition(f),
	}
	used := make(map[string]bool)
	part := func(title, none string, ids []string) {
		head := len(t.Rows)
		t.Rows = append(t.Rows, page.Row{Group: true, Cells: []page.Cell{{Text: title}}})
		rows := 0
		for _, id := range ids {
			if used[id] || slices.Contains(b.LeaveOut, id) || !c.evidenced(id) || b.Most > 0 && rows == b.Most {
				continue
			}
			used[id] = true
			rows++
			t.Rows = append(t.Rows, page.Row{Cells: c.questionCells(c.find(id, metrics.Scope{}))})
		}
		if rows == 0 {
			t.Rows[head].Cells[0].Text = title + ": " + lowerFirst(none)
		}
	}
	mapped := f.inGroup(b.Group)
	for _, p := range questionParts {
		var ids []string
		if p.evidence[0] == "OU" {
			ids = append(ids, b.First...)
		}
		for _, row := range mapped {
			if slices.ContainsFunc(p.evidence, func(kind string) bool { return slices.Contains(row.Evidence, kind) }) {
				ids = append(ids, row.Metrics...)
			}
		}
		if p.evidence[0] == "OU" {
			ids = withoutOther(ids, mapped, b.Changed)
		}
		part(p.title, p.none, ids)
	}
	part("What we changed, and whether it was done", "No measure of change belongs to this key question.", b.Changed)
	out := []page.Block{{Table: t}}
	for _, levels := range b.Levels {
		out = append(out, c.levels(levels)...)
	}
	return append(out, c.gaps(f, b.Group))
}

// withoutOther leaves to the other heads what belongs to them as well: what people say
// and what was observed are told there.
func withoutOther(ids []string, mapped []MappingRow, changed []string) []string {
	return slices.DeleteFunc(ids, func(id string) bool {
		if slices.Contains(changed, id) {
			return true
		}
		for _, row := range mapped {
			if slices.Contains(row.Metrics, id) && (slices.Contains(row.Evidence, "PE") || slices.Contains(row.Evidence, "OB")) {
				return true
			}
		}
		return false
	})
}

// noCells is a row that says in its first cell why it is empty.
func noCells(why string, columns int) []page.Cell {
	cells := []page.Cell{{Text: why}}
	for len(cells) < columns {
		cells = append(cells, page.Cell{Text: "–"})
	}
	return cells
}

func (c *composer) questionCells(f finding) []page.Cell {
	title := f.metric.Title
	if unit := f.metric.Unit; unit != metrics.Percent && unit != metrics.Count && unit != metrics.Per1000CareDays {
		title += ", " + unitWords(unit)
	}
	return []page.Cell{
		{Text: title}, c.valueCell(f.before, false), c.valueCell(f.after, true), c.countsCell(f, f.after), c.courseCell(f), stateCell(c.verdictOf(f)),
		{Text: orDash(c.evidenceID(f.metric.ID, f.after, metrics.GrainPeriod))},
	}
}

func orDash(text string) string {
	if text == "" {
		return noMeasure
	}
	return text
}

// questions is the first framework of the pack that has key questions.
func (c *composer) questions() (Framework, bool) {
	i := slices.IndexFunc(c.frameworks, func(f Framework) bool { return f.Use == UseInspection && len(f.Groups) > 0 })
	if i < 0 {
		return Framework{}, false
	}
	return c.frameworks[i], true
}

// inGroup lists the rows of the mapping that belong to a key question.
func (f Framework) inGroup(group string) []MappingRow {
	var rows []MappingRow
	for _, row := range f.Mapping {
		if slices.ContainsFunc(f.Statements, func(s Statement) bool { return s.Group == group && slices.Contains(row.Statements, s.ID) }) {
			rows = append(rows, row)
		}
	}
	return rows
}

// questionNote names the statements of a key question with the regulations that their
// measures touch, and those that figures cannot show.
func questionNote(f Framework, group string) string {
	var shown, beyond, regulations []string
	for _, s := range f.Statements {
		switch {
		case s.Group != group:
			continue
		case s.Numbers == NumbersNone:
			beyond = append(beyond, s.Title)
			continue
		}
		shown = append(shown, s.Title)
	}
	for _, r := range f.Regulations {
		if slices.ContainsFunc(f.inGroup(group), func(row MappingRow) bool { return slices.Contains(row.Regulations, r.ID) }) {
			regulations = append(regulations, r.Name())
		}
	}
	text := upperFirst(f.Word) + "s: " + strings.Join(shown, "; ") + "."
	if len(regulations) > 0 {
		text += " Regulations " + strings.Join(regulations, ", ") + "."
	}
	if len(beyond) > 0 {
		text += " Figures cannot show: " + strings.Join(beyond, "; ") + "."
	}
	return text
}

// frameworkEdition names the edition in one sentence; a draft says so.
func frameworkEdition(f Framework) string {
	return fmt.Sprintf("%s. Which measure belongs to which statement is our own reading.", f.Edition())
}

// monthsGone lists the months of the period and the baseline without rows of what the
// measures of some rows count, by kind.
func (c *composer) monthsGone(rows []MappingRow) map[record.Kind][]record.Month {
	gone := make(map[record.Kind][]record.Month)
	for _, row := range rows {
		for _, id := range row.Metrics {
			if !c.evidenced(id) {
				continue
			}
			kind := mustFind(id).Needs[0]
			if _, seen := gone[kind]; !seen {
				gone[kind] = slices.Concat(c.table.MonthsWithout(kind, c.in.Baseline), c.table.MonthsWithout(kind, c.in.Period))
			}
		}
	}
	return gone
}
