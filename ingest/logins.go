package ingest

import (
	"strings"

	"evidencepack/ingest/cell"
)

// signed counts rows that no one person signed: by a login that several share, or
// by an agency. They count, but say nothing of who gave the support.
func (b *binder) signed() {
	if !b.has("staff") {
		return
	}
	written := b.text("staff")
	if written == "" {
		return
	}
	code, known := b.in.logins[written]
	if !known {
		if b.in.logins == nil {
			b.in.logins = make(map[string]string)
		}
		code = loginOf(written)
		b.in.logins[written] = code
	}
	if code != "" {
		b.in.count(b.index, code)
		return
	}
	if !known && looksLikeName(written) {
		b.in.keepName("name of a member of staff", written)
	}
}

// loginOf says what a signature is that is no name: every word of it is a word of
// logins, or it stands for an agency.
func loginOf(written string) string {
	words := strings.Fields(cell.Key(written))
	if len(words) == 0 {
		return ""
	}
	agency := false
	for _, w := range words {
		switch {
		case w == "agency" || w == "bank" || w == "temp" || w == "locum":
			agency = true
		case !loginWords[w] && strings.Trim(w, "0123456789") != "" && !numbered(w):
			return ""
		}
	}
	if agency {
		return codeAgency
	}
	if strings.Trim(strings.Join(words, ""), "0123456789") == "" {
		return "" // a number alone is the id of one member of staff
	}
	return codeSharedLogin
}

// numbered tells whether a word is a word of logins with a number: tablet2.
func numbered(w string) bool {
	bare := strings.TrimRight(w, "0123456789")
	return bare != w && len(bare) > 3 && loginWords[bare]
}

// loginWords are words of logins that belong to a role, a shift, a place or a device.
var loginWords = map[string]bool{
	"senior": true, "seniors": true, "carer": true, "carers": true, "staff": true, "nurse": true, "nurses": true, "team": true,
	"leader": true, "lead": true, "manager": true, "deputy": true, "night": true, "nights": true, "day": true, "days": true,
	"shift": true, "late": true, "early": true, "waking": true, "sleep": true, "in": true, "on": true, "duty": true, "call": true, "worker": true, "support": true,
	"tablet": true, "ipad": true, "phone": true, "mobile": true, "device": true, "handset": true, "pc": true, "computer": true, "laptop": true,
	"office": true, "admin": true, "administrator": true, "system": true, "user": true, "login": true, "shared": true, "generic": true,
	"unit": true, "floor": true, "ground": true, "first": true, "second": true, "care": true, "home": true, "house": true, "kitchen": true,
	"member": true, "of": true, "a": true, "the": true, "unknown": true, "guest": true, "reception": true, "medication": true, "meds": true,
}
