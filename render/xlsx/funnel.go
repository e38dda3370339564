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
	services, wide := f.services()
	left := wide + 2
	f.width(left-1, widthMargin)
	for i, column := range changeColumns {
		f.width(left+i, column.width)
	}
	f.printTo = left + len(changeColumns) - 1
	f.lines = append(f.limits(f.printTo+2), services...)
	f.row = headRow + 1
	if len(of.Spec.Points) > 0 {
		f.row = f.plotAt(left, of.Spec.Alt, func() (string, []byte) { return f.rangeOf(f.lines[0].column, f.lines[0].row, f.lines[0].rows), f.xml() })
	}
	f.notes(wide)
}

// services writes the table and gives the markers of the chart and how many columns there are.
func (f *funnel) services() (lines []xy, wide int) {
	format := pointFormat(chart.Spec{Unit: f.Spec.Unit, Decimals: f.Spec.Decimals})
	var counts, sizes []*float64
	for _, p := range f.Spec.Points {
		counts, sizes = append(counts, p.Numerator), append(sizes, p.Size)
	}
	g := grid{columns: []column{
		{head: "Service", width: 26}, {head: "Count", width: widthNumber, right: true}, {head: f.Spec.SizeHead, width: widthNumber, right: true},
		{head: f.Spec.ValueHead, width: widthNumber, right: true}, {head: "Signal", width: 32}, {head: "Status", width: 13},
	}}
	for _, p := range f.Spec.Points {
		why := words(signalText(p.Signal, p.SignalWhy, false))
		why.look.ink, why.look.bold = signalInks[p.Signal], p.Signal != chart.SignalNone
		g.lines = append(g.lines, line{items: []item{
			words(p.Name), number(p.Numerator, countFormat(counts...)), number(p.Size, countFormat(sizes...)),
			strong(number(p.Value, format)), why, words(p.Word),
		}})
	}
	lines = append(lines, f.markers(4, chart.SignalNone, series{ink: chart.InkData, marker: "circle", size: 6}))
	for _, kind := range signalKinds {
		if kind.leftOut || !slices.ContainsFunc(f.Spec.Points, func(p chart.FunnelPoint) bool { return p.Signal == kind.signal && finite(p.Value) }) {
			continue
		}
		g.columns = append(g.columns, column{head: kind.head, width: 9, right: true})
		for i, p := range f.Spec.Points {
			value := number(nil, "")
			if p.Signal == kind.signal {
				value = number(p.Value, format)
			}
			g.lines[i].items = append(g.lines[i].items, value)
		}
		lines = append(lines, f.markers(len(g.columns), kind.signal, kind.marks))
	}
	f.gridAt(g, 1, headRow)
	return lines, len(g.columns)
}

// markers are the points of the services with one signal, with their names.
func (f *funnel) markers(at int, signal chart.Signal, s series) xy {
	s.column = at
	for i, p := range f.Spec.Points {
		there := finite(p.Value) && finite(p.Size) && p.Signal == signal
		if there && (signal != chart.SignalNone || len(f.Spec.Points) <= mostNames) && p.Name != "" {
			s.labels = append(s.labels, label{slot: i, text: p.Name, bold: signal != chart.SignalNone, side: "r"})
		}
	}
	return xy{series: s, across: 3, row: headRow + 1, rows: max(1, len(f.Spec.Points))}
}

// limits writes the limits as they are drawn and gives their lines.
func (f *funnel) limits(left int) []xy {
	f.width(left-1, widthMargin)
	if len(f.Spec.Bands) == 0 {
		return nil
	}
	format := pointFormat(chart.Spec{Unit: f.Spec.Unit, Decimals: f.Spec.Decimals})
	g := grid{fixed: true, columns: []column{{head: "Size", width: widthNumber, right: true}}}
	for _, head := range []string{"Lower 99.8%", "Upper 99.8%", "Lower 95%", "Upper 95%", "Average"} {
		g.columns = append(g.columns, column{head: head, width: widthNumber, right: true})
	}
	for _, b := range f.Spec.Bands {
		g.lines = append(g.lines, line{items: []item{
			number(&b.Size, countFormat(&b.Size)), number(&b.Lower998, format), number(&b.Upper998, format),
			number(&b.Lower95, format), number(&b.Upper95, format), number(&f.Spec.Average, format),
		}})
	}
	f.put(left, 2, drawnWords, look{bold: true})
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
