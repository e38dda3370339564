package metrics

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"evidencepack/ingest/record"
)

// field is the arithmetic of whole numbers modulo a prime: exact, and with so large a
// prime a sum that holds in it by accident is not met.
const field = 1<<31 - 1

func inverse(a int64) int64 {
	result, power := int64(1), (a%field+field)%field
	for e := field - 2; e > 0; e >>= 1 {
		if e&1 == 1 {
			result = result * power % field
		}
		power = power * power % field
	}
	return result
}

// kernel gives the sums of columns that are nought in every row, one for each column
// that follows from those before it.
func kernel(rows [][]int64, columns int) [][]int64 {
	var basis [][]int64
	var pivots []int
	for _, row := range rows {
		row = slices.Clone(row)
		for i, b := range basis {
			if f := row[pivots[i]]; f != 0 {
				for j := range row {
					row[j] = (row[j] + (field-f)*b[j]) % field
				}
			}
		}
		pivot := slices.IndexFunc(row, func(v int64) bool { return v != 0 })
		if pivot < 0 {
			continue
		}
		f := inverse(row[pivot])
		for j := range row {
			row[j] = row[j] * f % field
		}
		for i, b := range basis {
			if f := b[pivot]; f != 0 {
				for j := range b {
					basis[i][j] = (b[j] + (field-f)*row[j]) % field
				}
			}
		}
		basis, pivots = append(basis, row), append(pivots, pivot)
	}
	var out [][]int64
	for free := range columns {
		if slices.Contains(pivots, free) {
			continue
		}
		sum := make([]int64, columns)
		sum[free] = 1
		for i, b := range basis {
			sum[pivots[i]] = (field - b[free]) % field
		}
		out = append(out, sum)
	}
	return out
}

// holds tells whether a sum of columns is nought in every row.
func holds(sum []int64, rows [][]int64) bool {
	for _, row := range rows {
		total := int64(0)
		for j, v := range row {
			total = (total + sum[j]*v) % field
		}
		if total != 0 {
			return false
		}
	}
	return true
}

// column is one count of one metric in one of the windows or services looked at
// together.
type column struct {
	metric Metric
	count  int // 0 numerator, 1 denominator, 2 people
	place  int // which of the windows or services
}

var countNames = [...]string{"N", "D", "people"}

func (c column) String() string {
	return fmt.Sprintf("%s.%s[%d]", c.metric.ID, countNames[c.count], c.place)
}

func (c column) sum() Sum {
	s := c.metric.Sums()
	return []Sum{s.Numerator, s.Denominator, s.People}[c.count]
}

// describe writes a sum of columns with small numbers.
func describe(sum []int64, columns []column) string {
	var b strings.Builder
	terms := 0
	for j, v := range sum {
		if v == 0 {
			continue
		}
		if terms++; terms > 12 {
			return b.String() + " …"
		}
		if v > field/2 {
			v -= field
		}
		fmt.Fprintf(&b, " %+d×%s", v, columns[j])
	}
	return b.String()
}

// variedTable is made-up data of several groups of people, each with one service, so
// that people add up over services, and of so many sizes that no two counts are the
// same by accident.
func variedTable(seed uint64) *Table {
	t := NewTable(All, nil)
	g := rand.New(rand.NewPCG(seed, 11))
	for group := range uint64(2 + g.IntN(3)) {
		for _, r := range generate(3*(10*seed+group), 300+g.IntN(1500)) {
			head := r.Where()
			if head.Person != "" {
				head.Person += record.Person(fmt.Sprint(" of group ", group))
				head.Service = []string{"Ash House", "Birch Road"}[group%2]
			}
			if task, is := r.(*record.CareTask); is {
				task.RefusalsOnly = false // a table of refusals alone is in REF-03 and not in REF-01; readers know of none
			}
			t.Add(r)
		}
	}
	return t
}

