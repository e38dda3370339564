package ingest

import (
	"errors"
	"iter"
	"strings"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/grid"
	"evidencepack/ingest/heading"
	"evidencepack/ingest/record"
)

// How many records are looked at to say what a column holds, of how many columns,
// and how much of a text is kept of them.
const (
	sampleRecords = 100
	sampleColumns = 1000
	sampleBytes   = 64
	mostCompared  = 20 // pairs of columns that are compared over all rows
)

// holds says what the columns of a table hold: at a glance from its first records,
// and where the choice of a column hangs on it from all of them.
type holds struct {
	rows   iter.Seq[grid.Row]
	order  cell.Order
	sample [][]cell.Raw
	looks  map[int]heading.Look

	compared map[[2]int]heading.Compared
}

func (in *intake) holds(t table) *holds {
	if t.held != nil {
		return t.held
	}
	h := &holds{rows: t.rows, looks: make(map[int]heading.Look), compared: make(map[[2]int]heading.Compared)}
	for r := range t.rows {
		cells := make([]cell.Raw, min(len(r.Cells), sampleColumns))
		for i := range cells {
			cells[i] = r.Cells[i]
			cells[i].Text = strings.Clone(r.Cells[i].Text[:min(len(r.Cells[i].Text), sampleBytes)])
		}
		if h.sample = append(h.sample, cells); len(h.sample) == sampleRecords {
			break
		}
	}
	return h
}

// filled counts the records of the sample with something in a column.
func (h *holds) filled(column int) int {
	n := 0
	for _, cells := range h.sample {
		if column < len(cells) && !cells[column].Empty() {
			n++
		}
	}
	return n
}

// width is how many columns the records of the sample fill.
func (h *holds) width() int {
	width := 0
	for _, cells := range h.sample {
		for i := width; i < len(cells); i++ {
			if !cells[i].Empty() {
				width = i + 1
			}
		}
	}
	return width
}

// Look says what stands in a column of the sample.
func (h *holds) Look(column int) heading.Look {
	look, known := h.looks[column]
	if known {
		return look
	}
	look.Rows = len(h.sample)
	dates, times, numbers, small := 0, 0, 0, 0
	for _, cells := range h.sample {
		if column >= len(cells) || cells[column].Empty() || cell.Nothing(cells[column].Text) != cell.Present && !cells[column].Numeric {
			continue
		}
		c := cells[column]
		look.Filled++
		if !c.Numeric && !strings.ContainsAny(c.Text, "0123456789") {
			continue // a glance saves reading most words as dates, times and numbers
		}
		if isDate(c, h.order) {
			dates++
		}
		if _, err := cell.Time(c); err == nil {
			times++
		}
		if v, err := cell.Number(c); err == nil && !c.Date {
			numbers++
			if v >= 1 && v <= 5 && v == float64(int(v)) {
				small++
			}
		}
	}
	if n := float64(look.Filled); n > 0 {
		look.Dates, look.Times, look.Numbers, look.Small = float64(dates)/n, float64(times)/n, float64(numbers)/n, float64(small)/n
	}
	h.looks[column] = look
	return look
}

// isDate tells whether a cell was meant as a date, though it may not exist, lack
// its day, name several, or say that there is none yet.
func isDate(c cell.Raw, order cell.Order) bool {
	_, err := cell.Date(c, order)
	return err == nil || errors.Is(err, cell.ErrNoSuchDay) || errors.Is(err, cell.ErrPartial) || errors.Is(err, cell.ErrRange) || errors.Is(err, cell.ErrEmpty)
}

// day gives the day in a cell of a row, 0 where there is none.
func (h *holds) day(r grid.Row, column int) record.Date {
	if column >= len(r.Cells) {
		return 0
	}
	m, err := cell.Date(r.Cells[column], h.order)
	if err != nil {
		return 0
	}
	return m.On
}

// Compare compares two columns in all records: by their days where both hold
// dates, otherwise by their texts.
func (h *holds) Compare(a, b int) heading.Compared {
	if c, known := h.compared[[2]int{a, b}]; known || len(h.compared) >= mostCompared {
		return c
	}
	var c heading.Compared
	defer func() { h.compared[[2]int{a, b}] = c }()
	for r := range h.rows {
		c.Of++
		if max(a, b) >= len(r.Cells) || r.Cells[a].Empty() || r.Cells[b].Empty() {
			continue
		}
		one, other := h.day(r, a), h.day(r, b)
		if one != 0 && other != 0 {
			c.Both++
		}
		switch {
		case one != other, one == 0 && !alike(r.Cells[a], r.Cells[b]):
			c.Differ++
		}
	}
	return c
}

func alike(a, b cell.Raw) bool {
	if a.Numeric && b.Numeric {
		return a.Number == b.Number
	}
	return cell.Key(a.Text) == cell.Key(b.Text)
}

// Later counts the dates of a column that are later than all dates of the others.
func (h *holds) Later(column int, others []int) (later, of int) {
	var dates []record.Date
	var latest record.Date
	for r := range h.rows {
		if on := h.day(r, column); on != 0 {
			dates = append(dates, on)
		}
		for _, other := range others {
			latest = max(latest, h.day(r, other))
		}
	}
	if latest == 0 {
		return 0, 0
	}
	for _, on := range dates {
		if on > latest {
			later++
		}
	}
	return later, len(dates)
}
