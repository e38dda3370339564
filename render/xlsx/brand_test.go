package xlsx

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// TestBrandIsOnTheFrontSheetAlone wants the logo with its words in a row of its own, the
// colour in the rule under the title, and neither anywhere else.
func TestBrandIsOnTheFrontSheetAlone(t *testing.T) {
	p := sample(t)
	for name, part := range partsOf(t, drawn(t, p)) {
		if strings.HasPrefix(name, "xl/media") || strings.Contains(part, "8A1C5B") {
			t.Errorf("%s: a workbook without a brand has one", name)
		}
	}
	p.Cover.Colour, p.Cover.Logo = "#8A1C5B", ownLogo
	out := drawn(t, p)
	for name, part := range partsOf(t, out) {
		if count := strings.Count(part, "8A1C5B"); count > 0 && name != "xl/styles.xml" {
			t.Errorf("%s: the colour stands there", name)
		} else if name == "xl/styles.xml" && (count != 1 || !strings.Contains(part, `<bottom style="medium"><color rgb="FF8A1C5B"`)) {
			t.Errorf("the colour is that of %d borders", count)
		}
	}
	f, err := excelize.OpenReader(bytes.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	for i, name := range f.GetSheetList() {
		cells, err := f.GetPictureCells(name)
		if err != nil {
			t.Fatal(err)
		}
		if i > 0 {
			if len(cells) > 0 {
				t.Errorf("sheet %s has a picture", name)
			}
			continue
		}
		if len(cells) != 1 {
			t.Fatalf("pictures at %v", cells)
		}
		found, err := f.GetPictures(name, cells[0])
		if err != nil || len(found) != 1 || !bytes.Equal(found[0].File, ownLogo) || found[0].Format.AltText != "Logo of "+p.Cover.Provider {
			t.Errorf("%d pictures, %v", len(found), err)
		}
	}
	if !bytes.Equal(out, drawn(t, p)) {
		t.Error("the same page gave other bytes")
	}
}
