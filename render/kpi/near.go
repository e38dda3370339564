package kpi

import (
	"regexp"
	"slices"
	"strings"

	"evidencepack/metrics"
)

const mostNear = 6 // ids that a hint names

var idText = regexp.MustCompile(`^([A-Z]{2,3})[^A-Z0-9]*0*([0-9]*)$`)

// near names metrics that somebody may have meant: the same id written otherwise,
// the same family, or a title with the same word.
func near(text string) string {
	var ids []string
	if parts := idText.FindStringSubmatch(strings.ToUpper(strings.TrimSpace(text))); parts != nil {
		for _, m := range metrics.All {
			if number := strings.TrimLeft(strings.TrimPrefix(m.ID, parts[1]+"-"), "0"); number == parts[2] && m.ID != number {
				return "did you mean " + m.ID + "?"
			}
			if string(m.Family()) == parts[1] {
				ids = append(ids, m.ID)
			}
		}
	}
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return r < 'a' || r > 'z' })
	for _, m := range metrics.All {
		title := strings.Fields(strings.ToLower(m.Title))
		if slices.ContainsFunc(words, func(w string) bool { return len(w) > 3 && slices.Contains(title, w) }) {
			ids = append(ids, m.ID+" ("+m.Title+")")
		}
	}
	if len(ids) == 0 {
		return "evidencepack list metrics  shows them all; write none for a figure that is in no export."
	}
	return "near it are " + strings.Join(ids[:min(len(ids), mostNear)], ", ") + "; evidencepack list metrics  shows them all."
}
