package ingest

import (
	"maps"
	"slices"
	"strings"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/heading"
	"evidencepack/ingest/record"
)

// sideBySide is a kind whose exports may have one column for each question, or for
// each course: the heading is the question, and the cell its answer.
type sideBySide struct {
	kind            record.Kind
	question, value string // fields that the heading and the cell become
	list            questionList
	fits            func(cell.Raw) bool // what stands in such a column
	about           string              // a word that the file or a heading holds, where the table does not say it otherwise
	says            func(base heading.Match, headings []string) bool
	may             string // field that may be missing: a saved mapping can name it; "" is none
}

// questionList finds the key of a question by its wording.
type questionList interface {
	Find(written string) (key string, known bool)
}

// fewestQuestions is how many headings must be known questions.
const fewestQuestions = 2

var allSideBySide = []sideBySide{
	{kind: record.KindPlanAudit, question: "question", value: "met", list: cell.PlanQuestions, fits: isFinding, about: "audit"},
	{kind: record.KindCompetency, question: "competency", value: "signed_off_at", list: cell.Courses, fits: isSignOff, about: "training", says: namesStaff},
	{kind: record.KindObservation, question: "criterion", value: "met", list: cell.Criteria, fits: isChecked, about: "spot check", says: namesObserver},
	{kind: record.KindSurvey, question: "question", value: "value", list: cell.SurveyQuestions, fits: isReply, about: "survey", says: saysWho, may: "respondent"},
}

func isFinding(c cell.Raw) bool {
	if word, known := cell.AuditAnswers.Find(c.Text); known && word != "" {
		return true
	}
	v, _, err := cell.Score(c)
	return err == nil && v >= 0 && v <= 100
}

func isChecked(c cell.Raw) bool {
	word, known := cell.Answers.Find(c.Text)
	return known && word != ""
}

// namesObserver tells whether a column says who watched.
func namesObserver(base heading.Match, _ []string) bool {
	_, there := base.Columns["observer"]
	return there
}

func isReply(c cell.Raw) bool {
	if _, known := cell.Agreements.Find(c.Text); known {
		return true
	}
	v, _, err := cell.Score(c)
	return err == nil && v >= 0 && v <= 10
}

func isSignOff(c cell.Raw) bool {
	if _, known := cell.Competences.Find(c.Text); known && !c.Numeric {
		return true
	}
	return isDate(c, cell.DayFirst)
}

// anybody are headings under which staff or people may stand.
var anybody = []string{"name", "full name", "user", "username", "display id", "displayid"}

// namesStaff tells whether a column names staff and nobody else.
func namesStaff(base heading.Match, headings []string) bool {
	column, there := base.Columns["staff"]
	return there && !slices.Contains(anybody, heading.Normal(headings[column]))
}

// saysWho tells whether a column says who answered, or the questions do: some are
// asked of staff only.
func saysWho(base heading.Match, headings []string) bool {
	_, there := base.Columns["respondent"]
	ofStaff := 0
	for _, name := range headings {
		if key, known := cell.SurveyQuestions.Find(name); known && staffQuestions[key] {
			ofStaff++
		}
	}
	return there || ofStaff >= fewestQuestions
}

// questionColumns spreads columns that are headed by the questions of an audit or
// a survey, or by the courses of a list of training: each filled cell is a record.
// Of several kinds the one counts that knows most of the questions.
func (in *intake) questionColumns(t *table) bool {
	var best *wideQuestions
	for i := range allSideBySide {
		if w := in.questionsOf(t, &allSideBySide[i]); w != nil && (best == nil || w.known > best.known) {
			best = w
		}
	}
	if best == nil {
		return false
	}
	s, fields := best.of, []string{best.of.question, best.of.value}
	if best.ends {
		fields = append(fields, "expires_at")
	}
	if best.staff {
		fields = append(fields, "respondent")
	}
	t.spread = best.spread
	in.become(t, s.kind, madeFor(fields...))
	t.spreadBlocks(fields, best.blocks)
	if s.may != "" && !best.staff {
		t.lacks = codeMissingColumn
	}
	t.seen = append(t.seen, Oddity{Code: codeSpread, Row: t.headingRow(), Count: len(best.blocks)})
	return true
}

// wideQuestions is a table as one kind with its questions side by side sees it.
type wideQuestions struct {
	of     *sideBySide
	known  int
	spread map[int]string
	blocks []block
	ends   bool // some courses have a column for the day on which they end
	staff  bool // its questions are asked of staff only
}

