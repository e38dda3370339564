package text

import (
	"math"
	"strings"
	"unicode"

	"evidencepack/ingest/grid"
)

// Samples settle the dialect: the beginning, and parts of the middle and the end,
// so that neither a long preamble nor one odd row decides.
const (
	headBytes  = 64 << 10
	wideBytes  = 2 << 20 // when fewer than fewLines fit into headBytes
	fewLines   = 4
	otherBytes = 32 << 10
)

// sample is a part of a text, from the beginning of a line on.
type sample struct {
	text string
	cut  bool // the text goes on after it
}

// samplesOf cuts the samples out of a text. Those of a short text may overlap.
func samplesOf(text string) []sample {
	head := lines(text, headBytes)
	if strings.Count(head, "\n")+strings.Count(head, "\r") < fewLines {
		head = lines(text, wideBytes)
	}
	samples := []sample{{head, len(head) < len(text)}}
	for _, from := range []int{len(text) / 2, len(text) - otherBytes/2} {
		if from >= len(head) {
			from = afterLine(text[:min(len(text), from+otherBytes)], from)
			part := lines(text[from:], otherBytes)
			samples = append(samples, sample{part, from+len(part) < len(text)})
		}
	}
	return samples
}

// lines gives whole lines from the beginning of a text, or a part of the first.
func lines(text string, most int) string {
	if len(text) <= most {
		return text
	}
	if end := lastBreak(text[:most]); end >= 0 {
		return text[:end+1]
	}
	return text[:most]
}

// evidence is what records a dialect makes of the samples.
type evidence struct {
	dialect           // width is the most frequent number of values above one
	records   int     // records that are not blank and no comments
	several   int     // records of more than one value
	agreement float64 // share of neighbours that have the same number of values, more than one
	start     int     // place in the first sample where the table begins
	quoted    int     // values in quotation marks
	wrapped   int     // other values between apostrophes
	words     int     // other values with letters
}

const (
	wellAgreed   = 0.8
	pairAgreed   = 0.5  // wanted of a table of two columns
	agreed       = 0.25 // wanted of a wider table
	mostlyWide   = 0.75 // share of records of several values that makes a ragged table
	enoughWidth  = 8    // a wider table is no better
	enoughQuoted = 3
)

// isTable tells whether the records look like those of a table.
func (e evidence) isTable() bool {
	if e.width < 2 {
		return false
	}
	if float64(e.several) >= mostlyWide*float64(e.records) {
		return true
	}
	return e.agreement >= pairAgreed || e.width > 2 && e.agreement >= agreed
}

// score weighs how well records agree, and how many values they have. A tab in
// every line is hardly ever part of a value.
func (e evidence) score() float64 {
	share := float64(e.several) / float64(max(e.records, 1))
	score := (e.agreement + share*share/4) * math.Log2(float64(min(e.width, enoughWidth)))
	if e.delimiter == '\t' {
		score *= 1.5
	}
	return score
}

// allWrapped tells whether nearly all values but numbers stand between apostrophes.
func (e evidence) allWrapped() bool {
	return e.quoted == 0 && e.wrapped >= enoughQuoted && e.words*10 <= e.wrapped
}

// measure cuts the samples with a dialect of which the width is not known.
func measure(samples []sample, d dialect) evidence {
	e := evidence{dialect: d, start: math.MaxInt}
	e.width = 0
	widths := make(map[int]int)
	var head []recordAt
	alike, pairs := 0, 0
	for i, s := range samples {
		records := e.cut(s, d)
		for j, r := range records {
			if r.width > 1 {
				e.several++
				widths[r.width]++
			}
			if j > 0 {
				pairs++
				if r.width > 1 && r.width == records[j-1].width {
					alike++
				}
			}
		}
		e.records += len(records)
		if i == 0 {
			head = records
		}
	}
	for width, n := range widths {
		if n > widths[e.width] || n == widths[e.width] && width > e.width {
			e.width = width
		}
	}
	e.agreement = float64(alike) / float64(max(pairs, 1))
	for i, r := range head {
		if r.width == e.width && (i+1 == len(head) || head[i+1].width == e.width) {
			e.start = r.at
			break
		}
	}
	return e
}

// recordAt is the number of values of a record, 0 when it cannot be trusted, and
// its place.
type recordAt struct{ at, width int }

// cut gives the records of a sample that are not blank, and counts their values.
func (e *evidence) cut(s sample, d dialect) []recordAt {
	var records []recordAt
	d.width = 0
	c := newCutter(s.text, d)
	for at := 0; at < len(s.text); {
		next, closed := c.row(at)
		e.quoted += c.quotes
		width := len(c.cells)
		if !closed {
			if s.cut && c.ranOut && len(records) > 0 {
				break // the value may close behind the sample
			}
			next = afterLine(s.text, at)
			width = 0
			if len(c.cells) == grid.MostColumns {
				width = grid.MostColumns + 1
			}
		}
		if closed && width == 1 && (isBlank(c.cells[0].Text) || c.cells[0].Text[0] == '#') {
			at = next
			continue // blank, or a comment
		}
		for _, raw := range c.cells {
			value := strings.TrimSpace(raw.Text)
			switch {
			case len(value) > 1 && value[0] == '\'' && value[len(value)-1] == '\'':
				e.wrapped++
			case strings.ContainsFunc(value, unicode.IsLetter):
				e.words++
			}
		}
		records = append(records, recordAt{at, width})
		at = next
	}
	return records
}
