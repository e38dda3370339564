package main_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path"
	"slices"
	"strconv"
	"strings"
)

// rooms says what each room may import of ours. A name that ends in /... stands
// for the room and everything below it. A package that is in no room fails.
var rooms = map[string][]string{
	"ingest/record":        {},
	"ingest/cell":          {"ingest/record"},
	"ingest/grid":          {"ingest/cell"},
	"ingest/archive":       {"ingest/grid"},
	"ingest/numfmt":        {},
	"ingest/text":          {"ingest/cell", "ingest/grid"},
	"ingest/xlsx":          {"ingest/cell", "ingest/grid", "ingest/archive", "ingest/numfmt"},
	"ingest/xls":           {"ingest/cell", "ingest/grid", "ingest/numfmt"},
	"ingest/ods":           {"ingest/cell", "ingest/grid", "ingest/archive"},
	"ingest/markup":        {"ingest/cell", "ingest/grid"},
	"ingest/sniff":         {"ingest/grid", "ingest/archive"},
	"ingest/shape":         {"ingest/cell", "ingest/grid"},
	"ingest/heading":       {"ingest/record", "ingest/cell"},
	"ingest/mapping":       {"ingest/record", "ingest/cell"},
	"ingest/person":        {"ingest/record", "ingest/cell"},
	"ingest":               {"ingest/..."},
	"metrics/stat":         {},
	"metrics/stat/tabular": {"metrics/stat"},
	"metrics":              {"ingest/record", "metrics/stat"},
	"render/chart":         {"metrics/stat"},
	"render/brand":         {},
	"render/page":          {"render/chart", "render/brand"},
	"render/pdf":           {"render/page", "render/brand", "render/chart", "templates/..."},
	"render/xlsx":          {"render/page", "render/brand", "render/chart", "templates/..."},
	"render/html":          {"render/page", "render/brand", "render/chart", "templates/..."},
	"render/disclose":      {"ingest/record", "metrics", "render/page"},
	"render/readback":      {},
	"render/lock":          {},
	"render/cases":         {"ingest/record"},
	"render/kpi":           {"ingest/record", "metrics"},
	"render":               {"ingest/record", "metrics", "templates/...", "render/..."},
	"templates":            {},
	"templates/fonts":      {},
	"templates/js":         {},
	"templates/fonts/web":  {},
	"templates/html":       {},
	"testdata":             {},
	"testdata/generate":    {},
	"testdata/caresample":  {},
	"testdata/reference":   {},
	"testdata/scramble":    {"ingest/heading", "ingest/record"},
	"testdata/browser":     {},
	"testdata/logofile":    {},
	"cmd/evidencepack":     {"ingest/...", "metrics/...", "render/...", "templates/...", "testdata"},
	"cmd/release":          {},
}

// drawers are the rooms whose files the tests of a room read, though the room itself
// knows nothing of them.
var drawers = map[string][]string{
	"render/readback":  {"render/page", "render/pdf", "render/xlsx", "render/html"},
	"render/html":      {"testdata/browser"},
	"cmd/evidencepack": {"testdata/browser"},
}

// topLevel is what may stand at the top of the repository, beside names that
// begin with a dot and what git ignores.
var topLevel = []string{"cmd", "ingest", "metrics", "render", "templates", "testdata", "go.mod", "go.sum", "README.md", "LICENSE"}

// fault is one breach of policy: where it is, and what is wrong.
type fault struct{ where, what string }

func (f fault) String() string { return f.where + ": " + f.what }

// file is one Go file being checked.
type file struct {
	path   string // from the top of the repository, with /
	fset   *token.FileSet
	tree   *ast.File
	faults []fault
}

// check gives the faults of one file by its path and its source.
func check(path, source string) []fault {
	f := &file{path: path, fset: token.NewFileSet()}
	tree, err := parser.ParseFile(f.fset, path, source, parser.ParseComments)
	if err != nil {
		return []fault{{path, "does not parse: " + err.Error()}}
	}
	f.tree = tree
	if _, known := rooms[f.room()]; !known {
		f.say(tree.Package, "%s is in no room of the table", f.room())
	}
	f.checkImports()
	f.checkMarks()
	f.checkCalls()
	return f.faults
}

func (f *file) say(at token.Pos, format string, args ...any) {
	where := fmt.Sprintf("%s:%d", f.path, f.fset.Position(at).Line)
	f.faults = append(f.faults, fault{where, fmt.Sprintf(format, args...)})
}

func (f *file) room() string    { return path.Dir(f.path) }
func (f *file) isTest() bool    { return strings.HasSuffix(f.path, "_test.go") }
func (f *file) inCommand() bool { return strings.HasPrefix(f.path, "cmd/") }

