package main

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

const (
	evidenceName    = "evidence.csv"
	largestEvidence = 256 << 20
)

// The columns of evidence.csv (contract.md 2).
const (
	colID = iota
	colMetric
	colService
	colPerson
	colBreakdown
	colGrain
	colFrom
	colTo
	colNumerator
	colDenominator
	colValue
	colUnit
	colLower
	colUpper
	colPeople
	colStatus
	colWhy
	evidenceColumns
)

// evidenceHead is how the file begins.
const evidenceHead = "evidence_id,metric_id,service,person,breakdown,grain,from,to,numerator,denominator,value,unit,lower95,upper95,people,status,why"

// evidenceLine is one figure as it is written.
type evidenceLine [evidenceColumns]string

// key is what a figure is of; two lines of one key are the same figure.
func (l evidenceLine) key() [7]string { return [7]string(l[colMetric : colTo+1]) }

// readEvidence reads evidence.csv strictly.
func readEvidence(text []byte) ([]evidenceLine, error) {
	text = bytes.TrimPrefix(text, []byte("\xEF\xBB\xBF"))
	head, _, _ := bytes.Cut(text, []byte("\n"))
	if strings.TrimRight(string(head), "\r") != evidenceHead {
		return nil, errors.New("its columns are not those that we write")
	}
	read := csv.NewReader(bytes.NewReader(text))
	read.FieldsPerRecord = evidenceColumns
	read.ReuseRecord = true
	var lines []evidenceLine
	for n := 0; ; n++ {
		record, err := read.Read()
		if errors.Is(err, io.EOF) {
			return lines, nil
		}
		if err != nil {
			return nil, fmt.Errorf("line %d cannot be read as a row of a table", lineOf(err))
		}
		if n > 0 {
			lines = append(lines, evidenceLine(record))
		}
	}
}

// lineOf gives the line of a text on which a table breaks off.
func lineOf(err error) int {
	var at *csv.ParseError
	if errors.As(err, &at) {
		return at.Line
	}
	return 0
}

// builtEvidence reads the figures of the packs, nil where they cannot be compared:
// the reason is among the findings then.
func (v *verification) builtEvidence() ([]evidenceLine, error) {
	root, err := os.OpenRoot(v.out)
	if err != nil {
		return nil, failure{code: exitNothing, what: fmt.Sprintf("the folder %s cannot be opened.", filepath.ToSlash(v.out))}
	}
	defer root.Close()
	text, err := readPlain(root, evidenceName, largestEvidence)
	if v.sent && errors.Is(err, fs.ErrNotExist) {
		return nil, failure{
			code: exitNothing, what: "the figures cannot be compared: " + evidenceName + " is not among the files that were sent.",
			hints: []string{"leave --in away to check the files alone."},
		}
	}
	if err != nil {
		return nil, nil // told with the outputs
	}
	lines, err := readEvidence(text)
	if err != nil {
		if !v.packs.has(evidenceName) {
			v.packs.add(evidenceName, "cannot be compared: "+err.Error())
		}
		return nil, nil
	}
	return lines, nil
}

// figureDifference is one figure that is not the same: as the packs have it and as
// the exports give it now, nil where there is none.
type figureDifference struct{ pack, files *evidenceLine }

func (d figureDifference) line() *evidenceLine {
	if d.pack != nil {
		return d.pack
	}
	return d.files
}

// figureGroup is what differs of one metric for one scope.
type figureGroup struct {
	differences []figureDifference // the period first, then the baseline, then months
	people      bool               // of single people, we do not know whom
}

