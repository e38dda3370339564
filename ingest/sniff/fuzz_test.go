package sniff

import "testing"

func FuzzSniff(f *testing.F) {
	for _, text := range []string{
		"", "a,b\n1,2\n", "<html><table>", "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><!-- d --><e:f/>", wide("<table>", true, true),
		wide("[1]", false, false), "{\"a\":[1]}\n", "ID;PWXL\nC;Y1;X1;K1\nE\n", "TABLE\n0,1\n\"\"\n", "From a\nReceived: b\n\n", "\xEF\xBB\xBF{",
		zipped(f, "[Content_Types].xml", types(openOffice+"spreadsheetml.sheet.main+xml")), zipped(f, "mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
		"PK\x03\x04", "%PDF-1.4", "\x00\x01\x00\x00Standard ACE DB",
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		kind := Kind(text)
		if _, known := advices[kind]; !known {
			t.Fatalf("a kind without advice: %q", kind)
		}
		if again := Kind(text); again != kind {
			t.Fatalf("%s the first time, %s the second", kind, again)
		}
	})
}
