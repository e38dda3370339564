package markup

import (
	"bytes"
	"strconv"
	"strings"
)

// The most columns and rows that a cell of a page may span, by the HTML standard.
const (
	mostColumnSpan = 1_000
	mostRowSpan    = 65_534
)

// attributes are those of a tag that matter to a table.
type attributes struct {
	columns, rows int    // what a cell spans, 1 unless it says more
	hidden        bool   // not shown
	selected      bool   // the option of a choice that is chosen
	loose         bool   // Excel: the span is only for show and merges nothing
	alt           string // what a picture stands for
	excel         excelCell
}

// attributes reads those of the tag at hand.
func (t *tokens) attributes(known styles) attributes {
	a := attributes{columns: 1, rows: 1}
	for t.more {
		var key, value []byte
		key, value, t.more = t.TagAttr()
		switch string(key) {
		case "colspan":
			a.columns = max(1, span(value, mostColumnSpan))
		case "rowspan":
			if a.rows = span(value, mostRowSpan); a.rows == 0 {
				a.rows = mostRowSpan // the standard: down to the end of the rows
			}
		case "hidden":
			a.hidden = true
		case "selected":
			a.selected = true
		case "alt":
			a.alt = string(value)
		case "class":
			a.classes(string(value), known)
		case "style":
			a.style(value)
		case "x:num":
			a.excel.hasNumber, a.excel.number = true, string(value)
		case "x:err":
			a.excel.fault = true
		}
	}
	return a
}

// span reads how many columns or rows a cell spans; what is no number is 1.
func span(value []byte, most int) int {
	digits := strings.TrimSpace(string(value))
	end := 0
	for end < len(digits) && digits[end] >= '0' && digits[end] <= '9' {
		end++
	}
	if end == 0 {
		return 1
	}
	v, err := strconv.Atoi(digits[:end])
	if err != nil {
		return most // more digits than a number has
	}
	return min(v, most)
}

// classes applies the styles of the page's own classes.
func (a *attributes) classes(list string, known styles) {
	if len(known) == 0 {
		return
	}
	for class := range strings.FieldsSeq(list) {
		if s, found := known[strings.ToLower(class)]; found {
			a.apply(s)
		}
	}
}

func (a *attributes) style(value []byte) {
	lower := bytes.ToLower(value)
	a.apply(styleOf(string(lower)))
	a.loose = a.loose || bytes.Contains(lower, []byte("mso-ignore:colspan"))
}

func (a *attributes) apply(s style) {
	a.hidden = a.hidden || s.hidden
	if s.format != "" {
		a.excel.format = s.format
	}
}
