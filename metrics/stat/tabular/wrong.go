package tabular

import (
	"errors"
	"fmt"
	"strings"
)

// BadCell is a cell that does not hold what its column needs. It never says what
// stands there: that may be personal.
type BadCell struct {
	Row      int // as a spreadsheet counts rows: the head is row 1
	Column   string
	Expected string // "a number above 0"
}

func (e BadCell) Error() string {
	return fmt.Sprintf("row %d, column %q: expected %s", e.Row, e.Column, e.Expected)
}

// NoColumn is a needed column that the table does not have, or has twice.
type NoColumn struct {
	Column string
	Twice  bool
}

func (e NoColumn) Error() string {
	if e.Twice {
		return fmt.Sprintf("has two columns %q", e.Column)
	}
	return fmt.Sprintf("has no column %q", e.Column)
}

// BadSetting is a setting that the method does not have, or that has a value it
// cannot take.
type BadSetting struct {
	Name     string
	Expected string   // "a whole number above 0"; "" where there is no such setting
	Known    []string // the settings that the method has
}

func (e BadSetting) Error() string {
	switch {
	case e.Expected != "":
		return fmt.Sprintf("the setting %q expects %s", e.Name, e.Expected)
	case len(e.Known) == 0:
		return fmt.Sprintf("there is no setting %q; this method has none", e.Name)
	}
	return fmt.Sprintf("there is no setting %q; there are: %s", e.Name, strings.Join(e.Known, ", "))
}

// Refused is a table that the method cannot answer for, though each cell may be
// read: two rows of one date, a single group. Row is 0 where it is no one row.
type Refused struct {
	Row  int
	What string // "two rows have the same date"
	Why  string // one sentence more; "" where it is plain
}

func (e Refused) Error() string {
	if e.Row > 0 {
		return fmt.Sprintf("row %d: %s", e.Row, e.What)
	}
	return e.What
}

// ErrNoRows is a table with a head and nothing below it.
var ErrNoRows = errors.New("there are no rows under the headings")
