package main

import (
	"fmt"

	"evidencepack/ingest"
	"evidencepack/ingest/record"
)

// tellReasons says why rows could not be used, where the first of each stands, and
// what to do. Rows that were withdrawn, and words in no list, are told elsewhere.
func tellReasons(p printer, reasons []ingest.Reason) {
	told := false
	for _, r := range reasons {
		if r.Class != record.Rejected {
			continue
		}
		if !told {
			p("\nRows with no usable date, person or value")
			told = true
		}
		where := r.First.File
		if r.First.Sheet != "" {
			where += ", sheet " + r.First.Sheet
		}
		first := "in"
		if r.Rows > 1 {
			first = "first in"
		}
		p("%s", wrap("  ", fmt.Sprintf("%s, %s %s, %s %d: %s. %s", plural(r.Rows, "row", "rows"), first, where, r.First.RowWord(), r.First.Row, r.Title, r.Hint), "      "))
	}
}
