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
		where, line := r.First.File, "line" // of a text file: a spreadsheet program counts otherwise
		if r.First.Sheet != "" {
			where, line = where+", sheet "+r.First.Sheet, "row"
		}
		first := "in"
		if r.Rows > 1 {
			first = "first in"
		}
		p("%s", wrap("  ", fmt.Sprintf("%s, %s %s, %s %d: %s. %s", plural(r.Rows, "row", "rows"), first, where, line, r.First.Row, r.Title, r.Hint), "      "))
	}
}
