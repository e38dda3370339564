package metrics

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
)

// simulations is how many series each row of the table rests on, or ten times as
// many as funnels. Only the default is compared with DEVIATIONS.md; more of them
// try the bands harder.
var simulations = flag.Int("simulations", usualSimulations, "series for each row of the table of false signals")

// The usual numbers keep the test within two seconds; a funnel holds many services.
const (
	usualSimulations = 1000
	seriesPerFunnel  = 10
)

// falseSignals is a row of the table: how often steady series have a signal at
// their last point, and the band that theory leaves for it, in per cent.
type falseSignals struct {
	chart, series string
	least, most   float64
	draw          func(*rand.Rand) (signals, points int)
}

// draws says how many series or funnels to draw.
func (row falseSignals) draws() int {
	if strings.HasPrefix(row.chart, "funnel") {
		return max(*simulations/seriesPerFunnel, 1)
	}
	return *simulations
}

// ofSeries asks of each series whether its last point has a signal.
func ofSeries(kind SeriesKind, draw func(*rand.Rand) Series) func(*rand.Rand) (int, int) {
	return func(g *rand.Rand) (int, int) {
		for {
			s := draw(g)
			if s.Kind != kind || s.Rules == "" {
				continue
			}
			if s.Points[len(s.Points)-1].Signal != "" {
				return 1, 1
			}
			return 0, 1
		}
	}
}

// ofFunnel asks of each service whether it is outside.
func ofFunnel(outside func(FunnelPoint) bool, draw func(*rand.Rand) Funnel) func(*rand.Rand) (int, int) {
	return func(g *rand.Rand) (int, int) {
		n := 0
		f := draw(g)
		for _, p := range f.Points {
			if outside(p) {
				n++
			}
		}
		return n, len(f.Points)
	}
}

func outside95(p FunnelPoint) bool  { return p.Outside95 }
func outside998(p FunnelPoint) bool { return p.Outside998 }

// The bands. Beyond three sigma lie 0.27% of normal points where sigma is known;
// worked out from 12 to 24 months, and with the skew of small counts, it is 0.3% to
// 2%. A run longer than the Anhøj limit that reaches the last point adds up to 0.5%,
// and is all that a run chart has. XmR adds 7 on one side (1 in 64 about a known
// mean, less about their own) and two in three: up to 4% together. Of services, 5%
// and 0.2% lie outside known limits; where services differ by nature the spread is
// worked out from few of them and a little more lie outside.
var falseSignalRows = []falseSignals{
	{"run chart", "18 counts, 2 a month", 0, 0.5, ofSeries(SeriesRun, steadyCounts(18, 2))},
	{"run chart", "24 counts, 10 a month", 0, 0.5, ofSeries(SeriesRun, steadyCounts(24, 10))},
	{"p′", "12 months, about 20 offers, 10% refused", 0.2, 2.5, ofSeries(SeriesPPrime, steadyShares(12, 20, 0.10))},
	{"p′", "18 months, about 20 offers, 3% refused", 0.2, 2.5, ofSeries(SeriesPPrime, steadyShares(18, 20, 0.03))},
	{"p′", "18 months, about 60 offers, 40% refused", 0.2, 2.5, ofSeries(SeriesPPrime, steadyShares(18, 60, 0.40))},
	{"p′", "24 months, about 400 offers, 10% refused", 0.2, 2.5, ofSeries(SeriesPPrime, steadyShares(24, 400, 0.10))},
	{"p′", "24 months, about 60 offers to 10 people who differ, 10% refused", 0.2, 2.5, ofSeries(SeriesPPrime, clusteredShares(24, 60, 0.10))},
	{"p′", "24 months, about 400 offers to 10 people who differ, 10% refused", 0.2, 2.5, ofSeries(SeriesPPrime, clusteredShares(24, 400, 0.10))},
	{"u′", "18 months, about 300 care days, 5 events per 1,000", 0.2, 2.5, ofSeries(SeriesUPrime, steadyRates(18, 300, 5))},
	{"u′", "18 months, about 1,000 care days, 2 events per 1,000", 0.2, 2.5, ofSeries(SeriesUPrime, steadyRates(18, 1000, 2))},
	{"u′", "24 months, about 3,000 care days, 12 events per 1,000", 0.2, 2.5, ofSeries(SeriesUPrime, steadyRates(24, 3000, 12))},
	{"XmR", "18 measures", 0.5, 4, ofSeries(SeriesXmR, steadyMeasures(18))},
	{"XmR", "24 measures", 0.5, 4, ofSeries(SeriesXmR, steadyMeasures(24))},
	{"t", "24 months, an incident each 40 days", 0, 1.5, ofSeries(SeriesT, steadyWaits(24, 40))},
	{"t", "36 months, an incident each 15 days", 0, 1.5, ofSeries(SeriesT, steadyWaits(36, 15))},
	{"funnel, 99.8%", "4 services alike, shares", 0, 1, ofFunnel(outside998, sideBySide(ref01, 4, false, 1))},
	{"funnel, 99.8%", "4 services that differ by nature, shares", 0, 2, ofFunnel(outside998, sideBySide(ref01, 4, true, 1))},
	{"funnel, 95%", "6 services alike, shares", 1, 6, ofFunnel(outside95, sideBySide(ref01, 6, false, 1))},
	{"funnel, 99.8%", "6 services alike, shares", 0, 1, ofFunnel(outside998, sideBySide(ref01, 6, false, 1))},
	{"funnel, 95%", "30 services alike, rates", 1, 6, ofFunnel(outside95, sideBySide(inc01, 30, false, 1))},
	{"funnel, 99.8%", "30 services alike, rates", 0, 1.5, ofFunnel(outside998, sideBySide(inc01, 30, false, 1))},
	{"funnel, 99.8%", "12 services that differ by nature, shares", 0, 4, ofFunnel(outside998, sideBySide(ref01, 12, true, 1))},
	{"funnel, 99.8%", "30 services that differ by nature, rates", 0, 5, ofFunnel(outside998, sideBySide(inc01, 30, true, 1))},
}