// numbers are what a table has under columns, one for each; false where the rows that
// one of them needs are missing from the dates, so that there is no number.
func numbers(t *Table, columns []column, scopes []Scope, spans []record.Span) ([]int64, bool) {
	row := make([]int64, len(columns))
	values := map[string]Value{}
	for j, c := range columns {
		scope, span := scopes[c.place%len(scopes)], spans[c.place%len(spans)]
		key := fmt.Sprint(c.metric.ID, c.place)
		v, there := values[key]
		if !there {
			v = t.Over(c.metric, scope, span)[0]
			values[key] = v
		}
		n := []*float64{v.Numerator, v.Denominator, number(float64(v.People))}[c.count]
		if n == nil || v.Status == NoData {
			return nil, false
		}
		x := *n
		if c.sum()[0].Weeks {
			x = x * 7 / float64(span.Days())
		}
		row[j] = (int64(math.Round(x)) + field) % field
	}
	return row, true
}

// declared gives the columns as the declarations have them: a row for each thing
// counted, with how often it is in each column.
func declared(columns []column, expand func(column, Term) []string) [][]int64 {
	things := map[string][]int64{}
	put := func(thing string, j int, times int) {
		if things[thing] == nil {
			things[thing] = make([]int64, len(columns))
		}
		things[thing][j] = (things[thing][j] + int64(times) + field) % field
	}
	for j, c := range columns {
		for _, term := range c.sum() {
			of := []string{term.Of}
			for _, same := range Wholes {
				if same.Whole == term.Of {
					of = same.Parts
				}
			}
			for _, name := range of {
				part := term
				part.Of = name
				for _, thing := range expand(c, part) {
					put(thing, j, term.Times)
				}
			}
		}
		if c.sum() == nil {
			put("apart "+c.String(), j, 1)
		}
	}
	rows := make([][]int64, 0, len(things))
	for _, row := range things {
		rows = append(rows, row)
	}
	return rows
}

// compareSums fails on each declared sum that does not hold in the data, and on each
// that holds and is not declared. It draws samples, each a number for every column,
// until they are more than enough for the columns that are free by the declarations.
func compareSums(t *testing.T, columns []column, said [][]int64, sample func(seed uint64, take func([]int64))) {
	t.Helper()
	sums := kernel(said, len(columns))
	var free []int
	for j := range columns {
		if !slices.ContainsFunc(sums, func(sum []int64) bool { return last(sum) == j }) {
			free = append(free, j)
		}
	}
	var data, some [][]int64
	for seed := uint64(0); len(data) < len(free)+20; seed++ {
		if seed > 200 {
			t.Fatalf("only %d samples in which every count is known", len(data))
		}
		sample(seed, func(row []int64) {
			data = append(data, row)
			few := make([]int64, len(free))
			for i, j := range free {
				few[i] = row[j]
			}
			some = append(some, few)
		})
	}
	for _, sum := range sums {
		if !holds(sum, data) {
			t.Errorf("declared, yet it does not hold:%s = 0", describe(sum, columns))
		}
	}
	for _, sum := range kernel(some, len(free)) {
		whole := make([]int64, len(columns))
		for i, j := range free {
			whole[j] = sum[i]
		}
		t.Errorf("nobody declared:%s = 0", describe(whole, columns))
	}
}

// last gives the place of the last number that is not nought.
func last(sum []int64) int {
	for j := len(sum) - 1; j >= 0; j-- {
		if sum[j] != 0 {
			return j
		}
	}
	return -1
}

// notLookedFor are counts that made-up data cannot tell from others, and some that are
// declared for safety though they need not hold.
var notLookedFor = map[string]string{
	"STF-02.N": "an average", "STF-02.D": "an average", "STF-02.people": "an average",
	"DQ-02.N": "rows of files", "DQ-02.D": "rows of files", "DQ-02.people": "rows of files",
	"DQ-03.N": "months of exports", "DQ-03.D": "months of exports", "DQ-03.people": "months of exports",
	"STF-03.people": "nobody", "CMP-01.D": "staff in post times the four skills", "CON-02.N": "all visits, where few staff come",
	"CON-01.D": "few weeks have 8 visits", "CON-01.people": "few weeks have 8 visits", "IND-03.people": "few have two such steps",
	"AUD-03.people": "few are audited twice", "AUD-04.people": "everybody has a plan", "AUD-09.people": "everybody has a plan",
}

