package xlsx

import (
	"fmt"

	"github.com/xuri/excelize/v2"
)

// tableShelf keeps the parts of the tables made so far. The library reads every
// table of the workbook again before it adds one, which takes the square of their
// number; with one small stand-in for all of them it takes a step each.
type tableShelf struct {
	made  int // for the names and numbers
	parts map[string]any
}

// standIn is the part that tells the library the highest number given.
const standIn = "xl/tables/tables.xml"

// addTable makes cells of a sheet an Excel table.
func (b *book) addTable(s *sheet, cells string) {
	t := &b.tables
	t.made++
	no := false
	b.keep(b.file.AddTable(s.name, &excelize.Table{Range: cells, Name: fmt.Sprintf("Table_%d", t.made), ShowRowStripes: &no}))
	name := fmt.Sprintf("xl/tables/table%d.xml", t.made)
	text, there := b.file.Pkg.LoadAndDelete(name)
	if !there {
		b.keep(fmt.Errorf("the table %s was not made", name))
		return
	}
	if t.parts == nil {
		t.parts = make(map[string]any)
	}
	t.parts[name] = text
	b.file.Pkg.Store(standIn, fmt.Appendf(nil, `<table xmlns=%q id="%d"/>`, excelize.NameSpaceSpreadSheet.Value, t.made))
}

// putTablesBack gives the workbook its tables before it is written.
func (b *book) putTablesBack() {
	b.file.Pkg.Delete(standIn)
	for name, text := range b.tables.parts {
		b.file.Pkg.Store(name, text)
	}
}
