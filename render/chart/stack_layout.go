package chart

// Sizes of a stacked distribution, in mm unless said otherwise.
const (
	stackBar   = 4.8
	stackRow   = 6.8
	leastPiece = 8.0 // a piece that holds its per cent
	swatchWide = 3.2
	swatchHigh = 2.2
	swatchAir  = 1.0 // between a swatch and its name
	keyAir     = 4.0 // between two names of the key
	keyStep    = 3.4
	labelRoom  = 1.2 // between two names above a bar
	seamWidth  = 0.8 // pt, the white between two pieces
	stackFrame = 0.5 // pt, the outline of a bar
	stackTop   = 4.4 // where the bars begin under a head of one line
)

// LayoutStack gives the drawing of a stacked distribution, width mm wide: the name of
// each group, its bar parted into the levels with the per cent inside each piece that
// has room, and the counts in the order of the levels. The names of the levels stand
// once, above the pieces of the first bar, or in a key where they have no room there.
// A bar without counts, or with a word, has its word and no bar. The height is in the
// scene; no bars, and a width that leaves no plot, give a scene without shapes.
func LayoutStack(s Stack, width float64) Scene { return StackParts(s, width, 0, 0)[0] }

// StackParts is LayoutStack over several pages, with the same columns and the names of
// the levels on each: the first piece is at most first mm high, the others rest mm. 0 is
// no limit. A bar is not cut. There is always at least one piece.
func StackParts(s Stack, width, first, rest float64) []Scene {
	p := newStackPlate(s, width)
	if len(s.Bars) == 0 || p.right-p.left < leastPlotWidth {
		return []Scene{{Width: width}}
	}
	heights := make([]float64, len(p.rows))
	for i, row := range p.rows {
		heights[i] = row.height
	}
	return paged(heights, p.top, width, first, rest, func(c *canvas, from, to int) { p.piece(c, from, to) })
}

// stackPlate is the columns and the rows, broken into lines.
type stackPlate struct {
	stack       Stack
	left, right float64 // of the bars
	top         float64 // where they begin
	name, count column
	counted     cell // the head of the counts
	key         [][]keyItem
	rows        []stackCells
}

type stackCells struct {
	name, count, word cell
	height            float64
}

// keyItem is a level in a line of the key: -1 is the next line of a long name.
type keyItem struct {
	level int
	x     float64
	text  string
}

func newStackPlate(s Stack, width float64) *stackPlate {
	p := &stackPlate{stack: s}
	names, counts := []string{}, []string{s.CountHead}
	for _, bar := range s.Bars {
		names, counts = append(names, bar.Name), append(counts, countsText(bar))
	}
	p.name.width = widest(0.3*width, plateSize, false, names...)
	p.count = column{width: widest(0.24*width, plateSize, false, counts...), right: true}
	p.count.left = width - p.count.width
	p.left, p.right = p.name.width+plateAir, p.count.left-plateAir
	if p.right-p.left < leastPlotWidth {
		return p
	}
	p.counted = p.count.text(s.CountHead, labelSize, false, InkSecond)
	p.key = p.keyLines()
	p.top = stackTop + keyStep*float64(max(len(p.key), len(p.counted), 1)-1)
	plot := column{left: p.left, width: p.right - p.left}
	for _, bar := range s.Bars {
		cells := stackCells{name: p.name.text(bar.Name, plateSize, false, InkText), count: p.count.text(countsText(bar), plateSize, false, InkSecond)}
		if !drawnBar(bar) {
			cells.word = plot.text(stackWord(bar), plateSize, false, InkSecond)
		}
		cells.height = max(stackRow, rowHeight(cells.name, cells.count, cells.word))
		p.rows = append(p.rows, cells)
	}
	return p
}

// drawnBar says whether a group has a bar.
func drawnBar(b StackBar) bool { return b.Word == "" && b.Total() > 0 }

// stackWord says why there is no bar.
func stackWord(b StackBar) string {
	if b.Word == "" {
		return string(PointNoData)
	}
	return b.Word
}

// countsText gives the counts in the order of the levels: "46, 3, 3".
func countsText(b StackBar) string {
	text := ""
	for i, count := range b.Counts {
		if i > 0 {
			text += ", "
		}
		text += Decimal(float64(max(0, count)), 0)
	}
	return text
}

// keyLines sets the names of the levels into lines of the width of the bars.
func (p *stackPlate) keyLines() [][]keyItem {
	var lines [][]keyItem
	x := p.right
	for level, name := range p.stack.Levels {
		indent := swatchWide + swatchAir
		pieces := Wrap(name, labelSize, false, p.right-p.left-indent)
		for i, piece := range pieces {
			wide := indent + TextWidth(piece, labelSize, false)
			item := keyItem{level, x, piece}
			if i > 0 {
				item.level = -1
			}
			if len(pieces) > 1 || x+wide > p.right || len(lines) == 0 {
				item.x = p.left
				lines = append(lines, nil)
			}
			lines[len(lines)-1] = append(lines[len(lines)-1], item)
			x = item.x + wide + keyAir
		}
	}
	return lines
}

