package xlsx

import (
	_ "image/png" // the library looks at the size of a picture

	"github.com/xuri/excelize/v2"

	"evidencepack/render/brand"
	"evidencepack/render/page"
)

// logo puts the provider's logo into a row of its own, where there is one.
func (s *sheet) logo(c page.Cover) {
	if len(c.Logo) == 0 {
		return
	}
	const pointsPerMillimetre, screenPerMillimetre, air = 72 / 25.4, 96 / 25.4, 4
	wide, high := c.Logo.Size()
	across, _ := c.Logo.Points()
	s.height(s.row, high*pointsPerMillimetre+2*air)
	scale := wide * screenPerMillimetre / float64(across)
	s.book.keep(s.book.file.AddPictureFromBytes(s.name, at(s.first, s.row), &excelize.Picture{
		Extension: ".png", File: c.Logo,
		Format: &excelize.GraphicOptions{
			AltText: cut(clean(brand.Alt(c.Provider))), Name: "Logo", LockAspectRatio: true,
			OffsetY: air, ScaleX: scale, ScaleY: scale, Positioning: "oneCell",
		},
	}))
	s.row++
	s.gap()
}

// brandRule draws the rule under the title of the front sheet, the only place of the
// provider's colour.
func (s *sheet) brandRule(last int) {
	if s.rule == "" {
		return
	}
	for column := s.first; column <= last; column++ {
		drawn := look{rule: s.rule}
		if column == s.first {
			drawn = lookTitle
			drawn.rule = s.rule
		}
		cell := at(column, 1)
		s.book.keep(s.book.file.SetCellStyle(s.name, cell, cell, s.book.of(drawn)))
	}
}
