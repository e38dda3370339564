package metrics

import (
	"testing"

	"evidencepack/ingest/record"
)

func TestHowMuchFewPeopleContribute(t *testing.T) {
	var rows []record.Record
	refuse := func(person string, times int, service string) {
		for i := range times {
			r := task(person, june.From+record.Date(i), record.Refused)
			r.Service = service
			rows = append(rows, r)
		}
	}
	refuse("P1", 5, "Ash House")
	refuse("P2", 10, "Ash House")
	refuse("P3", 5, "Birch Road")
	rows = append(rows, task("P4", june.From, record.Accepted))
	table := tableOf(nil, rows...)
	c, ok := table.ConcentrationOf(ref01, Scope{}, june)
	if !ok || c.Total != 20 || c.People != 3 || c.Share(1) != 50 || c.Share(2) != 75 || c.Share(9) != 100 {
		t.Errorf("%v %+v", ok, c)
	}
	if c.Top[0] != (PersonShare{"P2", 10, 50}) || c.Top[1].Person != "P1" || c.Top[2].Person != "P3" {
		t.Errorf("in order: %+v", c.Top)
	}
	c, ok = table.ConcentrationOf(ref01, Scope{Service: "Birch Road"}, june)
	if !ok || c.Share(1) != 100 || c.People != 1 {
		t.Errorf("one service: %v %+v", ok, c)
	}
}

func TestRowsOfNobodyAreInTheWhole(t *testing.T) {
	nobody := incident(june.From)
	nobody.Person = ""
	stay := &record.Placement{Head: about("P1", june.From), Start: june.From}
	c, ok := tableOf(nil, stay, incident(june.From), nobody).ConcentrationOf(inc01, Scope{}, june)
	if !ok || c.Total != 2 || c.People != 1 || c.Share(1) != 50 {
		t.Errorf("%v %+v", ok, c)
	}
}

func TestWhereNobodyCanBeCounted(t *testing.T) {
	table := tableOf(nil, task("P1", june.From, record.Accepted), restriction(june.From-9, june.From+3, 0), restriction(june.From, 0, 0))
	for _, c := range []struct {
		name  string
		id    string
		scope Scope
	}{
		{"nothing in the numerator", "REF-01", Scope{}},
		{"no rows", "INC-01", Scope{}},
		{"a middle time", "RES-18", Scope{}},
		{"one person", "RES-03", Scope{Person: "P1"}},
		{"many things", "CHG-02", Scope{}},
	} {
		m, _ := Find(c.id)
		if got, ok := table.ConcentrationOf(m, c.scope, june); ok {
			t.Errorf("%s: %+v", c.name, got)
		}
	}
}

// The shares of all metrics come to the numerator, where its rows have a person.
func TestSharesOfPeopleComeToTheWhole(t *testing.T) {
	var records []record.Record
	for _, r := range generate(1, lawRecords) {
		if r.Where().Person != "" {
			records = append(records, r)
		}
	}
	table, worked := newLawTable(All, records), 0
	for _, m := range All {
		c, ok := table.ConcentrationOf(m, Scope{}, oddPeriod)
		if !ok {
			continue
		}
		worked++
		if m.ID == "RES-04" { // a person's fall takes from another's rise
			continue
		}
		sum := 0.0
		for _, p := range c.Top {
			sum += p.Numerator
		}
		if sum != c.Total {
			t.Errorf("%s: %v of people, %v in all", m.ID, sum, c.Total)
		}
	}
	if worked < 30 {
		t.Errorf("only %d metrics have people behind them", worked)
	}
}
