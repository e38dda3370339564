package readback

import (
	"compress/gzip"
	"encoding/ascii85"
	"encoding/base64"
	"io"
	"slices"
	"strings"
	"testing"
)

func TestEveryPlaceOfAPage(t *testing.T) {
	for source, want := range map[string]map[string][]string{
		"<p>Ŵyn &amp; <b>Ro</b>sa &#x141;</p>":          {"line 1": {"Ŵyn & Rosa Ł", "Ŵyn & Ro sa Ł"}},
		"<p>one</p>\n\n<p>two <i>three</i> four</p>":    {"line 1": {"one"}, "line 3": {"two three four"}},
		"<td>a</td><td>b</td>":                          {"line 1": {"a", "b"}},
		"<title>Head</title><textarea>typed</textarea>": {"line 1": {"Head", "typed"}},
		"x\n<a href='Rosa":                              {"line 2, a tag without an end": {"<a href='Rosa"}},
		"</rosa>":                                       {"line 1, end of a tag": {"</rosa>"}},
		"<!-- aside":                                    {"line 1, comment": {" aside"}},
		"<!-- aside -->":                                {"line 1, comment": {" aside "}},
		"<!doctype html><!doctype Rosa>":                {"line 1, document type": {"Rosa"}},
		"\n<img alt='a &lt; b' title=t>":                {"line 2, attribute alt": {"a < b"}, "line 2, attribute title": {"t"}},
		"<i aria-label=x data-y='z' class=c></i>": {"line 1, attribute aria-label": {"x"}, "line 1, attribute data-y": {"z"},
			"line 1, attribute class": {"c"}},
		"<circle r='2.5' points='1,2 3,4'>":                            {"numbers of the drawings": {"2.5\n1,2 3,4\n"}},
		"<svg><path d='M1 2L3-4z'/><text>said</text></svg>":            {"numbers of the drawings": {"M1 2L3-4z\n"}, "line 1": {"said"}},
		`<p rosa okafor="">x</p>`:                                      {"line 1, tag": {`<p rosa okafor="">`}},
		`<style>@page{@top-left{content:"R\00006fsa \\ \"q"}}</style>`: {"line 1, style sheet": {`@page{@top-left{content:"Rosa \ "q"}}`}},
		`<p style="--a:'R\6f sa'">x</p>`:                               {"line 1, attribute style": {"--a:'Rosa'"}},
		`<script>var a="\u0052\x6fs\u{61} \uD83D\uDE00\n"</script>`:    {"line 1, script": {"var a=\"Rosa 😀\n\""}},
		"<script type=application/json>{\"a\":[\"\\u0052osa\",{\"b\":-1.5e3}]}</script>": {
			"line 1, data: a[0]": {"Rosa"}, "line 1, data: a[1].b": {"b", "-1.5e3"}, "line 1, data: a": {"a"}},
		"<script type=text/template><p>later</p></script>": {"line 1, script: line 1": {"later"}},
		"<noscript>\n<p>quiet</p></noscript>":              {"line 1, noscript: line 2": {"quiet"}},
		"<a href='data:text/plain,R%6Fsa'>x</a>":           {"line 1, attribute href, embedded file": {"Rosa"}},
		"<img src=\"data:image/svg+xml;base64," + base64.StdEncoding.EncodeToString([]byte("<svg><text>drawn</text></svg>")) + "\">": {
			"line 1, attribute src, embedded file: line 1": {"drawn"}},
		"<style>a{src:url(data:font/woff2;base64," + base64.StdEncoding.EncodeToString([]byte("wOF2 Rosa")) + ")}</style>": {
			"line 1, style sheet": {"a{src:url()}"}},
		"<script type=text/html+gzip>" + gzipped("<i>later</i>\n<script type=application/json>[\"Rosa\"]</script>") + "</script>": {
			"line 1, packed: line 1": {"later\n"}, "line 1, packed: line 2, data: [0]": {"Rosa"}},
		"<script type=text/javascript+gzip>" + gzipped(`say("\x52osa")`) + "</script>": {"line 1, packed script": {`say("Rosa")`}},
		"<script>var b='data:text/plain,one'+'data: two, three'</script>": {
			"line 1, script, embedded file": {"one"}, "line 1, script": {"var b=''+'data: two, three'"}},
	} {
		pieces, err := Read("a.html", []byte(source))
		if err != nil {
			t.Errorf("%s: %v", source, err)
			continue
		}
		places := byPlace(pieces)
		for place, texts := range want {
			if !slices.Equal(places[place], texts) {
				t.Errorf("%s\n%s: %q, want %q", source, place, places[place], texts)
			}
		}
	}
}

// nested gives a drawing that holds a drawing that holds …
func nested(times int) string {
	source := "<text>x</text>"
	for range times {
		source = `<a href="data:image/svg+xml;base64,` + base64.StdEncoding.EncodeToString([]byte(source)) + `">`
	}
	return source
}

