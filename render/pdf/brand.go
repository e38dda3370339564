package pdf

import (
	"bytes"

	"github.com/go-pdf/fpdf"

	"evidencepack/render/brand"
	"evidencepack/render/chart"
	"evidencepack/render/page"
)

// logo draws the provider's logo at the right edge of the cover. It gives the width that
// is left for the title, and the lower edge of the logo; without one, all of the width and 0.
func (p *pen) logo(cover page.Cover) (wide, under float64) {
	if len(cover.Logo) == 0 {
		return width, 0
	}
	const name, air = "logo", 6.0
	across, down := cover.Logo.Size()
	kind := fpdf.ImageOptions{ImageType: "PNG"}
	p.doc.RegisterImageOptionsReader(name, kind, bytes.NewReader(cover.Logo))
	p.doc.ImageOptions(name, right-across, p.next, across, down, false, kind, 0, "")
	return width - across - air, p.next + down
}

// brandRule draws the rule under the title of the cover, the only place of the provider's
// colour.
func (p *pen) brandRule(colour brand.Colour) {
	p.stroke(chart.InkText, 1.5, nil)
	if colour != "" {
		p.doc.SetDrawColor(colour.RGB())
	}
	p.doc.Line(left, p.next, right, p.next)
}
