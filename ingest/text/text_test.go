package text

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"evidencepack/ingest/grid"
)

// cutUp writes each row of a text as line:value|value, with ! for an unclosed one.
func cutUp(t *testing.T, text string) []string {
	t.Helper()
	book, err := Open([]byte(text))
	if err != nil {
		return []string{err.Error()}
	}
	var out []string
	for r := range book.Sheets[0].Rows {
		var values []string
		for _, c := range r.Cells {
			values = append(values, c.Text)
		}
		mark := ":"
		if r.Unclosed {
			mark = "!"
		}
		out = append(out, fmt.Sprint(r.Line)+mark+strings.Join(values, "|"))
	}
	return out
}

func TestRows(t *testing.T) {
	for _, c := range []struct {
		what, text string
		want       []string
	}{
		{"plain", "a,b\nc,d\n", []string{"1:a|b", "2:c|d"}},
		{"no line end at the end", "a,b\nc,d", []string{"1:a|b", "2:c|d"}},
		{"CRLF", "a,b\r\nc,d\r\n", []string{"1:a|b", "2:c|d"}},
		{"lone CR", "a,b\rc,d\r", []string{"1:a|b", "2:c|d"}},
		{"mixed line ends", "a,1\nb,2\r\nc,3\rd,4", []string{"1:a|1", "2:b|2", "3:c|3", "4:d|4"}},
		{"blank lines count and give no row", "a,1\n\n  \r\nb,2\n", []string{"1:a|1", "4:b|2"}},
		{"one column", "value\n0001\n\n0203\n", []string{"1:value", "2:0001", "4:0203"}},
		{"only delimiters", "a,b,c\n,,\n", []string{"1:a|b|c", "2:||"}},
		{"trailing delimiter", "a,b,\nc,d,\n", []string{"1:a|b|", "2:c|d|"}},
		{"trailing delimiter at the end", "a,b,\nc,d,", []string{"1:a|b|", "2:c|d|"}},
		{"the line of sep= counts", "sep=;\na;b\nc;d\n", []string{"2:a|b", "3:c|d"}},
		{"the line of sep= counts with lone CR", "sep=;\ra;b\rc;d", []string{"2:a|b", "3:c|d"}},
		{"zero bytes and bells are dropped", "a,b\nte\x00a,toa\x07st\n", []string{"1:a|b", "2:tea|toast"}},
		{"a second mark of byte order", "\uFEFF\uFEFFa,b\n\uFEFFc,d\n", []string{"1:a|b", "2:c|d"}},
		{"ragged", "a,b,c\n1,2\n1,2,3,4\n", []string{"1:a|b|c", "2:1|2", "3:1|2|3|4"}},
		{"quoted delimiter", "a,b\n\"a,b\",c\n", []string{"1:a|b", "2:a,b|c"}},
		{"doubled quotes", "a,b\n\"say \"\"no\"\"\",b\n", []string{"1:a|b", `2:say "no"|b`}},
		{"a text of quotes", "a,b\n\"\"\"\",\"\"\n", []string{"1:a|b", `2:"|`}},
		{"line break in quotes", "a,\"one\ntwo\",b\nc,d,e\n", []string{"1:a|one\ntwo|b", "3:c|d|e"}},
		{"CRLF in quotes", "\"one\r\ntwo\",b\r\nc,d\r\n", []string{"1:one\r\ntwo|b", "3:c|d"}},
		{"lone CR in quotes", "\"one\rtwo\",b\rc,d\r", []string{"1:one\rtwo|b", "3:c|d"}},
		{"blanks around quotes", "a, b ,c\n1, \"x, y\" ,3\n", []string{"1:a| b |c", "2:1|x, y|3"}},
		{"a mark that a far row of a wide table closes", "a,b,c,d,e\nAl,\"x,c,d,e\nBo,y,c,d,e\nCy,2\",c,d,e\nDi,z,c,d,e\n",
			[]string{"1:a|b|c|d|e", "2!Al,\"x,c,d,e", "3:Bo|y|c|d|e", "4:Cy|2\"|c|d|e", "5:Di|z|c|d|e"}},
		{"apostrophes as quotes", "123\tT\ttext1\n345\tT\t'te\txt2'\n'567'\tT\ttext3\n", []string{"1:123|T|text1", "2:345|T|te\txt2", "3:567|T|text3"}},
		{"apostrophes around all words", "'id','note'\n1,'it''s fine, really'\n2,'c'\n", []string{"1:id|note", "2:1|it's fine, really", "3:2|c"}},
		{"empty apostrophes", "key,'',''\nkey,'',\n", []string{"1:key|''|''", "2:key|''|"}},
		{"apostrophes in text", "a,b\n'twas,1\nO'Hara,2\n'n',3\n", []string{"1:a|b", "2:'twas|1", "3:O'Hara|2", "4:'n'|3"}},
		{"escaped quotes", "a,b\n1,\"said \\\"no\\\", then \\\\ left\"\n2,x\n", []string{"1:a|b", `2:1|said "no", then \ left`, "3:2|x"}},
		{"a backslash at the end of a value", "\"a 1\",\"b\\\"\n\"c\\\",\"d\"\n", []string{`1:a 1|b\`, `2:c\|d`}},
	} {
		if got := cutUp(t, c.text); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.what, got, c.want)
		}
	}
}

func TestQuotesThatGoWrong(t *testing.T) {
	const head = "id,note,by\n1,tea,x\n2,toast,y\n"
	for _, c := range []struct {
		what, text string
		want       []string
	}{
		{"quote inside an unquoted value", "3,5'6\" tall,b\n", []string{`4:3|5'6" tall|b`}},
		{"stray quotes inside a quoted value", "3,\"said \"no\" again\",b\n", []string{`4:3|said "no" again|b`}},
		{"stray quotes before a comma", "3,\"said \"no\", and left\",b\n4,c,d\n", []string{`4:3|said "no", and left|b`, "5:4|c|d"}},
		{"stray quotes before a comma, and a line break", "3,\"said \"no\", and\nleft\",b\n4,c,d\n", []string{"4:3|said \"no\", and\nleft|b", "6:4|c|d"}},
		{"stray quotes and a line break", "3,\"one \"two\" and\nthree\",b\n4,c,d\n", []string{"4:3|one \"two\" and\nthree|b", "6:4|c|d"}},
		{"text after a closing quote", "3,\"Bob\" Smith,b\n", []string{`4:3|"Bob" Smith|b`}},
		{"inches at the beginning", "\"5\" pipe\",\"6\" pipe\",b\n", []string{`4:5" pipe|6" pipe|b`}},
		{"unclosed at the end", "3,\"open,b\n4,c,d\n", []string{"4!3,\"open,b", "5:4|c|d"}},
		{"unclosed before quoted rows", "3,\"open,b\n4,\"fine\",d\n5,\"good\",d\n", []string{"4!3,\"open,b", "5:4|fine|d", "6:5|good|d"}},
		{"unclosed before rows quoted as a whole", "\"3\",\"a\",\"open\n\"4\",\"c\",\"d\"\n", []string{`4!"3","a","open`, "5:4|c|d"}},
		{"unclosed before an empty quoted value", "3,\"open,b\n4,\"\",d\n", []string{"4!3,\"open,b", "5:4||d"}},
		{"unclosed that a far row closes", "3,\"open,x\n4,plain,y\n5,said \"no\"\n6,d,e\n", []string{"4!3,\"open,x", "5:4|plain|y", `6:5|said "no"`, "7:6|d|e"}},
		{"unclosed that the same column of a far row closes", "3,c,\"open\n4,plain,y\n5,d,a 2\"\n6,d,e\n", []string{"4!3,c,\"open", "5:4|plain|y", `6:5|d|a 2"`, "7:6|d|e"}},
		{"unclosed in the last line", "3,c,\"", []string{`4!3,c,"`}},
		{"a value closed by the next one", "\"3\",\"open,\"x\"\n4,c,d\n", []string{`4!"3","open,"x"`, "5:4|c|d"}},
		{"paragraphs", "3,\"She was up early.\n\nTea, toast, and a walk\nAll well.\",b\n4,c,d\n", []string{"4:3|She was up early.\n\nTea, toast, and a walk\nAll well.|b", "8:4|c|d"}},
		{"paragraphs that begin with speech", "3,\"He said:\n\"no\" and left\",b\n4,c,d\n", []string{"4:3|He said:\n\"no\" and left|b", "6:4|c|d"}},
		{"a long list in the last column", "3,c,\"Breakfast, lunch, tea\nApples, pears, plums\"\n4,c,d\n", []string{"4:3|c|Breakfast, lunch, tea\nApples, pears, plums", "6:4|c|d"}},
	} {
		if got := cutUp(t, head+c.text)[3:]; !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.what, got, c.want)
		}
	}
}

