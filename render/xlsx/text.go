package xlsx

import (
	"math"
	"regexp"
	"strings"
	"time"
	"unicode"
	"unicode/utf16"
)

// longest is how many UTF-16 units a cell holds; the library cuts without a word.
const longest = 32767

// cutWords ends a text that was too long for a cell.
const cutWords = " … (The rest is left out here: a cell holds no more.)"

// clean makes a text safe for a cell: no control characters but line breaks and
// tabs, no broken UTF-8, nothing over the length that a cell holds.
func clean(text string) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case r == '\ufffe' || r == '\uffff':
			return unicode.ReplacementChar
		case unicode.IsControl(r):
			return ' '
		}
		return r
	}, strings.ReplaceAll(text, "\r\n", "\n"))
	return cut(text)
}

// escaping is what Excel reads as the code of a character.
var escaping = regexp.MustCompile(`_(x[0-9A-Fa-f]{4}_)`)

// escape keeps a text such as _x0041_ as it is; the library does not.
func escape(text string) string { return escaping.ReplaceAllString(text, "_x005F_$1") }

// cut shortens a text that is longer than a cell and says so.
func cut(text string) string {
	if len(text) <= longest || units(text) <= longest {
		return text
	}
	room := longest - units(cutWords)
	for at, r := range text {
		room -= max(1, utf16.RuneLen(r))
		if room < 0 {
			return text[:at] + cutWords
		}
	}
	return text
}

// units counts the UTF-16 units of a text, which is what Excel counts.
func units(text string) int {
	n := 0
	for _, r := range text {
		n += max(1, utf16.RuneLen(r))
	}
	return n
}

// dateForms are the ways in which a page writes a day.
var dateForms = []string{time.DateOnly, "2 Jan 2006", "2 January 2006"}

// dayOf reads a day of the page. It says false where the text is no day.
func dayOf(text string) (time.Time, bool) {
	for _, form := range dateForms {
		if day, err := time.Parse(form, text); err == nil {
			return day, true
		}
	}
	return time.Time{}, false
}

// formatAs gives the number format that prints as many decimals as the text
// does, for numbers whose kind the page leaves open.
func formatAs(text string) string {
	_, after, _ := strings.Cut(text, ".")
	decimals := 0
	for decimals < len(after) && after[decimals] >= '0' && after[decimals] <= '9' {
		decimals++
	}
	return formatOf(decimals)
}

// formatOf is the number format with that many decimals.
func formatOf(decimals int) string {
	if decimals <= 0 {
		return asCount
	}
	return "#,##0." + strings.Repeat("0", min(decimals, 9))
}

// lettersPerDigit is how many letters of running text fit into the width of a
// digit, in which columns are measured; a little less than Arial really takes.
const lettersPerDigit = 1.2

// linesOf estimates how many lines a text takes in a column of that width, when
// lines break between words.
func linesOf(text string, width, size float64, bold bool) int {
	room := width * lettersPerDigit * sizeText / size
	if bold {
		room *= 0.9
	}
	lines := 0
	for part := range strings.SplitSeq(text, "\n") {
		lines += linesOfWords(strings.Fields(part), max(1, room))
	}
	return lines
}

// linesOfWords breaks words into lines that hold so many letters; a word that is
// longer than a line is broken.
func linesOfWords(words []string, room float64) int {
	lines, used := 1, 0.0
	for _, word := range words {
		long := float64(len([]rune(word)))
		if used > 0 && used+1+long > room {
			lines, used = lines+1, 0
		}
		if used > 0 {
			used++
		}
		used += long
		if used > room {
			lines += int(math.Ceil(used/room)) - 1
			used = math.Mod(used, room)
		}
	}
	return lines
}

// longestWord is how many letters the longest word of a text has.
func longestWord(text string) int {
	longest := 0
	for _, word := range strings.Fields(text) {
		longest = max(longest, len([]rune(word)))
	}
	return longest
}

// finite says whether a number can stand in a cell.
func finite(n *float64) bool {
	return n != nil && !math.IsNaN(*n) && !math.IsInf(*n, 0)
}
