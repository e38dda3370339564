package cell

import (
	"strings"
	"unicode/utf8"
)

// hints tells of most texts at once that no phrase of a list stands there: each phrase has
// one word, its longest, of which the beginning is kept as a bit of a small table. A text
// in which no word begins so holds none of them. It never misses one; where a word only
// looks like one of them, the text is looked through.
type hints struct {
	bits []uint64 // nil: every text is looked through
}

const (
	hintLetters = 6 // 5 bits each: of a longer word nothing more is looked at
	hintBits    = 1 << 15
)

// hint makes the table of a list of phrases.
func (p *Phrases) hint() {
	bits := make([]uint64, hintBits/64)
	lists := [][]said{p.stems}
	for _, list := range p.first {
		lists = append(lists, list)
	}
	for _, list := range lists {
		for _, one := range list {
			longest := ""
			for _, word := range one.words {
				if !strings.HasSuffix(word, "*") && len(word) > len(longest) {
					longest = word
				}
			}
			hash, whole := uint32(0), longest != ""
			for i := range min(len(longest), hintLetters) {
				whole = whole && fates[longest[i]&0x7F] == kept && longest[i] < utf8.RuneSelf
				hash = addLetter(hash, longest[i])
			}
			if !whole {
				return // an open end or an accent: every text is looked through
			}
			place := hintPlace(hash)
			bits[place/64] |= 1 << (place % 64)
		}
	}
	p.hints.bits = bits
}

func addLetter(hash uint32, letter byte) uint32 { return hash<<5 | uint32(letter&31) }

func hintPlace(hash uint32) uint32 { return hash * 2654435761 >> 17 }

// mayStand tells whether a word of a text begins as one of a phrase does. Signs that a
// key drops are dropped here too, and those that part words part them.
func (h *hints) mayStand(text string) bool {
	if h.bits == nil {
		return true
	}
	var w hintWord
	for i := 0; i < len(text); i++ {
		c := text[i]
		what := kept
		if c < utf8.RuneSelf {
			what = int(fates[c])
		} else {
			r, size := utf8.DecodeRuneInString(text[i:])
			i += size - 1
			switch {
			case r == '’' || r == '‘':
				what = dropped
			case r == '–' || r == '—' || r == '£' || r == '\u00a0' || r == '“' || r == '”' || r == '•':
				what = parts
			case r >= 'À' && r <= 'ÿ' && r != '×' && r != '÷':
				w.strange = true // a letter with an accent: the word is in no phrase
			default:
				return true // a key may make another letter of it
			}
		}
		switch what {
		case kept:
			w.add(c)
		case parts:
			if h.has(w) {
				return true
			}
			w = hintWord{}
		case and:
			return true
		}
	}
	return h.has(w)
}

// hintWord is the word that is being looked at.
type hintWord struct {
	hash    uint32
	letters int
	strange bool
}

func (w *hintWord) add(c byte) {
	if w.letters < hintLetters {
		w.hash = addLetter(w.hash, c)
	}
	w.letters++
}

func (h *hints) has(w hintWord) bool {
	if w.letters == 0 || w.strange {
		return false
	}
	place := hintPlace(w.hash)
	return h.bits[place/64]&(1<<(place%64)) != 0
}
