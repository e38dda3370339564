package metrics

import (
	"cmp"
	"math"
	"slices"

	"evidencepack/metrics/stat"
)

// The number of services that a funnel compares. Below TellingServices one that
// stands out widens the limits itself, so that hardly any can be outside.
const (
	LeastServices   = 4
	TellingServices = 8
	MostServices    = 60
)

// FunnelReason says why there is no funnel, or how its limits were made;
// templates/prose/charts.yaml says it in words.
type FunnelReason string

// The reasons. With the first two there are limits, with the others there are none.
const (
	FunnelChance  FunnelReason = "chance"   // the spread between services is no larger than chance makes it
	FunnelSpread  FunnelReason = "spread"   // limits widened, because services differ by more than chance
	FunnelFew     FunnelReason = "few"      // fewer than LeastServices can be compared
	FunnelMany    FunnelReason = "many"     // more than MostServices
	FunnelNoEvent FunnelReason = "no_event" // nothing was counted at any service, or everything: no spread to compare
	FunnelUnit    FunnelReason = "unit"     // neither a share nor a rate for care days
)

// FunnelPoint is one service of a funnel.
type FunnelPoint struct {
	Service    string
	Numerator  float64
	Size       float64   // denominator: how many were counted, or care days
	Value      float64   // in Unit
	Side       Direction // Lower or Higher than the average where it is outside the 95% limits, else ""
	Outside95  bool
	Outside998 bool
}

// FunnelGap is a service that is left out, and why; Gap is never GapNone.
type FunnelGap struct {
	Service string
	Gap     SeriesGap
}

// FunnelLimits are the limits at one size, in the unit of the funnel.
type FunnelLimits struct{ Size, Lower95, Upper95, Lower998, Upper998 float64 }

// Funnel compares services of different size.
type Funnel struct {
	Unit    Unit
	Reason  FunnelReason
	Few     bool           // fewer than TellingServices: that none is outside says little
	Average float64        // of all services that are compared, together; in Unit
	Points  []FunnelPoint  // in order of service
	LeftOut []FunnelGap    // services that cannot be compared, in order
	Limits  []FunnelLimits // for drawing: from the smallest size to a little beyond the largest
}

// funnelGrid is the number of sizes at which limits are drawn.
const funnelGrid = 60

// FunnelOf compares the values of services over one and the same window: shares on
// the arcsine scale; rates for care days as events beside those expected at the
// overall rate, on the square root scale. Rates are never compared as a ratio of
// two counts, whose limits take the care days for events and so flag nearly all.
//
// Limits are widened for a spread between services that chance does not explain,
// and never narrowed: services support different people, the rows of one person go
// together, and a flag is for the one that stands out from its kind. Services without a value and thin ones are left
// out of all of it. A service is outside only beyond its limits.
func FunnelOf(m Metric, values []Value) Funnel {
	f := Funnel{Unit: m.Unit}
	if m.Unit != Percent && m.Unit != Per1000CareDays || m.Hours {
		f.Reason = FunnelUnit
		return f
	}
	events, sizes := f.take(values)
	switch {
	case len(f.Points) < LeastServices:
		f.Reason = FunnelFew
		return f
	case len(f.Points) > MostServices:
		f.Reason = FunnelMany
		return f
	}
	overall := stat.Sum(events) / stat.Sum(sizes)
	f.Average = scaleOf(m.Unit) * overall
	if overall <= 0 || m.Unit == Percent && overall >= 1 {
		f.Reason = FunnelNoEvent
		return f
	}
	limits, reason, err := funnelLimits(m.Unit, events, sizes, overall)
	if err != nil {
		f.Reason = FunnelNoEvent
		return f
	}
	f.Reason, f.Few = reason, len(f.Points) < TellingServices
	for i := range f.Points {
		f.Points[i].judge(limits(f.Points[i].Size))
	}
	f.grid(limits)
	return f
}