// mayExit tells whether this is the file of a command that ends the program.
func (f *file) mayExit() bool {
	return f.isTest() || path.Base(f.path) == "main.go" && (f.inCommand() || f.room() == "testdata/generate")
}

// checkImports applies the table of rooms and keeps the network out of the program.
func (f *file) checkImports() {
	for _, spec := range f.tree.Imports {
		what := importPath(spec)
		if !f.isTest() && (what == "net/http" || strings.HasPrefix(what, "net/http/")) {
			f.say(spec.Pos(), "imports %s: the program never uses the network", what)
		}
		ours, isOurs := strings.CutPrefix(what, "evidencepack/")
		if !isOurs {
			continue
		}
		may := rooms[f.room()]
		if f.isTest() {
			may = append(below(slices.Concat(may, drawers[f.room()])), f.room(), "testdata/...")
		}
		if !slices.ContainsFunc(may, func(room string) bool { return holds(room, ours) }) {
			f.say(spec.Pos(), "%s may not import %s", f.room(), ours)
		}
	}
}

// below adds to a list of rooms everything that those may import in their turn:
// a test may use all the rooms below its own.
func below(may []string) []string {
	all := slices.Clone(may)
	for i := 0; i < len(all); i++ {
		for room, imports := range rooms {
			if !holds(all[i], room) {
				continue
			}
			for _, next := range imports {
				if !slices.Contains(all, next) {
					all = append(all, next)
				}
			}
		}
	}
	return all
}

// holds tells whether a name of the table stands for a package.
func holds(room, pkg string) bool {
	if above, all := strings.CutSuffix(room, "/..."); all {
		return pkg == above || strings.HasPrefix(pkg, above+"/")
	}
	return pkg == room
}

// checkMarks finds comments that put work off.
func (f *file) checkMarks() {
	marks := []string{"TO" + "DO", "FIX" + "ME"}
	for _, group := range f.tree.Comments {
		words := strings.FieldsFunc(group.Text(), func(r rune) bool { return (r < 'A' || r > 'Z') && (r < 'a' || r > 'z') })
		for _, mark := range marks {
			if slices.Contains(words, mark) {
				f.say(group.Pos(), "holds the mark %s", mark)
			}
		}
	}
}

// checkCalls finds uses of the clock and ends of the program where they do not belong.
func (f *file) checkCalls() {
	names := f.importNames()
	ast.Inspect(f.tree, func(n ast.Node) bool {
		use, ok := n.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		from, ok := use.X.(*ast.Ident)
		if !ok {
			return true
		}
		switch names[from.Name] + "." + use.Sel.Name {
		case "time.Now", "time.Since", "time.Until":
			if !f.inCommand() {
				f.say(use.Pos(), "asks the clock: only cmd may")
			}
		case "os.Exit", "log.Fatal", "log.Fatalf", "log.Fatalln":
			if !f.mayExit() {
				f.say(use.Pos(), "ends the program: only main.go of a command may")
			}
		}
		return true
	})
}

// importNames maps the name this file uses for a package to the package's path.
func (f *file) importNames() map[string]string {
	names := map[string]string{}
	for _, spec := range f.tree.Imports {
		what := importPath(spec)
		name := path.Base(what)
		if spec.Name != nil {
			name = spec.Name.Name
		}
		names[name] = what
	}
	return names
}

// importPath is the path without its quotes; the parser has made sure of them.
func importPath(spec *ast.ImportSpec) string {
	what, err := strconv.Unquote(spec.Path.Value)
	if err != nil {
		return spec.Path.Value
	}
	return what
}

// checkComments gives the packages that say nowhere what they are.
func checkComments(sources map[string]string) []fault {
	said := map[string]bool{}
	for name, source := range sources {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		tree, err := parser.ParseFile(token.NewFileSet(), name, source, parser.ParseComments|parser.PackageClauseOnly)
		if err != nil {
			continue // check tells of it
		}
		said[path.Dir(name)] = said[path.Dir(name)] || strings.TrimSpace(tree.Doc.Text()) != ""
	}
	var faults []fault
	for pkg, has := range said {
		if !has {
			faults = append(faults, fault{pkg, "has no package comment"})
		}
	}
	return faults
}

// checkTop gives the entries at the top that are neither in the list nor ignored.
func checkTop(entries []string, ignored string) []fault {
	var faults []fault
	for _, name := range entries {
		if !strings.HasPrefix(name, ".") && !slices.Contains(topLevel, name) && !isIgnored(name, ignored) {
			faults = append(faults, fault{name, "does not belong at the top of the repository"})
		}
	}
	return faults
}

// isIgnored tells whether a line of .gitignore names the entry.
func isIgnored(name, ignored string) bool {
	for line := range strings.Lines(ignored) {
		line = strings.Trim(strings.TrimSpace(line), "/")
		if matches, err := path.Match(line, name); err == nil && matches {
			return true
		}
	}
	return false
}
