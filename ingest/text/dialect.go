package text

import "strings"

// dialect is how a text file sets its values apart.
type dialect struct {
	delimiter byte // 0 with one column
	mark      byte // quotation mark
	escapes   bool // a backslash before a mark makes it a character
	width     int  // most frequent number of values of a record, if more than one; 0 or 1 is not known
}

// usual delimiters are taken also from ragged tables, the rare ones only where
// nearly all records agree. Of two that fit alike the first is taken: it is the rarer one in notes.
var (
	usual = []byte{'\t', '|', ';', ','}
	rare  = []byte{'^', '~', '`'}
)

// name is how a delimiter is called in reports.
func (d dialect) name() string {
	switch d.delimiter {
	case 0:
		return ""
	case ',':
		return "comma"
	case ';':
		return "semicolon"
	case '\t':
		return "tab"
	case '|':
		return "pipe"
	case ' ':
		return "space"
	}
	return "other"
}

// format is how a file of the dialect is called in reports.
func (d dialect) format() string {
	switch d.delimiter {
	case 0:
		return "text"
	case '\t':
		return "tsv"
	}
	return "csv"
}

// saidDelimiter reads a first line "sep=;", which Excel writes and obeys. Without
// one it gives 0. Delimiters behind it come from a program that took it for a row.
func saidDelimiter(text string) (delimiter byte, rest string) {
	next := afterLine(text[:min(len(text), sampleBytes)], 0)
	line := strings.TrimLeft(strings.TrimRight(text[:next], "\r\n"), `"`)
	if len(line) < 5 || !strings.EqualFold(line[:4], "sep=") {
		return 0, text
	}
	d := line[4]
	isWord := d >= '0' && d <= '9' || d >= 'a' && d <= 'z' || d >= 'A' && d <= 'Z'
	if isWord || d >= 0x7F || d == '"' || d == '\'' || strings.Trim(line[5:], ",;\t| \"") != "" {
		return 0, text
	}
	return d, text[next:]
}

// settle finds the dialect of a text. A delimiter that the file itself states is
// taken as it is.
func settle(text string, said byte) dialect {
	samples := samplesOf(text)
	escapes := usesEscapes(text)
	d := dialect{delimiter: said, mark: '"', escapes: escapes}
	if said == 0 {
		d.delimiter = bestDelimiter(samples, d)
	}
	double := measure(samples, d)
	apostrophes := d
	apostrophes.mark = '\''
	single := measure(samples, apostrophes)
	if d.delimiter != 0 && double.quoted == 0 && (single.agreement > double.agreement || single.agreement == double.agreement && double.allWrapped()) {
		d, double = apostrophes, single
	}
	d.width = double.width
	return d
}

// bestDelimiter weighs the delimiters by what records they make of the samples.
// One that makes a table of the heading line as well wins over one that makes
// a table only of the lines below: decimal commas do that.
func bestDelimiter(samples []sample, d dialect) byte {
	var found []evidence
	for _, d.delimiter = range usual {
		if e := measure(samples, d); e.isTable() {
			found = append(found, e)
		}
	}
	for _, d.delimiter = range rare {
		if e := measure(samples, d); e.agreement >= wellAgreed {
			found = append(found, e)
		}
	}
	if len(found) == 0 {
		return 0
	}
	best := found[0]
	for _, e := range found[1:] {
		if e.score() > best.score() {
			best = e
		}
	}
	for _, e := range found {
		if e.agreement >= best.agreement && e.agreement >= wellAgreed && e.start < best.start {
			best = e
		}
	}
	return best.delimiter
}

// mostEscapes is how many backslashes before marks are looked at.
const mostEscapes = 2000

// usesEscapes tells whether a file escapes its quotation marks with a backslash.
// Then the mark often stands before a letter; where the backslash is only the last
// character of a value, it always stands before the end of the value.
func usesEscapes(text string) bool {
	inner, all := 0, 0
	for all < mostEscapes {
		at := strings.Index(text, `\"`)
		if at < 0 || at+2 >= len(text) {
			break
		}
		switch next := text[at+2]; {
		case next == '"':
		case next >= '0' && next <= '9' || next >= 'a' && next <= 'z' || next >= 'A' && next <= 'Z' || next >= 0x80:
			inner++
			all++
		default:
			all++
		}
		text = text[at+2:]
	}
	return inner > 0 && inner*4 >= all
}
