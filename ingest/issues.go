package ingest

// Codes of the catalogue. They stand in data-quality.csv and never change.
const (
	codeLocked        = "locked-workbook"
	codeOldWorkbook   = "old-workbook"
	codeWebPage       = "web-page-as-workbook"
	codePDF           = "pdf-export"
	codeZip           = "zip-of-files"
	codeZeroBytes     = "zero-bytes"
	codeOpenElsewhere = "open-in-excel"
	codeCutShort      = "cut-short"
	codeNotTable      = "not-a-table"
	codeUnknownKind   = "unknown-kind"
	codeUnknownSheet  = "unknown-sheet"
	codeMissingColumn = "no-such-column"
	codeUnclosedQuote = "unclosed-quote"
	codeTooMany       = "too-many-values"

	codeNoSuchDate     = "no-such-date"
	codeDateEmpty      = "date-empty"
	codeNotDate        = "not-a-date"
	codeEndsFirst      = "ends-before-it-begins"
	codeFarOff         = "date-far-off"
	codePersonEmpty    = "person-empty"
	codePersonUnknown  = "person-not-in-register"
	codeUnknownOutcome = "unknown-outcome"
	codeUnknownLevel   = "unknown-level"
	codeUnknownWord    = "unknown-word"
	codeIgnored        = "left-out-on-purpose"
	codeOutsideScale   = "outside-the-scale"
	codeValueEmpty     = "value-empty"
	codeStruckOut      = "struck-out"
	codeNoRegister     = "no-register"
	codeSameFileTwice  = "same-file-twice"
	codeOverlap        = "overlapping-exports"

	codeOnlyRefusals     = "only-refusals-recorded"
	codeSwitchedOn       = "looks-switched-on"
	codeMidnight         = "midnight-means-unknown"
	codeDoneWhenRaised   = "done-when-raised"
	codePlanTicked       = "plan-ticked-every-time"
	codeLatestReview     = "latest-review-only"
	codeRoundedTimes     = "rounded-times"
	codeAsPlanned        = "times-as-planned"
	codeDoubleUp         = "double-up-visits"
	codeRebooked         = "cancelled-then-rebooked"
	codeRecordingChanged = "recording-changed"
	codeMissingMonth     = "missing-month"
	codePartMonth        = "part-month"
	codeSheetFull        = "excel-row-limit"
	codeReportCap        = "report-limit"
	codeOnePerson        = "one-person-dominates"
)

// MissingMonth is the code of a month without rows, which the figures tell of
// themselves.
const MissingMonth = codeMissingMonth

// Problem is one entry of the catalogue of everything that can be wrong.
type Problem struct {
	Code  string
	Title string // what is wrong, in the reader's words
	Done  string // what we did about it
	Hint  string // the one thing to do next
}

