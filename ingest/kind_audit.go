package ingest

import (
	"strconv"
	"strings"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/record"
)

// points are the lowest and the highest point of a scale of scores.
type points struct{ low, top float64 }

// audited reads a finding: a word, or a score of which the highest point of its scale
// is met, the lowest is not met and all between are partly met. A score of which
// nobody says what the highest point is, is in no list: the highest that was given
// may be half of it.
func (b *binder) audited(field, question string) record.Answer {
	written := b.text(field)
	if written == "" {
		return record.AnswerNone
	}
	if word, known := b.find(field, cell.AuditAnswers, written); known {
		return record.Answer(word)
	}
	v, outOf, err := cell.Score(b.number(field))
	if err != nil {
		if a := cell.Answer(b.raw(field)); a != record.AnswerNone {
			return a
		}
		b.unmapped(field, written)
		return record.AnswerNone
	}
	scale, known := points{top: outOf}, outOf > 0
	if !known {
		scale, known = b.scaleOf(field, question)
	}
	switch {
	case !known || v < scale.low || v > scale.top:
		b.unmapped(field, written)
		return record.AnswerNone
	case v == scale.top:
		return record.Yes
	case v == scale.low:
		return record.No
	}
	return record.Partly
}

// scaleOf finds what a score counts up to: in a column of its own, in the question or
// the heading, or in the other cells of its column.
func (b *binder) scaleOf(field, question string) (points, bool) {
	if top, err := cell.Number(b.number("out_of")); err == nil && b.has("out_of") {
		return points{top: top}, top > 0
	}
	for _, text := range []string{question, b.written(field)} {
		if scale, said := pointsIn(text); said {
			return scale, true
		}
	}
	top := b.top(field)
	return points{top: top}, top > 0
}

// written gives the heading of a field's column as it stands, "" where it has none.
func (b *binder) written(field string) string {
	if column, there := b.header.match.Columns[field]; there && column < len(b.header.headings) {
		return b.header.headings[column]
	}
	return ""
}

// pointsIn reads the scale that a heading or a question names: (0-3), 1 to 5, out of
// 10, /5, max 5.
func pointsIn(text string) (points, bool) {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return strings.ContainsRune(" ()[],:", r) })
	for i, w := range words {
		for _, dash := range []string{"-", "–", "/"} {
			left, right, cut := strings.Cut(w, dash)
			if cut && dash == "/" && left != "" && left != "0" {
				continue
			}
			if scale, is := between(left, right); cut && (is || left == "") {
				if is {
					return scale, true
				}
				return between("0", right)
			}
		}
		if i+2 < len(words) && words[i+1] == "to" {
			if scale, is := between(w, words[i+2]); is {
				return scale, true
			}
		}
		if i+2 < len(words) && w == "out" && words[i+1] == "of" {
			return between("0", words[i+2])
		}
		if i+1 < len(words) && (w == "max" || w == "maximum") {
			return between("0", words[i+1])
		}
	}
	return points{}, false
}

// between reads the two ends of a scale, which begins with 0 or 1.
func between(low, top string) (points, bool) {
	from, bad := strconv.Atoi(low)
	to, worse := strconv.Atoi(top)
	if bad != nil || worse != nil || from < 0 || from > 1 || to < 2 || to > 100 {
		return points{}, false
	}
	return points{float64(from), float64(to)}, true
}

// top gives the highest point that the cells of a column themselves speak of: that of
// "2/3", 100 of a percentage, 1 of a column of noughts and ones. 0 is none.
func (b *binder) top(field string) float64 {
	if top, decided := b.tops[field]; decided {
		return top
	}
	column, there := b.header.match.Columns[field]
	if !there {
		column = len(b.header.headings)
	}
	said, highest, clear := 0.0, 0.0, true
	for r := range b.table.rows {
		c := cellAt(r, column)
		v, outOf, err := cell.Score(c)
		if err != nil {
			continue
		}
		if strings.HasSuffix(cell.Clean(c.Text), "%") {
			outOf = 100
		}
		highest = max(highest, v)
		clear = clear && (outOf == 0 || said == 0 || said == outOf)
		said = max(said, outOf)
	}
	top := said
	switch {
	case !clear || said > 0 && highest > said:
		top = 0
	case said == 0 && highest <= 1:
		top = 1
	}
	if b.tops == nil {
		b.tops = make(map[string]float64)
	}
	b.tops[field] = top
	return top
}
