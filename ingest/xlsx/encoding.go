package xlsx

import (
	"bufio"
	"bytes"
	"io"
	"strings"

	"golang.org/x/text/encoding/unicode"
)

// decoded gives a part as UTF-8 without its mark. Parts are in UTF-8, and a few
// old programs write UTF-16.
func decoded(part io.Reader) (io.Reader, error) {
	head := make([]byte, 4)
	n, err := io.ReadFull(part, head)
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		return nil, err
	}
	head = head[:n]
	whole := io.MultiReader(bytes.NewReader(head), part)
	switch {
	case bytes.HasPrefix(head, []byte("\xEF\xBB\xBF")):
		return io.MultiReader(bytes.NewReader(head[3:]), part), nil
	case bytes.HasPrefix(head, []byte("\xFF\xFE")), bytes.HasPrefix(head, []byte("<\x00")):
		return wide(whole, unicode.LittleEndian), nil
	case bytes.HasPrefix(head, []byte("\xFE\xFF")), bytes.HasPrefix(head, []byte("\x00<")):
		return wide(whole, unicode.BigEndian), nil
	}
	return whole, nil
}

func wide(part io.Reader, order unicode.Endianness) io.Reader {
	return bufio.NewReader(unicode.UTF16(order, unicode.UseBOM).NewDecoder().Reader(part))
}

// readable tells whether the declaration of a part names an encoding that decoded reads.
func readable(declaration []byte) bool {
	_, after, named := strings.Cut(strings.ToLower(string(declaration)), "encoding")
	if !named {
		return true
	}
	name := strings.Trim(strings.TrimSpace(after), "= \t\r\n\"'")
	name, _, _ = strings.Cut(name, `"`)
	name, _, _ = strings.Cut(name, "'")
	switch name {
	case "utf-8", "utf8", "us-ascii", "utf-16", "utf-16le", "utf-16be":
		return true
	}
	return false
}
