package tabular

import (
	"strings"
	"testing"
)

// tableOf makes a table of lines with commas.
func tableOf(lines ...string) Table {
	t := Table{}
	for i, line := range lines {
		cells := strings.Split(line, ",")
		if i == 0 {
			t.Head = cells
		} else {
			t.Rows = append(t.Rows, cells)
		}
	}
	return t
}

// Each refusal says where and what, and never what stands in the cell.
func TestRefusalsSayWhereAndWhat(t *testing.T) {
	for _, c := range []struct {
		method string
		params map[string]string
		table  Table
		want   string
	}{
		{"prop_ci", nil, tableOf("x,n", "1,4", "Mary,4"), `row 3, column "x": expected a number`},
		{"rate_ci", map[string]string{"multiplier": "0"}, tableOf("x,n", "1,4"), `the setting "multiplier" expects a number above 0`},
		{"funnel", nil, tableOf("group,num,den", "Ash,3,"), `row 2, column "den": expected a number of 0 or more; it is empty`},
		{"funnel", nil, tableOf("group,num,den", ",3,9"), `row 2, column "group": expected the name of a service; it is empty`},
		{"funnel", nil, tableOf("group,num,den", "Ash,-3,9"), `row 2, column "num": expected a number of 0 or more`},
		{"funnel", nil, tableOf("group,num,den", "Ash,0,0", "Elm,0,0"), "the denominator must be above zero"},
		{"funnel", map[string]string{"type": "RC"}, tableOf("group,num,den", "Ash,0,4"), "there are no events at all, so there is no average to compare with"},
		{"funnel", map[string]string{"type": "XX"}, tableOf("group,num,den", "Ash,0,4"), `the setting "type" expects one of these: PR, SR, RC`},
		{"funnel_phe", nil, tableOf("group,num,den", "Ash,9,4"), "the count must not be negative nor above its denominator"},
		{"km", nil, tableOf("time,event", "-2,1"), `row 2, column "time": expected a number of 0 or more`},
		{"km", nil, tableOf("time,event", "2,2"), `row 2, column "event": expected 1 for yes or 0 for no`},
		{"km", nil, tableOf("time,event,entry", "5,1,2", "5,1,5"), `row 3, column "entry": expected a number below the time in the same row`},
		{"km", nil, tableOf("time,event,group", "5,1,A", "5,1,"), `row 3, column "group": expected a name; it is empty`},
		{"km_at", map[string]string{"times": "28|soon"}, tableOf("time,event", "5,1"), `the setting "times" expects a number of 0 or more, or several with | between them`},
		{"logrank", nil, tableOf("time,event,group", "5,1,A", "7,0,A"), "there is only one group, so there is nothing to compare"},
		{"its", nil, tableOf("t,num,den", "1,3,9"), `the setting "t0" expects the number of the first period after the change`},
		{"its", map[string]string{"t0": "2.5"}, tableOf("t,num,den", "1,3,9"), `the setting "t0" expects a whole number`},
		{"its", map[string]string{"t0": "2", "harmonics": "9"}, tableOf("t,num,den", "1,3,9"), `the setting "harmonics" expects a whole number from 0 to 6`},
		{"its", map[string]string{"t0": "2", "family": "binomial"}, tableOf("t,num", "1,3"), `has no column "den"`},
		{"its", map[string]string{"t0": "2", "family": "binomial"}, tableOf("t,num,den", "1,3,2"), `row 2, column "num": expected a number not above den in the same row`},
		{"its", map[string]string{"t0": "2"}, tableOf("t,num,den", "1,3,9", "1,4,9"), "row 3: an earlier row has the same t"},
		{"its", map[string]string{"t0": "2"}, tableOf("t,num,den", "1,0,9", "2,0,9"), "there are no events at all, so there is no average to compare with"},
		{"its", map[string]string{"t0": "2"}, tableOf("t,num,den", "1,,9", "2,3,0"), "there are no values"},
	} {
		m, found := Find(c.method)
		if !found {
			t.Fatalf("there is no method %s", c.method)
		}
		_, err := m.Apply(Input{c.table, c.params})
		if err == nil || err.Error() != c.want {
			t.Errorf("%s: %v\nwant %s", c.method, err, c.want)
		}
	}
}

// A row that cannot be answered for leaves the others theirs.
func TestOneWrongRowLeavesTheOthers(t *testing.T) {
	for method, table := range map[string]Table{
		"prop_ci":    tableOf("who,x,n", "a,,4", "b,5,4", "c,-1,4", "d,1,0", "e,1,4"),
		"rate_ci":    tableOf("who,x,n", "a,,4", "b,-5,4", "c,1,-1", "d,1,0", "e,1,4"),
		"prop_diff":  tableOf("who,x1,n1,x2,n2", "a,,4,1,2", "b,5,4,1,2", "c,1,4,-1,2", "d,1,4,1,0", "e,1,4,1,2"),
		"rate_ratio": tableOf("who,x1,t1,x2,t2", "a,,4,1,2", "b,1.5,4,1,2", "c,1,4,-1,2", "d,1,4,1,0", "e,1,4,1,2"),
	} {
		m, _ := Find(method)
		got, err := m.Apply(Input{Table: table})
		if err != nil {
			t.Errorf("%s: %v", method, err)
			continue
		}
		first := len(table.Head)
		for i, row := range got.Rows {
			wrong := row[len(row)-1]
			if (wrong == "") != (i == 4) || (row[first] == "NA") != (i < 4) || len(row) != len(got.Head) || row[0] != table.Rows[i][0] {
				t.Errorf("%s: row %d is %v", method, i+1, row)
			}
		}
	}
}

func TestRemarks(t *testing.T) {
	for _, c := range []struct {
		method string
		params map[string]string
		table  Table
		want   string
	}{
		{"funnel", map[string]string{"type": "RC"}, tableOf("group,num,den", "Ash,3,400", "Elm,4,500"), "events in care days use type=SR"},
		{"funnel", nil, tableOf("group,num,den", "Ash,3,40"), "no adjusted limits"},
		{"funnel", nil, tableOf("group,num,den", "Ash,3,40", "Elm,4,50"), ""},
		{"km", nil, tableOf("time,event,entry", "5,1,0", "90,1,30", "95,0,30", "99,1,30"), "only 1 or 2 were watched"},
		{"km", nil, tableOf("time,event", "5,1", "90,1"), ""},
		{"its", map[string]string{"t0": "3"}, tableOf("t,num,den", "1,3,9", "2,5,9", "3,2,9", "4,,9"), "Rows left out for want of num, or of a den above 0: 1."},
		{"its", map[string]string{"t0": "3"}, tableOf("t,num,den", "1,3,9", "2,5,9", "3,2,9"), "too few periods to tell post_time"},
		{"its", map[string]string{"t0": "9"}, tableOf("t,num,den", "1,9,90", "2,9,90", "3,9,90", "4,2,90", "5,2,90", "6,2,90", "7,9,90", "8,9,90", "9,9,90", "10,2,90", "11,2,90", "12,2,90"), "autocorrelation"},
	} {
		m, _ := Find(c.method)
		in := Input{c.table, c.params}
		if _, err := m.Apply(in); err != nil {
			t.Errorf("%s: %v", c.method, err)
		}
		said := strings.Join(m.Remark(in), " ")
		if c.want == "" && said != "" || !strings.Contains(said, c.want) {
			t.Errorf("%s says %q, want %q", c.method, said, c.want)
		}
	}
}
