package cell

import (
	"errors"

	"evidencepack/ingest/record"
)

// Proof says how sure the order of day and month in a column is.
type Proof uint8

// The proofs. Conflict and HalfSwapped mean that the column cannot be used.
const (
	SelfEvident Proof = iota // true dates, ISO and month names only: nothing to decide
	Proven                   // a part above 12, a day of the week, or the rising order of the rows
	Hinted                   // another column of the file, or the dates that the report is for
	Assumed                  // no day above 12 and nothing else to tell: read day first
	Conflict                 // both orders are proven in one column
	HalfSwapped              // days 1 to 12 were swapped by a spreadsheet program, the others not
)

// Usable tells whether dates of the column may be read at all.
func (p Proof) Usable() bool { return p != Conflict && p != HalfSwapped }

// How much it takes. True dates with days up to 12 only beside texts with days
// above 12 only are chance three times in 100 where 2 × true dates + texts is 8. A
// slip is one odd row against 20, or one in 100. Month first needs one proof to ten
// open dates, since three in five days are above 12. Eight rows in one order are no
// chance.
const (
	swappedFew    = 2
	swappedWeight = 8
	rewrittenFew  = 5
	slipAlone     = 20
	slipShare     = 100
	monthShare    = 10
	sortedRows    = 8
	sortedDays    = 3
)

// Tally counts the dates of a column by what they say about its order.
type Tally struct {
	True     int // true dates of a workbook
	High     int // of these, with a day above 12
	Plain    int // texts that say themselves which part is which
	Open     int // texts that can be read either way, and differently
	DayFirst int // texts that can only be read day first
	Month    int // texts that can only be read month first
}

// DateColumn is fed every cell of a column of dates, of the whole file and in
// its order, and then says in which order day and month stand.
type DateColumn struct {
	tally Tally
	zeros zeros
	rise  [2]rise // of the dates read in each order
	open  [2]record.Span
	hint  []Order
	span  record.Span
}

// zeros counts how texts write parts below 10: 04/05 or 4/5.
type zeros struct{ openPadded, openBare, highPadded, highBare int }

// rise follows whether dates rise or fall from row to row.
type rise struct {
	last         record.Date
	rows, days   int
	fell, rose   bool
	notFirstSeen bool
}

func (r *rise) see(on record.Date) {
	r.rows++
	if !r.notFirstSeen || on != r.last {
		r.days++
	}
	if r.notFirstSeen {
		r.fell = r.fell || on < r.last
		r.rose = r.rose || on > r.last
	}
	r.last, r.notFirstSeen = on, true
}

func (r *rise) sorted() bool { return !r.fell || !r.rose }

// See takes one cell. Blank cells and what is no date say nothing.
func (c *DateColumn) See(r Raw) {
	if r.Numeric && !r.packed() {
		if m, err := Date(r, DayFirst); err == nil {
			c.tally.True++
			if _, _, day := m.On.Parts(); day > 12 {
				c.tally.High++
			}
			c.both(m.On, m.On)
		}
		return
	}
	s := Clean(r.Text)
	if openEnd(s) {
		return
	}
	day, rest, _ := splitMoment(s)
	p, found := partsOf(day)
	if !found && rest == "" {
		day, _ = splitBareTime(s)
		p, found = partsOf(day)
	}
	if found {
		c.parts(p)
	}
}

func (c *DateColumn) both(dayFirst, monthFirst record.Date) {
	c.rise[DayFirst].see(dayFirst)
	c.rise[MonthFirst].see(monthFirst)
}

func (c *DateColumn) parts(p dayParts) {
	uk, noUK := DateReader{Order: DayFirst}.day(p)
	us, noUS := DateReader{Order: MonthFirst}.day(p)
	switch {
	case errors.Is(noUK, ErrEmpty) || errors.Is(noUS, ErrEmpty) || (noUK != nil && noUS != nil):
		return
	case p.shape != slashed || uk == us:
		c.tally.Plain++
		c.both(uk, us)
	case noUS != nil:
		c.tally.DayFirst++
		c.zeros.see(p, true)
		c.both(uk, uk)
	case noUK != nil:
		c.tally.Month++
		c.zeros.see(p, true)
		c.both(us, us)
	case p.weekday > 0 && weekdayOf(uk) == p.weekday && weekdayOf(us) != p.weekday:
		c.tally.DayFirst++
		c.both(uk, uk)
	case p.weekday > 0 && weekdayOf(us) == p.weekday && weekdayOf(uk) != p.weekday:
		c.tally.Month++
		c.both(us, us)
	default:
		c.tally.Open++
		c.zeros.see(p, false)
		c.both(uk, us)
		c.open[DayFirst] = wider(c.open[DayFirst], uk)
		c.open[MonthFirst] = wider(c.open[MonthFirst], us)
	}
}

func wider(s record.Span, on record.Date) record.Span {
	if s.From == 0 || on < s.From {
		s.From = on
	}
	if s.To == 0 || on > s.To {
		s.To = on
	}
	return s
}

func (z *zeros) see(p dayParts, high bool) {
	padded := p.first[0] == '0' || p.second[0] == '0'
	bare := len(p.first) == 1 || len(p.second) == 1
	switch {
	case padded == bare: // both parts above 9, or a mixture
	case high && padded:
		z.highPadded++
	case high:
		z.highBare++
	case padded:
		z.openPadded++
	default:
		z.openBare++
	}
}

// Hint says what another column of the same file proved: exports use one order.
func (c *DateColumn) Hint(order Order) { c.hint = append(c.hint, order) }

// Within says for which dates the report was made, where its title tells.
func (c *DateColumn) Within(span record.Span) { c.span = span }

// Tally gives the counts behind the decision, for messages.
func (c *DateColumn) Tally() Tally { return c.tally }
