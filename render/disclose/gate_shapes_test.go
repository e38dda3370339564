package disclose

import (
	"slices"
	"testing"
)

// TestShaped is the rule of shapes, line by line: what looks like a personal detail, and
// what only has some of its signs.
func TestShaped(t *testing.T) {
	gate := Known{Allowed: []string{"Call 01632 960999"}, Own: []string{"Gull Care, PL1 3QX"}}.Gate()
	for text, want := range map[string]string{
		"ring on 07700 900123": "phone number", "07700900123": "phone number", "+44 7700 900123": "phone number", "+44 (0)1632 960123": "phone number", "01632-960123": "phone number",
		"020 7946 0123": "phone number", "0161 496 0123.": "phone number", "0800 1111 22": "phone number",
		"12 Gull Road PL1 4QX": "postcode", "SW1A 1AA": "postcode", "m11ae": "", "M1 1AE,": "postcode", "M11AE": "postcode",
		"943 476 5919": "NHS number", "943-476-5919": "NHS number", "NHS 9434765919": "NHS number", "nhs no. 9434765919": "NHS number", "NHS number: 9434765919": "NHS number",
		"AB 12 34 56 C": "National Insurance number", "AB123456C": "National Insurance number",
		"daughter@example.org": "e-mail address", "a.b-c@care.example.co.uk.": "e-mail address",

		"call 0044 7700 900123": "phone number", "(01632) 960123": "phone number", "01632\u2013960123": "phone number", "07700\u200b 900123": "phone number",
		"07700 900123,1 2 3 4": "", "07700 900123/01632 960999": "phone number", "01632 960999,07700900123": "phone number", // one of the two is allowed
		"12 gull rd, pl1 4qx": "postcode", "Pl1 4qx": "postcode", "week m1 1st": "", "step s1 2hr": "", "b1 2pm": "", "no q4 2nd": "",
		"from 01-04-2026 10 offers": "", "01 04 2026 12": "", "01.04.2026 0930": "", "05-06-2026 05-07-2026": "", "02-11 12-15 16-20 1": "",

		"Call 01632 960999": "", "at PL1 3QX": "", // allowed, and our own
		"1,562 of 4,061": "", "0.0770090012": "", "9434765919": "", "943 476 5918": "", "9434765919 of 10": "", "0012345678": "", "0 of 1,234,567,890": "",
		"1943 476 5919": "", "943 476 59190": "", "E-36E9FC": "", "E-8FA4A2K7": "", "P-014": "", "P-M16AB2": "", "P-M11AE": "postcode", "P-M12AE3, P-CH12AB": "", "E-M12AE3CH": "", "Q1 2AB": "", "ZX19 6RT": "", "CH2 1AB": "postcode", "CH-0061AB": "",
		"2026-04-01": "", "1 April 2026": "", "01/04/2026 to 30/09/2026": "", "07:00 to 09:30": "", "070 of 9001234": "", "REF-01 2 of 3": "", "QQ123456C": "", "A4 5 mm": "",
		"3 @ 4.5": "", "Word @ home": "", "T5 Impact": "", "0770 of 0900 and 123": "", "20 of 88 (22.7%)": "", "+44": "", "": "",
	} {
		var wanted []string
		if want != "" {
			wanted = []string{want}
		}
		if got := gate.Shaped(text); !slices.Equal(got, wanted) {
			t.Errorf("%q is taken for %q, not %q", text, got, wanted)
		}
	}
}

// TestAllowedTextsMayBeSpread excuses a name where the rest of the text that somebody
// allowed stands nearby, in the text or in those beside it, and nowhere else.
func TestAllowedTextsMayBeSpread(t *testing.T) {
	gate := Known{Private: map[string]string{"Muriel Petrovane": "name of a person"}, Allowed: []string{"Petrovane Lodge"}}.Gate()
	for text, finds := range map[string]int{ // words that are not laid out: whole or not at all
		"Petrovane Lodge": 0, "at Petrovane\nLodge.": 0, "Petrovane Lodge's tea": 0, "Petrovane likes the Lodge": 1, "the Lodge of Petrovane": 1, "Petrovane": 1,
		"Petrovane Lodge, where Petrovane lives": 1,
	} {
		if found := gate.Search(text); len(found) != min(finds, 1) || finds > 0 && found[0].Times != finds {
			t.Errorf("%q: %v, not %d finds", text, found, finds)
		}
	}
	for _, c := range []struct {
		before, text, after string
		finds               int
	}{
		{"", "Petrovane Lodge", "", 0},
		{"Elm", "Petrovane", "Lodge", 0},
		{"the Lodge", "of Petrovane", "", 0},
		{"", "Elm Petrovane Oak\n12.5 Lodge 13.1", "", 0},
		{"Elm", "Petrovane", "Oak", 1},
		{"", "Petrovane", "", 1},
		{"", "Mrs Petrovane of the Lodge", "", 1},
		{"", "Muriel Petrovane, Lodge", "", 1},
		{"", "Petrovane 1 2 3 4 5 6 7 8 9 10 11 12 13 Lodge", "", 1},
		{"Muriel Petrovane", "Lodge", "", 0}, // what stands beside is searched by itself
	} {
		finds := 0
		for _, f := range gate.SearchBeside(c.before, c.text, c.after) {
			finds += f.Times
		}
		if finds != c.finds {
			t.Errorf("%q between %q and %q: %d finds, not %d", c.text, c.before, c.after, finds, c.finds)
		}
	}
}
