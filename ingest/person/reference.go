package person

import (
	"strconv"
	"strings"

	"evidencepack/ingest/cell"
)

// refKey is the form in which ids are compared: text, without regard to case and
// blanks. Leading zeros stay. A word for nothing ("n/a") is no id.
func refKey(written string) string {
	if !cell.Recorded(cell.Text(written)) {
		return ""
	}
	return cell.Key(written)
}

// longestNumber is the most digits that an id is compared as a number with.
const longestNumber = 40

// number gives the digits of an id that is a number, without leading zeros, so
// that 00123, 123, 123.0 and 1.23E+2 are equal. No number gives "".
func number(ref string) string {
	text := strings.ToUpper(cell.Clean(ref))
	mantissa, power, scientific := strings.Cut(text, "E")
	whole, part, _ := strings.Cut(mantissa, ".")
	shift := 0
	if scientific {
		n, err := strconv.Atoi(strings.TrimPrefix(power, "+"))
		if err != nil || n < 0 || n > longestNumber {
			return ""
		}
		shift = n
	}
	part = strings.TrimRight(part, "0")
	if len(part) > shift || !digits(whole) || part != "" && !digits(part) || len(whole)+shift > longestNumber {
		return ""
	}
	whole = strings.TrimLeft(whole+part+strings.Repeat("0", shift-len(part)), "0")
	if whole == "" {
		return "0"
	}
	return whole
}

func digits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// damaged tells whether an id was turned into 1.23E+11 by a spreadsheet, so that
// several ids may have become one.
func damaged(ref string) bool {
	text := strings.ToUpper(cell.Clean(ref))
	return strings.Contains(text, "E+") && number(ref) != ""
}

// proof tells whether an id stands for one person by itself.
func proof(ref string) bool {
	key := refKey(ref)
	return key != "" && !damaged(ref) && !weak(ref) && !roomNumber(key)
}

// sameScheme tells whether two ids were given out by one system, by their form:
// the same letters in front and as many digits. Bare numbers say nothing.
func sameScheme(a, b string) bool {
	a, b = cell.Key(a), cell.Key(b)
	first := strings.TrimRight(a, "0123456789")
	return first != "" && first == strings.TrimRight(b, "0123456789") && len(a) == len(b) && len(first) < len(a)
}
