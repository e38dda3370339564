package text

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"
)

// TestTakesNoTime wants hostile texts to be read in time that grows with their
// length and not with its square. The bound is generous for slow machines.
func TestTakesNoTime(t *testing.T) {
	const size = 1 << 19
	fill := func(s string) string { return strings.Repeat(s, size/len(s)) }
	for what, text := range map[string]string{
		"marks":                              fill("\""),
		"marks and commas":                   fill("\","),
		"marks in pairs":                     fill("\"\","),
		"marks and letters":                  fill("\"a"),
		"blanks and marks":                   fill(", \"x"),
		"one endless value":                  "a,b\n1,\"" + fill("x"),
		"unclosed in each line":              "a,b,c\n" + fill("1,\"open,x\n"),
		"unclosed, and empty values":         "a,b,c\n1,2,3\n" + fill("1,\"open,x\n2,\"\",y\n"),
		"unclosed, no row singly":            "a,b,c\n" + fill("1,2,3\n") + fill("\"a\n"),
		"unclosed, doubled marks":            "a,b,c\n" + fill("\"\"\"a\n"),
		"unclosed, lines of blanks":          "a,b,c\n" + fill("1,2,\"\n\n\n"),
		"unclosed behind blanks":             "a,b,c\n" + fill("1, \"x\n"),
		"stray marks that close far below":   "a,b,c\n1,2,3\n" + strings.Repeat("\"a\n"+strings.Repeat("x \"y\n", 20_000)+"z\",\n", 8),
		"closed by a row far below":          "a,b,c\n1,2,3\n" + strings.Repeat("1,\"a\n"+strings.Repeat("2,x,y\n", 15_000)+"z\"\n", 8),
		"lone CR":                            fill("1,2,\"\r"),
		"backslashes":                        "\"\\\"a" + fill("\\"),
		"escaped marks":                      fill("\"\\\"a,\n"),
		"apostrophes":                        "'a','b'\n'c','d'\n" + fill("'a\n"),
		"one endless line of marks":          "a,b,c\n1,2,3\n" + fill("\"a\" b,"),
		"double encoding":                    "a,b\n" + fill("â€™,é\n"),
		"brackets":                           fill("["),
		"line ends":                          "a,b\n1,2" + fill("\n"),
		"blanks":                             "a,b\n1,2" + fill(" "),
		"lines that look like rows in marks": "a,b,c\n1,2,3\n" + fill("1,\"x\n2,y,z\n3,\"\",4\n"),
	} {
		done := make(chan int, 1)
		go func() {
			book, err := Open([]byte(text))
			if err != nil {
				done <- 0
				return
			}
			n := 0
			for range book.Sheets[0].Rows {
				n++
			}
			done <- n
		}()
		select {
		case <-done:
		case <-time.After(20 * time.Second):
			t.Errorf("%s: more than 20 seconds", what)
		}
	}
}

func TestLongQuotedValue(t *testing.T) {
	long := strings.Repeat("note ", 8_000) // 40,000 characters, more than Excel holds
	if got := cutUp(t, "a,\""+long+"\"\nb,c\n"); len(got) != 2 || got[0] != "1:a|"+long {
		t.Errorf("%d records", len(got))
	}
	endless := "a,b\n1,2\n1,\"" + strings.Repeat("x", longestValue) + "\"\nb,c\n"
	if got := cutUp(t, endless); len(got) != 4 || !strings.HasPrefix(got[2], "3!") || got[3] != "4:b|c" {
		t.Errorf("a value longer than any: %d records", len(got))
	}
}

// exportOf is a text of 76,000 rows and about 20 MB, like an export of care notes.
func exportOf(quoted bool) []byte {
	var b bytes.Buffer
	b.WriteString("Visit ID,Date,Time,Client ID,Client,Task,Outcome,Reason,Minutes,Staff ID,Note\n")
	for i := range 76_000 {
		note := "Had a wash and chose the blue cardigan. Tea and toast for breakfast and a short walk in the garden with the new frame before lunch; said the hip was easier. " + fmt.Sprint(i)
		if quoted {
			fmt.Fprintf(&b, "\"V%d\",\"12/04/2026\",\"07:%02d\",\"HR%d\",\"Asha Venn\",\"Personal care\",\"Completed\",\"\",\"%d\",\"S%d\",\"%s, \"\"fine\"\"\"\n", i, i%60, i%400, i%45, i%90, note)
		} else {
			fmt.Fprintf(&b, "V%d,12/04/2026,07:%02d,HR%d,Asha Venn,Personal care,Completed,,%d,S%d,%s\n", i, i%60, i%400, i%45, i%90, note)
		}
	}
	return b.Bytes()
}

func BenchmarkOpen(b *testing.B) {
	for _, quoted := range []bool{false, true} {
		text := exportOf(quoted)
		b.Run(fmt.Sprintf("quoted=%t", quoted), func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				book, err := Open(text)
				if err != nil {
					b.Fatal(err)
				}
				n := 0
				for r := range book.Sheets[0].Rows {
					n += len(r.Cells)
				}
				if n != 76_001*11 {
					b.Fatal(n)
				}
			}
		})
	}
}

// BenchmarkStandard is the same with the reader of the standard library.
func BenchmarkStandard(b *testing.B) {
	for _, quoted := range []bool{false, true} {
		text := exportOf(quoted)
		b.Run(fmt.Sprintf("quoted=%t", quoted), func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				r := csv.NewReader(bytes.NewReader(text))
				r.ReuseRecord = true
				for {
					if _, err := r.Read(); err == io.EOF {
						break
					} else if err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	}
}
