package mapping

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"evidencepack/ingest/cell"
)

// wide is the longest line of a comment.
const wide = 78

// create writes the first mapping of a kind: a file that explains itself.
func create(f Found) []byte {
	var b strings.Builder
	para(&b, "", f.Kind.Title()+": which column is which field. Our name on the left, the heading of your file on the right. "+
		"Change what is wrong with any text editor. Next month the same command adds what is new and leaves your lines as they are.")
	fmt.Fprintf(&b, "kind: %s\n", f.Kind)
	if len(f.Files) > 0 {
		para(&b, "", "Only for these files; they have other columns than the rest. A * stands for anything.")
		fmt.Fprintf(&b, "files: %s\n", inList(f.Files))
	}
	if len(f.Sheets) > 0 {
		fmt.Fprintf(&b, "sheet: %s\n", inList(f.Sheets))
	}
	for _, key := range slices.Sorted(maps.Keys(f.Options)) {
		fmt.Fprintf(&b, "%s: %s\n", key, written(f.Options[key]))
	}
	b.WriteByte('\n')
	var order []string
	headings := make(map[string][]string)
	for _, c := range f.Columns {
		if headings[c.Field] == nil {
			order = append(order, c.Field)
		}
		headings[c.Field] = append(headings[c.Field], c.Heading)
	}
	for _, field := range order {
		fmt.Fprintf(&b, "%s: %s\n", written(field), headingsOf(headings[field]))
	}
	if len(f.Unused) > 0 {
		b.WriteByte('\n')
		for _, u := range f.Unused {
			b.WriteString(strings.Join(u.lines(), "\n") + "\n")
		}
	}
	codes, _ := f.sorted(new(Mapping)) // a new file has no answer yet that one field could differ from
	writeWords(&b, "", "codes", codes, f.explain(codes))
	return []byte(b.String())
}

// explain says above a list of codes what is to be done with it.
func (f Found) explain(words []Word) []string {
	lines := []string{"Words and codes of your files that are in no list. Change each ? to one of the words below, or to ignore: its rows are then left out on purpose."}
	var fields []string
	for _, w := range words {
		if !slices.Contains(fields, w.Field) && len(f.Choices[w.Field]) > 0 {
			fields = append(fields, w.Field)
			lines = append(lines, fmt.Sprintf("For %s: %s", plainField(w.Field), strings.Join(f.Choices[w.Field], ", ")))
		}
	}
	return append(lines, "A single letter means different things on different charts. We never guess.")
}

// sorted parts the words into those for the list of codes of all fields, and those
// whose word is taken there by another field. What m says already is left out.
func (f Found) sorted(m *Mapping) (codes []Word, codesOf map[string][]Word) {
	codesOf = make(map[string][]Word)
	taken := make(map[string]string)
	for code, word := range m.Codes {
		taken[cell.Key(code)] = word
	}
	for _, w := range f.Words {
		if has(m.CodesOf[w.Field], w.Text) {
			continue
		}
		switch before, there := taken[cell.Key(w.Text)]; {
		case !there:
			codes = append(codes, w)
			taken[cell.Key(w.Text)] = Undecided
		case before == Undecided || before == "" || before == Ignore:
			// It waits for an answer, or is left out, in every field.
		default:
			codesOf[w.Field] = append(codesOf[w.Field], w)
		}
	}
	return codes, codesOf
}

func has(codes map[string]string, word string) bool {
	for code := range codes {
		if cell.Key(code) == cell.Key(word) {
			return true
		}
	}
	return false
}

// writeWords writes a list of codes that wait for an answer, in columns.
func writeWords(b *strings.Builder, indent, key string, words []Word, about []string) {
	if len(words) == 0 {
		return
	}
	b.WriteByte('\n')
	for _, text := range about {
		para(b, indent, text)
	}
	fmt.Fprintf(b, "%s%s:\n", indent, key)
	for _, line := range wordLines(indent+"  ", words) {
		b.WriteString(line + "\n")
	}
}

// wordLines writes codes that wait for an answer, each with what is known of it.
func wordLines(indent string, words []Word) []string {
	widest := 0
	for _, w := range words {
		widest = max(widest, len([]rune(written(w.Text))))
	}
	var lines []string
	for _, w := range words {
		code := written(w.Text)
		lines = append(lines, fmt.Sprintf("%s%s: %q%s   %s", indent, code, Undecided, strings.Repeat(" ", widest-len([]rune(code))), w.comment()))
	}
	return lines
}

// para writes a comment in lines of readable length.
func para(b *strings.Builder, indent, text string) {
	line := indent + "#"
	for word := range strings.FieldsSeq(text) {
		if len(line)+1+len(word) > wide && line != indent+"#" {
			b.WriteString(line + "\n")
			line = indent + "#"
		}
		line += " " + word
	}
	b.WriteString(line + "\n")
}

// plainField is the name of a field as people read it.
func plainField(field string) string { return strings.ReplaceAll(field, "_", " ") }
