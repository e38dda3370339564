package stat

import (
	"math"
	"slices"
)

// winsorised is the share of the groups at each end that may not stretch the spread.
const winsorised = 0.1

// winsorise pulls the outermost distances in to the 10% and 90% quantiles.
func (f *Funnel) winsorise() {
	var distances []float64
	for _, p := range f.Points {
		if !math.IsNaN(p.Z) {
			distances = append(distances, p.Z)
		}
	}
	slices.Sort(distances)
	lowest, highest := quantile(distances, winsorised), quantile(distances, 1-winsorised)
	for i := range f.Points {
		if p := &f.Points[i]; !math.IsNaN(p.Z) {
			p.Winsorised = max(lowest, min(highest, p.Z))
		}
	}
}

// quantile reads a quantile of sorted values between its two neighbours (R's type 7).
func quantile(sorted []float64, share float64) float64 {
	place := share * float64(len(sorted)-1)
	low := math.Floor(place)
	at := int(low)
	if at+1 >= len(sorted) {
		return sorted[len(sorted)-1]
	}
	rest := place - low
	return (1-rest)*sorted[at] + rest*sorted[at+1]
}

// truncate leaves out the lowest and the highest tenth of the distances.
func (f *Funnel) truncate() {
	var distances []float64
	for _, p := range f.Points {
		if !math.IsNaN(p.Z) {
			distances = append(distances, p.Z)
		}
	}
	slices.Sort(distances)
	for i := range f.Points {
		p := &f.Points[i]
		if math.IsNaN(p.Z) {
			continue
		}
		below, _ := slices.BinarySearch(distances, p.Z)
		upTo, _ := slices.BinarySearch(distances, math.Nextafter(p.Z, math.Inf(1)))
		rank := float64(below+1+upTo) / 2
		if tenth := math.Floor(10 * rank / float64(len(distances)+1)); tenth != 0 && tenth != 9 {
			p.Winsorised = p.Z
		}
	}
}

// overdispersion gives the mean square of the distances and, on the scale, the
// variance between groups that chance leaves unexplained. One group alone has no
// such variance: NaN.
func (f *Funnel) overdispersion(groups []FunnelGroup, scale funnelScale) (phi, tau2 float64) {
	var squares, weights, weightsSquared running
	kept := 0
	for i, p := range f.Points {
		if math.IsNaN(p.Winsorised) {
			continue
		}
		kept++
		squares.add(p.Winsorised * p.Winsorised)
		spread := scale.spread(groups[i])
		weight := 1 / (spread * spread)
		weights.add(weight)
		weightsSquared.add(weight * weight)
	}
	n := float64(kept)
	phi = squares.total() / n
	switch {
	case kept < 2:
		return phi, math.NaN()
	case n*phi < n-1:
		return phi, 0
	}
	between := (n*phi - (n - 1)) / (weights.total() - weightsSquared.total()/weights.total())
	return phi, max(0, between)
}
