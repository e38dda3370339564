package page

import (
	"fmt"

	"evidencepack/render/brand"
)

// The size of running text in a PDF, in points: what it is where nothing is asked for,
// which is also the least, and the most.
const (
	UsualBodyPoints = 9.5
	MostBodyPoints  = 14.0
)

// checkPrint tells whether the size of text and the brand are as a build writes them.
func (p *Page) checkPrint() error {
	if size := p.BodyPoints; size != 0 && !(size >= UsualBodyPoints && size <= MostBodyPoints) {
		return fmt.Errorf("its size of text is not from %g to %g points", UsualBodyPoints, MostBodyPoints)
	}
	if c := p.Cover.Colour; c != "" {
		if _, err := brand.ParseColour(string(c)); err != nil {
			return fmt.Errorf("brand_colour: %w", err)
		}
	}
	return p.Cover.Logo.Check()
}
