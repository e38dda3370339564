package tabular

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"evidencepack/metrics/stat"
)

// subgroup is what all rows of one x come to.
type subgroup struct {
	stat.Subgroup
	x         string
	sum, size float64 // of y and of n, as the reference writes them; NaN is missing
	row       int     // the first of its rows
}

// subgroups puts the rows of one x together, in the order of x. A missing value is
// never counted as zero: only a subgroup without any value is missing.
func subgroups(in Input, asks controlAsks) ([]subgroup, error) {
	places, err := in.places("x")
	if err != nil {
		return nil, err
	}
	y, err := in.numbers("y", asks.y)
	if err != nil {
		return nil, err
	}
	var n []float64
	if asks.sized {
		if n, err = in.numbers("n", notNegative); err != nil {
			return nil, err
		}
	}
	order := make([]int, len(places))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(places[a].At, places[b].At) })
	var groups []subgroup
	for from, to := 0, 0; from < len(order); from = to {
		for to < len(order) && places[order[to]].At == places[order[from]].At {
			to++
		}
		g := subgroup{x: placeText(places[order[from]]), row: order[from], size: math.NaN()}
		if asks.sized {
			g.ratio(order[from:to], y, n)
		} else {
			g.measure(order[from:to], y, in.setting("agg"))
		}
		groups = append(groups, g)
	}
	return groups, nil
}

// placeText writes a date as it stands, a number as numbers are written.
func placeText(p place) string {
	if _, isDate, _ := parsePlace(p.Text); isDate {
		return p.Text
	}
	return strconv.FormatFloat(p.At, 'f', -1, 64)
}

// ratio adds up the rows in which both y and n are there.
func (g *subgroup) ratio(rows []int, y, n []float64) {
	var events, sizes []float64
	for _, i := range rows {
		if !math.IsNaN(y[i]) && !math.IsNaN(n[i]) {
			events, sizes = append(events, y[i]), append(sizes, n[i])
		}
	}
	g.sum, g.size = stat.Sum(events), stat.Sum(sizes)
	g.Y, g.N = g.sum, g.size
	if len(events) == 0 {
		g.sum, g.Y = math.NaN(), math.NaN()
	}
}

// measure puts the values that are there together; c charts, which have no choice, add them up.
func (g *subgroup) measure(rows []int, y []float64, how string) {
	var values []float64
	for _, i := range rows {
		if !math.IsNaN(y[i]) {
			values = append(values, y[i])
		}
	}
	if len(values) == 0 {
		g.sum, g.Y = math.NaN(), math.NaN()
		return
	}
	g.sum = stat.Sum(values)
	g.Y = g.sum
	switch how {
	case "mean":
		g.Y, _ = stat.Mean(values)
	case "median":
		g.Y, _ = stat.Median(values)
	}
}