func TestWhatIsNoTable(t *testing.T) {
	picture := "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06"
	wide := strings.Repeat(",", grid.MostColumns) + "\n"
	for _, c := range []struct {
		what, text string
		want       error
	}{
		{"nothing", "", grid.ErrEmpty},
		{"blank lines", "\n\n  \r\n\t\n", grid.ErrEmpty},
		{"a mark of byte order", "\uFEFF", grid.ErrEmpty},
		{"only sep=", "sep=,\n", grid.ErrEmpty},
		{"zero bytes", strings.Repeat("\x00", 5000), grid.ErrNotTable},
		{"a picture", picture, grid.ErrNotTable},
		{"too many columns", wide + wide + wide, grid.ErrTooLarge},
		{"one endless line", strings.Repeat(",", 3<<20), grid.ErrTooLarge},
		{"JSON", " [1, {\"a\": 2}]\n", grid.Unsupported{Format: "json"}},
		{"JSON cut short", "{\n  \"people\": [{\"name\": \"A", grid.Unsupported{Format: "json"}},
		{"JSON lines", "{\"a\": 1}\n{\"a\": 2}\n", grid.Unsupported{Format: "json"}},
	} {
		if book, err := Open([]byte(c.text)); !errors.Is(err, c.want) || book != nil {
			t.Errorf("%s: %v, want %v", c.what, err, c.want)
		}
	}
	if got := cutUp(t, "[draft],b\n1,2\n"); !slices.Equal(got, []string{"1:[draft]|b", "2:1|2"}) {
		t.Errorf("a heading in brackets: %q", got)
	}
	long := cutUp(t, "a,b\n1,2\n"+wide+"3,4\n")
	if len(long) != 4 || long[2] != "3!"+strings.TrimSpace(wide) || long[3] != "4:3|4" {
		t.Errorf("one line of too many values: %d rows", len(long))
	}
}

