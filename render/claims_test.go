package render

import (
	"flag"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"evidencepack/ingest/record"
	"evidencepack/metrics"
	"evidencepack/render/page"
	"evidencepack/templates"
)

// claimCase is one claim with the data that it is made from.
type claimCase struct {
	name   string
	metric string
	fill   func(made)
	scope  metrics.Scope
	tier   page.Tier
	months int // of the baseline; 0 is six
}

var (
	longAgo = testBaseline.From - 400
	before  = testBaseline.From + 120
	during  = testPeriod.From + 100
	lately  = testPeriod.To - 10
)

// both puts the same into both windows.
func both(fill func(record.Span)) {
	fill(testBaseline)
	fill(testPeriod)
}

func claimCases() []claimCase {
	elm := metrics.Scope{Service: "Elm"}
	one := metrics.Scope{Person: "person 00"}
	return []claimCase{
		{name: "not shown, so that the other service cannot be worked out", metric: "REF-01", tier: page.TierExternal, scope: elm, fill: func(m made) {
			for _, span := range []record.Span{testBaseline, testPeriod} {
				offers(m.Table, "Elm", span, 100, 1000, 30)
				offers(m.Table, "Oak", span, 3, 1000, 30)
			}
		}},
		{name: "not shown: fewer than five refused", metric: "REF-01", tier: page.TierExternal, scope: elm, fill: func(m made) {
			m.care(testBaseline, 30, 400, 12).care(testPeriod, 3, 400, 12)
		}},
		{name: "not shown before: fewer than five refused", metric: "REF-01", tier: page.TierExternal, scope: elm, fill: func(m made) {
			m.care(testBaseline, 3, 400, 12).care(testPeriod, 30, 400, 12)
		}},
		{name: "no data before", metric: "REF-01", scope: elm, fill: func(m made) { m.care(testPeriod, 30, 400, 12) }},
		{name: "not worked out: no list of people", metric: "INC-01", scope: elm, fill: func(m made) {
			both(func(s record.Span) { m.incidents(s, 5, 20, 8) })
		}},
		{name: "not compared: a month before six", metric: "RES-01", scope: elm, months: 1, fill: func(m made) {
			m.limit(20, longAgo, 0, "").limit(2, before, lately, record.EndLifted)
		}},
		{name: "too few", metric: "REF-01", scope: elm, fill: func(m made) { m.care(testBaseline, 3, 8, 8).care(testPeriod, 1, 9, 9) }},
		{name: "too few: people are counted", metric: "IND-06", scope: elm, fill: func(m made) {
			both(func(s record.Span) { m.steps(s, 10, 60, 6) })
		}},
		{name: "too few people behind the earlier figure", metric: "LRN-02", scope: elm, fill: func(m made) {
			m.incidents(testBaseline, 8, 15, 3).incidents(testPeriod, 12, 16, 7)
		}},
		{name: "too few people behind this figure", metric: "LRN-02", scope: elm, fill: func(m made) {
			m.incidents(testBaseline, 8, 15, 7).incidents(testPeriod, 12, 16, 1)
		}},
		{name: "too few, one person, a second offer", metric: "REF-03", scope: one, fill: func(m made) {
			m.again(testBaseline, 3, 7, 1).again(testPeriod, 1, 1, 1)
		}},
		{name: "too few restrictions", metric: "RES-01", scope: elm, fill: func(m made) { m.limit(3, longAgo, during, record.EndLeft) }},
		{name: "less was recorded", metric: "REF-01", scope: elm, fill: func(m made) {
			m.care(testBaseline, 200, 1000, 12).care(testPeriod, 50, 600, 12)
		}},
		{name: "less was recorded is the news where few are left", metric: "LRN-04", scope: elm, fill: func(m made) {
			m.actions(testBaseline, 19, 26, 8).actions(testPeriod, 5, 5, 5)
		}},
		{name: "less was recorded of one person", metric: "REF-01", scope: one, fill: func(m made) {
			m.care(testBaseline, 2, 193, 1).care(testPeriod, 1, 73, 1)
		}},
		{name: "the register is quiet", metric: "RES-01", scope: elm, fill: func(m made) {
			m.limit(20, longAgo, 0, "").limit(6, before, testPeriod.From+5, record.EndLifted)
		}},
		{name: "fewer incidents beside fewer care notes", metric: "INC-01", scope: elm, fill: func(m made) {
			m.stays(10).care(testBaseline, 100, 2000, 10).care(testPeriod, 70, 1400, 10).incidents(testBaseline, 20, 90, 10).incidents(testPeriod, 10, 40, 10)
		}},
		{name: "fewer refusals often beside fewer care notes, without care days", metric: "LRN-07", scope: elm, fill: func(m made) {
			m.care(testBaseline, 100, 2000, 10).care(testPeriod, 70, 1400, 10).incidents(testBaseline, 60, 60, 10).incidents(testPeriod, 20, 20, 10)
		}},
		{name: "lower and backed up", metric: "REF-01", scope: elm, fill: func(m made) {
			m.care(testBaseline, 300, 2000, 40).care(testPeriod, 150, 2100, 40).comfort(testBaseline, 200, 400, 40).comfort(testPeriod, 300, 420, 40)
		}},
		{name: "lower, offers slightly less, comfort without change", metric: "REF-01", scope: elm, fill: func(m made) {
			m.care(testBaseline, 300, 2000, 40).care(testPeriod, 150, 1900, 40).comfort(testBaseline, 200, 400, 40).comfort(testPeriod, 210, 420, 40)
		}},
		{name: "higher, not softened", metric: "REF-01", scope: elm, fill: func(m made) {
			m.care(testBaseline, 100, 2000, 12).care(testPeriod, 220, 1700, 12).comfort(testBaseline, 200, 400, 12).comfort(testPeriod, 100, 420, 12)
		}},
		{name: "no clear change", metric: "REF-01", scope: elm, fill: func(m made) {
			m.care(testBaseline, 160, 2000, 40).care(testPeriod, 150, 2000, 40)
		}},
		{name: "higher is better, with more recorded", metric: "IND-01", scope: elm, fill: func(m made) {
			m.steps(testBaseline, 300, 1000, 30).steps(testPeriod, 600, 1500, 30).care(testBaseline, 90, 900, 30).care(testPeriod, 20, 900, 30)
		}},
		{name: "lower is worse", metric: "IND-01", scope: elm, fill: func(m made) {
			m.steps(testBaseline, 400, 1000, 30).steps(testPeriod, 200, 1000, 30)
		}},
		{name: "lower of one person", metric: "IND-01", scope: one, fill: func(m made) {
			m.steps(testBaseline, 21, 110, 1).steps(testPeriod, 0, 84, 1)
		}},
		{name: "one person has no such phrase", metric: "LRN-02", scope: one, fill: func(m made) {
			m.incidents(testBaseline, 6, 12, 1).incidents(testPeriod, 7, 12, 1)
		}},
		{name: "reviews on the last day", metric: "RES-05", scope: elm, fill: func(m made) { m.limit(20, longAgo, 0, "") }},
		{name: "actions overdue on the last day", metric: "LRN-05", scope: elm, fill: func(m made) { m.overdue(testBaseline, 6, 20).overdue(testPeriod, 12, 20) }},
		{name: "a rate with months that were not exported", metric: "INC-01", scope: elm, fill: func(m made) {
			m.stays(12).care(testBaseline, 100, 2000, 12).care(testPeriod, 100, 2000, 12).incidents(testBaseline, 10, 90, 12)
			for _, n := range []int{6, 7, 11} {
				m.incidents(month(n), 5, 15, 12)
			}
		}},
		{name: "offers with months that were not exported back nothing", metric: "REF-01", scope: elm, fill: func(m made) {
			for _, n := range []int{0, 1, 2} {
				m.care(month(n), 100, 500, 40)
			}
			m.care(testPeriod, 100, 1500, 40).comfort(testBaseline, 300, 400, 40).comfort(testPeriod, 302, 400, 40)
		}},
		{name: "a rate that is higher, and worse", metric: "INC-02", scope: elm, fill: func(m made) {
			m.stays(12).care(testBaseline, 100, 2000, 12).care(testPeriod, 100, 2000, 12).incidents(testBaseline, 10, 40, 12).incidents(testPeriod, 10, 90, 12)
		}},
		{name: "a rate that is lower, and better", metric: "INC-02", scope: elm, fill: func(m made) {
			m.stays(12).care(testBaseline, 100, 2000, 12).care(testPeriod, 100, 2000, 12).incidents(testBaseline, 10, 90, 12).incidents(testPeriod, 10, 40, 12).
				outings(testBaseline, 300, 400, 12).outings(testPeriod, 302, 400, 12)
		}},
		{name: "a rate that is lower beside fewer outings", metric: "INC-02", scope: elm, fill: func(m made) {
			m.stays(12).care(testBaseline, 100, 2000, 12).care(testPeriod, 100, 2000, 12).incidents(testBaseline, 10, 90, 12).incidents(testPeriod, 10, 40, 12).
				outings(testBaseline, 300, 400, 12).outings(testPeriod, 200, 400, 12)
		}},
		{name: "a rate that is lower, and cannot be checked", metric: "INC-01", scope: elm, fill: func(m made) {
			m.stays(40).incidents(testBaseline, 10, 90, 40).incidents(testPeriod, 10, 40, 40)
		}},
		{name: "a rate without a clear change", metric: "INC-01", scope: elm, fill: func(m made) {
			m.stays(40).incidents(testBaseline, 10, 45, 40).incidents(testPeriod, 10, 40, 40)
		}},
		{name: "a rate of few people that is not clear when people are counted", metric: "INC-02", scope: elm, fill: func(m made) {
			m.stays(12).care(testBaseline, 100, 2000, 12).care(testPeriod, 100, 2000, 12).incidents(testBaseline, 5, 12, 12).incidents(testPeriod, 5, 24, 12).
				incidents(testBaseline, 10, 70, 1).incidents(testPeriod, 2, 20, 1)
		}},
		{name: "a rate that one person makes, with none after", metric: "INC-02", scope: elm, fill: func(m made) {
			m.stays(12).care(testBaseline, 100, 2000, 12).care(testPeriod, 100, 2000, 12).incidents(testBaseline, 5, 12, 1).
				settled(testBaseline, 20, 12, 12).settled(testPeriod, 20, 12, 12).outings(testBaseline, 300, 400, 12).outings(testPeriod, 302, 400, 12)
		}},
		{name: "offers a week signal below", metric: "REF-09", scope: elm, fill: func(m made) { offersByMonth(m, 100, 110, 115, 108, 95, 88, 92, 104, 112, 105, 30, 100) }},
		{name: "offers a week signal above", metric: "REF-09", scope: elm, fill: func(m made) { offersByMonth(m, 100, 110, 115, 108, 101, 97, 101, 104, 112, 105, 128, 128) }},
		{name: "offers a week in a run", metric: "REF-09", scope: elm, fill: func(m made) { offersByMonth(m, 100, 106, 97, 104, 96, 111, 112, 110, 113, 111, 112, 110) }},
		{name: "offers a week rise in a row", metric: "REF-09", scope: elm, fill: func(m made) { offersByMonth(m, 100, 110, 99, 111, 100, 98, 100, 102, 104, 106, 108, 110) }},
		{name: "offers a week close to a limit", metric: "REF-09", scope: elm, fill: func(m made) { offersByMonth(m, 100, 104, 108, 104, 100, 96, 100, 103, 101, 107, 113, 113) }},
		{name: "a middle value has no range", metric: "INC-08", scope: elm, fill: func(m made) { m.settled(testBaseline, 30, 12, 6).settled(testPeriod, 20, 12, 6) }},
		{name: "few people make good news unclear", metric: "REF-01", scope: elm, fill: func(m made) {
			m.care(testBaseline, 60, 1000, 12).care(testPeriod, 60, 1000, 12).care(testBaseline, 120, 200, 1).care(testPeriod, 20, 200, 1).
				comfort(testBaseline, 200, 400, 12).comfort(testPeriod, 202, 400, 12)
		}},
		{name: "not backed up: comfort fell", metric: "REF-01", scope: elm, fill: func(m made) {
			m.care(testBaseline, 300, 2000, 40).care(testPeriod, 150, 2000, 40).comfort(testBaseline, 300, 400, 40).comfort(testPeriod, 150, 400, 40)
		}},
		{name: "not backed up: comfort fell, and may not be shown", metric: "REF-01", tier: page.TierExternal, scope: elm, fill: func(m made) {
			m.care(testBaseline, 300, 2000, 40).care(testPeriod, 150, 2000, 40).comfort(testBaseline, 398, 400, 40).comfort(testPeriod, 150, 400, 40)
		}},
		{name: "not backed up: fewer offers", metric: "REF-01", scope: elm, fill: func(m made) {
			m.care(testBaseline, 300, 2000, 40).care(testPeriod, 150, 1700, 40).comfort(testBaseline, 200, 400, 40).comfort(testPeriod, 205, 400, 40)
		}},
		{name: "not backed up: comfort is too small to judge and points the other way", metric: "REF-01", scope: elm, fill: func(m made) {
			m.care(testBaseline, 300, 2000, 40).care(testPeriod, 150, 2000, 40).comfort(testBaseline, 5, 8, 6).comfort(testPeriod, 3, 8, 6)
		}},
		{name: "nothing to read it with", metric: "REF-01", scope: elm, fill: func(m made) {
			m.care(testBaseline, 300, 2000, 40).care(testPeriod, 150, 2000, 40)
		}},
		{name: "not backed up, of one person: steps done alone fell too", metric: "REF-01", scope: one, fill: func(m made) {
			m.care(testBaseline, 18, 164, 1).care(testPeriod, 6, 176, 1).comfort(testBaseline, 10, 20, 1).comfort(testPeriod, 11, 20, 1).
				steps(testBaseline, 40, 138, 1).steps(testPeriod, 16, 105, 1)
		}},
		{name: "steps alone rose, confidence is too small and fell", metric: "IND-01", scope: elm, fill: func(m made) {
			m.steps(testBaseline, 300, 1000, 30).steps(testPeriod, 450, 1000, 30).confident(testBaseline, 3, 8).confident(testPeriod, 0, 8)
		}},
		{name: "learning is written down, and actions are late", metric: "LRN-01", scope: elm, fill: func(m made) {
			m.incidents(testBaseline, 20, 50, 40).incidents(testPeriod, 45, 50, 40).actions(testBaseline, 45, 50, 40).actions(testPeriod, 20, 50, 40)
		}},
		{name: "learning is written down, and few actions are late", metric: "LRN-01", scope: elm, fill: func(m made) {
			m.incidents(testBaseline, 20, 50, 40).incidents(testPeriod, 45, 50, 40).actions(testBaseline, 5, 6, 5).actions(testPeriod, 4, 6, 5).overdue(testBaseline, 1, 3).overdue(testPeriod, 2, 3)
		}},
		{name: "more lifted than added", metric: "RES-01", scope: elm, fill: func(m made) {
			m.limit(40, longAgo, 0, "").limit(20, longAgo, lately, record.EndLifted).limit(4, during, 0, "").outings(testBaseline, 225, 281, 20).outings(testPeriod, 205, 256, 20)
		}},
		{name: "lifted, but people go out less", metric: "RES-01", scope: elm, fill: func(m made) {
			m.limit(40, longAgo, 0, "").limit(20, longAgo, lately, record.EndLifted).limit(4, during, 0, "").outings(testBaseline, 225, 281, 20).outings(testPeriod, 150, 276, 20)
		}},
		{name: "as many added as lifted", metric: "RES-01", scope: elm, fill: func(m made) {
			m.limit(40, longAgo, 0, "").limit(20, longAgo, lately, record.EndLifted).limit(24, during, 0, "")
		}},
		{name: "many added, and the net change is not shown", metric: "RES-01", tier: page.TierExternal, scope: elm, fill: func(m made) {
			m.limit(40, longAgo, 0, "").limit(6, longAgo, lately, record.EndLifted).limit(30, during, lately, record.EndLeft).limit(4, during, 0, "").limit(6, longAgo, before, record.EndLifted)
		}},
		{name: "lifting and adding cancel out", metric: "RES-01", scope: elm, fill: func(m made) {
			m.limit(9, longAgo, 0, "").limit(3, longAgo, lately, record.EndLifted).limit(2, longAgo, before, record.EndLifted).limit(5, during, 0, "").limit(2, longAgo, lately, record.EndLeft)
		}},
		{name: "lifting and adding cancel out, though there were few before", metric: "RES-01", scope: elm, fill: func(m made) {
			m.limit(3, longAgo, 0, "").limit(2, longAgo, lately, record.EndLifted).limit(5, during, 0, "").limit(3, longAgo, lately, record.EndLeft)
		}},
		{name: "more are in force at the end", metric: "RES-01", scope: elm, fill: func(m made) {
			m.limit(9, longAgo, 0, "").limit(1, longAgo, before, record.EndLifted).limit(1, longAgo, lately, record.EndLifted).limit(4, lately, 0, "")
		}},
		{name: "more are in force at the end, and how many is not shown", metric: "RES-01", tier: page.TierExternal, scope: elm, fill: func(m made) {
			m.limit(30, longAgo, 0, "").limit(6, longAgo, before, record.EndLifted).limit(6, longAgo, lately, record.EndLifted).limit(9, lately, 0, "")
		}},
		{name: "none lifted, and as many in force", metric: "RES-01", scope: elm, fill: func(m made) {
			m.limit(20, longAgo, 0, "").limit(2, during, lately, record.EndLeft)
		}},
		{name: "more were added than lifted, but fewer are in force", metric: "RES-01", scope: elm, fill: func(m made) {
			m.limit(20, longAgo, 0, "").limit(4, longAgo, before, record.EndLifted).limit(4, longAgo, lately, record.EndLifted).limit(6, longAgo, lately, record.EndLeft).limit(6, during, 0, "")
		}},
		{name: "the person with the most makes it, bad news", metric: "RAT-01", scope: elm, fill: func(m made) {
			m.comfort(testBaseline, 1010, 2000, 40).comfort(testPeriod, 1000, 2000, 40).comfort(testBaseline, 148, 150, 1).comfort(testPeriod, 20, 150, 1)
		}},
		{name: "many people make good news unclear, too", metric: "RAT-01", scope: elm, fill: func(m made) {
			m.comfort(testBaseline, 1000, 2000, 40).comfort(testPeriod, 1010, 2000, 40).comfort(testBaseline, 20, 150, 1).comfort(testPeriod, 148, 150, 1)
		}},
		{name: "the same, outside", metric: "RAT-01", tier: page.TierExternal, scope: elm, fill: func(m made) {
			m.comfort(testBaseline, 1010, 2000, 40).comfort(testPeriod, 1000, 2000, 40).comfort(testBaseline, 148, 150, 1).comfort(testPeriod, 20, 150, 1)
		}},
		{name: "without one person it turns lower", metric: "RAT-01", scope: elm, fill: func(m made) {
			m.comfort(testBaseline, 1000, 2000, 40).comfort(testPeriod, 880, 2000, 40).comfort(testBaseline, 20, 150, 1).comfort(testPeriod, 140, 150, 1)
		}},
		{name: "without one person it turns lower, outside", metric: "RAT-01", tier: page.TierExternal, scope: elm, fill: func(m made) {
			m.comfort(testBaseline, 1000, 2000, 40).comfort(testPeriod, 880, 2000, 40).comfort(testBaseline, 20, 150, 1).comfort(testPeriod, 140, 150, 1)
		}},
		{name: "without one person it turns higher", metric: "MED-01", scope: elm, fill: func(m made) {
			doses(m, testBaseline, 200, 4000, 40)
			doses(m, testPeriod, 270, 4000, 40)
			doses(m, testBaseline, 200, 400, 1)
			doses(m, testPeriod, 100, 400, 1)
		}},
		{name: "without one person it turns higher, outside", metric: "MED-01", tier: page.TierExternal, scope: elm, fill: func(m made) {
			doses(m, testBaseline, 230, 4000, 40)
			doses(m, testPeriod, 305, 4000, 40)
			doses(m, testBaseline, 200, 400, 1)
			doses(m, testPeriod, 100, 400, 1)
		}},
		{name: "without one person there are too few", metric: "LRN-01", scope: elm, fill: func(m made) {
			m.incidents(testBaseline, 20, 20, 1).incidents(testPeriod, 2, 20, 1).person(1).incidents(testBaseline, 5, 6, 6).incidents(testPeriod, 3, 6, 6).
				actions(testBaseline, 5, 10, 6).actions(testPeriod, 6, 10, 6)
		}},
		{name: "the total hides two directions", metric: "REF-01", fill: func(m made) {
			m.care(testBaseline, 300, 2000, 40).care(testPeriod, 150, 2000, 40).comfort(testBaseline, 200, 400, 40).comfort(testPeriod, 205, 400, 40)
			m.at("Oak").person(50).care(testBaseline, 100, 2000, 40).care(testPeriod, 240, 2000, 40)
		}},
		{name: "the total hides that one is higher", metric: "REF-01", fill: func(m made) {
			m.care(testBaseline, 200, 2000, 40).care(testPeriod, 176, 2000, 40).at("Ash").person(60).care(testBaseline, 200, 2000, 40).care(testPeriod, 176, 2000, 40)
			m.at("Oak").person(10).care(testBaseline, 20, 300, 30).care(testPeriod, 42, 300, 30)
		}},
		{name: "the total hides that one is lower", metric: "RAT-01", fill: func(m made) {
			m.comfort(testBaseline, 500, 1000, 40).comfort(testPeriod, 535, 1000, 40).at("Ash").person(60).comfort(testBaseline, 500, 1000, 40).comfort(testPeriod, 535, 1000, 40)
			m.at("Oak").person(10).comfort(testBaseline, 60, 100, 40).comfort(testPeriod, 30, 100, 40)
		}},
		{name: "the chart sees what the comparison does not", metric: "REF-01", scope: elm, fill: func(m made) {
			for n, refused := range []int{30, 36, 25, 33, 28, 35, 27, 20, 21, 70, 33, 28} {
				m.care(month(n), refused, 400, 40)
			}
		}},
		{name: "the chart goes both ways", metric: "RAT-01", scope: elm, fill: func(m made) { monthlyComfort(m, 50, 60, 49, 58, 52, 61, 47, 55, 51, 190, 210, 202) }},
		{name: "no month is a signal by itself", metric: "RAT-01", scope: elm, fill: func(m made) { monthlyComfort(m, 65, 85, 60, 90, 55, 75, 90, 70, 100, 75, 95, 80) }},
		{name: "as many added as lifted, and as many in force", metric: "RES-01", scope: elm, fill: func(m made) {
			m.limit(40, longAgo, 0, "").limit(20, longAgo, lately, record.EndLifted).limit(20, during, 0, "")
		}},
		{name: "a few added, and not shown outside", metric: "RES-01", tier: page.TierExternal, scope: elm, fill: func(m made) {
			m.limit(40, longAgo, 0, "").limit(20, longAgo, lately, record.EndLifted).limit(3, during, 0, "").limit(3, longAgo, before, record.EndLeft)
		}},
		{name: "a few added, and no clear change", metric: "RES-01", tier: page.TierExternal, scope: elm, fill: func(m made) {
			m.limit(40, longAgo, 0, "").limit(6, longAgo, before, record.EndLifted).limit(8, longAgo, lately, record.EndLifted).limit(3, during, 0, "")
		}},
	}
}

