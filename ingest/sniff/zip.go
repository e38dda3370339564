package sniff

import (
	"path"
	"strings"

	"evidencepack/ingest/archive"
)

// longestPart is how much of a small part of a zip file is looked at.
const longestPart = 4 << 20

// contentKinds are the types of the main part of an Office file.
var contentKinds = []struct{ mark, kind string }{
	{"application/vnd.ms-excel.sheet.binary.macroenabled.main", BinaryExcel},
	{"spreadsheetml.sheet.main+xml", Workbook},
	{"spreadsheetml.template.main+xml", Workbook},
	{"application/vnd.ms-excel.sheet.macroenabled.main+xml", Workbook},
	{"application/vnd.ms-excel.template.macroenabled.main+xml", Workbook},
	{"application/vnd.ms-excel.addin.macroenabled.main+xml", Workbook},
	{"wordprocessingml.", Word},
	{"application/vnd.ms-word.", Word},
	{"presentationml.", Slides},
	{"application/vnd.ms-powerpoint.", Slides},
}

// zipKind says what a zip file is by its parts. A workbook that lacks parts is a
// workbook all the same: its reader says what is wrong with it.
func zipKind(text []byte) string {
	a, err := archive.Open(text)
	if err != nil {
		return ZipDamaged
	}
	types := part(a, "[Content_Types].xml")
	for _, c := range contentKinds {
		if strings.Contains(types, c.mark) {
			return c.kind
		}
	}
	office := part(a, "mimetype")
	if !strings.Contains(office, "opendocument") {
		office = part(a, "META-INF/manifest.xml")
	}
	switch {
	case strings.Contains(office, "opendocument.spreadsheet"):
		return ODS
	case strings.Contains(office, "opendocument."):
		return ODSOther
	case apple(a):
		return Numbers
	case a.Has("xl/workbook.bin"):
		return BinaryExcel
	case a.Has("xl/workbook.xml") || under(a, "xl/worksheets/"):
		return Workbook
	case a.Has("word/document.xml"):
		return Word
	case a.Has("ppt/presentation.xml"):
		return Slides
	}
	return Zip
}

// part gives a part in small letters, "" if it is not there or cannot be read.
func part(a *archive.Archive, name string) string {
	if !a.Has(name) {
		return ""
	}
	text, err := a.All(name, longestPart)
	if err != nil {
		return ""
	}
	return strings.ToLower(string(text))
}

// apple tells whether the parts are those of a document of Apple's, which may
// stand in a folder of its name.
func apple(a *archive.Archive) bool {
	for _, name := range a.Names() {
		if strings.HasSuffix(name, ".iwa") || name == "index.zip" || strings.HasSuffix(name, "/index.zip") && strings.HasSuffix(path.Dir(name), ".numbers") {
			return true
		}
	}
	return false
}

// under tells whether there is a part in a folder.
func under(a *archive.Archive, folder string) bool {
	for _, name := range a.Names() {
		if strings.HasPrefix(name, folder) {
			return true
		}
	}
	return false
}
