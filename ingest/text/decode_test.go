package text

import (
	"bytes"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

func TestDecode(t *testing.T) {
	const text = "Name,Note\r\nAsha Venn,\"didn’t want to – £5, café\"\r\n"
	in := func(e encoding.Encoding) string {
		out, err := e.NewEncoder().String(text)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	for _, c := range []struct{ what, bytes, encoding string }{
		{"UTF-8", text, "utf-8"},
		{"UTF-8 with a mark", "\uFEFF" + text, "utf-8-bom"},
		{"UTF-16LE with a mark", in(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)), "utf-16le"},
		{"UTF-16BE with a mark", in(unicode.UTF16(unicode.BigEndian, unicode.UseBOM)), "utf-16be"},
		{"UTF-16LE without mark", in(unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)), "utf-16le"},
		{"UTF-16BE without mark", in(unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)), "utf-16be"},
		{"UTF-32LE", in(utf32.UTF32(utf32.LittleEndian, utf32.UseBOM)), "utf-32"},
		{"UTF-32BE", in(utf32.UTF32(utf32.BigEndian, utf32.UseBOM)), "utf-32"},
		{"Windows-1252", in(charmap.Windows1252), "windows-1252"},
		{"Windows-1252 under a mark of UTF-8", "\uFEFF" + in(charmap.Windows1252), "windows-1252"},
	} {
		if got, name, ok := Decode([]byte(c.bytes)); got != text || name != c.encoding || !ok {
			t.Errorf("%s: %q in %s (%t)", c.what, got, name, ok)
		}
	}
	if got, name, _ := Decode([]byte("plain")); got != "plain" || name != "" {
		t.Errorf("ASCII: %q in %s", got, name)
	}
}

// TestDecodeDamaged wants UTF-8 that a copy program cut or that holds a stray byte
// to stay UTF-8, and Windows-1252 to be told from it.
func TestDecodeDamaged(t *testing.T) {
	many := strings.Repeat("café – £5\n", 3)
	for _, c := range []struct{ what, bytes, want, encoding string }{
		{"cut off within a character", many + "caf\xC3", many + "caf\uFFFD", "utf-8"},
		{"cut off within an emoji", "café \xF0\x9F\x99", "café \uFFFD", "utf-8"},
		{"a stray byte", "\x92" + many, "\uFFFD" + many, "utf-8"},
		{"Windows-1252 that ends with a letter", "caf\xE9", "café", "windows-1252"},
		{"as many broken as good", "café caf\xE9s", "cafÃ© cafés", "windows-1252"},
		{"half a pair of UTF-16", "\xFF\xFEa\x00\xE9\x00b", "aé", "utf-16le"},
		{"half a surrogate", "\xFF\xFE" + strings.Repeat("a\x00", 60) + "\x3D\xD8", strings.Repeat("a", 60) + "\uFFFD", "utf-16le"},
		{"control characters, not white space", "a\x00bc\x7F\td\r\n\v\fe", "abc\td\r\n\v\fe", ""},
		{"a mark of byte order encoded twice", "\u00EF\u00BB\u00BFa", "a", "utf-8"},
		{"zero bytes behind the end", "a,b\n" + strings.Repeat("\x00", 9000), "a,b\n", ""},
	} {
		if got, name, ok := Decode([]byte(c.bytes)); got != c.want || name != c.encoding || !ok {
			t.Errorf("%s: %q in %s (%t), want %q in %s", c.what, got, name, ok, c.want, c.encoding)
		}
	}
	if _, _, ok := Decode(bytes.Repeat([]byte{0, 1, 2, 3, 0xFE, 0x80}, 100)); ok {
		t.Error("binary is taken as text")
	}
	if _, _, ok := Decode(append([]byte(strings.Repeat("a,b\n", 2000)), bytes.Repeat([]byte{0, 1, 2, 0xFE}, 2000)...)); ok {
		t.Error("binary behind a text is taken as text")
	}
}

func TestDoubleEncoding(t *testing.T) {
	twice := func(s string) string {
		var b strings.Builder
		for _, c := range []byte(s) {
			b.WriteRune(western(c))
		}
		return b.String()
	}
	for _, c := range []struct {
		value, want string
		right       int
	}{
		{"donâ€™t", "don’t", 1},
		{twice("“no”, £5 – café 🙂"), "“no”, £5 – café 🙂", 6},
		{twice(twice("café")), "café", 1},
		{twice("Łukasz Żak"), "Łukasz Żak", 2},
		{"7 \u0096 8 Feb", "7 – 8 Feb", 1},
		{"don\u00e2\u0080\u0099t", "don’t", 1},
		{"café", "café", 0},
		{"Â", "Â", 0},
		{"QUALITÉ»", "QUALITÉ»", 0},
		{"MENÜ–X", "MENÜ–X", 0},
		{"donâ€™t want the café", "donâ€™t want the café", 0},
		{"plain", "plain", 0},
		{"家", "家", 0},
	} {
		if got, right := single(c.value); got != c.want || right != c.right {
			t.Errorf("%q: %q with %d put right, want %q with %d", c.value, got, right, c.want, c.right)
		}
	}
	book, err := Open([]byte("id,note\n1,donâ€™t\n2,café\n3,\"Â£5, â€“\"\n"))
	if err != nil || book.Repaired != 3 {
		t.Fatalf("%v, %d put right", err, book.Repaired)
	}
	var notes []string
	for r := range book.Sheets[0].Rows {
		notes = append(notes, r.Cells[1].Text)
	}
	if got := strings.Join(notes, "|"); got != "note|don’t|café|£5, –" {
		t.Errorf("%q", got)
	}
}
