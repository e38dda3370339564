package render

import (
	"strings"
	"testing"

	"evidencepack/render/kpi"
	"evidencepack/render/page"
)

// judgedKPIs works out a list over a table of offers.
func judgedKPIs(t *testing.T, c *composer, lines string) {
	t.Helper()
	list, err := kpi.Parse("kpi.csv", []byte("id,wording,metric,filter,target,direction,bands,period,rounding,validator\n"+lines))
	if err != nil {
		t.Fatal(err)
	}
	if c.in.KPIs, err = kpi.Results("kpi.csv", list, c.in.Table, testPeriod); err != nil {
		t.Fatal(err)
	}
}

// TestKPIsOutsideTheHouse name services by letter, also inside the buyer's words, and
// withhold a part that would leave a small rest of a total that is shown.
func TestKPIsOutsideTheHouse(t *testing.T) {
	table := newTable()
	offers(table, "Ash House", testPeriod, 60, 600, 10)
	offers(table, "Elm House", testPeriod, 3, 600, 10)
	lines := "A,Refusals at ash house,REF-01,service=Ash House,,,,contract,,Elm House team\nB,All refusals,REF-01,,20,lower,,contract,,\n"
	outside := testComposer(t, page.TierExternal, table)
	judgedKPIs(t, outside, lines)
	var rows []page.Row
	outside.passes(func(c *composer) { rows = c.kpis()[0].Table.Rows })
	if text := rows[0].Cells[1].Text + "|" + rows[0].Cells[8].Text; strings.Contains(strings.ToLower(text), "house") || !strings.Contains(text, "Service\u00a0A") {
		t.Error(text)
	}
	if rows[0].Cells[5].Text != withheld || rows[0].Cells[7].Text != withheld {
		t.Errorf("the rest of the total is 3, and the part is shown: %+v", rows[0].Cells[5])
	}
	if rows[1].Cells[5].Text != "5.3%" || rows[1].Cells[7].Text != "target met" {
		t.Errorf("%+v", rows[1].Cells)
	}
	inside := testComposer(t, page.TierInspection, table)
	judgedKPIs(t, inside, lines)
	if cells := inside.kpis()[0].Table.Rows[0].Cells; cells[1].Text != "Refusals at ash house (Ash House)" || cells[3].Text != "60" || cells[4].Text != "600" || cells[5].Text != "10.0%" {
		t.Errorf("%+v", cells)
	}
}

// TestKPIShowsOnWhichSideItIs adds decimals to a figure that was not rounded, where
// one decimal would show it in another band.
func TestKPIShowsOnWhichSideItIs(t *testing.T) {
	table := newTable()
	offers(table, "Ash House", testPeriod, 2003, 10000, 10)
	c := testComposer(t, page.TierInternal, table)
	judgedKPIs(t, c, "A,Refusals,REF-01,,20,lower,Green <=20; Red >20,contract,,\nB,Refusals,REF-01,,20,lower,Green <=20; Red >20,contract,1,\n")
	blocks := c.kpis()
	rows := blocks[0].Table.Rows
	if rows[0].Cells[5].Text != "20.03%" || rows[0].Cells[7].Text != "Red, target not met" || rows[0].Cells[5].Number != nil {
		t.Errorf("%+v", rows[0].Cells)
	}
	if rows[1].Cells[5].Text != "20.0%" || rows[1].Cells[7].Text != "Green, target met" {
		t.Errorf("%+v", rows[1].Cells)
	}
	last := blocks[len(blocks)-1].Table
	if len(last.Rows) != 1 || last.Rows[0].Cells[0].Text != "A" {
		t.Errorf("the lines to fill in: %+v", last.Rows)
	}
}
