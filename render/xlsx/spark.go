package xlsx

import (
	"github.com/xuri/excelize/v2"

	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// heightSpark is the height of a row with a small chart, in points.
const heightSpark = 20

// sparkCell is a cell that waits for its small chart.
type sparkCell struct {
	cell  string
	spark *page.Spark
}

// courses writes the months behind the small charts of a table under it, one row a
// measure, and puts each chart into its cell over its row. A gap is an empty cell.
func (s *sheet) courses(t page.Table) {
	waiting := s.sparks
	s.sparks = nil
	if len(waiting) == 0 {
		return
	}
	s.heading("The months behind the small charts")
	g := grid{columns: []column{{head: "Measure", width: widthLabel}}}
	longest := waiting[0].spark
	for _, w := range waiting {
		if len(w.spark.Values) > len(longest.Values) {
			longest = w.spark
		}
	}
	months := longest.Points()
	for _, p := range months {
		g.columns = append(g.columns, column{head: p.Label, width: widthNumber, right: true})
	}
	g.columns = append(g.columns, column{head: "In words", width: widthNote})
	top := s.row
	for _, w := range waiting {
		l := line{items: []item{words(w.spark.Name)}}
		for i := range months {
			var v *float64
			if i < len(w.spark.Values) {
				v = w.spark.Values[i]
			}
			l.items = append(l.items, number(v, formatFor(w.spark.Format, "0.0")))
		}
		l.items = append(l.items, words(w.spark.Alt))
		g.lines = append(g.lines, l)
	}
	s.grid(g)
	s.gap()
	if len(months) == 0 {
		return
	}
	drawn := &excelize.SparklineOptions{
		Weight: 1, Last: true, EmptyCells: "gap",
		SeriesColor: chart.InkData.Hex(), LastColor: chart.InkData.Hex(),
	}
	for i, w := range waiting {
		row := top + 1 + i
		drawn.Location = append(drawn.Location, w.cell)
		drawn.Range = append(drawn.Range, place(s.name, at(s.first+1, row)+":"+at(s.first+len(months), row)))
	}
	s.book.keep(s.book.file.AddSparkline(s.name, drawn))
}
