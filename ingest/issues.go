package ingest

import (
	"strings"

	"evidencepack/ingest/sniff"
)

// Codes of the catalogue. They stand in data-quality.csv and never change.
const (
	codeLocked        = "locked-workbook"
	codeWebPage       = "web-page-as-workbook"
	codeFormat        = "format-" // and the kind of file, which sniff knows
	codeZeroBytes     = "zero-bytes"
	codeOpenElsewhere = "open-in-excel"
	codeLink          = "link-not-followed"
	codeNoPlain       = "no-plain-file"
	codeName          = "name-cannot-be-shown"
	codeTooDeep       = "nested-too-deep"
	codeCutShort      = "cut-short"
	codeNotTable      = "not-a-table"
	codeUnknownKind   = "unknown-kind"
	codeUnknownSheet  = "unknown-sheet"
	codeMissingColumn = "no-such-column"
	codeTwoDates      = "two-date-columns"
	codeUnclosedQuote = "unclosed-quote"
	codeHalfLine      = "looks-incomplete"
	codeTooMany       = "too-many-values"

	codeDayOrMonth      = "day-or-month"
	codeMixedOrders     = "two-date-orders"
	codeHalfSwapped     = "half-swapped-dates"
	codeTooManyTables   = "too-many-tables"
	codeBlankDays       = "blank-days-of-a-chart"
	codeRepeatedRows    = "repeated-rows"
	codeClockChange     = "hour-that-was-skipped"
	codeWrongPassword   = "wrong-password"
	codeTooLarge        = "unpacks-too-far"
	codeEntities        = "entities-in-file"
	codeNothingInIt     = "nothing-in-it"
	codeOtherName       = "name-and-content-differ"
	codeLinked          = "linked-workbook"
	codeRepaired        = "double-encoded-text"
	codeHiddenSheet     = "hidden-sheet"
	codeHiddenRows      = "hidden-rows"
	codeFiltered        = "filter-left-on"
	codeComments        = "comments-on-cells"
	codeNoResult        = "formula-never-worked-out"
	codeFaults          = "error-in-cell"
	codeTitleRow        = "title-row"
	codeRepeatedHeading = "repeated-heading"
	codeTotalRow        = "total-row"
	codeFooterRow       = "footer-row"
	codeCommentLine     = "comment-line"
	codeSectionRow      = "section-row"
	codeBesideTable     = "another-table"
	codeSameHeading     = "same-heading-twice"
	codeBlankHeading    = "heading-left-blank"
	codeTwoKinds        = "could-be-two-kinds"

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
	codeSameName         = "same-name"
	codeSameID           = "same-id-in-branches"
	codeElsewhere        = "name-in-another-service"
	codeInitials         = "initials-or-room"
	codeSeveral          = "several-people"
	codePersonBlank      = "person-left-blank"
	codeTestPerson       = "test-person"
	codeWithdrawn        = "rejected-or-duplicate"
	codeNilReturn        = "nil-return"
	codeSeveralWords     = "several-words-in-a-cell"
	codeNamesToCheck     = "names-to-check"
	codeServicesToCheck  = "services-to-check"
	codeAliasOfNobody    = "alias-of-nobody"
	codeStayOpen         = "stay-without-end"
	codeSharedLogin      = "shared-login"
	codeAgency           = "agency-staff"
	codeTwoSystems       = "perhaps-in-two-systems"
	codePrivateColumns   = "private-columns"
)

