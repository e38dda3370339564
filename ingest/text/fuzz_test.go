package text

import (
	"bytes"
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"evidencepack/ingest/grid"
)

// FuzzOpen opens any bytes: no panic, lines that go forward and stay within the
// file, the same rows when they are walked again, and no letter lost or moved.
func FuzzOpen(f *testing.F) {
	for _, pattern := range []string{"csv/*", "pii/*sv"} {
		names, err := filepath.Glob(filepath.Join(corpusOrNothing(), pattern))
		if err != nil {
			f.Fatal(err)
		}
		for _, name := range names {
			if data, err := os.ReadFile(name); err == nil && len(data) < 10_000 {
				f.Add(data)
			}
		}
	}
	for _, s := range []string{"", "sep=;\na;b\n", "a,b\n1,\"open\n2,\"fine\"\n", "a\tb\r\"x\ry\"\tz\r", "'a','b'\n'c''d','e'\n",
		"a,b\n1,\"said \\\"no\\\", then\"\n", "\xFF\xFEa\x00,\x00b\x00", "a,caf\xe9\n", "a,don\u00e2\u20ac\u2122t\n", "#a\nb|c\nd|e\n"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		book, err := Open(text)
		if err != nil {
			if book != nil {
				t.Fatal("a book and an error")
			}
			return
		}
		first, second := allRows(book), allRows(book)
		if !slices.EqualFunc(first, second, sameRow) {
			t.Fatal("the second walk gives other rows")
		}
		decoded, _, _ := Decode(text)
		last, most := 0, lineBreaks(decoded)+1
		var joined strings.Builder
		for _, r := range first {
			if r.Line <= last || r.Line > most || len(r.Cells) == 0 || len(r.Cells) > grid.MostColumns {
				t.Fatalf("line %d after line %d, of %d, with %d cells", r.Line, last, most, len(r.Cells))
			}
			last = r.Line
			for _, c := range r.Cells {
				joined.WriteString(c.Text)
			}
		}
		if _, rest := saidDelimiter(decoded); book.Repaired == 0 && letters(joined.String()) != letters(rest) {
			t.Fatalf("letters are lost: %q of %q", letters(joined.String()), letters(rest))
		}
	})
}

// FuzzQuotes writes a table with another program's rules and wants it back.
func FuzzQuotes(f *testing.F) {
	f.Add([]byte("Date\x00Note\x00ref,1\x00said \"no\"\nand left\x00ref,2\x00\"\"\x00"), uint8(0), false)
	f.Add([]byte("a\x00b\x00c\x00\"\x00\"\n\"\x00,\n,\x00x\x00 y\x00z \x00"), uint8(1), true)
	f.Add([]byte("a\x00b\x00c\x00d\x00\n\",e\"\nf,g\x00\\\"\x00'h'\x00i"), uint8(2), false)
	f.Fuzz(func(t *testing.T, seed []byte, shape uint8, crlf bool) {
		width, delimiter := 2+int(shape/4)%3, usual[shape%4]
		want := tableOf(seed, width)
		var written bytes.Buffer
		w := csv.NewWriter(&written)
		w.Comma, w.UseCRLF = rune(delimiter), crlf
		if err := w.WriteAll(want); err != nil {
			return // the other program cannot write this table
		}
		book, err := Open(append([]byte("sep="+string(delimiter)+"\n"), written.Bytes()...))
		if err != nil {
			t.Fatal(err)
		}
		got := allRows(book)
		if len(got) != len(want) {
			t.Fatalf("%d rows, want %d: %q", len(got), len(want), written.String())
		}
		for i, r := range got {
			values := make([]string, len(r.Cells))
			for j, c := range r.Cells {
				values[j] = strings.ReplaceAll(c.Text, "\r\n", "\n")
			}
			if r.Unclosed || !slices.Equal(values, want[i]) {
				t.Fatalf("row %d: %q, want %q, of %q", i, values, want[i], written.String())
			}
		}
	})
}

// tableOf makes a table of a width out of any bytes. Its first column is words and
// it has no letters beyond ASCII, nor many columns: what is put right on purpose, and
// lines of a value that look like rows, are not compared.
func tableOf(seed []byte, width int) [][]string {
	var table [][]string
	row := []string{"key"}
	clean := func(r rune) rune {
		if r == '\n' || r == '\t' || r >= ' ' && r < 0x7F {
			return r
		}
		return -1
	}
	for value := range strings.SplitSeq(string(seed), "\x00") {
		if row = append(row, strings.Map(clean, value)); len(row) == width {
			table = append(table, row)
			row = []string{"key"}
		}
	}
	return append(table, append(row, make([]string, width-len(row))...))
}

func corpusOrNothing() string {
	if folder := os.Getenv("EVIDENCEPACK_CORPUS"); folder != "" {
		return folder
	}
	return "../../testdata/corpus"
}

func allRows(book *grid.Book) []grid.Row {
	var out []grid.Row
	for r := range book.Sheets[0].Rows {
		r.Cells = slices.Clone(r.Cells)
		out = append(out, r)
	}
	return out
}

func sameRow(a, b grid.Row) bool {
	return a.Line == b.Line && a.Unclosed == b.Unclosed && slices.Equal(a.Cells, b.Cells)
}

// letters are the letters and digits of a text in their order.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}
