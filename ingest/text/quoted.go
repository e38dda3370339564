package text

import "strings"

// shortestReach is how far a value is looked for once the purse is empty.
const shortestReach = 1 << 10

// mostEmpties is how many lines with the width of the table may begin a value with
// a doubled mark before the marks are taken for empty values of those lines.
const mostEmpties = 8

// wideTable is a width that lines of a note hardly ever have, one after the other.
const wideTable = 5

// quoted reads a value in quotation marks. Where a line end was passed, and a mark
// stands where a value of a later row begins, the first mark never closed.
func (c *cutter) quoted(at int) (value string, end int, closed bool) {
	c.quotes++
	limit := c.reach(at)
	line, judged, empties := 0, 0, 0
	doubled := false
	for i := at + 1; ; i++ {
		i = min(i, limit)
		step := strings.IndexByte(c.text[i:limit], c.mark)
		if step < 0 {
			c.purse -= limit - at
			c.ranOut = limit == len(c.text)
			return "", limit, false
		}
		if b := lastBreak(c.text[i : i+step]); b >= 0 {
			line = i + b + 1
		}
		i += step
		begins := line > 0 && (i == line || c.text[i-1] == c.delimiter)
		switch {
		case c.escapes && isEscaped(c.text[at+1:i]):
			doubled = true
		case i+1 < len(c.text) && c.text[i+1] == c.mark:
			if begins && line != judged && c.width > 1 && c.ends(i+2) {
				judged = line
				if _, is := c.rowAt(line); is {
					empties++
				}
			}
			if empties == mostEmpties {
				c.purse -= i - at
				return "", i, false
			}
			doubled = true
			i++
		case c.closes(i + 1):
			c.broken = c.broken || line > 0
			return c.unmarked(c.text[at+1:i], doubled), c.skipBlanks(i + 1), true
		case begins && c.width < 2:
			c.purse -= i - at
			return "", i, false
		case begins && line != judged:
			judged = line
			if _, is := c.rowAt(line); is {
				c.purse -= i - at
				return "", i, false
			}
			c.clash = true
		case !begins:
			c.stray = true // inside a quoted text; the value goes on
		}
	}
}

// closes tells whether a mark before a place closes its value.
func (c *cutter) closes(at int) bool {
	end := c.skipBlanks(at)
	if !c.ends(end) {
		return false
	}
	return !c.tight || end >= len(c.text) || c.text[end] != c.delimiter || end+1 >= len(c.text) || c.text[end+1] != ' '
}

// reach is the place where the search for the end of a value stops.
func (c *cutter) reach(at int) int {
	if c.purse > 0 {
		return min(len(c.text), at+longestValue)
	}
	limit := min(len(c.text), at+shortestReach)
	for i := at; i < limit; i++ {
		if c.text[i] == '\n' || c.text[i] == '\r' {
			return i
		}
	}
	return limit
}

// unmarked gives a quoted value as it was before it was written.
func (c *cutter) unmarked(s string, doubled bool) string {
	if !doubled {
		return s
	}
	if !c.escapes {
		return strings.ReplaceAll(s, c.pair, c.pair[:1])
	}
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if i+1 < len(s) {
			pair, slash := s[i] == c.mark && s[i+1] == c.mark, s[i] == '\\' && (s[i+1] == c.mark || s[i+1] == '\\')
			if pair || slash {
				i++
			}
		}
		out = append(out, s[i])
	}
	return string(out)
}

// isEscaped tells whether a text ends with a backslash that is not itself escaped.
func isEscaped(before string) bool {
	return (len(before)-len(strings.TrimRight(before, `\`)))%2 == 1
}

// swallows tells whether the record that was read goes on over lines that are rows
// of their own, because a mark never closed or a mark far below closed it. A record
// that has the width of the table does so only when all its lines are rows as well,
// and begin as it does with a date or a number of the same make, or are several of
// a wide table: a note is not like that.
func (c *cutter) swallows(at, next int) bool {
	if !c.broken || c.width < 2 {
		return false
	}
	fits, first := c.fits(len(c.cells)), c.cells[0].Text
	alike := c.width > 2 && strings.ContainsAny(first, "0123456789")
	rows, lines := 0, 0
	for line := afterLine(c.text, at); line < next; {
		end := c.plainLine(line)
		if isBlank(c.text[line:end]) {
			line = afterBreak(c.text, end)
			continue
		}
		lines++
		begin := strings.Trim(c.text[line:min(end, c.plainEnd(line))], ` "'`)
		alike = alike && sameMake(first, begin)
		if fits && !alike && c.width < wideTable {
			return false
		}
		after, is := c.rowAt(line)
		switch {
		case is:
			rows++
		case fits:
			return false
		}
		line = after
	}
	switch {
	case fits:
		return alike && rows > 0 || rows > 1
	case c.stray || c.clash:
		return rows > 0
	}
	return rows > 0 && rows*2 >= lines
}

// plainLine gives the end of a line.
func (c *cutter) plainLine(at int) int {
	for at < len(c.text) && c.text[at] != '\n' && c.text[at] != '\r' {
		at++
	}
	return at
}

// rowAt tells whether a row with the width of the table starts on a line, and what
// comes after it. The row may hold a quoted value that goes on in the lines below.
func (c *cutter) rowAt(line int) (next int, is bool) {
	next, balanced := c.flat(line)
	if len(c.spare) > 1 && c.fits(len(c.spare)) {
		return next, true
	}
	if balanced || c.inner || len(c.spare) == 0 || c.purse < 0 {
		return afterLine(c.text, line), false
	}
	row := cutter{text: c.text, dialect: c.dialect, pair: c.pair, last: c.last, purse: c.purse, inner: true, cells: c.spare[:0]}
	end, closed := row.record(line)
	c.purse -= end - line
	if closed && row.quotes > 0 && c.fits(len(row.cells)) {
		return end, true
	}
	return next, false
}

// sameMake tells whether two texts are the same but for which digits and letters
// they have, and how many in a run.
func sameMake(a, b string) bool {
	i, j := 0, 0
	for i < len(a) && j < len(b) {
		kind := makeOf(a[i])
		if kind != makeOf(b[j]) {
			return false
		}
		if kind != '9' && kind != 'a' {
			i, j = i+1, j+1
			continue
		}
		for i < len(a) && makeOf(a[i]) == kind {
			i++
		}
		for j < len(b) && makeOf(b[j]) == kind {
			j++
		}
	}
	return i == len(a) && j == len(b)
}

// makeOf gives 9 for digits, a for letters, and any other byte itself.
func makeOf(c byte) byte {
	switch {
	case c >= '0' && c <= '9':
		return '9'
	case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80:
		return 'a'
	}
	return c
}

// lastBreak gives the place of the last byte of a line end, or -1.
func lastBreak(s string) int {
	last := -1
	if strings.IndexByte(s, '\n') >= 0 {
		last = strings.LastIndexByte(s, '\n')
	}
	if strings.IndexByte(s, '\r') >= 0 {
		last = max(last, strings.LastIndexByte(s, '\r'))
	}
	return last
}
