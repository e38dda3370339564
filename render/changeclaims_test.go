package render

import (
	"fmt"
	"testing"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
	"evidencepack/render/page"
)

// oneChange is a change of approach of one person, with what was refused of what
// was offered in the 56 days before it and in the 56 days from a week after it.
type oneChange struct {
	person                       string
	on                           record.Date
	before, offered, after, made int
	what                         string
}

func (ch oneChange) fill(m made, n int) *record.PlanChange {
	p := record.Person(ch.person)
	side := func(from record.Date, refused, all int) {
		for i := range all {
			outcome := record.Accepted
			if i < refused {
				outcome = record.Refused
			}
			head := record.Head{Service: m.service, Person: p, On: from + record.Date(i*56/all)}
			m.Add(&record.CareTask{Head: head, Category: record.CategoryPersonalCare, Outcome: outcome, Rank: record.NoRank})
		}
	}
	side(ch.on-56, ch.before, ch.offered)
	side(ch.on+7, ch.after, ch.made)
	r := &record.PlanChange{Head: record.Head{ID: fmt.Sprintf("CH-%03d", n), Service: m.service, Person: p, On: ch.on}, Area: record.CategoryPersonalCare, What: ch.what}
	m.Add(r)
	return r
}

// changeCase is a list of changes, as one pack has it.
type changeCase struct {
	name    string
	tier    page.Tier
	changes []oneChange
}

func changeCases() []changeCase {
	may, june := record.DateOf(2026, 5, 11), record.DateOf(2026, 6, 1)
	return []changeCase{
		{"changes of a month", page.TierInternal, []oneChange{
			{"person 01", may, 21, 56, 5, 55, "Dim lights and a quiet room first."},
			{"person 02", june, 5, 49, 21, 53, "Lunch moved to the shared dining room at a fixed time"},
			{"person 03", record.DateOf(2026, 7, 6), 15, 59, 6, 45, "a small team of four preferred staff"},
			{"person 04", record.DateOf(2026, 4, 20), 1, 5, 5, 39, ""},
			{"person 05", record.DateOf(2026, 9, 21), 1, 20, 0, 1, "tea first"},
			{"person 06", may, 10, 34, 2, 12, "one step at a time"},
			{"person 07", may, 20, 40, 5, 34, "visits an hour later"},
			{"person 08", record.DateOf(2026, 8, 10), 4, 40, 5, 40, "a picture card"},
			{"person 09", may, 10, 60, 4, 40, "a quieter table"},
		}},
		{"changes for an inspector", page.TierInspection, []oneChange{{"person 01", may, 21, 56, 5, 55, "Dim lights and a quiet room first."}}},
		{"one without a clear change", page.TierInspection, []oneChange{{"person 03", may, 15, 59, 14, 58, "a small team"}, {"person 05", record.DateOf(2026, 9, 21), 1, 20, 0, 3, "tea first"}}},
	}
}

func (cc changeCase) composerOf(t *testing.T, heard func(group, key string)) *composer {
	t.Helper()
	m := made{Table: newTable(), service: "Elm"}
	names := map[record.Person]string{}
	var changes []*record.PlanChange
	for i, ch := range cc.changes {
		changes = append(changes, ch.fill(m, i))
		names[record.Person(ch.person)] = fmt.Sprintf("P-%03d", i+1)
	}
	// the last event, so that the data reach to the end of the period
	m.Add(&record.Attendance{Head: record.Head{Service: "Elm", Person: "person 99", On: testPeriod.To}, Status: record.Attended})
	c := testComposer(t, cc.tier, m.Table)
	c.in.Changes, c.in.Pseudonyms = changes, map[page.Tier]map[record.Person]string{cc.tier: names}
	c.prepareChanges()
	c.words.heard = heard
	return c
}

// TestOffersOfAnUnfinishedChange goes on as the days that are in the data began.
func TestOffersOfAnUnfinishedChange(t *testing.T) {
	m := made{Table: newTable(), service: "Elm"}
	m.Add(&record.Attendance{Head: record.Head{Service: "Elm", Person: "person 99", On: record.DateOf(2026, 9, 30)}, Status: record.Attended})
	c := testComposer(t, page.TierInternal, m.Table)
	offers, from := 45.0, record.DateOf(2026, 8, 17)
	v := metrics.Value{Denominator: &offers, Span: record.Span{From: from, To: from + 55}, Change: &metrics.Change{}}
	if got := c.offersSeen(v); got != 56 {
		t.Errorf("45 offers in 45 of 56 days are %v in all", got)
	}
	v.Change.Complete = true
	if got := c.offersSeen(v); got != 45 {
		t.Errorf("a change that is over has its own offers, not %v", got)
	}
}

// TestNotesSayTheirBase has a register that begins with the period, so that the care
// notes of both windows can only be set side by side for each day.
func TestNotesSayTheirBase(t *testing.T) {
	for _, one := range []struct {
		start record.Date
		want  string
	}{{testBaseline.From - 1, "for 1,000 care days"}, {testPeriod.From, "a day"}} {
		m := made{Table: newTable(), service: "Elm"}
		m.care(testBaseline, 100, 2000, 12).care(testPeriod, 100, 1000, 12)
		for i := range 12 {
			h := record.Head{Service: "Elm", Person: record.Person(fmt.Sprintf("person %02d", i))}
			m.Add(&record.Placement{Head: h, Start: one.start})
		}
		c := testComposer(t, page.TierInternal, m.Table)
		f := c.look("REF-01", metrics.Scope{})
		if before, after, base := c.notes(&f); base != one.want || after > 0.6*before {
			t.Errorf("from %s: %v, before %v, %q; want %q", one.start, after, before, base, one.want)
		}
	}
}
