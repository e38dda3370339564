package scramble

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"evidencepack/ingest/heading"
	"evidencepack/testdata/caresample"
)

func sample(t *testing.T) *Exports {
	t.Helper()
	dir := t.TempDir()
	if err := caresample.Unpack(dir); err != nil {
		t.Fatal(err)
	}
	e, err := Open(os.DirFS(filepath.Join(dir, "exports")))
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// TestOtherHeadingsAreUnderstood draws many sets of headings for each kind of
// export: each must be understood as the one that the source has.
func TestOtherHeadingsAreUnderstood(t *testing.T) {
	const draws = 500
	done := make(map[string]bool)
	for _, table := range sample(t).tables {
		if done[string(table.kind)] {
			continue // the other months have the same headings
		}
		done[string(table.kind)] = true
		failed := 0
		for i := range uint64(draws) {
			r := chance(1, i, table.file)
			order := r.Perm(len(table.headings))
			headings := pick(table.otherHeadings(r), order)
			m := heading.Recognise(headings)
			want := make(map[string]int)
			for column, at := range order {
				if field := table.fields[at]; field != "" {
					want[field] = column
				}
			}
			if m.Kind == table.kind && len(m.Missing) == 0 && sameColumns(m.Columns, want) {
				continue
			}
			if failed++; failed <= 3 {
				t.Errorf("%s: %q is taken as %s, missing %v: %v, want %v", table.file, headings, m.Kind, m.Missing, m.Columns, want)
			}
		}
		if failed > 0 {
			t.Errorf("%s: %d of %d draws are not understood", table.file, failed, draws)
		}
	}
	if len(done) != 17 {
		t.Errorf("%d kinds of export, want 17", len(done))
	}
}

func sameColumns(a, b map[string]int) bool {
	for field, column := range b {
		if at, there := a[field]; !there || at != column {
			return false
		}
	}
	return len(a) == len(b)
}

// TestEveryTableIsRead wants all tables of the sample, as long as they are.
func TestEveryTableIsRead(t *testing.T) {
	e := sample(t)
	rows, repeats := 0, 0
	for _, table := range e.tables {
		rows += len(table.rows)
		for _, row := range table.rows {
			if row == nil {
				repeats++
			}
		}
	}
	if len(e.tables) != 39 || rows-repeats != 76215 || repeats != 1 {
		t.Errorf("%d tables, %d rows, %d repeated headings", len(e.tables), rows-repeats, repeats)
	}
}

// TestRoundsDiffer wants the same bytes for the same round, and others for another.
func TestRoundsDiffer(t *testing.T) {
	e := sample(t)
	e.tables = slices.DeleteFunc(e.tables, func(t *table) bool { return len(t.rows) > 500 })
	var rounds [3][]File
	for i, round := range []uint64{1, 1, 2} {
		files, err := e.Round(7, round, true)
		if err != nil {
			t.Fatal(err)
		}
		rounds[i] = files
	}
	for i := range rounds[0] {
		if rounds[0][i].Done != rounds[1][i].Done || (e.tables[i].sheet == "" && string(rounds[0][i].Data) != string(rounds[1][i].Data)) {
			t.Errorf("%s differs though seed and round are the same", rounds[0][i].Name)
		}
		if rounds[0][i].Done == rounds[2][i].Done {
			t.Errorf("%s is the same in two rounds", rounds[0][i].Name)
		}
	}
}
