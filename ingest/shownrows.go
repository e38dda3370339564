package ingest

import (
	"io/fs"

	"evidencepack/ingest/sniff"
	"evidencepack/ingest/text"
)

// ShownRows gives, for the lines of a text file on which a record starts, the row at
// which a spreadsheet program shows that record, where it is another: a note with a line
// break takes two lines and one row. It is nil for any other file, and for one that
// cannot be read.
func ShownRows(folder fs.FS, file string) map[int]int {
	bytes, err := fs.ReadFile(folder, file)
	if err != nil || sniff.Kind(bytes) != sniff.Text {
		return nil
	}
	book, err := text.Open(bytes)
	if err != nil {
		return nil
	}
	shown := make(map[int]int)
	for row := range book.Sheets[0].Rows {
		if row.Shown != row.Line {
			shown[row.Line] = row.Shown
		}
	}
	return shown
}
