package html

import (
	"html/template"
	"math"

	"evidencepack/render/brand"
	"evidencepack/render/page"
)

// logo is the provider's logo as a part of the page; without an address there is none.
type logo struct {
	Address    template.URL
	Alt        string
	Wide, High int // in points of the screen
}

// logoOf gives the logo in the size that it has on paper.
func logoOf(c page.Cover) logo {
	const perMillimetre = 96 / 25.4
	wide, high := c.Logo.Size()
	return logo{
		Address: template.URL(c.Logo.Address()), Alt: brand.Alt(c.Provider), // the address holds a picture that was checked
		Wide: int(math.Round(wide * perMillimetre)), High: int(math.Round(high * perMillimetre)),
	}
}