func TestBook(t *testing.T) {
	for _, c := range []struct{ text, format, encoding, delimiter string }{
		{"a,b\n1,2\n", "csv", "", "comma"},
		{"a;b\n1;2\n", "csv", "", "semicolon"},
		{"a|b\n1|2\n", "csv", "", "pipe"},
		{"a^b\n1^2\n", "csv", "", "other"},
		{"sep= \na b\n1 2\n", "csv", "", "space"},
		{"a\tb\n1\t\u00A32\n", "tsv", "utf-8", "tab"},
		{"\uFEFFa\n1\n", "text", "utf-8-bom", ""},
	} {
		book, err := Open([]byte(c.text))
		if err != nil {
			t.Errorf("%q: %v", c.text, err)
			continue
		}
		if book.Format != c.format || book.Encoding != c.encoding || book.Delimiter != c.delimiter || len(book.Sheets) != 1 || book.Sheets[0].Name != "" {
			t.Errorf("%q: %+v", c.text, book)
		}
	}
}

// TestHalfLastLine tells a last line that was cut off from one that is only short.
func TestHalfLastLine(t *testing.T) {
	for _, c := range []struct {
		what, text string
		want       bool
	}{
		{"cut off", "a,b,c\n1,2,3\n4,5", true},
		{"cut off, with line ends of Windows", "a,b,c\r\n1,2,3\r\n4,5", true},
		{"under a title", "Report\na,b,c\n1,2,3\n4,5", true},
		{"below a line with a mark that never closed", "a,b,c\n1,2,3\n1,2,\"3\n4,5", true},
		{"with its line end", "a,b,c\n1,2,3\n4,5\n", false},
		{"whole", "a,b,c\n1,2,3\n4,5,6", false},
		{"where other lines are short too", "a,b,c\n1,2\n1,2,3\n4,5", false},
		{"a lone word, as of a footer", "a,b,c\n1,2,3\nend", false},
		{"headings alone", "a,b,c\n1,2", false},
	} {
		book, err := Open([]byte(c.text))
		if err != nil {
			t.Errorf("%s: %v", c.what, err)
			continue
		}
		half := false
		for r := range book.Sheets[0].Rows {
			half = r.Half
		}
		if half != c.want {
			t.Errorf("%s: half is %t", c.what, half)
		}
	}
}
