package sniff

// advice is what a person is told about a file that we cannot read.
type advice struct{ title, whatToDo string }

const (
	saveFromExcel  = "open it in Excel, File > Save As > Excel Workbook (*.xlsx), and leave the old one out of the folder."
	saveFromOffice = "open it in Excel or LibreOffice, File > Save As > Excel Workbook (*.xlsx), and leave the old one out of the folder."
	exportInstead  = `in the care system choose "Export" or "Excel" for the same report.`
	unpackFirst    = "right-click it, unpack it, and put the files that are in it into the folder."
	exportAgain    = "export it again, and wait until the download has ended before you copy it."
)

// advices are by kind; "biff5" is the workbook of Excel 5 and 95, which only a
// look into its box tells from later ones.
var advices = map[string]advice{
	Empty:         {"a file of 0 bytes; most often it is still in OneDrive and not on this computer", `right-click it, "Always keep on this device", wait for the tick.`},
	Workbook:      {"an Excel workbook that we cannot read", "open it in Excel, File > Save As > Excel Workbook (*.xlsx) under a new name, and leave the old one out of the folder."},
	BinaryExcel:   {"a binary Excel workbook (.xlsb), which we cannot read", saveFromExcel},
	ODS:           {"a LibreOffice spreadsheet (.ods) that we cannot read", "open it in LibreOffice, File > Save As > Excel 2007-365 (.xlsx), and leave the old one out of the folder."},
	ODSOther:      {"a LibreOffice document, not a spreadsheet", exportInstead},
	Word:          {"a Word document; its tables cannot be read safely", exportInstead},
	Slides:        {"a PowerPoint presentation, not a spreadsheet", exportInstead},
	Numbers:       {"a document of Apple's Numbers, Pages or Keynote, which we cannot read", "open it in Numbers, File > Export To > Excel, and leave the old one out of the folder."},
	Zip:           {"a zip file that holds no export we can read", unpackFirst},
	ZipDamaged:    {"a zip file or an Excel workbook that is damaged or stops before its end", exportAgain},
	OLE:           {"a file of an old Office program, and not a workbook that we can read", saveFromExcel},
	BIFF:          {"a workbook in an Excel format from before 1997", saveFromExcel},
	"wks":         {"a spreadsheet of Works or Lotus, which we cannot read", saveFromOffice},
	"sxc":         {"a spreadsheet of the first OpenOffice, which we cannot read", saveFromOffice},
	"lock":        {"a workbook locked in a way that we cannot open", "open it in Excel with its password, File > Info > Protect Workbook > Encrypt with Password, clear the box, and save it."},
	"biff5":       {"a workbook in an Excel format from before 1997", saveFromExcel},
	PDF:           {"a PDF; its tables cannot be read safely", exportInstead},
	HTML:          {"a web page; it holds no simple table that we can read for certain", "open it in Excel, File > Save As > Excel Workbook (*.xlsx). Excel may warn about the name; that is this same thing."},
	SpreadsheetML: {"an Excel 2003 workbook saved as XML that we cannot read", saveFromExcel},
	FODS:          {"a LibreOffice spreadsheet in one XML file (.fods), which we cannot read", "open it in LibreOffice, File > Save As > Excel 2007-365 (.xlsx), and leave the old one out of the folder."},
	XML:           {"an XML file that is no Excel workbook", `in the care system choose "CSV" or "Excel" for the same report.`},
	RTF:           {"a text document (.rtf); its tables cannot be read safely", exportInstead},
	SLK:           {"an old spreadsheet format (.slk), which we cannot read", saveFromOffice},
	DIF:           {"an old spreadsheet format (.dif), which we cannot read", saveFromOffice},
	JSON:          {"a JSON file, made for programs and not for tables", `in the care system choose "CSV" or "Excel" for the same report.`},
	Image:         {"a picture or a photograph; we cannot read what it shows", "type the table into Excel and save it as an Excel Workbook (*.xlsx), or export it from the care system."},
	GZip:          {"a packed file (.gz), which we do not open", unpackFirst},
	SevenZip:      {"a packed file (.7z), which we do not open", unpackFirst},
	RAR:           {"a packed file (.rar), which we do not open", unpackFirst},
	SQLite:        {"a database (SQLite), which we cannot read", "export each table from it as CSV, and put the CSV files into the folder."},
	Access:        {"an Access database, which we cannot read", "open it in Access, choose the table, External Data > Excel, and put the workbook into the folder."},
	Parquet:       {"a data file for programs (Parquet), which we cannot read", "ask whoever made it for the same data as CSV."},
	Program:       {"a program, not an export; we did not run it", "take it out of the folder."},
	Mail:          {"a saved mail or web archive, which we cannot read", "open it, save the export that came with it, and put that into the folder."},
	Text:          {"a text in which we find no table", `in the care system choose "CSV" or "Excel" for the same report.`},
	Binary:        {"a file of a kind we do not know", `in the care system choose "CSV" or "Excel" for the same report.`},
}

// within are formats that only the reader of a box or of a package tells apart, and
// the kind whose advice fits them.
var within = map[string]string{
	"biff2": BIFF, "biff3": BIFF, "biff4": BIFF, "xls": OLE, "vsd": OLE, "pub": OLE,
	"doc": Word, "ppt": Slides, "msg": Mail, "odt": ODSOther, "odp": ODSOther, "odg": ODSOther, "odb": ODSOther,
}

// Advice tells a person what a file is whose kind is known and which could not be
// read, and what to click to get something that can be. The title has no full stop
// and fits behind "is"; what to do is one or more sentences without a capital in
// front, to stand behind "hint:". Kinds that nobody knows get the advice for Binary.
func Advice(kind string) (title, whatToDo string) {
	if other, there := within[kind]; there {
		kind = other
	}
	a, known := advices[kind]
	if !known {
		a = advices[Binary]
	}
	return a.title, a.whatToDo
}
