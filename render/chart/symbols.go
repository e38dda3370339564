package chart

// StateShape gives the shape of a claim state, painted in order, about its centre
// in mm. r is the radius of the filled circle; the others are sized to look alike.
// StateNone has no shape. The open shapes are white inside, so that a line under
// them does not show through.
func StateShape(s State, x, y, r float64) []Shape {
	ink := s.Ink()
	switch s {
	case StateImprovement:
		return []Shape{Circle{Centre: XY{x, y}, Radius: r, Fill: ink}}
	case StateConcern:
		half := 1.25 * r
		return []Shape{Polygon{Points: []XY{{x, y - half}, {x + half, y}, {x, y + half}, {x - half, y}}, Fill: ink}}
	case StateNoChange:
		return []Shape{Circle{Centre: XY{x, y}, Radius: 0.88 * r, Fill: InkWhite, Outline: ink, Width: 1.1}}
	case StateTooFew:
		half := 0.85 * r
		return []Shape{
			Polygon{
				Points: []XY{{x - half, y - half}, {x + half, y - half}, {x + half, y + half}, {x - half, y + half}},
				Fill:   InkWhite, Outline: ink, Width: 0.9,
			},
			Line{Points: []XY{{x - 0.45*r, y}, {x + 0.45*r, y}}, Ink: ink, Width: 0.9},
		}
	}
	return nil
}

// ArrowLength is the length in mm of the drawn arrow.
const ArrowLength = 4.0

// Arrow gives the arrow between a value before and a value after. It starts at x
// and lies at the height y; it stands for the character that the font lacks.
func Arrow(x, y float64) []Shape {
	const long, half = 1.1, 0.85
	tip := x + ArrowLength
	return []Shape{
		Line{Points: []XY{{x, y}, {tip, y}}, Ink: InkSecond, Width: 0.8},
		Line{Points: []XY{{tip - long, y - half}, {tip, y}, {tip - long, y + half}}, Ink: InkSecond, Width: 0.8},
	}
}
