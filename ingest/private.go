package ingest

import (
	"strings"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/person"
	"evidencepack/ingest/record"
)

// keepPrivate remembers what must not appear in a pack.
func (b *binder) keepPrivate(what, field string) {
	if text := b.text(field); text != "" {
		b.in.keep(private{what, text})
	}
}

// keep remembers a text once.
func (in *intake) keep(p private) {
	if in.kept == nil {
		in.kept = make(map[private]bool)
	}
	if !in.kept[p] {
		in.kept[p] = true
		in.private = append(in.private, p)
	}
}

// keepStaff remembers names of staff as things that must not appear in a pack.
// "Registered manager" in a column of names is nobody's name.
func (in *intake) keepStaff(names ...cell.Raw) {
	for _, n := range names {
		in.keepName("name of a member of staff", in.words.keep(cell.Clean(n.Text)))
	}
}

// keepName remembers a name of more than one word, in the order too in which a
// pack would write it.
func (in *intake) keepName(what, text string) {
	if in.staffSeen[text] || !strings.Contains(text, " ") {
		return
	}
	in.staffSeen[text] = true
	if isRole(text) {
		return
	}
	in.keep(private{what, text})
	if key := person.NameKey(text); key != cell.Key(text) {
		in.keep(private{what, key})
	}
}

// isRole tells whether a text is a role and not a name.
func isRole(text string) bool {
	for word := range strings.FieldsSeq(cell.Key(text)) {
		switch word {
		case "manager", "managers", "deputy", "lead", "leader", "senior", "nurse", "carer", "carers", "worker", "workers",
			"staff", "team", "director", "officer", "coordinator", "supervisor", "assistant", "agency", "therapist", "keyworker":
			return true
		}
	}
	return false
}

// hideNames replaces what an issue quotes from a cell by a general word where it
// holds a private text, or a word of somebody's name: a value that slipped into
// the wrong column must not be printed.
func (in *intake) hideNames() {
	names := make(map[string]bool)
	for text, what := range in.out.People.Private() {
		if strings.HasPrefix(what, "name of") {
			for word := range strings.FieldsSeq(cell.Key(text)) {
				names[word] = len(word) > 2
			}
		}
		names[cell.Key(text)] = true
	}
	personal := func(text string) bool {
		key := cell.Key(text)
		if names[key] {
			return true
		}
		for word := range strings.FieldsSeq(key) {
			if names[word] {
				return true
			}
		}
		return false
	}
	for i := range in.out.Issues {
		issue := &in.out.Issues[i]
		if issue.Class == record.Rejected || issue.Detail == "" || ownWords[issue.Code] {
			continue // quotes no cell
		}
		if personal(issue.Detail) {
			issue.Detail = namesSomebody
		}
	}
	for i := range in.out.Headers {
		in.out.Headers[i].hide(personal)
	}
}

// namesSomebody stands in the place of a text that must not be printed.
const namesSomebody = "a text that names somebody"

// hide takes out of what was understood of a sheet the words that name somebody:
// inspect prints them, and saves them as codes to explain.
func (h *SheetHeader) hide(personal func(string) bool) {
	for word, n := range h.Unknown {
		if personal(word) {
			delete(h.Unknown, word)
			h.Unknown[namesSomebody] += n
		}
	}
	for word := range h.Words {
		if personal(word.Text) {
			delete(h.Words, word)
		}
	}
}
