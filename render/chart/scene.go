package chart

// Scene is a drawing without a format: shapes in millimetres from the top left
// corner of its box, in the order in which they are painted.
type Scene struct {
	Width, Height float64 // mm
	Shapes        []Shape
}

// Shape is one of Line, Polygon, Circle and Text.
type Shape interface{ shape() }

// XY is a place in mm, y downwards.
type XY struct{ X, Y float64 }

// Line is an open line through its points.
type Line struct {
	Points []XY
	Ink    Ink
	Width  float64   // pt
	Dash   []float64 // mm on, mm off; nil is solid
}

// Polygon is a closed shape, filled, outlined or both.
type Polygon struct {
	Points  []XY
	Fill    Ink     // "" is not filled
	Outline Ink     // "" has no outline
	Width   float64 // pt
}

// Circle is a circle, filled, outlined or both.
type Circle struct {
	Centre  XY
	Radius  float64 // mm
	Fill    Ink
	Outline Ink
	Width   float64 // pt
}

// Anchor is which end of a text stands at its place.
type Anchor string

// The anchors.
const (
	AnchorStart  Anchor = "start"
	AnchorMiddle Anchor = "middle"
	AnchorEnd    Anchor = "end"
)

// Text is one line of text; At is on its baseline.
type Text struct {
	At       XY
	Text     string
	Size     float64 // pt
	Semibold bool
	Ink      Ink
	Anchor   Anchor
	Turned   bool // turned 90° anticlockwise about At
}

func (Line) shape()    {}
func (Polygon) shape() {}
func (Circle) shape()  {}
func (Text) shape()    {}
