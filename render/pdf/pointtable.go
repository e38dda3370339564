package pdf

import (
	"evidencepack/render/chart"
)

// pointHead names what a point stands for.
func pointHead(grain chart.Grain) string {
	switch grain {
	case chart.GrainQuarter:
		return "Quarter"
	case chart.GrainEvent:
		return "Event"
	case chart.GrainRow:
		return "Point"
	}
	return "Month"
}

// signalText says which rule fired and on which side, or why the point is not in the
// limits.
func signalText(p chart.Point) string {
	text := ""
	if p.Signal != chart.SignalNone {
		text = p.SignalWhy
		if text == "" {
			text = "signal"
		}
		if p.Signal == chart.SignalBetter || p.Signal == chart.SignalWorse {
			text = string(p.Signal) + ": " + text
		}
	}
	if p.LeftOut {
		text = joinedBy("; ", text, "left out of the limits")
	}
	if text == "" {
		return noCount
	}
	return text
}
