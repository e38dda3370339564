package xlsx

import (
	"fmt"
	"slices"
	"strings"

	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// headRow is the row of the head of a trend sheet; the first month is below it.
const headRow = 4

// trend is the sheet of one chart while it is written.
type trend struct {
	*sheet
	page.Chart
	columns []column
	cells   []func(point chart.Point, slot int) item // one for each column
	series  []series                                 // lines of the chart, from back to front
	dots    [][]chart.Mark                           // the changes of each slot
	read    int                                      // how many columns are for reading; the rest are drawn only
	drawn   int                                      // column of the sheet at which the rest begin
}

// Chart writes the sheet of one chart: live cells, a native chart over them, the
// changes under it and the partner's values beside it.
func (b *book) Chart(c page.Chart) {
	t := &trend{sheet: b.nextPlot(), Chart: c}
	if b.home != nil {
		b.pointTo(c.Spec.Title, t.name)
	}
	t.dots = marksBySlot(c.Spec)
	t.plan()
	t.top()
	rows := t.lines(t.cells, c.Spec)
	t.gridAt(grid{columns: t.columns[:t.read], lines: cutTo(rows, 0, t.read)}, 1, headRow)
	t.width(t.read+1, widthMargin)
	left := t.read + 2
	under := t.draw(left)
	t.changes(left, under)
	t.printTo = t.partner(left + len(changeColumns) + 1)
	t.asDrawn(rows)
	t.notes()
}

// asDrawn writes the columns that only the chart needs, to the right of all that is
// for reading and of the printed page.
func (t *trend) asDrawn(rows []line) {
	t.drawn = t.printTo + 2
	t.width(t.drawn-1, widthMargin)
	t.put(t.drawn, 2, drawnWords, look{bold: true})
	t.gridAt(grid{columns: t.columns[t.read:], lines: cutTo(rows, t.read, len(t.columns)), fixed: true}, t.drawn, headRow)
}

// drawnWords stand over columns that only a chart needs.
const drawnWords = "As drawn in the chart"

// cutTo gives the cells of each row from one column up to another.
func cutTo(rows []line, from, to int) []line {
	var all []line
	for _, l := range rows {
		l.items = l.items[from:to]
		all = append(all, l)
	}
	return all
}

// at is where a column stands on the sheet.
func (t *trend) at(column int) int {
	if column > t.read {
		return t.drawn + column - t.read - 1
	}
	return column
}

// top writes the rows above the head.
func (t *trend) top() {
	t.plotTop(t.Spec.ID, t.Spec.Measure, t.Spec.Subtitle)
}

// plotTop writes what stands above the head of a sheet with a chart.
func (s *sheet) plotTop(of, measure, subtitle string) {
	id, scope := page.MetricAndScope(of)
	if id == "" {
		scope = ""
	}
	s.put(1, 1, strings.TrimSpace(strings.Join([]string{id, measure, scope}, " ")), lookTitle)
	s.height(1, heightTitle)
	s.put(1, 2, subtitle, lookSubtitle)
	s.spans = append(s.spans, span{2, 1, 0, clean(subtitle), lookSubtitle})
	s.banner = 3
	s.height(3, heightBanner)
}

// nextPlot turns to the sheet of the next chart, in the order of the page.
func (b *book) nextPlot() *sheet {
	b.plots++
	return b.sheets[b.plan.plots[b.plots-1]]
}

// add puts one more column on the sheet.
func (t *trend) add(c column, cell func(point chart.Point, slot int) item) int {
	t.columns = append(t.columns, c)
	t.cells = append(t.cells, cell)
	return len(t.columns)
}

// plan chooses the columns. A column of a line that the chart does not have is left out.
func (t *trend) plan() {
	spec, format := t.Spec, pointFormat(t.Spec)
	value := t.values(spec)
	if hasInterval(spec) {
		lower := t.add(column{head: "Lower 95%", width: 9, right: true}, func(p chart.Point, _ int) item { return number(p.Lower, format) })
		upper := t.add(column{head: "Upper 95%", width: 9, right: true}, func(p chart.Point, _ int) item { return number(p.Upper, format) })
		if spec.Grain == chart.GrainQuarter {
			t.series = append(t.series, rangeSeries(lower, ""), rangeSeries(upper, "95% range"))
		}
	}
	found := t.found(spec)
	t.add(column{head: "Status", width: 13}, func(p chart.Point, _ int) item { return words(status(p)) })
	if t.anyDot() {
		t.add(column{head: "Change", width: 9}, func(_ chart.Point, slot int) item { return words(letters(t.dots[slot])) })
	}
	t.read = len(t.columns)
	t.limitLines(found)
	t.levelLines(format)
	if spec.Target != nil {
		at := t.add(column{head: "Target", width: 9, right: true}, func(chart.Point, int) item { return number(spec.Target, format) })
		t.series = append(t.series, targetSeries(at, spec.TargetLabel))
	}
	t.series = append(t.series, valueSeries(value, t.lastValue()))
	t.signals()
	if t.anyDot() {
		at := t.add(column{head: "Dot", width: 7, right: true}, t.dot)
		t.series = append(t.series, markSeries(at, t.dots))
	}
}

// values adds the columns that a chart and its partner both have and gives the
// number of the column with the values.
func (t *trend) values(spec chart.Spec) int {
	head := slotHeads[spec.Grain]
	if spec.ByMonth {
		head = ""
	}
	if head == "" {
		head = slotHeads[chart.GrainMonth]
	}
	t.add(column{head: head, width: 13}, func(p chart.Point, _ int) item { return slotItem(p, spec.Grain, spec.ByMonth) })
	t.counts(spec)
	return t.add(column{head: spec.ValueHead, width: 10, right: true}, func(p chart.Point, _ int) item {
		return strong(number(p.Value, pointFormat(spec)))
	})
}

// counts adds the columns of the numerator and, where there is one, of the denominator.
func (t *trend) counts(spec chart.Spec) {
	var above, under []*float64
	for _, p := range spec.Points {
		above, under = append(above, p.Numerator), append(under, p.Denominator)
	}
	aboveFormat, underFormat := countFormat(above...), countFormat(under...)
	t.add(column{head: spec.NumeratorHead, width: widthNumber, right: true}, func(p chart.Point, _ int) item {
		return number(p.Numerator, aboveFormat)
	})
	if spec.DenominatorHead != "" {
		t.add(column{head: spec.DenominatorHead, width: widthNumber, right: true}, func(p chart.Point, _ int) item {
			return number(p.Denominator, underFormat)
		})
	}
}

// slotHeads name the first column.
var slotHeads = map[chart.Grain]string{
	chart.GrainMonth: "Month", chart.GrainQuarter: "Quarter", chart.GrainEvent: "Date", chart.GrainRow: "Row",
}

// inWords says whether the slots of a chart are named and not dated.
func inWords(grain chart.Grain) bool { return grain == chart.GrainQuarter || grain == chart.GrainRow }

// slotItem is the month or the day as a true date, or the words for a quarter or a row.
func slotItem(p chart.Point, grain chart.Grain, byMonth bool) item {
	d, there := dayOf(p.From)
	switch {
	case inWords(grain) || !there:
		return item{text: p.Label, look: look{}}
	case grain == chart.GrainEvent && !byMonth:
		return item{day: d, look: look{format: asDate}}
	}
	return item{day: d, look: look{format: asMonth}}
}

// status says why a value is not there, in the words of the page.
func status(p chart.Point) string {
	switch {
	case p.Word != "":
		return p.Word
	case p.Value == nil && p.State != chart.PointShown:
		return string(p.State)
	}
	return ""
}

// lines are the rows of the sheet; those of the period are on the wash.
func (t *trend) lines(cells []func(chart.Point, int) item, spec chart.Spec) []line {
	var rows []line
	for slot, p := range spec.Points {
		l := line{washed: inPeriod(p, spec.Levels)}
		for _, cell := range cells {
			l.items = append(l.items, cell(p, slot))
		}
		rows = append(rows, l)
	}
	return rows
}

// lastValue is the last value of the chart in figures, for its label.
func (t *trend) lastValue() string {
	for _, p := range slices.Backward(t.Spec.Points) {
		if finite(p.Value) {
			return decimal(*p.Value, t.Spec.Decimals)
		}
	}
	return ""
}

// decimal writes a number with so many decimals.
func decimal(v float64, decimals int) string { return fmt.Sprintf("%.*f", max(0, decimals), v) }

// pointFormat is the number format of the values of a chart.
func pointFormat(spec chart.Spec) string {
	if spec.Unit == chart.UnitPercent {
		return asPercent
	}
	return formatOf(spec.Decimals)
}

func hasInterval(spec chart.Spec) bool {
	return slices.ContainsFunc(spec.Points, func(p chart.Point) bool { return finite(p.Lower) || finite(p.Upper) })
}