// offersByMonth makes so many offers in ten days of each month.
func offersByMonth(m made, inTenDays ...int) {
	for n, offers := range inTenDays {
		all := offers * month(n).Days() / 10
		m.care(month(n), all/10, all, 10)
	}
}

// doses adds doses due, so many of them missed.
func doses(m made, span record.Span, missed, all, people int) {
	m.each(span, missed, all, people, func(h record.Head, hit bool) {
		outcome := record.Accepted
		if hit {
			outcome = record.NotOffered
		}
		m.Add(&record.MedAdmin{Head: h, Outcome: outcome})
	})
}

// monthlyComfort makes so many good ones of 1,000 ratings in each month.
func monthlyComfort(m made, good ...int) {
	for n, hits := range good {
		m.comfort(month(n), hits, 1000, 40)
	}
}

// composerOf makes the composer of a case; heard is told of every sentence.
func (cc claimCase) composerOf(t *testing.T, heard func(group, key string)) *composer {
	t.Helper()
	baseline := testBaseline
	if cc.months > 0 {
		baseline.From = month(6 - cc.months).From
	}
	table := metrics.NewTable(metrics.All, []record.Span{testPeriod, baseline})
	cc.fill(made{Table: table, service: "Elm"})
	tier := cc.tier
	if tier == "" {
		tier = page.TierInspection
	}
	c := testComposer(t, tier, table)
	c.in.Baseline = baseline
	c.in.Pseudonyms = map[page.Tier]map[record.Person]string{tier: {"person 00": "P-001"}}
	c.words.heard = heard
	return c
}

