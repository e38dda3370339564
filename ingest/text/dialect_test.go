package text

import (
	"fmt"
	"strings"
	"testing"
)

func TestDelimiter(t *testing.T) {
	line := func(cells ...string) string { return strings.Join(cells, "\t") + "\n" }
	notes := line("id", "by", "note")
	for i := range 50 {
		notes += line(fmt.Sprint(i), "A, B", "tea, toast; jam, and a walk, then "+strings.Repeat("rest, ", i%3))
	}
	decimals := "Weight;Height\n" + strings.Repeat("70,5;1,68\n81,0;1,77\n", 200)
	choices := "id,kind,choices\n" + strings.Repeat("1,Fall,\"Bruise; Cut\"\n2,Fall,Bruise; Cut\n", 40)
	preamble := strings.Repeat("Report of incidents, for the office, on Monday; printed\n", 70) + strings.Repeat("a|b|c|d\n", 300)
	ragged := "a;b;c;d\n"
	for i := range 100 {
		ragged += "1;2;3;4" + strings.Repeat(";x", i%7/6) + ", and\n"
	}
	for _, c := range []struct{ what, text, want string }{
		{"tab with commas in notes", notes, "tab"},
		{"decimal commas in all columns", decimals, "semicolon"},
		{"choices set apart by semicolons", choices, "comma"},
		{"titles with commas", "Harbour Reach Care, incident log\nRun by: office, on Monday\n\na;b;c\n1;2;3\n4;5;6\n7;8;9\n", "semicolon"},
		{"a preamble as long as the first sample", preamble, "pipe"},
		{"some bad rows", ragged, "semicolon"},
		{"comments", "# a, b\n# c\na;b\n# d\n1;3\n6;7\n", "semicolon"},
		{"one row", "a;b;c", "semicolon"},
		{"all rows of another width", "id,name,age\n1,x\n2,y,3,4\n", "comma"},
		{"quoted values with other delimiters", "\"a;b\",\"c;d\"\n\"e;f\",\"g;h\"\n", "comma"},
		{"a list of names", "Name\nAsha Venn\nBo Li\nCy Orr, the younger\nDee Poe\n", ""},
		{"a letter", "Dear all,\nplease find the report below.\nRegards\n", ""},
		{"numbers in one column", "value\n0001\n0002\n", ""},
		{"carets", "a^b\n1^2, 3\n4^5\n", "other"},
		{"sep", "sep=;\na,b;c\nd,e;f\n", "semicolon"},
		{"SEP with CRLF", "SEP=|\r\na,b|c\r\n", "pipe"},
		{"sep as a tab", "sep=\t\ra\tb\r", "tab"},
		{"quoted sep", "\"sep=^\"\na^b\n", "other"},
		{"sep in a file that was saved again", "sep=;,,\na,b;c\n", "semicolon"},
		{"no sep", "sep=ab,c\n1,2\n", "comma"},
		{"a heading that begins like it", "separate,b\n1,2\n", "comma"},
	} {
		book, err := Open([]byte(c.text))
		if err != nil || book.Delimiter != c.want {
			t.Errorf("%s: %v, %+v, want %q", c.what, err, book, c.want)
		}
	}
}

// TestSeparatedAlike wants the same values whatever the delimiter.
func TestSeparatedAlike(t *testing.T) {
	for _, d := range append([]byte("^~`"), usual...) {
		text := "Date,Client ID,Notes\n" + strings.Repeat("12/04/2026,HR1,\"tea, toast; jam | milk\ttea\"\n", 5)
		rows := strings.Join([]string{"Date", "Client ID", "Notes"}, string(d)) + "\n"
		for range 5 {
			rows += strings.Join([]string{"12/04/2026", "HR1", "\"tea, toast; jam | milk\ttea\""}, string(d)) + "\n"
		}
		if got, want := strings.Join(cutUp(t, rows), "\n"), strings.Join(cutUp(t, text), "\n"); got != want {
			t.Errorf("%q: %q", d, got)
		}
	}
}
