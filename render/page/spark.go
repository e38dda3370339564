package page

import (
	"time"

	"evidencepack/render/chart"
)

// Spark is the course of a measure by month, small enough for a cell of a table. It
// stands above the text of the cell, which may then be empty.
type Spark struct {
	Name   string     `json:"name"`   // whose course it is, where its values stand in a table
	Alt    string     `json:"alt"`    // what it shows, in words
	From   string     `json:"from"`   // first day of the first month
	Values []*float64 `json:"values"` // one for each month, in the unit of the measure; nil is a gap, never 0
	Format Format     `json:"format,omitempty"`
}

// Points are the months as a chart takes them, with their names as labels. Where From
// is no day there are none.
func (s Spark) Points() []chart.Point {
	first, err := time.Parse(time.DateOnly, s.From)
	if err != nil {
		return nil
	}
	var out []chart.Point
	for i, v := range s.Values {
		from := first.AddDate(0, i, 0)
		p := chart.Point{
			From: from.Format(time.DateOnly), To: from.AddDate(0, 1, -1).Format(time.DateOnly),
			Label: from.Format("Jan 2006"), Value: v,
		}
		if v == nil {
			p.State = chart.PointNoData
		}
		out = append(out, p)
	}
	return out
}
