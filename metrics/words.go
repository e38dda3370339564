package metrics

import (
	"slices"

	"evidencepack/ingest/record"
)

// ofIncident parts incidents by a word of theirs; other kinds are in no part.
func ofIncident(word func(*record.Incident) string) func(record.Record) string {
	return func(r record.Record) string {
		if one, ok := r.(*record.Incident); ok {
			return word(one)
		}
		return ""
	}
}

// typeOfRestriction is the breakdown of restrictions by type.
var typeOfRestriction = Split{Name: "type", Share: true, Part: func(r record.Record) string {
	if one, ok := r.(*record.Restriction); ok {
		return one.Type
	}
	return ""
}}

// actionSources are the words for where a learning action came from (domain.md
// 4.6).
var actionSources = []string{
	"incident", "complaint", "safeguarding", "audit", "observation", "feedback", "review", "inspection", "meeting",
}

// sourceOf gives where an action came from in a word of our list: other for a text
// in no list, "" where nothing is written.
func sourceOf(r record.Record) string {
	one, ok := r.(*record.Action)
	switch {
	case !ok || one.Source == "":
		return ""
	case slices.Contains(actionSources, one.Source):
		return one.Source
	}
	return record.CategoryOther
}
