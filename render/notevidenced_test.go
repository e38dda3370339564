package render

import (
	"slices"
	"strings"
	"testing"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
	"evidencepack/render/page"
)

// frameworkComposer has offers and ratings, and nothing else, and the small framework.
func frameworkComposer(t *testing.T, tier page.Tier) *composer {
	t.Helper()
	f, err := parseFramework("small.yaml", []byte(smallFramework))
	if err != nil {
		t.Fatal(err)
	}
	table := newTable()
	offers(table, "Elm", testPeriod, 30, 300, 10)
	ratings(table, "Elm", testPeriod, 60, 100, 10)
	c := testComposer(t, tier, table)
	c.frameworks = []Framework{f}
	return c
}

// texts lists the rows of a table, cells joined with a bar.
func texts(t *page.Table) []string {
	var rows []string
	for _, r := range t.Rows {
		var cells []string
		for _, cell := range r.Cells {
			cells = append(cells, cell.Text)
		}
		rows = append(rows, strings.Join(cells, " | "))
	}
	return rows
}

// TestMatrix sets out a framework of three statements: one with figures in part,
// one that no measure speaks to, and one that figures show a part of only.
func TestMatrix(t *testing.T) {
	blocks := frameworkComposer(t, page.TierInspection).matrices()
	if len(blocks) != 1 || blocks[0].Table == nil {
		t.Fatalf("%d blocks", len(blocks))
	}
	got, want := texts(blocks[0].Table), []string{
		"Safe",
		"Offers | REF-01, 02; RAT-01 | partial | have | 9",
		"Buildings | – | – | – | –",
		"Comfort | RAT-01 | – | partial | –",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if title := blocks[0].Table.Title; title != "A small framework: draft of 24 March 2026, may change" {
		t.Errorf("the edition is not said: %s", title)
	}
}

// TestBeyondNumbers says what figures cannot show, why, and what can.
func TestBeyondNumbers(t *testing.T) {
	c := frameworkComposer(t, page.TierInspection)
	table := c.beyondNumbers(c.frameworks[0])
	got, want := texts(table), []string{
		"Buildings | Daily records do not show it. | A walk round",
		"Comfort | Figures show a part of it only. | Talks with people",
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	if table.Source != "No measure of ours touches regulations 14 (meeting nutritional needs)." {
		t.Errorf("the regulations: %q", table.Source)
	}
	empty := testComposer(t, page.TierInspection, newTable())
	if got := texts(empty.beyondNumbers(c.frameworks[0])); got[0] != "Offers | None of its measures has a figure here. | The records themselves, and talking with people" {
		t.Errorf("%q", got)
	}
}

// TestEachMeasureIsEvidencedOrNot counts that each measure without a figure stands
// in the list once, and no other.
func TestEachMeasureIsEvidencedOrNot(t *testing.T) {
	c := frameworkComposer(t, page.TierInternal)
	groups := c.missingGroups(&MissingBlock{})
	listed := make(map[string]int)
	for _, g := range groups {
		for _, title := range g.titles {
			title, _, _ = strings.Cut(title, " (also needs ")
			listed[title]++
		}
	}
	for _, m := range metrics.All {
		want := 1
		if c.hasFigure(m.ID) {
			want = 0
		}
		if listed[m.Title] != want {
			t.Errorf("%s (%s) is listed %d times, not %d", m.ID, m.Title, listed[m.Title], want)
		}
	}
	seen := make(map[record.Kind]bool)
	for _, g := range groups {
		if g.state == notGiven && seen[g.kind] {
			t.Errorf("%s has two rows", g.kind)
		}
		seen[g.kind] = seen[g.kind] || g.state == notGiven
	}
	if !seen[record.KindIncident] || seen[record.KindCareTask] {
		t.Error("incidents were not given, and care notes were")
	}
}

// TestMissingGroups files measures by what they lack.
func TestMissingGroups(t *testing.T) {
	var groups, short []missingGroup
	lack := func(kind record.Kind, given bool, columns ...string) metrics.Lack {
		return metrics.Lack{Kind: kind, Given: given, Columns: columns}
	}
	add := func(title string, lacks ...metrics.Lack) {
		m := metrics.Metric{Def: metrics.Def{Title: title, Needs: []record.Kind{record.KindVisit}}}
		groups = addMissing(groups, m, lacks, false)
		short = addMissing(short, m, lacks, true)
	}
	add("One", lack(record.KindSupervision, false, "supervision due", "date held"))
	add("Two", lack(record.KindIncident, true, "anxiety related"))
	add("Three", lack(record.KindSupervision, false, "date held", "reflection recorded"))
	add("Four", lack(record.KindIncident, true, "trigger"))
	add("Five", lack(record.KindIncident, true, "anxiety related"), lack(record.KindStaff, false))
	add("Six", lack(record.KindIncident, true, "anxiety related"))
	add("Seven")
	var got []string
	for _, g := range groups {
		got = append(got, string(g.kind)+": "+strings.Join(g.columns, ", ")+": "+joinTitles(g.titles))
	}
	want := []string{
		"supervision: supervision due, date held, reflection recorded: One; three",
		"incident: anxiety related: Two; six",
		"incident: trigger: Four",
		"staff: : Five (also needs incidents)",
		"visit: : Seven",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if got, want := texts(missingTable(short, true).Table), []string{"Supervisions | One; three", "Incidents | Two; four; six", "Staff | Five"}; !slices.Equal(got, want) {
		t.Errorf("in short: %q, want %q", got, want)
	}
}

func TestLackWords(t *testing.T) {
	for _, c := range []struct {
		lack metrics.Lack
		want string
	}{
		{metrics.Lack{Kind: record.KindSupervision}, "supervisions"},
		{metrics.Lack{Kind: record.KindSupervision, Columns: []string{"supervision due", "date held"}}, "supervisions, with supervision due, date held"},
		{metrics.Lack{Kind: record.KindVisit, Given: true, Columns: []string{"actual start or actual minutes"}}, "homecare visits: a column for actual start or actual minutes"},
	} {
		if got := LackWords(c.lack); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

// TestTenderSaysLess keeps to the measures of its headings, without columns.
func TestTenderSaysLess(t *testing.T) {
	c := frameworkComposer(t, page.TierExternal)
	c.frameworks[0].Use = UseTender
	blocks := c.notEvidenced(&MissingBlock{Short: true, Mapped: true})
	if got, want := texts(blocks[0].Table), []string{"Incidents | " + mustFind("INC-01").Title}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if got, want := texts(blocks[1].Table), []string{"Buildings | A walk round", "Comfort | Talks with people"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

func TestIDsInShort(t *testing.T) {
	for _, c := range []struct{ ids, want string }{
		{"", "none"},
		{"REF-01", "REF-01"},
		{"REF-01 REF-02", "REF-01, 02"},
		{"REF-01 REF-02 REF-03 REF-05 MED-06", "REF-01–03, 05; MED-06"},
		{"REF-07 REF-08 REF-09 REF-10", "REF-07–10"},
		{"REF-09 REF-10 RES-10 RES-11 RES-12", "REF-09, 10; RES-10–12"},
	} {
		if got := idsInShort(strings.Fields(c.ids)); got != c.want {
			t.Errorf("%s: %q, want %q", c.ids, got, c.want)
		}
	}
}
