package metrics

import (
	"slices"
	"strings"

	"evidencepack/ingest/record"
)

// english begins the name of the language that needs no matching.
const english = "english"

// languageMatched judges the visits to people who prefer another language.
func languageMatched(s *matching) func(*record.Visit) Counted {
	speaks := map[record.Worker][]string{}
	for _, one := range s.staff {
		if one.Worker != "" {
			speaks[one.Worker] = append(speaks[one.Worker], one.Languages...)
		}
	}
	who := s.stays.byPerson()
	return func(r *record.Visit) Counted {
		var wanted []string
		for _, stay := range who[r.Person] {
			if stayHolds(stay, r.On) && stay.Language != "" && !strings.HasPrefix(stay.Language, english) {
				wanted = append(wanted, stay.Language)
			}
		}
		matched := slices.ContainsFunc(r.Staff, func(worker record.Worker) bool {
			return slices.ContainsFunc(speaks[worker], func(language string) bool { return slices.Contains(wanted, language) })
		})
		return in(len(wanted) > 0, matched)
	}
}

var con07 = visitShare(Def{
	ID:    "CON-07",
	Title: "Visits in the person's language",
	Means: "Out of all visits done for people who prefer a language other than English, how many were by staff who speak it.",
	Numerator: "visits by at least one member of staff with the person's language in the register of staff; " +
		"a member of staff without languages in it does not count as speaking it",
	Denominator: "visits completed by staff who are known, for people whose preferred language is written down and not English " +
		"(Welsh and sign languages count)",
	NounNumerator:   "visits in the person's language",
	NounDenominator: "visits for people with another language",
	Unit:            Percent, Better: Higher, Grain: GrainMonth, Amount: true, MinDenominator: 10,
	Partners: []string{"CON-01", "CON-03"},
	Needs:    []record.Kind{record.KindVisit, record.KindPlacement, record.KindStaff},
	Columns:  []string{"visit.staff", "person.language", "staff.languages"},
	Since:    since, Source: "source article 004",
	WhyItMatters: "People say more, and understand more, in the language they feel at home in.",
}, languageMatched, func(s *matching) string {
	if slices.ContainsFunc(s.stays, func(stay *record.Placement) bool { return stay.Language != "" }) {
		return ""
	}
	return "Nothing is written down of which language people prefer."
})
