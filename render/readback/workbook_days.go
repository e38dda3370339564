package readback

import (
	"strconv"
	"strings"
	"time"
)

// look is what we need to know of the look of a cell: whether its number is shown as a day.
type look struct{ day bool }

// readLooks reads which looks show a number as a day.
func (b *book) readLooks() error {
	codes := map[string]bool{}
	inCells := false
	return b.walk("xl/styles.xml", func(x *xmlReader, kind xmlKind) {
		switch {
		case x.local == "cellXfs" && kind != xmlText:
			inCells = kind == xmlOpen
		case kind == xmlOpen && x.local == "numFmt":
			codes[x.value("numFmtId")] = showsDay(x.value("formatCode"))
		case kind == xmlOpen && x.local == "xf" && inCells:
			id := x.value("numFmtId")
			number, _ := strconv.Atoi(id)
			b.looks = append(b.looks, look{codes[id] || 14 <= number && number <= 22})
		}
	})
}

// showsDay tells whether a format has a part for the day, the month or the year.
func showsDay(code string) bool {
	quoted, bracketed := false, false
	for i := 0; i < len(code); i++ {
		switch c := code[i]; {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '\\' || c == '_' || c == '*':
			i++
		case c == '[':
			bracketed = true
		case c == ']':
			bracketed = false
		case !bracketed && strings.IndexByte("dDyY", c) >= 0:
			return true
		}
	}
	return false
}

// day gives the date of a number that is shown as a day, or nothing. A month has the
// number of its first day.
func (b *book) day(text string, number int) string {
	if number < 0 || number >= len(b.looks) || !b.looks[number].day {
		return ""
	}
	count, err := strconv.ParseFloat(text, 64)
	if err != nil || count < 1 || count > 3_000_000 {
		return ""
	}
	first := time.Date(1899, time.December, 30, 0, 0, 0, 0, time.UTC)
	if b.since04 {
		first = time.Date(1904, time.January, 1, 0, 0, 0, 0, time.UTC)
	} else if count < 60 {
		first = first.AddDate(0, 0, 1) // the workbook counts a 29 February 1900
	}
	return first.AddDate(0, 0, int(count)).Format(time.DateOnly)
}
