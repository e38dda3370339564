package ingest

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// oldOpen says. A file that
// cannot be read gives the code of the problem instead.
func oldOpen(name string, text []byte, tempDir string) ([]oldTable, string) {
	switch {
	case len(text) == 0:
		return nil, codeZeroBytes
	case bytes.HasPrefix(text, []byte("PK\x03\x04")):
		if !bytes.Contains(text, []byte("xl/worksheets/")) {
			return nil, codeZip
		}
		return workbook(name, text, tempDir)
	case bytes.HasPrefix(text, []byte{0xD0, 0xCF, 0x11, 0xE0}):
		if bytes.Contains(text, utf16Name("EncryptedPackage")) {
			return nil, codeLocked
		}
		return nil, codeOldWorkbook
	case bytes.HasPrefix(text, []byte("%PDF")):
		return nil, codePDF
	}
	decoded, known := decode(text)
	if !known {
		return nil, codeNotTable
	}
	if isWebPage(decoded) {
		return nil, codeWebPage
	}
	return []oldTable{textTable(name, decoded)}, ""
}

// utf16Name is how a name stands in the directory of an old office file.
func utf16Name(s string) []byte {
	out := make([]byte, 0, 2*len(s))
	for i := 0; i < len(s); i++ {
		out = append(out, s[i], 0)
	}
	return out
}

func isWebPage(s string) bool {
	head := strings.ToLower(strings.TrimSpace(s[:min(len(s), 512)]))
	return strings.HasPrefix(head, "<!doctype") || strings.HasPrefix(head, "<html") || strings.HasPrefix(head, "<?xml") || strings.HasPrefix(head, "<table")
}

// decode turns the bytes of a text file into UTF-8: UTF-8 and UTF-16 with or
// without a byte order mark, otherwise Windows-1252. Binary files are not known.
func decode(text []byte) (string, bool) {
	switch {
	case bytes.HasPrefix(text, []byte{0xEF, 0xBB, 0xBF}):
		text = text[3:]
	case bytes.HasPrefix(text, []byte{0xFF, 0xFE}):
		return utf16(text[2:], unicode.LittleEndian)
	case bytes.HasPrefix(text, []byte{0xFE, 0xFF}):
		return utf16(text[2:], unicode.BigEndian)
	default:
		even, odd := zeros(text)
		sample := min(len(text), 4096) / 2
		if sample > 1 && odd > sample*7/10 && even < sample/10 {
			return utf16(text, unicode.LittleEndian)
		}
		if sample > 1 && even > sample*7/10 && odd < sample/10 {
			return utf16(text, unicode.BigEndian)
		}
		if binary(text) {
			return "", false
		}
	}
	if utf8.Valid(text) {
		return string(text), true
	}
	out, err := charmap.Windows1252.NewDecoder().Bytes(text)
	return string(out), err == nil
}

// binary tells whether the first 4,096 bytes hold more control characters than
// the few that telephones and tablets leave in notes.
func binary(text []byte) bool {
	text = text[:min(len(text), 4096)]
	controls := 0
	for _, c := range text {
		if c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v' {
			controls++
		}
	}
	return controls*50 > len(text)
}

// zeros counts zero bytes at even and at odd places in the first 4,096.
func zeros(text []byte) (even, odd int) {
	for i, c := range text[:min(len(text), 4096)] {
		if c == 0 && i%2 == 0 {
			even++
		} else if c == 0 {
			odd++
		}
	}
	return even, odd
}

func utf16(text []byte, order unicode.Endianness) (string, bool) {
	out, err := unicode.UTF16(order, unicode.IgnoreBOM).NewDecoder().Bytes(text)
	return string(out), err == nil
}

// delimiters that exports use.
var delimiters = []byte{',', ';', '\t', '|'}

// delimiter finds the delimiter by consistency: the one with which most of the
// first records have the same number of values, more than one. A first line
// "sep=;" settles it, and is no row.
func delimiter(text string) (byte, string) {
	if d, rest, said := saidDelimiter(text); said {
		return d, rest
	}
	best, bestScore := delimiters[0], -1.0
	for _, d := range delimiters {
		if score := consistency(text, d); score > bestScore {
			best, bestScore = d, score
		}
	}
	return best, text
}

// saidDelimiter reads a first line "sep=;", which Excel writes and obeys.
func saidDelimiter(text string) (d byte, rest string, said bool) {
	next := afterLine(text, 0)
	line := strings.ToLower(strings.Trim(strings.TrimRight(text[:next], "\r\n"), `"`))
	if len(line) != 5 || line[:4] != "sep=" {
		return 0, text, false
	}
	switch d = line[4]; d {
	case ',', ';', '\t', '|', '^', '~':
		return d, text[next:], true
	}
	return 0, text, false
}

// sampleRecords is how many records settle the delimiter.
const sampleRecords = 60

// consistency scores a delimiter: the share of records with the most frequent
// number of values, times that number. Nothing is gained beyond seven values:
// a wide table that nearly always keeps its width is the table.
func consistency(text string, d byte) float64 {
	widths := make(map[int]int)
	records := 0
	for r := range textRecords(text, d) {
		if len(r.cells) == 1 && r.cells[0].Text == "" {
			continue
		}
		widths[len(r.cells)]++
		if records++; records == sampleRecords {
			break
		}
	}
	best := 0.0
	for width, n := range widths {
		best = max(best, float64(n)/float64(records)*float64(min(width-1, 6)))
	}
	return best
}
