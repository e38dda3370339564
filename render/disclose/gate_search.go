package disclose

import "slices"

// search is one search through the words of a text.
type search struct {
	gate  *Gate
	words []word
	at    int

	loose       bool   // a text that somebody allowed may be spread over lines and neighbours
	left, right string // the texts before and after this one, where it may
	around      []word // the words with those of both near them, once they were asked for
	before      int    // how many of them stand before

	until int // words before this one stand in a text that somebody allowed
	found map[string]*Found
}

func (s *search) find(what string, sure bool) {
	f := s.found[what]
	if f == nil {
		f = &Found{What: what}
		s.found[what] = f
	}
	f.Times++
	f.Sure = f.Sure || sure
}

// allow finds out how far a text reaches that somebody allowed and that begins here.
func (s *search) allow() {
	for _, words := range s.gate.allowed[s.words[s.at].key] {
		if n := s.same(words, partsOfName); n > 0 {
			s.until = max(s.until, s.at+n)
		}
	}
}

// partsOfName may stand between the words of a name.
const partsOfName = blank | lineEnd | hyphen | comma | dot | under

// same counts the words here that are some words, 0 where they are not. The last may
// have an 's.
func (s *search) same(words []string, between sign) int {
	if s.at+len(words) > len(s.words) {
		return 0
	}
	for i, key := range words {
		w := s.words[s.at+i]
		if w.key != key && (i < len(words)-1 || w.bare() != key) {
			return 0
		}
		if i > 0 && !w.gap.only(between, 4) {
			return 0
		}
		if i > 0 && w.gap.signs&dot != 0 && w.gap.signs != dot && len(words[i-1]) > 1 {
			return 0 // a sentence ends
		}
	}
	return len(words)
}

// name looks for a name, an address or a room that begins here, and gives how many
// words it takes.
func (s *search) name() int {
	w := s.words[s.at]
	for _, p := range s.gate.begins[w.key] {
		between := partsOfName
		switch {
		case p.tight:
			between = dot | at | under | hyphen
		case p.strict:
			between = blank | lineEnd | comma | dot
		}
		n := s.same(p.words, between)
		if n == 0 || p.strict && !s.capitals(n) {
			continue
		}
		if s.at+n <= s.until && isName(p.what) {
			return n
		}
		s.find(p.what, p.sure)
		return n
	}
	if s.at < s.until {
		return 0
	}
	if what := s.titled(); what != "" {
		s.find(what, true)
		return 1
	}
	return s.single(w)
}

// capitals tells whether each of the next words begins with a capital, and one
// alone is one letter only with a full stop behind it where it is a word as well.
func (s *search) capitals(n int) bool {
	for i := range n {
		w := s.words[s.at+i]
		if !w.capital {
			return false
		}
		if (w.key == "a" || w.key == "i") && (s.at+i+1 >= len(s.words) || s.words[s.at+i+1].gap.signs&dot == 0) {
			return false
		}
	}
	return true
}

// titled tells whether a surname stands here behind a title.
func (s *search) titled() string {
	w := s.words[s.at]
	if s.at == 0 || !w.capital || !titles[s.words[s.at-1].key] || !s.words[s.at-1].capital || !w.gap.only(blank|lineEnd|dot, 3) {
		return ""
	}
	if what := s.gate.surnames[w.key]; what != "" {
		return what
	}
	return s.gate.surnames[w.bare()]
}

// single looks for one word of a name alone, also where a line break parts it.
func (s *search) single(w word) int {
	p := s.gate.alone[w.key]
	if p == nil {
		p = s.gate.alone[w.bare()]
	}
	taken := 1
	if p == nil && s.at+1 < len(s.words) {
		if next := s.words[s.at+1]; next.gap.signs&lineEnd != 0 && next.gap.only(lineEnd|hyphen|blank, 4) && !next.capital {
			p, taken = s.gate.alone[w.key+next.key], 2
			if p == nil {
				p = s.gate.alone[w.key+next.bare()]
			}
		}
	}
	switch {
	case p == nil, p.code && !p.plain && !w.upper:
		return 0
	case !w.capital && !p.plain && !s.withinName():
		return 0
	case s.loose && isName(p.what) && s.spread(w):
		return 0
	}
	s.find(p.what, p.sure)
	return taken
}

// withinName tells whether the word here is a part of a name of a file, an address
// or the like, where small letters are usual.
func (s *search) withinName() bool {
	bound := func(i int) bool {
		return i > 0 && i < len(s.words) && s.words[i].gap.many == 1 && s.words[i].gap.signs&(dot|under|at|slash) != 0
	}
	return bound(s.at) || bound(s.at+1)
}

// nearby is how many words away the rest of a text may stand that somebody allowed.
const nearby = 12

// spread tells whether a word is a part of a text that somebody allowed, of which all
// other words stand nearby.
func (s *search) spread(w word) bool {
	allowing := append(s.gate.allowing[w.key], s.gate.allowing[w.bare()]...)
	if len(allowing) == 0 {
		return false
	}
	near := s.near()
	there := func(key string) bool {
		return slices.ContainsFunc(near, func(n word) bool { return n.key == key || n.bare() == key })
	}
	return slices.ContainsFunc(allowing, func(words []string) bool {
		return len(words) > 1 && !slices.ContainsFunc(words, func(key string) bool { return !there(key) })
	})
}

// near gives the words around the one that is looked at. Those of the neighbouring texts
// are cut only when somebody asks.
func (s *search) near() []word {
	if s.around == nil {
		left, right := wordsOf(s.left), wordsOf(s.right)
		left, right = left[max(0, len(left)-nearby):], right[:min(nearby, len(right))]
		s.around, s.before = slices.Concat(left, s.words, right), len(left)
	}
	return s.around[max(0, s.before+s.at-nearby):min(len(s.around), s.before+s.at+nearby+1)]
}
