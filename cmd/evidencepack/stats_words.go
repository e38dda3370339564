package main

import (
	"fmt"
	"strings"

	"evidencepack/render/chart"
)

// signalWords says in a sentence or two what the rules found.
func signalWords(spec chart.Spec, a answer) string {
	var outside []string
	inRun := 0
	for _, p := range spec.Points {
		switch {
		case p.Signal == chart.SignalNone:
		case strings.HasPrefix(p.SignalWhy, "in a run"):
			inRun++
		default:
			outside = append(outside, p.Label)
		}
	}
	var said []string
	switch {
	case spec.Kind == chart.KindRun:
	case !hasLimits(spec):
		said = append(said, "There are no limits: the values give none.")
	case len(outside) == 0:
		said = append(said, "No point is beyond the limits.")
	default:
		said = append(said, fmt.Sprintf("Beyond the limits: %s.", someOf(outside)))
	}
	if inRun > 0 {
		said = append(said, fmt.Sprintf("%d points are in a run on one side of the line that chance would hardly make.", inRun))
	} else if few := fewCrossings(a); few != "" {
		said = append(said, few)
	} else if spec.Kind == chart.KindRun {
		said = append(said, "No run is longer than chance would make it.")
	}
	return strings.Join(said, " ")
}

// fewCrossings says where the centre line is crossed too seldom.
func fewCrossings(a answer) string {
	for i := range a.Rows {
		seen, least := a.number(i, "n_crossings"), a.number(i, "n_crossings_min")
		if a.yes(i, "runs_signal") && seen != nil && least != nil && *seen < *least {
			return fmt.Sprintf("The line is crossed %s; chance would cross it at least %s.", timesWord(*seen), timesWord(*least))
		}
	}
	return ""
}

func timesWord(n float64) string {
	if n == 1 {
		return "once"
	}
	return fmt.Sprintf("%.0f times", n)
}

func hasLimits(spec chart.Spec) bool {
	for _, p := range spec.Points {
		if p.LimitLower != nil || p.LimitUpper != nil {
			return true
		}
	}
	return false
}

const mostLabelled = 5

// someOf names the first few of many.
func someOf(names []string) string {
	if len(names) <= mostLabelled {
		return listed(names)
	}
	return strings.Join(names[:mostLabelled], ", ") + fmt.Sprintf(" and %d more", len(names)-mostLabelled)
}
