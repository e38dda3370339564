package chart

// Ink is a colour named by what it means, never by its hue.
type Ink string

// The inks of the visual language.
const (
	InkText        Ink = "ink"         // text, rules, period bar, target
	InkSecond      Ink = "ink2"        // second text
	InkFew         Ink = "few"         // too few to say
	InkData        Ink = "data"        // data without a claim
	InkImprovement Ink = "improvement" // better
	InkConcern     Ink = "concern"     // worse
	InkNoChange    Ink = "nochange"    // no clear change, centre line
	InkMarker      Ink = "marker"      // a dated change
	InkAxis        Ink = "axis"        // axis, baseline bar and level; lines only
	InkRule        Ink = "rule"        // rules, hatch of what is withheld
	InkHairline    Ink = "hairline"    // grid
	InkBand        Ink = "band"        // limits, inspection banner
	InkBandNear    Ink = "bandnear"    // 95% limits of a funnel
	InkBandWide    Ink = "bandwide"    // 99.8% limits of a funnel, around them
	InkWash        Ink = "wash"        // period rows, what is chosen
	InkTint1       Ink = "tint1"       // second level of an ordered set
	InkTint2       Ink = "tint2"       // third level of an ordered set
	InkLink        Ink = "link"        // links on a screen and in a workbook
	InkWhite       Ink = "white"       // paper
)

// inks is the only home of our colours.
var inks = map[Ink]string{
	InkText: "#16242F", InkSecond: "#46545F", InkFew: "#66737E", InkData: "#2E4A62",
	InkImprovement: "#0B5CAD", InkConcern: "#B4460A", InkNoChange: "#5A6670", InkMarker: "#6A3D82",
	InkAxis: "#8A969F", InkRule: "#B9C3CA", InkHairline: "#E1E6EA", InkBand: "#E6ECF1", InkBandNear: "#DCE4EB", InkBandWide: "#EEF2F5",
	InkWash: "#F4F6F8", InkTint1: "#7390A6", InkTint2: "#B7C6D2", InkLink: "#0B4F94", InkWhite: "#FFFFFF",
}

// Hex gives the colour as #RRGGBB.
func (i Ink) Hex() string { return inks[i] }

// RGB gives the colour as three numbers from 0 to 255.
func (i Ink) RGB() (red, green, blue int) {
	hex := inks[i]
	if len(hex) != 7 {
		return 0, 0, 0
	}
	digit := func(c byte) int {
		if c >= 'A' {
			return int(c-'A') + 10
		}
		return int(c - '0')
	}
	pair := func(at int) int { return digit(hex[at])<<4 | digit(hex[at+1]) }
	return pair(1), pair(3), pair(5)
}

// State is one of the four claim states. Shape, word and colour always go together.
type State string

// The four states, and none for a plain figure.
const (
	StateNone        State = ""
	StateImprovement State = "improvement"     // filled circle
	StateConcern     State = "concern"         // filled diamond
	StateNoChange    State = "no_clear_change" // open circle
	StateTooFew      State = "too_few"         // open square with a short bar in it
)

// Ink gives the colour of a state.
func (s State) Ink() Ink {
	switch s {
	case StateImprovement:
		return InkImprovement
	case StateConcern:
		return InkConcern
	case StateNoChange:
		return InkNoChange
	case StateTooFew:
		return InkFew
	}
	return InkText
}
