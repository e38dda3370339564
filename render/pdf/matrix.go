package pdf

import (
	"slices"
	"strconv"
	"strings"

	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// mostSeries is how many series stand side by side in the table of the points of charts.
const mostSeries = 5

// series is one line of points that is printed in the appendix, with its name.
type series struct {
	name string
	spec chart.Spec
}

// matrix is series with the same points along their axis.
type matrix struct {
	labels []string
	series []series
}

// matrices sorts the charts of the appendix by the points along their axes, in the order
// of the pages. Charts of months mostly share theirs.
func matrices(all []behind) []matrix {
	var out []matrix
	add := func(s series) {
		var labels []string
		for _, point := range s.spec.Points {
			labels = append(labels, point.Label)
		}
		i := slices.IndexFunc(out, func(m matrix) bool { return slices.Equal(m.labels, labels) && len(m.series) < mostSeries })
		if i < 0 {
			out = append(out, matrix{labels: labels})
			i = len(out) - 1
		}
		same := func(one series) bool {
			return one.name == s.name && slices.EqualFunc(one.spec.Points, s.spec.Points, samePoint)
		}
		for _, m := range out {
			if slices.Equal(m.labels, labels) && slices.ContainsFunc(m.series, same) {
				return // a partner of two charts stands once
			}
		}
		out[i].series = append(out[i].series, s)
	}
	for _, one := range all {
		if one.chart == nil {
			continue
		}
		add(series{pointName(one.chart.Spec.Measure, one.chart.Spec.Title), one.chart.Spec})
		if partner := one.chart.Partner; partner != nil {
			add(series{pointName(partner.Measure, partner.Title), *partner})
		}
	}
	return slices.DeleteFunc(out, func(m matrix) bool { return len(m.series) == 0 })
}

func samePoint(a, b chart.Point) bool {
	return a.Label == b.Label && a.Word == b.Word && a.State == b.State && countOf(a.Value) == countOf(b.Value) && countOf(a.Numerator) == countOf(b.Numerator)
}

// draw prints the points of some series side by side, with one column of months, and under
// it what each counts and which points are signals.
func (p *pen) matrix(m matrix, from int) {
	table := page.Table{Columns: []page.Column{{Head: pointHead(m.series[0].spec.Grain), Weight: 1}}}
	var notes, signals []string
	for i, s := range m.series {
		number := strconv.Itoa(from + i)
		table.Columns = append(table.Columns, page.Column{Head: number + "  " + headOr(s.spec.Measure, s.name), Numeric: true, Weight: 2})
		counts := joinedBy(" of ", s.spec.NumeratorHead, s.spec.DenominatorHead)
		notes = append(notes, number+" "+joinedBy(". ", append([]string{s.name, joinedBy(", ", counts, s.spec.ValueHead)}, trimmed(append(pointRemarks(s.spec), becauseOf(s.spec)))...)...))
		signals = append(signals, signalRuns(number, s.spec.Points)...)
	}
	for i, label := range m.labels {
		row := page.Row{Cells: []page.Cell{{Text: label}}}
		for _, s := range m.series {
			row.Cells = append(row.Cells, matrixCell(s.spec.Points[i], s.spec))
		}
		table.Rows = append(table.Rows, row)
	}
	together := 24 + float64(min(len(table.Rows), 12))*p.role.denseLook.least
	if !p.fresh && p.free(blocks) < min(together, p.deepest()) {
		p.sheet()
	}
	if columns, head := p.pointColumns(table); columns > 1 && len(m.series) < mostSeries/2 {
		p.begin(head + 3*p.role.pointLook.least)
		for start := 0; start < len(table.Rows); {
			start += p.pointBlock(table, start, columns, head)
		}
	} else {
		p.grid(table, p.role.denseLook, 0)
	}
	p.next += within
	for _, note := range notes {
		p.run(left, p.role.denseText.in(chart.InkSecond).wrap(note+".", width), p.role.denseText.in(chart.InkSecond))
	}
	if len(signals) > 0 {
		p.run(left, p.role.denseText.wrap("* "+strings.Join(signals, " · "), width), p.role.denseText)
	}
}

// signalRuns says of the points of a series which are signals, those in a row that are so
// for the same reason at once.
func signalRuns(number string, points []chart.Point) (runs []string) {
	for from := 0; from < len(points); {
		to := from + 1
		for to < len(points) && signalText(points[to]) == signalText(points[from]) {
			to++
		}
		if text := signalText(points[from]); text != noCount {
			when := points[from].Label
			if to > from+1 {
				when += " to " + points[to-1].Label
			}
			runs = append(runs, number+" "+when+": "+text)
		}
		from = to
	}
	return runs
}

// trimmed are texts without the full stop that joinedBy sets between them.
func trimmed(texts []string) []string {
	for i := range texts {
		texts[i] = strings.TrimSuffix(texts[i], ".")
	}
	return texts
}

// matrixCell is one point: its counts and its value, or the word in their place, and a
// star where it is a signal.
func matrixCell(point chart.Point, spec chart.Spec) page.Cell {
	cell := pointValue(point, spec)
	if cell.Withheld || point.Value == nil || point.State != chart.PointShown {
		return cell
	}
	counts := joinedBy("/", countIf(point.Numerator), countIf(point.Denominator))
	cell.Text = joinedBy("  ", counts, cell.Text)
	if signalText(point) != noCount {
		cell.Text += " *"
	}
	return cell
}

func countIf(count *float64) string {
	if count == nil {
		return ""
	}
	return counted(*count)
}
