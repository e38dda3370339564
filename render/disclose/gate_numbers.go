package disclose

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// addNumber takes a number that stands for one person. One of fewer than seven signs,
// or without a digit, is none; a postcode has five at least.
func (g *Gate) addNumber(what, key string) {
	least := 7
	if what == "postcode" {
		least = 5
		if len(key) > 8 || key == "" || !unicode.IsLetter(rune(key[0])) {
			return
		}
	}
	if len(key) >= least && strings.ContainsAny(key, "0123456789") {
		g.keepNumber(&pattern{what: what, sure: true}, key)
	}
}

func (g *Gate) keepNumber(p *pattern, key string) {
	if g.numbers[key] == nil {
		g.numbers[key] = p
	}
}

// addPhones takes the phone numbers of a cell, without the 0 or 44 before them.
func (g *Gate) addPhones(what, text string) {
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsDigit(r) && !strings.ContainsRune(" -.()+\u00a0", r) }) {
		if key := national(joined(part)); len(key) >= 7 && len(key) <= 15 {
			g.keepNumber(&pattern{what: what, sure: true}, key)
		}
	}
}

// national is a phone number without the signs for going abroad, for the United
// Kingdom and for going out of town.
func national(digits string) string {
	digits = strings.TrimPrefix(digits, "00")
	if len(digits) > 10 {
		digits = strings.TrimPrefix(digits, "44")
	}
	return strings.TrimPrefix(digits, "0")
}

// addCode takes a reference code of the inputs.
func (g *Gate) addCode(what, text string) {
	key := joined(text)
	digit := strings.ContainsAny(key, "0123456789")
	switch {
	case isPseudonym(key):
	case strings.Trim(key, "0123456789") == "":
		if len(key) > 4 || len(key) == 4 && key[0] == '0' {
			g.keepNumber(&pattern{what: what, sure: true, code: true}, key)
		}
	case digit && len(key) > 3:
		g.keepNumber(&pattern{what: what, sure: true, code: true}, key)
	case !digit && len(key) > 4 && len(keysOf(text)) == 1 && g.alone[key] == nil:
		g.alone[key] = &pattern{what: what, sure: true, code: true, plain: !common(key)}
	}
}

// isPseudonym tells whether a code looks as our pseudonyms do: P-014.
func isPseudonym(key string) bool {
	rest, there := strings.CutPrefix(key, "p")
	return there && rest != "" && len(rest) < 5 && strings.Trim(rest, "0123456789") == ""
}

// addTexts takes an address, an e-mail address or a room.
func (g *Gate) addTexts(what, text string) {
	words := keysOf(text)
	if len(words) < 2 || len(words) > 12 {
		return
	}
	if what == "address" {
		if !strings.ContainsAny(text, "0123456789") || len(words) < 3 {
			return
		}
		if street, _, more := strings.Cut(text, ","); more {
			g.addTexts(what, street)
		}
	}
	g.addText(&pattern{what: what, words: words, sure: true, tight: what == "e-mail address"})
	if what == "room" && words[0] == "room" {
		for _, other := range []string{"rm", "bedroom", "flat", "bed"} {
			g.addText(&pattern{what: what, words: append([]string{other}, words[1:]...), sure: true})
		}
	}
}

// addText takes a text of several words, unless a service is called so.
func (g *Gate) addText(p *pattern) {
	within := slices.ContainsFunc(g.rooms, func(place []string) bool {
		return strings.Contains(" "+strings.Join(place, " ")+" ", " "+strings.Join(p.words, " ")+" ")
	})
	if !within {
		g.begins[p.words[0]] = append(g.begins[p.words[0]], p)
	}
}

// number looks for a number or code that begins here, however it is grouped, and
// gives how many words it takes.
func (s *search) number() int {
	w := s.words[s.at]
	if !w.digit && (len(w.key) > 5 || s.at+1 >= len(s.words) || !s.words[s.at+1].digit) {
		return 0
	}
	key, capitals, gaps := "", true, sign(0)
	for n := 1; n <= 6 && s.at+n <= len(s.words); n++ {
		w := s.words[s.at+n-1]
		if n > 1 {
			if !w.gap.only(blank|lineEnd|hyphen|dot|slash|under|round, 3) {
				break
			}
			gaps |= w.gap.signs
		}
		if key += w.key; len(key) > 20 {
			break
		}
		capitals = capitals && w.upper
		p := s.gate.numbers[key]
		if p == nil && w.digit {
			if p = s.gate.numbers[national(key)]; p != nil && p.what != "phone number" {
				p = nil
			}
		}
		if p == nil || n == 1 && w.digits && s.longer(p.code) || p.code && !codeAs(key, n, gaps, capitals) {
			continue
		}
		if p.code && s.at+n <= s.until {
			return n
		}
		s.find(p.what, p.sure)
		return n
	}
	return 0
}

