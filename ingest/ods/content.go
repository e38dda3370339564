package ods

import (
	"bytes"
	"io"
	"strings"

	"evidencepack/ingest/grid"
)

// bounded lets no more through than so many bytes.
type bounded struct {
	r    io.Reader
	left int64
}

func (b *bounded) Read(p []byte) (int, error) {
	n, err := b.r.Read(p)
	if b.left -= int64(n); b.left < 0 {
		return 0, grid.ErrTooLarge
	}
	return n, err
}

// content is the part with the sheets, being read.
type content struct {
	*scanner
	out     grid.Book
	spread  bool            // there is a spreadsheet in it
	unshown map[string]bool // styles of hidden sheets
	cells   int             // of all sheets, repeats counted
	bytes   int             // kept of all sheets
	sheet   *sheet
	cell    cellTag
	inCell  func() error // what reads an element of a cell; made once, not for each
	inRow   func() error
}

// sheet is the sheet being read.
type sheet struct {
	grid.Sheet
	store
	line    int // rows in front of the present one
	repeats int // how often the present row stands there
	column  int // cells in front of the present one
	cache   bool
}

func newContent(r io.Reader) *content {
	c := &content{scanner: newScanner(r), out: grid.Book{Format: "ods"}, unshown: map[string]bool{}}
	c.inCell, c.inRow = c.inACell, c.inARow
	return c
}

// read reads the whole part.
func (c *content) read() (*grid.Book, error) {
	for {
		kind, err := c.next()
		if err != nil {
			return nil, err
		}
		if kind == done {
			break
		}
		if kind == opened {
			if err := c.children(c.top); err != nil {
				return nil, err
			}
		}
	}
	switch {
	case !c.spread:
		return nil, grid.ErrNotTable
	case len(c.out.Sheets) == 0:
		return nil, grid.ErrEmpty
	}
	return &c.out, nil
}

// top reads what stands at the top, and inside the body.
func (c *content) top() error {
	switch {
	case c.is(office, "body"):
		return c.children(c.top)
	case c.is(office, "automatic-styles"):
		return c.children(c.style)
	case c.is(office, "spreadsheet"):
		c.spread = true
		return c.children(c.part)
	}
	return c.skip()
}

// style reads one style; only those of hidden sheets matter.
func (c *content) style() error {
	name := string(c.value(style, "name"))
	if !c.is(style, "style") || string(c.value(style, "family")) != "table" {
		return c.skip()
	}
	return c.children(func() error {
		if c.is(style, "table-properties") && string(c.value(table, "display")) == "false" {
			c.unshown[name] = true
		}
		return c.skip()
	})
}

// part reads one part of the spreadsheet.
func (c *content) part() error {
	switch {
	case c.is(table, "table"):
		return c.table()
	case c.is(table, "database-ranges"):
		return c.children(c.databaseRange)
	}
	return c.skip()
}

// databaseRange finds out where a filter is on. One that offers choices, of which
// none was made, has nothing inside.
func (c *content) databaseRange() error {
	name := sheetOf(string(c.value(table, "target-range-address")))
	return c.children(func() error {
		if c.is(table, "filter") {
			for i := range c.out.Sheets {
				if c.out.Sheets[i].Name == name {
					c.out.Sheets[i].Filtered = true
				}
			}
		}
		return c.skip()
	})
}

// sheetOf is the name of the sheet in an address such as 'Day notes'.A1:'Day notes'.D9.
func sheetOf(address string) string {
	address = strings.TrimPrefix(address, "$")
	quoted, isQuoted := strings.CutPrefix(address, "'")
	if !isQuoted {
		name, _, _ := strings.Cut(address, ".")
		return name
	}
	var name strings.Builder
	for {
		part, rest, found := strings.Cut(quoted, "'")
		name.WriteString(part)
		if !found || !strings.HasPrefix(rest, "'") {
			return name.String()
		}
		name.WriteByte('\'') // a mark in a name is doubled
		quoted = rest[1:]
	}
}

// table reads one sheet.
func (c *content) table() error {
	name := string(c.value(table, "name"))
	c.sheet = &sheet{Sheet: grid.Sheet{Name: name, Hidden: c.unshown[string(c.value(table, "style-name"))]}}
	// LibreOffice keeps what it took from other workbooks in sheets whose name
	// is the address of the other.
	c.sheet.cache = strings.HasPrefix(name, "'") && strings.Contains(name, "'#")
	if err := c.children(func() error { return c.rows(false) }); err != nil {
		return err
	}
	if c.sheet.cache {
		c.out.Linked = true
		return nil
	}
	c.sheet.flush()
	c.sheet.Rows = c.sheet.rows
	c.out.Sheets = append(c.out.Sheets, c.sheet.Sheet)
	return nil
}

// rows reads a row or a group of rows, which may be folded away.
func (c *content) rows(hidden bool) error {
	switch {
	case c.is(table, "table-row"):
		return c.row(hidden)
	case c.is(table, "table-row-group"):
		hidden = hidden || string(c.value(table, "display")) == "false"
		return c.children(func() error { return c.rows(hidden) })
	case c.is(table, "table-header-rows"), c.is(table, "table-rows"):
		return c.children(func() error { return c.rows(hidden) })
	case c.is(table, "table-source"):
		c.out.Linked = true
	}
	return c.skip()
}

// row reads one row.
func (c *content) row(hidden bool) error {
	repeats, err := times(c.value(table, "number-rows-repeated"))
	if err != nil {
		return err
	}
	seen := c.value(table, "visibility")
	hidden = hidden || string(seen) == "collapse" || string(seen) == "filter"
	s := c.sheet
	s.repeats, s.column = repeats, 0
	if err := c.children(c.inRow); err != nil {
		return err
	}
	if s.cells > 0 {
		if s.line+repeats > grid.MostRows {
			return grid.ErrTooLarge
		}
		if c.cells += s.width * repeats; c.cells > grid.MostCells {
			return grid.ErrTooLarge
		}
		if c.bytes += s.end(s.line+1, repeats, hidden); c.bytes > grid.MostTexts {
			return grid.ErrTooLarge
		}
	}
	s.line = min(s.line+repeats, grid.MostRows)
	return nil
}

// times reads how often something is repeated; nothing is once.
func times(value []byte) (int, error) {
	if value == nil {
		return 1, nil
	}
	n := 0
	for _, c := range bytes.TrimSpace(value) {
		if c < '0' || c > '9' {
			return 0, damaged("a number of repeats is no number")
		}
		n = min(10*n+int(c-'0'), 1<<31)
	}
	return max(1, n), nil
}

// merge keeps the range that the present cell spreads over, in each of its rows.
func (c *content) merge(columns, rows int) {
	s := c.sheet
	for i := 0; i < s.repeats && len(s.Merges) < grid.MostMerges; i++ {
		top := s.line + 1 + i
		if top > grid.MostRows || s.column >= grid.MostColumns {
			return
		}
		m := grid.Merge{Top: top, Bottom: min(top+rows-1, grid.MostRows), Left: s.column, Right: min(s.column+columns, grid.MostColumns) - 1}
		s.Merges = append(s.Merges, m)
	}
}
