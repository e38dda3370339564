package main

import (
	"fmt"
	"strings"

	"evidencepack/ingest"
)

// mostPlaces is how many files a remark names; more are counted.
const mostPlaces = 3

// remarks are what inspect says of whole files and columns, one paragraph each.
func remarks(e *ingest.Exports) []string {
	var out []string
	for _, r := range e.Remarks() {
		said := upperFirst(r.Title)
		if where := places(r.Places); where != "" {
			said = where + ": " + r.Title
		}
		if r.Detail != "" {
			said += " (" + r.Detail + ")"
		} else if r.Count > 1 {
			said += fmt.Sprintf(" (%s times)", commas(r.Count))
		}
		out = append(out, strings.TrimRight(said+"; "+r.Done+". "+worth(r.Hint), " "))
	}
	return out
}

// worth leaves out of a hint the sentence that there is nothing to do.
func worth(hint string) string {
	first, rest, _ := strings.Cut(hint, ". ")
	if first = strings.TrimRight(first, "."); first == "Nothing" || first == "Nothing to do" {
		return rest
	}
	return hint
}

// places names a few files and counts the others.
func places(all []string) string {
	if len(all) > mostPlaces {
		return fmt.Sprintf("%s and %d more", strings.Join(all[:mostPlaces], ", "), len(all)-mostPlaces)
	}
	return strings.Join(all, ", ")
}
