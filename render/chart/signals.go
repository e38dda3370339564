package chart

// Sizes of marked points, in parts of the radius of a plain one.
const (
	betterSize  = 1.45
	worseSize   = 1.75 // half the width of the diamond
	neitherSize = 1.75 // of the ring
	leastSignal = 0.62 // mm: a signal is found on a chart of many points too
	leftOutLine = 0.75 // pt
)

// points draws a dot for each value, smaller where the slots are thin; then, on top,
// those at which a rule fired. Shape and size tell them apart without colour.
func (f *frame) points(radius float64) {
	thin := min(radius, max(0.35*f.pointRoom(), 0.3))
	for i, p := range f.spec.Points {
		switch {
		case !shown(p):
		case p.LeftOut:
			f.draw(Circle{Centre: f.at(i), Radius: thin, Fill: InkWhite, Outline: InkData, Width: leftOutLine})
		case p.Signal == SignalNone:
			f.draw(Circle{Centre: f.at(i), Radius: thin, Fill: InkData})
		}
	}
	for i, p := range f.spec.Points {
		if shown(p) && !p.LeftOut {
			f.draw(SignalShape(p.Signal, f.at(i), max(thin, min(radius, leastSignal)))...)
		}
	}
}

// SignalShape gives the shape of a point at which a rule fired, in mm about its
// centre, radius being that of a plain point: a filled circle where it is better, a
// diamond where it is worse, a dot in a ring where it is neither. SignalNone has none.
func SignalShape(s Signal, at XY, radius float64) []Shape {
	const seam = 0.5 // pt of white, so that the mark stands off the line
	switch s {
	case SignalBetter:
		return []Shape{Circle{Centre: at, Radius: betterSize * radius, Fill: InkImprovement, Outline: InkWhite, Width: seam}}
	case SignalWorse:
		half := worseSize * radius
		return []Shape{Polygon{
			Points: []XY{{at.X, at.Y - half}, {at.X + half, at.Y}, {at.X, at.Y + half}, {at.X - half, at.Y}},
			Fill:   InkConcern, Outline: InkWhite, Width: seam,
		}}
	case SignalNeither:
		return []Shape{
			Circle{Centre: at, Radius: neitherSize * radius, Fill: InkWhite, Outline: InkText, Width: 0.5},
			Circle{Centre: at, Radius: radius, Fill: InkData},
		}
	}
	return nil
}
