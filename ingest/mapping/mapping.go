// Package mapping holds what a person confirmed about one kind of export: which
// column is which field, and what its codes mean. It is a small YAML file that
// next month's exports are read with.
package mapping

import (
	"fmt"
	"sort"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"evidencepack/ingest/record"
)

// Mapping is one saved mapping.
type Mapping struct {
	File       string            // name of the file it was read from
	Kind       record.Kind       // kind of export that it speaks of
	Columns    map[string]string // field → heading in the export
	Codes      map[string]string // code or word → canonical word; "ignore" and "?" are allowed
	MonthFirst bool              // 03/04 is 4 March
	Lines      map[string]int    // field or code → line of the file, for messages
}

// Ignore is the code word for rows that are to be left out on purpose.
const Ignore = "ignore"

// Undecided is what stands behind a code that nobody has answered yet.
const Undecided = "?"

// names of the files, by kind.
var names = map[record.Kind]string{
	record.KindPlacement: "people", record.KindCareTask: "care_notes", record.KindMedAdmin: "medicines",
	record.KindVisit: "visits", record.KindIncident: "incidents", record.KindAction: "actions",
	record.KindRestriction: "restrictions", record.KindGoal: "goals", record.KindStepRecord: "steps",
	record.KindRating: "ratings", record.KindPlanReview: "reviews", record.KindPlanChange: "changes",
	record.KindObservation: "spot_checks", record.KindFeedback: "feedback",
	record.KindSafeguarding: "safeguarding", record.KindAttendance: "activities", record.KindStaff: "staff",
}

// FileName is the name under which the mapping of a kind is saved.
func FileName(kind record.Kind) string { return names[kind] + ".yaml" }

// Parse reads a saved mapping. The kind follows from the file's name, or from a
// line "kind:". Errors name file and line.
func Parse(file string, text []byte) (*Mapping, error) {
	m := &Mapping{File: file, Columns: map[string]string{}, Codes: map[string]string{}, Lines: map[string]int{}}
	base := strings.TrimSuffix(strings.TrimSuffix(file[strings.LastIndexByte(file, '/')+1:], ".yaml"), ".yml")
	for kind, name := range names {
		if name == base || string(kind) == base {
			m.Kind = kind
		}
	}
	doc, err := parser.ParseBytes(text, 0)
	if err != nil {
		return nil, fmt.Errorf("%s: %s", file, strings.SplitN(err.Error(), "\n", 2)[0])
	}
	for _, d := range doc.Docs {
		if err := m.top(d.Body); err != nil {
			return nil, err
		}
	}
	if m.Kind == "" {
		return nil, fmt.Errorf("%s: we do not know which kind of export this is; add a line  kind: care_task", file)
	}
	return m, nil
}

func (m *Mapping) top(body ast.Node) error {
	for _, pair := range pairs(body) {
		key, line := text(pair.Key), pair.Key.GetToken().Position.Line
		m.Lines[key] = line
		switch key {
		case "kind":
			m.Kind = record.Kind(text(pair.Value))
			if names[m.Kind] == "" {
				return fmt.Errorf("%s, line %d: we do not know the kind %q", m.File, line, text(pair.Value))
			}
		case "codes":
			for _, code := range pairs(pair.Value) {
				m.Codes[text(code.Key)] = text(code.Value)
				m.Lines["codes "+text(code.Key)] = code.Key.GetToken().Position.Line
			}
		case "date_order":
			switch text(pair.Value) {
			case "mdy":
				m.MonthFirst = true
			case "dmy":
			default:
				return fmt.Errorf("%s, line %d: date_order is dmy (3 April is 03/04) or mdy", m.File, line)
			}
		default:
			m.Columns[key] = text(pair.Value)
		}
	}
	return nil
}

func pairs(n ast.Node) []*ast.MappingValueNode {
	switch n := n.(type) {
	case *ast.MappingNode:
		return n.Values
	case *ast.MappingValueNode:
		return []*ast.MappingValueNode{n}
	}
	return nil
}

func text(n ast.Node) string {
	if s, ok := n.(*ast.StringNode); ok {
		return s.Value
	}
	if n == nil || n.GetToken() == nil {
		return ""
	}
	return n.GetToken().Value
}

// Write gives the mapping as a file that explains itself.
func (m *Mapping) Write(choices []string) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s: which column is which field. Field on the left, your heading on the right.\n", m.Kind.Title())
	fmt.Fprintf(&b, "kind: %s\n", m.Kind)
	for _, field := range sorted(m.Columns) {
		fmt.Fprintf(&b, "%s: %s\n", field, quote(m.Columns[field]))
	}
	if len(m.Codes) > 0 {
		fmt.Fprintf(&b, "\n# Words and codes that are in no list. Choose from: %s,\n# or ignore. A single letter means different things on different charts: we never guess.\ncodes:\n", strings.Join(choices, ", "))
		for _, code := range sorted(m.Codes) {
			fmt.Fprintf(&b, "  %s: %s\n", quote(code), quote(m.Codes[code]))
		}
	}
	return []byte(b.String())
}

func sorted(m map[string]string) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}

func quote(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", " ", "\r", " ", "\t", " ").Replace(s) + `"`
}
