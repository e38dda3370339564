package render

import (
	"strings"
	"testing"

	"evidencepack/render/page"
)

func TestExceptionsByHand(t *testing.T) {
	c := testComposer(t, page.TierInternal, newTable())
	c.in.Account.Exceptions = []Exception{
		{File: "a.csv", Reason: "struck out", Rows: 2},
		{File: "a.csv", Reason: "a word is in no list", Word: "X", Unexplained: true, Rows: 1},
		{File: "a.csv", Reason: "a word is in no list", Word: "A", Unexplained: true, Rows: 1},
		{File: "b.xlsx", Sheet: "Log", Reason: "a word is in no list", Word: "X", Unexplained: true, Rows: 3},
		{File: "c.csv", Reason: "no date", Rows: 9},
	}
	blocks := c.exceptions(&ExceptionsBlock{Most: 2})
	if len(blocks) != 2 {
		t.Fatalf("%+v", blocks)
	}
	for i, want := range []string{"“X” 4 a.csv and 1 other file ;“A” 1 a.csv ", "c.csv 9 No date: 9 ;a.csv 4 Struck out: 2; a word is in no list: 2 "} {
		if got := strings.Join(textsOf(blocks[i]), ";"); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if got, want := blocks[1].Table.Source, "3 files, 16 rows. The 2 with most rows are shown; data-quality.csv has every row."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got := c.exceptions(&ExceptionsBlock{})[1].Table; len(got.Rows) != 3 || got.Source != "3 files, 16 rows." {
		t.Errorf("all of them: %+v", got)
	}
	c.in.Account.Exceptions = nil
	if b := c.exceptions(&ExceptionsBlock{}); len(b) != 1 || b[0].Notice == nil {
		t.Errorf("none: %+v", b)
	}
}

// TestWordNotShown prints no word that may name somebody.
func TestWordNotShown(t *testing.T) {
	c := testComposer(t, page.TierInternal, newTable())
	c.in.Account.Exceptions = []Exception{{File: "a.csv", Reason: "a word is in no list", Unexplained: true, Rows: 1}}
	if got := textsOf(c.exceptions(&ExceptionsBlock{})[0]); len(got) != 1 || !strings.HasPrefix(got[0], "not shown 1 ") {
		t.Errorf("%q", got)
	}
}

// TestManagersBlocksStayInside refuses exact counts of months, people and files in a pack
// for readers outside.
func TestManagersBlocksStayInside(t *testing.T) {
	for word, block := range map[string]PackBlock{"due": {Due: &DueBlock{}}, "month_changes": {MonthChanges: &struct{}{}}, "exceptions": {Exceptions: &ExceptionsBlock{}}} {
		if id, why := block.unfit(page.TierExternal); id != word || why == "" {
			t.Errorf("%s may stand in a pack of the external tier: %q", word, why)
		}
		if _, why := block.unfit(page.TierInternal); why != "" {
			t.Error(why)
		}
	}
}
