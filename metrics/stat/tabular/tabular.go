// Package tabular runs one statistical method over one small table: the columns of
// testdata/reference go in, the columns of its expected files come out.
package tabular

// Table is a head and rows of text cells, all rows as long as the head. An empty cell is missing.
type Table struct {
	Head []string
	Rows [][]string
}

// Column is one column that a method reads.
type Column struct {
	Name     string
	Means    string // one plain sentence, with the unit
	Optional bool
}

// Setting is one --param of a method.
type Setting struct {
	Name    string
	Means   string // one plain sentence
	Default string // as it would be typed; "" is none
}

// Method is one statistical method.
type Method struct {
	Name     string // as evidencepack stats names it
	Title    string // plain words: "control chart of shares, allowing for extra spread (p′)"
	Means    string // when to use it, in a sentence or two
	Columns  []Column
	Settings []Setting
	Run      func(in Input) (Table, error)
}

// Methods is the only list of methods.
var Methods []Method
