// Package sniff says what a file is by its bytes alone, never by its name, and
// what to do with one that cannot be read.
package sniff

import (
	"bytes"
	"encoding/binary"
	"strings"
)

// The kinds of files.
const (
	Empty         = "empty"         // 0 bytes
	Workbook      = "zip-workbook"  // XLSX and its sisters with macros and for templates
	BinaryExcel   = "xlsb"          // the binary sister of XLSX
	ODS           = "ods"           // spreadsheet of LibreOffice
	ODSOther      = "ods-other"     // text or slides of LibreOffice
	Word          = "docx"          // text of Word
	Slides        = "pptx"          // slides of PowerPoint
	Numbers       = "numbers"       // Apple's Numbers, Pages or Keynote
	Zip           = "zip"           // any other zip file
	ZipDamaged    = "zip-damaged"   // a zip file that cannot be opened, most often cut off
	OLE           = "ole"           // a box of Office before 2007: old workbook, encrypted workbook, document, mail
	BIFF          = "biff"          // workbook of Excel 2 to 4, without a box
	PDF           = "pdf"           //
	HTML          = "html"          // web page
	SpreadsheetML = "spreadsheetml" // workbook of Excel 2003 in XML
	FODS          = "fods"          // spreadsheet of LibreOffice in one XML file
	XML           = "xml"           // any other XML
	RTF           = "rtf"           // text of Word and WordPad
	SLK           = "slk"           // symbolic link format of old spreadsheets
	DIF           = "dif"           // data interchange format of old spreadsheets
	JSON          = "json"          //
	Image         = "image"         // photograph or picture
	GZip          = "gzip"          //
	SevenZip      = "7z"            //
	RAR           = "rar"           //
	SQLite        = "sqlite"        // database
	Access        = "mdb"           // database of Access
	Parquet       = "parquet"       //
	Program       = "exe"           //
	Mail          = "mail"          // a saved mail or a box of them, pages saved as one file among them
	Text          = "text"          // any other text, in any encoding
	Binary        = "binary"        // anything else
)

// signature is a mark at a place of a file.
type signature struct {
	at   int
	mark string
	kind string
}

// signatures are marks that no text begins with.
var signatures = []signature{
	{0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", OLE},
	{0, "\x09\x00\x04\x00", BIFF}, {0, "\x09\x02\x06\x00", BIFF}, {0, "\x09\x04\x06\x00", BIFF},
	{0, "\x09\x08\x08\x00", BIFF}, {0, "\x09\x08\x10\x00", BIFF},
	{0, "{\\rtf", RTF},
	{0, "\x89PNG\r\n\x1a\n", Image}, {0, "\xFF\xD8\xFF", Image}, {0, "GIF87a", Image}, {0, "GIF89a", Image},
	{0, "II*\x00", Image}, {0, "MM\x00*", Image},
	{4, "ftypheic", Image}, {4, "ftypheix", Image}, {4, "ftyphevc", Image}, {4, "ftypmif1", Image}, {4, "ftypmsf1", Image}, {4, "ftypavif", Image},
	{0, "\x1F\x8B\x08", GZip}, {0, "7z\xBC\xAF\x27\x1C", SevenZip}, {0, "Rar!\x1A\x07", RAR},
	{0, "SQLite format 3\x00", SQLite}, {0, "\x00\x01\x00\x00Standard Jet DB", Access}, {0, "\x00\x01\x00\x00Standard ACE DB", Access},
	{0, "PAR1", Parquet}, {0, "\x7FELF", Program}, {0, "\xCF\xFA\xED\xFE", Program},
}

// Kind says what a file is by its bytes.
func Kind(text []byte) string {
	if len(text) == 0 {
		return Empty
	}
	for _, s := range signatures {
		if len(text) > s.at && bytes.HasPrefix(text[s.at:], []byte(s.mark)) && (s.kind != Parquet || bytes.HasSuffix(text[4:], []byte("PAR1"))) {
			return s.kind
		}
	}
	switch {
	case bytes.HasPrefix(text, []byte("PK\x03\x04")) || bytes.HasPrefix(text, []byte("PK\x05\x06")) || bytes.HasPrefix(text, []byte("PK00PK\x03\x04")):
		return zipKind(text)
	case bytes.HasPrefix(text, []byte("RIFF")) && len(text) >= 12 && string(text[8:12]) == "WEBP":
		return Image
	case bytes.HasPrefix(text, []byte("BM")) && len(text) > 26 && binary.LittleEndian.Uint32(text[2:]) == uint32(len(text)):
		return Image
	case bytes.HasPrefix(text, []byte("MZ")) && bytes.IndexByte(text[:min(len(text), 64)], 0) >= 0:
		return Program
	case pdf(text):
		return PDF
	}
	head, tail, known := plain(text)
	if !known {
		return Binary
	}
	return textKind(strings.TrimLeft(head, " \t\r\n\f\v"), strings.TrimRight(tail, " \t\r\n\f\v\x1a"))
}

// pdf tells whether a file is a PDF; a few bytes may stand before its mark.
func pdf(text []byte) bool {
	at := bytes.Index(text[:min(len(text), 1024)], []byte("%PDF-"))
	return at == 0 || at > 0 && bytes.Contains(text[at:], []byte(" obj")) && bytes.Contains(text[at:], []byte("stream"))
}

// textKind says what a text is by its beginning and its end, both without blanks
// around.
func textKind(head, tail string) string {
	switch {
	case strings.HasPrefix(head, "<"):
		if kind := markupKind(head, tail); kind != "" {
			return kind
		}
	case strings.HasPrefix(head, "{") || strings.HasPrefix(head, "["):
		if json(head) {
			return JSON
		}
	case slk(head):
		return SLK
	case dif(head):
		return DIF
	case mail(head):
		return Mail
	}
	return Text
}
