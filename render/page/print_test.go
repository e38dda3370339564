package page

import (
	"math"
	"strings"
	"testing"
)

// TestSizesAndBrandOfASavedPage refuses what no build writes.
func TestSizesAndBrandOfASavedPage(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*Page)
		says   string
	}{
		"usual":       {func(*Page) {}, ""},
		"large":       {func(p *Page) { p.BodyPoints = MostBodyPoints }, ""},
		"a colour":    {func(p *Page) { p.Cover.Colour = "#1B5E7A" }, ""},
		"too large":   {func(p *Page) { p.BodyPoints = 14.1 }, "size of text"},
		"too small":   {func(p *Page) { p.BodyPoints = 9.4 }, "size of text"},
		"below 0":     {func(p *Page) { p.BodyPoints = -11 }, "size of text"},
		"no number":   {func(p *Page) { p.BodyPoints = math.NaN() }, "size of text"},
		"pale":        {func(p *Page) { p.Cover.Colour = "#EEEEEE" }, "brand_colour: this colour is too light"},
		"a style":     {func(p *Page) { p.Cover.Colour = "red;}*{" }, "brand_colour: a colour is #"},
		"other bytes": {func(p *Page) { p.Cover.Logo = []byte("GIF89a") }, "logo"},
		"no bytes":    {func(p *Page) { p.Cover.Logo = []byte{} }, "logo"},
	} {
		p := whole()
		c.change(p)
		_, err := Draw(p, new(teller))
		if c.says == "" && err != nil || c.says != "" && (err == nil || !strings.Contains(err.Error(), c.says)) {
			t.Errorf("%s: %v, want %q", name, err, c.says)
		}
	}
}
