package tabular

import (
	"errors"
	"math"
	"reflect"
	"slices"
	"testing"
)

// sums is a method for the tests of the frame.
var sums = Method{
	Name:     "sums",
	Columns:  []Column{{Name: "x"}, {Name: "n", Holds: Numbers}, {Name: "group", Optional: true}},
	Settings: []Setting{{Name: "kind", Default: "plain", Choices: []string{"plain", "log"}}, {Name: "times"}},
	Run: func(in Input) (Table, error) {
		n, err := in.numbers("n", wholeCount)
		if err != nil {
			return Table{}, err
		}
		out := newTable("kind", "n")
		for _, v := range n {
			out.add(in.setting("kind"), number(v))
		}
		return *out, nil
	},
}

func TestApply(t *testing.T) {
	head := []string{" X", "n"}
	for _, c := range []struct {
		what     string
		table    Table
		settings map[string]string
		want     Table
		err      error
	}{
		{"heads in another case, a default", Table{Head: head, Rows: [][]string{{"a", "4"}, {"b", " "}}}, nil,
			Table{Head: []string{"kind", "n"}, Rows: [][]string{{"plain", "4"}, {"plain", "NA"}}}, nil},
		{"a setting", Table{Head: head, Rows: [][]string{{"a", "NA"}}}, map[string]string{"kind": "log"},
			Table{Head: []string{"kind", "n"}, Rows: [][]string{{"log", "NA"}}}, nil},
		{"no rows", Table{Head: head}, nil, Table{}, ErrNoRows},
		{"no column", Table{Head: []string{"x"}, Rows: [][]string{{"a"}}}, nil, Table{}, NoColumn{Column: "n"}},
		{"two columns", Table{Head: []string{"x", "n", "N "}, Rows: [][]string{{"a", "1", "1"}}}, nil, Table{}, NoColumn{Column: "n", Twice: true}},
		{"an unknown setting", Table{Head: head, Rows: [][]string{{"a", "1"}}}, map[string]string{"sort": "log"},
			Table{}, BadSetting{Name: "sort", Known: []string{"kind", "times"}}},
		{"a word that is no choice", Table{Head: head, Rows: [][]string{{"a", "1"}}}, map[string]string{"kind": "Log"},
			Table{}, BadSetting{Name: "kind", Expected: "one of these: plain, log", Known: []string{"kind", "times"}}},
		{"half a person", Table{Head: head, Rows: [][]string{{"a", "1"}, {"b", "1.5"}}}, nil,
			Table{}, BadCell{Row: 3, Column: "n", Expected: "a whole number of 0 or more"}},
		{"lines of its own", Table{Head: head, Rows: [][]string{{"a", "x"}}, Lines: []int{9}}, nil,
			Table{}, BadCell{Row: 9, Column: "n", Expected: "a whole number of 0 or more"}},
		{"a short row", Table{Head: head, Rows: [][]string{{"a"}}}, nil,
			Table{}, Refused{Row: 2, What: "it has more or fewer cells than there are headings"}},
	} {
		got, err := sums.Apply(Input{c.table, c.settings})
		if !reflect.DeepEqual(err, c.err) || err == nil && !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %v, %v; want %v, %v", c.what, got, err, c.want, c.err)
		}
	}
}

func TestParseNumber(t *testing.T) {
	for text, want := range map[string]float64{"4": 4, "-0.5": -0.5, ".5": 0.5, "5.": 5, "+1e-3": 0.001, "1E+05": 1e5} {
		if got, ok := parseNumber(text); !ok || got != want {
			t.Errorf("%s is %v, %v", text, got, ok)
		}
	}
	for _, text := range []string{"", "Inf", "0x10", "1_000", "1,000", "4 people", "1e999", "--1", "1e", "."} {
		if got, ok := parseNumber(text); ok {
			t.Errorf("%s is %v, want no number", text, got)
		}
	}
}

func TestNumbersAreWrittenToReadBack(t *testing.T) {
	for want, v := range map[string]float64{
		"NA": math.NaN(), "Inf": math.Inf(1), "-Inf": math.Inf(-1), "0": math.Copysign(0, -1),
		"0.1": 0.1, "0.30000000000000004": math.Nextafter(0.3, 1), "2.05e-81": 2.05e-81,
	} {
		if got := number(v); got != want {
			t.Errorf("%v is written %s, want %s", v, got, want)
		}
	}
	if undefined(math.NaN()) != "NaN" || word("") != "NA" || flag(true) != "TRUE" || whole(-3) != "-3" {
		t.Error("a cell is written otherwise")
	}
}

