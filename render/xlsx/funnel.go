package xlsx

import (
	"slices"

	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// mostNames is how many services have their names in the chart; with more, those
// with a signal have, and the table has all.
const mostNames = 12

// funnel is the sheet of one funnel while it is written.
type funnel struct {
	scatter
	page.Funnel
}

// Funnel writes the sheet of one funnel: the table of the services, a native chart
// over it, and beside it the limits as they are drawn.
func (b *book) Funnel(of page.Funnel) {
	f := &funnel{Funnel: of}
	f.scatter = scatter{sheet: b.nextPlot(), title: of.Spec.Title, xHead: of.Spec.SizeHead, unit: of.Spec.Unit}
	if b.home != nil {
		b.pointTo(of.Spec.Title, f.name)
	}
	f.x, f.y = chart.FunnelAxes(of.Spec)
	f.plotTop(of.Spec.ID, of.Spec.Measure, of.Spec.Subtitle)
	wide := f.services()
	left := wide + 2
	f.width(left-1, widthMargin)
	for i, column := range changeColumns {
		f.width(left+i, column.width)
	}
	f.printTo = left + len(changeColumns) - 1
	f.put(f.printTo+2, 2, drawnWords, look{bold: true})
	f.width(f.printTo+1, widthMargin)
	limits := f.limits(f.printTo + 2)
	f.lines = append(limits, f.markers(f.printTo+2+len(limitHeads)+1)...)
	f.row = headRow + 1
	if len(f.lines) > 0 {
		f.row = f.plotAt(left, of.Spec.Alt, func() (string, []byte) { return f.rangeOf(f.lines[0].column, f.lines[0].row, f.lines[0].rows), f.xml() })
	}
	f.notes(wide)
}

// services writes the table and gives how many columns it has.
func (f *funnel) services() int {
	var counts, sizes []*float64
	for _, p := range f.Spec.Points {
		counts, sizes = append(counts, p.Numerator), append(sizes, p.Size)
	}
	g := grid{columns: []column{
		{head: "Service", width: 26}, {head: "Count", width: widthNumber, right: true}, {head: f.Spec.SizeHead, width: widthNumber, right: true},
		{head: f.Spec.ValueHead, width: widthNumber, right: true}, {head: "Signal"}, {head: "Status", width: 13},
	}}
	for _, p := range f.Spec.Points {
		why := words(chart.SignalWords(p.Signal, p.SignalWhy, false))
		why.look.ink, why.look.bold = signalInks[p.Signal], p.Signal != chart.SignalNone
		g.lines = append(g.lines, line{items: []item{
			words(p.Name), number(p.Numerator, countFormat(counts...)), number(p.Size, countFormat(sizes...)),
			strong(number(p.Value, f.format())), why, words(p.Word),
		}})
	}
	f.gridAt(g, 1, headRow)
	return len(g.columns)
}

// format is the number format of the values.
func (f *funnel) format() string {
	return pointFormat(chart.Spec{Unit: f.Spec.Unit, Decimals: f.Spec.Decimals})
}

// markers writes the values of the services, those with and without each kind of
// signal in a column of its own, and gives them as markers with their names.
func (f *funnel) markers(left int) []xy {
	kinds := append([]signalKind{{"No signal", chart.SignalNone, false, series{ink: chart.InkData, marker: "circle", size: 6}}}, signalKinds...)
	g := grid{fixed: true, lines: make([]line, len(f.Spec.Points))}
	var all []xy
	for _, kind := range kinds {
		if kind.leftOut {
			continue
		}
		is := func(p chart.FunnelPoint) bool { return p.Signal == kind.signal && finite(p.Value) && finite(p.Size) }
		if !slices.ContainsFunc(f.Spec.Points, is) {
			continue
		}
		m := xy{series: kind.marks, across: sizeColumn, row: headRow + 1, rows: len(f.Spec.Points)}
		m.column = left + len(g.columns)
		g.columns = append(g.columns, column{head: kind.head, width: widthNumber, right: true})
		for i, p := range f.Spec.Points {
			value := number(nil, "")
			if is(p) {
				value = number(p.Value, f.format())
				side := "r"
				if *p.Size > f.x.Foot+0.7*(f.x.Top-f.x.Foot) {
					side = "l" // clear of the names of the lines
				}
				if p.Name != "" && (p.Signal != chart.SignalNone || len(f.Spec.Points) <= mostNames) {
					m.labels = append(m.labels, label{slot: i, text: p.Name, bold: p.Signal != chart.SignalNone, side: side})
				}
			}
			g.lines[i].items = append(g.lines[i].items, value)
		}
		all = append(all, m)
	}
	f.width(left-1, widthMargin)
	f.gridAt(g, left, headRow)
	return all
}

// sizeColumn is the column of the table with the sizes.
const sizeColumn = 3

// limitHeads head the limits as they are drawn.
var limitHeads = []string{"Size", "Lower 99.8%", "Upper 99.8%", "Lower 95%", "Upper 95%", "Average"}

// limits writes the limits as they are drawn and gives their lines.
func (f *funnel) limits(left int) []xy {
	if len(f.Spec.Bands) == 0 {
		return nil
	}
	format := f.format()
	g := grid{fixed: true}
	for _, head := range limitHeads {
		g.columns = append(g.columns, column{head: head, width: widthNumber, right: true})
	}
	for _, b := range f.Spec.Bands {
		g.lines = append(g.lines, line{items: []item{
			number(&b.Size, countFormat(&b.Size)), number(&b.Lower998, format), number(&b.Upper998, format),
			number(&b.Lower95, format), number(&b.Upper95, format), number(&f.Spec.Average, format),
		}})
	}
	f.gridAt(g, left, headRow)
	last := f.Spec.Bands[len(f.Spec.Bands)-1]
	line := func(column int, end float64, text string, s series) xy {
		s.column, s.labels = left+column, endLabel(text)
		return xy{series: s, across: left, row: headRow + 1, rows: len(f.Spec.Bands), lastX: last.Size, lastY: end}
	}
	wide, narrow := series{ink: chart.InkAxis, width: 0.75}, rangeSeries(0, "")
	return []xy{
		line(1, last.Lower998, "", wide), line(2, last.Upper998, "99.8% limit", wide),
		line(3, last.Lower95, "", narrow), line(4, last.Upper95, "95% limit", narrow),
		line(5, f.Spec.Average, f.Spec.AverageLabel, centreSeries(0, "")),
	}
}

// notes writes the rows below the table.
func (f *funnel) notes(wide int) {
	f.row, f.textTo = headRow+1+len(f.Spec.Points), wide
	f.gap()
	f.text(f.Spec.AverageLabel, lookSubtitle)
	for _, text := range beneath(f.Spec.Reason, f.Spec.Rules, nil) {
		f.text(text, lookSubtitle)
	}
	f.text(f.Source, lookNote)
	f.text("An empty cell has no value, never 0; the status says why.", lookNote)
	f.row = max(f.row, f.deepest())
}
