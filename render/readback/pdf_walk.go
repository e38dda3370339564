package readback

import (
	"strings"
	"unicode/utf8"
)

// pdfWalk collects what may hold a text in a value: strings, and names that are not
// part of every PDF.
type pdfWalk struct {
	strings []pdfString
	names   []string
	foreign bool // another file, a script, a form or a picture is spoken of
}

func (w *pdfWalk) walk(v any) {
	switch v := v.(type) {
	case pdfString:
		w.strings = append(w.strings, v)
	case pdfName:
		w.name(v)
	case pdfList:
		for _, each := range v {
			w.walk(each)
		}
	case pdfDict:
		for _, e := range v {
			w.foreign = w.foreign || foreignKeys[e.key]
			w.name(e.key)
			w.walk(e.value)
		}
	}
}

// name keeps a name that we do not know. Those of a font and of a picture are 40 digits of
// a hash.
func (w *pdfWalk) name(n pdfName) {
	switch {
	case knownNames[n]:
	case len(n) == 41 && (n[0] == 'F' || n[0] == 'I') && hexDigits(string(n[1:])):
	default:
		w.names = append(w.names, strings.ToValidUTF8(string(n), string(utf8.RuneError)))
	}
}

// hexDigits tells whether a text is digits of a hash and nothing else.
func hexDigits(text string) bool { return strings.Trim(text, "0123456789abcdef") == "" }

// foreignKeys are fields that speak of things that we never write and cannot search.
var foreignKeys = map[pdfName]bool{
	"EF": true, "JS": true, "AcroForm": true, "XFA": true, "AP": true, "RichMedia": true, "Collection": true,
}

// knownNames are the names that stand in every PDF of ours.
var knownNames = setOf("Adobe Annot Annots Ascent Author BaseFont BitsPerComponent Border CIDFontType2 CIDSystemInfo CIDToGIDMap " +
	"CapHeight Catalog ColorSpace Colors Columns Contents Count CreationDate Creator DW DecodeParms Descent DescendantFonts Dest DeviceRGB Encoding " +
	"EmbeddedFiles Filter First Flags FlateDecode Font FontBBox FontDescriptor FontFile2 FontName Height Identity-H " +
	"Image ImageB ImageC ImageI Info ItalicAngle Kids Lang Last Length Length1 Link MediaBox Metadata MissingWidth " +
	"ModDate Names Next Ordering Outlines PDF Page PageMode Pages Parent Predictor Prev ProcSet Producer Rect Registry " +
	"Resources Root Size StemV Subject Subtype Supplement Text Title ToUnicode Type Type0 UseOutlines W Width XML " +
	"XObject XYZ utf8opensans utf8opensansB")

func setOf(words string) map[pdfName]bool {
	set := map[pdfName]bool{}
	for word := range strings.FieldsSeq(words) {
		set[pdfName(word)] = true
	}
	return set
}
