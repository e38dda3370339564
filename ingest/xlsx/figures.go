package xlsx

import (
	"math"
	"strconv"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/numfmt"
)

// longestZeros is the most digits that a number is filled up to with zeros; Excel
// keeps 15.
const longestZeros = 15

// figure fills the cell with a number. A value that is none stays a text: some
// programs write texts without saying so.
func (w *walk) figure(value []byte, style int) error {
	if w.give == nil {
		return w.put(cell.Raw{})
	}
	number, short, is := figureOf(value)
	if !is {
		return w.lettered(settle(value, 0), cell.Raw{})
	}
	var l numfmt.Kind
	if style < len(w.looks) {
		l = w.looks[style]
	}
	raw := cell.Raw{Number: number, Numeric: true, Date: l.Date, Percent: l.Percent}
	from := len(w.letters)
	if l.Zeros > 1 && number >= 0 && number == math.Trunc(number) && number < 1e15 {
		for n := digitsOf(number); n < min(l.Zeros, longestZeros); n++ {
			w.letters = append(w.letters, '0')
		}
	}
	if short {
		w.letters = append(w.letters, value...)
	} else {
		w.letters = appendShort(w.letters, number)
	}
	w.own = append(w.own, own{w.column, from, len(w.letters)})
	return w.put(raw)
}

// digitsOf counts the digits of a whole number.
func digitsOf(number float64) int {
	n := 1
	for ; number >= 10; number /= 10 {
		n++
	}
	return n
}

// appendShort adds the shortest form of a number that still is that number.
func appendShort(to []byte, number float64) []byte {
	if size := math.Abs(number); size != 0 && (size < 1e-6 || size >= 1e21) {
		return strconv.AppendFloat(to, number, 'E', -1, 64)
	}
	return strconv.AppendFloat(to, number, 'f', -1, 64)
}

// figureOf reads a number as it stands in a file. Short tells that its text is the
// shortest form already, as that of a whole number with few digits is.
func figureOf(value []byte) (number float64, short, is bool) {
	n, digits := wholeNumber(value)
	if digits == len(value) && (digits == 1 || value[0] != '0') {
		return float64(n), true, true
	}
	for _, c := range value {
		if (c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E' {
			return 0, false, false
		}
	}
	number, err := strconv.ParseFloat(string(value), 64)
	if number == 0 {
		number = 0 // never minus nought
	}
	return number, false, err == nil
}
