package main_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// What adding a metric touches: the file of its family, its line of all.go, and a
// pack. So nothing else may know a metric by its variable or its id.

var (
	metricID  = regexp.MustCompile(`\b[A-Z]{2,3}-[0-9]{2}\b`)
	metricVar = regexp.MustCompile(`^[a-z]{2,3}[0-9]{2}$`)
)

// mayHoldID gives the reason for which a file outside metrics holds an id.
var mayHoldID = map[string]string{
	"cmd/evidencepack/config.go": "the settings file that init writes has an example with a metric",
}

// mayUse gives the reason for which a file of metrics uses one of another family.
var mayUse = map[string]string{
	"metrics/lists.go uses REF": "the list of people who refuse often is whom REF-08 counts",
	"metrics/lists.go uses IND": "the list of steps that have stopped leaves out those that IND-02 counts as achieved",
}

// notAMetric are letters and figures that look like an id.
var notAMetric = []string{"UTF-16", "UTF-32", "SHA-25"}

// knowsMetrics gives the faults of one Go file by its path and its source;
// registered tells whether a name is a metric's variable.
func knowsMetrics(name, source string, registered func(string) bool) []fault {
	f := &file{path: name, fset: token.NewFileSet()}
	tree, err := parser.ParseFile(f.fset, name, source, 0)
	if err != nil {
		return []fault{{name, "does not parse: " + err.Error()}}
	}
	f.tree = tree
	if f.room() != "metrics" {
		if mayHoldID[name] == "" {
			f.idsIn(tree, false)
		}
		return f.faults
	}
	f.idsIn(tree, true)
	if path.Base(name) != "all.go" {
		f.variables(registered)
	}
	return f.faults
}

// idsIn finds ids in texts; in the room metrics they may stand in a definition.
func (f *file) idsIn(tree *ast.File, inDefinitions bool) {
	var inside []ast.Node
	ast.Inspect(tree, func(n ast.Node) bool {
		if n == nil {
			inside = inside[:len(inside)-1]
			return true
		}
		inside = append(inside, n)
		text, isText := n.(*ast.BasicLit)
		if !isText || text.Kind != token.STRING || inDefinitions && slices.ContainsFunc(inside, isDefinition) {
			return true
		}
		said, err := strconv.Unquote(text.Value)
		if err != nil {
			return true
		}
		for _, id := range metricID.FindAllString(said, -1) {
			if !slices.Contains(notAMetric, id) {
				f.say(text.Pos(), "knows %s by its id", id)
			}
		}
		return true
	})
}

// isDefinition tells whether a node is the literal of a Def, or fills a field of one.
func isDefinition(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.CompositeLit:
		of, named := n.Type.(*ast.Ident)
		return named && of.Name == "Def"
	case *ast.AssignStmt:
		for _, to := range n.Lhs {
			field, isField := to.(*ast.SelectorExpr)
			if !isField || !slices.Contains([]string{"ID", "Partners", "Beside", "ForOne", "OutweighedBy", "Net"}, field.Sel.Name) {
				return false
			}
		}
		return true
	}
	return false
}

// variables holds a file of metrics to its families: those that it defines, or
// where it defines none the one that it helps.
func (f *file) variables(registered func(string) bool) {
	var own, used []string
	at := make(map[string]token.Pos)
	for _, d := range f.tree.Decls {
		list, isList := d.(*ast.GenDecl)
		if !isList || list.Tok != token.VAR {
			continue
		}
		for _, spec := range list.Specs {
			for _, name := range spec.(*ast.ValueSpec).Names {
				if registered(name.Name) {
					own = append(own, familyOf(name.Name))
				}
			}
		}
	}
	ast.Inspect(f.tree, func(n ast.Node) bool {
		if name, isName := n.(*ast.Ident); isName && registered(name.Name) {
			family := familyOf(name.Name)
			used = append(used, family)
			at[family] = name.Pos()
		}
		return true
	})
	slices.Sort(used)
	used = slices.Compact(used)
	for _, family := range used {
		excused := mayUse[f.path+" uses "+strings.ToUpper(family)] != ""
		if excused || len(own) == 0 && len(used) == 1 || slices.Contains(own, family) {
			continue
		}
		f.say(at[family], "uses a metric of %s, which is another family", strings.ToUpper(family))
	}
}

