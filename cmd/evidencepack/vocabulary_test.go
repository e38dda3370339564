package main_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"evidencepack/ingest/cell"
)

// A metric that compares a field with a word that the reader never gives counts
// nothing and says 0. So every word that stands bare in a file of metrics must be one
// of the lists that its fields are read from.

// vocabulary is a list of words that the reader can give.
type vocabulary interface{ Words() []string }

// spoken are words that the reader gives by itself.
type spoken []string

func (s spoken) Words() []string { return s }

// readFrom gives for each file of metrics the lists of the fields that it compares.
var readFrom = map[string][]vocabulary{
	"audits.go":             {cell.PlanQuestions},
	"chains.go":             {cell.ActionSources},
	"changes_finish.go":     {cell.Categories},
	"complaints.go":         {cell.FeedbackThemes, cell.Raisers, cell.ComplaintOutcomes},
	"coproduction.go":       {cell.ChangeTriggers, cell.ActionSources},
	"goals.go":              {cell.LifeAreas},
	"learning.go":           {cell.IncidentTypes},
	"learning_events.go":    {cell.AuthorisationKinds, cell.AuthorisationOutcomes},
	"learning_steps.go":     {cell.ComplaintOutcomes},
	"moves.go":              {cell.LeavingReasons},
	"observations.go":       {cell.Criteria},
	"restriction_checks.go": {cell.AuthorisationKinds, cell.AuthorisationOutcomes},
	"restriction_people.go": {cell.ReviewKinds},
	"safeguarding.go":       {cell.Raisers, spoken{"own_staff"}},
	"staffing.go":           {cell.SurveyQuestions},
	"training.go":           {cell.Courses},
	"voice.go":              {cell.SurveyQuestions, cell.PlanQuestions},
}

// ownWords are words of the metrics themselves: names of parts, states and units.
var ownWords = map[string][]string{
	"audits.go":             {"met", "partly_met", "not_met"},
	"coproduction.go":       {"joint_review"},
	"distress.go":           {"morning"},
	"observations.go":       {"observed", "recorded", "where"},
	"restriction_people.go": {"before", "after"},
	"supervision.go":        {"adapted", "capability", "stopped", "evidence", "prompt"},
	"training.go":           {"competency"},
}

// engine are files that compare no field with a word: they work with any metric, or
// with words that stand in metrics alone.
var engine = []string{
	"clockband.go", "doc.go", "funnel.go", "language.go", "lacking.go", "metric.go", "pattern.go", "restriction_reviews.go", "role.go", "series.go", "series_choose.go", "sums.go", "value.go",
}

var bareWord = regexp.MustCompile(`^[a-z][a-z0-9]*(_[a-z0-9]+)*$`)

// bareWords lists the words of a file by where they stand, without those of
// definitions, names of lists and breakdowns, and names of columns.
func bareWords(t *testing.T, name, source string) map[string]token.Position {
	t.Helper()
	set := token.NewFileSet()
	tree, err := parser.ParseFile(set, name, source, 0)
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]token.Position{}
	ast.Inspect(tree, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ImportSpec:
			return false
		case *ast.CompositeLit:
			of, named := n.Type.(*ast.Ident)
			return !named || of.Name != "Def" && of.Name != "List"
		case *ast.KeyValueExpr:
			key, named := n.Key.(*ast.Ident)
			return !named || key.Name != "Name"
		case *ast.CallExpr:
			called, selected := n.Fun.(*ast.SelectorExpr)
			return !selected || called.Sel.Name != "Has" // Columns.Has
		case *ast.BasicLit:
			if word, err := strconv.Unquote(n.Value); err == nil && n.Kind == token.STRING && bareWord.MatchString(word) {
				found[word] = set.Position(n.Pos())
			}
		}
		return true
	})
	return found
}

// unreadable lists the words of a file of metrics that the reader never gives.
func unreadable(t *testing.T, name, source string) []string {
	t.Helper()
	var given []string
	for _, list := range readFrom[name] {
		given = append(given, list.Words()...)
	}
	given = append(given, ownWords[name]...)
	var bad []string
	for word, at := range bareWords(t, name, source) {
		if !slices.Contains(given, word) {
			bad = append(bad, at.String()+": "+word)
		}
	}
	slices.Sort(bad)
	return bad
}

func TestMetricsKnowOnlyWordsThatAreRead(t *testing.T) {
	checked := map[string]bool{}
	for path, source := range goFiles(t) {
		name, isMetrics := strings.CutPrefix(path, "metrics/")
		if !isMetrics || strings.Contains(name, "/") || strings.HasSuffix(name, "_test.go") || slices.Contains(engine, name) {
			continue
		}
		checked[name] = true
		for _, bad := range unreadable(t, name, source) {
			t.Errorf("metrics/%s is in no list that is read for this file (cell lists in readFrom)", bad)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(readFrom)) {
		if !checked[name] {
			t.Errorf("metrics/%s is in the table, and is not there", name)
		}
	}
}

// TestUnreadableFinds shows that the check fails on what it should.
func TestUnreadableFinds(t *testing.T) {
	for source, want := range map[string]int{
		`var x = r.EndReason == "moved_unplanned"`:          0,
		`var x = r.EndReason == "moved_unplaned"`:           1,
		`const x = "left"`:                                  1, // what a register may write, not what is read
		`var x = Def{NounNumerator: "moves"}`:               0,
		`var x = Split{Name: "reason"}`:                     0,
		`var x = Split{Words: []string{"moved", "stayed"}}`: 2,
		`var x = r.Columns.Has("end_reason")`:               0,
	} {
		if got := unreadable(t, "moves.go", "package metrics\n"+source); len(got) != want {
			t.Errorf("%s: %v, want %d", source, got, want)
		}
	}
}

// TestWordsOfRecordAreRead holds the words that reader and metrics share to the
// lists: each must be a word of one.
func TestWordsOfRecordAreRead(t *testing.T) {
	var given []string
	for _, list := range []vocabulary{
		cell.Categories, cell.VisitStatuses, cell.EndReasons, cell.LegalBases, cell.Harms, cell.IncidentTypes, cell.ReviewOutcomes, cell.GoalStatuses, cell.PlacementEvents,
		cell.CheckIns, cell.Employments, cell.Respondents, cell.Scales, cell.Raters, cell.FeedbackTypes, cell.AttendanceStatuses, cell.Roles, cell.Statuses,
	} {
		given = append(given, list.Words()...)
	}
	tree, err := parser.ParseFile(token.NewFileSet(), "words.go", goFiles(t)["ingest/record/words.go"], 0)
	if err != nil {
		t.Fatal(err)
	}
	words := 0
	ast.Inspect(tree, func(n ast.Node) bool {
		constant, is := n.(*ast.ValueSpec)
		if !is || constant.Type != nil || len(constant.Values) != 1 {
			return true
		}
		text, isText := constant.Values[0].(*ast.BasicLit)
		if !isText || text.Kind != token.STRING || text.Value == `""` {
			return true
		}
		words++
		if word, err := strconv.Unquote(text.Value); err != nil || !slices.Contains(given, word) {
			t.Errorf("record.%s: %q is in no list", constant.Names[0].Name, word)
		}
		return true
	})
	if words < 60 {
		t.Errorf("only %d words in record/words.go", words)
	}
}
