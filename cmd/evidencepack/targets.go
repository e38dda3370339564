package main

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"evidencepack/metrics"
	"evidencepack/render"
)

// readTargets reads what the provider wants measures to be: a number, for which the
// better side of the measure decides, or "at most 2.5" and "at least 85".
func (s *settings) readTargets(text []byte) error {
	s.targets = make(map[string]render.Target)
	for _, id := range slices.Sorted(maps.Keys(s.Targets)) {
		line := render.LineAt(text, "$.targets."+quotedKey(id))
		m, known := metrics.Find(id)
		if !known {
			return s.targetFailure(line, fmt.Sprintf("there is no metric %q", id), "evidencepack list metrics  shows them.")
		}
		t, side, fault := parseTarget(s.Targets[id])
		if fault != "" {
			return s.targetFailure(line, fmt.Sprintf("the target of %s %s", id, fault), `write a number, "at most" and a number, or "at least" and a number: at most 2.5`)
		}
		switch m.Better {
		case metrics.Lower, metrics.LowerWithPartners:
			t.AtMost = true
		case metrics.Higher:
		default:
			if side == "" {
				return s.targetFailure(line, fmt.Sprintf("%s has no better side, so a number alone is no target", id), "write at most or at least before it.")
			}
		}
		if side != "" {
			t.AtMost = side == "at most"
		}
		if m.Unit == metrics.Percent && t.Value > 100 {
			return s.targetFailure(line, fmt.Sprintf("the target of %s is above 100 per cent", id), "write per cents from 0 to 100, without the sign.")
		}
		s.targets[id] = t
	}
	return nil
}

// parseTarget reads one target. The fault is "" where there is none.
func parseTarget(text string) (t render.Target, side, fault string) {
	rest := strings.ToLower(strings.Join(strings.Fields(text), " "))
	for _, word := range []string{"at most", "at least"} {
		if after, found := strings.CutPrefix(rest, word+" "); found {
			side, rest = word, after
		}
	}
	v, err := strconv.ParseFloat(strings.TrimSuffix(rest, "%"), 64)
	switch {
	case err != nil || math.IsNaN(v) || math.IsInf(v, 0):
		return t, side, "is no number"
	case v < 0:
		return t, side, "is below 0"
	}
	return render.Target{Value: v}, side, ""
}

// quotedKey writes a key with a hyphen as a path of the settings takes it.
func quotedKey(key string) string { return "'" + strings.ReplaceAll(key, "'", "") + "'" }

func (s *settings) targetFailure(line int, what, hint string) error {
	return failure{code: exitNothing, what: fmt.Sprintf("%s, line %d: %s.", s.file, line, what), hints: []string{hint}}
}
