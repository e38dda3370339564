package chart

// bands fills both limits, the wide ones first, each with a fine edge so that it is
// found in a grey print too.
func (p *funnelPlot) bands() {
	all := p.drawnBands()
	p.between(all, InkBandWide, func(b FunnelBand) (lower, upper float64) { return b.Lower998, b.Upper998 })
	p.between(all, InkBandNear, func(b FunnelBand) (lower, upper float64) { return b.Lower95, b.Upper95 })
}

// between fills one pair of limits over the part of the axis that is shown.
func (p *funnelPlot) between(all []FunnelBand, ink Ink, limits func(FunnelBand) (lower, upper float64)) {
	var above, below []XY
	for _, band := range all {
		lower, upper := limits(band)
		above = append(above, XY{band.Size, upper})
		below = append(below, XY{band.Size, lower})
	}
	above, below = p.cut(above), p.cut(below)
	if len(above) < 2 || len(below) < 2 {
		return
	}
	points := above
	for i := len(below) - 1; i >= 0; i-- {
		points = append(points, below[i])
	}
	p.draw(Polygon{Points: points, Fill: ink})
	for _, edge := range [][]XY{above[:len(above):len(above)], below} {
		for _, part := range p.inPlot(edge) {
			p.draw(Line{Points: part, Ink: InkTint2, Width: 0.35})
		}
	}
}

// cut gives a line of sizes and values as places in the plot, cut off where it leaves
// it: a limit far outside keeps its slope up to the edge.
func (p *funnelPlot) cut(line []XY) []XY {
	line = crossed(line, func(at XY) float64 { return at.X }, p.from)
	line = crossed(line, func(at XY) float64 { return at.X }, p.to)
	line = crossed(line, func(at XY) float64 { return at.Y }, 0)
	line = crossed(line, func(at XY) float64 { return at.Y }, p.scale.top)
	var out []XY
	for _, at := range line {
		if at.X >= p.from && at.X <= p.to {
			out = append(out, XY{p.x(at.X), p.y(at.Y)})
		}
	}
	return out
}

// crossed gives a line with a point more wherever it crosses a border.
func crossed(line []XY, of func(XY) float64, border float64) []XY {
	var out []XY
	for i, at := range line {
		if i > 0 {
			before := line[i-1]
			a, b := of(before)-border, of(at)-border
			if a*b < 0 {
				share := a / (a - b)
				out = append(out, XY{before.X + share*(at.X-before.X), before.Y + share*(at.Y-before.Y)})
			}
		}
		out = append(out, at)
	}
	return out
}

// inPlot gives the parts of an edge that do not run along the top or foot of the plot.
func (p *funnelPlot) inPlot(edge []XY) [][]XY {
	var parts [][]XY
	along := func(a, b XY) bool { return a.Y == b.Y && (a.Y <= p.plot.top || a.Y >= p.plot.bottom) }
	for i := 1; i < len(edge); i++ {
		switch n := len(parts); {
		case along(edge[i-1], edge[i]):
		case n > 0 && parts[n-1][len(parts[n-1])-1] == edge[i-1]:
			parts[n-1] = append(parts[n-1], edge[i])
		default:
			parts = append(parts, []XY{edge[i-1], edge[i]})
		}
	}
	return parts
}