// compareEvidence holds the figures of the packs against those of the exports, field
// by field. Where it is not known who is who, those of single people are compared
// as heaps, metric by metric.
func compareEvidence(pack, files []evidenceLine, byPerson bool) []*figureGroup {
	var differ []figureDifference
	left, right := indexed(pack, byPerson), indexed(files, byPerson)
	for key, lines := range left {
		others := right[key]
		delete(right, key)
		differ = append(differ, unlike(lines, others)...)
	}
	for _, others := range right {
		differ = append(differ, unlike(nil, others)...)
	}
	slices.SortFunc(differ, func(a, b figureDifference) int { return compareLines(a.line(), b.line()) })
	var groups []*figureGroup
	for _, d := range differ {
		l := d.line()
		hidden := !byPerson && l[colPerson] != ""
		last := len(groups) - 1
		if last >= 0 && groups[last].holds(l, hidden) {
			groups[last].differences = append(groups[last].differences, d)
			continue
		}
		groups = append(groups, &figureGroup{[]figureDifference{d}, hidden})
	}
	return groups
}

// figures counts them. Of single people whom we do not know, one figure that
// changed is one that went and one that came.
func (g *figureGroup) figures() int {
	if !g.people {
		return len(g.differences)
	}
	gone, came := 0, 0
	for _, d := range g.differences {
		if d.files == nil {
			gone++
		}
		if d.pack == nil {
			came++
		}
	}
	return max(gone, came, len(g.differences)-gone-came)
}

// holds tells whether a figure belongs to the group.
func (g *figureGroup) holds(l *evidenceLine, hidden bool) bool {
	mine := g.differences[0].line()
	if hidden || g.people {
		return hidden && g.people && mine[colMetric] == l[colMetric]
	}
	return slices.Equal(mine[colMetric:colGrain], l[colMetric:colGrain])
}

// indexed gathers the lines of each figure: one, unless somebody added another, or
// the person is not regarded.
func indexed(lines []evidenceLine, byPerson bool) map[[7]string][]*evidenceLine {
	all := make(map[[7]string][]*evidenceLine, len(lines))
	for i := range lines {
		key := lines[i].key()
		if !byPerson && lines[i][colPerson] != "" {
			key[colPerson-colMetric] = "a person"
		}
		all[key] = append(all[key], &lines[i])
	}
	return all
}

// unlike pairs the lines of one figure and leaves out those that are the same.
func unlike(pack, files []*evidenceLine) []figureDifference {
	if len(pack) == 1 && len(files) == 1 {
		if *pack[0] == *files[0] || sameButWho(pack[0], files[0]) {
			return nil
		}
		return []figureDifference{{pack[0], files[0]}}
	}
	pack, files = slices.Clone(pack), slices.Clone(files)
	slices.SortFunc(pack, compareContents)
	slices.SortFunc(files, compareContents)
	var out []figureDifference
	for len(pack) > 0 || len(files) > 0 {
		order := 0
		switch {
		case len(pack) == 0:
			order = 1
		case len(files) == 0:
			order = -1
		default:
			order = compareContents(pack[0], files[0])
		}
		if order < 0 {
			out = append(out, figureDifference{pack: pack[0]})
		}
		if order > 0 {
			out = append(out, figureDifference{files: files[0]})
		}
		if order <= 0 {
			pack = pack[1:]
		}
		if order >= 0 {
			files = files[1:]
		}
	}
	return out
}

// sameButWho tells whether two lines about single people say the same of two pseudonyms.
func sameButWho(a, b *evidenceLine) bool {
	return a[colPerson] != b[colPerson] && compareContents(a, b) == 0
}

// compareContents orders lines by what they say, whoever they are of.
func compareContents(a, b *evidenceLine) int {
	return slices.Compare(a[colNumerator:], b[colNumerator:])
}

// grainOrder puts the period before the baseline and both before months.
var grainOrder = map[string]int{"period": 0, "baseline": 1, "month": 2}

func compareLines(a, b *evidenceLine) int {
	return cmp.Or(slices.Compare(a[colMetric:colGrain], b[colMetric:colGrain]), cmp.Compare(grainOrder[a[colGrain]], grainOrder[b[colGrain]]),
		slices.Compare(a[colGrain:], b[colGrain:]), strings.Compare(a[colID], b[colID]))
}
