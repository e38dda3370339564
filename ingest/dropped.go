package ingest

import (
	"slices"
	"strings"
	"unicode"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/heading"
	"evidencepack/ingest/record"
)

// column is a column whose values must not get into a record.
type column struct {
	index int
	what  string // what stands there, in the words of the privacy gate
	other bool   // names of other people than the one whom the row is about
}

// leavePrivate finds the columns that hold what must not be kept. None of them
// gets into a record. What stands there is remembered for the privacy gate alone, as
// something that must not appear in a pack.
func (b *binder) leavePrivate(h *SheetHeader) {
	for i, written := range h.Headings {
		key := heading.Normal(heading.Unnumbered(written))
		if what := privateHeadings[key]; what != "" && (h.Fields[i] == "" || privateFields[h.Fields[i]]) {
			h.Private = append(h.Private, cell.Clean(written))
			b.private = append(b.private, column{i, what, false})
		} else if otherPeople[key] && h.Fields[i] == "" {
			b.private = append(b.private, column{i, "name of somebody else", true})
		}
	}
	if len(h.Private) > 0 {
		b.in.note(record.Ref{File: h.File, Sheet: h.Sheet}, h.Kind, codePrivateColumns, strings.Join(h.Private, ", "), 1)
	}
}

// keepOthers remembers what stands in those columns as far as the gate needs it.
func (b *binder) keepOthers() {
	for _, c := range b.private {
		if c.index >= len(b.row.Cells) {
			continue
		}
		text := b.in.words.keep(cell.Clean(b.row.Cells[c.index].Text))
		switch {
		case text == "":
		case c.other && looksLikeName(text):
			b.in.keepName(c.what, text)
		case c.other || c.what == pay || c.what == address && !strings.ContainsFunc(text, unicode.IsDigit):
		case c.what == room:
			b.keepRoom(text)
		default:
			b.in.keep(private{c.what, text})
		}
	}
}

// keepRoom remembers a room, with the word for it before a bare number. A word alone,
// as "kitchen", is nobody's room.
func (b *binder) keepRoom(text string) {
	words := strings.Fields(text)
	switch {
	case len(words) == 1 && len(text) < 5 && (strings.ContainsFunc(text, unicode.IsDigit) || len(text) == 1):
		b.in.keep(private{room, "Room " + text})
	case len(words) > 1 && len(words) < 4 && strings.ContainsFunc(text, unicode.IsDigit):
		b.in.keep(private{room, text})
	}
}

// looksLikeName tells whether a text is two to four words that each begin with a
// capital, and none of which says what somebody is to the person.
func looksLikeName(text string) bool {
	words := strings.Fields(text)
	if len(words) < 2 || len(words) > 4 || strings.ContainsFunc(text, unicode.IsDigit) {
		return false
	}
	if _, task := cell.Categories.Find(text); task || !cell.Recorded(cell.Text(text)) {
		return false
	}
	return !slices.ContainsFunc(words, func(w string) bool {
		first := []rune(w)[0]
		return !unicode.IsUpper(first) || kin[cell.Key(w)]
	})
}

// kin are words for people who are named by what they are.
var kin = map[string]bool{
	"family": true, "relative": true, "mother": true, "father": true, "mum": true, "dad": true, "son": true, "daughter": true, "sister": true,
	"brother": true, "wife": true, "husband": true, "partner": true, "friend": true, "neighbour": true, "visitor": true, "advocate": true,
	"social": true, "police": true, "public": true, "member": true, "professional": true, "resident": true, "service": true, "person": true,
	"none": true, "not": true, "unknown": true, "gp": true, "hospital": true, "surgery": true, "council": true, "practice": true, "centre": true,
}

// pay is no identifier: what somebody earns is dropped and not looked for. An
// address without a number may be the name of the service, which pages print.
const (
	pay     = "pay"
	address = "address"
	room    = "room"
	birth   = "date of birth"
)

// privateFields are fields of the registers that are read for the gate alone.
var privateFields = map[string]bool{"nhs_number": true, "birth_date": true, "phone": true, "postcode": true}

// privateHeadings are headings of columns that must not be kept, with what stands there.
var privateHeadings = headingsOf(map[string][]string{
	"NHS number":                {"nhs number", "nhs no", "nhs", "nhs num", "nhsnumber"},
	"National Insurance number": {"ni number", "ninumber", "ni no", "nino", "national insurance number", "national insurance no", "national insurance"},
	birth:                       {"date of birth", "dob", "birth date", "birthdate", "d o b", "birthday"},
	"postcode":                  {"postcode", "post code", "home postcode"},
	address:                     {"address", "home address", "address line 1", "address 1", "street", "previous address", "address line 2"},
	"phone number":              {"phone", "telephone", "mobile", "phone number", "contact number", "mobile number", "telephone number", "home phone", "tel", "mobile phone", "next of kin phone", "nok phone", "emergency contact number", "emergency contact phone", "gp phone", "family phone"},
	room:                        {"room", "room number", "room no", "room name", "bed", "bed number", "bedroom", "flat", "flat number", "flat no", "unit number"},
	"e-mail address":            {"email", "e mail", "email address", "e mail address", "work email", "personal email", "next of kin email"},
	"passport number":           {"passport number", "passport no", "visa number", "share code", "dbs number", "dbs certificate number", "driving licence number"},
	"bank account":              {"account number", "bank account", "sort code", "iban", "bank account number"},
	pay:                         {"salary", "pay", "hourly rate", "pay rate", "annual salary", "wage", "salaryint", "salary interval", "hrlyrate", "hourlyrate", "bank details"},
})

// otherPeople are headings of columns that name other people than the one whom
// the row is about.
var otherPeople = map[string]bool{
	"witness": true, "witnesses": true, "witnessed by": true, "witness name": true, "reported by": true, "reported to": true, "next of kin": true,
	"next of kin name": true, "nok": true, "nok name": true, "emergency contact": true, "emergency contact name": true, "family contact": true,
	"gp name": true, "social worker": true, "social worker name": true, "other person": true, "others involved": true, "other people involved": true,
	"alleged perpetrator": true, "perpetrator": true, "advocate": true, "advocate name": true, "keyworker": true, "key worker": true,
}

func headingsOf(words map[string][]string) map[string]string {
	out := make(map[string]string)
	for what, headings := range words {
		for _, h := range headings {
			out[heading.Normal(h)] = what
		}
	}
	return out
}
