package mapping

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// Write gives the mapping as a file, without explanations: Parse reads back the same
// mapping. The file that explains itself is made by Update.
func (m *Mapping) Write() []byte {
	var b strings.Builder
	m.writeHead(&b)
	m.writeColumns(&b)
	m.writeLists(&b)
	if len(m.Codes) > 0 {
		writeCodes(&b, "", "codes", m.Codes)
	}
	if len(m.CodesOf) > 0 {
		b.WriteString("codes_of:\n")
		for _, field := range slices.Sorted(maps.Keys(m.CodesOf)) {
			writeCodes(&b, "  ", written(field), m.CodesOf[field])
		}
	}
	for _, about := range m.Unused {
		b.WriteString(lead + about + "\n")
	}
	return []byte(b.String())
}

// writeHead writes the options that are one word.
func (m *Mapping) writeHead(b *strings.Builder) {
	fmt.Fprintf(b, "kind: %s\n", m.Kind)
	for _, o := range []struct{ key, value string }{
		{"documented_in", m.Documented}, {"as_of", m.AsOf}, {"date_order", m.DateOrder}, {"time_zone", m.TimeZone},
		{"reoffer", m.Reoffer}, {"legend", m.Legend}, {"section", m.Section}, {"sheet_is", m.SheetIs},
		{"group_separator", m.GroupMark}, {"list_separator", m.ListMark},
	} {
		if o.value != "" {
			fmt.Fprintf(b, "%s: %s\n", o.key, written(o.value))
		}
	}
	if m.HeaderRow > 0 {
		fmt.Fprintf(b, "header_row: %d\n", m.HeaderRow)
	}
}

// writeColumns writes the fields, and the blocks of columns that become rows.
func (m *Mapping) writeColumns(b *strings.Builder) {
	for _, field := range slices.Sorted(maps.Keys(m.Columns)) {
		fmt.Fprintf(b, "%s: %s\n", written(field), headingsOf(m.Columns[field]))
	}
	for _, field := range slices.Sorted(maps.Keys(m.Constants)) {
		fmt.Fprintf(b, "%s: %s\n", written(field), written("="+m.Constants[field]))
	}
	for i, block := range m.Wide {
		if i == 0 {
			b.WriteString("wide:\n")
		}
		lead := "  - "
		for _, field := range slices.Sorted(maps.Keys(block.Columns)) {
			fmt.Fprintf(b, "%s%s: %s\n", lead, written(field), written(block.Columns[field]))
			lead = "    "
		}
		for _, field := range slices.Sorted(maps.Keys(block.Constants)) {
			fmt.Fprintf(b, "    %s: %s\n", written(field), written("="+block.Constants[field]))
		}
	}
}

// writeLists writes the options that are several texts.
func (m *Mapping) writeLists(b *strings.Builder) {
	for _, o := range []struct {
		key   string
		texts []string
	}{{"files", m.Files}, {"sheet", m.Sheets}, {"headings", m.Headings}, {"ignore_columns", m.Ignored}, {"drop", m.Dropped}} {
		if len(o.texts) > 0 {
			fmt.Fprintf(b, "%s: %s\n", o.key, inList(o.texts))
		}
	}
	if len(m.Scales) > 0 {
		b.WriteString("scales:\n")
		for _, name := range slices.Sorted(maps.Keys(m.Scales)) {
			fmt.Fprintf(b, "  %s: %s\n", written(name), written(m.Scales[name].String()))
		}
	}
	if len(m.SkipRows) > 0 {
		b.WriteString("skip_rows:\n")
		for _, heading := range slices.Sorted(maps.Keys(m.SkipRows)) {
			fmt.Fprintf(b, "  %s: %s\n", written(heading), inList(m.SkipRows[heading]))
		}
	}
}

func writeCodes(b *strings.Builder, indent, key string, codes map[string]string) {
	fmt.Fprintf(b, "%s%s:\n", indent, key)
	for _, code := range slices.Sorted(maps.Keys(codes)) {
		fmt.Fprintf(b, "%s  %s: %s\n", indent, written(code), written(codes[code]))
	}
}

// headingsOf writes the headings of a field: one as it is, several as a list. A
// heading that begins with = must stand in a list, or it would be a text.
func headingsOf(all []string) string {
	if len(all) == 1 && !strings.HasPrefix(all[0], "=") {
		return written(all[0])
	}
	return inList(all)
}

func inList(all []string) string {
	texts := make([]string, len(all))
	for i, s := range all {
		texts[i] = written(s)
	}
	return "[" + strings.Join(texts, ", ") + "]"
}

// written writes a text so that YAML reads back the same text: plain where every
// reader of YAML agrees that it is a text, in quotation marks otherwise.
func written(s string) string {
	if isPlain(s) {
		return s
	}
	return quote(s)
}

// isPlain tells whether a text needs no quotation marks.
func isPlain(s string) bool {
	switch strings.ToLower(s) {
	case "", "true", "false", "null", "yes", "no", "on", "off", "y", "n", "nan", "inf", "infinity":
		return false
	}
	for i, r := range s {
		letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
		inside := r >= '0' && r <= '9' || strings.ContainsRune(" _-/().", r)
		if !letter && (i == 0 || !inside) {
			return false
		}
	}
	return !strings.HasSuffix(s, " ")
}

// quote puts a text in quotation marks: signs that cannot be seen by their number.
func quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case unicode.IsPrint(r):
			b.WriteRune(r)
		case r <= 0xFF:
			b.WriteString(`\x` + hex(r, 2))
		case r <= 0xFFFF:
			b.WriteString(`\u` + hex(r, 4))
		default:
			b.WriteString(`\U` + hex(r, 8))
		}
	}
	b.WriteByte('"')
	return b.String()
}

// hex writes a number in at least so many signs.
func hex(r rune, signs int) string {
	s := strings.ToUpper(strconv.FormatInt(int64(r), 16))
	return strings.Repeat("0", max(0, signs-len(s))) + s
}
