package xlsx

import (
	"path"

	"evidencepack/ingest/grid"
	"evidencepack/ingest/numfmt"
)

// book is what the sheets of a workbook share.
type book struct {
	*pack
	texts    *arena
	looks    []numfmt.Kind // by number of the cell format
	from1904 bool
	linked   bool
	cells    int // cells that the sheets hold so far, those left of a filled one counted
}

// tab is one sheet as the workbook lists it.
type tab struct {
	name, id string // id of the relationship that points to its part
	hidden   bool
	part     string
}

// workbook reads the main part and what it points to, and gives the sheets of cells.
func (b *book) workbook(part string) ([]tab, error) {
	links, err := b.pack.links(part)
	if err != nil {
		return nil, err
	}
	tabs, err := b.tabs(part)
	if err != nil {
		return nil, err
	}
	for to := range inOrder(links) {
		switch to.kind {
		case "sharedStrings":
			if b.texts != nil {
				return nil, malformed("the shared texts are there twice")
			}
			if b.texts, err = b.pack.texts(to.target); err != nil {
				return nil, err
			}
		case "styles":
			if b.looks, err = b.pack.styles(to.target); err != nil {
				return nil, err
			}
		}
	}
	kept := tabs[:0]
	for _, t := range tabs {
		to, there := links[t.id]
		if !there {
			return nil, malformed("a sheet is not in the package")
		}
		if to.kind == "worksheet" {
			t.part = to.target
			kept = append(kept, t)
		}
	}
	return kept, nil
}

// tabs reads the main part.
func (b *book) tabs(part string) (tabs []tab, err error) {
	return tabs, b.read(part, "workbook", func(s *scanner) error {
		return s.each(func(name []byte) error {
			switch string(name) {
			case "workbookPr":
				b.from1904 = s.yes("date1904")
			case "externalReferences":
				return s.each(func(name []byte) error {
					b.linked = b.linked || string(name) == "externalReference"
					return nil
				})
			case "sheets":
				return s.each(func(name []byte) error {
					if string(name) == "sheet" {
						state := s.attr("state")
						tabs = append(tabs, tab{name: s.attr("name"), id: s.prefixed("id"), hidden: state == "hidden" || state == "veryHidden"})
					}
					return tooMany(len(tabs))
				})
			}
			return nil
		})
	})
}

// check reads a sheet to its end and gives it with what stands around its cells.
func (b *book) check(t tab) (grid.Sheet, error) {
	links, err := b.pack.links(t.part)
	if err != nil {
		return grid.Sheet{}, err
	}
	w := &walk{book: b}
	if err := w.run(t.part, false); err != nil {
		return grid.Sheet{}, err
	}
	sheet := grid.Sheet{Name: t.name, Hidden: t.hidden, Filtered: w.filtered, Merges: w.merges}
	for to := range inOrder(links) {
		switch {
		case !b.Has(to.target): // a note that is lost costs no cell
		case to.kind == "comments":
			n, err := b.comments(to.target)
			if err != nil {
				return grid.Sheet{}, err
			}
			sheet.Comments += n
		case to.kind == "table":
			filtered, err := b.tableFiltered(to.target)
			if err != nil {
				return grid.Sheet{}, err
			}
			sheet.Filtered = sheet.Filtered || filtered
		}
	}
	sheet.Rows = func(yield func(grid.Row) bool) {
		again := &walk{book: b, give: yield}
		if err := again.run(t.part, true); err != nil && err != errStop {
			panic("a sheet that was checked cannot be read again: " + path.Base(t.part))
		}
	}
	return sheet, nil
}

// comments counts the comments of a sheet.
func (b *book) comments(part string) (n int, err error) {
	return n, b.read(part, "comments", func(s *scanner) error {
		return s.each(func(name []byte) error {
			if string(name) != "commentList" {
				return nil
			}
			return s.each(func(name []byte) error {
				if string(name) == "comment" {
					n++
				}
				return nil
			})
		})
	})
}

// tableFiltered tells whether a table on a sheet has a filter that is on.
func (b *book) tableFiltered(part string) (on bool, err error) {
	return on, b.read(part, "table", func(s *scanner) error {
		return s.each(func(name []byte) error {
			if string(name) == "autoFilter" {
				return s.filter(&on)
			}
			return nil
		})
	})
}

// filter tells whether the filter that is open has a column with a condition: one
// without only shows its arrows.
func (s *scanner) filter(on *bool) error {
	return s.each(func(name []byte) error {
		*on = *on || string(name) == "filterColumn"
		return nil
	})
}
