package mapping

import (
	"maps"
	"slices"

	"evidencepack/ingest/cell"
	"evidencepack/ingest/record"
)

// Legend is a published list of what the codes of a chart mean. A user names it
// in a mapping: we never take a chart for one of these by its letters.
type Legend struct {
	Name       string
	Documented string            // where it is published
	AsOf       string            // day on which that was looked at
	Codes      map[string]string // code → canonical word
}

// legends are the published lists. Codes that a list names without saying what
// became of the dose (ADM and WT: who signed) are not in it.
var legends = map[string]*Legend{
	"log-my-care": {
		Name:       "log-my-care",
		Documented: "Log my Care: log view (support.logmycare.co.uk 12044295); MAR sheet codes (logmycare.co.uk/blog/mar-sheet-codes)",
		AsOf:       "2026-11-22",
		Codes: map[string]string{
			"AD": string(record.Accepted),         // administered
			"AT": string(record.NotDue),           // already taken
			"R":  string(record.Refused),          // refused
			"T":  string(record.Accepted),         // taken
			"P":  string(record.Accepted),         // given after a prompt
			"M":  string(record.SelfManaged),      // made available for the person to take
			"NT": string(record.UnknownGap),       // not taken, without a reason
			"C":  string(record.Away),             // hospitalised
			"D":  string(record.Away),             // social leave
			"E":  string(record.RefusedDestroyed), // refused and destroyed
			"NR": string(record.NotDue),           // not required
		},
	},
}

// LegendNames lists the legends that a mapping may name.
func LegendNames() []string { return slices.Sorted(maps.Keys(legends)) }

// MeansIn gives what the codes of a field stand for: the field's own codes go
// before the codes of all fields, and both before the legend. The keys are in
// the form in which words are compared. Codes that nobody has answered are left out.
func (m *Mapping) MeansIn(field string) map[string]string {
	all := make(map[string]string)
	if l := legends[m.Legend]; l != nil && (field == "outcome" || field == "final_outcome") {
		means(all, l.Codes)
	}
	means(all, m.Codes)
	means(all, m.CodesOf[field])
	return all
}

func means(into, codes map[string]string) {
	for _, code := range slices.Sorted(maps.Keys(codes)) {
		if key, word := cell.Key(code), codes[code]; key != "" && word != "" && word != Undecided {
			into[key] = word
		}
	}
}
