package tabular

import (
	"reflect"
	"slices"
	"strings"
	"testing"
)

// typed makes a table of lines as they would be typed.
func typed(lines ...string) Table {
	table := Table{Head: strings.Split(lines[0], ",")}
	for _, line := range lines[1:] {
		table.Rows = append(table.Rows, strings.Split(line, ","))
	}
	return table
}

// ofColumn gives the cells of one column.
func ofColumn(t Table, name string) []string {
	var cells []string
	for _, row := range t.Rows {
		cells = append(cells, row[t.column(name)])
	}
	return cells
}

func method(t *testing.T, name string) Method {
	t.Helper()
	m, ok := Find(name)
	if !ok {
		t.Fatalf("there is no method %s", name)
	}
	return m
}

func TestControlAndXmRRefuse(t *testing.T) {
	two := typed("x,y", "2026-01-01,4", "2026-02-01,6")
	rates := typed("x,y,n", "2026-03-01,4,100", "2026-01-01,3,0", "2026-02-01,2,90")
	series := typed("date,value", "2026-01-01,4", "2026-02-01,6")
	type settings = map[string]string
	for _, c := range []struct {
		what, method string
		table        Table
		settings     settings
		want         error
	}{
		{"a letter for a measure", "i", typed("x,y", "1,a"), nil, BadCell{Row: 2, Column: "y", Expected: "a number"}},
		{"a negative count", "c", typed("x,y", "1,4", "2,-1"), nil, BadCell{Row: 3, Column: "y", Expected: "a number of 0 or more"}},
		{"two events on one day", "t", typed("x,y", "1,4", "2,0"), nil, BadCell{Row: 3, Column: "y", Expected: "a number above 0"}},
		{"no n", "u", two, nil, NoColumn{Column: "n"}},
		{"a negative n", "u", typed("x,y,n", "1,4,-1"), nil, BadCell{Row: 2, Column: "n", Expected: "a number of 0 or more"}},
		{"more refusals than offers", "pp", typed("x,y,n", "2,2,10", "1,5,4"), nil,
			Refused{Row: 3, What: "the count must not be negative nor above its denominator"}},
		{"events out of nothing, strictly", "up", rates, settings{"strict": "TRUE"},
			Refused{Row: 3, What: "the denominator must be above zero"}},
		{"half an event, strictly", "c", typed("x,y", "1,0.5"), settings{"strict": "TRUE"},
			Refused{Row: 2, What: "the count must be a whole number"}},
		{"a number of a hundred places", "i", typed("x,y", "1,1e101"), nil, Refused{Row: 2, What: "the number is too large to work with"}},
		{"a freeze beyond the end", "i", two, settings{"freeze": "3"},
			BadSetting{Name: "freeze", Expected: "at most the number of points that there are"}},
		{"a freeze at half a point", "i", two, settings{"freeze": "1.5"}, BadSetting{Name: "freeze", Expected: wholeFromOne.expected}},
		{"a part at the end", "i", two, settings{"part": "1|2"}, BadSetting{Name: "part", Expected: "points that have another after them"}},
		{"leave out what is not there", "i", two, settings{"exclude": "9"}, BadSetting{Name: "exclude", Expected: "points that are there"}},
		{"a negative mean range", "mr", two, settings{"cl": "-4"},
			BadSetting{Name: "cl", Expected: "a centre line that is possible on this chart"}},
		{"times nothing", "i", two, settings{"multiply": "0"}, BadSetting{Name: "multiply", Expected: aboveZero.expected}},
		{"a target that is no number", "i", two, settings{"target": "low"}, BadSetting{Name: "target", Expected: anyNumber.expected}},
		{"screening that is neither", "i", two, settings{"screen": "maybe"}, BadSetting{Name: "screen", Expected: "TRUE or FALSE"}},
		{"half a point", "anhoej_limits", typed("n_useful", "1.5"), nil, BadCell{Row: 2, Column: "n_useful", Expected: wholeFromOne.expected}},
		{"the same month twice", "xmr", typed("date,value", "2026-02-01,1", "2026-01-01,1", "2026-02-01,3"), nil,
			Refused{Row: 4, What: "an earlier row of the same facet has the same date"}},
		{"a home without a name", "xmr", typed("facet,date,value", "Alder,2026-01-01,1", ",2026-01-01,1"), nil,
			BadCell{Row: 3, Column: "facet", Expected: "a name"}},
		{"fixed from few", "xmr", series, settings{"fix": "6"}, BadSetting{Name: "fix", Expected: "a whole number of 12 or more"}},
		{"a rebase that is no date", "xmr", series, settings{"rebase": "spring"},
			BadSetting{Name: "rebase", Expected: "a date such as 2026-04-01, or several with | between them"}},
		{"two targets for all", "xmr", series, settings{"target": "4|5"},
			BadSetting{Name: "target", Expected: "a number, or one for each facet as Facet@value with | between them"}},
		{"a target that is no number", "xmr", series, settings{"target": "low"},
			BadSetting{Name: "target", Expected: "a number, or one for each facet as Facet@value with | between them"}},
		{"a value too large", "xmr", typed("date,value", "2,1", "1,-1e101"), nil, Refused{Row: 3, What: "the number is too large to work with"}},
	} {
		got, err := method(t, c.method).Apply(Input{c.table, c.settings})
		if !reflect.DeepEqual(err, c.want) {
			t.Errorf("%s: %v, %v; want %v", c.what, got.Rows, err, c.want)
		}
	}
}

