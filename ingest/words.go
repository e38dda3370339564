package ingest

import (
	"strings"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/mapping"
	"evidencepack/ingest/record"
)

// legend is what a saved mapping says of the codes of one field. The keys are in
// the form in which words are compared.
type legend struct {
	outcomes map[string]record.Outcome // code → outcome
	words    map[string]string         // code → any canonical word
	ignored  map[string]bool           // codes whose rows are left out on purpose
}

// legend gives what is said of the codes of a field. A code that nobody has
// answered yet stays what it is in our own lists.
func (b *binder) legend(field string) legend {
	l, made := b.legends[field]
	if made || b.header.saved == nil {
		return l
	}
	l = legend{map[string]record.Outcome{}, map[string]string{}, map[string]bool{}}
	for key, word := range b.header.saved.MeansIn(field) {
		if word == mapping.Ignore {
			l.ignored[key] = true
			l.outcomes[key] = record.OutcomeNone
			continue
		}
		l.words[key] = word
		if o, known := cell.Outcomes.Find(word); known {
			l.outcomes[key] = record.Outcome(o)
		}
	}
	b.legends[field] = l
	return l
}

// find looks a word of a field up in a list. What a saved mapping says goes before.
func (b *binder) find(field string, list *cell.List, written string) (string, bool) {
	if l := b.legend(field); len(l.words)+len(l.ignored) > 0 {
		key := cell.Key(written)
		if l.ignored[key] {
			return "", false
		}
		if meant, known := list.Find(l.words[key]); known && l.words[key] != "" {
			return meant, true
		}
	}
	return list.Find(written)
}

// word reads a word of a list. A word in no list is noted once a word and file,
// and gives the word for that.
func (b *binder) word(field string, list *cell.List, otherwise string) string {
	written := b.text(field)
	if written == "" {
		return otherwise
	}
	if w, known := b.find(field, list, written); known {
		return w
	}
	if w, known := b.firstOf(field, list, written); known {
		return w
	}
	b.note(field, written)
	return otherwise
}

// oneOf reads a word of a list where a cell may hold several tags of one event:
// "Fall; Injury". It counts once, under the first tag that we know.
func (b *binder) oneOf(field string, list *cell.List, otherwise string) string {
	if parts := b.values(b.text(field)); len(parts) > 1 {
		for _, part := range parts {
			if w, known := b.find(field, list, part); known {
				b.in.count(b.index, codeSeveralWords)
				return w
			}
		}
	}
	return b.word(field, list, otherwise)
}

// firstOf looks up a cell that holds several values, such as "Fall; Injury": it is
// one event, and the first value that stands for something counts (quirk 91). Every
// value must be known, or the cell is one text that only looks like a list.
func (b *binder) firstOf(field string, list *cell.List, written string) (first string, all bool) {
	for _, one := range b.values(written) {
		w, known := b.find(field, list, one)
		if !known {
			return "", false
		}
		if first == "" {
			first = w
		}
	}
	return first, first != ""
}

// values cuts a cell that holds several values, at the sign that a saved mapping
// names or at those that are certain.
func (b *binder) values(written string) []string {
	if b.header.saved == nil || b.header.saved.ListMark == "" {
		return cell.Split(written)
	}
	return strings.FieldsFunc(strings.ReplaceAll(written, b.header.saved.ListMark, "\n"), func(r rune) bool { return r == '\n' })
}

// noted is a word that is in no list, and where.
type noted struct{ file, field, word string }

// note counts a word that is in no list, once a word and file, where that does
// not cost the row.
func (b *binder) note(field, written string) {
	if b.legend(field).ignored[cell.Key(written)] {
		return
	}
	word := noted{b.table.file, field, shown(written)}
	if i, there := b.in.noted[word]; there {
		b.in.out.Issues[i].Count++
		return
	}
	b.in.noted[word] = len(b.in.out.Issues)
	b.in.out.Issues = append(b.in.out.Issues, record.Issue{
		Ref: b.ref(), Kind: b.header.match.Kind, Field: field, Severity: record.SeverityNote,
		Code: codeUnknownWord, Detail: word.word, Count: 1, Class: record.Used,
	})
}

// unmapped marks the row as one whose word or code is in no list and no legend.
func (b *binder) unmapped(field, written string) {
	if b.pending.unknown != "" {
		return
	}
	b.pending.unknown, b.pending.field = written, field
	if b.pending.ignored = b.legend(field).ignored[cell.Key(written)]; b.pending.ignored {
		return
	}
	b.unknown[shown(written)]++
	if shown(written) == written {
		b.words[Word{field, written}]++
	}
}

// shown is a word as it may be printed: outcome words and codes may, anything
// that looks like a text or holds digits may not.
func shown(written string) string {
	if len([]rune(written)) > 32 {
		return "a longer text"
	}
	for _, r := range written {
		if r >= '0' && r <= '9' || r == '@' {
			return "a text with numbers"
		}
	}
	return written
}
