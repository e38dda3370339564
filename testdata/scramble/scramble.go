// Package scramble writes a folder of exports again as other systems would have
// written it: other headings for the same fields, another delimiter, encoding,
// line end and way of quoting, other dates, columns in another order, title lines
// above and a footer below. No value of any record changes, so neither may any
// figure. Only tests import it.
package scramble

import (
	"fmt"
	"hash/fnv"
	"io/fs"
	"math/rand/v2"
	"path"
	"strings"
)

// Exports are the tables of a folder, read once and never changed.
type Exports struct{ tables []*table }

// Open reads every file of a folder. It fails where a file is no plain table
// with one row of headings that the program knows.
func Open(folder fs.FS) (*Exports, error) {
	out := new(Exports)
	err := fs.WalkDir(folder, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(folder, name)
		if err != nil {
			return err
		}
		t, err := readTable(name, data)
		if err != nil {
			return fmt.Errorf("scramble: %s: %w", name, err)
		}
		out.tables = append(out.tables, t)
		return nil
	})
	return out, err
}

// File is one export written again.
type File struct {
	Name string
	Data []byte
	Done string // what was done to it, in words, for whoever looks for a fault
}

// Round writes all files again. The same seed and round give the same bytes,
// and what becomes of a file does not depend on the other files. Month first
// allows dates such as 11/03/2025 for 3 November, in columns where a day above
// the twelfth proves the order.
func (e *Exports) Round(seed, round uint64, monthFirst bool) ([]File, error) {
	files := make([]File, 0, len(e.tables))
	for _, t := range e.tables {
		f, err := t.dressed(chance(seed, round, t.file), monthFirst)
		if err != nil {
			return nil, fmt.Errorf("scramble: %s: %w", t.file, err)
		}
		files = append(files, f)
	}
	return files, nil
}

// chance gives the random numbers of one file in one round.
func chance(seed, round uint64, file string) *rand.Rand {
	h := fnv.New64a()
	fmt.Fprint(h, round, " ", file) // writing to a hash never fails
	return rand.New(rand.NewPCG(seed, h.Sum64()))
}

// dressed writes one table in clothes drawn by chance.
func (t *table) dressed(r *rand.Rand, monthFirst bool) (File, error) {
	headings := t.otherHeadings(r)
	styles := t.dateStyles(r, monthFirst)
	order := r.Perm(len(t.headings))
	above, below := titles(r, t), footer(r, len(t.rows))
	done := []string{
		"headings " + strings.Join(headings, " | "), fmt.Sprint("columns ", order), "dates " + described(t, styles),
		fmt.Sprintf("%d lines above, %d below", len(above), len(below)),
	}
	rows := func(yield func([]value) bool) {
		for _, line := range above {
			if !yield(line) {
				return
			}
		}
		if top := texts(pick(headings, order)); !yield(top) || !t.body(top, order, styles, yield) {
			return
		}
		for _, line := range below {
			if !yield(line) {
				return
			}
		}
	}
	if t.sheet != "" {
		data, err := writeWorkbook(t.sheet, rows, r)
		return File{Name: t.file, Data: data, Done: strings.Join(done, "; ")}, err
	}
	look := drawLook(r, len(t.headings))
	data := look.write(rows)
	return File{Name: t.file, Data: data, Done: strings.Join(append(done, look.String()), "; ")}, nil
}

// body gives the rows of a table in another order of columns, with their dates
// written again. The row is only good until the next.
func (t *table) body(top []value, order []int, styles []column, yield func([]value) bool) bool {
	out := make([]value, len(order))
	for n, row := range t.rows {
		if row == nil { // the headings again, as some systems print them on each page
			if !yield(top) {
				return false
			}
			continue
		}
		for i, at := range order {
			if out[i] = row[at]; styles[at].style != nil {
				styles[at].rewrite(&out[i], t.days[at][n])
			}
		}
		if !yield(out) {
			return false
		}
	}
	return true
}

// pick puts values in another order.
func pick[T any](from []T, order []int) []T {
	out := make([]T, len(order))
	for i, at := range order {
		out[i] = from[at]
	}
	return out
}

// titles draws the lines that reports print above their table.
func titles(r *rand.Rand, t *table) [][]value {
	report := strings.TrimSuffix(path.Base(t.file), path.Ext(t.file))
	lines := [][]value{
		texts([]string{"Harbour Reach Care"}),
		texts([]string{"Report: " + strings.ReplaceAll(report, "_", " ")}),
		texts([]string{"Run by", "Registered manager"}),
		texts([]string{"From 1 April 2025, to 30 September 2026"}),
		texts([]string{"Date range: 01/04/2025 - 30/09/2026"}),
		texts([]string{"Exported 05/10/2026 09:14"}),
	}
	n := r.IntN(5)
	if n == 0 {
		return nil
	}
	r.Shuffle(len(lines), func(i, j int) { lines[i], lines[j] = lines[j], lines[i] })
	lines = lines[:n]
	if r.IntN(2) == 0 {
		lines = append(lines, nil)
	}
	return lines
}

// footer draws the lines that reports print below their table.
func footer(r *rand.Rand, rows int) [][]value {
	last := [][][]value{
		nil,
		{texts([]string{fmt.Sprintf("Total rows: %d", rows)})},
		{texts([]string{"Total", fmt.Sprint(rows)})},
		{texts([]string{"Page 1 of 1"})},
		{texts([]string{fmt.Sprintf("Total rows: %d", rows)}), texts([]string{"Page 1 of 1"})},
		{texts([]string{"Confidential"})},
	}[r.IntN(6)]
	if last != nil && r.IntN(2) == 0 {
		last = append([][]value{nil}, last...)
	}
	return last
}
