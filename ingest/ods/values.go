package ods

import (
	"math"
	"strconv"
	"strings"

	"evidencepack/ingest/cell"
)

// typed reads the value that the tag gives. A value that is not of its kind is
// no value: then what the cell shows counts as text.
func (t *cellTag) typed(shown string) (cell.Raw, bool) {
	value := string(t.value)
	switch t.kind {
	case aText:
		return cell.Raw{Text: value}, true
	case aNumber, aPercentage:
		v, err := strconv.ParseFloat(value, 64)
		if err != nil {
			return cell.Raw{}, false
		}
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return cell.Raw{Fault: true}, true
		}
		if v == 0 {
			v = 0 // no sign on a zero
		}
		return cell.Raw{Text: written(v, shown), Number: v, Numeric: true, Percent: t.kind == aPercentage}, true
	case aDate:
		return cell.Raw{Text: wholeSeconds(value), Date: true}, value != ""
	case aTime:
		days, good := duration(value)
		return cell.Raw{Text: shortest(days), Number: days, Numeric: true, Date: true}, good
	case aTruth:
		if value == "true" || value == "false" {
			return cell.Raw{Text: map[string]string{"true": "yes", "false": "no"}[value]}, true
		}
	}
	return cell.Raw{}, false
}

// looksFaulty tells whether a formula shows an error.
func looksFaulty(shown string) bool {
	switch shown {
	case "#N/A", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#NULL!":
		return true
	}
	code, isError := strings.CutPrefix(shown, "Err:")
	return isError && len(code) == 3
}

// written is a number in its shortest form, or as it is shown where that only
// puts zeros in front of a whole number.
func written(v float64, shown string) string {
	plain := shortest(v)
	if len(shown) > len(plain) && v >= 0 && v == math.Trunc(v) && strings.Trim(shown[:len(shown)-len(plain)], "0") == "" && strings.HasSuffix(shown, plain) {
		return shown
	}
	return plain
}

func shortest(v float64) string {
	if size := math.Abs(v); size != 0 && (size >= 1e21 || size < 1e-7) {
		return strconv.FormatFloat(v, 'g', -1, 64)
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

// wholeSeconds cuts the parts of a second off a date with a time.
func wholeSeconds(iso string) string {
	point := strings.IndexAny(iso, ".,")
	if point < 0 || !strings.Contains(iso[:point], "T") {
		return iso
	}
	end := point + 1
	for end < len(iso) && iso[end] >= '0' && iso[end] <= '9' {
		end++
	}
	return iso[:point] + iso[end:]
}

// duration reads a length of time such as PT11H30M00S as days. Months and years
// have no length of their own, so they are not read.
func duration(s string) (days float64, good bool) {
	seconds := 0.0
	s, minus := strings.CutPrefix(strings.TrimSpace(s), "-")
	s, good = strings.CutPrefix(s, "P")
	good = good && s != ""
	clock := false
	for s != "" && good {
		if s[0] == 'T' && !clock {
			clock, s = true, s[1:]
			continue
		}
		end := strings.IndexFunc(s, func(r rune) bool { return (r < '0' || r > '9') && r != '.' && r != ',' })
		if end <= 0 {
			return 0, false
		}
		v, err := strconv.ParseFloat(strings.Replace(s[:end], ",", ".", 1), 64)
		if err != nil {
			return 0, false
		}
		switch unit := s[end]; {
		case unit == 'D' && !clock:
			seconds += v * 86400
		case unit == 'H' && clock:
			seconds += v * 3600
		case unit == 'M' && clock:
			seconds += v * 60
		case unit == 'S' && clock:
			seconds += v
		default:
			return 0, false
		}
		s = s[end+1:]
	}
	if days = seconds / 86400; minus {
		days = -days
	}
	return days, good && !math.IsInf(days, 0)
}
