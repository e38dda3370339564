package heading

import (
	"slices"

	"evidencepack/ingest/record"
)

// What stands below a heading decides where the heading alone does not
// (domain.md 4.27). Without values the more usual meaning holds.

// dateFields are the fields that hold nothing but days. Planned and actual times
// are not among them: they may be times of day beside a date.
var dateFields = map[string]bool{
	EventDate: true, "start_date": true, "end_date": true, "raised_at": true, "due_at": true, "completed_at": true, "review_due": true,
	"last_reviewed": true, "closed_at": true, "plan_updated_at": true, "changed_at": true, "received_at": true, "responded_at": true, "set_at": true,
	"reviewed_at": true, "next_review_due": true, "applied_at": true, "granted_at": true, "expires_at": true, "notified_at": true, "audited_at": true,
	"held_at": true, "signed_off_at": true, "survey_date": true, "next_due": true, "manager_reviewed_at": true, "candour_told_at": true,
	"candour_apology_at": true, "candour_written_at": true, "acknowledged_at": true,
}

// How much it takes to say that a column holds dates, or hardly any, and from how
// many values on a column without one date is none.
const (
	mostly     = 0.5
	hardlyAny  = 0.1
	enoughSeen = 5
	nearlyAll  = 0.9
)

// fits tells whether what stands in a column can be the field.
func (m *matcher) fits(w wanted, column int) bool {
	var look Look
	if m.values != nil {
		look = m.values.Look(column)
	}
	switch {
	case w.heading == "level" && m.Kind == record.KindCareTask:
		return look.Numbers < mostly // numbers may mean anything, and more help or less
	case w.heading == "check in" || w.heading == "checkin":
		return (w.field == "actual_start") == (look.Times >= mostly)
	case !dateFields[w.field] || look.Filled == 0 || look.Dates >= hardlyAny:
		return true
	}
	if m.otherDates(w.field, column) || look.Dates == 0 && look.Filled >= enoughSeen {
		m.Notes[column] = "it holds no dates"
		return false
	}
	return true
}

// otherDates tells whether another column goes by a heading of the field and holds
// dates.
func (m *matcher) otherDates(field string, column int) bool {
	for word := range m.index.words[field] {
		for _, other := range m.at[word] {
			if other != column && !m.taken[other] && m.values.Look(other).Dates >= mostly {
				return true
			}
		}
	}
	return false
}

// reviews are the fields that a "review date" may be, by kind, and which it is
// where nothing more is known.
var reviews = map[record.Kind]struct{ due, done, usual string }{
	record.KindRestriction: {"review_due", "last_reviewed", "review_due"},
	record.KindPlanReview:  {"due_at", "completed_at", "completed_at"},
}

const reviewDate = "review date"

// later tells whether a heading waits until all others have their columns.
func (m *matcher) later(w wanted) bool {
	_, decides := reviews[m.Kind]
	return decides && w.heading == reviewDate
}

// reviewDate decides whether a review date is one that is due or one that was
// done: more than half of the dates after all others of the file are due.
func (m *matcher) reviewDate() {
	r, decides := reviews[m.Kind]
	columns := m.at[reviewDate]
	if !decides || len(columns) != 1 || m.taken[columns[0]] || m.has(r.due) && m.has(r.done) {
		return
	}
	column, field, sure := columns[0], r.usual, sureVague
	switch later, of := m.laterThanAll(column); {
	case m.has(r.due):
		field = r.done
	case m.has(r.done):
		field = r.due
	case of == 0:
	case 2*later > of:
		field, sure = r.due, sureTail
	case float64(later) <= hardlyAny*float64(of):
		field, sure = r.done, sureTail
	default:
		m.Suggest[column] = r.usual
		m.Notes[column] = "some of its dates lie ahead and some do not: due, or done?"
		return
	}
	if w := (wanted{field: field, heading: reviewDate}); m.fits(w, column) {
		m.take(field, column, plain, sure)
	}
}

func (m *matcher) laterThanAll(column int) (later, of int) {
	if m.values == nil {
		return 0, 0
	}
	var others []int
	for i := range m.keys {
		if i != column && m.values.Look(i).Dates >= mostly {
			others = append(others, i)
		}
	}
	if len(others) == 0 {
		return 0, 0
	}
	return m.values.Later(column, others)
}

// beside gives a column Name to the staff where the person stands in a column of
// their own: Name beside Resident.
func (m *matcher) beside() {
	_, signs := m.index.telling["staff"]
	person, known := m.Columns[PersonName]
	names := m.at["name"]
	if !signs || m.has("staff") || !known || m.keys[person] == "name" || len(names) != 1 || m.taken[names[0]] {
		return
	}
	m.take("staff", names[0], 0, sureVague)
}

// severity takes the level of an incident as its severity where it is a number
// from 1 to 5. In words it would be one of support.
func (m *matcher) severity() {
	columns := m.at["level"]
	if m.Kind != record.KindIncident || m.values == nil || m.has("harm") || len(columns) != 1 || m.taken[columns[0]] {
		return
	}
	if look := m.values.Look(columns[0]); look.Filled > 0 && look.Small >= nearlyAll {
		m.take("harm", columns[0], 1, sureVague)
	}
}

// referralTable are headings of tables about referrals. There "refused" is what the
// provider said to a council, never what a person said to an offer of support.
var referralTable = setOf(
	"referral id", "referral ref", "referral reference", "referral number", "referral no", "referral date", "date of referral", "date referred",
	"referral received", "referral status", "referral outcome", "referral decision", "referrals", "referrals received", "referrals refused",
	"referrals accepted", "referrals declined", "packages refused", "packages declined", "placements refused", "placements declined",
)

// ofPeople are the kinds in which somebody may refuse.
var ofPeople = map[record.Kind]bool{record.KindCareTask: true, record.KindMedAdmin: true, record.KindVisit: true}

// refusals that are not a person's are never a field, in whatever group they stand.
var providerWords = []string{"referral", "referrals", "referred", "packages", "placements", "enquiries", "tenders", "handbacks"}

// refers tells whether a heading speaks of what a provider took on or refused.
func refers(key string) bool {
	return slices.ContainsFunc(wordsOf(key), func(w string) bool { return slices.Contains(providerWords, w) })
}

// Refers tells whether a heading speaks of what a provider took on or refused, such
// as referrals, and never of what a person did.
func Refers(written string) bool { return refers(Normal(written)) }

func setOf(words ...string) map[string]bool {
	out := make(map[string]bool, len(words))
	for _, w := range words {
		out[Normal(w)] = true
	}
	return out
}
