package mapping

import (
	"maps"
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"
)

// editor adds lines to the text of a mapping.
type editor struct {
	lines   []string // with their ends
	ending  string   // of a line: "\n", or "\r\n" as Notepad writes it
	indent  string   // before the keys of the outermost level
	entries map[string]*ast.MappingValueNode
	within  map[int][]string // line, from 0 → what is put behind it and belongs to its entry
	after   map[int][]string // line, from 0 → what is put behind that
	added   []string
	stuck   bool // something has no place
	opened  bool // a list codes_of was begun
	had     *Mapping
	wanted  *Mapping // what the text must say in the end
}

func newEditor(file string, m *Mapping, body ast.Node) *editor {
	e := &editor{lines: slices.Collect(strings.Lines(file)), ending: "\n", entries: make(map[string]*ast.MappingValueNode), within: make(map[int][]string), after: make(map[int][]string), had: m}
	if strings.HasSuffix(e.lines[0], "\r\n") {
		e.ending = "\r\n"
	}
	wanted := *m
	wanted.Columns, wanted.Codes, wanted.CodesOf = maps.Clone(m.Columns), maps.Clone(m.Codes), make(map[string]map[string]string)
	for field, codes := range m.CodesOf {
		wanted.CodesOf[field] = maps.Clone(codes)
	}
	e.wanted = &wanted
	pairs, _ := m.pairs(body) // Parse has read the same pairs before
	for i, pair := range pairs {
		e.entries[text(pair.Key)] = pair
		if i == 0 {
			e.indent = indentOf(e.line(lineOf(pair.Key) - 1))
		}
	}
	return e
}

// line gives a line without the mark at the beginning of the file; "" is beyond the end.
func (e *editor) line(i int) string {
	if i < 0 || i >= len(e.lines) {
		return ""
	}
	return strings.TrimPrefix(e.lines[i], string(mark))
}

func indentOf(line string) string { return line[:len(line)-len(strings.TrimLeft(line, " "))] }

// put adds lines behind a line.
func (e *editor) put(line int, lines ...string) { e.add(e.after, line, lines) }

// putWithin adds lines at the end of the entry that ends in a line.
func (e *editor) putWithin(line int, lines ...string) { e.add(e.within, line, lines) }

func (e *editor) add(to map[int][]string, line int, lines []string) {
	to[line] = append(to[line], lines...)
	for _, l := range lines {
		if strings.TrimSpace(l) != "" {
			e.added = append(e.added, strings.TrimSpace(l))
		}
	}
}

// text puts the file together again.
func (e *editor) text() string {
	var b strings.Builder
	for i, line := range e.lines {
		b.WriteString(line)
		more := slices.Concat(e.within[i], e.after[i])
		if len(more) > 0 && !strings.HasSuffix(line, "\n") {
			b.WriteString(strings.TrimPrefix(e.ending, line[len(strings.TrimSuffix(line, "\r")):]))
		}
		for _, l := range more {
			b.WriteString(l + e.ending)
		}
	}
	return b.String()
}

// last gives the last line of the entry that begins in a line, both from 0. What is
// indented more belongs to it, and so do the entries of a list below it.
func (e *editor) last(first int) int {
	indent, last := len(indentOf(e.line(first))), first
	for i := first + 1; i < len(e.lines); i++ {
		line := strings.TrimRight(e.line(i), " \r\n")
		inner := strings.TrimLeft(line, " ")
		switch {
		case inner == "":
			continue
		case len(line)-len(inner) > indent:
			last = i
		case len(line)-len(inner) == indent && (inner == "-" || strings.HasPrefix(inner, "- ")):
			last = i
		case strings.HasPrefix(inner, "#"):
			continue
		default:
			return last
		}
	}
	return last
}

// end is the last line of the file that says something.
func (e *editor) end() int {
	for i := len(e.lines) - 1; i > 0; i-- {
		if strings.TrimSpace(e.lines[i]) != "" {
			return i
		}
	}
	return 0
}

// fieldsEnd is the last line of the last entry that is a field, or of the kind, or
// of the whole file.
func (e *editor) fieldsEnd() int {
	at, kind := -1, -1
	for key, pair := range e.entries {
		line := e.last(lineOf(pair.Key) - 1)
		if key == "kind" {
			kind = line
		}
		if options[key] == nil {
			at = max(at, line)
		}
	}
	switch {
	case at >= 0:
		return at
	case kind >= 0:
		return kind
	}
	return e.end()
}

// below is the indentation of the lines below an entry.
func (e *editor) below(entry *ast.MappingValueNode) string {
	first := lineOf(entry.Key) - 1
	switch value := entry.Value.(type) {
	case *ast.MappingNode:
		if len(value.Values) > 0 {
			return indentOf(e.line(lineOf(value.Values[0].Key) - 1))
		}
	case *ast.MappingValueNode:
		return indentOf(e.line(lineOf(value.Key) - 1))
	}
	return indentOf(e.line(first)) + "  "
}

// isFlow tells whether a list stands in one line between brackets.
func isFlow(n ast.Node) bool {
	m, is := n.(*ast.MappingNode)
	return is && m.IsFlowStyle
}
