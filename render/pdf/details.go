package pdf

import "evidencepack/render/page"

// details are the counts, the difference and the evidence id of each measure of a
// comparison, broken for two columns, so that no number of the plate travels alone.
type details struct {
	text        style
	left, right [][]string // one text a measure, the left column first
}

func (p *pen) detailsOf(rows []page.ComparisonRow) details {
	var texts [][]string
	for _, row := range rows {
		if detail := joined(row.Counts, row.Verdict.Difference, row.Evidence); detail != "" {
			texts = append(texts, p.role.detailText.wrap(row.Label+": "+detail, halfWidth))
		}
	}
	middle := (len(texts) + 1) / 2
	return details{text: p.role.detailText, left: texts[:middle], right: texts[middle:]}
}

// row gives the texts that stand side by side; the right one may be missing.
func (d details) row(i int) (left, right []string, high float64) {
	left = d.left[i]
	if i < len(d.right) {
		right = d.right[i]
	}
	return left, right, max(d.text.high(left), d.text.high(right))
}

// high gives the height of all of them with the air above, in mm.
func (d details) high() float64 {
	total := within
	for i := range d.left {
		_, _, high := d.row(i)
		total += high
	}
	return total
}

// details draws them; a row is never parted.
func (p *pen) details(d details) {
	p.next += within
	for i := range d.left {
		one, other, high := d.row(i)
		p.room(high)
		p.lines(left, p.next, one, d.text)
		p.lines(halfStart, p.next, other, d.text)
		p.next += high
	}
}