// piece draws the bars from one up to before another, under a head of their own.
func (p *stackPlate) piece(c *canvas, from, to int) {
	p.head(c, p.stack.Bars[from])
	y := p.top
	for i := from; i < to; i++ {
		middle := y + p.rows[i].height/2
		c.put(p.name, p.rows[i].name, middle)
		c.put(p.count, p.rows[i].count, middle)
		if drawnBar(p.stack.Bars[i]) {
			p.bar(c, p.stack.Bars[i], middle)
		} else {
			c.put(column{left: p.left, width: p.right - p.left}, p.rows[i].word, middle)
		}
		y += p.rows[i].height
	}
}

// head names the levels above the first bar, or in a key, and the counts.
func (p *stackPlate) head(c *canvas, first StackBar) {
	foot := p.top - stackTop + plateHead
	for i, line := range p.counted {
		line.At, line.Anchor = XY{p.count.left + p.count.width, foot - keyStep*float64(len(p.counted)-1-i)}, AnchorEnd
		c.write(line)
	}
	if names := p.names(first, foot); names != nil {
		for _, name := range names {
			c.write(name)
		}
		return
	}
	for i, line := range p.key {
		y := foot - keyStep*float64(len(p.key)-1-i)
		for _, item := range line {
			if item.level >= 0 {
				swatch := box{item.x, y - swatchHigh, item.x + swatchWide, y}
				p.swatch(c, item.level, swatch)
				c.outlined(swatch)
			}
			c.write(Text{At: XY{item.x + swatchWide + swatchAir, y}, Text: item.text, Size: labelSize, Ink: InkSecond, Anchor: AnchorStart})
		}
	}
}

// names gives the names of the levels above their pieces, nil where they have no room.
// The last may end at the end of the bar.
func (p *stackPlate) names(b StackBar, y float64) []Text {
	if !drawnBar(b) || len(b.Counts) != len(p.stack.Levels) {
		return nil
	}
	var names []Text
	free := p.left
	for level, edges := range p.edges(b) {
		name := Text{At: XY{edges[0], y}, Text: p.stack.Levels[level], Size: labelSize, Ink: InkSecond, Anchor: AnchorStart}
		if level == len(p.stack.Levels)-1 && boxOf(name).right > p.right {
			name.At.X, name.Anchor = p.right, AnchorEnd
		}
		place := boxOf(name)
		if edges[1] <= edges[0] || place.left < free-1e-6 || place.right > p.right+1e-6 {
			return nil
		}
		free = place.right + labelRoom
		names = append(names, name)
	}
	return names
}

// edges gives where each piece begins and ends.
func (p *stackPlate) edges(b StackBar) [][2]float64 {
	var all [][2]float64
	total, before := float64(b.Total()), 0.0
	at := func(count float64) float64 { return p.left + count/total*(p.right-p.left) }
	for _, count := range b.Counts {
		n := float64(max(0, count))
		all = append(all, [2]float64{at(before), at(before + n)})
		before += n
	}
	return all
}

// bar draws one bar about its middle.
func (p *stackPlate) bar(c *canvas, b StackBar, y float64) {
	unit := string(UnitPercent)
	edges := p.edges(b)
	for level, edge := range edges {
		if edge[1] > edge[0] {
			p.swatch(c, level, box{edge[0], y - stackBar/2, edge[1], y + stackBar/2})
		}
	}
	for level, edge := range edges {
		if edge[1] > edge[0] && edge[0] > p.left {
			c.line(edge[0], y-stackBar/2, edge[0], y+stackBar/2, InkWhite, seamWidth)
		}
		if share, _ := b.Share(level); p.percent(c, level, edge, share, unit, y) {
			unit = ""
		}
	}
	c.outlined(box{p.left, y - stackBar/2, p.right, y + stackBar/2})
}

// percent writes the share into its piece where there is room, and says whether it did.
func (p *stackPlate) percent(c *canvas, level int, edge [2]float64, share float64, unit string, y float64) bool {
	text := Decimal(share, 0)
	if text == "100" && share < 100 { // beside another piece it would be wrong
		text = ">99"
	}
	fill, hatched := LevelInk(level, len(p.stack.Levels))
	ink := InkText
	if fill == InkData {
		ink = InkWhite
	}
	label := Text{At: XY{(edge[0] + edge[1]) / 2, y + 1}, Text: text + unit, Size: plateSize, Semibold: true, Ink: ink, Anchor: AnchorMiddle}
	if edge[1]-edge[0] < leastPiece || boxOf(label).right > edge[1]-0.4 || !c.room(label) {
		return false
	}
	if hatched {
		ground := boxOf(label).grown(0.4)
		ground.top, ground.bottom = max(ground.top, y-stackBar/2), min(ground.bottom, y+stackBar/2)
		c.fill(ground, InkWhite)
	}
	return c.write(label)
}

// swatch fills a piece of a bar, or of the key, in the manner of its level.
func (p *stackPlate) swatch(c *canvas, level int, place box) {
	fill, hatched := LevelInk(level, len(p.stack.Levels))
	c.fill(place, fill)
	if hatched {
		c.hatch(place)
	}
}

// outlined draws the frame of a bar or of a swatch.
func (c *canvas) outlined(b box) {
	c.draw(Polygon{Points: []XY{{b.left, b.top}, {b.right, b.top}, {b.right, b.bottom}, {b.left, b.bottom}}, Outline: InkData, Width: stackFrame})
}