func TestRowsOfOnePeriod(t *testing.T) {
	rows := []string{"x,y,n", "2,5,10", "1,,10", "2,3,", "1,,", "3,2,10", "3,4,30"}
	shares, err := method(t, "p").Apply(Input{Table: typed(rows...)})
	if err != nil || !slices.Equal(ofColumn(shares, "y"), []string{"NaN", "0.5", "0.15"}) ||
		!slices.Equal(ofColumn(shares, "y_sum"), []string{"NA", "5", "6"}) || !slices.Equal(ofColumn(shares, "n"), []string{"0", "10", "40"}) {
		t.Errorf("shares: %v, %v", shares.Rows, err)
	}
	for how, want := range map[string][]string{
		"mean":   {"NA", "4", "3", "9"},
		"median": {"NA", "4", "3", "4"},
		"sum":    {"NA", "8", "6", "27"},
	} {
		measures := typed("x,y", "2,5", "1,", "2,3", "1,", "3,2", "3,4", "4,1", "4,22", "4,4")
		got, err := method(t, "run").Apply(Input{measures, map[string]string{"agg": how}})
		if err != nil || !slices.Equal(ofColumn(got, "y"), want) || !slices.Equal(ofColumn(got, "y_sum"), []string{"NA", "8", "6", "27"}) {
			t.Errorf("%s: %v, %v", how, got.Rows, err)
		}
	}
}

func TestMakingDataCountAnswers(t *testing.T) {
	lines := []string{"facet,date,value"}
	for i := range 13 {
		month := []string{"Alder", number(float64(i + 1)), []string{"49", "51"}[i%2]}
		lines = append(lines, strings.Join(month, ","), strings.Replace(strings.Join(month, ","), "Alder", "Beech", 1))
	}
	lines = append(lines[:len(lines)-1], "Cedar,1,95")
	for _, c := range []struct {
		rules, target string
		want          []string // assurance of Alder (13 points), Beech (12), Cedar (1)
	}{
		{"package", "Alder@40", []string{"consistent_pass", "inconsistent", "inconsistent"}},
		{"making_data_count", "Alder@40", []string{"consistent_pass", "NA", "NA"}},
		{"making_data_count", "Beech@40", []string{"NA", "NA", "NA"}},
		{"making_data_count", "70", []string{"consistent_fail", "NA", "NA"}},
		{"making_data_count", "50", []string{"inconsistent", "NA", "NA"}},
	} {
		got, err := method(t, "xmr").Apply(Input{typed(lines...), map[string]string{"rules": c.rules, "target": c.target}})
		if err != nil {
			t.Fatal(err)
		}
		all := ofColumn(got, "assurance_type")
		if said := []string{all[0], all[13], all[25]}; !slices.Equal(said, c.want) {
			t.Errorf("%s, target %s: %v, want %v", c.rules, c.target, said, c.want)
		}
		icons := ofColumn(got, "variation_icon")
		if c.rules != "package" && !slices.Equal([]string{icons[0], icons[13], icons[25]}, []string{"common_cause", "NA", "NA"}) {
			t.Errorf("%s: icons %v", c.rules, icons)
		}
	}
}