// share draws the series or funnels and gives the per cent of points with a signal.
func (row falseSignals) share() float64 {
	g := rand.New(rand.NewPCG(2026, 11))
	signals, points := 0, 0
	for range row.draws() {
		s, n := row.draw(g)
		signals, points = signals+s, points+n
	}
	return 100 * float64(signals) / float64(points)
}

func TestSteadySeriesSeldomHaveASignal(t *testing.T) {
	var table strings.Builder
	for _, row := range falseSignalRows {
		seen := row.share()
		if seen < row.least || seen > row.most {
			t.Errorf("%s, %s: %.2f%% false signals, expected %g to %g", row.chart, row.series, seen, row.least, row.most)
		}
		fmt.Fprintf(&table, "| %s | %s | %.2f | %g to %g |\n", row.chart, row.series, seen, row.least, row.most)
	}
	if *simulations != usualSimulations {
		t.Logf("\n%s", table.String())
		return
	}
	checkPage(t, table.String())
}

// checkPage holds DEVIATIONS.md to the numbers seen.
func checkPage(t *testing.T, table string) {
	t.Helper()
	page, err := os.ReadFile("DEVIATIONS.md")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(page), table) {
		t.Errorf("DEVIATIONS.md does not hold what was seen:\n%s", table)
	}
}

// One service with three times the events of the others widens limits that rest on
// few services: Funnel.Few says so.
func TestWhatAFunnelCanSee(t *testing.T) {
	var table strings.Builder
	seen95 := map[int]int{}
	for _, services := range []int{4, 6, 8, 12} {
		g := rand.New(rand.NewPCG(2026, 12))
		draw, outer, inner := sideBySide(ref01, services, false, 3), 0, 0
		for range 100 {
			f := draw(g)
			if f.Few != (services < TellingServices) {
				t.Errorf("%d services are few: %v", services, f.Few)
			}
			if f.Points[0].Outside95 {
				inner++
			}
			if f.Points[0].Outside998 {
				outer++
			}
		}
		seen95[services] = inner
		fmt.Fprintf(&table, "| %d | %d | %d |\n", services, inner, outer)
	}
	if seen95[TellingServices] < 90 {
		t.Errorf("among %d services one with three times the events is outside 95%% in %d of 100", TellingServices, seen95[TellingServices])
	}
	checkPage(t, table.String())
}

// A simulation that no signal can reach would show nothing.
func TestAShiftIsSeenAtTheLastPoint(t *testing.T) {
	g := rand.New(rand.NewPCG(2026, 11))
	seen := 0
	for range 100 {
		var values []Value
		for i := range 24 {
			share := 0.10
			if i >= 14 {
				share = 0.30
			}
			values = append(values, shareValue(i, binomial(g, 60, share), 60))
		}
		s := SeriesOf(ref01, values, nil)
		if s.Points[23].Signal == Higher {
			seen++
		}
	}
	if seen < 80 {
		t.Errorf("refusals that trebled for 10 months are seen at the last point in %d of 100 series", seen)
	}
}