// NothingInIt is the code of a file without any row.
const NothingInIt = codeNothingInIt

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
	{codeLocked, "the workbook is locked with a password", "none of it was read", "Write the password into a file and add  --password-file FILE . Or in Excel: File, Info, Protect Workbook, Encrypt with Password; clear the box and save a copy in this folder."},
	{codeWebPage, "the file is a web page, and holds no simple table that we can read for certain", "none of it was read", "Open it in Excel, File, Save As, Excel Workbook (*.xlsx)."},
	{codeZeroBytes, "the file has 0 bytes; most often it is still in OneDrive", "none of it was read", "Right-click it, Always keep on this device, and wait for the tick."},
	{codeOpenElsewhere, "the file cannot be opened; it may be open in another program", "none of it was read", "Close it in Excel and run the same command again."},
	{codeLink, "it is a link that leads out of the folder, to another folder, or nowhere", "it was not followed", "Put a copy of the file itself into the folder."},
	{codeNoPlain, "it is a device, a pipe or a socket, not a file", "it was not opened", "Take it out of the folder."},
	{codeName, "its name holds signs that cannot be shown, such as a line break", "none of it was read", "Give it a plain name and run the same command again."},
	{codeTooDeep, "folders stand in one another more than 50 deep", "nothing in it was read", "Move the exports in it further up."},
	{codeCutShort, "the workbook is damaged or stops before its end", "none of it was read", "Export it again. We use none of it rather than half of it."},
	{codeNotTable, "the file is not a table that we can read", "none of it was read", "Export the report as CSV or Excel."},
	{codeUnknownKind, "no row of the file has headings that we know", "none of it was read", "Run evidencepack inspect on it to see the headings, or take it out of the folder."},
	{codeUnknownSheet, "no row of the sheet has headings that we know", "the sheet was left out", "Nothing, if it is a cover page or a list. Otherwise run evidencepack inspect on the file."},
	{codeMissingColumn, "a column that is needed is missing", "none of the sheet was used", "Add the column to the export, or name it in a saved mapping."},
	{codeTwoDates, "two columns could both be a date that is needed, and they differ", "none of the sheet was used", "Say in a saved mapping which of the two is meant."},
	{codeUnclosedQuote, "a text opens with a quotation mark and never closes", "the row was set aside and reading went on in the next line", "Close the quotation mark in the care system and export again."},
	{codeHalfLine, "the last line stops half way, so the file looks incomplete", "the line was set aside; the rows above it count", "Export it again, and wait until the download has ended before you copy it."},
	{codeTooMany, "the row has more values than there are headings", "the row was set aside", "A comma inside a note is not in quotation marks. Export again, as Excel if the system can."},
	{codeNoSuchDate, "the date does not exist, like 30 February", "the row was set aside", "Correct it in the system; export again."},
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
	{codeOutsideScale, "the value is outside its scale, which is 1 to 5 unless a saved mapping says otherwise", "the row was set aside", "Correct the row in the system; export again."},
	{codeValueEmpty, "a value that is needed is empty", "the row was set aside", "Fill it in; export again."},
	{codeStruckOut, "struck out, void or archived", "the row is in no figure", "Nothing: your system marks these rows as withdrawn."},
	{codeNoRegister, "there is no register of people", "people were taken from the rows; there are no care days", "Export the register of people with start and end dates."},
	{codeSameFileTwice, "the file is the same, byte for byte, as another", "its rows were counted once", "Leave one of the two out of the folder."},
	{codeDayOrMonth, "no day in a column of dates is above 12, so 03/04 could be 3 April or 4 March", "it was read as 3 April", "If that is wrong, write  date_order: mdy  into the saved mapping."},
	{codeMixedOrders, "some dates of a column can only have the day first, and others only the month", "none of the table was used", "Export it again, and do not open the CSV in Excel first. If you typed the dates, write them all alike."},
	{codeHalfSwapped, "the dates of a column look half swapped: days 1 to 12 are true dates, and days 13 to 31 are text, as Excel leaves UK dates that it reads as American", "none of the table was used, because about 4 in 10 dates would be in the wrong month", "Do not open the CSV in Excel first. Export it again and put the fresh file here."},
	{codeTooManyTables, "one sheet holds more than 200 tables, one below the other", "those after the first 200 were not read", "Export the report as one table, or put fewer on a sheet."},
	{codeBlankDays, "days of a chart are blank; a blank may be a dose that nobody signed for, or one that was not due", "they are in no figure, so a dose that was missed cannot be seen", "Export the doses as rows, with those that were due and not given."},
	{codeRepeatedRows, "rows of the sheet repeat others of it: the same id, or without an id the same person, time, task and note", "each counted once", "If they are events of their own, export the column with their ids."},
	{codeClockChange, "times lie in the hour that is skipped when the clocks go forward", "they were kept as written", "Ask your system for times with their offset, or for UTC, if the hour matters."},
	{codeWrongPassword, "the workbook is locked, and the password that was given does not open it", "none of it was read", "Check the password, or clear it in Excel: File, Info, Protect Workbook, Encrypt with Password."},
	{codeTooLarge, "the file unpacks to far more than any export holds", "none of it was read", "It may be damaged, or made to do harm. Export the report again."},
	{codeEntities, "the file holds entities, which no export has and which can do harm", "none of it was read", "Export the report again; do not open files from people you do not know."},
	{codeNothingInIt, "nothing is written in the file", "there was nothing to read", "Export the report again, or take the file out of the folder."},
	{codeOtherName, "the name of the file says another format than its content", "it was read as what it is", "Nothing to do. A system may name its files so."},
	{codeLinked, "formulas point to other workbooks", "the answers that were saved last were used; nothing was followed", "Open it in Excel with the other workbook beside it and save, if the figures may be old."},
	{codeRepaired, "letters were encoded twice, as in donâ€™t", "they were put right", "Nothing to do."},
	{codeHiddenSheet, "the sheet is hidden", "it was left out", "Unhide the sheet in Excel if it belongs to the export."},
	{codeHiddenRows, "rows are hidden in the workbook", "they were read like all others", "Delete them in Excel if they do not belong to the export."},
	{codeFiltered, "a filter is on; the rows that it hides are still in the file", "all rows were read", "Clear the filter, or export only the rows that you want."},
	{codeComments, "cells carry comments", "comments were not read", "Nothing, unless something is written only in a comment: then write it in a column."},
	{codeNoResult, "cells hold a formula without a saved answer", "they count as missing, not as 0", "Open the file in Excel, press F9, save, and run again."},
	{codeFaults, "cells hold an error such as #N/A", "they count as missing", "Mend the formulas in Excel, or leave them."},
	{codeTitleRow, "lines of text stand above the headings", "they are no records", "Nothing to do."},
	{codeRepeatedHeading, "the headings stand there again", "the repeats are no records", "Nothing to do."},
	{codeTotalRow, "rows hold totals", "they are no records", "Nothing to do."},
	{codeFooterRow, "lines of text stand under the table", "they are no records", "Nothing to do."},
	{codeCommentLine, "lines begin with #", "they are no records", "Nothing to do."},
	{codeSectionRow, "a lone text heads the rows below it", "it is no record; it counts for each of those rows where its column was missing", "Nothing to do."},
	{codeBesideTable, "something else stands beside the table", "it is no record", "Nothing to do. Put it on a sheet of its own if it matters."},
	{codeSameHeading, "a heading stands there twice", "the second is called #2; where the two differ and either could be a field, neither is used", "Name the one that counts in a saved mapping."},
	{codeBlankHeading, "a column with values has no heading", "it is called by its letter, such as column E, and not used", "Write a heading in the system, or name it in a saved mapping if it matters."},
	{codeTwoKinds, "the headings fit two kinds of export about equally", "it was taken as the one that fits better", "Look at it in evidencepack inspect. If it is the other, name its columns in a saved mapping of that kind."},
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
	{codeSameName, "several people have this name, and the row gives no id", "the row was set aside", "Export with the id of each person. We never choose between people of one name."},
	{codeSameID, "two branches use this id for different people, and the row does not say which branch", "the row was set aside", "Export with the branch or the service of each row."},
	{codeElsewhere, "the person of this name was not in this service at the time", "the row was set aside", "Export with the id of each person, or add a line to aliases.csv. A name alone never joins two services."},
	{codeInitials, "the person is given by initials or a room only, and no one stay fits service and day", "the row was set aside", "Export with the id or the full name. A room needs a register with service, start and end dates."},
	{codeSeveral, "the row names several people, or an incident stands in a row for each", "an incident counts once and for no one person; other rows were set aside", "Nothing for incidents. Otherwise export one row for each person."},
	{codePersonBlank, "the row names somebody whom we cannot find in the register", "the row counts, but for no one person", "Export the register of people again, or add a line to aliases.csv."},
	{codeTestPerson, "a test client or a placeholder, nobody real", "the row is in no figure", "Nothing. If the person is real, correct the name in the system."},
	{codeWithdrawn, "an incident that the system rejected, or marked as a duplicate", "the row is in no figure", "Nothing, or say what the status means in a saved mapping."},
	{codeSeveralWords, "a cell names several types of incident at once", "each is one incident, under the first type that we know", "Nothing to do. Put the one that matters most first, if it matters."},
	{codeNilReturn, "a row that says that nothing happened, such as “no incidents this month”", "the row is no event; where it gives a day or a month, that month counts as recorded, with none", "Nothing. It is good to write this down: a month without it may be a gap."},
	{codeNamesToCheck, "some names nearly match people in the register", "nobody was matched by a name that is only alike", "Run evidencepack inspect with --save, check the names and add those that fit to aliases.csv."},
	{codeServicesToCheck, "some services nearly match services in the register", "they count as services of their own", "If it is one service, add a line of kind service to aliases.csv."},
	{codeAliasOfNobody, "a line of the alias file means somebody who is not in the register", "the line was not used", "Write an id or a name of the register under means."},
	{codeStayOpen, "a stay in the register has no end, although the person moved on or left", "it counts as care days as if the person were still there", "Fill in the end date; export the register again."},
	{codeSharedLogin, "rows are signed by a login that several people share", "the rows count; they say nothing of who gave the support", "Give each member of staff a login, if you want to know who knows whom."},
	{codeAgency, "rows are signed by an agency, not by a person", "the rows count; they say nothing of who gave the support", "Ask for names of agency staff, if you want to know who knows whom."},
	{codeTwoSystems, "incidents may stand in two systems: one person, one type, a day apart at most", "both count, because nothing proves that they are one", "Look at both. If they are one, leave one of the two exports out of the folder."},
	{codeSpread, "several records stand in one row, in columns side by side", "each filled one was read as a row of its own", "Nothing to do."},
	{codeTicks, "the answers to one question have a column each", "the ticked ones were read together as one answer", "Nothing to do."},
	{codeGridMonth, "the days of a month stand side by side, and nothing says for certain which month", "none of the sheet was used", "Write the month once above the table or in the name of the sheet, for example September 2025; or add a column Month."},
	{codeScoresUnclear, "scores stand side by side, and nothing says who gave them or what they measure", "none of the sheet was used", "Add what is missing to a saved mapping of ratings:  rater: =self  if the people answered themselves (or =staff, =family), and  scale: =comfort  or the like."},
	{codeSectionService, "lone texts stand above blocks of rows, which name no service", "each was taken for the service of the rows below it", "If they are something else, write  service_ref:  with nothing behind it into a saved mapping."},
	{codeSectionPerson, "lone texts stand above blocks of rows, which name no person", "each was taken for the name of the person of the rows below it", "If they are something else, name the column of the person in a saved mapping."},
	{codeSheetName, "a saved mapping says what the name of the sheet stands for", "it counts for every row of the sheet", "Nothing to do."},
	{codeSheetPerson, "the person is in no column, and the workbook has several such sheets", "none of the sheet was used", "If each sheet is named after a person, add the line  sheet_is: person_name  to a saved mapping."},
	{codeOtherScale, "the value is on another scale than 1 to 5", "the row was set aside: values on different scales are never put together", "Nothing, if the scale is meant to be another. Otherwise correct its line under scales in the saved mapping."},
	{codeReoffers, "a second offer has a row of its own, as a saved mapping says", "it was joined to the refusal before it: both rows are one offer", "Nothing to do."},
	{codePrivateColumns, "columns that we must not keep, such as date of birth", "they get into no record and no pack", "Nothing. You may leave these columns out of the export."},
}

// Explain gives the entry of the catalogue for a code.
func Explain(code string) Problem {
	if kind, format := strings.CutPrefix(code, codeFormat); format {
		title, hint := sniff.Advice(kind)
		return Problem{Code: code, Title: "it is " + title, Done: "none of it was read", Hint: upperFirst(hint)}
	}
	for _, p := range Catalogue {
		if p.Code == code {
			return p
		}
	}
	return Problem{Code: code, Title: code}
}

func upperFirst(s string) string {
	if s == "" {
		return ""
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
