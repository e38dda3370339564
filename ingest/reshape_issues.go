package ingest

// Codes of the catalogue about tables whose rows are not records as they stand.
const (
	codeSpread         = "columns-became-rows"
	codeTicks          = "boxes-read-together"
	codeGridMonth      = "grid-without-month"
	codeScoresUnclear  = "scores-not-explained"
	codeSectionService = "section-as-service"
	codeSectionPerson  = "section-as-person"
	codeSheetName      = "sheet-name-as-column"
	codeSheetPerson    = "person-may-be-sheet-name"
	codeOtherScale     = "another-scale"
	codeReoffers       = "reoffers-joined"
)
