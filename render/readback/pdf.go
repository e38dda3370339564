package readback

import (
	"fmt"
	"strings"
)

// pdf gives the texts of a PDF: of its pages, and every string of every object.
func (r *reader) pdf(data []byte) error {
	f, err := openPDF(data)
	if err != nil {
		return err
	}
	d := &pdfDocument{reader: r, pdfFile: f, places: map[int]string{}, used: map[int]bool{}, fonts: map[int]*pdfFont{}}
	root := f.dict(f.trailer.get("Root"))
	if root.get("Type") != pdfName("Catalog") {
		return errPDFLayout
	}
	if info := f.object(f.trailer.get("Info")); info != nil {
		d.places[info.number] = "properties"
	}
	if err := d.pages(root.get("Pages"), pdfDict{}, 0); err != nil {
		return err
	}
	d.bookmarks(f.dict(root.get("Outlines")))
	if err := d.metadata(root); err != nil {
		return err
	}
	return d.rest()
}

// pdfDocument follows the parts of a PDF that hang together.
type pdfDocument struct {
	*reader
	*pdfFile
	places map[int]string   // of the strings of an object, where it is not "object 12"
	used   map[int]bool     // streams that were read or that we know to hold no text
	fonts  map[int]*pdfFont // by the number of the object
	sheets int              // pages met
	marks  int              // bookmarks met
}

// pages follows the tree of the pages. Above is what a page takes over from the tree.
func (d *pdfDocument) pages(v any, above pdfDict, deep int) error {
	o := d.object(v)
	if o == nil || deep > maxDeep || d.places[o.number] != "" {
		return errPDFLayout
	}
	resources := pdfDict{{"Resources", o.dict().get("Resources")}}
	if resources[0].value == nil {
		resources = above
	}
	switch o.dict().get("Type") {
	case pdfName("Pages"):
		d.places[o.number] = fmt.Sprintf("object %d", o.number)
		for _, kid := range d.list(o.dict().get("Kids")) {
			if err := d.pages(kid, resources, deep+1); err != nil {
				return err
			}
		}
		return nil
	case pdfName("Page"):
		d.sheets++
		d.places[o.number] = fmt.Sprintf("link, page %d", d.sheets)
		if err := d.page(o.dict(), d.dict(resources.get("Resources"))); err != nil {
			return fmt.Errorf("page %d: %w", d.sheets, err)
		}
		for _, note := range d.list(o.dict().get("Annots")) {
			if apart := d.object(note); apart != nil {
				d.places[apart.number] = d.places[o.number]
			}
		}
		return nil
	}
	return errPDFLayout
}

// page reads what one page draws.
func (d *pdfDocument) page(page, resources pdfDict) error {
	pictures, err := d.pictures(d.dict(resources.get("XObject")))
	if err != nil {
		return err
	}
	c := &canvas{fonts: map[pdfName]*pdfFont{}, pictures: pictures}
	for _, e := range d.dict(resources.get("Font")) {
		font, err := d.font(e.value)
		if err != nil {
			return err
		}
		c.fonts[e.key] = font
	}
	content := d.object(page.get("Contents"))
	if content == nil || content.stream == nil || d.used[content.number] {
		return errPDFLayout
	}
	d.used[content.number] = true
	text, err := d.unpacked(content)
	if err != nil {
		return err
	}
	if err := c.draw(text); err != nil {
		return err
	}
	place := fmt.Sprintf("page %d", d.sheets)
	if len(c.runs) > 0 {
		d.give(place, lines(c.runs))
		d.give(place+", as drawn", asDrawn(c.runs))
	}
	d.give(place+", names", strings.Join(c.behind.names, "\n"))
	return d.giveStrings(place+", behind the drawing", c.behind.strings)
}

// maxFonts is far more than the two that we use.
const maxFonts = 16

// font reads a font once.
func (d *pdfDocument) font(v any) (*pdfFont, error) {
	o := d.object(v)
	if o == nil || len(d.fonts) >= maxFonts {
		return nil, errPDFFont
	}
	if font := d.fonts[o.number]; font != nil {
		return font, nil
	}
	font, err := d.pdfFont(d.pdfFile, o.dict())
	if err != nil {
		return nil, err
	}
	d.fonts[o.number] = font
	for number := range font.streams {
		d.used[number] = true
	}
	return font, nil
}

// bookmarks numbers the bookmarks in the order in which they are listed.
func (d *pdfDocument) bookmarks(parent pdfDict) {
	for o := d.object(parent.get("First")); o != nil && d.places[o.number] == ""; o = d.object(o.dict().get("Next")) {
		d.marks++
		d.places[o.number] = fmt.Sprintf("bookmark %d", d.marks)
		d.bookmarks(o.dict())
	}
}

// metadata reads the properties that are written as XML.
func (d *pdfDocument) metadata(root pdfDict) error {
	o := d.object(root.get("Metadata"))
	if o == nil {
		return nil
	}
	d.used[o.number] = true
	text, err := d.unpacked(o)
	if err != nil {
		return err
	}
	return d.markup("properties", text)
}

// rest gives the strings of all objects, in the order of their numbers. A stream that
// is no part of a page or a font is an error, and so is a file inside the file.
func (d *pdfDocument) rest() error {
	for _, o := range d.objects {
		if o == nil {
			continue
		}
		if o.stream != nil && !d.used[o.number] {
			return fmt.Errorf("object %d: %w", o.number, errPicture)
		}
		place := d.places[o.number]
		if place == "" {
			place = fmt.Sprintf("object %d", o.number)
		}
		var w pdfWalk
		w.walk(o.value)
		if w.foreign {
			return fmt.Errorf("object %d: %w", o.number, errPicture)
		}
		if err := d.giveStrings(place, w.strings); err != nil {
			return fmt.Errorf("%s: %w", place, err)
		}
		d.give(fmt.Sprintf("object %d, names", o.number), strings.Join(w.names, "\n"))
	}
	return nil
}

func (d *pdfDocument) giveStrings(place string, all []pdfString) error {
	for _, s := range all {
		text, err := s.text()
		if err != nil {
			return err
		}
		d.give(place, text)
	}
	return nil
}
