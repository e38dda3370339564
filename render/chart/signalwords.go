package chart

import "strings"

// signalNames say on which side a rule fired.
var signalNames = map[Signal]string{
	SignalBetter: "Signal, better", SignalWorse: "Signal, worse", SignalNeither: "Signal",
}

// SignalWords say in a cell of a table what a rule found at a point, and whether the
// point is in the limits; "" where there is nothing to say.
func SignalWords(signal Signal, why string, leftOut bool) string {
	text := signalNames[signal]
	if text != "" && why != "" {
		text += ": " + why
	}
	if leftOut {
		text = strings.TrimPrefix(text+"; not in the limits", "; ")
	}
	return text
}