// notOverDays and notOverServices are left out of those searches: who left on the very
// day between two windows is in CON-04 and not in the next; staff work in both services.
var (
	notOverDays     = []string{"CON-04.D"}
	notOverServices = []string{"OBS-05.N", "OBS-05.D", "CMP-01.N", "CMP-02.N", "CMP-02.D"}
)

// columnsOf are the counts of all metrics that are one figure, in so many places, but
// for hours, which are not whole numbers.
func columnsOf(places int, without []string, counts ...int) []column {
	var out []column
	for _, m := range All {
		if m.rule.many || m.Hours {
			continue
		}
		for _, count := range counts {
			name := m.ID + "." + countNames[count]
			if count == 0 && m.NounNumerator == "" || count == 1 && m.NounDenominator == "" || notLookedFor[name] != "" || slices.Contains(without, name) {
				continue
			}
			for place := range places {
				out = append(out, column{m, count, place})
			}
		}
	}
	return out
}

func monthSpan(from, to int) record.Span {
	first := dataFrom.Month()
	return record.Span{From: (first + record.Month(from)).First(), To: (first + record.Month(to)).Last()}
}

// TestSumsOfOneWindow looks for sums between the counts of all metrics in one window.
func TestSumsOfOneWindow(t *testing.T) {
	columns := columnsOf(1, nil, 0, 1, 2)
	said := declared(columns, func(_ column, term Term) []string {
		return []string{fmt.Sprint(term.Of, term.When, term.Part)}
	})
	compareSums(t, columns, said, func(seed uint64, take func([]int64)) {
		table := variedTable(seed)
		for month := range 10 {
			for _, s := range []Scope{{}, {Service: "Ash House"}} {
				if row, all := numbers(table, columns, []Scope{s}, []record.Span{monthSpan(month, min(11, month+month%7))}); all {
					take(row)
				}
			}
		}
	})
}

// TestSumsOverDays looks for sums between two windows, one after the other, and both
// together.
func TestSumsOverDays(t *testing.T) {
	columns := columnsOf(3, notOverDays, 0, 1)
	from, to := []int{0, 1, 0}, []int{1, 2, 2}
	said := declared(columns, func(c column, term Term) []string {
		by := fmt.Sprint(" in ", c.place)
		switch term.When {
		case ByStart:
			by = fmt.Sprint(" by ", from[c.place])
		case ByEnd:
			by = fmt.Sprint(" by ", to[c.place])
		case OnLast:
			by = fmt.Sprint(" on ", to[c.place])
		}
		return []string{term.Of + term.Part + by}
	})
	compareSums(t, columns, said, func(seed uint64, take func([]int64)) {
		table := variedTable(seed)
		for month := range 10 {
			middle := month + month%3
			end := min(11, middle+1+month%2)
			if middle >= 11 {
				continue
			}
			spans := []record.Span{monthSpan(month, middle), monthSpan(middle+1, end), monthSpan(month, end)}
			if row, all := numbers(table, columns, []Scope{{}}, spans); all {
				take(row)
			}
		}
	})
}

// TestSumsOverServices looks for sums between two services and both together.
func TestSumsOverServices(t *testing.T) {
	columns := columnsOf(3, notOverServices, 0, 1)
	scopes := []Scope{{Service: "Ash House"}, {Service: "Birch Road"}, {}}
	said := declared(columns, func(c column, term Term) []string {
		here := fmt.Sprint(term.Of, term.When, term.Part, " at ")
		if c.place < 2 {
			return []string{fmt.Sprint(here, c.place)}
		}
		return []string{here + "0", here + "1"}
	})
	compareSums(t, columns, said, func(seed uint64, take func([]int64)) {
		table := variedTable(seed)
		for month := range 10 {
			if row, all := numbers(table, columns, scopes, []record.Span{monthSpan(month, min(11, month+month%7))}); all {
				take(row)
			}
		}
	})
}
