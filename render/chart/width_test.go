package chart

import (
	"encoding/binary"
	"math"
	"os"
	"strings"
	"testing"
)

// fontAdvances reads the advance widths of a TrueType file by code point: its cmap
// in format 4 and its hmtx.
func fontAdvances(t *testing.T, file string) map[rune]uint16 {
	t.Helper()
	data, err := os.ReadFile("../../templates/fonts/" + file)
	if err != nil {
		t.Fatal(err)
	}
	word := func(at int) int { return int(binary.BigEndian.Uint16(data[at:])) }
	long := func(at int) int { return int(binary.BigEndian.Uint32(data[at:])) }
	tables := map[string]int{}
	for i := range word(4) {
		entry := 12 + 16*i
		tables[string(data[entry:entry+4])] = long(entry + 8)
	}
	if size := word(tables["head"] + 18); size != unitsPerSize {
		t.Fatalf("%s has %d units in its size", file, size)
	}
	last := word(tables["hhea"]+34) - 1
	widths := map[rune]uint16{}
	for i := range word(tables["cmap"] + 2) {
		table := tables["cmap"] + long(tables["cmap"]+8+8*i)
		if word(table) != 4 {
			continue
		}
		twice := word(table + 6) // two bytes for each segment
		for s := 0; s < twice; s += 2 {
			end, start := word(table+14+s), word(table+16+twice+s)
			delta, offset := word(table+16+2*twice+s), word(table+16+3*twice+s)
			for code := start; code <= end && code != 0xFFFF; code++ {
				glyph := code
				if offset != 0 {
					glyph = word(table + 16 + 3*twice + s + offset + 2*(code-start))
				}
				if glyph != 0 || offset == 0 {
					glyph = (glyph + delta) & 0xFFFF
				}
				widths[rune(code)] = uint16(word(tables["hmtx"] + 4*min(glyph, last)))
			}
		}
	}
	return widths
}

func TestAdvancesAreThoseOfTheFonts(t *testing.T) {
	regular, semibold := fontAdvances(t, "OpenSans-Regular.ttf"), fontAdvances(t, "OpenSans-Semibold.ttf")
	known := 0
	for _, run := range advances {
		if len(run.regular) != len(run.semibold) {
			t.Fatalf("run at %U has %d and %d widths", run.first, len(run.regular), len(run.semibold))
		}
		for i := range run.regular {
			letter := run.first + rune(i)
			for _, weight := range []struct {
				got  uint16
				font map[rune]uint16
			}{{run.regular[i], regular}, {run.semibold[i], semibold}} {
				want, ok := weight.font[letter]
				if !ok {
					want = emptyBox
				} else {
					known++
				}
				if weight.got != want {
					t.Errorf("%q (%U): %d, the font has %d", letter, letter, weight.got, want)
				}
			}
		}
	}
	if known < 700 {
		t.Errorf("only %d widths were compared", known)
	}
}

func TestTextWidth(t *testing.T) {
	for _, c := range []struct {
		text     string
		size     float64
		semibold bool
		want     float64
	}{
		{"", 7, false, 0},
		{"0", 2048 * 72 / 25.4, false, 1171}, // a size at which a unit of the font is 1 mm
		{"before 28.7%", 7, false, 12596 / 2048.0 * 7 * millimetresPerPoint},
		{"−1", 7, false, (1171 + 1171) / 2048.0 * 7 * millimetresPerPoint},
		{"→", 2048 * 72 / 25.4, true, emptyBox},
	} {
		if got := TextWidth(c.text, c.size, c.semibold); math.Abs(got-c.want) > 0.01 {
			t.Errorf("TextWidth(%q, %g, %t) = %.3f, want %.3f", c.text, c.size, c.semibold, got, c.want)
		}
	}
	if TextWidth("after", 7, true) <= TextWidth("after", 7, false) {
		t.Error("semibold is not wider than regular")
	}
}

func TestHasLetter(t *testing.T) {
	for _, letter := range " aŵŷ£–−≥’\u00a0" {
		if !HasLetter(letter) {
			t.Errorf("%q is said to be missing", letter)
		}
	}
	for _, letter := range "→▲●\u2010\u2261中\n" {
		if HasLetter(letter) {
			t.Errorf("%q is said to be there", letter)
		}
	}
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		text  string
		width float64
		want  string
	}{
		{"", 20, ""},
		{"   ", 20, ""},
		{"one", 20, "one"},
		{"dim lights and a quiet room", 20, "dim lights and|a quiet room"},
		{"7\u00a0days before", 12, "7\u00a0days|before"},
		{"two\nlines", 40, "two lines"},
		{"incomprehensibilities", 10, "incomp|rehensi|bilities"},
		{"ab", 0, "a|b"},
		{"ŵŷ", 0, "ŵ|ŷ"},
	} {
		if got := strings.Join(Wrap(c.text, 8, false, c.width), "|"); got != c.want {
			t.Errorf("Wrap(%q, %g) = %q, want %q", c.text, c.width, got, c.want)
		}
	}
}