func familyOf(variable string) string { return variable[:len(variable)-2] }

// registeredIn finds the variables of the register in the source of all.go.
func registeredIn(t *testing.T, source string) func(string) bool {
	t.Helper()
	tree, err := parser.ParseFile(token.NewFileSet(), "all.go", source, 0)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	ast.Inspect(tree, func(n ast.Node) bool {
		if name, isName := n.(*ast.Ident); isName && metricVar.MatchString(name.Name) {
			names = append(names, name.Name)
		}
		return true
	})
	if len(names) < 40 {
		t.Fatalf("only %d metrics in all.go", len(names))
	}
	return func(name string) bool { return slices.Contains(names, name) }
}

// TestAddingAMetricTouchesItsFamily looks through every Go file, tests apart.
func TestAddingAMetricTouchesItsFamily(t *testing.T) {
	sources := goFiles(t)
	registered := registeredIn(t, sources["metrics/all.go"])
	for name, source := range sources {
		if strings.HasSuffix(name, "_test.go") || strings.HasPrefix(name, "testdata/") {
			continue
		}
		for _, found := range knowsMetrics(name, source, registered) {
			t.Error(found)
		}
	}
	for _, excused := range []map[string]string{mayHoldID, mayUse} {
		for where, reason := range excused {
			name, _, _ := strings.Cut(where, " ")
			if _, there := sources[name]; !there || reason == "" {
				t.Errorf("%s is excused, and is not there", where)
			}
		}
	}
}

// TestKnowsMetricsFinds shows that the check fails on what it should.
func TestKnowsMetricsFinds(t *testing.T) {
	registered := func(name string) bool { return slices.Contains([]string{"ref01", "ref02", "med01"}, name) }
	for _, c := range []struct{ what, path, source, want string }{
		{"an id in another room", "render/a.go", `var x = "REF-01"`, "knows REF-01 by its id"},
		{"an id within a text", "render/a.go", `var x = "look at REF-01"`, "knows REF-01 by its id"},
		{"letters of an encoding", "render/a.go", `var x = "UTF-16"`, ""},
		{"an id that is excused", "cmd/evidencepack/config.go", `var x = "REF-01"`, ""},
		{"an id of a definition", "metrics/a.go", `var ref01 = share(Def{ID: "REF-01", Partners: []string{"MED-01"}})`, ""},
		{"a field filled later", "metrics/a.go", `func f(d Def) { d.Partners = []string{"MED-01"} }`, ""},
		{"an id that decides", "metrics/a.go", `func f(d Def) bool { return d.ID == "REF-01" }`, "knows REF-01 by its id"},
		{"one of the same family", "metrics/a.go", `var ref01 = 1; var x = ref02`, ""},
		{"one of another family", "metrics/a.go", `var ref01 = 1; var x = med01`, "uses a metric of MED"},
		{"a helper of one family", "metrics/a.go", `var x = ref01`, ""},
		{"a helper of two families", "metrics/a.go", `var x = ref01; var y = med01`, "uses a metric of MED"},
		{"the register", "metrics/all.go", `var All = []any{ref01, med01}`, ""},
	} {
		faults := knowsMetrics(c.path, "package p\n"+c.source, registered)
		switch {
		case c.want == "" && len(faults) > 0:
			t.Errorf("%s: found %v, want nothing", c.what, faults)
		case c.want != "" && (len(faults) == 0 || !strings.Contains(faults[0].what, c.want)):
			t.Errorf("%s: found %v, want %q", c.what, faults, c.want)
		}
	}
}
