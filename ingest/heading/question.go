package heading

import (
	"strings"
	"unicode"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/record"
)

// Threshold is how sure a question must be that is taken as a field. Below it the
// column is in no field, and the field is only suggested.
const Threshold = 0.75

// A question is as sure as the part of its words that its phrase explains, up to
// sureAsked; below unlikely not even a suggestion is made.
const (
	sureAsked = 0.9
	unlikely  = 0.4
)

// phrase is a way to ask for a field. Words are parted by |, and a star stands for
// any end of a word.
type phrase struct {
	field string
	kinds []record.Kind // none: every kind with the field
	all   []string      // one word of each of these must be there
	more  string        // words that may be there
	scale string        // scale that the question asks for, "" is none
}

// asked is a heading that is a question, and what it may ask for.
type asked struct {
	column int
	sure   map[string]float64 // field → how sure, of any kind
	hits   []hit
}

type hit struct {
	*phrase
	sure float64
}

// question reads a heading as a question; false where it is none.
func question(column int, written string) (asked, bool) {
	words, is := askedWords(written)
	if !is {
		return asked{}, false
	}
	q := asked{column: column, sure: make(map[string]float64)}
	for i := range phrases {
		if sure := phrases[i].covers(words); sure >= unlikely {
			q.hits = append(q.hits, hit{&phrases[i], sure})
			if sure >= Threshold {
				q.sure[phrases[i].field] = max(sure, q.sure[phrases[i].field])
			}
		}
	}
	return q, len(q.hits) > 0
}

// askedWords gives the words of a question that say something. A question ends in a
// question mark or begins like one, and has three words.
func askedWords(written string) ([]string, bool) {
	marked := strings.Contains(written, "?")
	if open := strings.IndexByte(written, '('); open > 0 {
		written = written[:open] // (1 = not at all, 5 = very)
	}
	words := wordsOf(cell.Key(written))
	for len(words) > 0 && isNumber(words[0]) {
		words = words[1:] // Q3
	}
	if len(words) < 3 || !marked && !openers[words[0]] {
		return nil, false
	}
	var out []string
	for _, w := range words {
		if !fillers[w] && !strings.ContainsFunc(w, unicode.IsDigit) {
			out = append(out, w)
		}
	}
	return out, len(out) > 0
}

// isNumber tells whether a word numbers a question: Q3, 3, 3a.
func isNumber(w string) bool {
	digits := strings.TrimRight(strings.TrimLeft(w, "q"), "abcdef")
	return digits != "" && strings.Trim(digits, "0123456789") == "" || w == "q" || w == "question"
}

func wordsOf(key string) []string { return strings.Fields(key) }

// covers says how sure it is that the words ask for the field, 0 where a word of
// the phrase is not there.
func (p *phrase) covers(words []string) float64 {
	explained := make([]bool, len(words))
	explain := func(any string) bool {
		found := false
		for i, w := range words {
			if oneOf(any, w) {
				explained[i], found = true, true
			}
		}
		return found
	}
	for _, any := range p.all {
		if !explain(any) {
			return 0
		}
	}
	explain(p.more)
	n := 0
	for _, is := range explained {
		if is {
			n++
		}
	}
	return sureAsked * float64(n) / float64(len(words))
}

// oneOf tells whether a word is one of some, parted by |.
func oneOf(any, word string) bool {
	for want := range strings.SplitSeq(any, "|") {
		if stem, open := strings.CutSuffix(want, "*"); want == word || open && strings.HasPrefix(word, stem) {
			return true
		}
	}
	return false
}

func (p *phrase) of(kind record.Kind) bool {
	for _, k := range p.kinds {
		if k == kind {
			return true
		}
	}
	return len(p.kinds) == 0
}

// questions takes the columns whose headings ask for a field. Two that ask for one
// field are both left: nobody knows which is meant.
func (m *matcher) questions() {
	type candidate struct {
		column int
		hit
	}
	found, order := make(map[string][]candidate), []string{}
	for _, q := range m.asked {
		if m.taken[q.column] {
			continue
		}
		var best hit
		even := false
		for _, h := range q.hits {
			_, known := m.index.telling[h.field]
			if !known || !h.of(m.Kind) || m.has(h.field) || m.shut[h.field] || !m.fits(wanted{field: h.field}, q.column) {
				continue
			}
			switch {
			case h.sure > best.sure:
				best, even = h, false
			case h.sure == best.sure && h.field != best.field:
				even = true
			}
		}
		switch {
		case best.phrase == nil:
		case even || best.sure < Threshold:
			m.Suggest[q.column] = best.field
		default:
			if found[best.field] == nil {
				order = append(order, best.field)
			}
			found[best.field] = append(found[best.field], candidate{q.column, best})
		}
	}
	for _, field := range order {
		all := found[field]
		if len(all) > 1 {
			for _, c := range all {
				m.Suggest[c.column], m.Notes[c.column] = field, "another question asks for the same"
			}
			continue
		}
		m.take(field, all[0].column, plain, all[0].sure)
		if scale := all[0].scale; scale != "" && !m.has("scale") {
			m.Constant = map[string]string{"scale": scale}
		}
	}
}
