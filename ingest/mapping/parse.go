package mapping

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"evidencepack/ingest/record"
)

// mark is the sign that Notepad puts before UTF-8 text.
var mark = []byte("\ufeff")

// Parse reads a saved mapping. The kind follows from the file's name, or from a
// line "kind:". Errors name file and line. A field may stand in several lines:
// their headings are tried in that order.
func Parse(file string, text []byte) (*Mapping, error) {
	m := &Mapping{
		File: file, Columns: map[string][]string{}, Constants: map[string]string{}, Codes: map[string]string{},
		CodesOf: map[string]map[string]string{}, Scales: map[string]Scale{}, SkipRows: map[string][]string{}, Lines: map[string]int{},
	}
	base := strings.TrimSuffix(strings.TrimSuffix(file[strings.LastIndexByte(file, '/')+1:], ".yaml"), ".yml")
	for kind, name := range names {
		if name == base || string(kind) == base {
			m.Kind = kind
		}
	}
	body, err := document(file, text)
	if err != nil {
		return nil, err
	}
	for line := range strings.Lines(string(text)) {
		if rest, is := strings.CutPrefix(strings.TrimSpace(line), lead); is && visible(rest) != "" {
			m.Unused = append(m.Unused, visible(rest))
		}
	}
	all, err := m.pairs(body)
	if err != nil {
		return nil, err
	}
	for _, pair := range all {
		if err := m.line(pair); err != nil {
			return nil, err
		}
	}
	if m.Kind == "" {
		return nil, fmt.Errorf("%s: we do not know which kind of export this is; add a line  kind: care_task", file)
	}
	if m.Legend != "" && legends[m.Legend] == nil {
		return nil, m.fault(m.Lines["legend"], "we have no legend %q; there is %s", m.Legend, strings.Join(LegendNames(), ", "))
	}
	return m, nil
}

// document gives the one YAML document of a text, nil where nothing is in it.
func document(file string, text []byte) (ast.Node, error) {
	if !utf8.Valid(text) {
		return nil, fmt.Errorf("%s: it is not UTF-8 text; save it as UTF-8 in your editor", file)
	}
	tree, err := parser.ParseBytes(bytes.TrimPrefix(text, mark), 0, parser.AllowDuplicateMapKey())
	if err != nil {
		return nil, syntax(file, err)
	}
	var body ast.Node
	for _, d := range tree.Docs {
		if d.Body == nil {
			continue
		}
		if body != nil {
			return nil, fmt.Errorf("%s, line %d: a line --- begins a second list; put it into a file of its own", file, lineOf(d.Body))
		}
		body = d.Body
	}
	return body, nil
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

func (m *Mapping) fault(line int, format string, args ...any) error {
	return fmt.Errorf("%s, line %d: %s", m.File, line, fmt.Sprintf(format, args...))
}

// line reads one line of the outermost level: an option, or a field.
func (m *Mapping) line(pair *ast.MappingValueNode) error {
	key, line := text(pair.Key), lineOf(pair.Key)
	read, isOption := options[key]
	if !isOption {
		return m.column(key, line, pair.Value)
	}
	if before, twice := m.Lines[key]; twice {
		return m.fault(line, "%s stands in line %d already; put both into one", key, before)
	}
	m.Lines[key] = line
	return read(m, line, pair.Value)
}

// column reads the line of a field: its heading, several headings, or a text for
// every row.
func (m *Mapping) column(field string, line int, value ast.Node) error {
	if field == "" {
		return m.fault(line, "write lines such as  outcome: Result")
	}
	if _, there := m.Lines[field]; !there {
		m.Lines[field] = line
	}
	all, isList, err := m.texts(field, value)
	if err != nil {
		return err
	}
	constant, isConstant := strings.CutPrefix(strings.Join(all, ""), "=")
	if isConstant = isConstant && !isList; isConstant {
		if constant = strings.TrimSpace(constant); constant == "" {
			return m.fault(line, "no text stands behind the = of %q", field)
		}
	}
	_, hasColumns := m.Columns[field]
	_, hasConstant := m.Constants[field]
	if hasConstant || hasColumns && isConstant {
		return m.fault(line, "%q has a text for every row (=) and something else as well; keep one", field)
	}
	if isConstant {
		m.Constants[field] = constant
		return nil
	}
	m.Columns[field] = append(m.Columns[field], all...)
	return nil
}

// texts reads one text or a list of texts. Nothing at all is an empty list.
func (m *Mapping) texts(key string, n ast.Node) (all []string, isList bool, err error) {
	if list, is := n.(*ast.SequenceNode); is {
		all = []string{}
		for _, v := range list.Values {
			if !scalar(v) || text(v) == "" {
				return nil, true, m.fault(lineOf(v), "each entry of the list %q must be one text", key)
			}
			all = append(all, text(v))
		}
		return all, true, nil
	}
	if !scalar(n) {
		return nil, false, m.fault(lineOf(n), "one heading or word must stand behind %q", key)
	}
	if text(n) == "" {
		return []string{}, false, nil
	}
	return []string{text(n)}, false, nil
}

// each reads the lines below a key, "a: b", and refuses one that stands twice.
func (m *Mapping) each(key string, n ast.Node, read func(name string, line int, value ast.Node) error) error {
	all, err := m.pairs(n)
	if err != nil {
		return err
	}
	seen := make(map[string]int)
	for _, pair := range all {
		name, line := text(pair.Key), lineOf(pair.Key)
		if before, twice := seen[name]; twice {
			return m.fault(line, "%q stands in line %d already", name, before)
		}
		seen[name] = line
		m.Lines[key+" "+name] = line
		if err := read(name, line, pair.Value); err != nil {
			return err
		}
	}
	return nil
}

// codes reads the lines "code: word" below a key.
func (m *Mapping) codes(key string, n ast.Node, into map[string]string) error {
	return m.each(key, n, func(code string, line int, value ast.Node) error {
		if !scalar(value) {
			return m.fault(line, "one word must stand behind each code")
		}
		into[code] = text(value)
		return nil
	})
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
	return nil, m.fault(lineOf(n), "write lines such as  outcome: Result")
}

// lineOf gives the line of a node, 0 where it has none.
func lineOf(n ast.Node) int {
	if n == nil || n.GetToken() == nil || n.GetToken().Position == nil {
		return 0
	}
	return n.GetToken().Position.Line
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

// known tells whether a kind may stand behind "kind:".
func known(kind record.Kind) bool { return names[kind] != "" || kind == Any }
