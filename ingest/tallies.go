package ingest

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"evidencepack/ingest/record"
)

// tally is something that is said once a sheet, with the rows that it is true of.
type tally struct {
	ledger int
	code   string
}

// count adds a row to a tally.
func (in *intake) count(ledger int, code string) {
	if in.tallies == nil {
		in.tallies = make(map[tally]int)
	}
	in.tallies[tally{ledger, code}]++
}

// tell turns the tallies into notes, in order of sheet and code.
func (in *intake) tell() {
	order := slices.SortedFunc(maps.Keys(in.tallies), func(a, b tally) int {
		return cmp.Or(cmp.Compare(a.ledger, b.ledger), cmp.Compare(a.code, b.code))
	})
	for _, t := range order {
		l := in.out.Ledgers[t.ledger]
		in.note(record.Ref{File: l.File, Sheet: l.Sheet}, l.Kind, t.code, "", in.tallies[t])
	}
}

// note says something about a whole sheet, or about all files, that costs no row.
func (in *intake) note(at record.Ref, kind record.Kind, code, detail string, rows int) {
	in.out.Issues = append(in.out.Issues, record.Issue{
		Ref: at, Kind: kind, Severity: record.SeverityNote, Code: code, Detail: detail, Count: rows, Class: record.Used,
	})
}

// plural writes how many things there are.
func plural(n int, one, more string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, more)
}

// ownWords are problems whose detail is in words of ours and quotes no cell.
var ownWords = map[string]bool{
	codeOverlap: true, codeNamesToCheck: true, codeServicesToCheck: true, codeAliasOfNobody: true, codeStayOpen: true, codePrivateColumns: true,
}
