package html

import (
	"math"
	"strconv"
	"strings"

	"evidencepack/render/chart"
)

// path writes a line through points. In a page each place is a tenth of a millimetre, a
// third of a point of a wide screen, and says how far it is from the one before. A blank
// stands before each sign: 4-3-61 would look like a day.
func (k *inks) path(points []chart.XY) string {
	if k == nil {
		return path(points)
	}
	var b strings.Builder
	var last [2]int
	lines := false // the numbers so far stand behind an l
	for i, p := range points {
		at := [2]int{tenth(p.X), tenth(p.Y)}
		across, down := tenths(at[0]-last[0]), tenths(at[1]-last[1])
		switch {
		case i == 0:
			b.WriteString("M" + across + " " + down)
		case at == last && len(points) > 2:
			continue
		case at[1] == last[1]:
			b.WriteString("h" + across)
			lines = false
		case at[0] == last[0]:
			b.WriteString("v" + down)
			lines = false
		default:
			if !lines {
				b.WriteString("l" + across + " " + down)
			} else {
				b.WriteString(" " + across + " " + down)
			}
			lines = true
		}
		last = at
	}
	return b.String()
}

// tenth is a length in tenths of a millimetre; 0 where it is no number.
func tenth(v float64) int {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return 0
	}
	return int(math.Round(v * 10))
}

// tenths writes such a length in millimetres, without a nought before the point.
func tenths(n int) string {
	sign := ""
	if n < 0 {
		sign, n = "-", -n
	}
	whole, rest := n/10, n%10
	switch {
	case rest == 0:
		return sign + strconv.Itoa(whole)
	case whole == 0:
		return sign + "." + strconv.Itoa(rest)
	}
	return sign + strconv.Itoa(whole) + "." + strconv.Itoa(rest)
}

// path writes a line through points; a stretch that is level or upright names only
// what changes.
func path(points []chart.XY) string {
	var b strings.Builder
	var lastX, lastY string
	for i, p := range points {
		x, y := mm(p.X), mm(p.Y)
		switch {
		case i == 0:
			b.WriteString("M" + x + " " + y)
		case x == lastX && y == lastY && len(points) > 2:
		case y == lastY:
			b.WriteString("H" + x)
		case x == lastX:
			b.WriteString("V" + y)
		default:
			b.WriteString("L" + x + " " + y)
		}
		lastX, lastY = x, y
	}
	return b.String()
}
