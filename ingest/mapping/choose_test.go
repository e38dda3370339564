package mapping

import (
	"reflect"
	"testing"

	"evidencepack/ingest/record"
)

// parsed reads a mapping that a test has written.
func parsed(t *testing.T, file, text string) *Mapping {
	t.Helper()
	m, err := Parse(file, []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestChoose(t *testing.T) {
	all := []*Mapping{
		parsed(t, "medicines.yaml", "outcome: General\n"),
		parsed(t, "other.yaml", "kind: med_admin\noutcome: Second\n"),
		parsed(t, "medicines-2.yaml", "kind: med_admin\nfiles: MAR Oak*.csv\noutcome: Oak\n"),
		parsed(t, "medicines-3.yaml", "kind: med_admin\nfiles: [\"MAR Oak*.csv\", x.csv]\nsheet: log?\noutcome: Sheet\n"),
		parsed(t, "medicines-4.yaml", "kind: med_admin\nheadings: [MAR code, Drug]\noutcome: Signed\n"),
		parsed(t, "any.yaml", "kind: any\nfiles: everything*\ntime_zone: UTC\n"),
	}
	for _, c := range []struct {
		kind        record.Kind
		file, sheet string
		headings    []string
		want        string // file of the mapping, "" is none
	}{
		{record.KindMedAdmin, "sub/anything.csv", "", nil, "medicines.yaml"},
		{record.KindMedAdmin, "sub/mar OAK 2026-10.CSV", "", nil, "medicines-2.yaml"},
		{record.KindMedAdmin, "x.csv", "Log1", nil, "medicines-3.yaml"},
		{record.KindMedAdmin, "x.csv", "Logs 1", nil, "medicines.yaml"},
		{record.KindMedAdmin, "a.csv", "", []string{"drug", "Date", "MARCode"}, "medicines-4.yaml"},
		{record.KindVisit, "anything.csv", "", nil, ""},
		{record.KindVisit, "Everything.csv", "", nil, "any.yaml"},
		{record.KindMedAdmin, "Everything.csv", "", nil, "medicines.yaml"},
	} {
		got := ""
		if m := Choose(all, c.kind, NewTable(c.file, c.sheet, c.headings)); m != nil {
			got = m.File
		}
		if got != c.want {
			t.Errorf("%s in %s, sheet %q, is read with %q, want %q", c.kind, c.file, c.sheet, got, c.want)
		}
	}
}

// TestOver lays a user's mapping over one of ours: the user's word goes first.
func TestOver(t *testing.T) {
	base := parsed(t, "ours.yaml", "kind: action\nid: ID\nstatus: STATUS\nowner: WHO\ntime_zone: UTC\ncodes: {A: accepted, B: partial}\ncodes_of: {status: {X: open}}\nignore_columns: [CREATED_BY, EXTRA]\n")
	base.Shipped = true
	user := parsed(t, "actions.yaml", "id: No\nowner: =Anna\neffect: EXTRA\ndate_order: dmy\ncodes: {A: refused}\ncodes_of: {status: {Y: closed}}\n")
	m := user.over(base)
	if want := map[string][]string{"id": {"No"}, "status": {"STATUS"}, "effect": {"EXTRA"}}; !reflect.DeepEqual(m.Columns, want) || m.Constants["owner"] != "Anna" {
		t.Errorf("columns %v, texts %v", m.Columns, m.Constants)
	}
	if m.TimeZone != UTC || m.DateOrder != DayFirst || m.Shipped || m.File != "actions.yaml" {
		t.Errorf("time zone %q, date order %q, file %q", m.TimeZone, m.DateOrder, m.File)
	}
	if want := map[string]string{"a": "refused", "b": "partial", "x": "open", "y": "closed"}; !reflect.DeepEqual(m.MeansIn("status"), want) {
		t.Errorf("codes %v, want %v", m.MeansIn("status"), want)
	}
	if !reflect.DeepEqual(m.Ignored, []string{"CREATED_BY"}) {
		t.Errorf("ignored %v: a column that the user names is wanted", m.Ignored)
	}
	if m.Own() != user || base.Own() != nil || user.Own() != user || (*Mapping)(nil).Own() != nil {
		t.Error("the user's own part is what the user wrote")
	}
}

func TestLegend(t *testing.T) {
	m := parsed(t, "medicines.yaml", "legend: log-my-care\ncodes:\n  C: clinical_hold\n  Z: \"?\"\ncodes_of:\n  outcome:\n    M: partial\n")
	outcome := m.MeansIn("outcome")
	for code, want := range map[string]string{"ad": "accepted", "e": "refused_destroyed", "nr": "not_due", "c": "clinical_hold", "m": "partial", "z": "", "wt": "", "adm": ""} {
		if outcome[code] != want {
			t.Errorf("%s means %q, want %q", code, outcome[code], want)
		}
	}
	if got := m.MeansIn("prn"); !reflect.DeepEqual(got, map[string]string{"c": "clinical_hold"}) {
		t.Errorf("the legend holds for outcomes only: %v", got)
	}
	for _, name := range LegendNames() {
		if l := legends[name]; l.Name != name || l.Documented == "" || l.AsOf == "" || len(l.Codes) == 0 {
			t.Errorf("the legend %s is not whole: %+v", name, l)
		}
	}
}

func TestWild(t *testing.T) {
	for _, c := range []struct {
		pattern, name string
		want          bool
	}{
		{"*.csv", "a.CSV", true}, {"MAR*oak*.csv", "mar x OAK y.csv", true}, {"a?c", "abc", true}, {"a?c", "ac", false},
		{"a*b*c", "axxbyyc", true}, {"a*b*c", "axxbyy", false}, {"[1].csv", "[1].csv", true}, {"[1].csv", "1.csv", false}, {"", "", true}, {"**", "x", true},
	} {
		if got := fits([]string{c.pattern}, c.name); got != c.want {
			t.Errorf("%q fits %q: %t", c.name, c.pattern, got)
		}
	}
}
