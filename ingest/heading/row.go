package heading

import (
	"slices"
	"strconv"
	"strings"

	"evidencepack/ingest/record"
)

// row is a row of headings made ready for comparing.
type row struct {
	shown     []string         // as the table shows them, in the form of Normal
	keys      []string         // the same without the number of a repeat
	at        map[string][]int // key → columns
	tails     [][]string       // what stands behind the groups of a heading, longest first
	ends      map[string][]int // tail or key → columns
	asked     []asked          // the questions among them
	referrals bool             // it is a table of referrals
	values    Values
}

// longest is the most bytes that a heading has; longer texts are notes.
const longest = 200

func rowOf(headings []string, values Values) *row {
	n := len(headings)
	r := &row{
		shown: make([]string, n), keys: make([]string, n), at: make(map[string][]int, n), tails: make([][]string, n),
		ends: make(map[string][]int, n), values: values,
	}
	for i, h := range headings {
		if len(h) > longest || h == "" {
			continue
		}
		r.shown[i] = Normal(h)
		r.keys[i] = r.shown[i]
		if base := Unnumbered(h); base != h {
			if key := Normal(base); len(r.at[key]) > 0 {
				r.keys[i] = key
			}
		}
		if r.keys[i] == "" {
			continue
		}
		r.at[r.keys[i]] = append(r.at[r.keys[i]], i)
		r.ends[r.keys[i]] = append(r.ends[r.keys[i]], i)
		r.referrals = r.referrals || referralTable[r.keys[i]]
		if refers(r.keys[i]) {
			continue
		}
		for _, tail := range tailsOf(Unnumbered(h)) {
			r.tails[i] = append(r.tails[i], tail)
			r.ends[tail] = append(r.ends[tail], i)
		}
		if q, is := question(i, h); is {
			r.asked = append(r.asked, q)
		}
	}
	return r
}

// speaks lists the kinds for which a heading of the row speaks.
func (r *row) speaks() map[record.Kind]bool {
	out := make(map[record.Kind]bool)
	for key := range r.ends {
		for _, kind := range telling[key] {
			out[kind] = true
		}
	}
	for _, q := range r.asked {
		for kind, in := range indexes {
			for field := range q.sure {
				out[kind] = out[kind] || in.telling[field]
			}
		}
	}
	return out
}

// belies tells whether a heading of the row says that it is not of a kind.
func (r *row) belies(kind record.Kind) bool {
	for key := range belied[kind] {
		if len(r.at[key]) > 0 {
			return true
		}
	}
	return false
}

// Shown gives the headings as they are shown and saved: the second "Confirmed" is
// "Confirmed #2", and a blank one over values is "column E", after the letter
// that Excel gives it. Filled tells whether anything stands in a column; nil
// leaves blank headings as they are.
func Shown(headings []string, filled func(column int) bool) []string {
	out, seen := slices.Clone(headings), make(map[string]int)
	for i, h := range headings {
		key := Normal(h)
		switch {
		case strings.TrimSpace(h) == "" && filled != nil && filled(i):
			out[i] = "column " + Letters(i)
		case key != "":
			if seen[key]++; seen[key] > 1 {
				out[i] = h + repeatMark + strconv.Itoa(seen[key])
			}
		}
	}
	return out
}

// repeatMark stands before the number of a heading that stands there again.
const repeatMark = " #"

// Unnumbered gives a heading without the number of a repeat.
func Unnumbered(h string) string {
	base, number, found := cutLast(h, repeatMark)
	if n, err := strconv.Atoi(number); !found || err != nil || n < 2 || base == "" {
		return h
	}
	return base
}

func cutLast(s, mark string) (before, after string, found bool) {
	at := strings.LastIndex(s, mark)
	if at < 0 {
		return s, "", false
	}
	return s[:at], s[at+len(mark):], true
}

// Letters names a column, from 0, as Excel does: A, B … Z, AA.
func Letters(column int) string {
	var out []byte
	for n := column + 1; n > 0; n = (n - 1) / 26 {
		out = append(out, byte('A'+(n-1)%26))
	}
	slices.Reverse(out)
	return string(out)
}

// tailsOf gives what stands behind the groups of a heading, longest first:
// "refusal reason" and "reason" of group_a/refusal/reason. None where it has no
// groups.
func tailsOf(h string) []string {
	parts := segments(h)
	var out []string
	for i := 1; i < len(parts); i++ {
		if tail := Normal(strings.Join(parts[i:], " ")); tail != "" && !slices.Contains(out, tail) {
			out = append(out, tail)
		}
	}
	return out
}

// segments cuts a heading at /, at a full stop within a word, and at a dash
// between blanks. Groups are written in full: "Q3. On a scale" is not cut.
func segments(h string) []string {
	h = strings.NewReplacer(" – ", "/", " — ", "/", " - ", "/", "::", "/").Replace(h)
	var parts []string
	from := 0
	for i := 0; i < len(h); i++ {
		dot := h[i] == '.' && i > 0 && i+1 < len(h) && !blankOrDot(h[i-1]) && !blankOrDot(h[i+1])
		if h[i] == '/' || dot {
			parts = append(parts, h[from:i])
			from = i + 1
		}
	}
	return append(parts, h[from:])
}

func blankOrDot(b byte) bool { return b == ' ' || b == '.' || b >= '0' && b <= '9' }