// Catalogue lists every problem that Read can report.
var Catalogue = []Problem{
	{codeLocked, "the workbook is locked with a password", "none of it was read", "In Excel: File, Info, Protect Workbook, Encrypt with Password. Clear the box and save a copy in this folder."},
	{codeOldWorkbook, "the file is in an old Excel format (.xls)", "none of it was read", "Open it in Excel, File, Save As, Excel Workbook (*.xlsx), and leave the old one out of the folder."},
	{codeWebPage, "the file is a web page saved with another name", "none of it was read", "Open it in Excel, File, Save As, Excel Workbook (*.xlsx)."},
	{codePDF, "the file is a PDF, whose tables cannot be read safely", "none of it was read", "In the care system choose Export or Excel for the same report."},
	{codeZip, "the file is a zip of other files", "none of it was read", "Right-click it, Extract All, and put the files in this folder."},
	{codeZeroBytes, "the file has 0 bytes; most often it is still in OneDrive", "none of it was read", "Right-click it, Always keep on this device, and wait for the tick."},
	{codeOpenElsewhere, "the file cannot be opened; it may be open in another program", "none of it was read", "Close it in Excel and run the same command again."},
	{codeCutShort, "the workbook is damaged or stops before its end", "none of it was read", "Export it again. We use none of it rather than half of it."},
	{codeNotTable, "the file is not a table that we can read", "none of it was read", "Export the report as CSV or Excel."},
	{codeUnknownKind, "no row of the file has headings that we know", "none of it was read", "Run evidencepack inspect on it to see the headings, or take it out of the folder."},
	{codeUnknownSheet, "no row of the sheet has headings that we know", "the sheet was left out", "Nothing, if it is a cover page or a list. Otherwise run evidencepack inspect on the file."},
	{codeMissingColumn, "a column that is needed is missing", "none of the sheet was used", "Add the column to the export, or name it in a saved mapping."},
	{codeUnclosedQuote, "a text opens with a quotation mark and never closes", "the row was set aside and reading went on in the next line", "Close the quotation mark in the care system and export again."},
	{codeTooMany, "the row has more values than there are headings", "the row was set aside", "A comma inside a note is not in quotation marks. Export again, as Excel if the system can."},
	{codeNoSuchDate, "the date does not exist", "the row was set aside", "Correct it in the system, for example 30 February; export again."},
	{codeDateEmpty, "the date is empty", "the row was set aside", "Correct the row in the system; export again."},
	{codeNotDate, "the date cannot be read", "the row was set aside", "Write dates as 31/12/2026 in the system; export again."},
	{codeEndsFirst, "the end date is before the start date", "the row was set aside", "Correct one of the two in the system; export again."},
	{codeFarOff, "the date is far from all other dates, perhaps a mistyped year", "the row was set aside", "Correct the year in the system; export again."},
	{codePersonEmpty, "the person is empty", "the row was set aside", "Fill in the person; export again."},
	{codePersonUnknown, "the person is not in the register", "the row was set aside", "Export the register of people again, or correct the id."},
	{codeUnknownOutcome, "an outcome word or code is in no list", "the row is in no figure", "Say what it means in a saved mapping; the rows then count."},
	{codeUnknownLevel, "a level of support is in no list", "the row is in no figure", "Add the word to the codes of a saved mapping."},
	{codeUnknownWord, "a word is in no list", "it counts as other, or as not recorded", "Add the word to the codes of a saved mapping if it matters."},
	{codeIgnored, "a saved mapping says to leave this word out", "the row is in no figure", "Nothing to do, unless the mapping is wrong."},
	{codeOutsideScale, "the value is outside its scale, 1 to 5", "the row was set aside", "Correct the row in the system; export again."},
	{codeValueEmpty, "a value that is needed is empty", "the row was set aside", "Fill it in; export again."},
	{codeStruckOut, "struck out, void or archived", "the row is in no figure", "Nothing: your system marks these rows as withdrawn."},
	{codeNoRegister, "there is no register of people", "people were taken from the rows; there are no care days", "Export the register of people with start and end dates."},
	{codeSameFileTwice, "the file is the same, byte for byte, as another", "its rows were counted once", "Leave one of the two out of the folder."},
	{codeOverlap, "rows of this file are in another file too", "each counted once, the newest version", "Nothing to do. Overlap is good: it leaves no gap."},

	{codeOnlyRefusals, "only refusals are recorded, no support that was accepted", "no share is worked out from them: it would be 100%, and wrong", "Export all outcomes, not a filtered list."},
	{codeSwitchedOn, "every task is done, and not one was refused", "the rows count as they are", "Some systems tick tasks by themselves when a visit ends. Ask whether staff record refusals there."},
	{codeMidnight, "many events are at exactly 00:00", "that is taken as time not recorded; their dates count", "Nothing to do, unless the time of day matters to you: then record it in the system."},
	{codeDoneWhenRaised, "actions were done on the day they were raised, or before", "the rows count as they are", "Ask whether completed means done or only agreed. Correct the dates in the system."},
	{codePlanTicked, "care plan updated is ticked after every incident", "no figure uses the tick: only dates of changes count", "Look at what is claimed and what is verified, and record the date on which a plan was changed."},
	{codeLatestReview, "each plan has one review only, the latest", "the rows count as they are; earlier reviews are not known", "The system writes over the date of the last review. Export the history of reviews, if it keeps one."},
	{codeRoundedTimes, "all actual times are on the quarter hour", "the rows count as they are; nothing is said of being on time", "These look like billed times. Export the times of check in and check out."},
	{codeAsPlanned, "many visits began and ended exactly as planned", "the rows count as they are; nothing is said of being on time", "The times may have been filled in by the office. Look at the visits that were checked in by hand."},
	{codeDoubleUp, "two visits of one person begin at the same time", "each row counts as a visit", "Nothing to do, if two workers went. Otherwise correct the rota in the system."},
	{codeRebooked, "a visit was lost and another took its place on the same day", "both rows count, one as lost and one as done", "Nothing to do. Bear it in mind when you read the visits that were missed or cancelled."},
	{codeRecordingChanged, "much more or much less was recorded than in the months before", "the rows count as they are", "Care seldom changes that fast. Ask whether the system or the way of recording changed, and compare only months after it."},
	{codeMissingMonth, "a month has no rows, though there are rows before and after it", "its figures say no data, never 0", "Export that month and put it in the same folder."},
	{codePartMonth, "a month is only partly in the files", "it is in no trend, and in no period that we choose", "Nothing to do. Export it again when the month is over."},
	{codeSheetFull, "the sheet ends exactly at the last row that Excel can hold", "the rows that are there count", "What came after was lost when the file was saved. Export in two halves, by date, as CSV."},
	{codeReportCap, "the number of rows is one at which reports stop", "the rows that are there count", "Look in the system whether the report has more. If so, export it in parts, by date."},
	{codeOnePerson, "most of it is one person", "the rows count as they are", "Read the figure as that person's. Look at it without them before you speak of the service."},
}

// Explain gives the entry of the catalogue for a code.
func Explain(code string) Problem {
	for _, p := range Catalogue {
		if p.Code == code {
			return p
		}
	}
	return Problem{Code: code, Title: code}
}
