package stat

import "math"

// rangesPerSigma is the mean distance between two neighbours of a normal series, in
// standard deviations (Montgomery, Introduction to Statistical Quality Control, d2 for n = 2).
const rangesPerSigma = 1.128

// rangeLimit is the upper limit of a moving range, in mean ranges (D4 for n = 2).
const rangeLimit = 3.267

// timePower makes times between events of a steady process close to normal (Nelson 1994).
const timePower = 3.6

// geometricMedian is ln 2: the median of waiting times in means (Provost and Murray 2011).
const geometricMedian = 0.693

// centre is the given centre line, or else the one worked out.
func (s section) centre(workOut func([]float64) float64) float64 {
	if s.given != nil {
		return *s.given
	}
	return workOut(s.baseValues())
}

// draw sets the lines of point i, cut off at the least and most that a value can be.
func (s section) draw(i int, centre, sigma, least, most float64) {
	p := &s.points[i]
	p.Centre = centre
	if math.IsInf(sigma, 0) { // nothing to divide by
		sigma = math.NaN()
	}
	p.Lower, p.Upper = math.Max(centre-3*sigma, least), math.Min(centre+3*sigma, most)
	p.Lower95, p.Upper95 = math.Max(centre-2*sigma, least), math.Min(centre+2*sigma, most)
}

func runLines(s section) {
	centre := s.centre(medianOf)
	for i := range s.points {
		s.draw(i, centre, math.NaN(), math.Inf(-1), math.Inf(1))
	}
}

func individualLines(s section) {
	centre := s.centre(meanOf)
	var values []float64
	for i, p := range s.points {
		if s.base(i) {
			values = append(values, p.Value)
		}
	}
	sigma := screenedMeanRange(values, s.screen) / rangesPerSigma
	for i := range s.points {
		s.draw(i, centre, sigma, math.Inf(-1), math.Inf(1))
	}
}

func rangeLines(s section) {
	for i := len(s.points) - 1; i > 0; i-- {
		s.points[i].Value = math.Abs(s.points[i].Value - s.points[i-1].Value)
	}
	s.points[0].Value = math.NaN()
	centre := s.centre(meanOf)
	for i := range s.points {
		p := &s.points[i]
		p.Centre = centre
		p.Upper, p.Upper95 = rangeLimit*centre, rangeLimit/3*2*centre
	}
}

// overall is all events over all sizes of the baseline, missing subgroups left out.
// Events with a size of zero count, as they do in the package, where asked for.
func (s section) overall(withoutSize bool) float64 {
	if s.given != nil {
		return *s.given
	}
	var events, sizes []float64
	for i, g := range s.groups {
		missing := math.IsNaN(g.Y) || math.IsNaN(g.N)
		if s.base(i) && !missing && (g.N > 0 || withoutSize) {
			events, sizes = append(events, g.Y), append(sizes, g.N)
		}
	}
	return Sum(events) / Sum(sizes)
}

// individualPrimeLines are those of Taylor's I′ chart: the distance between two
// neighbours says how far values of one unit of size would spread.
func individualPrimeLines(s section) {
	centre := s.overall(false)
	var spreads []float64
	for i := 1; i < len(s.points); i++ {
		apart := math.Abs(s.points[i].Value - s.points[i-1].Value)
		spread := math.Sqrt(math.Pi/2) * apart / math.Sqrt(1/s.groups[i].N+1/s.groups[i-1].N)
		if !math.IsNaN(spread) {
			spreads = append(spreads, spread)
		}
	}
	spread := meanOf(spreads)
	if s.screen {
		spread = meanOf(below(spreads, 3.2665*spread))
	}
	for i, g := range s.groups {
		s.draw(i, centre, spread*math.Sqrt(1/g.N), math.Inf(-1), math.Inf(1))
	}
}

func shareLines(s section) {
	centre := s.overall(true)
	for i, g := range s.groups {
		s.draw(i, centre, math.Sqrt(centre*(1-centre)/g.N), 0, 1)
	}
}

func sharePrimeLines(s section) {
	centre := s.overall(true)
	s.laney(centre, func(n float64) float64 { return math.Sqrt(centre * (1 - centre) / n) }, 1)
}

func rateLines(s section) {
	centre := s.overall(true)
	for i, g := range s.groups {
		s.draw(i, centre, math.Sqrt(centre/g.N), 0, math.Inf(1))
	}
}

func ratePrimeLines(s section) {
	centre := s.overall(true)
	s.laney(centre, func(n float64) float64 { return math.Sqrt(centre / n) }, math.Inf(1))
}

// laney widens or narrows the limits by the spread that neighbours of the baseline
// show, in sigmas of their own size (Laney 2002).
func (s section) laney(centre float64, sigma func(n float64) float64, most float64) {
	var scores []float64
	for i, p := range s.points {
		if s.base(i) {
			scores = append(scores, (p.Value-centre)/sigma(s.groups[i].N))
		}
	}
	spread := screenedMeanRange(scores, s.screen) / rangesPerSigma
	for i, g := range s.groups {
		s.draw(i, centre, sigma(g.N)*spread, 0, most)
	}
}

func countLines(s section) {
	centre := s.centre(meanOf)
	for i := range s.points {
		s.draw(i, centre, math.Sqrt(centre), 0, math.Inf(1))
	}
}

// betweenLines are those of a g chart: limits about the mean, but the median as
// centre line, since most waits are shorter than the mean one.
func betweenLines(s section) {
	mean, centre := s.centre(meanOf), s.centre(medianOf)
	if s.given != nil {
		centre = geometricMedian * *s.given
	}
	for i := range s.points {
		s.draw(i, mean, math.Sqrt(mean*(mean+1)), 0, math.Inf(1))
		s.points[i].Centre = centre
	}
}

// timeLines are those of an i chart of the times to the power of 1 ÷ 3.6, brought
// back to the unit of the times. A lower limit that is below zero, or not there, is 0.
func timeLines(s section) {
	times := make([]float64, len(s.points))
	for i := range s.points {
		times[i] = s.points[i].Value
		s.points[i].Value = math.Pow(times[i], 1/timePower)
	}
	if s.given != nil {
		given := math.Pow(*s.given, 1/timePower)
		s.given = &given
	}
	individualLines(s)
	centre := s.points[0].Centre
	drawn := math.Pow(centre, timePower)
	for i, p := range s.points {
		// A time on the centre line stays on it, whatever the powers round off.
		if p.Value == centre {
			drawn = times[i]
		}
	}
	back := func(line float64) float64 {
		if line == centre {
			return drawn
		}
		return math.Pow(line, timePower)
	}
	for i := range s.points {
		p := &s.points[i]
		p.Value, p.Centre = times[i], drawn
		p.Lower, p.Upper, p.Lower95, p.Upper95 = back(p.Lower), back(p.Upper), back(p.Lower95), back(p.Upper95)
		if !(p.Lower > 0) {
			p.Lower = 0
		}
	}
}

func medianOf(values []float64) float64 {
	median, err := Median(values)
	if err != nil {
		return math.NaN()
	}
	return median
}
