package render

import (
	"bytes"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
)

// Framework is what a regulator or a buyer asks for, as data: a file of
// templates/frameworks, or the user's own in its place. It says which measures
// speak to which statement. It holds no scale: no rating and no score is worked
// out of it.
type Framework struct {
	ID      string `yaml:"framework"` // as pack.yaml names it; the name of its file without ending
	Title   string `yaml:"title"`
	Use     string `yaml:"use"` // UseInspection or UseTender
	Nation  string `yaml:"nation"`
	Status  string `yaml:"status"`  // StatusCurrent or StatusDraft
	Date    string `yaml:"date"`    // 2026-03-24: of the edition, or when it was last looked at
	Version string `yaml:"version"` // of the file
	Source  string `yaml:"source"`
	Note    string `yaml:"note"`

	Word        string          `yaml:"statement_word"` // what one statement is called: quality statement
	Groups      []FrameworkPart `yaml:"groups"`         // key questions that the statements are under; none is one group
	Evidence    []FrameworkPart `yaml:"evidence"`       // categories of evidence; none where the framework has none
	Regulations []FrameworkPart `yaml:"regulations"`
	Statements  []Statement     `yaml:"statements"`
	Mapping     []MappingRow    `yaml:"mapping"`
}

// FrameworkPart is a key question, a category of evidence or a regulation.
type FrameworkPart struct {
	ID    string `yaml:"id"`
	Title string `yaml:"title"`
	Short string `yaml:"short"` // for the head of a narrow column; "" is the title
}

// Name gives the short title, or the whole where there is none.
func (p FrameworkPart) Name() string {
	if p.Short != "" {
		return p.Short
	}
	return p.Title
}

// Statement is one thing that a framework looks at.
type Statement struct {
	ID      string   `yaml:"id"`
	Group   string   `yaml:"group"`
	Title   string   `yaml:"title"`
	Numbers string   `yaml:"numbers"` // NumbersNone or NumbersFew where figures cannot carry it; "" is that they speak to it
	Also    []string `yaml:"also"`    // what shows it beside figures
}

// MappingRow says which statements some measures speak to, what kind of evidence
// they are, and which regulations they touch.
type MappingRow struct {
	Metrics     []string `yaml:"metrics"`
	Statements  []string `yaml:"statements"`
	Evidence    []string `yaml:"evidence"`
	Regulations []string `yaml:"regulations"`
}

// The words of a framework's file.
const (
	UseInspection = "inspection"
	UseTender     = "tender"
	StatusCurrent = "current"
	StatusDraft   = "draft"
	NumbersNone   = "none" // no measure speaks to the statement
	NumbersFew    = "few"  // measures speak to a part of it only
)

// Rows gives the rows of the mapping that hold a statement.
func (f Framework) Rows(statement string) []MappingRow {
	var rows []MappingRow
	for _, r := range f.Mapping {
		if slices.Contains(r.Statements, statement) {
			rows = append(rows, r)
		}
	}
	return rows
}

// Metrics lists the measures of a statement, in the order of the register; ""
// is those of all statements.
func (f Framework) Metrics(statement string) []string {
	var named []string
	for _, r := range f.Mapping {
		if statement == "" || slices.Contains(r.Statements, statement) {
			named = append(named, r.Metrics...)
		}
	}
	var ids []string
	for _, m := range metrics.All {
		if slices.Contains(named, m.ID) {
			ids = append(ids, m.ID)
		}
	}
	return ids
}

// Of lists the statements that a measure speaks to, in the order of the file.
func (f Framework) Of(metric string) []Statement {
	var of []Statement
	for _, s := range f.Statements {
		if slices.ContainsFunc(f.Rows(s.ID), func(r MappingRow) bool { return slices.Contains(r.Metrics, metric) }) {
			of = append(of, s)
		}
	}
	return of
}

// Edition names the framework; a draft says that it is one: "…: draft of 24
// March 2026, may change".
func (f Framework) Edition() string {
	if f.Status == StatusDraft {
		return fmt.Sprintf("%s: draft of %s, may change", f.Title, longDateText(f.Date))
	}
	return f.Title
}

// longDateText writes 2026-03-24 as 24 March 2026; the check of a framework has
// seen that it is a date.
func longDateText(iso string) string {
	d, err := record.ParseISO(iso)
	if err != nil {
		return iso
	}
	return longDate(d)
}

// Frameworks reads every framework of the templates, in order of name. An
// unknown key, a doubled one, and a measure or statement that is not there are
// errors that name file and line.
func Frameworks(files fs.FS) ([]Framework, error) {
	list, err := fs.Glob(files, "frameworks/*.yaml")
	if err != nil {
		return nil, err
	}
	var all []Framework
	for _, name := range list {
		text, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		f, err := parseFramework(path.Base(name), text)
		if err != nil {
			return nil, err
		}
		all = append(all, f)
	}
	return all, nil
}

// FrameworkNames lists the ids, for a message.
func FrameworkNames(all []Framework) string {
	var names []string
	for _, f := range all {
		names = append(names, f.ID)
	}
	return listWords(names)
}

// parseFramework reads one framework and checks it.
func parseFramework(file string, text []byte) (Framework, error) {
	var f Framework
	if err := yaml.UnmarshalWithOptions(text, &f, yaml.Strict()); err != nil {
		return f, fmt.Errorf("%s: %w", file, ShortYAML(err))
	}
	check := frameworkCheck{framework: f, file: file, text: text}
	return f, check.run()
}

// LineAt gives the line of a place of a YAML text, such as $.mapping[3].metrics[1],
// or 1 where nothing is there.
func LineAt(text []byte, place string) int {
	where, err := yaml.PathString(place)
	if err != nil {
		return 1
	}
	node, err := where.ReadNode(bytes.NewReader(text))
	if err != nil || node.GetToken() == nil || node.GetToken().Position == nil {
		return 1
	}
	return node.GetToken().Position.Line
}

// has tells whether a list of parts holds an id.
func has(parts []FrameworkPart, id string) bool {
	return slices.ContainsFunc(parts, func(p FrameworkPart) bool { return p.ID == id })
}

// partIDs lists the ids of parts, for a message.
func partIDs(parts []FrameworkPart) string {
	var ids []string
	for _, p := range parts {
		ids = append(ids, p.ID)
	}
	return strings.Join(ids, ", ")
}
