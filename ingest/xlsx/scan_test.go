package xlsx

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf16"

	"evidencepack/ingest/grid"
)

// badMarkup is none: a program that writes any of these has failed, or somebody tries something.
var badMarkup = []string{
	"", " ", "text", "<a>", "<a", "<", "<a></b>", "<a></a", "<a></a><b/>", "</a>", "<a/>text", "text<a/>", "<a b/>", "<a b=c/>", "<a b='c/>", "<a b='c'd='e'/>",
	"<a b='<'/>", "<a b='1' b='2'/>", "<a>&no;</a>", "<a>&amp</a>", "<a>& </a>", "<a>&#0;</a>", "<a>&#xD800;</a>", "<a>&#;</a>", "<a b='&no;'/>", "<a>\x00</a>", "<a>\xff</a>",
	"<a b='\x01'/>", "<a><![CDATA[</a>", "<![CDATA[x]]><a/>", "<a><!-- </a>", "<a><? </a>", "<a><!x></a>", "<a / >", "< a/>", "<a></ a>", "<a></a b>", "<a =''/>", "<a>\uFFFE</a>",
	`<?xml version="1.0" encoding="windows-1252"?><a/>`,
}

func TestBadMarkup(t *testing.T) {
	t.Parallel()
	for _, text := range badMarkup {
		if out, err := tokens(text, firstBuffer); !errors.Is(err, grid.ErrDamaged) {
			t.Errorf("%q gives %q, %v", text, out, err)
		}
	}
	for _, text := range []string{`<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>`, `<!DOCTYPE a><a/>`, `<a><!ENTITY b "c"></a>`} {
		if _, err := tokens(text, firstBuffer); !errors.Is(err, grid.ErrEntity) {
			t.Errorf("%q gives %v", text, err)
		}
	}
	deep := strings.Repeat("<a>", mostDepth+1) + strings.Repeat("</a>", mostDepth+1)
	if _, err := tokens(deep, firstBuffer); !errors.Is(err, grid.ErrTooLarge) {
		t.Errorf("much too deep gives %v", err)
	}
	if _, err := tokens("<a>"+strings.Repeat("x", longestToken)+"</a>", firstBuffer); !errors.Is(err, grid.ErrTooLarge) {
		t.Errorf("a text without an end gives %v", err)
	}
}

func TestMarkup(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"<a/>": "<a></>",
		"\uFEFF<?xml version='1.0' encoding='utf-8'?>\n<a>\n</a>\n":  "<a>\n</>",
		`<x:a b = "1>2" c='"' y:d="&#65;&amp;"/>`:                    `<a b=1>2 c=" y:d=A&></>`,
		"<a>é<b>x\r\ny\rz</b\n>&lt;</a>":                             "<a>é<b>x\ny\nz</>&lt;</>",
		"<!-- x --><a><!-- <b> --><![CDATA[<&\r\n]]><?x ?></a><?y?>": "<a><&\n</>",
	} {
		want = strings.ReplaceAll(want, "&lt;", "<")
		for _, buffer := range []int{2, 7, firstBuffer} {
			if got, err := tokens(text, buffer); got != want || err != nil {
				t.Errorf("%q, buffer %d: %q, %v", text, buffer, got, err)
			}
		}
	}
}

func TestWideMarkup(t *testing.T) {
	t.Parallel()
	text := `<?xml version="1.0" encoding="UTF-16"?><a b="é">😀</a>`
	for _, mark := range []string{"", "\uFEFF"} {
		var little, big strings.Builder
		for _, u := range utf16.Encode([]rune(mark + text)) {
			little.Write([]byte{byte(u), byte(u >> 8)})
			big.Write([]byte{byte(u >> 8), byte(u)})
		}
		for _, wide := range []string{little.String(), big.String()} {
			if got, err := tokens(wide, 8); got != "<a b=é>😀</>" || err != nil {
				t.Errorf("%q, %v", got, err)
			}
		}
	}
}