func TestTargetOnALimit(t *testing.T) {
	lines := []string{"date,value"}
	for i := range 14 { // mean 50, mean moving range 100: limits 50 − 266 and 50 + 266
		lines = append(lines, number(float64(i+1))+","+[]string{"0", "100"}[i%2])
	}
	for rules, want := range map[string]map[string]string{
		"package":           {"316": "inconsistent", "-216": "inconsistent", "317": "consistent_fail", "-217": "consistent_pass"},
		"making_data_count": {"316": "consistent_fail", "-216": "consistent_pass", "315": "inconsistent", "-215": "inconsistent"},
	} {
		for target, want := range want {
			got, err := method(t, "xmr").Apply(Input{typed(lines...), map[string]string{"rules": rules, "target": target}})
			if err != nil || got.Rows[0][got.column("assurance_type")] != want {
				t.Errorf("%s, target %s: %v, %v; want %s", rules, target, got.Rows[0], err, want)
			}
		}
	}
}

func TestAMissingValueInATrend(t *testing.T) {
	rise := typed("date,value", "1,1", "2,2", "3,", "4,4", "5,5", "6,6", "7,7")
	_, err := method(t, "xmr").Apply(Input{Table: rise})
	if want := "row 4: a missing value leaves it open whether there is a trend"; err == nil || err.Error() != want {
		t.Errorf("the package's rules: %v, want %s", err, want)
	}
	got, err := method(t, "xmr").Apply(Input{rise, map[string]string{"rules": "making_data_count"}})
	if err != nil || slices.ContainsFunc(ofColumn(got, "special_cause_flag"), func(cell string) bool { return cell != "FALSE" }) {
		t.Errorf("Making Data Count: %v, %v", got.Rows, err)
	}
}

func TestControlAndXmRRemarks(t *testing.T) {
	home := typed("facet,date,value", "Alder,2026-01-01,1", "Alder,2026-02-01,2", "Beech,2026-01-01,2")
	for _, c := range []struct {
		method   string
		table    Table
		settings map[string]string
		want     []string
	}{
		{"xmr", home, map[string]string{"target": "Alder@4", "rebase": "2026-02-01|Alder@2026-01-01"}, nil},
		{"xmr", home, map[string]string{"target": "Cedar@4", "rebase": "Beech@2026-02-01|2026-02-15"},
			[]string{"No row has a use for target=Cedar@4.", "No row has a use for rebase=Beech@2026-02-01.", "No row has a use for rebase=2026-02-15."}},
		{"u", typed("x,y,n", "1,0,0", "2,4,100"), nil, nil},
		{"u", typed("x,y,n", "1,3,0", "2,4,100"), nil, []string{"There are events where n is 0. That is a fault in the data: " +
			"they are not drawn but raise the centre line. With strict=TRUE they are refused."}},
		{"p", typed("x,y,n", "1,3,10", "2,,10", "3,4,10"), nil, nil},
		{"i", typed("x,y", "1,3", "2,5"), map[string]string{"exclude": "1|2"}, []string{"The setting exclude leaves out every point, so there is nothing to work out the lines from."}},
		{"i", typed("x,y", "1,3", "2,5", "3,4"), map[string]string{"freeze": "2", "part": "2"}, []string{"The setting part overrides freeze, so freeze does nothing."}},
		{"xmr", home, map[string]string{"fix": "99"}, []string{"There are fewer than fix=99 points, so all of them are in the limits."}},
	} {
		in := Input{c.table, c.settings}
		if _, err := method(t, c.method).Apply(in); err != nil {
			t.Errorf("%s: %v", c.method, err)
		}
		if got := method(t, c.method).Remark(in); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.method, got, c.want)
		}
	}
}

func TestARebaseAtTheFirstPointBeginsGroupOne(t *testing.T) {
	got, err := method(t, "xmr").Apply(Input{typed("date,value", "1,1", "2,2", "3,5"), map[string]string{"rebase": "3|1"}})
	if err != nil || !slices.Equal(ofColumn(got, "rebase_group"), []string{"1", "1", "2"}) {
		t.Errorf("%v, %v", got.Rows, err)
	}
}
