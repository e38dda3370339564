package render

import (
	"evidencepack/render/html"
	"evidencepack/render/page"
	"evidencepack/render/pdf"
	"evidencepack/render/xlsx"
)

// Format is one way of drawing a page.
type Format struct {
	Name   string // as a reader calls it
	Ending string // of the file, and the word on the command line
	New    func() page.Pen
	Help   string

	remark func(*page.Page, []byte) string // nil is nothing to remark
}

// Remark says what its pack asked of a drawn file that could not be met, or nothing.
func (f Format) Remark(p *page.Page, file []byte) string {
	if f.remark == nil {
		return ""
	}
	return f.remark(p, file)
}

// Draw draws a page in this format, without what the page keeps out of it.
func (f Format) Draw(p *page.Page) ([]byte, error) { return page.Draw(p.For(f.Ending), f.New()) }

// Formats is the only list of formats.
var Formats = []Format{
	{"PDF", "pdf", pdf.New, "for reading, printing and handing in; charts are vectors", pdf.Remark},
	{"Excel", "xlsx", xlsx.New, "live cells with native charts, for checking the numbers", nil},
	{"HTML", "html", html.New, "one file that works without a network, with charts to point at", nil},
}
