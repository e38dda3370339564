// Package xlsx reads Excel workbooks as they are streamed out of their zip file.
// Nothing is written to disk, no formula is run, no link followed. A workbook is
// read to its end once before any of it is given: what is damaged anywhere is not
// used at all.
package xlsx

import (
	"bytes"
	"strings"

	"evidencepack/ingest/grid"
)

// Open reads an XLSX, XLSM, XLTX or XLTM file. The password is only for files that
// are locked with one; "" stands for none. The sheets are in the order of the
// workbook, hidden ones too; those that hold a chart, a dialogue or macros instead
// of cells are left out. Rows or cells that are given twice, and rows out of order,
// count as damage, as in Excel. Errors, which may be wrapped: grid.ErrLocked,
// grid.ErrWrongPassword, grid.ErrDamaged, grid.ErrTooLarge, grid.ErrEntity,
// grid.ErrEmpty where there is no sheet of cells, grid.Unsupported for XLSB files and
// for documents and slides.
func Open(text []byte, password string) (*grid.Book, error) {
	if bytes.HasPrefix(text, []byte(compoundMark)) {
		plain, err := unlock(text, password)
		if err != nil {
			return nil, err
		}
		text = plain
	}
	p, err := openPack(text)
	if err != nil {
		return nil, err
	}
	main, format, err := p.main()
	if err != nil {
		return nil, err
	}
	b := &book{pack: p}
	out := &grid.Book{Format: format}
	tabs, err := b.workbook(main)
	if err != nil {
		return nil, err
	}
	out.Linked = b.linked
	for _, t := range tabs {
		sheet, err := b.check(t)
		if err != nil {
			return nil, err
		}
		out.Sheets = append(out.Sheets, sheet)
	}
	if len(out.Sheets) == 0 {
		return nil, grid.ErrEmpty
	}
	return out, nil
}

// main finds the part of the workbook and its format by the type that the package
// states for it.
func (p *pack) main() (part, format string, err error) {
	links, err := p.links("")
	if err != nil {
		return "", "", err
	}
	for to := range inOrder(links) {
		if to.kind == "officeDocument" {
			part = to.target
			break
		}
	}
	if part == "" || !p.Has(part) {
		return "", "", malformed("the workbook is not in the package")
	}
	kind := strings.ToLower(p.kind(part))
	switch {
	case strings.Contains(kind, "sheet.binary"):
		return "", "", grid.Unsupported{Format: "xlsb"}
	case strings.Contains(kind, "wordprocessingml"), strings.Contains(kind, "ms-word"):
		return "", "", grid.Unsupported{Format: "docx"}
	case strings.Contains(kind, "presentationml"), strings.Contains(kind, "ms-powerpoint"):
		return "", "", grid.Unsupported{Format: "pptx"}
	case strings.Contains(kind, "template"):
		return part, "xltx", nil
	case strings.Contains(kind, "macroenabled"):
		return part, "xlsm", nil
	}
	return part, "xlsx", nil
}
