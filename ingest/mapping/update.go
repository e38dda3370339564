package mapping

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"
)

// ErrByHand says that new lines cannot be put into a file without changing lines
// of the user; the error that wraps it names the file.
var ErrByHand = errors.New("write each entry in a line of its own, so that new lines can be added")

// Update gives a saved mapping with what is new: columns, headings that are no
// field, and codes that wait for an answer. Every line that is there stays byte
// for byte; only lines are added, which are also returned. With nothing new the
// text is the same. An empty text gives a new file that explains itself. It fails
// where the text is no mapping, or has no place for a new line (ErrByHand).
func Update(existing []byte, found Found) (updated []byte, added []string, err error) {
	found = found.tidy()
	if len(bytes.TrimSpace(bytes.TrimPrefix(existing, mark))) == 0 {
		text := create(found)
		if _, err := Parse(found.File, text); err != nil {
			return nil, nil, err
		}
		return text, strings.Split(strings.TrimSuffix(string(text), "\n"), "\n"), nil
	}
	m, err := Parse(found.File, existing)
	if err != nil {
		return nil, nil, err
	}
	body, err := document(found.File, existing)
	if err != nil {
		return nil, nil, err
	}
	e := newEditor(string(existing), m, body)
	e.columns(found)
	e.unused(found)
	e.words(found)
	if len(e.added) == 0 {
		return existing, nil, nil
	}
	text := []byte(e.text())
	again, err := Parse(found.File, text)
	if err == nil {
		again.Unused = e.wanted.Unused // comments decide nothing
	}
	if e.stuck || isFlow(body) || err != nil || !bytes.Equal(again.Write(), e.wanted.Write()) {
		return nil, nil, fmt.Errorf("%s: %w", found.File, ErrByHand)
	}
	return text, e.added, nil
}

// columns adds a line for each heading of a field that is not there yet.
func (e *editor) columns(f Found) {
	place := e.fieldsEnd()
	for _, c := range f.Columns {
		_, constant := e.had.Constants[c.Field]
		all, said := e.wanted.Columns[c.Field]
		if constant || said && len(all) == 0 || e.wanted.knows(c.Heading) || e.crossedOut(c.Field, c.Heading) {
			continue
		}
		e.put(place, e.indent+written(c.Field)+": "+headingsOf([]string{c.Heading}))
		e.wanted.Columns[c.Field] = append(slices.Clone(all), c.Heading)
	}
}

// unused adds a comment for each heading that nobody has said anything about.
func (e *editor) unused(f Found) {
	place := e.fieldsEnd()
	for i := range e.lines {
		if line := strings.TrimSpace(e.line(i)); strings.HasPrefix(line, lead) {
			place = i
			if strings.HasPrefix(strings.TrimSpace(e.line(i+1)), "#   To use it") {
				place = i + 1
			}
		}
	}
	for _, u := range f.Unused {
		if e.wanted.knows(u.Heading) || e.had.saw(u.Heading) {
			continue
		}
		for _, line := range u.lines() {
			e.put(place, e.indent+line)
		}
	}
}

// crossedOut tells whether a line "left: right" stands in a comment: the user has
// taken it out of use, and it is not put back.
func (e *editor) crossedOut(left, right string) bool {
	for i := range e.lines {
		comment, is := strings.CutPrefix(strings.TrimSpace(e.line(i)), "#")
		before, behind, pair := strings.Cut(comment, ":")
		if !is || !pair || form(before) != form(left) {
			continue
		}
		behind, _, _ = strings.Cut(behind, " #")
		if right == "" || slices.ContainsFunc(strings.Split(behind, ","), func(s string) bool { return form(s) == form(right) }) {
			return true
		}
	}
	return false
}

// words adds a line for each code that is not there yet.
func (e *editor) words(f Found) {
	codes, codesOf := f.sorted(e.had)
	codes = slices.DeleteFunc(codes, func(w Word) bool { return e.crossedOut(w.Text, "") })
	if entry := e.entries["codes"]; entry != nil {
		e.inside(entry, codes)
	} else if len(codes) > 0 {
		var b strings.Builder
		writeWords(&b, e.indent, "codes", codes, f.explain(codes))
		e.put(e.end(), strings.Split(strings.TrimSuffix(b.String(), "\n"), "\n")...)
	}
	for _, w := range codes {
		e.wanted.Codes[w.Text] = Undecided
	}
	for _, field := range slices.Sorted(maps.Keys(codesOf)) {
		e.wordsOf(field, codesOf[field])
	}
}

// wordsOf adds codes of one field only.
func (e *editor) wordsOf(field string, words []Word) {
	if e.wanted.CodesOf[field] == nil {
		e.wanted.CodesOf[field] = make(map[string]string)
	}
	for _, w := range words {
		e.wanted.CodesOf[field][w.Text] = Undecided
	}
	whole := e.entries["codes_of"]
	if whole == nil {
		if !e.opened {
			e.put(e.end(), "", e.indent+"# The same word in another column.", e.indent+"codes_of:")
			e.opened = true
		}
		e.put(e.end(), e.indent+"  "+written(field)+":")
		e.put(e.end(), wordLines(e.indent+"    ", words)...)
		return
	}
	inner, _ := e.had.pairs(whole.Value) // Parse has read the same pairs before
	for _, pair := range inner {
		if text(pair.Key) == field {
			e.inside(pair, words)
			return
		}
	}
	e.stuck = e.stuck || isFlow(whole.Value)
	indent := e.below(whole)
	e.putWithin(e.last(lineOf(whole.Key)-1), indent+written(field)+":")
	e.putWithin(e.last(lineOf(whole.Key)-1), wordLines(indent+"  ", words)...)
}

// inside adds codes at the end of a list of codes.
func (e *editor) inside(entry *ast.MappingValueNode, words []Word) {
	if len(words) > 0 {
		e.stuck = e.stuck || isFlow(entry.Value)
		e.putWithin(e.last(lineOf(entry.Key)-1), wordLines(e.below(entry), words)...)
	}
}
