package metrics

import "evidencepack/ingest/record"

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

// sourceOf gives where an action came from in a word of our list, "" where nothing
// is written.
func sourceOf(r record.Record) string {
	if one, ok := r.(*record.Action); ok {
		return one.Source
	}
	return ""
}
