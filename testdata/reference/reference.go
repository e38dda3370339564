// Package reference holds the reference values of the statistical methods, packed:
// for each case an input and what published packages make of it, with the README
// that says which packages and how. Only tests import it; the program does not
// carry it.
package reference

import (
	"archive/zip"
	"bytes"
	_ "embed" // for the packed values below
	"encoding/csv"
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

//go:embed stats-reference.zip
var packed []byte

// Files gives the files as they were packed: README.md, make_reference.R,
// cases.csv and the pairs of input and expected values.
func Files() fs.FS {
	values, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	if err != nil {
		panic("reference values: " + err.Error()) // not reached: the zip is part of the package
	}
	return values
}

// Check says how much of a case is to be matched.
type Check string

// The checks.
const (
	Full    Check = "full"    // every cell
	Partial Check = "partial" // the cells that the note names
	Error   Check = "error"   // that there is an error
)

// Param is one setting of a case, as it is typed.
type Param struct{ Name, Value string }

// Case is one row of cases.csv.
type Case struct {
	Method, Name string
	Params       []Param
	Check        Check
	Note         string
}

// Input is the name of the file that goes in.
func (c Case) Input() string { return c.Method + "_input_" + c.Name + ".csv" }

// Expected is the name of the file that is to come out.
func (c Case) Expected() string { return c.Method + "_expected_" + c.Name + ".csv" }

// Fitted is the name of the second file that is to come out; only its has one.
func (c Case) Fitted() string { return c.Method + "_expected_" + c.Name + "_fitted.csv" }

// Cases gives the rows of cases.csv in their order. It fails where the file is not
// as its README says.
func Cases() ([]Case, error) {
	file, err := Files().Open("cases.csv")
	if err != nil {
		return nil, fmt.Errorf("reference values: %w", err)
	}
	defer file.Close()
	lines, err := csv.NewReader(file).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("reference values: %w", err)
	}
	if len(lines) == 0 || !slices.Equal(lines[0], []string{"method", "case", "params", "check", "note"}) {
		return nil, fmt.Errorf("reference values: cases.csv has other columns")
	}
	var cases []Case
	for _, line := range lines[1:] {
		c := Case{Method: line[0], Name: line[1], Check: Check(line[3]), Note: line[4]}
		for param := range strings.SplitSeq(line[2], ";") {
			if name, value, found := strings.Cut(param, "="); found {
				c.Params = append(c.Params, Param{name, value})
			} else if param != "" {
				return nil, fmt.Errorf("reference values: %s %s: a setting without a value", c.Method, c.Name)
			}
		}
		if !slices.Contains([]Check{Full, Partial, Error}, c.Check) {
			return nil, fmt.Errorf("reference values: %s %s: no such check", c.Method, c.Name)
		}
		cases = append(cases, c)
	}
	return cases, nil
}
