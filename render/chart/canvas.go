package chart

// Parts of the size of Open Sans that stand above and below the baseline.
const (
	ascent  = 0.77
	descent = 0.22
)

// box is a rectangle in mm, y downwards.
type box struct{ left, top, right, bottom float64 }

// meets says whether two boxes share more than an edge.
func (b box) meets(other box) bool {
	const touch = 1e-6
	return b.left < other.right-touch && other.left < b.right-touch &&
		b.top < other.bottom-touch && other.top < b.bottom-touch
}

// within says whether the box lies in the other one.
func (b box) within(other box) bool {
	const touch = 1e-6
	return b.left >= other.left-touch && b.right <= other.right+touch &&
		b.top >= other.top-touch && b.bottom <= other.bottom+touch
}

// grown gives the box with air on all sides.
func (b box) grown(air float64) box {
	return box{b.left - air, b.top - air, b.right + air, b.bottom + air}
}

// boxOf gives the place that a text takes.
func boxOf(t Text) box {
	size := t.Size * millimetresPerPoint
	long := TextWidth(t.Text, t.Size, t.Semibold)
	before := 0.0
	switch t.Anchor {
	case AnchorMiddle:
		before = long / 2
	case AnchorEnd:
		before = long
	}
	if t.Turned {
		return box{t.At.X - ascent*size, t.At.Y + before - long, t.At.X + descent*size, t.At.Y + before}
	}
	return box{t.At.X - before, t.At.Y - ascent*size, t.At.X - before + long, t.At.Y + descent*size}
}

// canvas collects the shapes of a scene and remembers where words stand, so that
// no two of them ever lie over each other.
type canvas struct {
	scene Scene
	words []box
}

func newCanvas(width, height float64) *canvas {
	return &canvas{scene: Scene{Width: width, Height: height}}
}

func (c *canvas) draw(shapes ...Shape) {
	c.scene.Shapes = append(c.scene.Shapes, shapes...)
}

// line draws one straight line.
func (c *canvas) line(x1, y1, x2, y2 float64, ink Ink, width float64) {
	c.draw(Line{Points: []XY{{x1, y1}, {x2, y2}}, Ink: ink, Width: width})
}

// fill draws a filled rectangle.
func (c *canvas) fill(b box, ink Ink) {
	c.draw(Polygon{Points: []XY{{b.left, b.top}, {b.right, b.top}, {b.right, b.bottom}, {b.left, b.bottom}}, Fill: ink})
}

// room says whether a text would stand inside the scene and on no other text.
func (c *canvas) room(t Text) bool {
	place := boxOf(t)
	if !place.within(box{0, 0, c.scene.Width, c.scene.Height}) {
		return false
	}
	for _, taken := range c.words {
		if place.meets(taken) {
			return false
		}
	}
	return true
}

// write sets a text where there is room for it, and says whether there was.
func (c *canvas) write(t Text) bool {
	if t.Text == "" || !c.room(t) {
		return false
	}
	c.words = append(c.words, boxOf(t))
	c.draw(t)
	return true
}
