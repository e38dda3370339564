package text

import (
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// notes are what people write: speech, lists, paragraphs, nothing.
var notes = []string{
	"Had tea and toast", "Said \"no\", then \"later\"", "Breakfast, lunch and tea\nAll well, a walk", "", "5' 6\" tall",
	"First line.\n\nSecond, with a comma\nand \"speech\"", "one, two, three, four, five, six",
}

// exportRows are 40 records of five values, each with an id or a name of its own.
func exportRows(names bool) [][]string {
	rows := [][]string{{"Visit", "Date", "Client", "Note", "By"}}
	for i := range 40 {
		id := fmt.Sprintf("V%03d", i)
		if names {
			id = "Asha " + strings.Repeat("A", i/7) + strings.Repeat("b", 1+i%7)
		}
		rows = append(rows, []string{id, fmt.Sprintf("%02d/04/2026", 1+i%28), "Asha Venn", notes[i*5%len(notes)], notes[i%2*3]})
	}
	return rows
}

// written writes rows with marks around all values, or only where they are needed.
func written(rows [][]string, all bool) string {
	var b strings.Builder
	for _, row := range rows {
		if !all {
			w := csv.NewWriter(&b)
			if w.Write(row) != nil {
				return ""
			}
			w.Flush()
			continue
		}
		for i, value := range row {
			if i > 0 {
				b.WriteByte(',')
			}
			b.WriteString(`"` + strings.ReplaceAll(value, `"`, `""`) + `"`)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// TestOneLostMark takes each quotation mark away in turn, or puts one more at the
// beginning of a value, and wants every other record to be read as before.
func TestOneLostMark(t *testing.T) {
	for kind := range 4 {
		all := kind%2 == 0
		rows := exportRows(kind >= 2)
		text := written(rows, all)
		for at := range text {
			damaged := ""
			switch {
			case text[at] == '"':
				damaged = text[:at] + text[at+1:]
			case !all && at > 0 && (text[at-1] == ',' || text[at-1] == '\n') && text[at] >= 'A':
				damaged = text[:at] + `"` + text[at:]
			default:
				continue
			}
			if lost := lostRows(t, rows, damaged); lost > 1 {
				line := strings.Count(text[:at], "\n") + 1
				t.Errorf("all quoted %t, line %d: %d records are lost: %q", all, line, lost, damaged[max(0, at-60):min(len(damaged), at+60)])
			}
		}
	}
}

// lostRows counts the records that are not read as they are.
func lostRows(t *testing.T, rows [][]string, text string) int {
	book, err := Open([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	found := make(map[string]bool)
	for r := range book.Sheets[0].Rows {
		values := make([]string, len(r.Cells))
		for i, c := range r.Cells {
			values[i] = c.Text
		}
		if i := slices.IndexFunc(rows, func(row []string) bool { return slices.Equal(row, values) }); i >= 0 {
			found[rows[i][0]] = true
		}
	}
	return len(rows) - len(found)
}
