// Package xlsx draws a page as an Excel workbook: a front sheet, the figures as
// a tidy table, and native charts over live cells, so that a reader can check
// each number. The workbook has no formulas, no macros and no hidden sheets.
package xlsx

import (
	"bytes"
	"sort"
	"time"

	"github.com/xuri/excelize/v2"

	"evidencepack/render/page"
)

// New starts a workbook.
func New() page.Pen { return &book{} }

// book is the workbook while it is drawn. The first error stays; Close returns it.
type book struct {
	file   *excelize.File
	page   *page.Page
	plan   plan
	looks  map[look]int
	sheets map[string]*sheet
	tables tableShelf          // Excel tables so far
	charts int                 // native charts so far
	plots  int                 // chart blocks so far, for their sheets
	links  []evidenceLink      // set when all figures have a row
	rows   map[string]position // where each evidence id stands among the figures
	home   *sheet              // of the section that is drawn; nil where it has none
	err    error
}

// position is a cell of a sheet.
type position struct {
	sheet string
	row   int
}

// evidenceLink is a cell with an evidence id, which leads to its figure.
type evidenceLink struct {
	sheet       *sheet
	column, row int
	item        item
}

func (b *book) keep(err error) {
	if b.err == nil {
		b.err = err
	}
}

// Open plans the sheets and makes them all, because links need their names.
func (b *book) Open(p *page.Page) error {
	*b = book{
		file: excelize.NewFile(), page: p, plan: planFor(p),
		looks: map[look]int{}, sheets: map[string]*sheet{}, rows: map[string]position{},
	}
	b.keep(b.file.SetDefaultFont(fontName))
	for i, entry := range b.plan.sheets {
		if i == 0 {
			b.keep(b.file.SetSheetName("Sheet1", entry.name))
		} else if _, err := b.file.NewSheet(entry.name); err != nil {
			b.keep(err)
		}
		s := &sheet{book: b, name: entry.name, first: 2, widths: map[int]float64{}, high: map[int]float64{}}
		if entry.isPlot() {
			s.first = 1
		}
		b.sheets[entry.name] = s
		if !entry.isPlot() && entry.kind != kindFront {
			s.top(entry.title, entry.line)
		}
	}
	b.front()
	return b.err
}

// Section turns to the sheet of a section, where it has one. Its label, title and
// lead are on the front sheet for every section.
func (b *book) Section(s page.Section) {
	b.home = b.sheets[b.plan.homes[s.ID]]
}

// Close finishes the sheets and gives the bytes of the workbook.
func (b *book) Close() ([]byte, error) {
	b.joinEvidence()
	for _, entry := range b.plan.sheets {
		b.sheets[entry.name].finish()
	}
	b.properties()
	if b.err != nil {
		return nil, b.err
	}
	b.putTablesBack()
	// The library lists the kinds of part in the order of a map.
	kinds := b.file.ContentTypes.Defaults
	sort.Slice(kinds, func(i, k int) bool { return kinds[i].Extension < kinds[k].Extension })
	var out bytes.Buffer
	if err := b.file.Write(&out); err != nil {
		return nil, err
	}
	return out.Bytes(), b.file.Close()
}

// properties names the provider and the pack, and nobody and nothing else.
func (b *book) properties() {
	c := b.page.Cover
	written := c.Day().Format(time.RFC3339) // that of the data: the same page must give the same bytes
	b.keep(b.file.SetDocProps(&excelize.DocProperties{
		Title: clean(c.Title), Creator: clean(c.Provider), LastModifiedBy: clean(c.Provider),
		Created: written, Modified: written, Language: "en-GB",
	}))
	b.keep(b.file.SetAppProps(&excelize.AppProperties{Application: "Microsoft Excel"}))
	b.file.SetActiveSheet(0)
}

// joinEvidence turns each evidence id into a link to its row among the figures.
func (b *book) joinEvidence() {
	for _, l := range b.links {
		to, there := b.rows[l.item.text]
		if !there || to.sheet == l.sheet.name {
			continue
		}
		drawn := l.item.look
		drawn.ink, drawn.under = lookLink.ink, true
		cell := at(l.column, l.row)
		b.keep(b.file.SetCellStyle(l.sheet.name, cell, cell, b.of(drawn)))
		l.sheet.link(l.column, l.row, to.sheet, at(2, to.row))
	}
}
