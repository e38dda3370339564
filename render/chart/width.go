package chart

import (
	"strings"
	"unicode/utf8"
)

const (
	millimetresPerPoint = 25.4 / 72
	unitsPerSize        = 2048 // units of the font's own grid in its size
	emptyBox            = 1229 // width of the box that stands for a letter the font lacks
)

// TextWidth gives the width of one line of Open Sans in mm, without kerning.
// Size is in points. A letter that the font lacks counts as its empty box.
func TextWidth(text string, size float64, semibold bool) float64 {
	units := 0
	for _, letter := range text {
		units += letterWidth(letter, semibold)
	}
	return float64(units) / unitsPerSize * size * millimetresPerPoint
}

func letterWidth(letter rune, semibold bool) int {
	for _, run := range advances {
		at := int(letter - run.first)
		if at < 0 {
			break
		}
		if at < len(run.regular) {
			if semibold {
				return int(run.semibold[at])
			}
			return int(run.regular[at])
		}
	}
	return emptyBox
}

// Wrap breaks a text at its spaces into lines of at most width mm; a no-break
// space holds. A single word wider than that is cut between letters, so that no
// line is ever wider, unless one letter is. An empty text has no lines.
func Wrap(text string, size float64, semibold bool, width float64) []string {
	var lines []string
	line := ""
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '\n' || r == '\t' }) {
		joined := word
		if line != "" {
			joined = line + " " + word
		}
		if TextWidth(joined, size, semibold) <= width {
			line = joined
			continue
		}
		if line != "" {
			lines = append(lines, line)
		}
		for line = word; TextWidth(line, size, semibold) > width; {
			head := fitting(line, size, semibold, width)
			if head == len(line) {
				break
			}
			lines, line = append(lines, line[:head]), line[head:]
		}
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// fitting gives how many bytes of the word fit into the width: at least one letter.
func fitting(word string, size float64, semibold bool, width float64) int {
	_, first := utf8.DecodeRuneInString(word)
	for end := range word {
		if end > first && TextWidth(word[:end], size, semibold) > width {
			_, last := utf8.DecodeLastRuneInString(word[:end])
			return end - last
		}
	}
	if TextWidth(word, size, semibold) > width && len(word) > first {
		_, last := utf8.DecodeLastRuneInString(word)
		return len(word) - last
	}
	return len(word)
}
