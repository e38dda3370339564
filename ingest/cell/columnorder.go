package cell

import "evidencepack/ingest/record"

// Order decides the order of the column and says how sure it is. With Conflict
// and HalfSwapped the order means nothing.
func (c *DateColumn) Order() (Order, Proof) {
	t := c.tally
	switch {
	case c.halfSwapped():
		return DayFirst, HalfSwapped
	case t.DayFirst > 0 && t.Month > 0:
		return c.settled()
	case t.DayFirst > 0:
		return DayFirst, Proven
	case t.Month > 0 && t.Month*monthShare < t.Open:
		return DayFirst, Conflict // one row says month first, and all the others could not
	case t.Month > 0:
		return MonthFirst, Proven
	case t.Open == 0:
		return DayFirst, SelfEvident
	}
	if order, found := c.byRows(); found {
		return order, Proven
	}
	if order, found := c.bySpan(); found {
		return order, Hinted
	}
	if order, found := c.byHint(); found {
		return order, Hinted
	}
	return DayFirst, Assumed
}

// settled decides between two proofs: a few slips of the hand do not count
// against many rows.
func (c *DateColumn) settled() (Order, Proof) {
	few, many, order := c.tally.Month, c.tally.DayFirst, DayFirst
	if few > many {
		few, many, order = many, few, MonthFirst
	}
	if (few == 1 && many >= slipAlone) || few*slipShare <= many {
		return order, Proven
	}
	return order, Conflict
}

// halfSwapped finds what a spreadsheet program leaves that reads dates in the
// other order: days up to 12 become true dates with day and month swapped, the
// others stay text. Saved as CSV, the true dates are texts again, but written
// with zeros where the others have none, or without.
func (c *DateColumn) halfSwapped() bool {
	t, texts := c.tally, c.tally.DayFirst+c.tally.Month
	if (t.DayFirst > 0) == (t.Month > 0) || t.Open > 0 && t.True > 0 {
		return false
	}
	if t.High == 0 && t.True >= swappedFew && texts >= swappedFew && 2*t.True+texts >= swappedWeight {
		return true
	}
	z := c.zeros
	return (z.highPadded >= rewrittenFew && z.highBare == 0 && z.openBare >= rewrittenFew && z.openPadded == 0) ||
		(z.highBare >= rewrittenFew && z.highPadded == 0 && z.openPadded >= rewrittenFew && z.openBare == 0)
}

// byRows takes the one order in which the rows of a file rise, or fall, all the way.
func (c *DateColumn) byRows() (Order, bool) {
	uk, us := &c.rise[DayFirst], &c.rise[MonthFirst]
	if uk.rows < sortedRows || uk.days < sortedDays || us.days < sortedDays || uk.sorted() == us.sorted() {
		return DayFirst, false
	}
	if us.sorted() {
		return MonthFirst, true
	}
	return DayFirst, true
}

// bySpan takes the one order in which all dates are inside those of the report.
func (c *DateColumn) bySpan() (Order, bool) {
	if c.span.From == 0 || c.span.To == 0 {
		return DayFirst, false
	}
	inside := func(s record.Span) bool { return c.span.Has(s.From) && c.span.Has(s.To) }
	uk, us := inside(c.open[DayFirst]), inside(c.open[MonthFirst])
	if uk == us {
		return DayFirst, false
	}
	if us {
		return MonthFirst, true
	}
	return DayFirst, true
}

// byHint takes what other columns proved, where they agree.
func (c *DateColumn) byHint() (Order, bool) {
	if len(c.hint) == 0 {
		return DayFirst, false
	}
	for _, order := range c.hint {
		if order != c.hint[0] {
			return DayFirst, false
		}
	}
	return c.hint[0], true
}