// take sorts the values into those that are compared and those left out. The whole
// provider is no service; of two values of one service the first stands.
func (f *Funnel) take(values []Value) (events, sizes []float64) {
	sorted := slices.DeleteFunc(slices.Clone(values), func(v Value) bool { return v.Scope.Service == "" })
	slices.SortStableFunc(sorted, func(a, b Value) int { return cmp.Compare(a.Scope.Service, b.Scope.Service) })
	sorted = slices.CompactFunc(sorted, func(a, b Value) bool { return a.Scope.Service == b.Scope.Service })
	for _, v := range sorted {
		if why := gapOf(f.Unit, v); why != GapNone {
			f.LeftOut = append(f.LeftOut, FunnelGap{v.Scope.Service, why})
			continue
		}
		f.Points = append(f.Points, FunnelPoint{
			Service: v.Scope.Service, Numerator: *v.Numerator, Size: *v.Denominator, Value: *v.Value,
		})
		events, sizes = append(events, *v.Numerator), append(sizes, *v.Denominator)
	}
	return events, sizes
}

// funnelLimits gives the limits at any size, in the unit.
func funnelLimits(u Unit, events, sizes []float64, overall float64) (func(size float64) FunnelLimits, FunnelReason, error) {
	groups := make([]stat.FunnelGroup, len(events))
	kind, expected, scale := stat.FunnelShare, 1.0, 100.0
	if u == Per1000CareDays {
		kind, expected, scale = stat.FunnelCQC, overall, 1000*overall
	}
	for i := range events {
		groups[i] = stat.FunnelGroup{Num: events[i], Den: sizes[i] * expected}
	}
	plain, err := stat.NewFunnel(groups, stat.FunnelOptions{Kind: kind})
	if err != nil {
		return nil, "", err
	}
	adjusted, err := stat.NewFunnel(groups, stat.FunnelOptions{Kind: kind, Adjusted: true})
	if err != nil {
		return nil, "", err
	}
	most := math.Inf(1)
	if u == Percent {
		most = 100
	}
	wider := adjusted.Tau2 > 0
	at := func(size float64) FunnelLimits {
		limits := plain.At(size * expected)
		if wider {
			limits = widest(limits, adjusted.At(size*expected))
		}
		return FunnelLimits{
			Size:    size,
			Lower95: max(scale*limits.Lower95, 0), Upper95: min(scale*limits.Upper95, most),
			Lower998: max(scale*limits.Lower998, 0), Upper998: min(scale*limits.Upper998, most),
		}
	}
	if wider {
		return at, FunnelSpread, nil
	}
	return at, FunnelChance, nil
}

// widest takes the outer one of each pair of limits.
func widest(a, b stat.FunnelLimits) stat.FunnelLimits {
	return stat.FunnelLimits{
		Lower95: math.Min(a.Lower95, b.Lower95), Upper95: math.Max(a.Upper95, b.Upper95),
		Lower998: math.Min(a.Lower998, b.Lower998), Upper998: math.Max(a.Upper998, b.Upper998),
	}
}

// judge tells whether a service is outside its limits.
func (p *FunnelPoint) judge(l FunnelLimits) {
	p.Outside95 = p.Value < l.Lower95 || p.Value > l.Upper95
	p.Outside998 = p.Value < l.Lower998 || p.Value > l.Upper998
	switch {
	case p.Value < l.Lower95:
		p.Side = Lower
	case p.Value > l.Upper95:
		p.Side = Higher
	}
}

// grid gives the limits along the axis. Sizes grow by a constant factor, because
// limits bend most where services are small.
func (f *Funnel) grid(limits func(size float64) FunnelLimits) {
	smallest, largest := math.Inf(1), 0.0
	for _, p := range f.Points {
		smallest, largest = min(smallest, p.Size), max(largest, p.Size)
	}
	from, to := smallest*0.8, largest*1.05
	for i := range funnelGrid {
		size := from * math.Pow(to/from, float64(i)/(funnelGrid-1))
		f.Limits = append(f.Limits, limits(size))
	}
}