// codeAs tells whether words make up a reference code: one of digits alone is one
// word, and across a blank the letters are capitals.
func codeAs(key string, n int, gaps sign, capitals bool) bool {
	switch {
	case n == 1:
		return true
	case strings.Trim(key, "0123456789") == "" || gaps&lineEnd != 0 || n > 3:
		return false
	}
	return gaps&blank == 0 || capitals
}

// longer tells whether the digits here are a part of a longer number: the 234 of
// 10,234.56, or decimals. Numbers in a list, 9434765919,9434765920, are numbers each;
// only a code may be the whole part of a decimal number.
func (s *search) longer(code bool) bool {
	joined := func(i, beside int, by sign) bool {
		return i > 0 && i < len(s.words) && s.words[beside].digits && s.words[i].gap.many == 1 && s.words[i].gap.signs&by != 0
	}
	const group = 3 // digits between two commas of a number
	here, after := s.at, s.at+1
	return joined(here, here-1, dot) || joined(here, here-1, comma) && len(s.words[here].key) <= group ||
		code && (joined(after, after, dot) || joined(after, after, comma) && len(s.words[after].key) == group)
}

// months by their name and by its first three letters.
var months = func() map[string]int {
	out := map[string]int{"sept": 9}
	for i, name := range strings.Fields("january february march april may june july august september october november december") {
		out[name], out[name[:3]] = i+1, i+1
	}
	return out
}()

// addBirth takes a date of birth, written as 1941-12-12 or with the day first. One in
// or after a year is none, but a slip or the day of something else.
func (g *Gate) addBirth(text string, before int) {
	words := wordsOf(text)
	if len(words) < 3 {
		return
	}
	year, month, day := numberIn(words[2].key), numberIn(words[1].key), numberIn(words[0].key)
	if len(words[0].key) == 4 {
		year, day = day, year
	}
	if named := months[words[1].key]; named > 0 {
		month = named
	}
	if month > 12 {
		month, day = day, month
	}
	if year < 1880 || year > 2100 || before > 0 && year >= before || month < 1 || month > 12 || day < 1 || day > 31 {
		return
	}
	g.births[year*10000+month*100+day] = true
	g.births[year*10000+month*100] = true
}

// birth looks for a date of birth that begins here, and gives how many words it takes.
func (s *search) birth() int {
	if len(s.gate.births) == 0 {
		return 0
	}
	w := s.words[s.at]
	if w.digits && len(w.key) == 8 {
		whole := numberIn(w.key)
		if s.born(whole/10000, whole/100%100, whole%100) || s.born(whole%10000, whole/10000%100, whole/1000000) {
			s.find("date of birth", true)
			return 1
		}
	}
	if !w.digit && months[w.key] == 0 {
		return 0
	}
	for n := 3; n >= 2; n-- {
		if s.at+n <= len(s.words) && s.bornIn(s.words[s.at:s.at+n]) {
			s.find("date of birth", true)
			return n
		}
	}
	return 0
}

func (s *search) born(year, month, day int) bool { return s.gate.births[year*10000+month*100+day] }

// bornIn tells whether two or three words are a date of birth, or its month and year.
func (s *search) bornIn(words []word) bool {
	named, slashed := -1, true
	for i, w := range words {
		if months[w.key] > 0 {
			named = i
		}
		if i > 0 {
			slashed = slashed && w.gap.many == 1 && w.gap.signs&(slash|hyphen|dot) != 0
			if !w.gap.only(blank|lineEnd|hyphen|dot|slash|comma, 3) {
				return false
			}
		}
	}
	if named < 0 && !slashed {
		return false // three counts beside one another are no date
	}
	at := func(i int) int { return numberIn(words[i].key) }
	month := func(i int) int {
		if m := months[words[i].key]; m > 0 {
			return m
		}
		return at(i)
	}
	if len(words) == 2 {
		return (named == 0 || named < 0 && words[1].gap.signs == slash) && len(words[1].key) == 4 && s.born(at(1), month(0), 0) ||
			named != 0 && len(words[0].key) == 4 && s.born(at(0), month(1), 0)
	}
	if named == 0 {
		return s.century(at(2), month(0), at(1))
	}
	return len(words[0].key) == 4 && s.born(at(0), month(1), at(2)) || s.century(at(2), month(1), at(0))
}

// century tries a year of two digits in both centuries.
func (s *search) century(year, month, day int) bool {
	if day == 0 {
		return false
	}
	return s.born(year, month, day) || year < 100 && (s.born(1900+year, month, day) || s.born(2000+year, month, day))
}

// numberIn reads the digits in front of a word: 12, 12th. None is 0.
func numberIn(key string) int {
	end := 0
	for end < len(key) && end < 8 && key[end] >= '0' && key[end] <= '9' {
		end++
	}
	switch key[end:] {
	case "", "st", "nd", "rd", "th":
		n, err := strconv.Atoi(key[:end])
		if err == nil {
			return n
		}
	}
	return 0
}