var update = flag.Bool("update", false, "write testdata/claims.txt again; read it before it is kept")

// TestEveryClaim reads each claim aloud: the whole sentence must be that of
// testdata/claims.txt, and every sentence of the templates and every line of the
// rule must be reached by a case here or by one of the changes of approach.
func TestEveryClaim(t *testing.T) {
	text, err := os.ReadFile("testdata/claims.txt")
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{}
	for _, part := range strings.Split(string(text), "## ")[1:] {
		name, rest, _ := strings.Cut(part, "\n")
		want[name] = strings.TrimSpace(rest)
	}
	said := map[string]bool{}
	heard := func(group, key string) { said[group+"/"+key] = true }
	var rewritten strings.Builder
	lines := map[string]bool{}
	names := map[string]bool{}
	check := func(name, got string) {
		names[name] = true
		if got != want[name] && !*update {
			t.Errorf("## %s\n%s\n\nwant\n%s", name, got, want[name])
		}
		if *update {
			fmt.Fprintf(&rewritten, "## %s\n%s\n\n", name, got)
		}
	}
	for _, one := range claimCases() {
		c := one.composerOf(t, heard)
		var f finding
		var claim page.Claim
		c.passes(func(c *composer) {
			f = c.find(one.metric, one.scope)
			claim = c.claim(f)
			if len(c.services) > 1 && c.rule.Tier == page.TierExternal {
				c.find(one.metric, metrics.Scope{}) // a service could be worked out beside the total alone
			}
		})
		lines[verdictWord(f.verdict)+" "+f.say] = true
		check(one.name, "["+one.metric+" "+claim.Word+"] "+claim.Text+underneath(claim))
		spoken(t, one.name, claim)
	}
	for _, one := range changeCases() {
		c := one.composerOf(t, heard)
		for i, claim := range c.changeClaims()[0].Claims.Claims {
			check(fmt.Sprint(one.name, ", ", i), "["+claim.Metric+" "+claim.Word+"] "+claim.Text+underneath(claim))
			spoken(t, one.name, claim)
		}
	}
	if *update {
		if err := os.WriteFile("testdata/claims.txt", []byte(strings.TrimSpace(rewritten.String())+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for name := range want {
		if !names[name] {
			t.Errorf("no case is called %q", name)
		}
	}
	words, err := readWording(templates.Files())
	if err != nil {
		t.Fatal(err)
	}
	for group, sentences := range words.Sentences {
		for key := range sentences {
			if !said[group+"/"+key] {
				t.Errorf("no case says %s of %s", key, group)
			}
		}
	}
	for _, l := range words.Verdicts {
		if !lines[l.Verdict+" "+l.Say] {
			t.Errorf("no case reaches the line %v → %s, %s", l.When, l.Verdict, l.Say)
		}
	}
}

func verdictWord(v verdict) string {
	for word, one := range verdictNames {
		if one == v {
			return word
		}
	}
	return ""
}

var unfilled = regexp.MustCompile(`[{}]|  |\( | \)|\bNaN\b|Inf\b|%!| [.,;]`)

// underneath is what stands small under a claim.
func underneath(claim page.Claim) string {
	if claim.More == "" {
		return ""
	}
	return "\n\n" + claim.More
}

// entire is a claim with all that it is read with.
func entire(claim page.Claim) string { return strings.TrimSpace(claim.Text + " " + claim.More) }

// spoken holds a claim to what all of them must be.
func spoken(t *testing.T, name string, claim page.Claim) {
	t.Helper()
	if claim.Words > mostClaimWords {
		t.Errorf("%s has %d words: %s", name, claim.Words, claim.Text)
	}
	if fault := unfilled.FindString(entire(claim)); fault != "" {
		t.Errorf("%s holds %q: %s", name, fault, claim.Text)
	}
	if word := neverSaid.FindString(entire(claim)); word != "" {
		t.Errorf("%s says %q: %s", name, word, claim.Text)
	}
	if claim.Words != len(strings.Fields(claim.Text)) {
		t.Errorf("%s: %d words are counted in %q", name, claim.Words, claim.Text)
	}
}
