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
	hash, letters := uint32(0), 0
	for i := 0; i < len(text); i++ {
		c := text[i]
		if c >= utf8.RuneSelf {
			return true
		}
		switch fates[c] {
		case kept:
			if letters < hintLetters {
				hash = addLetter(hash, c)
			}
			letters++
		case dropped:
		case and:
			return true
		default:
			if letters > 0 && h.has(hash) {
				return true
			}
			hash, letters = 0, 0
		}
	}
	return letters > 0 && h.has(hash)
}

func (h *hints) has(hash uint32) bool {
	place := hintPlace(hash)
	return h.bits[place/64]&(1<<(place%64)) != 0
}