func TestPlacesAreAllDatesOrAllNumbers(t *testing.T) {
	in := func(cells ...string) Input {
		table := Table{Head: []string{"x"}}
		for _, c := range cells {
			table.Rows = append(table.Rows, []string{c})
		}
		return Input{Table: table}
	}
	dates, err := in("1970-01-02", "1969-12-31", "2024-02-29").places("x")
	if err != nil || dates[0].At != 1 || dates[1].At != -1 || dates[2].Text != "2024-02-29" {
		t.Errorf("%v, %v", dates, err)
	}
	if numbers, err := in("10", "9").places("x"); err != nil || numbers[0].At != 10 {
		t.Errorf("%v, %v", numbers, err)
	}
	for _, wrong := range [][]string{{"2024-02-30"}, {"Ash"}, {"2024-01-01", "2"}, {"1", "2024-01-01"}, {"1", ""}} {
		_, err := in(wrong...).places("x")
		var bad BadCell
		if !errors.As(err, &bad) || bad.Row != len(wrong)+1 || bad.Column != "x" {
			t.Errorf("%v: %v", wrong, err)
		}
	}
}

func TestFlagsAndFilled(t *testing.T) {
	in := Input{Table: Table{Head: []string{"event", "time"}, Rows: [][]string{{"1", "3"}, {"No", ""}, {"TRUE", "2"}}}}
	if got, err := in.flags("event"); err != nil || !slices.Equal(got, []bool{true, false, true}) {
		t.Errorf("%v, %v", got, err)
	}
	var bad BadCell
	if _, err := in.filled("time", notNegative); !errors.As(err, &bad) || bad.Row != 3 {
		t.Errorf("%v, want row 3", err)
	}
	if _, err := in.flags("time"); !errors.As(err, &bad) || bad.Row != 2 {
		t.Errorf("%v, want row 2", err)
	}
}

func TestSettings(t *testing.T) {
	in := Input{Settings: map[string]string{"target": "12|Alder Court@20|Beech@18|Beech@19", "part": "5|9", "bad": "x", "screen": "FALSE"}}
	target := in.settingByFacet("target")
	if !slices.Equal(target.facet("Beech"), []string{"12", "18", "19"}) || !slices.Equal(target.facet("Cedar"), []string{"12"}) {
		t.Errorf("%v", target)
	}
	if parts, err := in.settingWholes("part"); err != nil || !slices.Equal(parts, []int{5, 9}) {
		t.Errorf("%v, %v", parts, err)
	}
	if screen, err := in.settingYes("screen"); err != nil || screen {
		t.Errorf("%v, %v", screen, err)
	}
	if none, err := in.settingNumber("nothing", anyNumber); err != nil || none != nil {
		t.Errorf("%v, %v", none, err)
	}
	if freeze, err := in.settingWhole("nothing"); err != nil || freeze != 0 {
		t.Errorf("%v, %v", freeze, err)
	}
	_, number := in.settingNumber("bad", anyNumber)
	_, whole := in.settingWhole("bad")
	_, yes := in.settingYes("bad")
	for _, err := range []error{number, whole, yes} {
		if bad := (BadSetting{}); !errors.As(err, &bad) || bad.Name != "bad" {
			t.Errorf("%v", err)
		}
	}
}

func TestWrongIsSaidInWords(t *testing.T) {
	for want, err := range map[string]error{
		`row 5, column "y": expected a number`:               BadCell{5, "y", "a number"},
		`has no column "n2"`:                                 NoColumn{Column: "n2"},
		`has two columns "x"`:                                NoColumn{Column: "x", Twice: true},
		`there is no setting "a"; there are: b, c`:           BadSetting{Name: "a", Known: []string{"b", "c"}},
		`there is no setting "a"; this method has none`:      BadSetting{Name: "a"},
		`the setting "a" expects a number`:                   BadSetting{Name: "a", Expected: "a number"},
		`row 3: two rows have the same date`:                 Refused{Row: 3, What: "two rows have the same date"},
		`all rows are of one group, so none can be compared`: Refused{What: "all rows are of one group, so none can be compared"},
	} {
		if err.Error() != want {
			t.Errorf("%q, want %q", err, want)
		}
	}
}
