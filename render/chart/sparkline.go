package chart

import "slices"

// Sparkline gives the course of the points in a table cell of width × height mm:
// from 0, or the lowest value below it, to the highest, with the median as a hairline and a dot on the last
// value. It breaks at gaps and has no axis and no words. A box too small for the
// dot, and points without any value, give a scene without shapes.
func Sparkline(points []Point, width, height float64) Scene {
	const radius = 0.7
	c := newCanvas(width, height)
	spec := Spec{Points: points}
	f := &frame{canvas: c, spec: spec, places: placesOf(spec), plot: box{radius, radius, width - radius, height - radius}}
	low, high := extremes(spec)
	f.low, f.scale = low, scale{top: max(high, 1e-9), step: 1}
	runs := f.runs()
	if len(runs) == 0 || f.plot.right <= f.plot.left || f.plot.bottom <= f.plot.top {
		return c.scene
	}
	middle := f.y(median(points))
	f.line(f.plot.left, middle, f.plot.right, middle, InkRule, 0.5)
	f.dataLines(0.8)
	for _, run := range runs {
		if len(run) == 1 { // a single month between two gaps has no line
			f.draw(Circle{Centre: run[0], Radius: radius / 2, Fill: InkData})
		}
	}
	if n := len(points); shown(points[n-1]) {
		last := runs[len(runs)-1]
		f.draw(Circle{Centre: last[len(last)-1], Radius: radius, Fill: InkData})
	}
	return c.scene
}

// median gives the middle of the values that are shown, or the mean of the two in
// the middle; there must be one.
func median(points []Point) float64 {
	var values []float64
	for _, p := range points {
		if shown(p) {
			values = append(values, *p.Value)
		}
	}
	slices.Sort(values)
	n := len(values)
	return (values[(n-1)/2] + values[n/2]) / 2
}
