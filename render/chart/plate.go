package chart

import "strings"

// Sizes of the plates of many rows (dumbbell and forest), in mm unless said otherwise.
const (
	plateSize  = 8.0  // pt, text of a row
	noteSize   = 7.5  // pt, counts and intervals under it
	plateStep  = 3.4  // from one line of a row to the next
	plateRow   = 5.55 // a row of one line
	plateHead  = 3.2  // baseline of the heads and ticks
	plateTop   = 5.0  // where the rows begin
	plateAir   = 2.6  // between two columns
	plateShape = 1.15 // radius of a state
	wordIndent = 4.0  // from the left edge of the shape to the word
	leastText  = 6.0  // the narrowest column
)

// column is a place for cells: left aligned, or right aligned at its right edge.
type column struct {
	left, width float64
	right       bool
}

// cell is what stands in a column, line under line. Where they stand is left open.
type cell []Text

// text breaks a text into the lines of a cell.
func (k column) text(words string, size float64, semibold bool, ink Ink) cell {
	var lines cell
	for _, line := range Wrap(words, size, semibold, k.width) {
		lines = append(lines, Text{Text: line, Size: size, Semibold: semibold, Ink: ink})
	}
	return lines
}

// verdict breaks the word of a state and what is said under it.
func (k column) verdict(s State, word string, notes ...string) cell {
	lines := k.text(word, plateSize, true, s.Ink())
	for _, note := range notes {
		lines = append(lines, k.note(note)...)
	}
	return lines
}

// note keeps an interval in brackets in one piece: it starts a line of its own
// where it does not fit behind the difference.
func (k column) note(words string) cell {
	difference, interval, found := strings.Cut(words, " (")
	if !found || TextWidth(words, noteSize, false) <= k.width {
		return k.text(words, noteSize, false, InkSecond)
	}
	return append(k.text(difference, noteSize, false, InkSecond), k.text("("+interval, noteSize, false, InkSecond)...)
}

// put writes a cell with the middle of its lines at y.
func (c *canvas) put(k column, lines cell, y float64) {
	at, anchor := k.left, AnchorStart
	if k.right {
		at, anchor = k.left+k.width, AnchorEnd
	}
	for i, line := range lines {
		middle := y + plateStep*(float64(i)-float64(len(lines)-1)/2)
		line.At, line.Anchor = XY{at, middle + 1}, anchor
		c.write(line)
	}
}

// putVerdict writes a verdict with the shape of its state beside the first line.
func (c *canvas) putVerdict(k column, s State, lines cell, y float64) {
	first := y - plateStep*float64(max(0, len(lines)-1))/2
	c.draw(StateShape(s, k.left-wordIndent+1.25*plateShape, first, plateShape)...)
	c.put(k, lines, y)
}

// head writes the name of a column over the rows.
func (c *canvas) head(k column, text string) {
	c.write(Text{At: XY{k.left + k.width, plateHead}, Text: text, Size: labelSize, Ink: InkSecond, Anchor: AnchorEnd})
}

// rowHeight gives the height of a row with these cells.
func rowHeight(cells ...cell) float64 {
	lines := 1
	for _, one := range cells {
		lines = max(lines, len(one))
	}
	return plateRow + plateStep*float64(lines-1)
}

// widest gives the width that the widest text needs, but no more than the limit.
func widest(limit, size float64, semibold bool, texts ...string) float64 {
	const rounding = 0.01
	width := leastText
	for _, text := range texts {
		width = max(width, TextWidth(text, size, semibold)+rounding)
	}
	return min(width, limit)
}

// paged draws rows of these heights under a head of the height top, cut into pieces: the
// first piece may be as high as first, any other as rest; 0 is no limit. A row is never cut, so a piece holds at
// least one row. draw draws the rows from one up to before another.
func paged(heights []float64, top, width, first, rest float64, draw func(c *canvas, from, to int)) []Scene {
	var scenes []Scene
	finish := func(from, to int, height float64) {
		c := newCanvas(width, height)
		draw(c, from, to)
		scenes = append(scenes, c.scene)
	}
	from, limit, used := 0, first, top
	for i, height := range heights {
		if limit > 0 && used+height > limit && i > from {
			finish(from, i, used)
			from, limit, used = i, rest, top
		}
		used += height
	}
	finish(from, len(heights), used)
	return scenes
}
