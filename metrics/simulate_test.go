package metrics

import (
	"math"
	"math/rand/v2"
	"strconv"

	"evidencepack/ingest/record"
)

// What the simulation of steady provision is made of: months in which nothing
// changed, so that every signal is a false one.

func binomial(g *rand.Rand, n int, p float64) int {
	k := 0
	for range n {
		if g.Float64() < p {
			k++
		}
	}
	return k
}

func poisson(g *rand.Rand, mean float64) int {
	k, left := 0, mean
	for left -= g.ExpFloat64(); left > 0; left -= g.ExpFloat64() {
		k++
	}
	return k
}

// unevenness is about 1, and differs the more the fewer pieces it is made of.
func unevenness(g *rand.Rand, pieces int) float64 {
	sum := 0.0
	for range pieces {
		sum += g.ExpFloat64()
	}
	return sum / float64(pieces)
}

func simulatedMonth(i int) record.Span {
	m := record.DateOf(2024, 1, 1).Month() + record.Month(i)
	return record.Span{From: m.First(), To: m.Last()}
}

func shareValue(i, k, n int) Value {
	w := Window{Def: ref01.Def, Span: simulatedMonth(i)}
	return w.percent(k, n, 0)
}

func rateValue(i, events, days int) Value {
	w := Window{Def: inc01.Def, Span: simulatedMonth(i), HasRegister: true}
	return w.perCareDays(events, days, 0)
}

// steadyShares gives a series of shares, with about so many offers a month.
func steadyShares(months, offers int, share float64) func(*rand.Rand) Series {
	return func(g *rand.Rand) Series {
		var values []Value
		for i := range months {
			n := offers*3/4 + g.IntN(offers/2+1)
			values = append(values, shareValue(i, binomial(g, n, share), n))
		}
		return SeriesOf(ref01, values, nil)
	}
}

// unevenPeople is how many people the offers of clusteredShares are made to.
const unevenPeople = 10

// clusteredShares gives a series of shares of people who differ: in how often they
// refuse, in how many offers they get, and both from month to month.
func clusteredShares(months, offers int, share float64) func(*rand.Rand) Series {
	return func(g *rand.Rand) Series {
		var own [unevenPeople]float64
		for j := range own {
			own[j] = share * unevenness(g, 2)
		}
		var values []Value
		for i := range months {
			k, n := 0, 0
			for _, p := range own {
				made := int(math.Round(float64(offers) / unevenPeople * unevenness(g, 4)))
				n += made
				k += binomial(g, made, min(p*unevenness(g, 2), 0.95))
			}
			values = append(values, shareValue(i, k, n))
		}
		return SeriesOf(ref01, values, nil)
	}
}

// steadyRates gives a series of events for 1,000 care days.
func steadyRates(months, days int, rate float64) func(*rand.Rand) Series {
	return func(g *rand.Rand) Series {
		var values []Value
		for i := range months {
			d := days*9/10 + g.IntN(days/5)
			values = append(values, rateValue(i, poisson(g, rate*float64(d)/1000), d))
		}
		return SeriesOf(inc01, values, nil)
	}
}

// steadyMeasures gives a series of single measures about 20.
func steadyMeasures(months int) func(*rand.Rand) Series {
	return func(g *rand.Rand) Series {
		var values []Value
		for i := range months {
			v := Window{Def: ref09.Def, Span: simulatedMonth(i)}.value(5)
			v.Value = number(20 + 3*g.NormFloat64())
			values = append(values, v)
		}
		return SeriesOf(ref09, values, nil)
	}
}

// steadyCounts gives a series of counts.
func steadyCounts(months int, mean float64) func(*rand.Rand) Series {
	return func(g *rand.Rand) Series {
		var values []Value
		for i := range months {
			values = append(values, Window{Def: res03.Def, Span: simulatedMonth(i)}.count(poisson(g, mean), 1))
		}
		return SeriesOf(res03, values, nil)
	}
}

// steadyWaits gives a series of days between serious incidents.
func steadyWaits(months int, days float64) func(*rand.Rand) Series {
	return func(g *rand.Rand) Series {
		var values []Value
		at := simulatedMonth(0).From + record.Date(g.ExpFloat64()*days)
		for i := range months {
			v := Window{Def: inc10.Def, Span: simulatedMonth(i)}.percent(1, 10, 1)
			v.Serious = &Serious{}
			for ; at <= v.Span.To; at += record.Date(math.Round(g.ExpFloat64() * days)) {
				v.Serious.Days = append(v.Serious.Days, at)
			}
			values = append(values, v)
		}
		return RareOf(inc10, values, nil)
	}
}

// sideBySide gives a funnel of services of different size. Where they differ by
// nature, it is by a spread of about 30% about the average. The first has so many
// times the events of its kind.
func sideBySide(m Metric, services int, differ bool, first float64) func(*rand.Rand) Funnel {
	return func(g *rand.Rand) Funnel {
		var values []Value
		for i := range services {
			own := 1.0
			if differ {
				own = unevenness(g, 10)
			}
			if i == 0 {
				own *= first
			}
			var v Value
			if m.Unit == Percent {
				n := 100 + g.IntN(700)
				v = shareValue(0, binomial(g, n, min(0.1*own, 1)), n)
			} else {
				days := 500 + g.IntN(3000)
				v = rateValue(0, poisson(g, 5*own*float64(days)/1000), days)
			}
			v.Scope.Service = strconv.Itoa(i)
			values = append(values, v)
		}
		return FunnelOf(m, values)
	}
}
