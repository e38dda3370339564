package sniff

import (
	"bytes"
	encoding "encoding/json"
	"io"
	"strings"

	"golang.org/x/text/encoding/unicode"
)

// headLength and tailLength are how much of a text is looked at.
const (
	headLength = 1 << 16
	tailLength = 1 << 9
)

// plain gives the beginning and the end of a text as UTF-8, as far as it is
// needed to tell what it is; single bytes above ASCII may stay as they are.
// Binary files are not known.
func plain(text []byte) (head, tail string, known bool) {
	head8, tail8 := text[:min(len(text), headLength)], text[max(0, len(text)-tailLength)&^1:]
	switch {
	case bytes.HasPrefix(text, []byte{0xFF, 0xFE, 0, 0}) || bytes.HasPrefix(text, []byte{0, 0, 0xFE, 0xFF}):
		return "", "", true // UTF-32, which only plain text comes in
	case bytes.HasPrefix(text, []byte{0xFF, 0xFE}):
		return fromUTF16(head8[2:], unicode.LittleEndian), fromUTF16(tail8, unicode.LittleEndian), true
	case bytes.HasPrefix(text, []byte{0xFE, 0xFF}):
		return fromUTF16(head8[2:], unicode.BigEndian), fromUTF16(tail8, unicode.BigEndian), true
	}
	switch even, odd := zeros(text); {
	case odd && !even:
		return fromUTF16(head8, unicode.LittleEndian), fromUTF16(tail8, unicode.LittleEndian), true
	case even && !odd:
		return fromUTF16(head8, unicode.BigEndian), fromUTF16(tail8, unicode.BigEndian), true
	}
	head8 = bytes.TrimPrefix(head8, []byte("\uFEFF"))
	return string(head8), string(tail8), !controls(head8)
}

// zeros tells whether nearly all bytes at even, or at odd, places of the first
// 4,096 are zero, and hardly any at the others.
func zeros(text []byte) (even, odd bool) {
	text = text[:min(len(text), 4096)]
	count := [2]int{}
	for i, c := range text {
		if c == 0 {
			count[i%2]++
		}
	}
	half := len(text) / 2
	if half < 2 {
		return false, false
	}
	return count[0] > half*7/10 && count[1] < half/10, count[1] > half*7/10 && count[0] < half/10
}

// controls tells whether the first 4,096 bytes hold more control characters than
// the few that telephones and tablets leave in notes.
func controls(text []byte) bool {
	text = text[:min(len(text), 4096)]
	n := 0
	for _, c := range text {
		if c < 0x20 && (c < '\t' || c > '\r') {
			n++
		}
	}
	return n*50 > len(text)
}

func fromUTF16(text []byte, order unicode.Endianness) string {
	out, err := unicode.UTF16(order, unicode.IgnoreBOM).NewDecoder().Bytes(text)
	if err != nil {
		return ""
	}
	return string(out)
}

// json tells whether a text is JSON as far as one can see: after the first value
// there is nothing, or on another line a further one. It may be cut off.
func json(head string) bool {
	d := encoding.NewDecoder(strings.NewReader(head))
	depth := 0
	for n := range 1000 {
		token, err := d.Token()
		if err != nil {
			return n > 1 && err == io.EOF || n > 0 && err == io.ErrUnexpectedEOF
		}
		switch token {
		case encoding.Delim('{'), encoding.Delim('['):
			depth++
		case encoding.Delim('}'), encoding.Delim(']'):
			if depth--; depth > 0 {
				continue
			}
			rest := strings.TrimLeft(head[d.InputOffset():], " \t")
			if rest != "" && rest[0] != '\n' && rest[0] != '\r' {
				return false
			}
		}
	}
	return true
}

// firstLines gives the first lines of a text, without their ends.
func firstLines(head string, n int) []string {
	var lines []string
	for line := range strings.Lines(strings.ReplaceAll(strings.ReplaceAll(head, "\r\n", "\n"), "\r", "\n")) {
		if lines = append(lines, strings.TrimRight(line, "\n")); len(lines) == n {
			break
		}
	}
	return lines
}

// slk tells whether a text is a spreadsheet of the symbolic link format: its
// first line names its maker, and the lines below are records of that format.
func slk(head string) bool {
	if !strings.HasPrefix(head, "ID;") && head != "ID" {
		return false
	}
	lines := firstLines(head, 4)
	if len(lines) < 2 || !record(lines[0][2:]) {
		return false
	}
	for _, line := range lines[1:] {
		kind, rest, _ := strings.Cut(line, ";")
		switch kind {
		case "E":
			return true
		case "B", "C", "F", "O", "P", "NN", "NU", "NE", "W":
			if !record(";" + rest) {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// record tells whether fields each begin with a capital letter that says what
// they are, the first of them at least.
func record(fields string) bool {
	return len(fields) > 1 && fields[0] == ';' && fields[1] >= 'A' && fields[1] <= 'Z'
}

// dif tells whether a text is of the data interchange format: TABLE, 0,1 and a
// text in quotation marks on its first three lines.
func dif(head string) bool {
	if !strings.HasPrefix(head, "TABLE") {
		return false
	}
	lines := firstLines(head, 3)
	return len(lines) == 3 && strings.TrimSpace(lines[0]) == "TABLE" && strings.HasPrefix(lines[1], "0,") && strings.HasPrefix(lines[2], `"`)
}

// mailOnly are headings that only mails have; From and To stand above reports too.
var mailOnly = []string{"mime-version:", "received:", "return-path:", "message-id:", "delivered-to:", "dkim-signature:"}

// mail tells whether a text is a mail, or a box of mails: a block of headings, one
// of which no report has.
func mail(head string) bool {
	lines := firstLines(head, 100)
	if strings.HasPrefix(head, "From ") {
		lines = lines[1:]
	}
	found := false
	for i, line := range lines {
		if line == "" {
			return found && i > 1
		}
		if line[0] == ' ' || line[0] == '\t' {
			continue // goes on from the line above
		}
		name, _, is := strings.Cut(line, ":")
		if !is || name == "" || strings.Trim(strings.ToLower(name), "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
			return false
		}
		for _, only := range mailOnly {
			found = found || strings.HasPrefix(strings.ToLower(line), only)
		}
	}
	return found && len(lines) > 1
}
