package ingest

import (
	"errors"
	"fmt"
	"strings"
	"unicode"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/heading"
)

// looksRows is how many rows are looked at to say what stands in a column.
const looksRows = 500

// look gathers what a column holds, without keeping a value that may be shown.
type look struct {
	filled, dates, numbers, answers, long int
	different                             map[string]bool
	mask                                  string // shape of the first value
	least, most                           float64
}

// looks says of each column that is no field what stands in it, and nothing of
// one that holds personal details. No value is in
// what it says but the ends of small whole numbers, such as a scale of 1 to 5.
func (t table) looks(h header) []string {
	taken := make(map[int]bool)
	for _, column := range h.match.Columns {
		taken[column] = true
	}
	for i, written := range h.headings {
		_, spread := t.spread[i]
		taken[i] = taken[i] || spread || heading.Personal(written)
	}
	all, seen := make([]look, len(h.headings)), 0
	for r := range t.rows {
		if seen++; seen > looksRows {
			break
		}
		for i, c := range r.Cells {
			if i < len(all) && !taken[i] && h.headings[i] != "" && !c.Empty() {
				all[i].add(c)
			}
		}
	}
	said := make([]string, len(all))
	for i := range all {
		if !taken[i] && h.headings[i] != "" {
			said[i] = all[i].String()
		}
	}
	return said
}

func (l *look) add(c cell.Raw) {
	if l.different == nil {
		l.different = make(map[string]bool)
	}
	if l.filled++; l.filled == 1 {
		l.mask = masked(cell.Clean(c.Text))
	}
	l.different[cell.Key(c.Text)] = true
	if len([]rune(c.Text)) > 60 {
		l.long++
	}
	if v, err := cell.Number(c); err == nil && !c.Date {
		if l.numbers++; l.numbers == 1 {
			l.least, l.most = v, v
		}
		l.least, l.most = min(l.least, v), max(l.most, v)
		if v == 0 || v == 1 {
			l.answers++
		}
		return
	}
	if _, err := cell.Date(c, cell.Order(0)); err == nil || errors.Is(err, cell.ErrNoSuchDay) {
		l.dates++
	}
	if cell.Answer(c) != "" {
		l.answers++
	}
}

// String says in a few words what stands in the column.
func (l *look) String() string {
	most := func(n int) bool { return n*10 >= l.filled*9 }
	switch {
	case l.filled == 0:
		return "empty"
	case most(l.answers):
		return "looks like yes and no"
	case most(l.numbers):
		if l.least >= 0 && l.most <= 10 && l.least == float64(int(l.least)) && l.most == float64(int(l.most)) {
			return fmt.Sprintf("looks like numbers from %d to %d", int(l.least), int(l.most))
		}
		return "looks like numbers, such as " + l.mask
	case most(l.dates):
		return "looks like dates, such as " + l.mask
	case l.long*4 >= l.filled:
		return "looks like longer texts"
	case len(l.different) == l.filled && l.filled > 1:
		return "looks like words or names, all different, such as " + l.mask
	}
	return fmt.Sprintf("looks like words: %d different, such as %s", len(l.different), l.mask)
}

// longestMask is how much of the shape of a value is shown.
const longestMask = 24

// masked shows the shape of a value and none of its letters or digits: Xxxxx, 99/99/9999.
func masked(text string) string {
	shape := strings.Map(func(r rune) rune {
		switch {
		case unicode.IsDigit(r):
			return '9'
		case unicode.IsUpper(r):
			return 'X'
		case unicode.IsLetter(r) || unicode.IsMark(r):
			return 'x'
		case r < 0x20 || r > 0x7E:
			return '.'
		}
		return r
	}, text)
	if runes := []rune(shape); len(runes) > longestMask {
		return string(runes[:longestMask]) + "…"
	}
	return shape
}
