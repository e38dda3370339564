// Package brand is what a provider may put of its own on the cover of a pack: one colour
// and one logo. Both are checked when they are read, so that every drawer can use them.
package brand

import (
	"errors"
	"fmt"
	"math"
	"strconv"
)

// Colour is a colour as #RRGGBB; "" is none.
type Colour string

// LeastContrast is the least contrast of a colour against white paper, by WCAG 2.2
// (criterion 1.4.11, what is no text).
const LeastContrast = 3.0

// ParseColour reads a colour. The error says what is wrong with one that is no #RRGGBB or
// that is hardly seen on white.
func ParseColour(text string) (Colour, error) {
	if len(text) != 7 || text[0] != '#' {
		return "", errors.New(`a colour is # and six letters or digits, in quotes: "#1B5E7A"`)
	}
	if _, err := strconv.ParseUint(text[1:], 16, 32); err != nil {
		return "", errors.New(`a colour is # and six of 0 to 9 and A to F, in quotes: "#1B5E7A"`)
	}
	c := Colour(text)
	if contrast := c.Contrast(); contrast < LeastContrast {
		return "", fmt.Errorf("this colour is too light for white paper: its contrast is %.1f to 1, and %.0f to 1 is the least", math.Floor(10*contrast)/10, LeastContrast)
	}
	return c, nil
}

// RGB gives the colour as three numbers from 0 to 255; no colour is black.
func (c Colour) RGB() (red, green, blue int) {
	if len(c) != 7 {
		return 0, 0, 0
	}
	all, err := strconv.ParseUint(string(c[1:]), 16, 32)
	if err != nil {
		return 0, 0, 0
	}
	return int(all >> 16), int(all >> 8 & 0xFF), int(all & 0xFF)
}

// Contrast gives the contrast against white, from 1 to 21, by the formula of WCAG 2.2
// (contrast ratio and relative luminance).
func (c Colour) Contrast() float64 {
	linear := func(part int) float64 {
		share := float64(part) / 255
		if share <= 0.04045 {
			return share / 12.92
		}
		return math.Pow((share+0.055)/1.055, 2.4)
	}
	red, green, blue := c.RGB()
	return 1.05 / (0.2126*linear(red) + 0.7152*linear(green) + 0.0722*linear(blue) + 0.05)
}
