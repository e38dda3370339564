package ingest

import (
	"errors"
	"path"
	"strings"

	"evidencepack/ingest/archive"
	"evidencepack/ingest/grid"
	"evidencepack/ingest/markup"
	"evidencepack/ingest/ods"
	"evidencepack/ingest/record"
	"evidencepack/ingest/sniff"
	"evidencepack/ingest/text"
	"evidencepack/ingest/xls"
	"evidencepack/ingest/xlsx"
)

// open says what a file is by its bytes, never by its name, and cuts it into
// sheets. A file that cannot be read gives the code of the problem instead.
func open(bytes []byte, password string) (*grid.Book, string) {
	kind := sniff.Kind(bytes)
	book, err := cut(kind, bytes, password)
	if err != nil {
		return nil, problemOf(kind, err)
	}
	return book, ""
}

// cut has the reader of a kind of file read it.
func cut(kind string, bytes []byte, password string) (*grid.Book, error) {
	switch kind {
	case sniff.Workbook:
		return xlsx.Open(bytes, password)
	case sniff.OLE:
		if xlsx.Encrypted(bytes) {
			return xlsx.Open(bytes, password)
		}
		return xls.Open(bytes, password)
	case sniff.BIFF:
		return xls.Open(bytes, password)
	case sniff.ODS:
		return ods.Open(bytes)
	case sniff.HTML:
		page, _, ok := text.Decode(bytes)
		if !ok {
			return nil, grid.ErrNotTable
		}
		return markup.HTML(page)
	case sniff.SpreadsheetML:
		return markup.SpreadsheetML(bytes)
	case sniff.Text:
		book, err := text.Open(bytes)
		if err == nil && oneLine(book) {
			return nil, grid.ErrNotTable
		}
		return book, err
	case sniff.Empty:
		return nil, grid.ErrEmpty
	case sniff.ZipDamaged:
		return nil, grid.ErrDamaged
	}
	return nil, grid.Unsupported{Format: kind}
}

// oneLine tells whether a text is a single line without any delimiter: a message
// under the name of an export.
func oneLine(book *grid.Book) bool {
	lines := 0
	for range book.Sheets[0].Rows {
		if lines++; lines > 1 {
			return false
		}
	}
	return book.Delimiter == ""
}

// problemOf gives the code for what a reader says of a file.
func problemOf(kind string, err error) string {
	var other grid.Unsupported
	switch {
	case errors.As(err, &other):
		return codeFormat + other.Format
	case kind == sniff.Empty:
		return codeZeroBytes
	case errors.Is(err, grid.ErrLocked):
		return codeLocked
	case errors.Is(err, grid.ErrWrongPassword):
		return codeWrongPassword
	case errors.Is(err, grid.ErrTooLarge):
		return codeTooLarge
	case errors.Is(err, grid.ErrEntity):
		return codeEntities
	case errors.Is(err, grid.ErrEmpty):
		return codeNothingInIt
	case errors.Is(err, grid.ErrNotTable) && kind == sniff.HTML:
		return codeWebPage
	case errors.Is(err, grid.ErrNotTable):
		return codeNotTable
	}
	return codeCutShort
}

// member is a file inside a zip file that could not be read, and why.
type member struct{ name, code string }

// unpack reads a zip file of exports as if it were one workbook: the tables of
// all its files are its sheets, by the name of the file. A zip inside is not opened.
func unpack(bytes []byte, password string) (*grid.Book, []member, string) {
	zip, err := archive.Open(bytes)
	if err != nil {
		return nil, nil, problemOf(sniff.Zip, err)
	}
	files, err := zip.Exports()
	if err != nil {
		return nil, nil, problemOf(sniff.Zip, err)
	}
	all := &grid.Book{Format: "zip"}
	var unread []member
	for _, f := range files {
		switch f.Problem {
		case "":
		case archive.ProblemLocked:
			unread = append(unread, member{f.Name, codeLocked})
			continue
		default:
			unread = append(unread, member{f.Name, codeFormat + sniff.Zip})
			continue
		}
		content, err := zip.All(f.Plain, archive.MostMember)
		if errors.Is(err, grid.ErrTooLarge) {
			return nil, nil, codeTooLarge
		}
		if err != nil {
			unread = append(unread, member{f.Name, codeCutShort})
			continue
		}
		book, code := open(content, password)
		if code != "" {
			unread = append(unread, member{f.Name, code})
			continue
		}
		include(all, f.Name, book, len(files) == 1)
	}
	if len(all.Sheets) == 0 {
		if len(files) == 0 {
			return nil, nil, codeNothingInIt
		}
		if len(unread) == 1 {
			return nil, nil, unread[0].code
		}
		return nil, nil, codeFormat + sniff.Zip
	}
	return all, unread, ""
}

// include makes the sheets of a file in a zip those of the zip.
func include(all *grid.Book, name string, book *grid.Book, alone bool) {
	all.Linked = all.Linked || book.Linked
	all.Repaired += book.Repaired
	if alone {
		all.Encoding, all.Delimiter = book.Encoding, book.Delimiter
	}
	for _, s := range book.Sheets {
		s.Text = s.Text || isText(book)
		if s.Name == "" {
			s.Name = name
		} else {
			s.Name = name + ", " + s.Name
		}
		all.Sheets = append(all.Sheets, s)
	}
}

// isText tells whether a book was a text file, in which a value too many moves
// all that follow.
func isText(book *grid.Book) bool {
	return book.Format == "csv" || book.Format == "tsv" || book.Format == "text"
}

// extensions are the ends of names that a format usually has.
var extensions = map[string]string{
	"csv": ".csv .txt .tsv .tab .dat .prn", "tsv": ".csv .txt .tsv .tab .dat .prn", "text": ".csv .txt .tsv .tab .dat .prn",
	"xlsx": ".xlsx .xlsm", "xlsm": ".xlsm .xlsx", "xltx": ".xltx .xltm", "xls": ".xls .xlt", "ods": ".ods .ots", "html": ".html .htm",
	"spreadsheetml": ".xml", "zip": ".zip",
}

// noteBook notes what the reader of a file saw besides its rows.
func (in *intake) noteBook(name string, book *grid.Book, unread []member) {
	note := func(sheet, code string, count int) {
		if count > 0 {
			in.out.Issues = append(in.out.Issues, record.Issue{
				Ref: record.Ref{File: name, Sheet: sheet}, Severity: record.SeverityNote, Code: code, Count: count, Class: record.Used,
			})
		}
	}
	if end := strings.ToLower(path.Ext(name)); end != "" && !strings.Contains(extensions[book.Format]+" ", end+" ") {
		note("", codeOtherName, 1)
	}
	if book.Linked {
		note("", codeLinked, 1)
	}
	note("", codeRepaired, book.Repaired)
	for _, s := range book.Sheets {
		note(s.Name, codeComments, s.Comments)
		if s.Filtered {
			note(s.Name, codeFiltered, 1)
		}
	}
	for _, m := range unread {
		in.out.Issues = append(in.out.Issues, record.Issue{
			Ref: record.Ref{File: name, Sheet: m.name}, Severity: record.SeverityWarning, Code: m.code, Count: 1, Class: record.Rejected,
		})
	}
}
