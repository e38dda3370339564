package markup

import (
	"strconv"
	"strings"

	"evidencepack/ingest/cell"
)

// excelCell is what Excel writes about a cell when it saves a workbook as a page.
type excelCell struct {
	hasNumber bool   // the cell is a number
	number    string // the number behind the text, "" where the text is the number
	fault     bool   // the cell holds an error value
	format    string // number format, in small letters
}

// raw makes the cell of the text that the page shows. The text of a date stands;
// the number is used where the page shows a number, or nothing but that the
// column was too narrow for it.
func (e excelCell) raw(shown string) cell.Raw {
	if e.fault {
		return cell.Raw{Fault: true}
	}
	if !e.hasNumber {
		return cell.Text(shown)
	}
	number := e.number
	if number == "" {
		number = strings.TrimSuffix(strings.ReplaceAll(shown, ",", ""), "%")
	}
	value, ok := parseNumber(number)
	narrow := strings.Trim(shown, "#") == ""
	if !ok || !narrow && (dateFormat(e.format) || !showsNumber(shown) || e.number == "" && strings.HasSuffix(shown, "%")) {
		return cell.Text(shown)
	}
	return cell.Raw{
		Text: shortest(value), Number: value, Numeric: true,
		Date: dateFormat(e.format), Percent: percentFormat(e.format) || strings.HasSuffix(shown, "%"),
	}
}

// showsNumber tells whether a text is a number as Excel shows it. Digits with a
// zero in front are the name of something, and stay as they are.
func showsNumber(shown string) bool {
	digits := strings.Trim(shown, "-+()£$€% ")
	if len(digits) > 1 && digits[0] == '0' && digits[1] >= '0' && digits[1] <= '9' {
		return false
	}
	return digits != "" && strings.Trim(digits, "0123456789.,e+-") == "" && strings.Count(digits, "-") <= 1
}

// parseNumber reads a number of a workbook; it is never infinite.
func parseNumber(s string) (float64, bool) {
	value, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
	return value, err == nil && value-value == 0
}

// shortest gives a number in its shortest form.
func shortest(value float64) string {
	if a := max(value, -value); a != 0 && (a < 1e-5 || a >= 1e15) {
		return strconv.FormatFloat(value, 'g', -1, 64)
	}
	return strconv.FormatFloat(value, 'f', -1, 64)
}
