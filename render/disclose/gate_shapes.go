package disclose

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// What has the shape of a personal detail is one, whether an export holds it in a column
// of its own or not: somebody may have typed it into the words of a change.
//
//   - a phone number is 0, or +44 or 0044, and nine or ten digits, grouped or not: eleven digits
//     with the 0, or ten where it does not begin with 07;
//   - a postcode is an area that there is, a district and an inward code, in capitals, or
//     in any letters with a blank between;
//   - an NHS number is ten digits with the right check digit, grouped 3-3-4, or ungrouped
//     behind the letters NHS: ten digits alone may be the id of a record;
//   - a National Insurance number is two letters, six digits and A, B, C or D;
//   - an e-mail address has an @ and a dot behind it.
//
// A day of a year (01-04-2026 10) is no phone number, and neither 3rd nor 2hr ends a
// postcode in small letters. None of them may be part of a longer number or word. What stands in a text that
// somebody allowed, or in the provider's own lines, is not told, nor is what we write
// ourselves: a pseudonym made with a key (P-JR1E2CH) and an evidence id may look like a postcode.
const parting = "[ \u00a0\u2010-\u2013-]" // blanks and hyphens between the groups of a number

var (
	shapePhone    = regexp.MustCompile("(?:(?:\\+|00)44" + parting + "?(?:\\(0\\)" + parting + "?)?|0)[1-37-9](?:" + parting + "?\\d|" + parting + "?\\(?\\d\\)?){8,9}")
	shapePostcode = regexp.MustCompile("\\b([A-Z]{1,2})\\d[A-Z\\d]?[ \u00a0]?\\d[ABD-HJLNP-UW-Z]{2}\\b|(?i:\\b([A-Z]{1,2})\\d[A-Z\\d]?[ \u00a0]\\d([ABD-HJLNP-UW-Z]{2})\\b)")
	shapeNHS      = regexp.MustCompile(`\b\d{3}[  -]\d{3}[  -]\d{4}\b|(?i:\bNHS(?: *(?:number|no\.?|:))* *)\d{10}\b`)
	shapeNI       = regexp.MustCompile(`\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][  ]?\d{2}[  ]?\d{2}[  ]?\d{2}[  ]?[A-D]\b`)
	shapeOurs     = regexp.MustCompile(`\b[PE]-[0-9A-HJKMNP-TV-Z]{6,32}\b`) // Crockford base 32
	shapeMail     = regexp.MustCompile(`[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+`)
)

// Shaped lists the kinds of personal details whose shape stands in words of a page, one
// for each place, without what somebody allowed.
func (g *Gate) Shaped(text string) (found []string) {
	if !strings.ContainsAny(text, "0123456789@") {
		return nil
	}
	text = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) {
			return -1 // nobody sees it
		}
		return r
	}, text)
	text = shapeOurs.ReplaceAllString(text, "")
	note := func(what string, shape *regexp.Regexp, is func(found string) bool) {
		for _, at := range shape.FindAllStringIndex(text, -1) {
			if said := text[at[0]:at[1]]; standsAlone(text, at) && is(said) && !g.mayStand(said) {
				found = append(found, what)
			}
		}
	}
	note("phone number", shapePhone, isPhone)
	note("postcode", shapePostcode, isPostcode)
	note("NHS number", shapeNHS, isNHSNumber)
	note("National Insurance number", shapeNI, func(string) bool { return true })
	note("e-mail address", shapeMail, func(string) bool { return true })
	return found
}

// mayStand tells whether a text that somebody allowed holds what was found.
func (g *Gate) mayStand(said string) bool {
	for _, text := range g.allowedTexts {
		if strings.Contains(text, said) {
			return true
		}
	}
	return false
}

// standsAlone tells whether what was found is no part of a longer number. Where a sign
// stands between, it is a part of one unless that is as long as a number of its own.
func standsAlone(text string, at []int) bool {
	before, after := text[:at[0]], text[at[1]:]
	if len(before) > 0 && isDigit(before[len(before)-1]) || len(after) > 0 && isDigit(after[0]) {
		return false
	}
	left, right := strings.TrimRight(before, ".,-/:"), strings.TrimLeft(after, ".,-/:")
	return !partOf(lastDigits(left)) && !partOf(firstDigits(right))
}

// longNumber is how many digits a number beside a sign has that is one of its own.
const longNumber = 9

func partOf(digits int) bool { return digits > 0 && digits < longNumber }

// firstDigits counts the digits with which a text begins, with single blanks between.
func firstDigits(text string) (n int) {
	for i := range len(text) {
		switch {
		case isDigit(text[i]):
			n++
		case text[i] != ' ' || n == 0 || i+1 == len(text) || !isDigit(text[i+1]):
			return n
		}
	}
	return n
}

func lastDigits(text string) int {
	bytes := []byte(text)
	slices.Reverse(bytes)
	return firstDigits(string(bytes))
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// beginsWithDay is a day of a year in figures.
var beginsWithDay = regexp.MustCompile(`^\d\d[ -]\d\d[ -](?:19|20)\d\d`)

func isPhone(said string) bool {
	if beginsWithDay.MatchString(said) {
		return false
	}
	digits := strings.TrimPrefix(onlyDigits(said), "00")
	if rest, abroad := strings.CutPrefix(digits, "44"); abroad {
		digits = "0" + strings.TrimPrefix(rest, "0")
	}
	return len(digits) == 11 || len(digits) == 10 && !strings.HasPrefix(digits, "07")
}

// isPostcode checks the area, and in small letters that the end is no word of measure.
func isPostcode(said string) bool {
	m := shapePostcode.FindStringSubmatch(said)
	if m[1] != "" {
		return postcodeAreas[m[1]]
	}
	return postcodeAreas[strings.ToUpper(m[2])] && !slices.Contains([]string{"st", "nd", "rd", "th", "hr", "ft", "lb", "yr", "pt"}, strings.ToLower(m[3]))
}

// isNHSNumber checks the tenth digit: 11 less the remainder of the others, weighted 10 to
// 2, by 11 (NHS Data Dictionary, NHS NUMBER).
func isNHSNumber(said string) bool {
	digits := onlyDigits(said)
	if len(digits) != 10 {
		return false
	}
	sum := 0
	for i := range 9 {
		sum += int(digits[i]-'0') * (10 - i)
	}
	return (11-sum%11)%11 == int(digits[9]-'0')
}

func onlyDigits(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, text)
}

// postcodeAreas are the letters that begin a postcode of the United Kingdom, the Isle of
// Man and the Channel Islands.
var postcodeAreas = func() map[string]bool {
	areas := make(map[string]bool)
	for _, area := range strings.Fields(`AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY
G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR
RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE`) {
		areas[area] = true
	}
	return areas
}()
