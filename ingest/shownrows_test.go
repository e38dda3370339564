package ingest

import (
	"maps"
	"testing"
	"testing/fstest"
)

// TestShownRows counts rows as a spreadsheet program does: a value of several lines is one
// row, a blank line is one, and the line that names the delimiter is none.
func TestShownRows(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want map[int]int
	}{
		"plain":     {"a,b\n1,2\n3,4\n", nil},
		"notes":     {"a,b\n1,\"x\ny\"\n2,z\n\n3,\"x\r\n\r\ny\"\n4,z\n", map[int]int{4: 3, 6: 5, 9: 6}},
		"delimiter": {"sep=;\na;b\n1;2\n", map[int]int{2: 1, 3: 2}},
	} {
		folder := fstest.MapFS{"a.csv": {Data: []byte(c.text)}}
		if got := ShownRows(folder, "a.csv"); !maps.Equal(got, c.want) {
			t.Errorf("%s: %v, not %v", name, got, c.want)
		}
	}
	if got := ShownRows(fstest.MapFS{"b.xlsx": {Data: []byte("PK\x03\x04")}}, "b.xlsx"); len(got) != 0 {
		t.Errorf("a workbook has %v", got)
	}
	if got := ShownRows(fstest.MapFS{}, "c.csv"); len(got) != 0 {
		t.Errorf("a file that is not there has %v", got)
	}
}
