package ingest

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

// cutUp writes each record as line:value|value, with ! for an unclosed one.
func cutUp(text string, delimiter byte) []string {
	var out []string
	for r := range textRecords(text, delimiter) {
		var values []string
		for _, c := range r.cells {
			values = append(values, c.Text)
		}
		mark := ":"
		if r.unclosed {
			mark = "!"
		}
		out = append(out, fmt.Sprint(r.line)+mark+strings.Join(values, "|"))
	}
	return out
}

func TestTextRecords(t *testing.T) {
	for _, c := range []struct {
		what, text string
		want       []string
	}{
		{"nothing", "", nil},
		{"plain", "a,b\nc,d\n", []string{"1:a|b", "2:c|d"}},
		{"no line end at the end", "a,b\nc,d", []string{"1:a|b", "2:c|d"}},
		{"CRLF", "a,b\r\nc,d\r\n", []string{"1:a|b", "2:c|d"}},
		{"lone CR", "a,b\rc,d\r", []string{"1:a|b", "2:c|d"}},
		{"mixed line ends", "a\nb\r\nc\rd", []string{"1:a", "2:b", "3:c", "4:d"}},
		{"blank lines count as lines", "a\n\n\r\nb\n", []string{"1:a", "2:", "3:", "4:b"}},
		{"quoted delimiter", `"a,b",c`, []string{"1:a,b|c"}},
		{"doubled quotes", `"say ""no""",b`, []string{`1:say "no"|b`}},
		{"a text of quotes", `"""",""` + "\n", []string{`1:"|`}},
		{"quote inside an unquoted value", `5'6" tall,b`, []string{`1:5'6" tall|b`}},
		{"stray quote inside a quoted value", `"said "no" again",b`, []string{`1:said "no" again|b`}},
		{"line break in quotes", "a,\"one\ntwo\",b\nc,d,e\n", []string{"1:a|one\ntwo|b", "3:c|d|e"}},
		{"CRLF in quotes", "\"one\r\ntwo\",b\r\nc,d\r\n", []string{"1:one\r\ntwo|b", "3:c|d"}},
		{"lone CR in quotes", "\"one\rtwo\",b\rc,d\r", []string{"1:one\rtwo|b", "3:c|d"}},
		{"stray quote and line break", "x,y\n\"one \"two\" and\nthree\",b\nc,d\n", []string{"1:x|y", "2:one \"two\" and\nthree|b", "4:c|d"}},
		{"trailing delimiter", "a,b,\nc,d,\n", []string{"1:a|b|", "2:c|d|"}},
		{"trailing delimiter at the end", "a,b,", []string{"1:a|b|"}},
		{"only delimiters", ",,\n", []string{"1:||"}},
		{"text after a closing quote", `"a"b,c`, []string{`1!"a"b,c`}},
		{"unclosed quote at the end", "a,b\nc,\"open\nd,e\n", []string{"1:a|b", "2!c,\"open", "3:d|e"}},
		{"unclosed quote before quoted rows", "a,b\n1,\"open\n2,\"fine\"\n3,\"good\"\n", []string{"1:a|b", "2!1,\"open", "3:2|fine", "4:3|good"}},
		{"unclosed quote before an empty quoted value", "a,b,c\n1,\"open,x\n2,\"\",y\n", []string{"1:a|b|c", "2!1,\"open,x", "3:2||y"}},
		{"unclosed quote that a far row closes", "a,b,c\n1,\"open,x\n2,plain,y\n3,said \"no\"\n4,d,e\n",
			[]string{"1:a|b|c", "2!1,\"open,x", "3:2|plain|y", `4:3|said "no"`, "5:4|d|e"}},
		{"unclosed quote at the very end", "a,b\n\"", []string{"1:a|b", `2!"`}},
	} {
		if got := cutUp(c.text, ','); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.what, got, c.want)
		}
	}
}

// TestUnclosedQuoteTakesNoTime wants many unclosed marks to cost no square of the file.
func TestUnclosedQuoteTakesNoTime(t *testing.T) {
	text := strings.Repeat("1,\"open,x\n", 40_000)
	done := make(chan int)
	go func() {
		n := 0
		for range textRecords(text, ',') {
			n++
		}
		done <- n
	}()
	select {
	case n := <-done:
		if n != 40_000 {
			t.Errorf("%d records, want 40,000", n)
		}
	case <-time.After(20 * time.Second):
		t.Error("40,000 lines took more than 20 seconds")
	}
}

func TestLongQuotedValue(t *testing.T) {
	long := strings.Repeat("note ", 8_000) // 40,000 characters, more than Excel holds
	if got := cutUp("a,\""+long+"\"\nb,c\n", ','); len(got) != 2 || got[0] != "1:a|"+long {
		t.Errorf("%d records", len(got))
	}
	endless := "a,\"" + strings.Repeat("x", longestValue) + "\",b\nc,d\n"
	if got := cutUp(endless, ','); len(got) != 2 || !strings.HasPrefix(got[0], "1!") || got[1] != "2:c|d" {
		t.Errorf("a value longer than any: %d records", len(got))
	}
}

func TestDelimiter(t *testing.T) {
	for _, d := range delimiters {
		s := string(d)
		text := strings.Join([]string{"Date", "Client ID", "Notes"}, s) + "\n" + strings.Repeat(strings.Join([]string{"12/04/2026", "HR1", "tea, toast; jam"}, s)+"\n", 5)
		if d == ',' || d == ';' {
			text = strings.ReplaceAll(text, "tea, toast; jam", `"tea, toast; jam"`)
		}
		if got, rest := delimiter(text); got != d || rest != text {
			t.Errorf("delimiter %q is taken as %q", d, got)
		}
	}
	if got, _ := delimiter("Harbour Reach Care, incident log\nRun by: office, on Monday\n\na;b;c\n1;2;3\n4;5;6\n7;8;9\n"); got != ';' {
		t.Errorf("title lines with commas lead to %q", got)
	}
	for _, c := range []struct {
		text      string
		delimiter byte
		rest      string
	}{
		{"sep=;\na,b;c\n", ';', "a,b;c\n"},
		{"SEP=|\r\na,b|c\r\n", '|', "a,b|c\r\n"},
		{"sep=\t\ra\tb\r", '\t', "a\tb\r"},
		{"\"sep=^\"\na^b\n", '^', "a^b\n"},
		{"sep=,", ',', ""},
		{"sep=ab\n", ',', "sep=ab\n"},
		{"separate,b\n", ',', "separate,b\n"},
		{"", ',', ""},
	} {
		if got, rest := delimiter(c.text); got != c.delimiter || rest != c.rest {
			t.Errorf("%q gives %q and %q, want %q and %q", c.text, got, rest, c.delimiter, c.rest)
		}
	}
}

// TestSepLineIsCounted wants the lines after "sep=;" to keep their numbers.
func TestSepLineIsCounted(t *testing.T) {
	for _, end := range []string{"\n", "\r\n", "\r"} {
		var lines []int
		for r := range textTable("x.csv", strings.Join([]string{"sep=;", "a;b", "c;d"}, end)).rows {
			lines = append(lines, r.line)
		}
		if !slices.Equal(lines, []int{2, 3}) {
			t.Errorf("with line end %q the rows are on lines %v", end, lines)
		}
	}
}
