// Package mapping holds what a person confirmed about one kind of export: which
// column is which field, and what its codes mean. It is a small YAML file that
// next month's exports are read with.
package mapping

import (
	"fmt"
	"regexp"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

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
	if !utf8.Valid(text) {
		return nil, fmt.Errorf("%s: it is not UTF-8 text; save it as UTF-8 in your editor", file)
	}
	doc, err := parser.ParseBytes(text, 0)
	if err != nil {
		return nil, syntax(file, err)
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

// place is where the library says that an error is: [line:column].
var place = regexp.MustCompile(`^\[(\d+):\d+\] `)

// syntax says in one line which line of a file is no YAML.
func syntax(file string, err error) error {
	said, _, _ := strings.Cut(err.Error(), "\n")
	if at := place.FindStringSubmatch(said); at != nil {
		return fmt.Errorf("%s, line %s: %s", file, at[1], said[len(at[0]):])
	}
	return fmt.Errorf("%s: %s", file, said)
}

// top reads the lines of the outermost level.
func (m *Mapping) top(body ast.Node) error {
	all, err := m.pairs(body)
	if err != nil {
		return err
	}
	for _, pair := range all {
		if err := m.line(pair); err != nil {
			return err
		}
	}
	return nil
}

func (m *Mapping) line(pair *ast.MappingValueNode) error {
	key, line := text(pair.Key), pair.Key.GetToken().Position.Line
	m.Lines[key] = line
	if key == "codes" {
		codes, err := m.pairs(pair.Value)
		if err != nil {
			return err
		}
		for _, code := range codes {
			if !scalar(code.Value) {
				return fmt.Errorf("%s, line %d: one word must stand behind each code", m.File, code.Key.GetToken().Position.Line)
			}
			m.Codes[text(code.Key)] = text(code.Value)
			m.Lines["codes "+text(code.Key)] = code.Key.GetToken().Position.Line
		}
		return nil
	}
	if !scalar(pair.Value) {
		return fmt.Errorf("%s, line %d: one heading or word must stand behind %q", m.File, line, key)
	}
	switch value := text(pair.Value); key {
	case "kind":
		m.Kind = record.Kind(value)
		if names[m.Kind] == "" {
			return fmt.Errorf("%s, line %d: we do not know the kind %q", m.File, line, value)
		}
	case "date_order":
		if value != "mdy" && value != "dmy" {
			return fmt.Errorf("%s, line %d: date_order is dmy (3 April is 03/04) or mdy", m.File, line)
		}
		m.MonthFirst = value == "mdy"
	default:
		m.Columns[key] = value
	}
	return nil
}

// pairs gives the lines "a: b" of a node; nothing at all is no lines.
func (m *Mapping) pairs(n ast.Node) ([]*ast.MappingValueNode, error) {
	switch n := n.(type) {
	case nil, *ast.NullNode, *ast.CommentGroupNode:
		return nil, nil
	case *ast.MappingNode:
		return n.Values, nil
	case *ast.MappingValueNode:
		return []*ast.MappingValueNode{n}, nil
	}
	return nil, fmt.Errorf("%s, line %d: write lines such as  outcome: Result", m.File, n.GetToken().Position.Line)
}

// scalar tells whether a node is one plain value.
func scalar(n ast.Node) bool {
	switch n.(type) {
	case *ast.StringNode, *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.NullNode, *ast.LiteralNode, *ast.InfinityNode, *ast.NanNode:
		return true
	}
	return false
}

// text gives a value as it was written: 007 stays 007, and yes stays yes.
func text(n ast.Node) string {
	switch n := n.(type) {
	case *ast.StringNode:
		return n.Value
	case *ast.LiteralNode:
		return n.Value.Value
	case *ast.NullNode:
		return ""
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
	if m.MonthFirst {
		b.WriteString("date_order: mdy\n")
	}
	for _, field := range sorted(m.Columns) {
		fmt.Fprintf(&b, "%s: %s\n", key(field), quote(m.Columns[field]))
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

// key writes the name of a field, in quotation marks only where it needs them.
func key(field string) string {
	switch field {
	case "", "true", "false", "null", "yes", "no", "on", "off", "y", "n":
		return quote(field)
	}
	for _, r := range field {
		if (r < 'a' || r > 'z') && r != '_' {
			return quote(field)
		}
	}
	return field
}

// quote writes a text so that YAML reads back the same text: signs that cannot
// be seen by their number.
func quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case unicode.IsPrint(r):
			b.WriteRune(r)
		case r <= 0xFF:
			fmt.Fprintf(&b, `\x%02X`, r)
		case r <= 0xFFFF:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			fmt.Fprintf(&b, `\U%08X`, r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
