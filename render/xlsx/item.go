package xlsx

import (
	"fmt"
	"strings"
	"time"

	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// item is what stands in one cell: a number, a day or a text, in this order.
// The zero item is a truly empty cell.
type item struct {
	number   *float64
	day      time.Time
	text     string
	look     look
	evidence string // id that the cell leads to, in the sheet of figures
	spark    *page.Spark
}

// words is a text cell; with "" the cell is empty.
func words(text string) item { return item{text: text, look: lookText} }

// state is a claim state in words.
func state(s chart.State, word string) item { return item{text: word, look: stateLook(s)} }

// verdictItem is the printed word of a verdict.
func verdictItem(v page.Verdict) item { return state(v.State, v.Word) }

// count is a whole number.
func count(n int) item { v := float64(n); return number(&v, asCount) }

// number is a number, or an empty cell where there is none.
func number(n *float64, format string) item {
	if !finite(n) {
		return item{look: look{right: true}}
	}
	return item{number: n, look: look{right: true, format: format}}
}

// numberOr is a number, or the words that stand in its place.
func numberOr(n *float64, format, text string) item {
	if finite(n) {
		return number(n, format)
	}
	return item{text: text, look: look{right: true, wrap: true}}
}

// day is a true date, or the text where it is none.
func day(text string) item {
	if d, there := dayOf(text); there {
		return item{day: d, look: look{format: asDate, right: true}}
	}
	return words(text)
}

// evidence is an evidence id that leads to its row among the figures.
func evidence(id string) item { return item{text: id, look: lookText, evidence: id} }

// strong makes an item bold.
func strong(i item) item {
	i.look.bold = true
	return i
}

// length is how many letters an item takes, for the width of its column.
func (i item) length() int {
	switch {
	case i.number != nil:
		return len(fmt.Sprintf("%.0f", *i.number)) + 4
	case !i.day.IsZero():
		return len(asDate)
	}
	longest := 0
	for part := range strings.SplitSeq(i.text, "\n") {
		longest = max(longest, len([]rune(part)))
	}
	return longest
}
