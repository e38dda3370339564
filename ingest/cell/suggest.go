package cell

import "strings"

// How long a word must be to be compared, and how many slips it may hold.
const (
	oneSlipFrom  = 6
	twoSlipsFrom = 8
)

// negations turn a word into its opposite: they are no slips of the hand.
var negations = []string{"un", "in", "im", "ir", "dis", "non", "mis", "not ", "no ", "non "}

// Suggest gives the canonical word that a text with a slip of the hand may stand
// for, only to offer a line of mapping: nothing is read by it. One slip is allowed
// in words of six letters and more, two from eight; a slip is a letter too many,
// missing or wrong, or two that changed places. Where two meanings are as near as
// each other: false.
func Suggest(list *List, word string) (canonical string, ok bool) {
	key := Key(word)
	most := slips(key)
	if most == 0 || list.words[key] != "" {
		return "", false
	}
	best := most + 1
	for known, meaning := range list.words {
		if slips(known) == 0 || opposite(key, known) {
			continue
		}
		n := distance(key, known, min(best, min(most, slips(known))+1))
		switch {
		case n > min(most, slips(known)) || n > best:
		case n < best:
			best, canonical, ok = n, meaning, true
		case meaning != canonical:
			ok = false
		}
	}
	return canonical, ok
}

// slips gives how many slips a word may hold. Texts with figures are never a slip
// of a word.
func slips(key string) int {
	n := len([]rune(key))
	switch {
	case n > 40 || strings.ContainsAny(key, "0123456789"):
		return 0
	case n >= twoSlipsFrom:
		return 2
	case n >= oneSlipFrom:
		return 1
	}
	return 0
}

// opposite tells whether one word is the other with a negation before it.
func opposite(a, b string) bool {
	for _, no := range negations {
		if a == no+b || b == no+a {
			return true
		}
	}
	return false
}

// distance counts slips between two words, up to a limit.
func distance(a, b string, limit int) int {
	one, two := []rune(a), []rune(b)
	if d := len(one) - len(two); d > limit || -d > limit {
		return limit + 1
	}
	before, last, now := make([]int, len(two)+1), make([]int, len(two)+1), make([]int, len(two)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(one); i++ {
		now[0] = i
		for j := 1; j <= len(two); j++ {
			wrong := 1
			if one[i-1] == two[j-1] {
				wrong = 0
			}
			now[j] = min(last[j]+1, now[j-1]+1, last[j-1]+wrong)
			if i > 1 && j > 1 && one[i-1] == two[j-2] && one[i-2] == two[j-1] {
				now[j] = min(now[j], before[j-2]+1)
			}
		}
		before, last, now = last, now, before
	}
	return last[len(two)]
}
