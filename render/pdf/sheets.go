package pdf

import (
	"regexp"
	"strconv"

	"evidencepack/render/page"
)

// Sheet says how full one page of a drawn PDF is.
type Sheet struct {
	Filled float64 // share of the height between banner and foot that is drawn on, 0 to 1
	Ends   bool    // a section ends on it because the next begins on a page of its own, or the PDF ends
}

// Sheets draws a page and measures each sheet of the result, the cover first.
func Sheets(whole *page.Page) ([]Sheet, error) {
	p := penOf(roomy)
	if _, err := page.Draw(whole, p); err != nil {
		return nil, err
	}
	return p.used, nil
}

// use notes how full the sheet is that ends here.
func (p *pen) use(ends bool) {
	p.used = append(p.used, Sheet{Filled: (p.next - p.top()) / (bottom - p.top()), Ends: ends})
}

// pageTree is the root of the pages of a file, which counts them.
var pageTree = regexp.MustCompile(`(?s)/Type /Pages\b.*?/Count ([0-9]+)`)

// Pages counts the pages of a file that this room drew; of any other it may say 0.
func Pages(file []byte) int {
	found := pageTree.FindSubmatch(file)
	if found == nil {
		return 0
	}
	count, err := strconv.Atoi(string(found[1]))
	if err != nil {
		return 0
	}
	return count
}

// Remark says that a file has more pages than its pack allows, which happens only where
// nothing more may be left out. Otherwise it is "".
func Remark(whole *page.Page, file []byte) string {
	count := Pages(file)
	if whole.MostPages == 0 || count <= whole.MostPages {
		return ""
	}
	said := whole.Cover.Pack + ".pdf has " + strconv.Itoa(count) + " pages; its pack asks for at most " + strconv.Itoa(whole.MostPages)
	if whole.BodyPoints > page.UsualBodyPoints {
		return said + ", which cannot be met with text of " + strconv.FormatFloat(whole.BodyPoints, 'f', -1, 64) + " points. Raise most_pages, or make body_pt smaller."
	}
	return said + ", and nothing more may be left out. Take sections out of the pack with not_in: [pdf], or raise most_pages."
}
