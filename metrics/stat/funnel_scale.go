package stat

import (
	"math"
	"slices"
)

// The normal quantiles as the FunnelPlotR package has them typed.
const (
	funnelZ95  = 1.959964
	funnelZ998 = 3.090232
)

// funnelScale is the scale on which the groups of one funnel are compared.
type funnelScale struct {
	kind   FunnelKind
	target float64 // in the unit of the value
	middle float64 // the target on the scale
}

func newFunnelScale(groups []FunnelGroup, kind FunnelKind) funnelScale {
	if kind == FunnelCQC || kind == FunnelSHMI {
		s := funnelScale{kind: kind, target: 1, middle: 1}
		if kind == FunnelSHMI {
			s.middle = 0
		}
		return s
	}
	var nums, dens running
	for _, g := range groups {
		nums.add(g.Num)
		dens.add(g.Den)
	}
	s := funnelScale{kind: kind, target: nums.total() / dens.total()}
	if kind == FunnelShare {
		s.target = min(1, s.target)
		s.middle = math.Asin(math.Sqrt(s.target))
	} else {
		s.middle = math.Log(s.target)
	}
	return s
}

// transform puts the value of a group with a denominator on the scale.
func (s funnelScale) transform(g FunnelGroup) float64 {
	switch s.kind {
	case FunnelShare:
		return math.Asin(math.Sqrt(g.Num / g.Den))
	case FunnelCQC:
		return math.Sqrt(g.Num / g.Den)
	case FunnelSHMI:
		return math.Log(g.Num / g.Den)
	default:
		return math.Log((g.Num + 0.5) / (g.Den + 0.5))
	}
}

// spread is the standard error of a group on the scale.
func (s funnelScale) spread(g FunnelGroup) float64 {
	switch s.kind {
	case FunnelShare, FunnelCQC:
		return 1 / (2 * math.Sqrt(g.Den))
	case FunnelSHMI:
		return 1 / math.Sqrt(g.Den)
	default:
		num, den := g.Num+0.5, g.Den+0.5
		return math.Sqrt(g.Num/(num*num) + g.Den/(den*den))
	}
}

// plain gives the limits without a spread between groups: exact Poisson ones for
// observed ÷ expected.
func (s funnelScale) plain(den float64) FunnelLimits {
	if s.kind != FunnelCQC && s.kind != FunnelSHMI {
		return s.adjusted(den, 0)
	}
	inner, outer := Poisson(den, Level95), Poisson(den, Level998)
	return FunnelLimits{inner.Lower / den, inner.Upper / den, outer.Lower / den, outer.Upper / den}
}

// adjusted gives the limits with a spread between groups.
func (s funnelScale) adjusted(den, tau2 float64) FunnelLimits {
	variance := 1 / (4 * den)
	if s.kind == FunnelSHMI {
		variance = 1 / den
	}
	spread := math.Sqrt(variance + tau2)
	return FunnelLimits{
		Lower95: s.back(-funnelZ95 * spread), Upper95: s.back(funnelZ95 * spread),
		Lower998: s.back(-funnelZ998 * spread), Upper998: s.back(funnelZ998 * spread),
	}
}

// back takes a distance from the target on the scale back to the unit of the value.
// An angle beyond none or all of a share is none or all of it.
func (s funnelScale) back(distance float64) float64 {
	switch s.kind {
	case FunnelShare:
		sine := math.Sin(max(0, min(math.Pi/2, s.middle+distance)))
		return sine * sine
	case FunnelCQC:
		return 1 + distance
	case FunnelSHMI:
		return math.Exp(distance)
	default:
		return s.target * math.Exp(distance)
	}
}

// place fills the limits of the points and tells which points are beyond them.
func (f *Funnel) place(groups []FunnelGroup, scale funnelScale, o FunnelOptions) {
	tau2 := f.Tau2
	limits := func(den, tau2 float64) FunnelLimits { return scale.adjusted(den, tau2) }
	if o.Kind == FunnelShare && o.PackageRepair {
		limits = newRepair(groups, scale).limits
	}
	for i := range f.Points {
		p := &f.Points[i]
		p.Plain, p.Adjusted = noLimits, noLimits
		if p.Den == 0 {
			continue
		}
		p.Adjusted = limits(p.Den, tau2)
		if o.Kind == FunnelShare || o.Kind == FunnelCounts {
			p.Plain = limits(p.Den, 0)
		} else {
			p.Plain = scale.plain(p.Den)
		}
		inUse := p.Plain
		if o.Adjusted {
			inUse = p.Adjusted
		}
		p.Outside95 = p.Value < inUse.Lower95 || p.Value > inUse.Upper95
		p.Outside998 = p.Value < inUse.Lower998 || p.Value > inUse.Upper998
	}
	f.at = func(den float64) FunnelLimits {
		if o.Adjusted {
			return scale.adjusted(den, tau2)
		}
		return scale.plain(den)
	}
}

// repair is how the FunnelPlotR package mends the limits of small shares: on a grid
// of denominators, a limit that the wave of the sine has turned back is found by
// comparing it with its right neighbour's. The last denominator has no neighbour and
// keeps what it has.
type repair struct {
	scale funnelScale
	grid  []float64 // sorted, each once
}

func newRepair(groups []FunnelGroup, scale funnelScale) repair {
	const first, steps = 3.0, 999
	r := repair{scale: scale}
	largest := 0.0
	for _, g := range groups {
		r.grid = append(r.grid, g.Den)
		largest = max(largest, g.Den)
	}
	largest = math.Ceil(largest)
	step := (largest - first) / steps
	for i := range steps {
		r.grid = append(r.grid, first+float64(i)*step)
	}
	r.grid = append(r.grid, largest)
	slices.Sort(r.grid)
	r.grid = slices.Compact(r.grid)
	return r
}

func (r repair) limits(den, tau2 float64) FunnelLimits {
	own := r.raw(den, tau2)
	at, _ := slices.BinarySearch(r.grid, den)
	if at+1 >= len(r.grid) {
		return own
	}
	next := r.raw(r.grid[at+1], tau2)
	for _, pair := range [][2]*float64{{&own.Lower95, &next.Lower95}, {&own.Lower998, &next.Lower998}} {
		if *pair[0] > *pair[1] {
			*pair[0] = 0
		}
	}
	for _, pair := range [][2]*float64{{&own.Upper95, &next.Upper95}, {&own.Upper998, &next.Upper998}} {
		if *pair[0] < *pair[1] {
			*pair[0] = 1
		}
	}
	return own
}

// raw gives the limits as the square of the sine has them, turned back or not.
func (r repair) raw(den, tau2 float64) FunnelLimits {
	spread := math.Sqrt(1/(4*den) + tau2)
	at := func(z float64) float64 {
		sine := math.Sin(r.scale.middle + z*spread)
		return sine * sine
	}
	return FunnelLimits{at(-funnelZ95), at(funnelZ95), at(-funnelZ998), at(funnelZ998)}
}
