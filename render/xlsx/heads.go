package xlsx

import (
	"fmt"
	"strings"
)

// headNames gives the heads of a grid as an Excel table takes them, or Excel would
// repair the file: each there, on one line, and no two alike.
func headNames(columns []column) []string {
	var names []string
	used := map[string]bool{}
	for i, c := range columns {
		text := headText(c.head)
		if text == "" {
			text = fmt.Sprintf("Column %d", i+1)
		}
		name := text
		for n := 2; used[strings.ToLower(name)]; n++ {
			name = fmt.Sprintf("%s (%d)", text, n)
		}
		used[strings.ToLower(name)] = true
		names = append(names, name)
	}
	return names
}

// headText puts a head on one line. The library writes the heads of a table twice
// and escapes one of them only, so what Excel would read as an escape is broken up.
func headText(text string) string {
	return strings.ReplaceAll(strings.Join(strings.Fields(clean(text)), " "), "_x", "_ x")
}
