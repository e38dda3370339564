package chart

import (
	"math"
	"strconv"
	"strings"
)

// Decimal writes a number with fixed decimals, rounded half away from zero, with
// commas from 1,000 and a true minus. A number that rounds to nothing has no sign.
// It is the one home of how a number looks in text, in every format.
func Decimal(value float64, decimals int) string {
	unit := math.Pow10(decimals)
	// The small push undoes the error of numbers such as 1.005, which a computer
	// stores as a little less.
	size := math.Floor(math.Abs(value)*unit+0.5+1e-9) / unit
	text := strconv.FormatFloat(size, 'f', decimals, 64)
	whole, fraction, _ := strings.Cut(text, ".")
	for at := len(whole) - 3; at > 0; at -= 3 {
		whole = whole[:at] + "," + whole[at:]
	}
	if fraction != "" {
		whole += "." + fraction
	}
	if value < 0 && size != 0 {
		return "−" + whole
	}
	return whole
}
