package chart

// Funnel is the meaning of a funnel plot: services side by side by how much is
// behind each, with the limits within which chance alone would leave them.
type Funnel struct {
	ID           string        `json:"id"`
	Title        string        `json:"title"`
	Subtitle     string        `json:"subtitle"`
	State        State         `json:"state"`
	Measure      string        `json:"measure"`
	Unit         Unit          `json:"unit"`
	Decimals     int           `json:"decimals"`
	ValueHead    string        `json:"value_head"`
	SizeHead     string        `json:"size_head"` // "offers in the period", under the axis
	Points       []FunnelPoint `json:"points"`
	Bands        []FunnelBand  `json:"bands"` // limits along the axis, in order of size
	Average      float64       `json:"average"`
	AverageLabel string        `json:"average_label"`
	Reason       string        `json:"reason,omitempty"`
	Rules        string        `json:"rules,omitempty"`
	Alt          string        `json:"alt"`
}

// FunnelPoint is one service.
type FunnelPoint struct {
	Name      string   `json:"name"`
	Numerator *float64 `json:"numerator,omitempty"`
	Size      *float64 `json:"size,omitempty"`  // denominator; nil where it is not shown
	Value     *float64 `json:"value,omitempty"` // nil in a gap
	Word      string   `json:"word,omitempty"`  // what stands in a table cell instead
	Signal    Signal   `json:"signal,omitempty"`
	SignalWhy string   `json:"signal_why,omitempty"` // "outside the 99.8% limits"
}

// FunnelBand holds the limits for one size.
type FunnelBand struct {
	Size     float64 `json:"size"`
	Lower95  float64 `json:"lower_95"`
	Upper95  float64 `json:"upper_95"`
	Lower998 float64 `json:"lower_998"`
	Upper998 float64 `json:"upper_998"`
}
