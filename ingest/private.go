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
		b.in.private = append(b.in.private, private{what, text})
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
	in.private = append(in.private, private{what, text})
	if key := person.NameKey(text); key != cell.Key(text) {
		in.private = append(in.private, private{what, key})
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
// the wrong column must not be printed (quirks.md, ground rule 3).
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
	for i := range in.out.Issues {
		issue := &in.out.Issues[i]
		if issue.Class == record.Rejected || issue.Detail == "" || ownWords[issue.Code] {
			continue // quotes no cell
		}
		for word := range strings.FieldsSeq(cell.Key(issue.Detail)) {
			if names[word] || names[cell.Key(issue.Detail)] {
				issue.Detail = "a text that names somebody"
				break
			}
		}
	}
}