// questionsOf finds the questions of one kind among the columns of a table; nil
// where there are too few, or what the kind needs beside them is not there.
func (in *intake) questionsOf(t *table, s *sideBySide) *wideQuestions {
	open := t.open()
	base := heading.MatchKind(s.kind, open, in.namedFor(*t, s.kind))
	if _, long := base.Columns[s.question]; long || !s.meant(t, base, open) {
		return nil
	}
	w := &wideQuestions{of: s, spread: maps.Clone(t.spread)}
	taken := make(map[int]bool)
	for _, column := range base.Columns {
		taken[column] = true
	}
	ends := map[string]int{}
	if s.kind == record.KindCompetency {
		if ends = courseEnds(open, taken); ends == nil || len(ends) == 0 && endsOnly(append(t.titles(), t.sheet, t.file)) {
			return nil
		}
	}
	asked := make(map[string]bool)
	for column, name := range open {
		if s.kind == record.KindCompetency && name != "" && !taken[column] {
			if course, end := courseOf(name); end {
				continue
			} else if _, paired := ends[course]; paired {
				name = course
			}
		}
		if name == "" || taken[column] || heading.Personal(name) {
			continue
		}
		key, known := s.list.Find(name)
		if !t.holdsMostly(column, s.fits, known) {
			continue
		}
		if !known && (t.guess || knownHeadings[heading.Normal(name)] || remarkHeading(name)) {
			continue
		}
		if known {
			w.known++
			asked[key] = true
		}
		w.spread[column] = "each answer becomes a row of its own"
		b := block{label: name, cells: []source{{column: -1, text: name}, {column: column}}, filled: []int{column}}
		if len(ends) > 0 {
			b.cells = append(b.cells, source{column: -1})
			if end, paired := ends[name]; paired {
				b.cells[2].column = end
				w.spread[end] = "the day on which the course beside it ends"
			}
		}
		w.blocks = append(w.blocks, b)
	}
	w.ends = len(ends) > 0
	if _, says := base.Columns["respondent"]; s.kind == record.KindSurvey && !says && onlyOfStaff(asked) {
		w.staff = true
		for i := range w.blocks {
			w.blocks[i].cells = append(w.blocks[i].cells, source{column: -1, text: record.AboutStaff})
		}
	}
	if w.known < fewestQuestions || s.kind == record.KindCompetency && !t.dated(w.blocks) || !in.wholeWith(t, s, w.spread) {
		return nil
	}
	return w
}

// meant tells whether a table says that it is of the kind: in a column, a heading,
// or the name of its file or sheet.
func (s *sideBySide) meant(t *table, base heading.Match, open []string) bool {
	if s.says != nil && s.says(base, open) {
		return true
	}
	for _, name := range append([]string{t.file, t.sheet}, open...) {
		if strings.Contains(cell.Key(name), s.about) {
			return true
		}
	}
	return false
}

// wholeWith tells whether a table lacks nothing of a kind once its questions have
// become rows.
func (in *intake) wholeWith(t *table, s *sideBySide, spread map[int]string) bool {
	probe := *t
	probe.spread = spread
	if !in.become(&probe, s.kind, madeFor(s.question, s.value)) {
		return false
	}
	probe.names = append(slices.Clip(t.names), madeHeading(s.question), madeHeading(s.value))
	missing := in.recognise(probe).Missing
	return !slices.ContainsFunc(missing, func(field string) bool { return field != s.may })
}

// remarkHeading tells whether a heading asks for remarks, whatever short word was
// written below it.
func remarkHeading(name string) bool {
	key := cell.Key(name)
	for _, asks := range []string{"comment", "anything else", "any other", "please tell", "please say", "please explain", "please give", "could we do", "can we do", "improve"} {
		if strings.Contains(key, asks) {
			return true
		}
	}
	return false
}

// dated tells whether one of the courses of a list has a day in it. Of a list of
// colours alone nobody can say when anything was done.
func (t *table) dated(blocks []block) bool {
	if t.guess {
		return true
	}
	seen := 0
	for r := range t.rows {
		if seen++; seen > looksRows {
			break
		}
		for _, b := range blocks {
			if isDate(cellAt(r, b.filled[0]), cell.DayFirst) {
				return true
			}
		}
	}
	return false
}

// staffQuestions are asked of nobody but staff (domain.md 4.23).
var staffQuestions = wordSet("confident_to_adapt", "confident_consent", "supported_by_manager", "speak_up", "conflict_moments")

// onlyOfStaff tells whether questions, of which at least two are known, are all such
// as staff alone are asked.
func onlyOfStaff(asked map[string]bool) bool {
	for key := range asked {
		if !staffQuestions[key] {
			return false
		}
	}
	return len(asked) >= fewestQuestions
}

// holdsMostly tells whether nine in ten of the values of a column are such as a
// kind has, and there is one. Below a question that is known half of them are enough:
// the others are words that somebody must be told of.
func (t *table) holdsMostly(column int, fits func(cell.Raw) bool, known bool) bool {
	if t.guess {
		return true
	}
	filled, good, seen := 0, 0, 0
	for r := range t.rows {
		if seen++; seen > looksRows {
			break
		}
		if c := cellAt(r, column); stands(c) {
			filled++
			if fits(c) {
				good++
			}
		}
	}
	if known {
		return filled > 0 && good*2 >= filled
	}
	return filled > 0 && good*10 >= filled*9
}
