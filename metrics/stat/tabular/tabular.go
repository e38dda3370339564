// Package tabular runs one statistical method over one small table: the columns of
// testdata/reference go in, the columns of its expected files come out.
//
// Apply checks what all methods have in common: known settings, needed columns, at
// least one row. A method then reads its columns as typed values (read.go, place.go)
// and its settings (settings.go), and writes a table (write.go).
package tabular

import (
	"slices"
	"strings"
)

// Table is a head and rows of text cells, all rows as long as the head. An empty cell is missing.
type Table struct {
	Head []string
	Rows [][]string
	// Lines is where each row stands in its file, as a spreadsheet counts rows; nil
	// where the rows follow the head, which is row 1. Only messages use it.
	Lines []int
}

// Holds says what stands in the cells of a column.
type Holds string

// What a column may hold.
const (
	Numbers Holds = "numbers"
	YesNo   Holds = "1 or 0"
	Texts   Holds = "texts"
	Places  Holds = "dates, or numbers in order"
)

// Column is one column that a method reads.
type Column struct {
	Name     string
	Holds    Holds  // "" is Texts
	Means    string // one plain sentence, with the unit
	Optional bool
}

// Setting is one --param of a method.
type Setting struct {
	Name    string
	Means   string   // one plain sentence
	Default string   // as it would be typed; "" is none
	Choices []string // the only words that it takes; nil takes any
}

// Method is one statistical method.
type Method struct {
	Name     string // as evidencepack stats names it
	Title    string // plain words: "control chart of shares, allowing for extra spread (p′)"
	Means    string // when to use it, in a sentence or two
	Reads    string // what it does with its columns: "compares x1 of n1 with x2 of n2"
	Columns  []Column
	Settings []Setting
	Run      func(in Input) (Table, error) // called by Apply, which checks the input first
	// Remarks says what of the input went unused, a plain sentence each; nil has
	// nothing to say. It is asked only after Run has given an answer.
	Remarks func(in Input) []string
}

// Find gives the method of a name.
func Find(name string) (Method, bool) {
	at := slices.IndexFunc(Methods, func(m Method) bool { return m.Name == name })
	if at < 0 {
		return Method{}, false
	}
	return Methods[at], true
}

// Setting gives the setting of a name.
func (m Method) Setting(name string) (Setting, bool) {
	at := slices.IndexFunc(m.Settings, func(s Setting) bool { return s.Name == name })
	if at < 0 {
		return Setting{}, false
	}
	return m.Settings[at], true
}

// Column gives the column of a name; capitals and blanks around it make no difference.
func (m Method) Column(name string) (Column, bool) {
	at := slices.IndexFunc(m.Columns, func(c Column) bool { return sameName(c.Name, name) })
	if at < 0 {
		return Column{}, false
	}
	return m.Columns[at], true
}

// column gives the place of a column in the table, −1 where it has none.
func (t Table) column(name string) int {
	if at := slices.Index(t.Head, name); at >= 0 {
		return at
	}
	return slices.IndexFunc(t.Head, func(h string) bool { return sameName(h, name) })
}

// Line gives where a row, counted from 0, stands in its file.
func (t Table) Line(row int) int {
	if row < len(t.Lines) {
		return t.Lines[row]
	}
	return row + 2
}

func sameName(a, b string) bool {
	return strings.EqualFold(strings.TrimSpace(a), strings.TrimSpace(b))
}
