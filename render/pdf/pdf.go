// Package pdf draws a page as a PDF for print: A4, bookmarks, numbered pages, an
// appendix with the values behind each chart. It computes no figure and chooses no
// word: it places what the page says. The same page gives the same bytes.
package pdf

import (
	"bytes"
	"errors"
	"fmt"

	"github.com/go-pdf/fpdf"

	"evidencepack/render/chart"
	"evidencepack/render/page"
	"evidencepack/templates/fonts"
)

// family is the name of our type inside the file.
const family = "opensans"

// pen is a page.Pen that draws on paper. Its y runs downwards from the top edge in
// mm; next is the top of the free part of the current sheet.
type pen struct {
	doc      paper
	page     *page.Page
	next     float64
	band     bannerText
	fresh    bool          // nothing but furniture stands on the sheet yet
	waiting  *sectionHead  // waits for the first block of its section
	heading  *page.Heading // waits for the block that it heads
	used     []Sheet       // how full those before this one are
	set      settings
	role     *roles
	index    map[string]int // links to the figures of the evidence index
	indexing bool           // it is being drawn
	whole    *page.Page     // as it was given
	left     []string       // lines that say what the section leaves to the other formats
	kept     float64        // height kept for them at the foot of each sheet
	keep     bool           // nothing of the section is cut
	sections int            // met so far
	home     string         // sheet of the workbook for its loose blocks

	measuring bool        // only the sheets are counted
	clean     bool        // every text of the page can be drawn as it is
	final     bool        // it is as thin as it gets
	half      *page.Chart // waits for a neighbour
	contents  []entry
	opened    int                 // sections begun
	behind    []behind            // their values stand in the appendix
	keys      []keyPlace          // long keys that were drawn
	keyed     map[chart.Mark]bool // flags that a key of this page explains
	err       error
}

// dated gives the file the day of its data: that of a clock would make the bytes of two
// builds differ.
func (p *pen) dated(c page.Cover) {
	p.doc.SetCreationDate(c.Day())
	p.doc.SetModificationDate(c.Day())
}

// New gives a pen that draws a PDF. What is wrong with a page is said by Open or
// Close; whatever stands in it, no method panics.
func New() page.Pen { return penOf(roomy) }

func penOf(set settings) *pen { return penOn(fpdf.New("P", "mm", "A4", ""), set) }

func penOn(doc paper, set settings) *pen {
	p := &pen{keyed: map[chart.Mark]bool{}, index: map[string]int{}, set: set, doc: doc, role: rolesAt(0)}
	p.try(func() {
		p.doc.SetCatalogSort(true)
		p.dated(page.Cover{})
		p.doc.SetAutoPageBreak(false, 0)
		p.doc.SetMargins(left, firstTop, sheetWidth-right)
		p.doc.SetLang("en-GB")
		p.doc.SetProducer("evidencepack", true)
		p.doc.SetCreator("evidencepack", true)
		p.doc.AddUTF8FontFromBytes(family, "", fonts.Regular)
		p.doc.AddUTF8FontFromBytes(family, "B", fonts.Semibold)
		p.doc.SetLineJoinStyle("round")
	})
	return p
}

// Open draws the cover with the contents; their page numbers come with Close.
// It fails where the fonts cannot be used.
func (p *pen) Open(whole *page.Page) error {
	p.try(func() {
		clean := tidied(p, *whole)
		p.role = rolesAt(whole.BodyPoints)
		p.whole, p.page = whole, &clean
		p.dated(clean.Cover)
		p.doc.SetTitle(clean.Cover.Title+", "+clean.Cover.Provider, true)
		p.doc.SetAuthor(clean.Cover.Provider, true)
		p.doc.SetSubject(subjectOf(clean.Cover), true)
		p.band = newBannerText(clean.Cover, p.role)
		p.explained()
		p.indexed()
		p.cover()
	})
	return p.err
}

// subjectOf says for whom and of when a pack is.
func subjectOf(cover page.Cover) string {
	compared := ""
	if cover.Baseline != "" {
		compared = "compared with " + cover.Baseline
	}
	return joinedBy(" · ", cover.TierWord, joinedBy(", ", cover.Period, compared))
}

// explained notes which flags a key explains, so that the appendix lists the others.
func (p *pen) explained() {
	for _, section := range p.page.Sections {
		for _, block := range section.Blocks {
			if block.Key != nil {
				for _, mark := range block.Key.Marks {
					p.keyed[mark] = true
				}
			}
		}
	}
}

// Close draws the appendix, the contents' page numbers and the foot of every sheet,
// and gives the file. It fails if anything before it did.
func (p *pen) Close() ([]byte, error) {
	if p.page == nil && p.err == nil {
		p.err = errors.New("nothing was opened to be drawn")
	}
	p.block(func() {
		p.loneHead()
		p.elsewhere()
		p.appendix()
		p.use(true)
		if p.measuring {
			return
		}
		p.furnish()
	})
	if p.err == nil && p.measuring {
		return nil, nil
	}
	if p.err == nil && !p.final && p.whole.MostPages > 0 && p.doc.PageCount() > p.whole.MostPages {
		return p.thinned()
	}
	var file bytes.Buffer
	p.try(func() {
		if err := p.doc.Output(&file); err != nil {
			p.err = fmt.Errorf("the PDF could not be written: %w", err)
		}
	})
	if p.err != nil {
		return nil, p.err
	}
	return file.Bytes(), nil
}

// try runs a step unless an earlier one failed, and turns a panic of the library
// into an error: a strange letter must not end the program.
func (p *pen) try(step func()) {
	if p.err != nil {
		return
	}
	defer func() {
		if cause := recover(); cause != nil {
			p.err = fmt.Errorf("the PDF could not be drawn: %v", cause)
		}
	}()
	step()
	if p.doc.Err() {
		p.err = fmt.Errorf("the PDF could not be drawn: %w", p.doc.Error())
	}
}

// block draws a block. A half-width chart that found no neighbour is drawn first.
func (p *pen) block(step func()) {
	p.try(func() {
		p.loneHalf()
		step()
	})
}
