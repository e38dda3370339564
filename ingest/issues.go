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
	codeDatePartial    = "date-without-day"
	codeDateRange      = "several-dates"
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
)

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
	{codeDatePartial, "only a month, a week or a year is given, not a day", "the row was set aside", "Fill in the day in the system; export again."},
	{codeDateRange, "several days are given where one is needed", "the row was set aside", "Give each day a row of its own in the system; export again."},
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
