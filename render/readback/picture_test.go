package readback

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"strings"
	"testing"

	"evidencepack/render/brand"
	"evidencepack/render/html"
	"evidencepack/render/page"
	"evidencepack/render/pdf"
	"evidencepack/render/xlsx"
	"evidencepack/testdata/logofile"
)

// pictures are PNG files: a plain one, and such as could hide a text.
func pictures() (plain []byte, others map[string][]byte) {
	plain = ownLogo
	longer := bytes.Replace(plain, []byte("\x00\x00\x00\x00IEND"), append(partOf("IDAT", packed("Rose")), "\x00\x00\x00\x00IEND"...), 1)
	return plain, map[string][]byte{
		"words in a part":         logofile.PNG(60, 30, "Rose"),
		"see-through points":      logofile.PNG(60, 30, ""),
		"more behind the end":     append(bytes.Clone(plain), "Rose"...),
		"more behind the points":  longer,
		"cut short":               plain[:len(plain)-3],
		"a sum that does not fit": bytes.Replace(plain, []byte("IDATx"), []byte("IDATy"), 1),
		"no PNG":                  []byte("Rose"),
		"nothing but its head":    plain[:33],
	}
}

func partOf(name, content string) []byte {
	return []byte(fmt.Sprintf("%s%s%s%s", "\x00\x00\x00"+string(rune(len(content))), name, content, "\x00\x00\x00\x00"))
}

// TestPlainPictures lets plain pictures pass in each format and refuses all others.
func TestPlainPictures(t *testing.T) {
	plain, others := pictures()
	address := func(picture []byte) string {
		return "data:image/png;base64," + base64.StdEncoding.EncodeToString(picture)
	}
	files := func(picture []byte) map[string][]byte {
		return map[string][]byte{
			"a.html": []byte(`<img alt="Logo" src="` + address(picture) + `">`),
			"a.json": []byte(`{"logo":"` + address(picture) + `"}`),
		}
	}
	for name, file := range files(plain) {
		pieces, err := Read(name, file)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if text := together(pieces); strings.Contains(text, "data:") || strings.Contains(text, "iVBOR") {
			t.Errorf("%s: the picture is given as a text", name)
		}
	}
	for what, picture := range others {
		for name, file := range files(picture) {
			if _, err := Read(name, file); err == nil {
				t.Errorf("%s in %s was passed over", what, name)
			}
		}
		if plainPNG(picture) {
			t.Errorf("%s is taken for a plain picture", what)
		}
	}
}

// TestLogoInEachFormat draws a page with a logo and wants every file read, and a file
// refused whose logo holds more.
func TestLogoInEachFormat(t *testing.T) {
	whole := &page.Page{Schema: page.Schema, Cover: page.Cover{Pack: "p", Provider: "Ŵyn", Logo: ownLogo, Colour: brand.Colour("#1B5E7A")}}
	for name, pen := range map[string]page.Pen{"p.pdf": pdf.New(), "p.xlsx": xlsx.New(), "p.html": html.New()} {
		if text := together(read(t, name, drawn(t, whole, pen))); name != "p.pdf" && !strings.Contains(text, "Logo of Ŵyn") {
			t.Errorf("%s does not say what its picture is", name)
		}
	}
	file := drawn(t, whole, pdf.New())
	for before, after := range map[string]string{
		"/Predictor 15 /Colors 3": "/Predictor 15 /Colors 1",
		"/BitsPerComponent 8\n":   "/BitsPerComponent 4\n",
		"/Subtype /Image":         "/Subtype /Imago",
		"/ColorSpace /DeviceRGB":  "/ColorSpace /DeviceRGX",
		"/Height 120":             "/Height 121",
		"/Height 1":               "/Height 2",
	} {
		other := bytes.Replace(file, []byte(before), []byte(after), 1)
		if bytes.Equal(other, file) {
			t.Errorf("%q does not stand in the file", before)
		} else if _, err := Read("p.pdf", other); err == nil {
			t.Errorf("%q was passed over", after)
		}
	}
}

// TestPictureObjects tries objects of a PDF that are not quite a plain picture.
func TestPictureObjects(t *testing.T) {
	const name = "I0123456789abcdef0123456789abcdef01234567"
	const good = "/Type /XObject /Subtype /Image /Width 2 /Height 1 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode" +
		" /DecodeParms <</Predictor 15 /Colors 3 /BitsPerComponent 8 /Columns 2>>"
	with := func(name, head, points, drawn string) []byte {
		objects := simple(plainText + drawn)
		objects[1] = "<</Type /Pages /Kids [3 0 R] /Count 1 /Resources <</Font <</F1 5 0 R>> /XObject <</" + name + " 8 0 R>>>>>>"
		return pdfOf("", append(objects, streamOf(head, points))...)
	}
	row := packed("\x00abcdef")
	if _, err := Read("a.pdf", with(name, good, row, " q 1 0 0 1 0 0 cm /"+name+" Do Q")); err != nil {
		t.Fatal(err)
	}
	for what, file := range map[string][]byte{
		"a name that is a text":    with("IRose", good, row, ""),
		"another picture is drawn": with(name, good, row, " /I Do"),
		"nothing is drawn":         with(name, good, row, " Do"),
		"a text in its head":       with(name, good+" /Alt (Rose)", row, ""),
		"a mask":                   with(name, good+" /SMask 9 0 R", row, ""),
		"too many points":          with(name, good, packed("\x00abcdefg"), ""),
		"too few points":           with(name, good, packed("\x00abcde"), ""),
		"a row that is packed":     with(name, good, packed("\x05abcdef"), ""),
		"more behind the points":   with(name, good, row+"Rose", ""),
		"not packed":               with(name, good, "\x00abcdef", ""),
		"other columns":            with(name, strings.Replace(good, "/Columns 2", "/Columns 1", 1), row, ""),
		"a drawing of its own":     with(name, strings.Replace(good, "/Image", "/Form", 1), row, ""),
	} {
		if _, err := Read("a.pdf", file); err == nil {
			t.Errorf("%s: read without an error", what)
		}
	}
}
