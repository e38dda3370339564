package stat

// FunnelKind says what the points of a funnel are.
type FunnelKind uint8

// The kinds.
const (
	FunnelShare  FunnelKind = iota // a proportion (PR)
	FunnelCQC                      // observed ÷ expected, square root scale (SR, CQC)
	FunnelSHMI                     // observed ÷ expected, log scale (SR, SHMI)
	FunnelCounts                   // a ratio of two counts (RC)
)

// FunnelGroup is one service: events out of a denominator, or observed and expected.
type FunnelGroup struct{ Num, Den float64 }

// FunnelOptions say how the limits are made.
type FunnelOptions struct {
	Kind     FunnelKind
	Adjusted bool // widen the limits for the spread between services that chance does not explain
}

// FunnelLimits are the limits at one denominator, in the unit of the value (fractions). NaN is not defined.
type FunnelLimits struct{ Lower95, Upper95, Lower998, Upper998 float64 }

// FunnelPoint is one group with what was worked out for it.
type FunnelPoint struct {
	Value             float64 // Num ÷ Den
	Transformed       float64
	TransformedTarget float64
	Z, Winsorised     float64
	Plain, Adjusted   FunnelLimits
	Outside95         bool // beyond the limits in use
	Outside998        bool
}

// Funnel is a funnel plot.
type Funnel struct {
	Target    float64 // the average
	Phi, Tau2 float64 // spread between groups; 0 where not adjusted
	Points    []FunnelPoint
	at        func(den float64) FunnelLimits
}

// At gives the limits in use at a denominator, for drawing.
func (f Funnel) At(den float64) FunnelLimits { return f.at(den) }

// NewFunnel works out a funnel plot.
func NewFunnel(groups []FunnelGroup, o FunnelOptions) (Funnel, error) {
	return Funnel{}, ErrNotBuilt
}
