package ingest

import (
	"fmt"
	"slices"

	"evidencepack/ingest/record"
)

// reportCaps are the numbers of rows at which reports and import templates of care
// systems are known to stop (quirk 55).
var reportCaps = []int{200, 5_000, 10_000}

// sheetRows are the rows that a sheet of Excel has, in its old and its present
// format. What comes after is lost when a file is saved (quirk 50).
var sheetRows = []int{65_536, 1_048_576}

// reportLimits finds sheets that end just where a program stops writing.
func (e *Exports) reportLimits() {
	for _, l := range e.Ledgers {
		where := record.Ref{File: l.File, Sheet: l.Sheet}
		switch {
		case slices.Contains(sheetRows, l.Read) || slices.Contains(sheetRows, l.Read+l.HeaderRow):
			e.doubt(codeSheetFull, record.SeverityWarning, l.Kind, where, "", l.Read)
		case slices.Contains(reportCaps, l.Read):
			e.doubt(codeReportCap, record.SeverityWarning, l.Kind, where, fmt.Sprintf("exactly %d", l.Read), l.Read)
		}
	}
}
