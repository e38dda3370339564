package metrics

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"evidencepack/ingest/record"
)

// countedOnce gives the thing of a sum that adds up over days and is counted whole;
// false of any other sum.
func countedOnce(s Sum) (thing string, is bool) {
	if len(s) == 0 || s[0].Part != "" || fmt.Sprint(s) != fmt.Sprint(overDays(s[0].Of)) {
		return "", false
	}
	return s[0].Of, true
}

// rowsOfThings gives the rows that are counted of each thing that is counted by rows.
func rowsOfThings(table *Table, records []record.Record, scope Scope, span record.Span) map[string]map[record.Record]bool {
	things := map[string]map[record.Record]bool{}
	for _, m := range All {
		if m.rule.many {
			continue
		}
		f := Figure{MetricID: m.ID, Scope: scope, Span: span, Value: table.Over(m, scope, span)[0]}
		rows, sums := table.TraceRows(f, slices.Values(records)), m.Sums()
		for i, sum := range []Sum{sums.Numerator, sums.Denominator} {
			thing, is := countedOnce(sum)
			if !is || f.Value.Status == NoData || notLookedFor[m.ID+"."+countNames[i]] != "" {
				continue
			}
			counted := map[record.Record]bool{}
			for _, row := range rows {
				switch adds := []float64{row.Numerator, row.Denominator}[i]; adds {
				case 0:
				case 1:
					counted[row.Record] = true
				default: // hours, days
					is = false
				}
			}
			if is && things[thing] == nil {
				things[thing] = counted
			}
		}
	}
	return things
}

// declaredAmong gives for each thing all that it is some of, by the definitions: what
// is among another, a part of a whole, and a numerator among its denominator.
func declaredAmong() map[string]map[string]bool {
	within := map[string]map[string]bool{}
	put := func(less, more string) {
		if within[less] == nil {
			within[less] = map[string]bool{}
		}
		within[less][more] = true
	}
	for _, pair := range Within {
		put(pair[0], pair[1])
	}
	for _, same := range Wholes {
		for _, part := range same.Parts {
			put(part, same.Whole)
		}
	}
	for _, m := range All {
		sums := m.Sums()
		less, isLess := countedOnce(sums.Numerator)
		more, isMore := countedOnce(sums.Denominator)
		if m.Unit == Percent && isLess && isMore {
			put(less, more)
		}
	}
	for grown := true; grown; {
		grown = false
		for _, of := range within {
			for more := range maps.Clone(of) {
				for further := range within[more] {
					grown = grown || !of[further]
					of[further] = true
				}
			}
		}
	}
	return within
}

// boundTogether gives each thing counted a name for all that hang together with it: the
// counts of one metric do, and those of a whole and its parts.
func boundTogether() map[string]string {
	names := map[string]string{}
	join := func(things ...string) {
		for _, thing := range things {
			if names[thing] == "" {
				names[thing] = thing
			}
			from, to := names[thing], names[things[0]]
			for other, name := range names {
				if name == from {
					names[other] = to
				}
			}
		}
	}
	for _, m := range All {
		sums := m.Sums()
		var things []string
		for _, term := range slices.Concat(sums.Numerator, sums.Denominator, sums.People) {
			things = append(things, term.Of)
		}
		join(things...)
	}
	for _, same := range Wholes {
		join(append(same.Parts, same.Whole)...)
	}
	return names
}

// TestWhatIsAmongOthers looks row by row for things counted that are some of others in
// all made-up data, though nobody declared it, and for some that are declared and are
// not. What no sum binds to each other is not asked for, as nobody reckons with it.
func TestWhatIsAmongOthers(t *testing.T) {
	type pair struct{ less, more string }
	seen, broken, bound := map[pair]int{}, map[pair]bool{}, boundTogether()
	for seed := uint64(600); seed < 606; seed++ {
		records := generate(seed, lawRecords)
		for _, r := range records {
			if task, is := r.(*record.CareTask); is {
				task.RefusalsOnly = false // as in variedTable
			}
		}
		table := newLawTable(All, records)
		for month := 0; month < 12; month += 3 {
			for _, scope := range []Scope{{}, {Service: "Ash House"}} {
				things := rowsOfThings(table, records, scope, monthSpan(month, month+2))
				for less, some := range things {
					for more, all := range things {
						if less == more {
							continue
						}
						p := pair{less, more}
						seen[p] += len(some)
						for r := range some {
							broken[p] = broken[p] || !all[r]
						}
					}
				}
			}
		}
	}
	within := declaredAmong()
	for p, rows := range seen {
		switch {
		case within[p.less][p.more] && broken[p]:
			t.Errorf("declared, yet there are rows of %q that are none of %q", p.less, p.more)
		case !within[p.less][p.more] && !broken[p] && rows > 20 && bound[p.less] == bound[p.more]:
			t.Errorf("nobody declared that %q (%d rows) are among %q", p.less, rows, p.more)
		}
	}
	for _, declared := range Within {
		if seen[pair{declared[0], declared[1]}] == 0 {
			t.Errorf("declared of what no made-up row counts as: %q among %q", declared[0], declared[1])
		}
	}
}