// gzipBytes is a text as gzip, perhaps with a name at its head.
func gzipBytes(text, name string) string {
	var b strings.Builder
	w := gzip.NewWriter(&b)
	w.Name = name
	if _, err := io.WriteString(w, text); err != nil {
		panic(err)
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return b.String()
}

func gzipped(text string) string { return signsOf(gzipBytes(text, "")) }

// signsOf writes bytes in signs, by way of the base 85 that Adobe made.
func signsOf(packed string) string {
	out := make([]byte, ascii85.MaxEncodedLen(len(packed)))
	other := strings.ReplaceAll(string(out[:ascii85.Encode(out, []byte(packed))]), "z", "!!!!!")
	return strings.Map(func(r rune) rune { return rune(signs[r-'!']) }, other)
}

// nestedPacked gives a packed page in a packed page in …
func nestedPacked(times int) string {
	source := "x"
	for range times {
		source = "<script type=text/html+gzip>" + gzipped(source) + "</script>"
	}
	return source
}

func TestPageThatCannotBeSearched(t *testing.T) {
	for what, source := range map[string]string{
		"a frame":                        "<iframe srcdoc='<p>Rose</p>'></iframe>",
		"a page in an attribute":         "<p srcdoc='Rose'>",
		"a plug-in":                      "<object data=Rose></object>",
		"another encoding":               "<p>Ros\xe9</p>",
		"data that is cut short":         "<script type=application/json>{\"Rose\":</script>",
		"a picture":                      "<img src='data:image/png;base64,iVBORw0KGgo='>",
		"a font that is none":            "<style>a{src:url(data:font/woff2;base64,Um9zZQ==)}</style>",
		"an address that is damaged":     "<img src='data:image/svg+xml;base64,****'>",
		"files inside each other":        nested(10),
		"packed parts inside each other": nestedPacked(200),
		"a packed part cut short":        "<script type=text/html+gzip>" + gzipped("Rose")[:20] + "</script>",
		"more behind a packed part":      "<script type=text/html+gzip>" + signsOf(gzipBytes("Rose", "")+"Rose") + "</script>",
		"a packed part of other signs":   "<script type=text/html+gzip>Rose Rose</script>",
		"a packed part of one sign more": "<script type=text/html+gzip>" + gzipped("Rosy") + "00</script>",
		"a second packed part behind it": "<script type=text/html+gzip>" + signsOf(gzipBytes("x", "")+gzipBytes("Rose", "")) + "</script>",
		"a name in a packed part":        "<script type=text/html+gzip>" + signsOf(gzipBytes("x", "Rose")) + "</script>",
		"a packed part of another kind":  "<script type=text/html+gzip+gzip>" + gzipped("Rose") + "</script>",
		"data that is too deep":          "<script type=application/json>" + strings.Repeat("[", 200) + strings.Repeat("]", 200) + "</script>",
	} {
		if pieces, err := Read("a.html", []byte(source)); err == nil {
			t.Errorf("%s: read without an error: %q", what, pieces)
		} else if strings.Contains(err.Error(), "Rose") {
			t.Errorf("%s: the error repeats what stands in the file: %v", what, err)
		}
	}
}

// TestKnownPartsArePassedOver wants a known script to be passed over only where it
// stands letter for letter.
func TestKnownPartsArePassedOver(t *testing.T) {
	source := []byte("<script>var known=1</script><script>var known=12</script><style>a{}</style>")
	pieces, err := Read("a.html", source, "var known=1", "a{}")
	if err != nil {
		t.Fatal(err)
	}
	text := together(pieces)
	if !strings.Contains(text, "var known=12\n") || strings.Contains(text, "var known=1\n") || strings.Contains(text, "a{}") {
		t.Errorf("%q", pieces)
	}
}

func TestPlacesOfData(t *testing.T) {
	pieces := read(t, "a.json", []byte(`{"a b":[1,"\ud83d\ude00",true,null],"c":{"d":"x\/\u0174"},"d":2}`))
	want := []Piece{
		{"*", "a b"}, {"*[0]", "1"}, {"*[1]", "😀"}, {"c", "c"}, {"c.d", "d"}, {"c.d", "x/Ŵ"}, {"d", "2"},
	}
	if !slices.Equal(pieces, want) {
		t.Errorf("%q\nwant %q", pieces, want)
	}
	for _, damaged := range []string{"", "{", `{"a":1}{}`, "[1,]", "\"\xff\"", `"\q"`} {
		if _, err := Read("a.json", []byte(damaged)); err == nil {
			t.Errorf("%q was read without an error", damaged)
		}
	}
}

func TestPlacesOfCells(t *testing.T) {
	pieces := read(t, "a.csv", []byte("\ufeffname,\"a \"\"b\"\"\"\r\n,\"two\r\nlines\",ŵ\r\n"))
	want := []Piece{
		{"row 1, column 1", "name"}, {"row 1, column 2", `a "b"`}, {"row 2, column 2", "two\nlines"}, {"row 2, column 3", "ŵ"},
	}
	if !slices.Equal(pieces, want) {
		t.Errorf("%q\nwant %q", pieces, want)
	}
	for _, damaged := range []string{"a,\"b", "a\"b,c", "\xff"} {
		if _, err := Read("a.csv", []byte(damaged)); err == nil {
			t.Errorf("%q was read without an error", damaged)
		}
	}
}

func TestOtherKindsAreRefused(t *testing.T) {
	for _, name := range []string{"a.docx", "a", "a.pdf.zip"} {
		if _, err := Read(name, []byte("x")); err == nil || !strings.HasPrefix(err.Error(), name+" cannot be read back") {
			t.Errorf("%s: error %v", name, err)
		}
	}
}
